/** From a plan and a dress to the requests of one atomic Sheets v4 `batchUpdate`. */
import { hashText } from './digest.ts';
import { colorOf, dressRequests, undressRequests } from './dress-requests.ts';
import type { SheetsRequest } from './dress-requests.ts';
import type { Dress } from './dress.ts';
import type { CellChange, Plan, TabPlan } from './plan.ts';
import type { Snapshot, TabState } from './snapshot.ts';
import { isFormula } from './workbook.ts';
import type { Cell, Grid } from './workbook.ts';

/** Rows to add below what a tab of trust holds; the tab is created when it is missing. */
export interface Appendix {
  readonly tab: string;
  readonly header: readonly string[];
  readonly rows: Grid;
  readonly dress: Dress;
}

const SPARE_ROWS = 100;
const SPARE_COLUMNS = 3;

/**
 * The requests that carry out the plan: tabs, sizes, typed values, dress, and deletions last. A tab with a dress is dressed
 * anew; one with `added` only gets a look for the columns that come.
 */
export function requestsOf(
  snapshot: Snapshot,
  plan: Plan,
  dress: Readonly<Record<string, Dress>>,
  added: Readonly<Record<string, Dress>> = {},
): SheetsRequest[] {
  const taken = new Set(snapshot.tabs.map((tab) => tab.sheetId));
  const last: SheetsRequest[] = [];
  const requests = plan.tabs.flatMap((tabPlan) => {
    const tab = snapshot.tabs.find((state) => state.title === tabPlan.tab);
    if (tabPlan.existence === 'deleted') {
      if (tab) last.push({ deleteSheet: { sheetId: tab.sheetId } });
      return [];
    }
    const look = dress[tabPlan.tab];
    return tab
      ? keptTab(tab, tabPlan, { dress: look, added: added[tabPlan.tab] })
      : createdTab(tabPlan, look ?? {}, taken);
  });
  return [...requests, ...last];
}

/** The requests that add rows below a tab's content, creating it with its header when it is missing. */
export function appendRequests(snapshot: Snapshot, { tab, header, rows, dress }: Appendix): SheetsRequest[] {
  const state = snapshot.tabs.find((candidate) => candidate.title === tab);
  if (state) {
    if (rows.length === 0) return [];
    return [{ appendCells: { sheetId: state.sheetId, rows: rows.map(rowData), fields: 'userEnteredValue' } }];
  }
  const grid: Grid = [header, ...rows];
  const cells = grid.flatMap((row, index) => row.map((to, column) => ({ row: index, column, from: null, to })));
  return createdTab({ tab, existence: 'created', cells }, dress, new Set(snapshot.tabs.map((other) => other.sheetId)));
}

/** The id of a tab that Régie creates: always the same for a title, so that it can be found without a reading. */
export function sheetIdOf(title: string, taken: ReadonlySet<number> = new Set()): number {
  let id = Number.parseInt(hashText(title).slice(-7), 16) + 1;
  while (taken.has(id)) id += 1;
  return id;
}

function createdTab({ tab, cells }: TabPlan, dress: Dress, taken: Set<number>): SheetsRequest[] {
  const sheetId = sheetIdOf(tab, taken);
  taken.add(sheetId);
  const { rows, columns } = extent(cells);
  const gridProperties = {
    rowCount: rows + SPARE_ROWS,
    columnCount: columns + SPARE_COLUMNS,
    frozenRowCount: dress.frozenRows ?? 0,
    frozenColumnCount: dress.frozenColumns ?? 0,
    hideGridlines: dress.hideGridlines ?? false,
  };
  const properties = {
    sheetId,
    title: tab,
    hidden: dress.hidden ?? false,
    gridProperties,
    ...(dress.position === undefined ? {} : { index: dress.position }),
    ...(dress.tabColor === undefined ? {} : { tabColorStyle: { rgbColor: colorOf(dress.tabColor) } }),
  };
  return [
    { addSheet: { properties } },
    ...valueRequests(sheetId, cells),
    ...dressRequests(sheetId, dress, { rows: gridProperties.rowCount, columns: gridProperties.columnCount }),
  ];
}

interface KeptLook {
  readonly dress: Dress | undefined;
  readonly added: Dress | undefined;
}

function keptTab(tab: TabState, { cells }: TabPlan, { dress, added }: KeptLook): SheetsRequest[] {
  const { rows, columns } = extent(cells);
  const size = { rows: Math.max(rows, tab.rowCount), columns: Math.max(columns, tab.columnCount) };
  const grow = [
    { dimension: 'ROWS', length: size.rows - tab.rowCount },
    { dimension: 'COLUMNS', length: size.columns - tab.columnCount },
  ].filter(({ length }) => length > 0);
  return [
    ...grow.map((extra) => ({ appendDimension: { sheetId: tab.sheetId, ...extra } })),
    ...(dress ? undressRequests(tab) : []),
    ...valueRequests(tab.sheetId, cells),
    ...(dress ? dressRequests(tab.sheetId, dress, size) : added ? dressRequests(tab.sheetId, added, size) : []),
  ];
}

function extent(cells: readonly CellChange[]): { rows: number; columns: number } {
  let rows = 1;
  let columns = 1;
  for (const { row, column, to } of cells) {
    if (to === null) continue;
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  }
  return { rows, columns };
}

/** Runs of changed cells side by side, and rows of the same extent below each other, make one request. */
function valueRequests(sheetId: number, cells: readonly CellChange[]): SheetsRequest[] {
  const blocks: { row: number; column: number; width: number; rows: Cell[][] }[] = [];
  for (const run of rowRuns(cells)) {
    const above = blocks.at(-1);
    const fits =
      above &&
      above.column === run.column &&
      above.width === run.cells.length &&
      above.row + above.rows.length === run.row;
    if (fits) above.rows.push(run.cells);
    else blocks.push({ row: run.row, column: run.column, width: run.cells.length, rows: [run.cells] });
  }
  return blocks.map(({ row, column, rows }) => ({
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map(rowData),
      fields: 'userEnteredValue',
    },
  }));
}

function rowRuns(cells: readonly CellChange[]): { row: number; column: number; cells: Cell[] }[] {
  const runs: { row: number; column: number; cells: Cell[] }[] = [];
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const { row, column, to } of sorted) {
    const run = runs.at(-1);
    if (run && run.row === row && run.column + run.cells.length === column) run.cells.push(to);
    else runs.push({ row, column, cells: [to] });
  }
  return runs;
}

function rowData(row: readonly Cell[]): SheetsRequest {
  return { values: row.map(cellData) };
}

/** The typed value of a cell: a text stays a text whatever it begins with. */
function cellData(cell: Cell): SheetsRequest {
  if (cell === null || cell === '') return {};
  if (isFormula(cell)) return { userEnteredValue: { formulaValue: cell.formula } };
  if (typeof cell === 'number') return { userEnteredValue: { numberValue: cell } };
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: { stringValue: cell } };
}
