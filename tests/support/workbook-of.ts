/** A command's state made from source tabs, as a host would read them. */
import type { State } from '../../src/core/command.ts';
import type { SourceTab } from '../../src/core/reading/source.ts';
import type { Grid, ShownGrid, Workbook } from '../../src/core/workbook.ts';

/** The state of a workbook whose tabs are these sources and, for tabs that Régie made, these grids. */
export function stateFrom(sources: readonly SourceTab[], made: Workbook = {}): State {
  const own = sources.map((source) => [source.title, gridOf(source)] as const);
  const workbook: Workbook = { ...Object.fromEntries(own), ...made };
  return {
    workbook,
    shown: Object.fromEntries([
      ...sources.map((source) => [source.title, shownOf(source)] as const),
      ...Object.entries(made).map(([title, grid]) => [title, plainShown(grid)] as const),
    ]),
    tabs: Object.keys(workbook),
    sources: [...sources, ...Object.entries(made).map(([title, grid]) => sourceOf(title, grid))],
  };
}

/** A plain tab as its owner keeps it, from what is entered in its cells. */
export function sourceOf(title: string, grid: Grid, hidden = false): SourceTab {
  return {
    title,
    hidden,
    rows: grid.map((row) =>
      row.map((entered) =>
        entered === null ? undefined : { entered, shown: typeof entered === 'object' ? null : entered },
      ),
    ),
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  };
}

function gridOf({ rows }: SourceTab): Grid {
  return rows.map((row) => Array.from(row, (cell) => cell?.entered ?? null));
}

function shownOf({ rows }: SourceTab): ShownGrid {
  return rows.map((row) => Array.from(row, (cell) => cell?.shown ?? null));
}

function plainShown(grid: Grid): ShownGrid {
  return grid.map((row) => row.map((cell) => (typeof cell === 'object' ? null : cell)));
}
