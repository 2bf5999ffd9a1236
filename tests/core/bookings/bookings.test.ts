/** The meeting room and the studio: booked, taken, called off, and what their free hours are worth. */
import { bookSpace } from '../../../src/core/commands/book-space.ts';
import { cancelBooking } from '../../../src/core/commands/cancel-booking.ts';
import type { Command } from '../../../src/core/command.ts';
import { afterPlan } from '../../../src/core/plan.ts';
import { decide } from '../../../src/core/preview.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import { bookingTable } from '../../../src/core/tables/booking.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import { bookingsView } from '../../../src/core/views/bookings.ts';
import type { BookingsView } from '../../../src/core/views/bookings.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { blank } from '../../support/blank.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const moment = { today: '2023-05-12', time: '10:30' };
const member = blank(memberTable, { id: 'ADH-0001', organisation: 'Label Marée Basse' });
const club = blank(sessionTable, {
  id: 'SEA-0001',
  title: 'Club MILA',
  date: '2023-06-05',
  start_time: '18:00',
  end_time: '20:00',
  place: 'Salle de réunion du pôle',
  status: 'planned',
});
const office = (settings: Readonly<Record<string, string>> = {}): Workbook => ({
  [memberTable.tab]: changeTable(memberTable, undefined, { put: [member] }),
  [sessionTable.tab]: changeTable(sessionTable, undefined, { put: [club] }),
  [settingTable.tab]: changeTable(settingTable, undefined, {
    put: Object.entries(settings).map(([key, value], index) =>
      blank(settingTable, { id: `REG-000${index + 1}`, key, value }),
    ),
  }),
});
const asked = {
  space: 'salle de réunion',
  date: '2023-06-06',
  start_time: '14h',
  end_time: '16:30',
  member: 'ADH-0001',
  purpose: 'Écoute',
};

function run(workbook: Workbook, command: Command, input: unknown) {
  const { plan, preview, wish } = decide(command, stateFrom([], workbook), { input, moment });
  return { preview, details: wish.details, after: afterPlan(workbook, plan) };
}
const bookings = (workbook: Workbook) => readTable(bookingTable, workbook[bookingTable.tab]).records;

test('a member books the room: free, and its hours are counted', () => {
  const { preview, after } = run(office({ room_hour_value: '30' }), bookSpace, asked);
  expect(preview.summary).toEqual([
    'Salle de réunion, mardi 6 juin 2023, 14\u00a0h – 16\u00a0h\u00a030\u00a0: réservé pour «\u00a0Label Marée Basse\u00a0».',
    'Gratuite\u00a0: 2\u00a0h\u00a030 de mise à disposition, soit 75\u00a0€ au compte 87.',
  ]);
  expect(bookings(after)).toMatchObject([
    { id: 'RES-0001', space: 'Salle de réunion', start_time: '14:00', end_time: '16:30', free: true, status: 'booked' },
  ]);
});

test('a session in the same place stands in the way, and three other ways are proposed', () => {
  const { preview, details } = run(office(), bookSpace, {
    ...asked,
    date: '2023-06-05',
    start_time: '17:00',
    end_time: '19:00',
  });
  expect(preview.state).toBe('refused');
  expect(preview.refusal).toContain('pris par la séance « Club MILA »');
  expect(details).toEqual({
    alternatives: [
      { space: 'Studio', date: '2023-06-05', start: '17:00', end: '19:00' },
      { space: 'Salle de réunion', date: '2023-06-05', start: '16:00', end: '18:00' },
      { space: 'Salle de réunion', date: '2023-06-06', start: '17:00', end: '19:00' },
    ],
  });
});

test('another booking stands in the way too; next to each other they do not', () => {
  const { after } = run(office(), bookSpace, asked);
  expect(run(after, bookSpace, { ...asked, start_time: '16:00', end_time: '17:00' }).preview.refusal).toContain(
    'réservé par Label Marée Basse',
  );
  expect(run(after, bookSpace, { ...asked, start_time: '16:30', end_time: '17:00' }).preview.state).toBe('ready');
});

test('called off: the row stays, the place is free again; what is past is not called off', () => {
  const { after } = run(office(), bookSpace, asked);
  const gone = run(after, cancelBooking, { id: 'RES-0001', notes: 'Grève' });
  expect(bookings(gone.after)).toMatchObject([{ status: 'cancelled', notes: 'Grève' }]);
  expect(run(gone.after, bookSpace, asked).preview.state).toBe('ready');
  expect(run(gone.after, cancelBooking, { id: 'RES-0001' }).preview.state).toBe('nothing');
  const past = { ...bookings(after)[0], date: '2023-05-02' };
  const old = {
    ...after,
    [bookingTable.tab]: changeTable(bookingTable, undefined, { put: [blank(bookingTable, past)] }),
  };
  expect(run(old, cancelBooking, { id: 'RES-0001' }).preview.refusal).toContain('est passée');
});

test.each([
  ['a place that is not one', { space: 'Toit' }, 'n’est pas un lieu à réserver'],
  ['a day that is past', { date: '2023-05-11' }, 'Ce jour est passé'],
  ['a day that does not exist', { date: '2023-02-30' }, 'n’est pas une date'],
  ['no end', { end_time: null }, 'Dites de quelle heure'],
  ['an end before the start', { end_time: '13h' }, 'doit venir après le début'],
  ['nobody', { member: null }, 'Dites pour qui'],
  ['a member who is gone', { member: 'ADH-0099' }, 'n’est plus dans'],
])('%s is refused in French', (_, fields, words) => {
  expect(run(office(), bookSpace, { ...asked, ...fields }).preview.refusal).toContain(words);
});

test('the view lists what is to come, and values the free hours of the year where an hour has a value', () => {
  let workbook = run(office(), bookSpace, asked).after;
  workbook = run(workbook, bookSpace, { ...asked, space: 'Studio', date: '2023-05-15' }).after;
  workbook = run(workbook, bookSpace, { ...asked, member: null, person: 'Une voisine', date: '2023-06-07' }).after;
  const seen = bookingsView.view(stateFrom([], workbook), {}, moment) as BookingsView;
  expect(seen.bookings.map(({ who, free }) => [who, free])).toEqual([
    ['Label Marée Basse', true],
    ['Label Marée Basse', true],
    ['Une voisine', false],
  ]);
  expect(seen.free).toEqual([
    { space: 'Salle de réunion', hours: '2\u00a0h\u00a030', value: null },
    { space: 'Studio', hours: '2\u00a0h\u00a030', value: '100\u00a0€' },
  ]);
  expect(seen.members).toEqual([{ value: 'ADH-0001', label: 'Label Marée Basse' }]);
});
