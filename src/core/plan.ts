/** The difference between a workbook and a wish, cell by cell: reversible, and refused by any other base. */
import type { Hasher } from './digest.ts';
import { cellAt, gridWidth, sameCell, trimGrid } from './workbook.ts';
import type { Cell, Grid, Workbook } from './workbook.ts';

/** One cell that changes; zero-based address. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly from: Cell;
  readonly to: Cell;
}

/** What happens to one tab: it may appear, disappear, or keep existing with other cells. */
export interface TabPlan {
  readonly tab: string;
  readonly existence: 'kept' | 'created' | 'deleted';
  readonly cells: readonly CellChange[];
}

/** All that a command changes; an empty list changes nothing. */
export interface Plan {
  readonly tabs: readonly TabPlan[];
}

/** How the tabs that change should be afterwards; `null` means that the tab should be gone. */
export type WishedTabs = Readonly<Record<string, Grid | null>>;

/** The workbook is not the one that the plan was made for: someone changed it in between. */
export class StalePlan extends Error {
  override name = 'StalePlan';
}

/** The smallest plan that leads from the workbook to the wish; tabs that the wish does not name stay as they are. */
export function planOf(workbook: Workbook, wish: WishedTabs): Plan {
  const tabs: TabPlan[] = [];
  for (const [tab, wished] of Object.entries(wish)) {
    const current = Object.hasOwn(workbook, tab) ? (workbook[tab] ?? []) : null;
    if (wished === null && current === null) continue;
    const cells = cellChanges(current ?? [], wished ?? []);
    const existence = current === null ? 'created' : wished === null ? 'deleted' : 'kept';
    if (existence !== 'kept' || cells.length > 0) tabs.push({ tab, existence, cells });
  }
  return { tabs };
}

/** The workbook once the plan is carried out; throws `StalePlan` unless every cell is as the plan found it. */
export function afterPlan(workbook: Workbook, plan: Plan): Workbook {
  const result: Record<string, Grid> = { ...workbook };
  for (const { tab, existence, cells } of plan.tabs) {
    const current = Object.hasOwn(workbook, tab) ? (workbook[tab] ?? []) : null;
    if ((existence === 'created') !== (current === null)) {
      throw new StalePlan(
        `Cannot apply the plan to tab "${tab}": it ${current === null ? 'is missing' : 'exists already'}`,
      );
    }
    const changed = changeCells(tab, current ?? [], cells);
    if (existence !== 'deleted') result[tab] = changed;
    else if (changed.length === 0) Reflect.deleteProperty(result, tab);
    else throw new StalePlan(`Cannot delete tab "${tab}": it holds cells that the plan does not know`);
  }
  return result;
}

/** The plan that leads back. */
export function reversePlan(plan: Plan): Plan {
  const opposite = { kept: 'kept', created: 'deleted', deleted: 'created' } as const;
  return {
    tabs: plan.tabs
      .map(({ tab, existence, cells }) => ({
        tab,
        existence: opposite[existence],
        cells: cells.map(({ row, column, from, to }) => ({ row, column, from: to, to: from })),
      }))
      .reverse(),
  };
}

/** True when the plan changes nothing. */
export function isEmptyPlan(plan: Plan): boolean {
  return plan.tabs.length === 0;
}

function cellChanges(current: Grid, wished: Grid): CellChange[] {
  const changes: CellChange[] = [];
  const rows = Math.max(current.length, wished.length);
  for (let row = 0; row < rows; row += 1) {
    const before = current[row] ?? [];
    const after = wished[row] ?? [];
    const columns = Math.max(before.length, after.length);
    for (let column = 0; column < columns; column += 1) {
      const from = empty(before[column] ?? null);
      const to = empty(after[column] ?? null);
      if (from !== to && !sameCell(from, to)) changes.push({ row, column, from, to });
    }
  }
  return changes;
}

function changeCells(tab: string, current: Grid, changes: readonly CellChange[]): Grid {
  const height = changes.reduce((most, change) => Math.max(most, change.row + 1), current.length);
  const rows: Cell[][] = Array.from({ length: height }, (_, row) => [...(current[row] ?? [])]);
  for (const { row, column, from, to } of changes) {
    const cells = rows[row] ?? [];
    if (!sameCell(cells[column] ?? null, from)) {
      throw new StalePlan(
        `Cannot change cell ${row + 1}:${column + 1} of tab "${tab}": it is not as the plan found it`,
      );
    }
    while (cells.length < column) cells.push(null);
    cells[column] = to;
  }
  return trimGrid(rows);
}

function empty(cell: Cell): Cell {
  return cell === '' ? null : cell;
}

/** How many rows a tab's plan adds, changes and empties; the first `headers` rows are titles and do not count. */
export function rowCounts(
  before: Grid,
  plan: TabPlan,
  headers = 0,
): { added: number; updated: number; removed: number } {
  const counts = { added: 0, updated: 0, removed: 0 };
  const width = gridWidth(before);
  for (const { row, start, end } of byRow(plan.cells)) {
    if (row < headers) continue;
    if (isEmptyRow(before, row)) counts.added += 1;
    else if (isCleared(before, width, plan.cells.slice(start, end))) counts.removed += 1;
    else counts.updated += 1;
  }
  return counts;
}

/** Where the changes of each row begin and end; a plan lists them row by row. */
function* byRow(cells: readonly CellChange[]): Generator<{ row: number; start: number; end: number }> {
  let start = 0;
  for (let index = 1; index <= cells.length; index += 1) {
    const row = cells[start]?.row;
    if (row === undefined || cells[index]?.row === row) continue;
    yield { row, start, end: index };
    start = index;
  }
}

function isCleared(before: Grid, width: number, changes: readonly CellChange[]): boolean {
  if (changes.some((change) => change.to !== null)) return false;
  const row = changes[0]?.row ?? 0;
  const cleared = new Set(changes.map((change) => change.column));
  for (let column = 0; column < width; column += 1) {
    if (!cleared.has(column) && empty(cellAt(before, row, column)) !== null) return false;
  }
  return true;
}

function isEmptyRow(grid: Grid, row: number): boolean {
  return (grid[row] ?? []).every((cell) => empty(cell) === null);
}

/** Feeds the plan to a hasher: the same plan only gives the same hash. Cell by cell, since a plan may hold a million. */
export function hashPlan(plan: Plan, hasher: Hasher): void {
  for (const { tab, existence, cells } of plan.tabs) {
    hasher.text(tab);
    hasher.text(existence);
    hasher.number(cells.length);
    for (const { row, column, from, to } of cells) {
      hasher.number(row);
      hasher.number(column);
      hashCell(to, hasher);
      hashCell(from, hasher);
    }
  }
}

function hashCell(cell: Cell, hasher: Hasher): void {
  if (typeof cell === 'string') {
    hasher.number(1);
    hasher.text(cell);
  } else if (typeof cell === 'number') {
    hasher.number(2);
    hasher.text(String(cell));
  } else if (cell === null) hasher.number(3);
  else if (typeof cell === 'boolean') hasher.number(cell ? 4 : 5);
  else {
    hasher.number(6);
    hasher.text(cell.formula);
  }
}
