/** What bookings are decided on: the places, what occupies them, and what an hour of them is worth. */
import type { State } from '../command.ts';
import { slotOf } from '../calendar/slot.ts';
import { minutesOfDay } from '../day.ts';
import type { Day } from '../day.ts';
import { fold } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { settingText } from '../settings.ts';
import type { RecordOf, Table } from '../table.ts';
import { bookingTable } from '../tables/booking.ts';
import type { Booking } from '../tables/booking.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import { bookableSetting, roomHourSetting, studioHourSetting } from './settings.ts';

/** The tabs that bookings are read from. */
export const bookingTabs: readonly string[] = [bookingTable, sessionTable, memberTable, settingTable].map(
  ({ tab }) => tab,
);

/** A place at a time. */
export interface Span {
  readonly space: string;
  readonly date: Day;
  readonly start: string;
  readonly end: string;
}

/** Something that occupies a place, and what it is, in French. */
export interface Occupied extends Span {
  readonly what: string;
}

/** All that bookings need to know. */
export interface BookingDesk {
  readonly spaces: readonly string[];
  readonly bookings: readonly Booking[];
  readonly members: readonly Member[];
  readonly occupied: readonly Occupied[];
  /** Cents for an hour of a place; null where its value was not said. */
  readonly hourValue: (space: string) => number | null;
}

/** Reads the desk. */
export function bookingDesk(state: State): BookingDesk {
  const read = <T extends Table>(table: T): readonly RecordOf<T>[] =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const settings = read(settingTable);
  const spaces = settingText(settings, bookableSetting)
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const bookings = read(bookingTable);
  return {
    spaces,
    bookings,
    members: read(memberTable),
    occupied: [
      ...bookings.flatMap(bookedSpan),
      ...read(sessionTable).flatMap((session) => sessionSpans(session, spaces)),
    ],
    hourValue: (space) => hourValue(settings, space),
  };
}

function bookedSpan({
  status,
  space,
  date,
  start_time: start,
  end_time: end,
  organisation,
  person,
}: Booking): Occupied[] {
  if (status === 'cancelled' || space === null || date === null || start === null || end === null) return [];
  return [{ space, date, start, end, what: `réservé par ${organisation ?? person ?? 'quelqu’un'}` }];
}

const LETS_GO: readonly (Session['status'] | undefined)[] = ['cancelled', 'unscheduled', 'proposed'];

/** A session occupies each bookable place that its own place names; without times, the whole day. */
function sessionSpans(session: Session, spaces: readonly string[]): Occupied[] {
  const slot = slotOf(session);
  if (slot === null || LETS_GO.includes(session.status)) return [];
  const place = fold(slot.place ?? '');
  const { date, start, end } = slot;
  return spaces
    .filter((space) => place.includes(fold(space)))
    .map((space) => ({
      space,
      date,
      start: start ?? '00:00',
      end: end ?? '24:00',
      what: `pris par la séance « ${session.title ?? session.id} »`,
    }));
}

function hourValue(settings: readonly Setting[], space: string): number | null {
  const text = settingText(settings, /studio/u.test(fold(space)) ? studioHourSetting : roomHourSetting);
  const value = Number(text.replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : Math.round(value * 100);
}

/** What stands in the way of that span, or nothing. */
export function clashes(occupied: readonly Occupied[], { space, date, start, end }: Span): readonly Occupied[] {
  return occupied.filter(
    (one) => fold(one.space) === fold(space) && one.date === date && one.start < end && start < one.end,
  );
}

/** The minutes of a span. */
export function minutesIn({ start, end }: Pick<Span, 'start' | 'end'>): number {
  return minutesOfDay(end) - minutesOfDay(start);
}
