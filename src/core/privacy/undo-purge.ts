/** The undo store without what would lead back to an erased person. */
import { fold } from '../reading/values/text.ts';
import { isFormula } from '../workbook.ts';
import type { Cell, Grid } from '../workbook.ts';
import { isTraced, maskedText } from './mask.ts';
import type { Trace } from './mask.ts';

/** What betrays the person in what undo keeps. */
export interface Remains {
  readonly trace: Trace;
  /** Folded texts that were emptied. */
  readonly emptied: ReadonlySet<string>;
  /** Numbers of the rows that are made nameless. */
  readonly rows: ReadonlySet<string>;
}

/** The store with the entries that hold the person emptied, and the journal numbers of those. */
export function purgedStore(store: Grid, remains: Remains): { readonly grid: Grid; readonly ids: readonly string[] } {
  const ids = [...new Set(store.slice(1).map((row) => row[0]))].filter((id) => typeof id === 'string');
  const gone = ids.filter((id) => holds(textOf(store, id), remains));
  if (gone.length === 0) return { grid: store, ids: [] };
  return {
    grid: store.map((row) => (typeof row[0] === 'string' && gone.includes(row[0]) ? [row[0], row[1] ?? null] : row)),
    ids: gone,
  };
}

function textOf(store: Grid, id: string): string {
  return store
    .filter((row) => row[0] === id)
    .sort((a, b) => Number(a[1]) - Number(b[1]))
    .map((row) => (typeof row[2] === 'string' ? row[2] : ''))
    .join('');
}

function holds(text: string, remains: Remains): boolean {
  if (text === '') return false;
  let entry: unknown;
  try {
    entry = JSON.parse(text);
  } catch {
    // An entry that cannot be read leads nowhere, but may still show a name.
    return maskedText(text, remains.trace) !== text;
  }
  return cellsIn(entry).some((cell) => betrays(cell, remains));
}

interface KeptCell {
  readonly key: string | null;
  readonly from: Cell;
  readonly to: Cell;
}

/** The cells of an entry; what has another shape is looked at whole. */
function cellsIn(entry: unknown): readonly KeptCell[] {
  const tabs = list(object(entry)['tabs']).map(object);
  return tabs.flatMap((tab) =>
    list(tab['cells']).map((cell) => {
      const { key, from, to } = object(cell);
      return { key: typeof key === 'string' ? key : null, from: asCell(from), to: asCell(to) };
    }),
  );
}

function betrays({ key, from, to }: KeptCell, { trace, emptied, rows }: Remains): boolean {
  const isHers = key !== null && rows.has(key);
  return [from, to].some(
    (cell) =>
      (isHers && (typeof cell === 'string' ? cell !== key : cell !== null && isFormula(cell))) ||
      isTraced(cell, trace) ||
      (typeof cell === 'string' && isTelling(fold(cell)) && emptied.has(fold(cell))),
  );
}

// « relancer » was emptied in this row and stands in others too: only what is long or has a number points to someone.
function isTelling(folded: string): boolean {
  return folded.length >= 12 || /\d{4}/u.test(folded);
}

function asCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  const { formula } = object(value);
  return typeof formula === 'string' ? { formula } : null;
}

function object(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
