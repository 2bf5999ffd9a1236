/** Civil months as text "YYYY-MM". */
import { plusMonths, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { MONTHS } from '../french.ts';

/** A civil month, "YYYY-MM". */
export type Month = string;

/** A month with its days as spreadsheet numbers, both included. */
export interface MonthSpan {
  readonly month: Month;
  readonly first: number;
  readonly last: number;
  readonly days: number;
}

/** True for a month from 1900 to 9998, written "YYYY-MM". */
export function isMonth(text: string): boolean {
  return /^(?:19|[2-9]\d)\d{2}-(?:0[1-9]|1[0-2])$/u.test(text) && text < '9999';
}

/** The month of a day. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

/** The month some months later, or earlier with a negative count. */
export function plusMonth(month: Month, count: number): Month {
  return monthOf(plusMonths(`${month}-01`, count));
}

/** The days of a month. */
export function spanOf(month: Month): MonthSpan {
  const first = serialOf(`${month}-01`);
  const next = serialOf(`${plusMonth(month, 1)}-01`);
  return { month, first, last: next - 1, days: next - first };
}

/** All months from one to another, both included; none when the second is earlier. */
export function monthSpans(from: Month, to: Month): MonthSpan[] {
  const spans: MonthSpan[] = [];
  for (let month = from; month <= to; month = plusMonth(month, 1)) spans.push(spanOf(month));
  return spans;
}

const SHORT = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];

/** « mai 2023 ». */
export function monthName(month: Month): string {
  return `${MONTHS[Number(month.slice(5, 7)) - 1] ?? ''}\u00A0${month.slice(0, 4)}`;
}

/** « de mai 2023 », « d’avril 2023 ». */
export function ofMonth(month: Month): string {
  const name = monthName(month);
  return /^[ao]/u.test(name) ? `d’${name}` : `de ${name}`;
}

/** « janv. », « févr. », for narrow columns. */
export function shortMonth(month: Month): string {
  return SHORT[Number(month.slice(5, 7)) - 1] ?? '';
}
