/** Days found by their name in a month, and the first day that will do after a holiday. */
import { lastDayOf, plusDays, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { closedBecause, holidayName } from '../holidays.ts';
import { monthRanks, weekdays } from '../tables/programme.ts';

/** The name of a day of the week, as programmes keep it. */
export type Weekday = keyof typeof weekdays;
/** Which one of the month's days of that name. */
export type MonthRank = keyof typeof monthRanks;

const NAMES = Object.keys(weekdays) as Weekday[];
const RANKS = Object.keys(monthRanks) as MonthRank[];

/** The day of the week of a day: « lundi ». */
export function weekdayName(day: Day): string {
  return weekdays[NAMES[weekdayIndex(day)] ?? 'monday'];
}

// Serial 2 was a Monday.
function weekdayIndex(day: Day): number {
  return (((serialOf(day) + 5) % 7) + 7) % 7;
}

/** The first, second… or last Monday of a month « 2023-05 ». */
export function rankedDay(month: string, rank: MonthRank, weekday: Weekday): Day {
  const first = `${month}-01`;
  const ahead = (NAMES.indexOf(weekday) - weekdayIndex(first) + 7) % 7;
  const earliest = plusDays(first, ahead);
  if (rank !== 'last') return plusDays(earliest, 7 * RANKS.indexOf(rank));
  const last = lastDayOf(month);
  return plusDays(last, -((weekdayIndex(last) - NAMES.indexOf(weekday) + 7) % 7));
}

/** The same day of the week, as many weeks later as it takes to be no holiday: 1 May 2023 gives 15 May (domain: D8). */
export function nextSameWeekday(day: Day): Day {
  let found = plusDays(day, 7);
  while (holidayName(found) !== null) found = plusDays(found, 7);
  return found;
}

/** The first working day after that day. */
export function nextWorkingDay(day: Day): Day {
  let found = plusDays(day, 1);
  while (closedBecause(found) !== null) found = plusDays(found, 1);
  return found;
}
