/** 7. Whatever « Séances » and « Inscriptions » hold, the calendar ends up with one event per session, equal to it; other events stay. */
import fc from 'fast-check';
import { eventId } from '../../src/core/calendar/content.ts';
import { readEvent } from '../../src/core/calendar/found.ts';
import { slotOf } from '../../src/core/calendar/slot.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import type { Session } from '../../src/core/tables/session.ts';
import { hostileTexts } from '../support/arbitrary.ts';
import { calendarWorkbook, office, seat, session } from '../support/calendar.ts';
import type { Office } from '../support/calendar.ts';

const some = fc.record({
  date: fc.constantFrom('2023-05-11', '2023-05-12', '2023-06-05', '2023-06-06', null),
  status: fc.constantFrom('planned', 'planned', 'planned', 'cancelled', 'proposed', 'held'),
  start_time: fc.constantFrom('09:30', '18:00', null),
  end_time: fc.constantFrom('11:00', '20:00', null),
  place: fc.constantFrom('Salle', 'En visio', null, ...hostileTexts),
  title: fc.constantFrom('Club', null, ...hostileTexts),
  guests: fc.subarray([1, 2, 3, 4]),
});
const situation = fc.tuple(
  fc.array(some, { minLength: 1, maxLength: 3 }),
  fc.array(some, { minLength: 1, maxLength: 3 }),
);
type Some = typeof some extends fc.Arbitrary<infer T> ? T : never;

const sessionsOf = (all: readonly Some[]): Session[] =>
  all.map(({ guests: _, ...fields }, index) => session(index + 1, fields as Partial<Session>));
const seatsOf = (all: readonly Some[]) =>
  all.flatMap(({ guests }, index) =>
    [1, 2, 3, 4].map((guest) =>
      seat(index * 4 + guest, `SEA-000${index + 1}`, {
        email: `p${guest}@musique.example`,
        status: guests.includes(guest) ? 'registered' : 'withdrawn',
      }),
    ),
  );

test('after any two states, one after the other, each session to come has its one event, and nothing is sent again', () => {
  fc.assert(
    fc.property(situation, ([first, then]) => {
      const it = office(calendarWorkbook(sessionsOf(first), seatsOf(first)));
      const calendarId = it.calendarId();
      const own = { id: 'plombier', summary: 'Plombier', start: { date: '2023-06-20' }, end: { date: '2023-06-21' } };
      it.google.call('calendar', 'events.insert', { calendarId }, own);
      it.run();
      const kept = first.slice(then.length).map((one): Some => ({ ...one, status: 'cancelled' }));
      const now = [...then, ...kept];
      it.put(sessionTable, sessionsOf(now));
      it.put(registrationTable, seatsOf(now));
      it.run();
      for (const [index, one] of sessionsOf(now).entries()) isEqualTo(it, one, now[index]?.guests ?? []);
      expect(eventNamed(it, 'plombier')).toMatchObject({ cancelled: false, session: null });
      it.told();
      expect(it.run()).toMatchObject({ added: 0, changed: 0, cancelled: 0, stopped: null });
      expect(it.told()).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

function isEqualTo(it: Office, one: Session, guests: readonly number[]): void {
  const slot = slotOf(one);
  const found = eventNamed(it, eventId(one.id));
  if (one.status === 'cancelled' || one.status === 'proposed') return expect(found?.cancelled ?? true).toBe(true);
  // What is past or has no date yet is left as it is.
  if (one.status !== 'planned' || slot === null || slot.until < it.moment.today) return;
  expect(found).toMatchObject({ cancelled: false, session: one.id, slot });
  const emails = (found?.guests ?? []).map(({ email }) => email).sort();
  expect(emails).toEqual(guests.map((guest) => `p${guest}@musique.example`).sort());
}

function eventNamed(it: Office, id: string) {
  const event = it.google.calendars().calendars[0]?.events[id];
  return event === undefined ? null : readEvent(event.resource);
}
