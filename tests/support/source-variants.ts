/** The same tab kept by someone else: rows pushed down, columns in another order, other header words. */
import type { Merge, SourceCell, SourceTab } from '../../src/core/reading/source.ts';
import { columnIndex, columnLetters, isFormula } from '../../src/core/workbook.ts';

type Row = readonly (SourceCell | undefined)[];

/** The tab with these rows of text put above its row `before` (zero-based). */
export function pushedDown(tab: SourceTab, before: number, texts: readonly string[]): SourceTab {
  const inserted = texts.map((text): Row => (text === '' ? [] : [{ entered: text, shown: text }]));
  const move = (row: number) => (row >= before ? row + texts.length : row);
  const moved = tab.rows.map((row) => row.map((cell) => withReferences(cell, (column, at) => [column, move(at)])));
  return {
    ...tab,
    rows: [...moved.slice(0, before), ...inserted, ...moved.slice(before)],
    merges: tab.merges.map((merge) => ({
      ...merge,
      startRow: move(merge.startRow),
      endRow: move(merge.endRow - 1) + 1,
    })),
    hiddenRows: tab.hiddenRows.map(move),
  };
}

/** The tab with its columns from row `from` on in this order: `order[i]` is the old column at place `i`; wide merges stay first. */
export function reordered(tab: SourceTab, from: number, order: readonly number[]): SourceTab {
  const isWide = (row: number) => tab.merges.some((merge) => row >= merge.startRow && row < merge.endRow);
  const place = (column: number) => Math.max(order.indexOf(column), 0);
  const rows = tab.rows.map((row, index): Row => {
    const filled = row.filter((cell) => cell?.shown !== undefined && cell.shown !== null);
    const isLone = filled.length === 1 && isWide(index);
    const cells = isLone || index < from ? row : order.map((column) => row[column]);
    return cells.map((cell) => withReferences(cell, (column, at) => [place(column), at]));
  });
  const merges = tab.merges.filter((merge): merge is Merge => merge.startColumn === 0);
  return { ...tab, rows, merges, hiddenColumns: tab.hiddenColumns.map(place) };
}

/** The tab with other words in one row (zero-based), by the words that stood there. */
export function reworded(tab: SourceTab, at: number, wordsFor: Readonly<Record<string, string>>): SourceTab {
  const rows = tab.rows.map((row, index): Row => {
    if (index !== at) return row;
    return row.map((cell) => {
      const text = typeof cell?.shown === 'string' ? wordsFor[cell.shown] : undefined;
      return cell === undefined || text === undefined ? cell : { ...cell, entered: text, shown: text };
    });
  });
  return { ...tab, rows };
}

function withReferences(
  cell: SourceCell | undefined,
  move: (column: number, row: number) => readonly [number, number],
): SourceCell | undefined {
  if (cell === undefined || !isFormula(cell.entered)) return cell;
  const formula = cell.entered.formula.replace(/([A-Z]+)(\d+)/gu, (_, letters: string, row: string) => {
    const [column, at] = move(columnIndex(letters), Number(row) - 1);
    return `${columnLetters(column)}${String(at + 1)}`;
  });
  return { ...cell, entered: { formula } };
}
