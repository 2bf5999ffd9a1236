/** The totals and headings that a budget writes, against the sums of their lines. */
import { columnIndex, isFormula } from '../../workbook.ts';
import { isError, isFilled, printedFormula, quoteOf, textOf } from '../cells.ts';
import { mismatch } from '../controls.ts';
import type { Controls } from '../controls.ts';
import type { BudgetRecord, Control, Finding, Frame, FrameRow, Side } from '../types.ts';
import { readMoney } from '../values/money.ts';
import { clean, fold } from '../values/text.ts';
import { sideIn, sideTables } from './lines.ts';
import type { SideTable } from './lines.ts';
import { subtotalClass } from './subtotals.ts';
import { sum } from './totals.ts';
import type { Node } from './tree.ts';

/** The totals and headings of the tab against the sums of their lines. */
export function budgetControls(frame: Frame, records: readonly BudgetRecord[], nodes: readonly Node[]): Controls {
  const tables = sideTables(frame);
  const totals = frame.totals.flatMap((row) => tables.flatMap((table) => totalControl({ records, row, table })));
  const headings = nodes.flatMap(headingControl);
  const all = [...totals, ...headings];
  return { controls: all.map(({ control }) => control), findings: all.flatMap(({ finding }) => finding ?? []) };
}

interface Made {
  readonly control: Control;
  readonly finding: Finding | null;
}

interface TotalRow {
  readonly records: readonly BudgetRecord[];
  readonly row: FrameRow;
  readonly table: SideTable;
}

function totalControl({ records, row, table }: TotalRow): readonly Made[] {
  const cell = row.cells[columnIndex(table.amount ?? '')];
  if (table.amount === null || !isFilled(cell) || isError(cell)) return [];
  const money = readMoney(cell.shown);
  if (money.state !== 'amount') return [];
  const own = clean(textOf(row.cells[columnIndex(table.label ?? 'A')]));
  const label = own === '' ? firstText(row) : own;
  const computed = totalOf({ records, row, table }, label, money.cents);
  const control: Control = {
    row: row.row,
    column: table.amount,
    label,
    what: 'amount_cents',
    declared: money.cents,
    declared_raw: declaredRaw(row, table.amount),
    ...(money.approximate ? { approximate: true as const } : {}),
    computed,
    matches: money.cents === computed,
  };
  return [{ control, finding: control.matches ? null : mismatch(control, quoteOf(cell)) }];
}

function declaredRaw(row: FrameRow, column: string): string | number {
  const cell = row.cells[columnIndex(column)];
  if (cell === undefined) return '';
  if (isFormula(cell.entered)) return printedFormula(cell.entered.formula);
  return typeof cell.shown === 'number' ? cell.shown : clean(textOf(cell));
}

// A total after the contributions in kind may be theirs, or the whole with them: the one that agrees is meant.
function totalOf({ records, row, table }: TotalRow, label: string, declared: number): number {
  const side = table.side ?? sideIn(label) ?? lastSide(records, row.row);
  const above = records.filter(
    (record) => record.level !== 'heading' && record.side === side && record.source_row < row.row,
  );
  const account = subtotalClass(label);
  if (account !== null) return sum(above.filter(({ account_class }) => account_class === account));
  const counted = sum(above.filter(({ in_kind }) => in_kind !== true));
  const inKind = sum(above.filter(({ in_kind }) => in_kind === true));
  const isPartial = /^(?:sous total|s total|s t)\b/u.test(fold(label));
  const candidates = [counted, inKind, counted + inKind, ...(isPartial ? [sum(lastGroup(above))] : [])];
  return candidates.find((candidate) => candidate === declared) ?? (isPartial ? sum(lastGroup(above)) : counted);
}

function lastGroup(above: readonly BudgetRecord[]): readonly BudgetRecord[] {
  const last = above.at(-1);
  return above.filter(({ account_class, parent_row }) =>
    last?.account_class === null ? parent_row === last.parent_row : account_class === last?.account_class,
  );
}

function lastSide(records: readonly BudgetRecord[], row: number): Side {
  let nearest: BudgetRecord | undefined;
  for (const record of records)
    if (record.source_row < row && (nearest === undefined || record.source_row >= nearest.source_row)) nearest = record;
  return nearest?.side ?? 'expense';
}

function firstText(row: FrameRow): string {
  return clean(textOf(row.cells.find((cell) => isFilled(cell) && typeof cell.shown === 'string')));
}

function headingControl({ line, isHeading, cents, computed }: Node): readonly Made[] {
  const { amountCell } = line;
  if (!isHeading || amountCell === null || line.cents === null) return [];
  const control: Control = {
    row: amountCell.row,
    column: amountCell.column,
    label: line.label,
    what: 'amount_cents',
    declared: cents,
    computed,
    matches: cents === computed,
  };
  return [{ control, finding: control.matches ? null : mismatch(control, quoteOf(amountCell.cell)) }];
}
