/** Attendance typed back from the sheet. */
import { recordAttendance } from '../../../src/core/commands/record-attendance.ts';
import { calendarOf, carry } from '../../support/sessions.ts';

const person = (fields: object) => ({ session: 'SEA-0001', status: 'registered' as const, ...fields });
const start = calendarOf({
  sessions: [{ date: '2023-05-10', title: 'JuriQuizz', status: 'planned' }],
  members: [{ organisation: 'SARL Label Marée', former_names: ['Vague Label'] }],
  people: [
    person({ first_name: 'Anna', last_name: 'Marée', organisation: 'Label Marée' }),
    person({ first_name: 'Bob', last_name: 'Martin' }),
    person({ first_name: 'Chloé', last_name: 'Petit' }),
    person({ first_name: 'Dan', last_name: 'Leroy', status: 'waiting' }),
    person({ first_name: 'Anna', last_name: 'Marée', repeats: 'INS-0001' }),
  ],
});

test('those ticked came, the others were absent or excused, who waits keeps waiting; the session is held', () => {
  const done = carry(start, recordAttendance, {
    session: 'SEA-0001',
    present: ['INS-0001'],
    excused: ['INS-0003'],
    women: 1,
  });
  expect(done.people.map(({ status }) => status)).toEqual(['present', 'absent', 'excused', 'waiting', 'registered']);
  expect(done.sessions[0]).toMatchObject({ status: 'held', attended: 1, registered: 3, women: 1 });
});

test('people who came without a seat become rows, known ones are found again; typed twice, nobody doubles', () => {
  const walkIns = 'Éva Blanc, label marée\nBob Martin\n\n  Dan   Leroy ; \nFanny\nFanny\nGus Roux, Réseau Inconnu';
  const input = { session: 'SEA-0001', present: ['INS-0001'], walkIns };
  const done = carry(start, recordAttendance, input);
  expect(done.people.map(({ status }) => status)).toEqual([
    'present',
    'present',
    'absent',
    'present',
    'registered',
    'present',
    'present',
    'present',
  ]);
  expect(done.people.slice(5)).toMatchObject([
    { first_name: 'Éva', last_name: 'Blanc', organisation: 'label marée', member: 'ADH-0001' },
    { first_name: null, last_name: 'Fanny', member: null },
    { first_name: 'Gus', last_name: 'Roux', organisation: 'Réseau Inconnu', member: null },
  ]);
  expect(done.sessions[0]).toMatchObject({ attended: 6 });
  expect(carry(done.after, recordAttendance, input).plan.tabs).toEqual([]);
  const corrected = carry(done.after, recordAttendance, { session: 'SEA-0001', present: ['INS-0001'] });
  expect(corrected.sessions[0]).toMatchObject({ attended: 1 });
});

test('a count of hers stays, unless she gives another one or more people came', () => {
  const counted = calendarOf({
    sessions: [{ date: '2023-04-03', title: 'Club', status: 'held', attended: 17, women: 9 }],
    people: [person({ organisation: 'Label Marée' })],
  });
  const input = { session: 'SEA-0001', present: ['INS-0001'] };
  expect(carry(counted, recordAttendance, input).sessions[0]).toMatchObject({ attended: 17, women: 9 });
  expect(carry(counted, recordAttendance, { ...input, attended: 18 }).sessions[0]).toMatchObject({ attended: 18 });
});

test('only a number, when nobody is named; nothing at all, or nonsense, is refused with the cure', () => {
  const bare = calendarOf({
    sessions: [
      { date: '2023-05-10', title: 'Déj', status: 'planned' },
      { date: '2023-06-10', title: 'Demain', status: 'planned' },
      { date: '2023-05-10', title: 'Non', status: 'cancelled' },
    ],
  });
  expect(carry(bare, recordAttendance, { session: 'SEA-0001', present: [], attended: 12 }).sessions[0]).toMatchObject({
    status: 'held',
    attended: 12,
    registered: null,
  });
  const refused = (input: object) => carry(bare, recordAttendance, { present: [], ...input }).refusal;
  expect(refused({ session: 'SEA-0001' })).toContain('Tapez le nombre de présents');
  expect(refused({ session: 'SEA-0001', attended: 3, women: 5 })).toContain('plus de femmes');
  expect(refused({ session: 'SEA-0002', attended: 3 })).toContain('n’a pas encore eu lieu');
  expect(refused({ session: 'SEA-0003', attended: 3 })).toContain('est annulée');
  expect(refused({ session: 'SEA-0009', attended: 3 })).toContain('n’est plus dans');
});
