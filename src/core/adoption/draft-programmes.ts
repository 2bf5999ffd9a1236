/** The programmes that the adopted tabs refer to, named and aimed as the yearly project says. */
import { csvRows } from '../data/csv-rows.ts';
import programmesCsv from '../data/programmes-2023.csv';
import type { Json, Reading, SessionRecord, TabReading } from '../reading/types.ts';
import { programmeTable } from '../tables/programme.ts';
import { handleOf } from './draft.ts';
import type { Draft } from './draft.ts';

interface Target {
  readonly min: number | null;
  readonly max: number | null;
}

/** One draft per programme met in sessions, ledger or forecasts; a code that the list does not hold keeps its code as its name. */
export function programmeDrafts(reading: Reading): Draft[] {
  const known = new Map(csvRows(programmesCsv).map((row) => [row['code'] ?? '', row]));
  const met = new Map<string, { tab: string; target: Target }>();
  for (const tab of reading.tabs) {
    for (const [code, target] of programmesOf(tab)) {
      const before = met.get(code);
      if (!before) met.set(code, { tab: tab.name, target });
      else if (before.target.min === null && target.min !== null) met.set(code, { ...before, target });
    }
  }
  return [...met].map(([code, { tab, target }]): Draft => {
    const row = known.get(code);
    return {
      handle: handleOf(tab, null, `programme:${code}`),
      table: programmeTable,
      tab,
      row: null,
      part: `programme:${code}`,
      key: code,
      links: {},
      own: {},
      fields: {
        code,
        name: row?.['name'] ?? code,
        family: row?.['family'] ?? null,
        target_min: target.min,
        target_max: target.max,
        source_tab: tab,
      },
    };
  });
}

function programmesOf(tab: TabReading): [string, Target][] {
  const none: Target = { min: null, max: null };
  const forecasts = list(tab.metadata['forecasts']).flatMap((forecast): [string, Target][] => {
    const { programme, target_min: min, target_max: max } = fieldsOf(forecast);
    if (typeof programme !== 'string') return [];
    return [[programme, { min: typeof min === 'number' ? min : null, max: typeof max === 'number' ? max : null }]];
  });
  const named = tab.metadata['programme'];
  const codes =
    tab.kind === 'sessions'
      ? tab.records.map((record) => (record as SessionRecord).programme)
      : tab.kind === 'actuals'
        ? tab.records.map((record) => ('project' in record ? record.project : null))
        : [typeof named === 'string' ? named : null];
  return [
    ...forecasts,
    ...[...new Set(codes)].flatMap((code): [string, Target][] => (code === null ? [] : [[code, none]])),
  ];
}

function list(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function fieldsOf(value: Json): Readonly<Record<string, Json | undefined>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json | undefined>>)
    : {};
}
