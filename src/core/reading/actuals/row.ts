/** One row of the ledger as an entry. */
import { accountOf, sideOf } from './category.ts';
import type { LedgerSide } from './category.ts';
import { columnIndex } from '../../workbook.ts';
import { columnsOf, customOf, fieldCell, fieldCells, isError, quoteOf, sourceRaw, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { moneyFindings } from '../money-findings.ts';
import { programmeIn } from '../programme-alias.ts';
import { readRowDate } from '../tab-year.ts';
import type { Seasons } from '../tab-year.ts';
import type { EntryRecord, Finding, Frame, FrameRow, PreciseDate, ReadContext } from '../types.ts';
import { isImplausible } from '../values/date.ts';
import { readMoney } from '../values/money.ts';
import { clean, saysNothing, saysSame } from '../values/text.ts';

/** An entry with its findings. */
export interface EntryRow {
  readonly record: EntryRecord;
  readonly findings: readonly Finding[];
}

/** What a row is read against; `above` is the entry of the row before it. */
export interface EntryContext {
  readonly frame: Frame;
  readonly context: ReadContext;
  readonly seasons: Seasons;
  readonly above: EntryRecord | null;
  /** The programmes whose entries are followed apart. */
  readonly projects: ReadonlySet<string>;
}

type Dated = Pick<EntryRecord, 'date' | 'date_derived'> & { readonly findings: readonly Finding[] };
type Amounts = Pick<EntryRecord, 'debit_cents' | 'credit_cents'> & { readonly findings: readonly Finding[] };

const YEARS_AHEAD = 1;

/** Reads a row of the ledger. */
export function readEntryRow(row: FrameRow, at: EntryContext): EntryRow {
  const { frame } = at;
  const dated = datedOf(fieldCell(frame, row, 'date'), row, at);
  const amounts = amountsOf(frame, row);
  const label = textsOf(frame, row, 'label');
  const typed = textsOf(frame, row, 'category');
  const above = typed !== null && saysSame(typed) ? at.above : null;
  const isSame = above !== null;
  const category = isSame ? above.category : typed;
  const account = category === null ? null : accountOf(category);
  const balance = readMoney(fieldCell(frame, row, 'balance')?.cell.shown ?? null);
  const record: EntryRecord = {
    source_tab: frame.source.title,
    source_row: row.row,
    date: dated.date,
    date_derived: dated.date_derived,
    label,
    debit_cents: amounts.debit_cents,
    credit_cents: amounts.credit_cents,
    category,
    account_code: account,
    project: projectOf(textsOf(frame, row, 'project'), label, at.projects),
    balance_cents: balance.state === 'amount' ? balance.cents : null,
    custom: { ...customOf(frame, row), ...remarksOf(frame, row) },
    source_raw: sourceRaw(row),
  };
  const findings = [
    ...dated.findings,
    ...amounts.findings,
    ...categoryFindings(record, row, { frame, isSame }),
    ...sideFindings(record, row, frame),
  ];
  return { record, findings };
}

function datedOf(found: FieldCell | undefined, row: FrameRow, at: EntryContext): Dated {
  if (found === undefined) return { date: null, date_derived: false, findings: [] };
  const reading = readRowDate(found.cell, row, at.seasons);
  switch (reading.state) {
    case 'date':
    case 'range':
    case 'moved':
      return { date: reading.date, date_derived: reading.derived, findings: farFuture(found, reading.date, at) };
    case 'same':
      if (at.above?.date) {
        return { date: at.above.date, date_derived: true, findings: [finding(found, 'derived_from_above')] };
      }
      return { date: null, date_derived: false, findings: [finding(found, 'invalid_date')] };
    case 'unknown':
      return { date: null, date_derived: false, findings: [finding(found, 'explicit_unknown')] };
    case 'invalid': {
      const isError = typeof found.cell.shown === 'object';
      return { date: null, date_derived: false, findings: isError ? [] : [finding(found, 'invalid_date')] };
    }
    case 'empty':
      return { date: null, date_derived: false, findings: [] };
  }
}

function farFuture(found: FieldCell, date: PreciseDate, at: EntryContext): readonly Finding[] {
  return isImplausible(date, at.context.today, YEARS_AHEAD) ? [finding(found, 'implausible_date')] : [];
}

function amountsOf(frame: Frame, row: FrameRow): Amounts {
  const debit = amountOf(fieldCell(frame, row, 'debit'));
  const credit = amountOf(fieldCell(frame, row, 'credit'));
  const signed = amountOf(fieldCell(frame, row, 'amount'));
  const findings = [...debit.findings, ...credit.findings];
  if (signed.cents === null) {
    return { debit_cents: debit.cents, credit_cents: credit.cents, findings: [...findings, ...signed.findings] };
  }
  // In a single column the sign is the side, and says nothing to mend.
  const isDebit = signed.cents < 0;
  return {
    debit_cents: debit.cents ?? (isDebit ? -signed.cents : null),
    credit_cents: credit.cents ?? (isDebit ? null : signed.cents),
    findings: [...findings, ...signed.findings.filter(({ kind }) => kind !== 'negative_amount')],
  };
}

function amountOf(found: FieldCell | undefined): {
  readonly cents: number | null;
  readonly findings: readonly Finding[];
} {
  if (found === undefined) return { cents: null, findings: [] };
  const money = readMoney(found.cell.shown);
  if (money.state !== 'amount') return { cents: null, findings: moneyFindings(found, money) };
  const findings = [
    ...(money.cents < 0 ? [finding(found, 'negative_amount', { amount_cents: money.cents })] : []),
    ...(money.approximate ? [finding(found, 'approximate_number', { value: money.cents / 100 })] : []),
    ...moneyFindings(found, money),
  ];
  return { cents: money.cents, findings };
}

function categoryFindings(
  record: EntryRecord,
  row: FrameRow,
  { frame, isSame }: { readonly frame: Frame; readonly isSame: boolean },
): readonly Finding[] {
  const [column] = columnsOf(frame, 'category');
  const found = fieldCell(frame, row, 'category');
  if (column === undefined || isError(row.cells[columnIndex(column)])) return [];
  if (isSame && found !== undefined) return [finding(found, 'derived_from_above')];
  if (record.account_code !== null) return [];
  if (found === undefined || record.category === null)
    return [{ row: row.row, column, kind: 'category_missing', raw: quoteOf(found?.cell) }];
  return [finding(found, 'category_unknown')];
}

function sideFindings(record: EntryRecord, row: FrameRow, frame: Frame): readonly Finding[] {
  if (record.account_code === null) return [];
  const expected = sideOf(record.account_code);
  const other: LedgerSide = expected === 'debit' ? 'credit' : 'debit';
  const isElsewhere = record[`${expected}_cents`] === null && record[`${other}_cents`] !== null;
  const found = isElsewhere ? (fieldCell(frame, row, other) ?? fieldCell(frame, row, 'amount')) : undefined;
  if (found === undefined) return [];
  return [finding(found, 'side_mismatch', { category: record.category, expected_side: expected })];
}

function projectOf(typed: string | null, label: string | null, projects: ReadonlySet<string>): string | null {
  if (typed !== null) return programmeIn(typed) ?? typed;
  const programme = programmeIn(label ?? '');
  return programme !== null && projects.has(programme) ? programme : null;
}

function textsOf(frame: Frame, row: FrameRow, field: string): string | null {
  const texts = fieldCells(frame, row, field)
    .map(({ cell }) => clean(textOf(cell)))
    .filter((text) => !saysNothing(text));
  return texts.length === 0 ? null : texts.join(' ');
}

// An entry has no remarks of its own: they stay under their header.
function remarksOf(frame: Frame, row: FrameRow): EntryRecord['custom'] {
  const entries = fieldCells(frame, row, 'notes').map(({ column, cell }) => {
    const header = frame.columns.find((other) => other.column === column)?.header;
    return [header ?? `Colonne ${column}`, clean(textOf(cell))] as const;
  });
  return Object.fromEntries(entries);
}

function finding({ row, column, cell }: FieldCell, kind: Finding['kind'], details?: Finding['details']): Finding {
  return { row, column, kind, raw: quoteOf(cell), ...(details === undefined ? {} : { details }) };
}
