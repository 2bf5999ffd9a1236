/** The budget tab: one or two tables of lines, with headings, components and totals. */
import type { BudgetRecord, Content, Frame, ReadContext } from './types.ts';

/** The lines of the budget, expense then income, with its totals and self-financing rates. */
export function readBudget(_frame: Frame, _context: ReadContext): Content<BudgetRecord> {
  return { records: [], findings: [], controls: [], totals: {} };
}
