/** Every non-empty cell of a tab, once: read as a field, kept as hers, or part of the tab's structure. */
import { isFilled } from '../reading/cells.ts';
import type { SourceTab } from '../reading/source.ts';
import type { TabReading } from '../reading/types.ts';
import { columnLetters } from '../workbook.ts';
import type { Accounting } from './details.ts';

/** Nothing at all. */
export const NO_CELLS: Accounting = { mapped: 0, kept: 0, structure: 0, total: 0 };

/** The cells of an adopted tab; `kept` are cells of own columns, cells beside the table and notes, all of them carried over. */
export function accountingOf(tab: TabReading, source: SourceTab | undefined): Accounting {
  const { continuation = [], note = [] } = tab.rows;
  const fields = new Set(tab.columns.flatMap(({ column, field }) => (field === null ? [] : [column])));
  const records = new Set([...tab.data_rows, ...continuation]);
  const notes = new Set(note);
  let mapped = 0;
  let kept = 0;
  let structure = 0;
  (source?.rows ?? []).forEach((cells, index) => {
    cells.forEach((cell, column) => {
      if (!isFilled(cell)) return;
      if (records.has(index + 1)) {
        if (fields.has(columnLetters(column))) mapped += 1;
        else kept += 1;
      } else if (notes.has(index + 1)) kept += 1;
      else structure += 1;
    });
  });
  return { mapped, kept, structure, total: mapped + kept + structure };
}

/** The sum of several. */
export function sumOf(accountings: readonly Accounting[]): Accounting {
  return accountings.reduce(
    (sum, { mapped, kept, structure, total }) => ({
      mapped: sum.mapped + mapped,
      kept: sum.kept + kept,
      structure: sum.structure + structure,
      total: sum.total + total,
    }),
    NO_CELLS,
  );
}
