/** When a stay has to end, and how near that day is. */
import { firstDayOf, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { isDatable, shiftMonths } from './dates.ts';
import type { StayLimit } from './limit.ts';
import { plannedEnd } from './presence.ts';
import { ALERT_MONTHS, OVERDUE_DAYS } from './rules.ts';

/** The day on which a stay has to end, and why that day: the exit agreed, the longest stay, or a prolongation decided. */
export interface Deadline {
  readonly day: Day;
  readonly cause: 'planned' | 'limit' | 'extension';
}

/** How near the end is; null while it is more than twelve months away. */
export type Stage = 'months_12' | 'months_6' | 'months_3' | 'months_1' | 'today' | 'past' | 'overdue';

/** True for a prolongation that is a decision: until when, decided when, and why (domain: D1). */
export function isDecided(stay: Occupancy): boolean {
  return stay.extended_until !== null && stay.extension_decided_on !== null && stay.extension_reason !== null;
}

/** The last day of the longest stay, prolongation included; null without a limit, or when only its year is known. */
export function lastAllowed(stay: Occupancy, limit: StayLimit | undefined): Deadline | null {
  if (limit === undefined || !isDatable(limit.last)) return null;
  const day = lastDayOf(limit.last);
  const extended = isDecided(stay) ? lastDayOf(stay.extended_until ?? day) : day;
  return extended > day ? { day: extended, cause: 'extension' } : { day, cause: 'limit' };
}

/** The day on which the stay has to end, whichever reason comes first; null when nothing says so. */
export function deadlineOf(stay: Occupancy, limit: StayLimit | undefined): Deadline | null {
  const allowed = lastAllowed(stay, limit);
  const agreed = plannedEnd(stay);
  if (agreed === null || !isDatable(agreed)) return allowed;
  const day = lastDayOf(agreed);
  return allowed === null || day < allowed.day ? { day, cause: 'planned' } : allowed;
}

/** True when what was agreed is later than what is allowed, whatever the days that both leave open. */
export function endsTooLate(stay: Occupancy, limit: StayLimit | undefined): boolean {
  const agreed = plannedEnd(stay);
  if (agreed === null || limit === undefined || !isDatable(limit.last)) return false;
  const extended = isDecided(stay) ? lastDayOf(stay.extended_until ?? '') : '';
  return firstDayOf(agreed) > limit.latest && lastDayOf(agreed) > extended;
}

/** How near a day is. */
export function stageOf(day: Day, today: Day): Stage | null {
  if (today > plusDays(day, OVERDUE_DAYS - 1)) return 'overdue';
  if (today > day) return 'past';
  if (today === day) return 'today';
  const months = [...ALERT_MONTHS].reverse().find((ahead) => today >= shiftMonths(day, -ahead));
  return months === undefined ? null : (`months_${months}` as const);
}
