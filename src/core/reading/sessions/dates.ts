/** The dates of a session, and what a date cell may say beside them. */
import { timeOfSerial } from '../../day.ts';
import { quoteOf, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import type { Finding, FrameRow, PreciseDate, SessionRecord } from '../types.ts';
import { saysCancelled } from './status.ts';
import { readRowDate } from '../tab-year.ts';
import type { Seasons } from '../tab-year.ts';
import { isImplausible } from '../values/date.ts';
import type { DateReading } from '../values/date.ts';

/** The part of a session's record that its date cell gives. */
export type SessionDates = Pick<SessionRecord, 'date' | 'date_end' | 'date_derived' | 'previous_dates'>;

/** A date cell as read: the record's part, what is left of the text, what there is to mend. */
export interface DatesReading {
  readonly dates: SessionDates;
  /** True when the date was copied from the row above. */
  readonly isSame: boolean;
  /** Hours or words beside the date, "" when none. */
  readonly rest: string;
  readonly findings: readonly Finding[];
}

const NO_DATE: SessionDates = { date: null, date_end: null, date_derived: false, previous_dates: [] };

const UNDATED: DatesReading = { dates: NO_DATE, isSame: false, rest: '', findings: [] };

/** Reads a session's date cell; « idem » takes the dates of the row above. */
export function readSessionDates(
  found: FieldCell | undefined,
  row: FrameRow,
  at: { readonly seasons: Seasons; readonly today: string; readonly above: SessionDates | null },
): DatesReading {
  if (found === undefined) return UNDATED;
  const reading = readRowDate(found.cell, row, at.seasons);
  if (reading.state === 'same' && at.above?.date) {
    const { date, date_end } = at.above;
    const dates = { date, date_end, date_derived: true, previous_dates: [] };
    return { dates, isSame: true, rest: '', findings: [finding(found, 'derived_from_above')] };
  }
  const dates = datesOf(reading);
  return { dates, isSame: false, rest: restOf(found, reading), findings: findingsOf(found, reading, at.today) };
}

function datesOf(reading: DateReading): SessionDates {
  if (reading.state === 'date') return { ...NO_DATE, date: reading.date, date_derived: reading.derived };
  if (reading.state === 'range') {
    return { ...NO_DATE, date: reading.date, date_end: reading.end, date_derived: reading.derived };
  }
  if (reading.state !== 'moved') return NO_DATE;
  return { ...NO_DATE, date: reading.date, date_derived: reading.derived, previous_dates: [reading.from.value] };
}

function findingsOf(found: FieldCell, reading: DateReading, today: string): readonly Finding[] {
  switch (reading.state) {
    case 'unknown':
      return [finding(found, 'explicit_unknown')];
    case 'invalid':
    case 'same':
      return typeof found.cell.shown === 'object' || isCancelled(found) ? [] : [finding(found, 'invalid_date')];
    case 'moved': {
      const details = { from: reading.from.value, to: reading.date.value };
      return [finding(found, 'session_moved', details), ...implausible(found, reading.date, today)];
    }
    case 'date':
    case 'range':
      return implausible(found, reading.date, today);
    case 'empty':
      return [];
  }
}

function implausible(found: FieldCell, date: PreciseDate, today: string): readonly Finding[] {
  return isImplausible(date, today) ? [finding(found, 'implausible_date')] : [];
}

// A date cell may hold the hour too: « 12/03/2023 18h », or a true date with a time.
function restOf(found: FieldCell, reading: DateReading): string {
  const { shown, temporal } = found.cell;
  if (temporal === 'date_time' && typeof shown === 'number' && shown % 1 > 0) return timeOfSerial(shown);
  if (reading.state === 'invalid' && isCancelled(found)) return textOf(found.cell);
  return reading.state === 'date' ? reading.rest : '';
}

// « annulé » in the place of the date is no date to mend.
function isCancelled({ cell }: FieldCell): boolean {
  return saysCancelled(textOf(cell));
}

function finding({ row, column, cell }: FieldCell, kind: Finding['kind'], details?: Finding['details']): Finding {
  return { row, column, kind, raw: quoteOf(cell), ...(details === undefined ? {} : { details }) };
}
