/** « Journal »: what was done, when and by whom; and the hidden store that undo reads. */
import { hashText } from './digest.ts';
import type { Dress } from './dress.ts';
import { afterPlan } from './plan.ts';
import type { Plan, TabPlan, WishedTabs } from './plan.ts';
import type { RecordOf, Table } from './table.ts';
import { cellAt, isFormula, sameCell, trimGrid } from './workbook.ts';
import type { Cell, Grid, Workbook } from './workbook.ts';

/** « Journal »: one row per action carried out. */
export const journalTable = {
  name: 'journal',
  tab: 'Journal',
  purpose: 'Une action faite par Régie, et si elle peut être annulée.',
  prefix: 'J',
  columns: [
    { field: 'id', header: 'N°', type: 'id', width: 80 },
    { field: 'day', header: 'Date', type: 'date', width: 100 },
    { field: 'time', header: 'Heure', type: 'time', width: 70 },
    { field: 'who', header: 'Qui', type: 'text', width: 230 },
    { field: 'action', header: 'Action', type: 'text', width: 200 },
    { field: 'summary', header: 'Ce qui a été fait', type: 'text', width: 460, wrap: true },
    {
      field: 'undo',
      header: 'Annulation',
      type: 'choice',
      width: 130,
      choices: { possible: 'possible', done: 'annulée', impossible: 'impossible' },
    },
    { field: 'command', header: 'Commande', type: 'text', width: 110, hidden: true },
    { field: 'tabs', header: 'Onglets touchés', type: 'list', width: 260 },
  ],
} as const satisfies Table;

/** A row of « Journal ». */
export type JournalRow = RecordOf<typeof journalTable>;

/** The hidden tab where what undo needs is kept, in chunks: journal id, part, text. */
export const UNDO_TAB = 'Régie · annulations';
/** The header of the undo store. */
export const UNDO_HEADER = ['N° de journal', 'Partie', 'Contenu'] as const;

/** The id of the journal row written with a revision. */
export function journalId(revision: number): string {
  return `${journalTable.prefix}-${String(revision).padStart(4, '0')}`;
}

/** A cell that a command changed, found again by the id of its row and its header; by position where there is none. */
interface UndoCell {
  readonly key: string | null;
  readonly row: number;
  readonly header: string | null;
  readonly column: number;
  readonly from: Cell;
  readonly to: Cell;
}

interface UndoTab {
  readonly tab: string;
  readonly existence: TabPlan['existence'];
  readonly cells: readonly UndoCell[];
  /** How many rows it had before: what was added below goes, row and all. */
  readonly height: number;
  /** For a tab that was created: each row as it was written, by its key. */
  readonly rows: Readonly<Record<string, string>>;
  /** How many first rows are titles, when the action dressed the tab; absent in older entries. */
  readonly headers?: number;
}

/** All that is needed to undo one action. */
export interface UndoEntry {
  readonly tabs: readonly UndoTab[];
  /** The last numbers given before the action, by the prefix of their ids; absent in older entries. */
  readonly numbers?: Readonly<Record<string, number>>;
}

// A cell holds 50,000 characters in Google Sheets, and 32,767 in the .xlsx files that workbooks leave as.
const CHUNK = 30_000;
const CAP = 2_000_000;

/** What to keep so that the plan can be undone; the spared tabs (« Journal », the store itself) are not. */
export function undoEntry(
  before: Workbook,
  plan: Plan,
  spared: readonly string[],
  dress: Readonly<Record<string, Dress>> = {},
): UndoEntry {
  const after = afterPlan(before, plan);
  return {
    tabs: plan.tabs
      .filter(({ tab }) => !spared.includes(tab))
      .map((tabPlan) => {
        const grid = after[tabPlan.tab] ?? [];
        const height = before[tabPlan.tab]?.length ?? 0;
        const frozen = dress[tabPlan.tab]?.frozenRows;
        const kept = { ...tabPlan, height, ...(frozen === undefined ? {} : { headers: frozen }) };
        if (tabPlan.existence === 'created') return { ...kept, cells: [], rows: rowHashes(grid) };
        return { ...kept, cells: undoCells(grid, tabPlan), rows: {} };
      }),
  };
}

/** The entry as texts that fit in cells, or null when it is larger than what the store accepts. */
export function writeUndo(entry: UndoEntry): string[] | null {
  const text = JSON.stringify(entry);
  if (text.length > CAP) return null;
  return Array.from({ length: Math.ceil(text.length / CHUNK) }, (_, part) =>
    text.slice(part * CHUNK, (part + 1) * CHUNK),
  );
}

/** The entry of a journal row in the undo store, or null when it is not there whole. */
export function readUndo(store: Grid | undefined, id: string): UndoEntry | null {
  const parts = (store ?? []).filter((row) => row[0] === id).sort((a, b) => Number(a[1]) - Number(b[1]));
  try {
    const entry: unknown = JSON.parse(parts.map((row) => (typeof row[2] === 'string' ? row[2] : '')).join(''));
    if (typeof entry !== 'object' || entry === null) return null;
    const { tabs, numbers } = entry as UndoEntry;
    return Array.isArray(tabs) ? { tabs: tabs as UndoTab[], ...(numbers === undefined ? {} : { numbers }) } : null;
  } catch {
    return null;
  }
}

/** A place that is no longer as the action left it; `row` is one-based. */
export interface Difference {
  readonly tab: string;
  readonly row: number | null;
  readonly key: string | null;
}

/** How what changed since the action is treated. */
interface UndoManner {
  /** True when she accepts to lose it. */
  readonly force: boolean;
  /** Tabs in which what changed since is never brought back: a mail that left stays « envoyé ». */
  readonly standing: readonly string[];
}

/** What undoing wishes, and where the workbook differs from what the action left; those places are kept unless `force`. */
export function undoWish(
  workbook: Workbook,
  entry: UndoEntry,
  manner: UndoManner,
): { tabs: WishedTabs; differences: Difference[] } {
  const tabs: Record<string, Grid | null> = {};
  const differences: Difference[] = [];
  for (const tab of entry.tabs) {
    const force = manner.force && !manner.standing.includes(tab.tab);
    const current = Object.hasOwn(workbook, tab.tab) ? (workbook[tab.tab] ?? []) : null;
    if (tab.existence === 'created') {
      if (current === null) continue;
      const changed = changedRows(tab, current);
      differences.push(...changed);
      if (changed.length === 0 || force) tabs[tab.tab] = null;
    } else if (tab.existence === 'deleted') {
      if (current === null) tabs[tab.tab] = restored(tab.cells);
      else differences.push({ tab: tab.tab, row: null, key: null });
    } else if (current === null) differences.push({ tab: tab.tab, row: null, key: null });
    else tabs[tab.tab] = undoTab(tab, current, { force, differences });
  }
  return { tabs, differences };
}

function undoCells(after: Grid, { cells }: TabPlan): UndoCell[] {
  const moved = cells.some(({ column, from, to }) => column === 0 && from !== null && to !== null);
  const added = new Set(cells.filter(({ column, from }) => column === 0 && from === null).map(({ row }) => row));
  return cells.map(({ row, column, from, to }) => {
    const key = moved ? null : rowKey(after, row);
    const header = cellAt(after, 0, column);
    return {
      key: key !== null || added.has(row) ? key : null,
      row,
      header: key !== null && row > 0 && typeof header === 'string' ? header : null,
      column,
      from,
      to,
    };
  });
}

function undoTab(
  { tab, cells, height }: UndoTab,
  current: Grid,
  { force, differences }: { force: boolean; differences: Difference[] },
): Grid {
  const rowOfKey = new Map(current.map((_, row) => [rowKey(current, row), row] as const).reverse());
  const emptied = new Set<number>();
  const restored: { row: number; column: number; value: Cell }[] = [];
  for (const cell of cells) {
    const row = cell.key === null ? cell.row : (rowOfKey.get(cell.key) ?? -1);
    const column =
      cell.header === null ? cell.column : (current[0] ?? []).findIndex((header) => header === cell.header);
    const lost = row < 0 || column < 0;
    const found = lost ? null : cellAt(current, row, column);
    if (sameCell(found, cell.from)) continue;
    if (lost || (!sameCell(found, cell.to) && !force)) {
      differences.push({ tab, row: row < 0 ? null : row + 1, key: cell.key });
      continue;
    }
    restored.push({ row, column, value: cell.from });
    if (cell.from === null && cell.key !== null && cell.row >= height) emptied.add(row);
  }
  const rows = writeCells(current, restored);
  const isEmpty = (row: readonly Cell[]) => row.every((cell) => cell === null || cell === '');
  return trimGrid(rows.filter((row, index) => !(emptied.has(index) && isEmpty(row))));
}

function writeCells(grid: Grid, changes: readonly { row: number; column: number; value: Cell }[]): Cell[][] {
  const rows: Cell[][] = grid.map((row) => [...row]);
  for (const { row, column, value } of changes) {
    while (rows.length <= row) rows.push([]);
    const target = rows[row] ?? [];
    while (target.length < column) target.push(null);
    target[column] = value;
  }
  return rows;
}

function restored(cells: readonly UndoCell[]): Grid {
  return trimGrid(
    writeCells(
      [],
      cells.map(({ row, column, from }) => ({ row, column, value: from })),
    ),
  );
}

function changedRows({ tab, rows }: UndoTab, current: Grid): Difference[] {
  const now = rowHashes(current);
  const place = new Map(current.map((_, row) => [keyOf(current, row), row + 1] as const));
  const keys = new Set([...Object.keys(rows), ...Object.keys(now)]);
  return [...keys]
    .filter((key) => rows[key] !== now[key])
    .map((key) => ({ tab, row: place.get(key) ?? null, key: key.startsWith('#') ? null : key }));
}

function rowHashes(grid: Grid): Record<string, string> {
  const hashes: Record<string, string> = {};
  trimGrid(grid).forEach((row, index) => {
    if (row.length > 0) hashes[keyOf(grid, index)] = hashText(JSON.stringify(row.map(plain)));
  });
  return hashes;
}

function plain(cell: Cell): unknown {
  return isFormula(cell) ? cell.formula : [cell];
}

function keyOf(grid: Grid, row: number): string {
  return rowKey(grid, row) ?? `#${row}`;
}

function rowKey(grid: Grid, row: number): string | null {
  const id = cellAt(grid, row, 0);
  return typeof id === 'string' && /^[A-Z]{1,5}-\d{4,}$/u.test(id) ? id : null;
}
