/** How long an occupant may stay in a space: 36 months, counted to the day. */
import { lastOfMonths, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';
import type { PreciseDate, Stay } from './records.ts';
import { firstDay, lastDay } from './values/date.ts';

const LONGEST_STAY_MONTHS = 36;
const WARNING_MONTHS = 6;

/** The stay since a start, at the start's precision; a start known by year only raises no alert. */
export function stayOf(start: PreciseDate, today: Day): Stay {
  const first = firstDay(start);
  const lastAllowed = lastOfMonths(first, LONGEST_STAY_MONTHS);
  const max_end = { value: lastAllowed.slice(0, start.value.length), precision: start.precision };
  if (start.precision === 'year') return { max_end, months_completed: null, alert: null };
  return { max_end, months_completed: monthsBetween(first, today), alert: alertOf(lastDay(max_end), today) };
}

/** True when the planned end is later than the maximum whatever the days that both leave open. */
export function endsAfterMaximum(start: PreciseDate, plannedEnd: PreciseDate): boolean {
  const latest = lastOfMonths(lastDay(start), LONGEST_STAY_MONTHS);
  return firstDay(plannedEnd) > latest;
}

function alertOf(lastAllowed: Day, today: Day): Stay['alert'] {
  if (lastAllowed < today) return 'over';
  return lastAllowed <= plusMonths(today, WARNING_MONTHS) ? 'near_end' : null;
}

function monthsBetween(first: Day, today: Day): number {
  const months =
    (Number(today.slice(0, 4)) - Number(first.slice(0, 4))) * 12 +
    Number(today.slice(5, 7)) -
    Number(first.slice(5, 7));
  return Math.max(0, lastOfMonths(first, months) >= today ? months - 1 : months);
}
