/** When and where a session is: what guests are told about when it changes. */
import { isDay, minutesOfDay, timeOfMinutes } from '../day.ts';
import type { Day } from '../day.ts';
import { hashText } from '../digest.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import type { Session } from '../tables/session.ts';

/** Day, times and place; without times it is the whole day. */
export interface Slot {
  readonly date: Day;
  /** Its last day. */
  readonly until: Day;
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
}

const USUAL_MINUTES = 60;

/** The slot of a session as « Séances » says it; null without a whole date. An end that is missing is an hour after. */
export function slotOf(session: Session): Slot | null {
  const { date, end_date: last, start_time: start, end_time: end, duration } = session;
  if (date === null || !isDay(date)) return null;
  const until = last !== null && isDay(last) && last > date ? last : date;
  const place = session.place?.replace(/\s+/gu, ' ').trim() ?? '';
  const where = { date, until, place: place === '' ? null : place };
  if (start === null) return { ...where, start: null, end: null };
  if (end !== null && (end > start || until > date)) return { ...where, start, end };
  const minutes = duration !== null && duration > 0 ? duration : USUAL_MINUTES;
  return { ...where, start, end: later(start, minutes) };
}

/** The slot that was last agreed, or null. */
export function agreedSlot({ date, until, start_time: start, end_time: end, place }: AgendaRow): Slot | null {
  return date === null ? null : { date, until: until ?? date, start, end, place };
}

/** The slot that the calendar shows where it was moved by hand; null where it was not. */
export function foundSlot(row: AgendaRow): Slot | null {
  const { found_date: date, found_until: until, found_start: start, found_end: end, found_place: place } = row;
  return date === null ? null : { date, until: until ?? date, start, end, place };
}

/** A mark that two slots share when they are the same. */
export function slotMark({ date, until, start, end, place }: Slot): string {
  return hashText(JSON.stringify([date, until, start, end, place]));
}

function later(start: string, minutes: number): string {
  return timeOfMinutes(Math.min(minutesOfDay(start) + minutes, 23 * 60 + 59));
}
