/** A session that is added, corrected, moved or cancelled, and who is told of it. */
import { addSession } from '../../../src/core/commands/add-session.ts';
import { cancelSession } from '../../../src/core/commands/cancel-session.ts';
import { editSession } from '../../../src/core/commands/edit-session.ts';
import { moveSession } from '../../../src/core/commands/move-session.ts';
import { lostMails } from '../../../src/core/mails/causes.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { readTable } from '../../../src/core/records.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { calendarOf, carry, club } from '../../support/sessions.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const session = {
  date: '2023-06-05',
  start_time: '18:00',
  end_time: '20:00',
  title: 'Club SACEM',
  programme: 'CLUB',
  place: 'Salle de réunion',
  status: 'planned' as const,
};
const person = (fields: object) => ({ session: 'SEA-0001', status: 'registered' as const, ...fields });
const start = calendarOf({
  programmes: [club, { code: 'MAMA', name: 'MaMA' }],
  sessions: [session],
  members: [{ organisation: 'Label Marée', email: 'contact@maree.example' }],
  people: [
    person({ first_name: 'Anna', last_name: 'Marée', email: 'anna@maree.example' }),
    person({ first_name: 'Anna', last_name: 'Marée', email: 'ANNA@maree.example' }),
    person({ organisation: 'Label Marée', member: 'ADH-0001' }),
    person({ first_name: 'Bob', last_name: 'Sans Adresse' }),
    person({ first_name: 'Chloé', email: 'chloe@x.example', status: 'waiting' }),
    person({ first_name: 'Dan', email: 'dan@x.example', status: 'excused' }),
  ],
});

function lost(workbook: Workbook, today = '2023-05-12') {
  const { records } = readTable(outboxTable, workbook[outboxTable.tab]);
  return [...lostMails(stateFrom([], workbook), records, today).values()].map(({ why }) => why);
}

describe('« Changer la date »', () => {
  test('each person with a seat is told once, with the old and the new date; who has no address is named', () => {
    const moved = carry(start, moveSession, {
      id: 'SEA-0001',
      date: '2023-06-12',
      reason: 'l’intervenante est malade',
    });
    expect(moved.outbox.map(({ to }) => to)).toEqual(['anna@maree.example', 'contact@maree.example']);
    expect(moved.outbox[0]?.subject).toBe('Changement : Club SACEM, lundi 12 juin 2023, 18\u00A0h – 20\u00A0h');
    expect(moved.outbox[0]?.body).toContain('prévue lundi 5 juin 2023, 18\u00A0h – 20\u00A0h change');
    expect(moved.outbox[0]?.body).toContain('l’intervenante est malade');
    expect(moved.summary).toContain(
      '2\u00A0personnes seront prévenues, une fois chacune\u00A0: Anna Marée et Label Marée',
    );
    expect(moved.summary).toContain('Bob Sans Adresse');
    expect(moved.sessions[0]).toMatchObject({ date: '2023-06-12', previous_dates: ['05/06/2023'] });
    expect(carry(moved.after, moveSession, { id: 'SEA-0001', date: '2023-06-12' }).outbox).toEqual([]);
    expect(lost(moved.after)).toEqual([]);
  });

  test('moved again before they left: the first mails are not sent any more', () => {
    const moved = carry(start, moveSession, { id: 'SEA-0001', date: '2023-06-12' });
    const again = carry(moved.after, moveSession, { id: 'SEA-0001', date: '2023-06-19' });
    expect(again.outbox).toHaveLength(2);
    expect(lost(again.after)).toEqual([
      expect.stringContaining('a changé depuis que ce message a été préparé'),
      expect.stringContaining('a changé depuis que ce message a été préparé'),
    ]);
  });

  test('another place tells them too; the same date, hour and place nobody; a note that she tells them herself is heard', () => {
    expect(carry(start, moveSession, { id: 'SEA-0001', date: '2023-06-05', place: 'Cafétéria' }).outbox).toHaveLength(
      2,
    );
    expect(carry(start, moveSession, { id: 'SEA-0001', date: '2023-06-05' }).plan.tabs).toEqual([]);
    const silent = carry(start, moveSession, { id: 'SEA-0001', date: '2023-06-12', tell: false });
    expect([silent.outbox, silent.summary.includes('Personne n’est prévenu')]).toEqual([[], true]);
  });

  test('a holiday, a past day and a room that is taken are said before; nonsense is refused', () => {
    const kinds = (input: object) =>
      carry(start, moveSession, { id: 'SEA-0001', ...input }).wish.problems.map(({ kind }) => kind);
    expect(kinds({ date: '2023-05-29' })).toEqual(['closed_day']);
    expect(kinds({ date: '2023-05-02' })).toEqual(['past_day']);
    const refused = (input: object) => carry(start, moveSession, { id: 'SEA-0001', ...input }).refusal;
    expect(refused({ date: '2023-02-30' })).toContain('n’est pas une date');
    expect(refused({ date: '' })).toBe('Choisissez le nouveau jour.');
    expect(refused({ id: 'SEA-0009', date: '2023-06-12' })).toContain('n’est plus dans');
    expect(refused({ date: '2023-06-12', start_time: '21h' })).toContain('doit venir après le début');
  });
});

describe('« Annuler la séance »', () => {
  test('those with a seat and those who wait are told once, with the reason', () => {
    const cancelled = carry(start, cancelSession, { id: 'SEA-0001', reason: 'grève des transports' });
    expect(cancelled.outbox.map(({ to }) => to)).toEqual([
      'anna@maree.example',
      'contact@maree.example',
      'chloe@x.example',
    ]);
    expect(cancelled.outbox[0]?.body).toContain('Motif\u00A0: grève des transports');
    expect(cancelled.sessions[0]).toMatchObject({ status: 'cancelled', reason: 'grève des transports' });
    expect(carry(cancelled.after, cancelSession, { id: 'SEA-0001' }).plan.tabs).toEqual([]);
    expect(carry(cancelled.after, moveSession, { id: 'SEA-0001', date: '2023-06-12' }).refusal).toContain(
      'est annulée',
    );
  });

  test('one that took place cannot be cancelled', () => {
    const held = calendarOf({ sessions: [{ ...session, date: '2023-04-03', status: 'held' }] });
    expect(carry(held, cancelSession, { id: 'SEA-0001' }).refusal).toContain('a eu lieu');
  });
});

describe('« Ajouter » and « Modifier une séance »', () => {
  test('a new one takes hour, place and seats from its programme, and may belong to another one too', () => {
    const added = carry(start, addSession, {
      programme: 'CLUB',
      other_programmes: ['MAMA', 'CLUB'],
      date: '2023-10-11',
    });
    expect(added.sessions[1]).toMatchObject({
      title: 'Club MILA',
      start_time: '18:00',
      place: 'Salle de réunion',
      capacity: 25,
      other_programmes: ['MAMA'],
      status: 'planned',
      duration: 120,
    });
    const again = carry(added.after, addSession, { programme: 'CLUB', date: '2023-10-11' });
    expect(again.refusal).toContain('est déjà dans');
    expect(carry(start, addSession, { programme: 'RIEN', date: '2023-10-11' }).refusal).toContain('n’est pas dans');
  });

  test('fewer seats than people: nobody loses theirs; a link must be one', () => {
    const edited = carry(start, editSession, { id: 'SEA-0001', capacity: 2, title: 'Club SACEM et droits' });
    expect(edited.sessions[0]).toMatchObject({ capacity: 2, title: 'Club SACEM et droits' });
    expect(edited.wish.problems.map(({ kind }) => kind)).toEqual(['over_capacity']);
    expect(edited.outbox).toEqual([]);
    expect(carry(start, editSession, { id: 'SEA-0001', online_link: 'javascript:alert(1)' }).refusal).toContain(
      'n’est pas un lien',
    );
  });
});
