/** Dates of the register, written to the day, the month or the year: the days that they may mean. */
import { plusDays, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';

/** The first day that a date may mean; null when there is no date. */
export function firstDayOf(date: string | null): Day | null {
  return date === null ? null : `${date}-01-01`.slice(0, 10);
}

/** The last day that a date may mean; null when there is no date. */
export function lastDayOf(date: string | null): Day | null {
  if (date === null || date.length >= 10) return date;
  return plusDays(plusMonths(`${date}-01-01`.slice(0, 10), date.length === 7 ? 1 : 12), -1);
}
