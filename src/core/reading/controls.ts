/** Totals written in a tab against the computed ones, and the errors that cells show. */
import { columnLetters, isFormula } from '../workbook.ts';
import { isError, isFilled, printedFormula, quoteOf, textOf } from './cells.ts';
import { totalBlock } from './control-block.ts';
import type { Block } from './control-block.ts';
import { saysTotal } from './rows.ts';
import type { SourceCell } from './source.ts';
import type { Control, Finding, Frame, FrameRow } from './types.ts';
import { readCount } from './values/count.ts';
import { readDuration } from './values/duration.ts';
import { readMoney } from './values/money.ts';
import { clean } from './values/text.ts';

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

/** Controls with the mismatches among them. */
export interface Controls {
  readonly controls: readonly Control[];
  readonly findings: readonly Finding[];
}

/** The controls of the tab's total rows, by column of a measure; a number in any other column is a count of records. */
export function declaredTotals(
  frame: Frame,
  measures: Readonly<Record<string, Measure>>,
  rowCount: RowCount,
): Controls {
  const made = frame.totals.flatMap((row) => controlsOfRow({ frame, measures, rowCount }, row));
  return { controls: made.map(({ control }) => control), findings: made.flatMap(({ finding }) => finding ?? []) };
}

/** The finding of a control that does not match, quoting its cell. */
export function mismatch(control: Control, raw: Finding['raw']): Finding {
  const { row, column, declared, computed } = control;
  const details =
    control.what === 'amount_cents' ? { declared_cents: declared, computed_cents: computed } : { declared, computed };
  return { row, column, kind: 'total_mismatch', raw, details };
}

/** The cells of the tab that show an error instead of a value, headers and titles apart. */
export function errorFindings(frame: Frame): readonly Finding[] {
  const rows = [...frame.data.flatMap((row) => [row, ...row.continuations]), ...frame.totals, ...frame.notes];
  return rows.flatMap(({ row, cells }) =>
    cells.flatMap((cell, column): Finding[] =>
      cell !== undefined && isError(cell)
        ? [{ row, column: columnLetters(column), kind: 'error_cell', raw: quoteOf(cell) }]
        : [],
    ),
  );
}

/** The cell notes of the tab that ask for a check. */
export function noteFindings(frame: Frame): readonly Finding[] {
  return frame.formats.notes.flatMap(({ cell, text }): Finding[] => {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
    const asksForCheck = /v[ée]rif|contr[ôo]ler|[àa] revoir|recompter|\bcheck\b/iu.test(text);
    return asksForCheck ? [{ row: Number(row), column, kind: 'note_to_check', raw: clean(text) }] : [];
  });
}

interface Totals {
  readonly frame: Frame;
  readonly measures: Readonly<Record<string, Measure>>;
  readonly rowCount: RowCount;
}

interface Made {
  readonly control: Control;
  readonly finding: Finding | null;
}

function controlsOfRow(totals: Totals, row: FrameRow): readonly Made[] {
  const label = labelOf(row);
  return row.cells.flatMap((cell, index): Made[] => {
    if (!isFilled(cell) || index === label.index || isError(cell)) return [];
    const column = columnLetters(index);
    const declared = declaredIn(totals, column, cell);
    if (declared === null) return [];
    const block = totalBlock(
      totals.frame,
      row,
      { column, label: label.text },
      (at) => declared.value === computedIn(totals, column, at).computed,
    );
    return block === null ? [] : [controlOf(totals, { row, column, cell, label: label.text, declared, block })];
  });
}

interface DeclaredCell {
  readonly row: FrameRow;
  readonly column: string;
  readonly cell: SourceCell;
  readonly label: string;
  readonly declared: Declared;
  readonly block: Block;
}

function controlOf(totals: Totals, at: DeclaredCell): Made {
  const { declared, block, cell, column } = at;
  const measure = totals.measures[column];
  const computed = computedIn(totals, column, block);
  const matches = Math.abs(declared.value - computed.computed) < 1e-6;
  const formula = isFormula(cell.entered) ? printedFormula(cell.entered.formula) : null;
  const missesText = measure?.why !== undefined && !matches && formula !== null && /\bSUM\(/iu.test(formula);
  const control: Control = {
    row: at.row.row,
    column,
    label: at.label,
    what: measure?.what ?? 'count',
    declared: declared.value,
    declared_raw: declaredRaw(cell, formula),
    ...(declared.approximate ? { approximate: true as const } : {}),
    ...computed,
    ...measure?.extra?.(block[0], block[1]),
    block,
    matches,
    ...(missesText ? { why: measure.why } : {}),
  };
  return { control, finding: matches ? null : mismatch(control, quoteOf(cell)) };
}

// A count's range says nothing more than its block does.
function declaredRaw(cell: SourceCell, formula: string | null): string | number {
  if (formula === null) return typeof cell.shown === 'number' ? cell.shown : clean(textOf(cell));
  return /^=(?:COUNTA?|ROWS|COUNTIFS?)\(/iu.exec(formula)?.[0].slice(0, -1) ?? formula;
}

function computedIn(totals: Totals, column: string, [first, last]: Block): ReturnType<RowCount> {
  const measure = totals.measures[column];
  if (measure === undefined) return totals.rowCount(first, last);
  let sum = 0;
  for (const [row, value] of measure.values) if (row >= first && row <= last) sum += value;
  return { computed: Math.round(sum * 1e6) / 1e6 };
}

interface Declared {
  readonly value: number;
  readonly approximate: boolean;
}

function declaredIn(totals: Totals, column: string, cell: SourceCell): Declared | null {
  const { shown } = cell;
  const measure = totals.measures[column];
  if (measure === undefined && !countsRecords(totals.frame, column, cell)) return null;
  if (measure?.what === 'amount_cents') {
    const money = readMoney(shown);
    return money.state === 'amount' ? { value: money.cents, approximate: money.approximate } : null;
  }
  if (measure?.what === 'hours' && typeof shown === 'string') {
    const duration = readDuration(cell);
    if (duration.state === 'duration') return { value: duration.minutes / 60, approximate: false };
  }
  const count = readCount(shown);
  return count.state === 'count' ? { value: count.value, approximate: count.approximate } : null;
}

// A sum under a column that nothing measures is no count; nor is a number under a column of hers.
function countsRecords(frame: Frame, column: string, cell: SourceCell): boolean {
  if (cell.temporal !== undefined) return false;
  if (isFormula(cell.entered)) return /\bCOUNT/iu.test(cell.entered.formula);
  const known = frame.columns.find((other) => other.column === column);
  return known?.field !== null && known?.field !== undefined;
}

function labelOf(row: FrameRow): { readonly index: number; readonly text: string } {
  const isText = (cell: SourceCell | undefined) =>
    isFilled(cell) && typeof cell.shown === 'string' && !isFormula(cell.entered);
  const said = row.cells.findIndex((cell) => isText(cell) && saysTotal(textOf(cell)));
  const index = said >= 0 ? said : row.cells.findIndex(isText);
  return { index, text: clean(textOf(row.cells[index])) };
}
