/** The person in her own tabs, and in her own columns of Régie's: found by the cells, changed only when she says so. */
import type { State } from '../command.ts';
import { UNDO_TAB } from '../journal.ts';
import { managedTitles } from '../managed.ts';
import { fold } from '../reading/values/text.ts';
import { placesOf, readTable } from '../records.ts';
import type { Table } from '../table.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { originTable } from '../tables/origin.ts';
import { isFormula, trimGrid } from '../workbook.ts';
import type { Cell, Grid } from '../workbook.ts';
import { isTraced, splitNames } from './mask.ts';
import type { Trace } from './mask.ts';
import { withoutPerson } from './row.ts';
import type { Subject } from './subject.ts';

/** A cell that would change; zero-based. */
export interface OwnCell {
  readonly row: number;
  readonly column: number;
  /** The title above it, null when there is none. */
  readonly header: string | null;
  readonly before: Cell;
  readonly after: Cell;
}

/** What one tab of hers holds about the person. */
export interface OwnTab {
  readonly tab: string;
  readonly cells: readonly OwnCell[];
  /** False where the tab cannot be written from here. */
  readonly writable: boolean;
  /** True for her own columns in a tab of Régie's. */
  readonly columns: boolean;
}

interface Known {
  readonly emptied: ReadonlySet<string>;
  readonly rows: ReadonlySet<string>;
}

/** True for a tab of Régie's, which erasing always goes through. */
export function isManaged(tab: string): boolean {
  return tab === UNDO_TAB || managedTitles.includes(tab);
}

/** The cells of her own tabs and columns that speak of the person, tab by tab. */
export function ownTabs(state: State, subject: Subject, known: Known): readonly OwnTab[] {
  const own = Object.entries(state.workbook)
    .filter(([tab]) => !isManaged(tab))
    .map(([tab, grid]) => ({
      tab,
      cells: cellsAbout(grid, subject.trace, {
        emptied: known.emptied,
        imported: importedRows(state, tab, known.rows),
      }),
      writable: !isRenamed(state, tab),
      columns: false,
    }));
  const columns = ([memberTable, contactTable] as readonly Table[]).map((table) => ({
    tab: table.tab,
    cells: ownColumnCells(state, table, subject),
    writable: true,
    columns: true,
  }));
  return [...own, ...columns].filter(({ cells }) => cells.length > 0);
}

/** The tab with those cells changed. */
export function withCells(grid: Grid, cells: readonly OwnCell[]): Grid {
  const rows: Cell[][] = grid.map((row) => [...row]);
  for (const { row, column, after } of cells) {
    const line = rows[row];
    if (line !== undefined && column < line.length) line[column] = after;
  }
  return trimGrid(rows);
}

/** The title that stands above a cell in her tab: the nearest row above that is mostly words, no longer than a title. */
export function headerAbove(grid: Grid, row: number, column: number): string | null {
  for (let above = headerRow(grid, row); above >= 0; above = -1) {
    const title = grid[above]?.[column];
    if (typeof title === 'string' && title.trim() !== '') return title.trim();
  }
  return null;
}

const DEEPEST_HEADER = 15;

/** The row with the most titles among the first ones, above that row; -1 when there is none. */
function headerRow(grid: Grid, row: number): number {
  let best = -1;
  let most = 1;
  for (let above = 0; above < Math.min(row, DEEPEST_HEADER); above += 1) {
    const titles = (grid[above] ?? []).filter(
      (cell) => typeof cell === 'string' && cell !== '' && cell.length <= 60,
    ).length;
    if (titles > most) [best, most] = [above, titles];
  }
  return best;
}

interface Hints {
  readonly emptied: ReadonlySet<string>;
  readonly imported: ReadonlySet<number>;
}

function cellsAbout(grid: Grid, trace: Trace, { emptied, imported }: Hints): readonly OwnCell[] {
  return grid.flatMap((line, row): OwnCell[] => {
    const isSplit = splitNames(line, trace).length > 0;
    if (!isSplit && !line.some((cell) => isTraced(cell, trace))) return [];
    // A row that lost the person since it was read speaks of someone else.
    const isNamed = isSplit || line.some((cell) => typeof cell === 'string' && isAlone(cell, trace));
    const isHers = imported.has(row) || isNamed;
    const masked = withoutPerson(line, trace, isHers ? emptied : NOTHING);
    return line.flatMap((before, column): OwnCell[] => {
      const header = headerAbove(grid, row, column);
      const after = isHers && before !== null && isBirth(header) ? null : (masked[column] ?? null);
      return after === before ? [] : [{ row, column, header, before, after }];
    });
  });
}

const NOTHING: ReadonlySet<string> = new Set();

function isAlone(cell: string, { names }: Trace): boolean {
  const folded = fold(cell);
  return names.some((name) => name.folded === folded);
}

function isBirth(header: string | null): boolean {
  return header !== null && /\b(?:naissance|ne e? le|nee? le|age)\b/u.test(fold(header));
}

/** The rows of that tab that were read into the person's records, zero-based. */
function importedRows(state: State, tab: string, rows: ReadonlySet<string>): ReadonlySet<number> {
  const { records } = readTable(originTable, state.workbook[originTable.tab], state.shown[originTable.tab]);
  return new Set(
    records.flatMap(({ record, source_tab: source, source_row: row }) =>
      source === tab && row !== null && rows.has(record ?? '') ? [row - 1] : [],
    ),
  );
}

/** What her own columns hold in the rows of the person: all of it was written about the person. */
function ownColumnCells(state: State, table: Table, { ids }: Subject): readonly OwnCell[] {
  const grid = state.workbook[table.tab] ?? [];
  const ours = new Set(placesOf(table, grid).values());
  const { rowOf } = readTable<Table>(table, grid, state.shown[table.tab]);
  return [...ids].flatMap((id) => {
    const row = rowOf.get(id);
    if (row === undefined) return [];
    return (grid[row] ?? []).flatMap((before, column): OwnCell[] => {
      if (before === null || before === '' || isFormula(before) || ours.has(column)) return [];
      const title = grid[0]?.[column];
      return [{ row, column, header: typeof title === 'string' ? title : null, before, after: null }];
    });
  });
}

/** A tab of hers that bears the title of one of Régie's is only seen under another name here. */
function isRenamed({ titles }: State, tab: string): boolean {
  return Object.keys(titles ?? {}).some((title) => `${title} (original)`.toLowerCase() === tab.toLowerCase());
}
