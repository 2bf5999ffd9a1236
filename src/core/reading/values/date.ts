/** Dates as people type them, with the precision that was typed. */
import { dayOfSerial, firstDayOf, isDay, lastDayOf } from '../../day.ts';
import type { Day } from '../../day.ts';
import type { PreciseDate } from '../records.ts';
import type { SourceCell } from '../source.ts';
import { dateIn } from './date-parts.ts';
import type { DateParts } from './date-parts.ts';
import { saysNothing, saysSame, saysUnknown, textOf } from './text.ts';

/** How much of a date is known. */
export type Precision = PreciseDate['precision'];

/** What a cell holds where a date is expected; `derived` tells that the year came from the context. */
export type DateReading =
  | { readonly state: 'empty' | 'same' | 'unknown' | 'invalid' }
  | {
      readonly state: 'date';
      readonly date: PreciseDate;
      readonly derived: boolean;
      /** Words left beside the date, "" when none. */
      readonly rest: string;
      /** True when the cell was a bare number that only looks like a date's serial number. */
      readonly bareSerial: boolean;
    }
  | { readonly state: 'range'; readonly date: PreciseDate; readonly end: PreciseDate; readonly derived: boolean }
  | { readonly state: 'moved'; readonly from: PreciseDate; readonly date: PreciseDate; readonly derived: boolean };

/** The cell's part that matters to a date. */
export type DateCell = Pick<SourceCell, 'shown' | 'temporal' | 'format' | 'struckText'>;

const SPAN = /\s*(?:\bau\b|(?<=\s)[àa](?=\s)|\bet\b|&|[–—]|\/(?=\s*\p{L})|\s-\s|-(?!\d{4}$|\d{2}$))\s*/iu;
const ARROW =
  /\s*(?:→|=>|->|>|⇒|➔|(?:\breport[ée]e?|\bd[ée]plac[ée]e?|\bd[ée]cal[ée]e?)(?:\s+(?:au|le|[àa]))?(?!\p{L}))\s*/iu;

/** Reads a date cell: true dates at the precision their format shows, texts day first, a missing year from the context. */
export function readDate(cell: DateCell | undefined, year: number): DateReading {
  if (cell === undefined || cell.shown === null) return { state: 'empty' };
  if (typeof cell.shown === 'number') return readNumber(cell.shown, cell);
  if (typeof cell.shown !== 'string') return { state: 'invalid' };
  return readDateText(cell.shown, year, cell.struckText);
}

/** Reads a date in a text, as `readDate` does; `struckText` is the part that is struck through. */
export function readDateText(shown: string, year: number, struckText?: string): DateReading {
  const text = textOf(shown);
  if (saysSame(text)) return { state: 'same' };
  if (text === '' || saysNothing(text)) return { state: 'empty' };
  if (saysUnknown(text)) return { state: 'unknown' };
  const moved = readMoved(text, year, struckText);
  if (moved !== null) return moved;
  return wholeDate(text) === null ? (readSpan(text, year) ?? readOne(text, year)) : readOne(text, year);
}

/** The day that a date starts on: the first of its month or year when no day is known. */
export function firstDay(date: PreciseDate): Day {
  return firstDayOf(date.value);
}

/** The last day that a date may mean: the last of its month or year when no day is known. */
export function lastDay(date: PreciseDate): Day {
  return lastDayOf(date.value);
}

/** The day cut to a precision. */
export function atPrecision(day: Day, precision: Precision): PreciseDate {
  return { value: day.slice(0, { day: 10, month: 7, year: 4 }[precision]), precision };
}

/** True for a date that cannot be true: some years after the reference day, or before 1900. */
export function isImplausible(date: PreciseDate, reference: Day, yearsAhead = 5): boolean {
  const year = Number(date.value.slice(0, 4));
  const limit = `${String(Number(reference.slice(0, 4)) + yearsAhead)}${reference.slice(4)}`;
  return year < 1900 || firstDay(date) > limit;
}

function readNumber(shown: number, cell: DateCell): DateReading {
  if (cell.temporal === 'time') return { state: 'invalid' };
  if (cell.temporal !== undefined) return single(atPrecision(dayOfSerial(shown), shownPrecision(cell.format ?? '')));
  if (Number.isInteger(shown) && shown >= 1900 && shown <= 2100)
    return single({ value: String(shown), precision: 'year' });
  if (shown >= 20_000 && shown < 80_000) return { ...single(atPrecision(dayOfSerial(shown), 'day')), bareSerial: true };
  const compact = String(shown).replace(/^(\d{4})(\d{2})(\d{2})$/u, '$1-$2-$3');
  return isDay(compact) ? single({ value: compact, precision: 'day' }) : { state: 'invalid' };
}

// A true date whose format shows no day was typed as a month.
function shownPrecision(format: string): Precision {
  const codes = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').toLowerCase();
  if (codes === '' || /[dj]/u.test(codes)) return 'day';
  if (codes.includes('m')) return 'month';
  return /[ya]/u.test(codes) ? 'year' : 'day';
}

function readMoved(text: string, year: number, struckText: string | undefined): DateReading | null {
  const struck = struckText === undefined ? '' : textOf(struckText);
  const arrow = text.split(ARROW);
  const isStruck = struck !== '' && struck !== text && text.startsWith(struck);
  const [before, after] = isStruck
    ? [struck, text.slice(struck.length).replace(/^[\s→>=:-]+/u, '')]
    : [arrow[0] ?? '', arrow[1] ?? ''];
  if (after === '') return null;
  if (before === '') return onlyDate(readOne(after, year));
  const from = readOne(before, year);
  const to = readOne(after, from.state === 'date' ? Number(from.date.value.slice(0, 4)) : year);
  if (to.state !== 'date' || from.state !== 'date') return null;
  const isYearTyped = /\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}\b/u.test(after);
  return { state: 'moved', from: from.date, date: to.date, derived: !isYearTyped };
}

function onlyDate(reading: DateReading): DateReading | null {
  return reading.state === 'date' ? reading : null;
}

function readSpan(text: string, year: number): DateReading | null {
  const [, first, second] = /^(?:saison\s+)?((?:19|20)\d{2})\s?[-–/]\s?((?:19|20)\d{2})$/iu.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return yearSpan(first, second);
  const [before = '', after = '', ...others] = text.split(SPAN);
  if (before === '' || after === '' || others.length > 0) return null;
  const end = wholeDate(after);
  if (end === null) return null;
  const start = wholeDate(before.replace(/^du\s+/iu, '')) ?? loneDay(before, end);
  return start === null ? null : spanOf(start, end, year);
}

// « 2022-2023 »: a season, known by its years.
function yearSpan(first: string, second: string): DateReading {
  const [date, end] = [first, second].map((value): PreciseDate => ({ value, precision: 'year' }));
  if (date === undefined || end === undefined || first > second) return { state: 'invalid' };
  return { state: 'range', date, end, derived: false };
}

function spanOf(start: DateParts, end: DateParts, year: number): DateReading {
  const endYear = end.year ?? start.year ?? year;
  const from = assemble(start, start.year ?? (isLater(start, end) ? endYear - 1 : endYear));
  const to = assemble(end, endYear);
  if (from === null || to === null) return { state: 'invalid' };
  return { state: 'range', date: from, end: to, derived: end.year === null && start.year === null };
}

function wholeDate(text: string): DateParts | null {
  const found = dateIn(text);
  return found === null || found.rest !== '' ? null : found;
}

function isLater(start: DateParts, end: DateParts): boolean {
  return start.month !== null && end.month !== null && start.month > end.month;
}

// « du 11 au 13 octobre », « 3, 4 et 5 juin »: the first day borrows the month of the second.
function loneDay(text: string, end: DateParts): DateParts | null {
  const day = /^(?:du\s+)?(?:\p{L}+\s+)?(\d{1,2})(?:er)?(?:\s*,\s*\d{1,2})*$/iu.exec(text)?.[1];
  return day === undefined || end.month === null ? null : { day: Number(day), month: end.month, year: null, rest: '' };
}

function readOne(text: string, year: number): DateReading {
  const parts = dateIn(text);
  if (parts === null) return { state: 'invalid' };
  const date = assemble(parts, parts.year ?? year);
  if (date === null) return { state: 'invalid' };
  return { state: 'date', date, derived: parts.year === null, rest: parts.rest, bareSerial: parts.bareSerial === true };
}

function assemble(parts: DateParts, year: number): PreciseDate | null {
  const head = String(year).padStart(4, '0');
  if (parts.month === null) return { value: head, precision: 'year' };
  if (parts.month < 1 || parts.month > 12) return null;
  const month = `${head}-${String(parts.month).padStart(2, '0')}`;
  if (parts.day === null) return { value: month, precision: 'month' };
  const day = `${month}-${String(parts.day).padStart(2, '0')}`;
  return isDay(day) ? { value: day, precision: 'day' } : null;
}

function single(date: PreciseDate): Extract<DateReading, { state: 'date' }> {
  return { state: 'date', date, derived: false, rest: '', bareSerial: false };
}
