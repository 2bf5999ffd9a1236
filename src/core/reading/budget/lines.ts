/** The lines of a budget as they stand, before headings and details are told apart. */
import { columnIndex, isFormula } from '../../workbook.ts';
import { isFilled, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import type { SourceCell } from '../source.ts';
import type { Column, Frame, FrameRow, Side } from '../types.ts';
import { readMoney } from '../values/money.ts';
import type { MoneyReading } from '../values/money.ts';
import { clean, fold } from '../values/text.ts';
import { accountsIn, componentIn, isBroughtForward, isInKind } from './label.ts';
import type { LabelComponent, LineAccounts } from './label.ts';

/** A label with its amount beside the table, « ASP 600 ». */
export interface Stray extends LabelComponent {
  readonly at: FieldCell;
}

/** One line of one side. */
export interface Line {
  readonly side: Side;
  readonly row: FrameRow;
  readonly label: string;
  readonly labelCell: FieldCell | null;
  readonly amountCell: FieldCell | null;
  readonly money: MoneyReading;
  /** The amount, `null` when there is none to read. */
  readonly cents: number | null;
  readonly accounts: LineAccounts;
  readonly indent: number;
  readonly isBold: boolean;
  /** The last row of the cells below that the amount sums up, `null` when it is no such formula. */
  readonly sumsTo: number | null;
  readonly isInKind: boolean;
  readonly isBroughtForward: boolean;
  readonly strays: readonly Stray[];
}

/** The columns of one table: a budget has two side by side, or one. */
export interface SideTable {
  /** `null` when one table holds both sides, one below the other. */
  readonly side: Side | null;
  readonly label: string | null;
  readonly amount: string | null;
  readonly account: string | null;
  readonly sideColumn: string | null;
  readonly components: readonly string[];
  /** The other side's amounts when both sides share one column of labels. */
  readonly otherAmount: string | null;
}

/** The tables of the tab, in the order of its columns. */
export function sideTables(frame: Frame): readonly SideTable[] {
  const known = frame.columns.filter(({ field }) => field !== null);
  const sides = new Set(known.map(({ side }) => side).filter((side) => side !== undefined));
  if (sides.size === 0) return [tableOf(null, known)];
  return [...sides].map((side) => ({
    ...tableOf(
      side,
      known.filter((column) => column.side === side || column.side === undefined),
    ),
    otherAmount: sharedAmount(known, side),
  }));
}

/** The lines of all tables, expense first, each side in the order of its rows. */
export function budgetLines(frame: Frame): readonly Line[] {
  const lines = sideTables(frame).flatMap((table) => linesOf(frame, table));
  return [...lines.filter(({ side }) => side === 'expense'), ...lines.filter(({ side }) => side === 'income')];
}

/** The side that a text announces, « CHARGES » or « Total des produits », or `null`. */
export function sideIn(text: string): Side | null {
  const folded = fold(text).replace(/^(?:sous )?total (?:general )?(?:des |de )?/u, '');
  if (
    /^(?:les )?(?:charges|depenses|emplois)(?:$| (?:directes|previsionnelles|d exploitation|de fonctionnement|(?:19|20)\d{2}))/u.test(
      folded,
    )
  )
    return 'expense';
  return /^(?:les )?(?:produits|recettes|ressources)(?:$| (?:directes|previsionnel\w*|d exploitation|de fonctionnement|(?:19|20)\d{2}))/u.test(
    folded,
  )
    ? 'income'
    : null;
}

function tableOf(side: Side | null, columns: readonly Column[]): SideTable {
  const first = (field: string): string | null => columns.find((column) => column.field === field)?.column ?? null;
  return {
    side,
    label: first('label'),
    amount: first('amount'),
    account: first('account'),
    sideColumn: first('side'),
    components: columns.filter(({ field }) => field === 'component').map(({ column }) => column),
    otherAmount: null,
  };
}

function sharedAmount(known: readonly Column[], side: Side): string | null {
  const isShared = known.some((column) => column.field === 'label' && column.side === undefined);
  const other = known.find((column) => column.field === 'amount' && column.side !== undefined && column.side !== side);
  return isShared ? (other?.column ?? null) : null;
}

function linesOf(frame: Frame, table: SideTable): readonly Line[] {
  let announced: Side | null = null;
  let last: Side = 'expense';
  return orderedRows(frame).flatMap((row): readonly Line[] => {
    const texts = row.cells.filter(isFilled).map(textOf);
    const said = texts.length <= 2 ? (texts.map(sideIn).find((side) => side !== null) ?? null) : null;
    if (said !== null) {
      announced = said;
      return [];
    }
    const side = table.side ?? sideOfCell(row, table) ?? announced;
    const line = lineOf(row, table, side ?? last);
    if (line === null || isOfOtherSide(line, table)) return [];
    const own = side ?? sideOfClass(line.accounts) ?? last;
    last = own;
    return [own === line.side ? line : { ...line, side: own }];
  });
}

// One label for both sides: a line without an amount here has it there, or is a heading of its class's side.
function isOfOtherSide({ row, amountCell, accounts }: Line, { side, otherAmount }: SideTable): boolean {
  if (otherAmount === null || amountCell !== null) return false;
  return cellAt(row, otherAmount) !== null || sideOfClass(accounts) !== side;
}

// Headings without an amount stand among the notes or the sections.
function orderedRows(frame: Frame): readonly FrameRow[] {
  const bare = frame.sections.map(({ row }): FrameRow => ({
    row,
    cells: frame.source.rows[row - 1] ?? [],
    section: null,
    continuations: [],
  }));
  return [...frame.data, ...frame.notes, ...bare].sort((a, b) => a.row - b.row);
}

function lineOf(row: FrameRow, table: SideTable, side: Side): Line | null {
  const labelCell = cellAt(row, table.label);
  const amountCell = cellAt(row, table.amount);
  const label = clean(textOf(labelCell?.cell));
  const money = readMoney(amountCell?.cell.shown ?? null);
  const accounts = accountsIn(label, textOf(cellAt(row, table.account)?.cell));
  const strays = table.components.flatMap((column) => strayAt(row, column));
  const cents = centsIn(money);
  const isSilent = cents === null && money.state !== 'unknown' && accounts.codes.length === 0 && strays.length === 0;
  if (isSilent || (label === '' && amountCell === null)) return null;
  return {
    side,
    row,
    label,
    labelCell,
    amountCell,
    money,
    cents,
    accounts,
    indent: indentOf(labelCell),
    isBold: [labelCell, amountCell].some((at) => at?.cell.bold === true),
    sumsTo: sumsTo(amountCell?.cell, row.row),
    isInKind: isInKind(label, accounts),
    isBroughtForward: isBroughtForward(label, accounts),
    strays,
  };
}

function centsIn(money: MoneyReading): number | null {
  if (money.state === 'none') return 0;
  return money.state === 'amount' ? money.cents : null;
}

function indentOf(label: FieldCell | null): number {
  const shown = label?.cell.shown;
  return typeof shown === 'string' ? (/^[\s\u00A0]*/u.exec(shown)?.[0].length ?? 0) : 0;
}

function strayAt(row: FrameRow, column: string): readonly Stray[] {
  const at = cellAt(row, column);
  if (at === null || typeof at.cell.shown !== 'string' || at.cell.shown.includes('%')) return [];
  const component = componentIn(at.cell.shown);
  return component === null ? [] : [{ ...component, at }];
}

function sideOfCell(row: FrameRow, table: SideTable): Side | null {
  const text = fold(textOf(cellAt(row, table.sideColumn)?.cell));
  if (text === '') return null;
  if (/^(?:c|d|charges?|depenses?|expenses?|debit)$/u.test(text)) return 'expense';
  return /^(?:p|r|produits?|recettes?|income|credit|ressources?)$/u.test(text) ? 'income' : null;
}

function sideOfClass({ account_class, codes }: LineAccounts): Side | null {
  const head = account_class ?? codes[0] ?? '';
  if (head.startsWith('6') || head === '86') return 'expense';
  return head.startsWith('7') || head === '87' ? 'income' : null;
}

function sumsTo(cell: SourceCell | undefined, row: number): number | null {
  if (cell === undefined || !isFormula(cell.entered)) return null;
  const [, first, last] = /\bSUM\(\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)\)/iu.exec(cell.entered.formula) ?? [];
  return Number(first) === row + 1 ? Number(last) : null;
}

function cellAt(row: FrameRow, column: string | null): FieldCell | null {
  if (column === null) return null;
  const cell = row.cells[columnIndex(column)];
  return isFilled(cell) ? { row: row.row, column, cell } : null;
}
