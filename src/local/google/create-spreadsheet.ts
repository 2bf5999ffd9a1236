/** Spreadsheets from plain values, for tests and samples. */
import type { Workbook } from '../../core/workbook.ts';
import { gridWidth } from '../../core/workbook.ts';
import { openSeed } from '../engine/index.ts';
import type { Doc } from '../engine/index.ts';

/** A spreadsheet that holds these tabs in their order, with ids 1, 2, 3…; made in some 10 ms. */
export function createSpreadsheet(tabs: Workbook, options: { readonly title?: string } = {}): Doc {
  const entries = Object.entries(tabs);
  return openSeed({
    title: options.title ?? 'Classeur',
    tabs: (entries.length > 0 ? entries : [['Feuille 1', []] as const]).map(([title, grid], index) => ({
      id: index + 1,
      title,
      rows: Math.max(1000, grid.length),
      columns: Math.max(26, gridWidth(grid)),
      cells: grid.flatMap((row, rowIndex) => row.map((entered, column) => ({ row: rowIndex, column, entered }))),
    })),
  });
}
