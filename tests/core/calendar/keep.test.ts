/** Keeping the calendar: out of « Séances » and « Inscriptions », back from guests and from her own hand in the calendar. */
import { GoogleRefused } from '../../../src/core/asks.ts';
import { eventId } from '../../../src/core/calendar/content.ts';
import { registrationTable } from '../../../src/core/tables/registration.ts';
import { agendaTable } from '../../../src/core/tables/agenda.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import { answerInvitation, moveEvent, removeEvent } from '../../../src/local/google/calendar/index.ts';
import { calendarWorkbook, Killed, office, seat, session } from '../../support/calendar.ts';
import type { Office } from '../../support/calendar.ts';

const NOW = Date.parse('2023-05-12T09:00:00Z');
const club = session(5);
const people = [seat(1, club.id), seat(2, club.id)];
const withClub = () => office(calendarWorkbook([club], people));
const sent = () => {
  const it = withClub();
  it.run();
  it.told();
  it.calls.splice(0);
  return it;
};
const placeOf = (it: Office, of = club.id) => ({ calendarId: it.calendarId(), eventId: eventId(of) });
const rowOf = (it: Office, of = club.id) => it.rows().find((row) => row.session === of);
const writes = (it: Office) => it.calls.filter((call) => /Event$/u.test(call) && call !== 'getEvent');

test('a confirmed session is in the calendar, its people invited and hidden from each other', () => {
  const it = withClub();
  expect(it.run()).toMatchObject({ exists: true, added: 1, stopped: null });
  expect(it.events()).toMatchObject([
    {
      summary: 'Club 5',
      location: 'Salle de réunion',
      start: { dateTime: '2023-06-05T18:30:00+02:00' },
      end: { dateTime: '2023-06-05T20:30:00+02:00' },
      guestsCanSeeOtherGuests: false,
      guestsCanInviteOthers: false,
      guestsCanModify: false,
      attendees: [{ email: 'p1@musique.example' }, { email: 'p2@musique.example' }],
    },
  ]);
  expect(it.told()).toEqual(['invitation p1@musique.example', 'invitation p2@musique.example']);
});

test('proposed, cancelled, past and undated sessions are not in the calendar, nor whoever has no seat', () => {
  const it = office(
    calendarWorkbook(
      [
        session(1, { status: 'proposed' }),
        session(2, { status: 'cancelled' }),
        session(3, { date: '2023-05-11' }),
        session(4, { date: null }),
        session(5),
        session(6, { status: 'held' }),
      ],
      [
        seat(1, 'SEA-0005', { status: 'waiting' }),
        seat(2, 'SEA-0005', { status: 'withdrawn' }),
        seat(3, 'SEA-0005', { email: 'ceci n’est pas une adresse' }),
        seat(4, 'SEA-0005', { email: 'P4@musique.example' }),
        seat(5, 'SEA-0005', { email: 'p4@musique.example' }),
      ],
    ),
  );
  expect(it.run()).toMatchObject({ added: 1 });
  expect(it.events()).toMatchObject([{ summary: 'Club 5', attendees: [{ email: 'p4@musique.example' }] }]);
});

test('a session without times takes the whole day; one online gets its video call from Google', () => {
  const whole = session(1, { start_time: null, end_time: null, end_date: '2023-06-03' });
  const it = office(calendarWorkbook([whole, session(2, { place: 'En visio', end_time: null })], []));
  it.run();
  expect(it.events()).toMatchObject([
    { start: { date: '2023-06-01' }, end: { date: '2023-06-04' } },
    {
      end: { dateTime: '2023-06-02T19:30:00+02:00' },
      hangoutLink: expect.stringContaining('meet.google.com') as string,
    },
  ]);
  expect(rowOf(it, 'SEA-0002')?.link).toContain('meet.google.com');
});

test('nothing changed: one reading and one question to the calendar, nobody is told', () => {
  const it = sent();
  expect(it.run()).toMatchObject({ added: 0, changed: 0, cancelled: 0 });
  expect(it.calls).toHaveLength(2);
  expect(it.told()).toEqual([]);
});

test('a typo in the title is mended without a word to anybody; a new time is told to all', () => {
  const it = sent();
  it.put(sessionTable, [{ ...club, title: 'Club MILA' }]);
  expect(it.run()).toMatchObject({ changed: 1 });
  expect(it.events()).toMatchObject([{ summary: 'Club MILA' }]);
  expect(it.told()).toEqual([]);
  it.put(sessionTable, [{ ...club, title: 'Club MILA', start_time: '19:00' }]);
  it.run();
  expect(it.told()).toEqual(['update p1@musique.example', 'update p2@musique.example']);
  expect(it.run()).toMatchObject({ changed: 0 });
});

test('a guest who comes or leaves is added or taken off, answers kept, and the others hear nothing', () => {
  const it = sent();
  answerInvitation(it.google.calendars(), placeOf(it), { email: 'p1@musique.example', answer: 'accepted' }, NOW);
  it.put(registrationTable, [seat(3, club.id), { ...seat(2, club.id), status: 'excused' }]);
  it.run();
  expect(it.events()).toMatchObject([
    {
      attendees: [
        { email: 'p1@musique.example', responseStatus: 'accepted' },
        { email: 'p3@musique.example', responseStatus: 'needsAction' },
      ],
    },
  ]);
  expect(it.told()).toEqual([]);
});

test('cancelled: the event goes and its guests are told once; confirmed again, the same event comes back', () => {
  const it = sent();
  it.put(sessionTable, [{ ...club, status: 'cancelled' }]);
  expect(it.run()).toMatchObject({ cancelled: 1 });
  expect(it.events()).toEqual([]);
  expect(it.told()).toEqual(['cancellation p1@musique.example', 'cancellation p2@musique.example']);
  expect(it.run()).toMatchObject({ cancelled: 0 });
  it.put(sessionTable, [club]);
  expect(it.run()).toMatchObject({ added: 1 });
  expect(it.events()).toMatchObject([{ id: eventId(club.id), summary: 'Club 5' }]);
  expect(it.told()).toEqual(['invitation p1@musique.example', 'invitation p2@musique.example']);
});

test('« Non » in the calendar frees the seat and says why; « Oui » is noted', () => {
  const it = sent();
  answerInvitation(it.google.calendars(), placeOf(it), { email: 'p1@musique.example', answer: 'declined' }, NOW);
  answerInvitation(it.google.calendars(), placeOf(it), { email: 'p2@musique.example', answer: 'accepted' }, NOW);
  expect(it.run()).toMatchObject({ answers: 2, again: true });
  expect(it.records(registrationTable)).toMatchObject([
    {
      status: 'withdrawn',
      invitation: 'declined',
      why: 'A répondu «\u00a0Non\u00a0» à l’invitation de l’agenda (12/05/2023).',
    },
    { status: 'registered', invitation: 'accepted' },
  ]);
  it.run();
  expect(it.events()).toMatchObject([{ attendees: [{ email: 'p2@musique.example', responseStatus: 'accepted' }] }]);
  expect(it.run()).toMatchObject({ changed: 0, answers: 0 });
});

test('moved by hand in the calendar: nothing is overwritten, both values are kept until she chooses', () => {
  const it = sent();
  const start = { dateTime: '2023-06-06T18:00:00', timeZone: 'Europe/Paris' };
  const end = { dateTime: '2023-06-06T20:00:00', timeZone: 'Europe/Paris' };
  moveEvent(it.google.calendars(), placeOf(it), { start, end, location: 'Studio' }, NOW);
  it.told();
  expect(it.run()).toMatchObject({ toSettle: 1, changed: 0 });
  expect(rowOf(it)).toMatchObject({
    state: 'moved',
    date: '2023-06-05',
    found_date: '2023-06-06',
    found_start: '18:00',
    found_end: '20:00',
    found_place: 'Studio',
  });
  it.put(sessionTable, [{ ...club, title: 'Club MILA', place: 'Cour' }]);
  expect(it.run()).toMatchObject({ toSettle: 1 });
  expect(it.events()).toMatchObject([{ summary: 'Club MILA', location: 'Studio' }]);
  expect(it.told()).toEqual([]);
  // The calendar's value, typed in « Séances », is an agreement.
  it.put(sessionTable, [
    { ...club, title: 'Club MILA', date: '2023-06-06', start_time: '18:00', end_time: '20:00', place: 'Studio' },
  ]);
  expect(it.run()).toMatchObject({ toSettle: 0 });
  expect(rowOf(it)).toMatchObject({ state: 'sent', date: '2023-06-06', place: 'Studio', found_date: null });
  expect(it.told()).toEqual([]);
});

test('deleted by hand in the calendar: she is asked, nobody is invited again', () => {
  const it = sent();
  removeEvent(it.google.calendars(), placeOf(it), NOW);
  it.told();
  expect(it.run()).toMatchObject({ toSettle: 1, added: 0 });
  expect(rowOf(it)?.state).toBe('deleted');
  expect(it.run()).toMatchObject({ toSettle: 1, added: 0 });
  expect(it.told()).toEqual([]);
});

test('the row of a session goes: an event with guests waits for her word, one without goes', () => {
  const it = office(calendarWorkbook([club, session(6)], people));
  it.run();
  it.told();
  it.put(sessionTable, [], [club.id, 'SEA-0006']);
  expect(it.run()).toMatchObject({ toSettle: 1, cancelled: 1 });
  expect(it.events()).toMatchObject([{ summary: 'Club 5' }]);
  expect(rowOf(it)?.state).toBe('orphan');
  expect(it.told()).toEqual([]);
  it.put(sessionTable, [club]);
  expect(it.run()).toMatchObject({ toSettle: 0 });
  expect(rowOf(it)?.state).toBe('sent');
});

test('what she adds to the calendar stays: other events, and guests of her own in ours', () => {
  const it = sent();
  const calendarId = it.calendarId();
  const time = { date: '2023-06-20' };
  const own = { summary: 'Plombier', start: time, end: { date: '2023-06-21' } };
  it.google.call('calendar', 'events.insert', { calendarId }, own);
  const attendees = [{ email: 'p1@musique.example' }, { email: 'p2@musique.example' }, { email: 'amie@exemple.org' }];
  it.google.call('calendar', 'events.patch', placeOf(it), { attendees });
  it.put(registrationTable, [{ ...seat(2, club.id), status: 'withdrawn' }]);
  it.run();
  expect(it.events()).toMatchObject([
    { attendees: [{ email: 'p1@musique.example' }, { email: 'amie@exemple.org' }] },
    { summary: 'Plombier', ...{ start: time } },
  ]);
});

test('Google has forgotten the token: everything is read again, and nothing is sent twice', () => {
  const it = sent();
  const row = it.rows().find(({ kind }) => kind === 'calendar');
  if (row) it.put(agendaTable, [{ ...row, token: 'CAAQAA' }]);
  expect(it.run()).toMatchObject({ added: 0, changed: 0, stopped: null });
  expect(it.told()).toEqual([]);
  expect(it.events()).toHaveLength(1);
});

test('the calendar was deleted: she is told, nothing is made behind her back', () => {
  const it = sent();
  it.google.calendars().calendars.pop();
  expect(it.run()).toMatchObject({ exists: false, stopped: 'gone' });
  expect(it.run()).toMatchObject({ exists: false, stopped: null });
  expect(it.google.calendars().calendars).toHaveLength(0);
});

test('a limit of Google stops the run; the next one goes on where it stopped', () => {
  const it = office(
    calendarWorkbook(
      [1, 2, 3, 4].map((number) => session(number)),
      [],
    ),
  );
  let inserts = 0;
  it.around = (when, call) => {
    if (when === 'before' && call === 'insertEvent' && (inserts += 1) > 2) throw new GoogleRefused(429, 'Limit');
  };
  expect(it.run()).toMatchObject({ added: 2, stopped: 'quota' });
  it.around = () => undefined;
  expect(it.run()).toMatchObject({ added: 2, stopped: null });
  expect(it.events()).toHaveLength(4);
});

test('an event that Google refuses does not keep the others, and its session says so', () => {
  const long = session(1, { place: 'x'.repeat(9000) });
  const it = office(calendarWorkbook([long, session(2)], []));
  expect(it.run()).toMatchObject({ added: 1, stopped: null });
  expect(rowOf(it, long.id)?.trouble).toContain('Google refuse');
  it.put(sessionTable, [session(1)]);
  expect(it.run()).toMatchObject({ added: 1 });
  expect(rowOf(it, long.id)?.trouble).toBeNull();
});

test('service calls: 60 sessions of 10 guests, nothing changed, one guest more in 30 of them', () => {
  const sessions = Array.from({ length: 60 }, (_, index) => session(index + 1));
  const seats = sessions.flatMap(({ id }, index) =>
    Array.from({ length: 10 }, (_, guest) => seat(index * 10 + guest + 1, id)),
  );
  const it = office(calendarWorkbook(sessions, seats));
  it.run();
  expect(it.calls.length).toBeLessThanOrEqual(66);
  it.calls.splice(0);
  it.run();
  expect(it.calls.length).toBeLessThanOrEqual(3);
  it.calls.splice(0);
  it.put(
    registrationTable,
    sessions.slice(0, 30).map(({ id }, index) => seat(900 + index, id)),
  );
  expect(it.run()).toMatchObject({ changed: 30 });
  expect(it.calls.length).toBeLessThanOrEqual(36);
});

test('killed before or after any call, then run again: one event per session, each guest invited once', () => {
  const start = () =>
    office(
      calendarWorkbook(
        [session(1), session(2)],
        people.map((one) => ({ ...one, session: 'SEA-0001' })),
      ),
      { made: false },
    );
  const settled = (it: Office) => {
    for (let turn = 0; turn < 3; turn += 1) it.run();
  };
  const total = countCalls(start());
  for (let at = 1; at <= total; at += 1)
    for (const when of ['before', 'after'] as const) {
      const it = start();
      killAt(it, at, when);
      dies(() => settled(it));
      it.around = () => undefined;
      it.moment = { today: '2023-05-12', time: '11:00' };
      settled(it);
      const events = it.events().map(({ summary }) => summary);
      expect([at, when, events.sort()]).toEqual([at, when, ['Club 1', 'Club 2']]);
      expect([at, when, it.told()]).toEqual([
        at,
        when,
        ['invitation p1@musique.example', 'invitation p2@musique.example'],
      ]);
      it.calls.splice(0);
      expect(it.run()).toMatchObject({ added: 0, changed: 0, stopped: null });
      expect(writes(it)).toEqual([]);
    }
});

test('killed while a move, a cancellation and a new guest go out: each is told once', () => {
  const start = () => {
    const it = office(
      calendarWorkbook(
        [session(1), session(2), session(3)],
        [1, 2, 3].map((number) => seat(number, `SEA-000${number}`)),
      ),
    );
    it.run();
    it.told();
    it.put(sessionTable, [session(1, { start_time: '19:00' }), session(2, { status: 'cancelled' })]);
    it.put(registrationTable, [seat(4, 'SEA-0003')]);
    it.calls.splice(0);
    return it;
  };
  const total = countCalls(start());
  for (let at = 1; at <= total; at += 1)
    for (const when of ['before', 'after'] as const) {
      const it = start();
      killAt(it, at, when);
      dies(() => it.run());
      it.around = () => undefined;
      it.run();
      it.run();
      expect([at, when, it.told()]).toEqual([
        at,
        when,
        ['update p1@musique.example', 'cancellation p2@musique.example'],
      ]);
      expect(it.events()).toMatchObject([
        { start: { dateTime: '2023-06-01T19:00:00+02:00' } },
        { attendees: [{ email: 'p3@musique.example' }, { email: 'p4@musique.example' }] },
      ]);
    }
});

/** A run that is killed at its last call has nothing left to fail at. */
function dies(run: () => unknown): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
  }
}

function killAt(it: Office, at: number, when: 'before' | 'after'): void {
  let calls = 0;
  it.around = (moment) => {
    if (moment === 'before') calls += 1;
    if (calls > at || (moment === when && calls === at)) throw new Killed();
  };
}

function countCalls(it: Office): number {
  for (let turn = 0; turn < 3; turn += 1) if (!it.run().again) break;
  return it.calls.length;
}
