/** Asking for the calendar, and her word on what was changed in it by hand. */
import { eventId } from '../../../src/core/calendar/content.ts';
import { createCalendar } from '../../../src/core/commands/create-calendar.ts';
import { settleCalendarMove } from '../../../src/core/commands/settle-calendar-move.ts';
import type { Command } from '../../../src/core/command.ts';
import { apply, look } from '../../../src/core/shell.ts';
import { agendaTable } from '../../../src/core/tables/agenda.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import { calendarView } from '../../../src/core/views/calendar.ts';
import type { CalendarView } from '../../../src/core/views/calendar.ts';
import { calendarPart } from '../../../src/core/week/calendar.ts';
import { answerInvitation, moveEvent, removeEvent } from '../../../src/local/google/calendar/index.ts';
import { calendarWorkbook, office, seat, session } from '../../support/calendar.ts';
import type { Office } from '../../support/calendar.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const NOW = Date.parse('2023-05-12T09:00:00Z');
const club = session(5);
const placeOf = (it: Office) => ({ calendarId: it.calendarId(), eventId: eventId(club.id) });

function sent(): Office {
  const it = office(calendarWorkbook([club], [seat(1, club.id)]));
  it.run();
  it.told();
  return it;
}

function act(it: Office, command: Command, input: unknown) {
  return it.host.run(apply({ command, input, moment: it.moment, known: null }, null, 'ana@mila.example'));
}

function seen(it: Office): CalendarView {
  const answer = it.host.run(look(calendarView, {}, it.moment, null)) as { view: CalendarView };
  return answer.view;
}

function moved(): Office {
  const it = sent();
  const at = (time: string) => ({ dateTime: `2023-06-12T${time}:00`, timeZone: 'Europe/Paris' });
  moveEvent(it.google.calendars(), placeOf(it), { start: at('18:30'), end: at('20:30'), location: 'Studio' }, NOW);
  it.run();
  it.told();
  return it;
}

test('« Créer l’agenda » asks for one, Google makes it once, and asking again is refused', () => {
  const it = office({ [sessionTable.tab]: [sessionTable.columns.map(({ header }) => header)] }, { made: false });
  expect(it.run()).toMatchObject({ exists: false });
  expect(seen(it)).toMatchObject({ state: 'none' });
  expect(act(it, createCalendar, {}).shown.preview.effects).toMatchObject([{ kind: 'calendar', to: 'Séances' }]);
  expect(seen(it)).toMatchObject({ state: 'coming', title: 'Séances' });
  expect(it.run()).toMatchObject({ created: true, again: true });
  expect(it.google.calendars().calendars).toMatchObject([{ summary: 'Séances', timeZone: 'Europe/Paris' }]);
  expect(it.run()).toMatchObject({ created: false, again: false });
  expect(act(it, createCalendar, {}).shown.preview.refusal).toContain('déjà là');
  expect(seen(it)).toMatchObject({ state: 'ready', exchanged: 'vendredi 12 mai 2023 à 10\u00a0h\u00a030' });
});

test('a calendar that was deleted is asked for anew, and all sessions go in it', () => {
  const it = sent();
  it.google.calendars().calendars.pop();
  it.run();
  expect(seen(it)).toMatchObject({ state: 'lost' });
  act(it, createCalendar, { title: 'Agenda 2023' });
  it.run();
  expect(it.run()).toMatchObject({ added: 1 });
  expect(it.google.calendars().calendars.at(-1)?.summary).toBe('Agenda 2023');
});

test('a session moved in the calendar is shown with both dates and the one last agreed', () => {
  expect(seen(moved()).differences).toEqual([
    {
      session: club.id,
      title: 'Club 5',
      kind: 'moved',
      sheet: 'lundi 5 juin 2023, 18\u00a0h\u00a030 – 20\u00a0h\u00a030, Salle de réunion',
      calendar: 'lundi 12 juin 2023, 18\u00a0h\u00a030 – 20\u00a0h\u00a030, Studio',
      agreed: 'lundi 5 juin 2023, 18\u00a0h\u00a030 – 20\u00a0h\u00a030, Salle de réunion',
      chosen: false,
      guests: 1,
      yes: 0,
      no: 0,
      maybe: 0,
    },
  ]);
});

test('she keeps the date of the calendar: « Séances » follows, and nobody is told again', () => {
  const it = moved();
  expect(act(it, settleCalendarMove, { session: club.id, keep: 'calendar' }).outcome).toBe('applied');
  expect(it.records(sessionTable)).toMatchObject([
    { date: '2023-06-12', place: 'Studio', previous_dates: ['05/06/2023'], end_date: null },
  ]);
  expect(it.run()).toMatchObject({ toSettle: 0 });
  expect(it.told()).toEqual([]);
  expect(seen(it)).toMatchObject({ differences: [], events: [{ when: expect.stringContaining('12 juin') as string }] });
  // The next change starts from there.
  it.put(sessionTable, [{ ...club, date: '2023-06-19', place: 'Studio' }]);
  expect(it.run()).toMatchObject({ toSettle: 0, changed: 1 });
  expect(it.told()).toEqual(['update p1@musique.example']);
});

test('she keeps the date of « Séances »: the event goes back, and its guests are told', () => {
  const it = moved();
  const steps = () => {
    const { entered } = it.host.snapshot().tabs.find(({ title }) => title === agendaTable.tab) ?? { entered: [] };
    return calendarPart.steps(stateFrom([], { [agendaTable.tab]: entered }), it.moment);
  };
  expect(steps()).toMatchObject([
    { title: expect.stringMatching(/^1.séance à accorder avec l’agenda$/u) as string, action: { view: 'calendar' } },
  ]);
  const { shown } = act(it, settleCalendarMove, { session: club.id, keep: 'sheet' });
  expect(shown.preview.summary.join(' ')).toContain('Google l’annoncera à un invité');
  expect(seen(it).differences).toMatchObject([{ chosen: true }]);
  expect(steps()).toEqual([]);
  expect(it.run()).toMatchObject({ toSettle: 0, changed: 1 });
  expect(it.events()).toMatchObject([
    { start: { dateTime: '2023-06-05T18:30:00+02:00' }, location: 'Salle de réunion' },
  ]);
  expect(it.told()).toEqual(['update p1@musique.example']);
});

test('an event deleted by hand comes back, or its session is cancelled', () => {
  const it = sent();
  removeEvent(it.google.calendars(), placeOf(it), NOW);
  it.run();
  it.told();
  act(it, settleCalendarMove, { session: club.id, keep: 'sheet' });
  expect(it.run()).toMatchObject({ added: 1, toSettle: 0 });
  expect(it.told()).toEqual(['invitation p1@musique.example']);
  removeEvent(it.google.calendars(), placeOf(it), NOW);
  it.run();
  act(it, settleCalendarMove, { session: club.id, keep: 'calendar' });
  expect(it.records(sessionTable)).toMatchObject([{ status: 'cancelled', reason: 'Supprimée dans l’agenda' }]);
  expect(it.run()).toMatchObject({ added: 0, toSettle: 0 });
});

test('an event whose session went is cancelled on her word only', () => {
  const it = sent();
  it.put(sessionTable, [], [club.id]);
  it.run();
  expect(act(it, settleCalendarMove, { session: club.id, keep: 'calendar' }).outcome).toBe('refused');
  act(it, settleCalendarMove, { session: club.id, keep: 'sheet' });
  expect(it.run()).toMatchObject({ cancelled: 1, toSettle: 0 });
  expect(it.told()).toEqual(['cancellation p1@musique.example']);
});

test('nothing to choose is said so', () => {
  expect(act(sent(), settleCalendarMove, { session: club.id, keep: 'sheet' }).shown.preview.refusal).toContain(
    'rien à choisir',
  );
});

test('a person who was erased is taken off the event', () => {
  const it = sent();
  const row = it.rows().find(({ session: of }) => of === club.id);
  if (row) it.put(agendaTable, [{ ...row, guests: ['needsAction Adresse effacée'] }]);
  it.put(registrationTable, [seat(1, club.id, { last_name: 'Personne effacée', email: null })]);
  answerInvitation(it.google.calendars(), placeOf(it), { email: 'p1@musique.example', answer: 'accepted' }, NOW);
  expect(it.run()).toMatchObject({ changed: 1 });
  expect(it.events()).toMatchObject([{ attendees: [] }]);
  expect(it.rows().find(({ session: of }) => of === club.id)).toMatchObject({ guests: [], by_hand: [] });
});
