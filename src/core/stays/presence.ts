/** When an occupant is in a space, from what « Occupations » says of it. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { BEGINNING, FOREVER } from './dates.ts';

/** Days from one to another, both included; without any day when it ends before it begins. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** The dates of a stay. */
export type StayDates = Pick<Occupancy, 'start' | 'planned_end' | 'end' | 'extended_until'>;

/** The days that the stay may cover, as wide as its dates allow: only a recorded exit ends it. */
export function presence({ start, end }: Pick<StayDates, 'start' | 'end'>): Span {
  return { from: start === null ? BEGINNING : firstDayOf(start), to: end === null ? FOREVER : lastDayOf(end) };
}

/** True when the occupant is there that day. */
export function isThere(stay: Pick<StayDates, 'start' | 'end'>, day: Day): boolean {
  const { from, to } = presence(stay);
  return from <= day && day <= to;
}

/** The last day that was agreed: the planned exit, or the prolongation when it is later; null when none was. */
export function plannedEnd({ planned_end: planned, extended_until: extended }: StayDates): string | null {
  if (planned === null || extended === null) return planned ?? extended;
  return lastDayOf(extended) > lastDayOf(planned) ? extended : planned;
}

/**
 * The days that nobody else can have: from the entry to the exit, recorded or still to come.
 * Whoever stays after the planned exit without a recorded one holds the space.
 */
export function hold(stay: StayDates, today: Day): Span {
  const from = stay.start === null ? BEGINNING : lastDayOf(stay.start);
  if (stay.end !== null) return { from, to: firstDayOf(stay.end) };
  const planned = plannedEnd(stay);
  const isAhead = planned !== null && lastDayOf(planned) >= today;
  return { from, to: isAhead ? firstDayOf(planned) : FOREVER };
}

/** True when both spans have a day in common. */
export function meets(a: Span, b: Span): boolean {
  return a.from <= a.to && b.from <= b.to && a.from <= b.to && b.from <= a.to;
}
