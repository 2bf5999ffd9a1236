/** The area and the dates of a row of spaces, and what is doubtful in them. */
import { fieldCell, fieldCells, quoteOf, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { endsAfterMaximum } from '../stay.ts';
import type { Finding, Frame, FrameRow, PreciseDate, ReadContext, Stay } from '../types.ts';
import { readCount } from '../values/count.ts';
import { isImplausible, readDate } from '../values/date.ts';
import type { DateReading } from '../values/date.ts';
import { fold } from '../values/text.ts';

/** When the occupants came and should leave. */
export interface SpaceDates {
  readonly start: PreciseDate | null;
  readonly planned_end: PreciseDate | null;
  readonly findings: readonly Finding[];
}

/** What the stays of a row are told from. */
export interface RowStays {
  readonly frame: Frame;
  readonly row: FrameRow;
  readonly dates: SpaceDates;
  readonly stays: readonly (Stay | null)[];
}

const YEARS_AHEAD = 15;

/** The area in square metres, `null` when it is not known. */
export function readArea(cell: FieldCell | undefined): {
  readonly value: number | null;
  readonly findings: readonly Finding[];
} {
  if (cell === undefined) return { value: null, findings: [] };
  const { row, column } = cell;
  const raw = quoteOf(cell.cell);
  const area = readCount(cell.cell.shown);
  if (area.state === 'unknown') return { value: null, findings: [{ row, column, raw, kind: 'explicit_unknown' }] };
  if (area.state !== 'count') return { value: null, findings: [] };
  const details = { value: area.value };
  const findings: Finding[] = [];
  if (area.approximate) findings.push({ row, column, raw, kind: 'approximate_number', details });
  if (area.inWords) findings.push({ row, column, raw, kind: 'number_in_words', details });
  return { value: area.value, findings };
}

/** Start and planned end; a start written as a span gives both. */
export function readDates(frame: Frame, row: FrameRow, context: ReadContext): SpaceDates {
  const start = fieldCell(frame, row, 'start');
  const end = fieldCell(frame, row, 'planned_end');
  const starting = dateIn(start, context);
  const ending = dateIn(end, context);
  const span = starting.reading.state === 'range' ? starting.reading.end : null;
  return {
    start: starting.date,
    planned_end: ending.date ?? span,
    findings: [...starting.findings, ...ending.findings],
  };
}

/** The alerts of the 36-month rule: at the remark that speaks of it, else at the start. */
export function stayFindings({ frame, row, dates, stays }: RowStays): readonly Finding[] {
  const stay = stays.find((candidate) => candidate !== null) ?? null;
  const start = fieldCell(frame, row, 'start');
  if (stay === null || start === undefined || dates.start === null) return [];
  const details = { max_end: stay.max_end.value };
  const findings: Finding[] = [];
  if (stay.alert !== null) {
    const place = remarkOnStay(frame, row) ?? start;
    const kind = stay.alert === 'over' ? 'over_36_months' : 'end_of_stay';
    findings.push({ row: place.row, column: place.column, kind, raw: quoteOf(place.cell), details });
  }
  const end = fieldCell(frame, row, 'planned_end');
  if (end !== undefined && dates.planned_end !== null && endsAfterMaximum(dates.start, dates.planned_end))
    findings.push({ row: end.row, column: end.column, kind: 'planned_end_after_max', raw: quoteOf(end.cell), details });
  return findings;
}

function remarkOnStay(frame: Frame, row: FrameRow): FieldCell | undefined {
  return fieldCells(frame, row, 'notes').find(({ cell }) =>
    /\b(?:3 ans|trois ans|36 mois)\b/u.test(fold(textOf(cell))),
  );
}

interface DateOf {
  readonly reading: DateReading;
  readonly date: PreciseDate | null;
  readonly findings: readonly Finding[];
}

function dateIn(cell: FieldCell | undefined, { year, today }: ReadContext): DateOf {
  const reading = readDate(cell?.cell, year);
  const date = 'date' in reading ? reading.date : null;
  if (cell === undefined) return { reading, date, findings: [] };
  const at = { row: cell.row, column: cell.column, raw: quoteOf(cell.cell) };
  if (reading.state === 'unknown') return { reading, date, findings: [{ ...at, kind: 'explicit_unknown' }] };
  if (reading.state === 'invalid' || reading.state === 'same')
    return { reading, date, findings: [{ ...at, kind: 'invalid_date' }] };
  if (date !== null && isImplausible(date, today, YEARS_AHEAD))
    return { reading, date, findings: [{ ...at, kind: 'implausible_date' }] };
  return { reading, date, findings: [] };
}
