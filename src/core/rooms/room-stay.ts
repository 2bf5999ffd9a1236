/** A stay as the rooms' sheets and rents take it: from its first day to the last one that is known or expected. */
import { dayOfSerial, firstDayOf, frenchDay, lastDayOf, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';

/** Why a stay ends when it does: it ended, it is planned, it may not last longer, or nobody knows. */
export type EndReason = 'left' | 'planned' | 'limit' | 'open';

/** A stay with its days as spreadsheet numbers, both included. */
export interface RoomStay {
  readonly occupancy: Occupancy;
  /** Null when the entry is unknown: the occupant has been there for as long as anyone looks. */
  readonly first: number | null;
  /** Null when nothing says when it ends: until then the occupant counts as present. */
  readonly last: number | null;
  readonly reason: EndReason;
  /** The last day that is allowed without a prolongation; null for what has no limit. */
  readonly limit: number | null;
  readonly extendedUntil: number | null;
}

/** What a stay is judged by. */
export interface StayGround {
  readonly today: Day;
  /** The last day that is allowed without a prolongation, as written; null for what has no limit. */
  readonly limit: string | null;
}

/**
 * The stay of an occupancy. It lasts until « Sortie »; without one until the latest of « Sortie prévue » and
 * « Prolongée jusqu’au », else until its limit. Once that day is past and no exit was written, the occupant counts as present.
 */
export function roomStay(occupancy: Occupancy, ground: StayGround): RoomStay {
  const { start, end, planned_end: planned, extended_until: extended } = occupancy;
  const first = start === null ? null : serialOf(firstDayOf(start));
  const extendedUntil = extended === null ? null : serialOf(lastDayOf(extended));
  const limit = ground.limit === null ? null : serialOf(lastDayOf(ground.limit));
  const common = { occupancy, first, limit, extendedUntil };
  if (end !== null) return { ...common, last: serialOf(lastDayOf(end)), reason: 'left' };
  const now = serialOf(ground.today);
  const expected = Math.max(planned === null ? -Infinity : serialOf(lastDayOf(planned)), extendedUntil ?? -Infinity);
  if (expected >= now) return { ...common, last: expected, reason: 'planned' };
  if (expected === -Infinity && limit !== null && limit >= now) return { ...common, last: limit, reason: 'limit' };
  return { ...common, last: null, reason: 'open' };
}

/** True when the stay holds at least one day and its end does not come before its beginning. */
export function isPossible({ first, last }: RoomStay): boolean {
  return first === null || last === null || first <= last;
}

/** How many days of a span the stay covers. */
export function daysIn({ first, last }: RoomStay, span: { readonly first: number; readonly last: number }): number {
  const from = Math.max(first ?? span.first, span.first);
  const to = Math.min(last ?? span.last, span.last);
  return Math.max(0, to - from + 1);
}

/** True when the occupant is there on a day. */
export function isThere({ first, last }: RoomStay, day: number): boolean {
  return (first ?? day) <= day && day <= (last ?? day);
}

/** Who is there: the organisation, else the person, else the number of the occupancy. */
export function occupantName({ organisation, person, member, id }: Occupancy): string {
  return organisation ?? person ?? member ?? id;
}

/** A spreadsheet number as « 12/05/2023 ». */
export function frenchSerial(serial: number): string {
  return frenchDay(dayOfSerial(serial));
}
