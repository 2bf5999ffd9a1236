/** Everything about a tab that does not depend on its kind's fields. */
import { columnIndex } from '../workbook.ts';
import { assignBudgetColumns } from './budget-columns.ts';
import { isFilled, textOf } from './cells.ts';
import {
  type Assignment,
  type RawColumn,
  assignColumns,
  explainColumns,
  printedColumns,
  rawColumns,
} from './columns.ts';
import { formatsOf } from './formats.ts';
import { type Header, findHeader } from './header.ts';
import { type KindGuess, contactColumns, guessKind, reasonFor } from './kind.ts';
import { classifyRows } from './rows.ts';
import type { SourceTab } from './source.ts';
import { FIELDS } from './synonyms.ts';
import type {
  CellCounts,
  Choices,
  ColumnExplanation,
  Counts,
  Frame,
  FrameRow,
  FrameSection,
  Kind,
  Metadata,
  RowClass,
  RowsByClass,
  TabChoice,
} from './types.ts';
import { titleMetadata } from './title.ts';

const CLASSES: readonly RowClass[] = [
  'title',
  'metadata',
  'header',
  'section',
  'data',
  'continuation',
  'total',
  'note',
  'repeated_header',
  'blank',
];

/** The tab's kind and why, its header, columns, rows by class, cells accounted for, look; never throws. */
export function frameTab(source: SourceTab, choices: Choices = {}): Frame {
  const choice = Object.hasOwn(choices, source.title) ? (choices[source.title] ?? {}) : {};
  const header = findHeader(source);
  const raw = header === null ? [] : rawColumns(source, header);
  const above = textsAbove(source, header);
  const guess = chooseKind(source, raw, { choice, titles: [source.title, ...above.map(({ text }) => text)].join(' ') });
  const metadata = titleMetadata(
    source.title,
    above.map(({ text }) => text),
  );
  const assignments = withChoice(assign(raw, guess.kind, metadata), raw, choice);
  const isAdopted = guess.kind !== 'unknown' && guess.kind !== 'empty';
  const columns = printedColumns(raw, assignments, isAdopted);
  const classes = classifyRows(source, { kind: guess.kind, header: header?.rows ?? [], columns });
  return {
    source,
    kind: guess.kind,
    explanation: {
      tab: source.title,
      kind: guess.kind,
      reason: reasonFor(guess, choice.kind !== undefined),
      confidence: confidenceOf(guess),
      columns: explained(raw, explainColumns(raw, columns, assignments), guess.kind),
    },
    metadata: guess.kind === 'unknown' || guess.kind === 'empty' ? {} : metadata,
    above,
    header_rows: (header?.rows ?? []).map((row) => row + 1),
    columns,
    formats: formatsOf(source),
    ...accountFor(source, classes),
    ...recordRows(source, classes),
  };
}

function explained(
  raw: readonly RawColumn[],
  columns: readonly ColumnExplanation[],
  kind: Kind,
): readonly ColumnExplanation[] {
  if (kind !== 'unknown') return columns;
  const contacts = contactColumns(raw);
  return columns.map((column, position) => {
    const contact = contacts[position];
    return contact === undefined ? column : { ...column, contact };
  });
}

interface KindContext {
  readonly choice: TabChoice;
  readonly titles: string;
}

function chooseKind(source: SourceTab, raw: readonly RawColumn[], { choice, titles }: KindContext): KindGuess {
  const chosen = choice.kind === 'skip' ? 'unknown' : choice.kind;
  if (chosen !== undefined) return { kind: chosen, score: 10, fields: [], titled: false };
  if (!source.rows.some((row) => row.some(isFilled))) return { kind: 'empty', score: 10, fields: [], titled: false };
  const guess = guessKind(raw, titles);
  return source.hidden ? { ...guess, kind: 'unknown', score: 0 } : guess;
}

function assign(raw: readonly RawColumn[], kind: Kind, metadata: Metadata): readonly Assignment[] {
  if (kind === 'unknown' || kind === 'empty') return [];
  if (kind !== 'budget') return assignColumns(raw, kind);
  const year = metadata['year'];
  return assignBudgetColumns(raw, typeof year === 'number' ? year : null);
}

function withChoice(
  assignments: readonly Assignment[],
  raw: readonly RawColumn[],
  choice: TabChoice,
): readonly Assignment[] {
  const chosen = new Map(
    Object.entries(choice.columns ?? {}).map(([letters, field]) => [columnIndex(letters), field] as const),
  );
  if (chosen.size === 0) return assignments;
  return raw.map(({ index }, position): Assignment => {
    const field = chosen.get(index);
    const found = assignments[position] ?? { index, field: null, score: 0, alternatives: [] };
    if (field === undefined) return isTakenByChoice(found, chosen) ? { ...found, field: null } : found;
    return { ...found, field: field === 'custom' ? null : field, score: 1, alternatives: [] };
  });
}

function isTakenByChoice(found: Assignment, chosen: ReadonlyMap<number, string>): boolean {
  if (found.field === null || found.side !== undefined) return false;
  const isShared = Object.values(FIELDS).some((fields) => fields[found.field ?? '']?.many === true);
  return !isShared && [...chosen.values()].includes(found.field);
}

function confidenceOf({ kind, score, titled }: KindGuess): 'certain' | 'probable' | 'doubtful' {
  if (kind === 'empty' || (score >= 4 && titled) || score >= 5.5) return 'certain';
  return score >= 3.5 ? 'probable' : 'doubtful';
}

function textsAbove(source: SourceTab, header: Header | null): readonly FrameSection[] {
  const first = header?.rows[0] ?? 0;
  return source.rows.slice(0, first).flatMap((cells, row) => {
    const text = cells.filter(isFilled).map(textOf).join(' ');
    return text === '' ? [] : [{ row: row + 1, text }];
  });
}

function accountFor(
  source: SourceTab,
  classes: readonly RowClass[],
): { counts: Counts; rows: RowsByClass; data_rows: readonly number[]; cells: CellCounts } {
  const numbers = new Map<RowClass, number[]>();
  const filled = new Map<RowClass, number>();
  classes.forEach((rowClass, row) => {
    numbers.set(rowClass, numbers.get(rowClass) ?? []);
    numbers.get(rowClass)?.push(row + 1);
    const count = (source.rows[row] ?? []).filter(isFilled).length;
    if (count > 0) filled.set(rowClass, (filled.get(rowClass) ?? 0) + count);
  });
  const count = (rowClass: RowClass) => numbers.get(rowClass)?.length ?? 0;
  const counts = Object.fromEntries(CLASSES.map((rowClass) => [rowClass, count(rowClass)]));
  return {
    counts: { rows_used: classes.length, ...(counts as Record<RowClass, number>) },
    rows: Object.fromEntries(
      CLASSES.flatMap((rowClass) =>
        rowClass === 'data' || count(rowClass) === 0 ? [] : [[rowClass, numbers.get(rowClass) ?? []]],
      ),
    ),
    data_rows: numbers.get('data') ?? [],
    cells: {
      non_empty: [...filled.values()].reduce((sum, number) => sum + number, 0),
      by_row_class: Object.fromEntries(
        CLASSES.flatMap((rowClass) => (filled.has(rowClass) ? [[rowClass, filled.get(rowClass) ?? 0]] : [])),
      ),
    },
  };
}

interface RecordRows {
  readonly data: readonly FrameRow[];
  readonly sections: readonly FrameSection[];
  readonly totals: readonly FrameRow[];
  readonly notes: readonly FrameRow[];
}

function recordRows(source: SourceTab, classes: readonly RowClass[]): RecordRows {
  const data: (Omit<FrameRow, 'continuations'> & { continuations: FrameRow[] })[] = [];
  const sections: FrameSection[] = [];
  const totals: FrameRow[] = [];
  const notes: FrameRow[] = [];
  classes.forEach((rowClass, index) => {
    const cells = source.rows[index] ?? [];
    const row = { row: index + 1, cells, section: sections.at(-1) ?? null, continuations: [] };
    if (rowClass === 'section') {
      sections.push({ row: row.row, text: cells.filter(isFilled).map(textOf).join(' ') });
    }
    if (rowClass === 'data') data.push(row);
    if (rowClass === 'continuation') data.at(-1)?.continuations.push(row);
    if (rowClass === 'total') totals.push(row);
    if (rowClass === 'note') notes.push(row);
  });
  return { data, sections, totals, notes };
}
