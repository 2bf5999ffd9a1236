/** Civil days as text "YYYY-MM-DD", times as "HH:mm": no zone, no `Date` crosses these functions. */
import { addMonths, formatISO, parseISO } from 'date-fns';

/** A civil day, "YYYY-MM-DD". */
export type Day = string;

const DAY_MILLISECONDS = 86_400_000;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
// 1 January of the year 1 and 31 December 9999: what « YYYY-MM-DD » can write.
const FIRST_SERIAL = -693_593;
const LAST_SERIAL = 2_958_465;
// Days from 1 March of the year 0 to the zero of serial numbers, and in 400 years.
const MARCH_OF_YEAR_ZERO = 693_899;
const DAYS_OF_400_YEARS = 146_097;

/** True for a day that exists, written "YYYY-MM-DD". */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  return day >= 1 && day <= daysIn(Number(text.slice(0, 4)), month);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [31, 0, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** The first day that a date may mean, « 2022 », « 2022-09 » or a day; null when there is no date. */
export function firstDayOf(date: string): Day;
export function firstDayOf(date: string | null): Day | null;
export function firstDayOf(date: string | null): Day | null {
  return date === null ? null : `${date}-01-01`.slice(0, 10);
}

/** The last day that such a date may mean: « 2022-09 » ends on the 30th; null when there is no date. */
export function lastDayOf(date: string): Day;
export function lastDayOf(date: string | null): Day | null;
export function lastDayOf(date: string | null): Day | null {
  if (date === null || date.length >= 10) return date;
  if (date.length < 7) return `${date}-12-31`;
  return `${date}-${String(daysIn(Number(date.slice(0, 4)), Number(date.slice(5, 7))))}`;
}

/** The number that a spreadsheet stores for a day (1900 date system). */
export function serialOf(day: Day): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - SERIAL_ZERO) / DAY_MILLISECONDS);
}

/** The day of a spreadsheet's serial number; a time of day in it is left out, a number beyond the calendar gives its end. */
export function dayOfSerial(serial: number): Day {
  const days = Math.min(Math.max(Math.floor(serial), FIRST_SERIAL), LAST_SERIAL) || 0;
  return civilDay(days);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Counted rather than asked of `Date`, since whole tabs of dates are read: years begin in March, so that leap days end them. */
function civilDay(serial: number): Day {
  const days = serial + MARCH_OF_YEAR_ZERO;
  const era = Math.floor(days / DAYS_OF_400_YEARS);
  const inEra = days - era * DAYS_OF_400_YEARS;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearInEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** The time "HH:mm" of a serial number's fraction, to the nearest minute. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return timeOfMinutes(minutes);
}

/** The minutes from midnight to a time "HH:mm". */
export function minutesOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time "HH:mm" so many minutes after midnight. */
export function timeOfMinutes(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The day some days later (or earlier, with a negative count). */
export function plusDays(day: Day, days: number): Day {
  return dayOfSerial(serialOf(day) + days);
}

/** How many days lie from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** The same day some months later, or the last day of that month when it has no such day. */
export function plusMonths(day: Day, months: number): Day {
  return formatISO(addMonths(parseISO(day), months), { representation: 'date' });
}

/**
 * The last day of so many months that begin on that day: 31/08/2024 for 36 months from 01/09/2021. Where the month of the
 * anniversary has no such day, its last one: 28/02/2023 for 36 months from 29/02/2020 (Code de procédure civile, art. 641).
 */
export function lastOfMonths(first: Day, months: number): Day {
  const anniversary = plusMonths(first, months);
  return anniversary.slice(8) === first.slice(8) ? plusDays(anniversary, -1) : anniversary;
}

/** The day as French people write it: "12/05/2023". */
export function frenchDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
