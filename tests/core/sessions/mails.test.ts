/** Reminders a week and a day before, and thanks afterwards: to whom, once, and no longer when their reason went. */
import { cancelSession } from '../../../src/core/commands/cancel-session.ts';
import { remindSessions } from '../../../src/core/commands/remind-sessions.ts';
import { thankSession } from '../../../src/core/commands/thank-session.ts';
import { lostMails } from '../../../src/core/mails/causes.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { calendarOf, carry } from '../../support/sessions.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const session = { title: 'Club SACEM', start_time: '18:00', place: 'Pôle', status: 'planned' as const };
const anna = { first_name: 'Anna', last_name: 'Marée', email: 'anna@maree.example', status: 'registered' as const };
const start = calendarOf({
  sessions: [
    { ...session, date: '2023-05-19' },
    { ...session, title: 'JuriQuizz', date: '2023-05-13' },
    { ...session, date: '2023-05-20' },
    { ...session, date: '2023-05-15', status: 'proposed' },
    { ...session, date: '2023-05-10', status: 'held', replay_link: 'https://video.example/club' },
  ],
  people: [
    { ...anna, session: 'SEA-0001' },
    { ...anna, session: 'SEA-0002' },
    { ...anna, session: 'SEA-0003' },
    { ...anna, session: 'SEA-0004' },
    { ...anna, session: 'SEA-0005', status: 'present' },
    { first_name: 'Bob', session: 'SEA-0005', status: 'absent', email: 'bob@x.example' },
    { first_name: 'Chloé', session: 'SEA-0001', status: 'waiting', email: 'chloe@x.example' },
  ],
});

const lost = (workbook: Workbook, today: string) =>
  [
    ...lostMails(stateFrom([], workbook), readTable(outboxTable, workbook[outboxTable.tab]).records, today).values(),
  ].map(({ why }) => why);

test('a week before and on the eve, whoever has a seat is reminded, once', () => {
  const reminded = carry(start, remindSessions, {});
  expect(reminded.outbox.map(({ to, subject }) => [to, subject])).toEqual([
    ['anna@maree.example', 'Dans une semaine : Club SACEM'],
    ['anna@maree.example', 'Demain : JuriQuizz'],
  ]);
  expect(reminded.outbox[0]?.body).toContain('vendredi 19 mai 2023, 18\u00A0h');
  expect(carry(reminded.after, remindSessions, {}).outbox).toEqual([]);
  expect(carry(reminded.after, remindSessions, {}, '2023-05-18').outbox).toMatchObject([
    { subject: 'Demain : Club SACEM' },
    { subject: 'Dans une semaine : Club SACEM' },
  ]);
});

test('« Réglages » may stop those of the clock, not those that she asks for', () => {
  const stopped = { ...start, ...calendarOf({ settings: { session_reminders: 'non' } }) };
  const workbook = { ...start, Réglages: stopped['Réglages'] ?? [] };
  expect(carry(workbook, remindSessions, { automatic: true }).outbox).toEqual([]);
  expect(carry(workbook, remindSessions, {}).outbox).toHaveLength(2);
});

test('a reminder does not leave once the session is cancelled, the seat given back, or the day past', () => {
  const reminded = carry(start, remindSessions, {}).after;
  expect(lost(reminded, '2023-05-12')).toEqual([]);
  const cancelled = carry(reminded, cancelSession, { id: 'SEA-0001', tell: false }).after;
  expect(lost(cancelled, '2023-05-12')).toEqual([expect.stringContaining('est annulée')]);
  expect(lost(reminded, '2023-05-18')).toEqual([
    expect.stringContaining('trop tard'),
    expect.stringContaining('passée'),
  ]);
  const people = readTable(registrationTable, reminded[registrationTable.tab]).records;
  const withdrawn = {
    ...reminded,
    [registrationTable.tab]: changeTable(registrationTable, reminded[registrationTable.tab], {
      put: people.map((one) => ({ ...one, status: 'withdrawn' as const })),
    }),
  };
  expect(lost(withdrawn, '2023-05-12')).toHaveLength(2);
});

test('only those who came are thanked, with the replay; before attendance is noted nobody is', () => {
  const thanked = carry(start, thankSession, { session: 'SEA-0005' });
  expect(thanked.outbox).toMatchObject([{ to: 'anna@maree.example' }]);
  expect(thanked.outbox[0]?.body).toContain('https://video.example/club');
  expect(carry(thanked.after, thankSession, { session: 'SEA-0005' }).outbox).toEqual([]);
  expect(carry(start, thankSession, { session: 'SEA-0001' }).refusal).toContain('notez d’abord les présences');
  expect(carry(start, thankSession, { session: 'SEA-0009' }).refusal).toContain('n’est plus dans');
});
