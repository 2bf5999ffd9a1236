/** Totals written in a tab against the computed ones. */
import type { Control, Finding, Frame } from './types.ts';

/** What a column's totals add up. */
export interface Measure {
  readonly what: Control['what'];
  /** The value of each data row that has one, by row number. */
  readonly values: ReadonlyMap<number, number>;
  /** Why a SUM may miss some of them; said when a SUM does. */
  readonly why?: string;
  /** Further keys of the control, computed from its block of rows. */
  readonly extra?: (first: number, last: number) => Partial<Control>;
}

/** How many records stand in a block of rows, and how many rows they take when that differs. */
export type RowCount = (first: number, last: number) => { readonly computed: number; readonly computed_rows?: number };

/** The controls of the tab's total rows, by column of a measure; a number in any other column is a count of records. */
export function declaredTotals(
  _frame: Frame,
  _measures: Readonly<Record<string, Measure>>,
  _rowCount: RowCount,
): { readonly controls: readonly Control[]; readonly findings: readonly Finding[] } {
  return { controls: [], findings: [] };
}
