/** The days that a date of the register may mean: « septembre 2022 » begins on the 1st and ends on the 30th. */
import { plusDays, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';

/** Earlier than any stay. */
export const BEGINNING: Day = '0001-01-01';
/** Later than any stay. */
export const FOREVER: Day = '9999-12-31';

/** The first day that a date "YYYY-MM-DD", "YYYY-MM" or "YYYY" may mean. */
export function earliest(date: string): Day {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that such a date may mean. */
export function latest(date: string): Day {
  if (date.length === 10) return date;
  return date.length === 7 ? plusDays(shiftMonths(`${date}-01`, 1), -1) : `${date}-12-31`;
}

/** The same day some months later or earlier; a day beyond what a register can mean stays where it is. */
export function shiftMonths(day: Day, months: number): Day {
  const year = Number(day.slice(0, 4));
  return year < 1000 || year > 9000 ? day : plusMonths(day, months);
}

/** True for a date known to the month at least: what says only a year raises no alert. */
export function isDatable(date: string): boolean {
  return date.length > 4;
}

/** The order of two days, the earlier first. */
export function compareDays(a: Day, b: Day): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
