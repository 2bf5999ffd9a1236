/** The hours and duration of a session: hours win over a typed duration. */
import { quoteOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import type { Finding, SessionRecord } from '../types.ts';
import { readDuration } from '../values/duration.ts';
import type { DurationReading } from '../values/duration.ts';
import { minutesBetween, readHours } from '../values/hours.ts';
import type { HoursReading } from '../values/hours.ts';

/** The cells that speak of hours; `beside` is what a date cell says beside its date. */
export interface HoursCells {
  readonly time: FieldCell | undefined;
  readonly start: FieldCell | undefined;
  readonly end: FieldCell | undefined;
  readonly duration: FieldCell | undefined;
  readonly beside: string;
  readonly days: number;
}

/** Hours and duration before « idem » is filled in from the row above. */
export interface Timing {
  readonly hours: HoursReading;
  readonly duration: DurationReading;
  readonly isSame: boolean;
  /** How many days it lasts; the hours are those of each day. */
  readonly days: number;
}

/** The part of a session's record that is about hours. */
export type SessionHours = Pick<
  SessionRecord,
  | 'start_time'
  | 'end_time'
  | 'time_derived'
  | 'time_approximate'
  | 'duration_min'
  | 'duration_source'
  | 'unit_count'
  | 'unit_duration_min'
>;

/** Reads hours and duration; « idem » takes those of the row above. */
export function readTiming(cells: HoursCells, above: Timing | null): Timing {
  const typed = readDuration(cells.duration?.cell);
  const own = hoursIn(cells);
  const isUnit = own.state === 'empty' && typed.state === 'unreadable';
  const hours = isUnit ? perUnitOnly(readHours(cells.duration?.cell)) : own;
  return {
    hours: hours.state === 'same' && above !== null ? above.hours : hours,
    duration: typed.state === 'same' && above !== null ? above.duration : typed,
    isSame: hours.state === 'same' && above !== null,
    days: cells.days,
  };
}

/** The record's part about hours; `units` is how many there are of a duration for each (« 2h/struct »). */
export function sessionHours(timing: Timing, units: number | null): SessionHours {
  const { hours, duration, isSame, days } = timing;
  const typed = duration.state === 'duration' ? duration.minutes : null;
  const counted = countedMinutes(timing, units);
  const isUnit = hours.state === 'per_unit';
  // Days on end have pauses that their hours do not tell: the typed duration knows better.
  const isTypedFirst = isUnit || days > 1;
  const computed = isTypedFirst ? (typed ?? counted) : (counted ?? typed);
  const isTyped = computed !== null && computed === typed && (isTypedFirst || counted === null);
  return {
    start_time: hours.state === 'hours' ? hours.start : null,
    end_time: hours.state === 'hours' ? hours.end : null,
    time_derived: isSame,
    time_approximate: hours.state === 'hours' && hours.approximate,
    duration_min: computed,
    duration_source: computed === null ? null : isTyped ? 'typed' : 'hours',
    unit_count: isUnit ? units : null,
    unit_duration_min: isUnit ? hours.minutes : null,
  };
}

/** The finding of a typed duration that the hours contradict. */
export function durationMismatch(
  timing: Timing,
  units: number | null,
  cell: FieldCell | undefined,
): readonly Finding[] {
  const counted = countedMinutes(timing, units);
  if (cell === undefined || counted === null || timing.days > 1 || timing.duration.state !== 'duration') return [];
  if (timing.duration.minutes === counted) return [];
  const details = { typed_min: timing.duration.minutes, hours_min: counted };
  return [{ row: cell.row, column: cell.column, kind: 'duration_mismatch', raw: quoteOf(cell.cell), details }];
}

function hoursIn({ time, start, end, beside }: HoursCells): HoursReading {
  const whole = readHours(time?.cell);
  if (whole.state !== 'empty') return whole;
  const from = readHours(start?.cell);
  if (from.state !== 'hours') return from.state === 'empty' ? readHours({ shown: beside }) : from;
  const to = readHours(end?.cell);
  if (from.end !== null || to.state !== 'hours') return from;
  return { ...from, end: to.start, minutes: minutesBetween(from.start, to.start) };
}

function perUnitOnly(reading: HoursReading): HoursReading {
  return reading.state === 'per_unit' ? reading : { state: 'empty' };
}

function countedMinutes({ hours, days }: Timing, units: number | null): number | null {
  if (hours.state === 'hours') return hours.minutes === null ? null : hours.minutes * days;
  return hours.state === 'per_unit' && units !== null ? Math.round(hours.minutes * units) : null;
}
