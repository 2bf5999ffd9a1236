/** The tab of sessions: what took place or will, with who led it, who came and how long it lasted. */
import { colourLegend } from './colour-legend.ts';
import { columnsOf } from './cells.ts';
import { declaredTotals } from './controls.ts';
import type { Controls, Measure } from './controls.ts';
import { forecastsIn } from './programme-alias.ts';
import { readSessionRow } from './sessions/row.ts';
import type { SessionRow } from './sessions/row.ts';
import { seasonsOf, sectionYear } from './tab-year.ts';
import type { Content, Frame, Json, ReadContext, SessionRecord } from './types.ts';
import { firstDay, lastDay } from './values/date.ts';

/** The sessions of the tab, one record for each row. */
export function readSessions(frame: Frame, context: ReadContext): Content<SessionRecord> {
  const rows = readRows(frame, context);
  const records = rows.map(({ record }) => record);
  const { controls, findings } = controlsOf(frame, records);
  const forecasts = frame.above.flatMap(({ text }) => forecastsIn(text));
  const legend = colourLegend(frame);
  return {
    records,
    findings: [...rows.flatMap((row) => row.findings), ...findings],
    controls,
    totals: totalsOf(records),
    ...(forecasts.length === 0 ? {} : { metadata: { forecasts: forecasts.map((forecast) => ({ ...forecast })) } }),
    sections: frame.sections.map((section) => ({ ...section, year: sectionYear(section) })),
    ...(legend.length === 0 ? {} : { colour_legend: legend }),
  };
}

function readRows(frame: Frame, context: ReadContext): readonly SessionRow[] {
  const seasons = seasonsOf(frame, context);
  const rows: SessionRow[] = [];
  for (const row of frame.data) {
    rows.push(readSessionRow(row, { frame, context, seasons, above: rows.at(-1) ?? null }));
  }
  return rows;
}

function controlsOf(frame: Frame, records: readonly SessionRecord[]): Controls {
  const why = 'SUM skips the approximate counts typed as text';
  const measured: readonly (readonly [string, Omit<Measure, 'values'>, (record: SessionRecord) => number | null])[] = [
    ['duration', { what: 'hours', why: 'SUM skips the durations typed as text' }, hoursOf],
    ['registered_count', { what: 'count', why }, (record) => record.registered_count],
    ['attendance_count', { what: 'count', why }, (record) => record.attendance_count],
    ['women_count', { what: 'count', why }, (record) => record.women_count],
  ];
  const measures = measured.flatMap(([field, measure, valueOf]) =>
    columnsOf(frame, field).map((column) => [column, { ...measure, values: valuesByRow(records, valueOf) }] as const),
  );
  return declaredTotals(frame, Object.fromEntries(measures), (first, last) => ({
    computed: records.filter(({ source_row: row }) => row >= first && row <= last).length,
  }));
}

function valuesByRow(
  records: readonly SessionRecord[],
  valueOf: (record: SessionRecord) => number | null,
): ReadonlyMap<number, number> {
  return new Map(
    records.flatMap((record): [number, number][] => {
      const value = valueOf(record);
      return value === null ? [] : [[record.source_row, value]];
    }),
  );
}

function hoursOf({ duration_min: minutes }: SessionRecord): number | null {
  return minutes === null ? null : minutes / 60;
}

function totalsOf(records: readonly SessionRecord[]): Readonly<Record<string, Json>> {
  const named = records.flatMap(({ organisations }) => organisations);
  const known = new Set(named.flatMap(({ organisation_id: id }) => (id === null ? [] : [id])));
  return {
    sessions: records.length,
    by_programme: tally(records.map(({ programme }) => programme ?? 'none')),
    by_status: tally(records.map(({ status }) => status)),
    attendance_count: sum(records.map((record) => record.attendance_count)),
    attendance_count_exact_only: sum(
      records.map((record) => (record.attendance_approximate ? null : record.attendance_count)),
    ),
    registered_count: sum(records.map((record) => record.registered_count)),
    women_count: sum(records.map((record) => record.women_count)),
    duration_min: sum(records.map((record) => record.duration_min)),
    named_organisations: named.length,
    distinct_organisations_matched: known.size,
    ...bounds(records),
  };
}

function bounds(records: readonly SessionRecord[]): Readonly<Record<string, Json>> {
  const dates = records.flatMap(({ date }) => (date === null ? [] : [date]));
  const [first] = [...dates].sort((a, b) => compare(firstDay(a), firstDay(b)));
  const last = [...dates].sort((a, b) => compare(lastDay(a), lastDay(b))).at(-1);
  return { first_date: first?.value ?? null, last_date: last?.value ?? null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
