/** Which column of a tab is read as which field of its kind. */
import { columnLetters } from '../workbook.ts';
import { isFilled } from './cells.ts';
import { type Contents, fit, lookAt, samplesOf } from './column-contents.ts';
import { type Header, candidates } from './header.ts';
import type { SourceTab } from './source.ts';
import { FIELDS } from './synonyms.ts';
import { gridColumns, gridRows } from './tab-grid.ts';
import type { AdoptedKind, Column, ColumnExplanation, Side } from './types.ts';

/** A column of a table as it stands, before any meaning is given to it. */
export interface RawColumn {
  readonly index: number;
  readonly header: string | null;
  /** The header's lines, when it has two. */
  readonly lines: readonly string[];
  readonly contents: Contents;
  /** Values to show, from rows that hold more than a section's title. */
  readonly examples: readonly string[];
}

/** What a column is read as and why. */
export interface Assignment {
  readonly index: number;
  readonly field: string | null;
  readonly score: number;
  readonly alternatives: readonly string[];
  readonly side?: Side;
}

const ENOUGH = 0.45;
const BY_CONTENTS: Readonly<
  Partial<Record<AdoptedKind, readonly (readonly [string, 'email' | 'phone' | 'affiliation'])[]>>
> = {
  members: [
    ['email', 'email'],
    ['phone', 'phone'],
    ['affiliation', 'affiliation'],
  ],
};

/** The columns that have a header or cells below it. */
export function rawColumns(source: SourceTab, header: Header): readonly RawColumn[] {
  const first = (header.rows.at(-1) ?? -1) + 1;
  const body = source.rows.slice(first, gridRows(source));
  const full = body.filter((row) => row.filter(isFilled).length > 1);
  return Array.from({ length: gridColumns(source) }, (_, index) => ({
    index,
    header: header.texts[index] ?? null,
    lines: header.lines.flatMap((line) => line[index] ?? []),
    contents: lookAt(body.map((row) => row[index])),
    examples: samplesOf((full.length > 0 ? full : body).map((row) => row[index])),
  })).filter((column) => column.header !== null || column.contents.filled > 0);
}

/** Gives each column the field that its header and contents fit best, each field once unless it may be shared. */
export function assignColumns(columns: readonly RawColumn[], kind: AdoptedKind): readonly Assignment[] {
  const wishes = columns
    .flatMap((column) => wishesOf(column, kind).map(({ field, score }) => ({ index: column.index, field, score })))
    .filter(({ score }) => score >= ENOUGH)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const given = new Map<number, { field: string; score: number }>();
  const taken = new Set<string>();
  for (const { index, field, score } of [...wishes, ...lastResort(columns, wishes, kind)]) {
    const isFree = !taken.has(field) || FIELDS[kind][field]?.many === true;
    if (given.has(index) || !isFree) continue;
    given.set(index, { field, score });
    taken.add(field);
  }
  return columns.map(({ index }) => ({
    index,
    field: given.get(index)?.field ?? null,
    score: given.get(index)?.score ?? 0,
    alternatives: wishes
      .filter((wish) => wish.index === index && wish.field !== given.get(index)?.field)
      .filter((wish) => wish.score >= (given.get(index)?.score ?? 0) - 0.15)
      .map((wish) => wish.field),
  }));
}

/** The columns as printed; what has no field is kept under its header's name. */
export function printedColumns(
  columns: readonly RawColumn[],
  assignments: readonly Assignment[],
  isAdopted: boolean,
): readonly Column[] {
  const names = new Map<string, number>();
  return columns.map((column, position) => {
    const found = assignments[position];
    const base = { column: columnLetters(column.index), header: column.header };
    if (!isAdopted) return { ...base, field: null };
    const side = found?.side === undefined ? {} : { side: found.side };
    const field = found?.field ?? null;
    if (field !== null) return { ...base, field, ...side };
    return { ...base, field: null, custom: uniqueName(column.header ?? `Colonne ${base.column}`, names) };
  });
}

/** What a person is shown of each column: samples, confidence, what else it could be. */
export function explainColumns(
  columns: readonly RawColumn[],
  printed: readonly Column[],
  assignments: readonly Assignment[],
): readonly ColumnExplanation[] {
  return columns.map((column, position) => ({
    column: columnLetters(column.index),
    header: column.header,
    field: printed[position]?.field ?? null,
    confidence: confidenceOf(assignments[position]),
    samples: column.examples,
    alternatives: assignments[position]?.alternatives ?? [],
  }));
}

// A list of members whose header calls organisations by a word of its own: the first column of names holds them.
function lastResort(
  columns: readonly RawColumn[],
  wishes: readonly { index: number; field: string }[],
  kind: AdoptedKind,
): readonly { index: number; field: string; score: number }[] {
  const fields = new Set(wishes.map(({ field }) => field));
  const isMembers = ['email', 'affiliation', 'fee_paid'].every((field) => fields.has(field));
  if (kind !== 'members' || fields.has('organisation') || !isMembers) return [];
  const named = new Set(wishes.map(({ index }) => index));
  const first = columns.find(
    ({ index, contents }) => !named.has(index) && contents.words >= 0.6 && contents.filled >= 2,
  );
  return first === undefined ? [] : [{ index: first.index, field: 'organisation', score: ENOUGH }];
}

function wishesOf(column: RawColumn, kind: AdoptedKind): readonly { field: string; score: number }[] {
  const { header, contents } = column;
  const named = header === null ? [] : [...candidates(header, kind), ...ofLines(column, kind)];
  if (named.length > 0) {
    return named.map(({ field, score }) => ({ field, score: score * fit(contents, FIELDS[kind][field]?.likely) }));
  }
  if (contents.filled < 3) return [];
  return (BY_CONTENTS[kind] ?? [])
    .filter(([, look]) => contents[look] >= 0.7)
    .map(([field]) => ({ field, score: ENOUGH }));
}

// « Adhésion » over « Date »: either line may say it, the lower one better.
function ofLines({ lines }: RawColumn, kind: AdoptedKind): readonly { field: string; score: number }[] {
  if (lines.length < 2) return [];
  return lines.flatMap((line, position) =>
    candidates(line, kind).map(({ field, score }) => ({ field, score: score * (position === 0 ? 0.7 : 0.95) })),
  );
}

function confidenceOf(found: Assignment | undefined): ColumnExplanation['confidence'] {
  if (found === undefined || found.alternatives.length > 0) return 'doubtful';
  if (found.field === null || found.score >= 0.9) return 'certain';
  return found.score >= 0.6 ? 'probable' : 'doubtful';
}

function uniqueName(name: string, names: Map<string, number>): string {
  const count = (names.get(name) ?? 0) + 1;
  names.set(name, count);
  return count === 1 ? name : `${name} (${String(count)})`;
}
