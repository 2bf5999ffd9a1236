/** One row of the sessions' tab as a session. */
import { serialOf } from '../../day.ts';
import { customOf, fieldCell, fieldCells, sourceRaw, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { programmeIn } from '../programme-alias.ts';
import { readSessionDates } from './dates.ts';
import type { DatesReading } from './dates.ts';
import { rowFindings } from './findings.ts';
import type { Cells } from './findings.ts';
import { durationMismatch, readTiming, sessionHours } from './hours.ts';
import type { Timing } from './hours.ts';
import { readOrganisations } from './organisations.ts';
import type { NamedOrganisations } from './organisations.ts';
import { sessionStatus } from './status.ts';
import type { Seasons } from '../tab-year.ts';
import type { Finding, Frame, FrameRow, ReadContext, SessionRecord } from '../types.ts';
import { readCount } from '../values/count.ts';
import type { CountReading } from '../values/count.ts';
import { clean, saysNothing, saysSame, saysUnknown } from '../values/text.ts';

/** A session with its findings, and what an « idem » below it repeats. */
export interface SessionRow {
  readonly record: SessionRecord;
  readonly findings: readonly Finding[];
  readonly timing: Timing;
}

/** What a row is read against; `above` is the session of the row before it. */
export interface SessionContext {
  readonly frame: Frame;
  readonly context: ReadContext;
  readonly seasons: Seasons;
  readonly above: SessionRow | null;
}

const COUNTS = ['registered_count', 'attendance_count', 'women_count'] as const;

type CountField = (typeof COUNTS)[number];
type TextField = 'title' | 'programme' | 'provider' | 'place';

/** Reads a row of the sessions' tab. */
export function readSessionRow(row: FrameRow, at: SessionContext): SessionRow {
  const { frame, context, seasons } = at;
  const cells = cellsByField(row, frame);
  const above = at.above?.record ?? null;
  const dates = readSessionDates(cells.get('date'), row, { seasons, today: context.today, above });
  const counts = countsOf(cells);
  const timing = timingOf(cells, dates, at.above);
  const named = readOrganisations(joined(frame, row, 'organisations'), context.directory);
  const notes = notesOf(fieldCells(frame, row, 'notes'), { named, timing, counts, dates, cells });
  const texts = textsOf(cells, above);
  const isCounted = counts.attendance_count.state === 'count';
  const status = sessionStatus({ dates: dates.dates, isCounted, today: context.today }, [texts.title ?? '', ...notes]);
  const programme = programmeIn(texts.programme ?? '');
  const record: SessionRecord = {
    source_tab: frame.source.title,
    source_row: row.row,
    programme: programme ?? programmeIn(texts.title ?? ''),
    title: texts.title ?? texts.programme,
    provider: texts.provider,
    ...dates.dates,
    ...sessionHours(timing, unitsOf(counts)),
    ...countFields(counts),
    organisations: named.organisations,
    organisations_unnamed: named.organisations_unnamed,
    organisations_open_list: named.organisations_open_list,
    place: texts.place,
    status,
    notes,
    custom: { ...customOf(frame, row), ...(programme === null ? unknownProgramme(frame, cells, texts) : {}) },
    source_raw: sourceRaw(row),
  };
  const findings = [
    ...dates.findings,
    ...durationMismatch(timing, unitsOf(counts), cells.get('duration')),
    ...rowFindings(cells, { record, named, isSameDate: dates.isSame }, context),
  ];
  return { record, findings, timing };
}

function cellsByField(row: FrameRow, frame: Frame): Cells {
  const cells = new Map<string, FieldCell>();
  for (const { field } of frame.columns) {
    const found = field === null || cells.has(field) ? undefined : fieldCell(frame, row, field);
    if (field !== null && found !== undefined) cells.set(field, found);
  }
  return cells;
}

function timingOf(cells: Cells, { rest, isSame, dates }: DatesReading, above: SessionRow | null): Timing {
  const [time, start, end, duration] = ['time', 'start_time', 'end_time', 'duration'].map((field) => cells.get(field));
  const beside = isSame ? '' : rest;
  return readTiming({ time, start, end, duration, beside, days: daysOf(dates) }, above?.timing ?? null);
}

// A programme of another list stays under its header's name.
function unknownProgramme(
  frame: Frame,
  cells: Cells,
  { programme, title }: Readonly<Record<TextField, string | null>>,
): SessionRecord['custom'] {
  const cell = cells.get('programme');
  if (programme === null || title === null || cell === undefined) return {};
  const header = frame.columns.find(({ column }) => column === cell.column)?.header;
  return { [header ?? cell.column]: programme };
}

function daysOf({ date, date_end: end }: DatesReading['dates']): number {
  if (date?.precision !== 'day' || end?.precision !== 'day') return 1;
  return Math.max(1, serialOf(end.value) - serialOf(date.value) + 1);
}

function countsOf(cells: Cells): Readonly<Record<CountField, CountReading>> {
  const read = (field: CountField): CountReading => readCount(cells.get(field)?.cell.shown ?? null);
  return {
    registered_count: read('registered_count'),
    attendance_count: read('attendance_count'),
    women_count: read('women_count'),
  };
}

function countFields(
  counts: Readonly<Record<CountField, CountReading>>,
): Pick<SessionRecord, CountField | 'registered_approximate' | 'attendance_approximate' | 'women_approximate'> {
  const { registered_count, attendance_count, women_count } = counts;
  return {
    registered_count: valueOf(registered_count),
    registered_approximate: isApproximate(registered_count),
    attendance_count: valueOf(attendance_count),
    attendance_approximate: isApproximate(attendance_count),
    women_count: valueOf(women_count),
    women_approximate: isApproximate(women_count),
  };
}

// « 6 struct. » says how many times « 2h/struct » is meant; else those who came do.
function unitsOf({ registered_count, attendance_count }: Readonly<Record<CountField, CountReading>>): number | null {
  const named = [registered_count, attendance_count].find((count) => count.state === 'count' && count.unit !== '');
  return valueOf(named ?? attendance_count) ?? valueOf(registered_count);
}

function textsOf(cells: Cells, above: SessionRecord | null): Readonly<Record<TextField, string | null>> {
  const read = (field: TextField, repeated: string | null): string | null => {
    const text = textAt(cells, field);
    if (saysSame(text)) return repeated;
    return text === '' || saysNothing(text) || saysUnknown(text) ? null : text;
  };
  return {
    title: read('title', above?.title ?? null),
    programme: read('programme', above?.programme ?? null),
    provider: read('provider', above?.provider ?? null),
    place: read('place', above?.place ?? null),
  };
}

interface NoteSources {
  readonly named: NamedOrganisations;
  readonly timing: Timing;
  readonly counts: Readonly<Record<CountField, CountReading>>;
  readonly dates: DatesReading;
  readonly cells: Cells;
}

// Words where a number, hours or structures are expected are remarks: nothing of them is lost.
function notesOf(remarks: readonly FieldCell[], from: NoteSources): readonly string[] {
  const unread = COUNTS.filter((field) => from.counts[field].state === 'unreadable').map((field) =>
    textAt(from.cells, field),
  );
  if (from.timing.hours.state === 'unreadable') unread.push(textAt(from.cells, 'time'));
  if (from.timing.duration.state === 'unreadable') unread.push(textAt(from.cells, 'duration'));
  const isTime = from.timing.hours.state === 'hours' && textAt(from.cells, 'time') === '';
  const beside = isTime ? '' : from.dates.rest;
  return [
    ...from.named.notes,
    ...remarks.map(({ cell }) => clean(textOf(cell))),
    ...remarks.flatMap(({ cell }) => (cell.note === undefined ? [] : [clean(cell.note)])),
    ...unread,
    beside,
  ].filter((note) => note !== '');
}

function joined(frame: Frame, row: FrameRow, field: string): string {
  return fieldCells(frame, row, field)
    .map(({ cell }) => textOf(cell))
    .join(' ; ');
}

function textAt(cells: Cells, field: string): string {
  return clean(textOf(cells.get(field)?.cell));
}

function valueOf(count: CountReading): number | null {
  return count.state === 'count' ? count.value : null;
}

function isApproximate(count: CountReading): boolean {
  return count.state === 'count' && count.approximate;
}
