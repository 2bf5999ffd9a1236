/** Days as stays compare and shift them. */
import { lastOfMonths, plusDays, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';

/** Earlier than any stay. */
export const BEGINNING: Day = '0001-01-01';
/** Later than any stay. */
export const FOREVER: Day = '9999-12-31';

/** The same day some months later or earlier; a day beyond what a register can mean stays where it is. */
export function shiftMonths(day: Day, months: number): Day {
  return isFar(day) ? day : plusMonths(day, months);
}

/** The last day of so many months of stay that begin on that day. */
export function lastOfStay(first: Day, months: number): Day {
  return isFar(first) ? plusDays(first, -1) : lastOfMonths(first, months);
}

function isFar(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return year < 1000 || year > 9000;
}

/** True for a date known to the month at least: what says only a year raises no alert. */
export function isDatable(date: string): boolean {
  return date.length > 4;
}

/** The order of two days, the earlier first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
