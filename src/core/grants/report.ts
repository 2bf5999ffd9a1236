/** The lines of a financial report: forecast from « Budget », actual from « Réalisé », both as amounts and as live formulas. */
import { isCounted } from '../budget.ts';
import type { BudgetFormulas } from '../budget-formulas.ts';
import { formLines } from '../budget/form.ts';
import { lineLabel } from '../budget/form-column.ts';
import { isDay, serialOf } from '../day.ts';
import { exactly, formulaText } from '../generated.ts';
import { fold } from '../reading/values/text.ts';
import type { RecordOf } from '../table.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import type { entryTable } from '../tables/entry.ts';
import type { Grant, GrantPart } from '../tables/grant.ts';
import { ownParts, partIn } from './parts.ts';
import { funderKey, funderName } from './read.ts';

/** A row of « Réalisé ». */
export type Entry = RecordOf<typeof entryTable>;

/** One line: amounts are in cents as the report is built, expressions give euros. */
export interface ReportRow {
  /** What names the line in « Lignes des comptes rendus »: an account, a budget line, or the grant. */
  readonly about: string;
  readonly account: string;
  readonly label: string;
  readonly forecast: { readonly cents: number; readonly expression: string };
  /** What the entries say; null for the grant itself, which follows the total of expenses. */
  readonly actual: { readonly cents: number; readonly expression: string } | null;
}

/** Both sides; own resources are what balances them. */
export interface ReportParts {
  readonly expense: readonly ReportRow[];
  readonly income: readonly ReportRow[];
  /** Entries of the programme and year that have no account of class 6 or 7. */
  readonly unsorted: readonly Entry[];
}

/** What a report is made of. */
export interface ReportGround {
  readonly grant: Grant;
  readonly project: string;
  readonly year: number;
  readonly parts: readonly GrantPart[];
  readonly lines: readonly BudgetLine[];
  readonly formulas: BudgetFormulas;
  readonly entries: readonly Entry[];
  /** The range of a column of « Réalisé » as formulas want it; null without that tab. */
  readonly range: ((field: string) => string) | null;
}

/** What names the grant’s own line. */
export const GRANT_LINE = 'Subvention';

/** The lines of the report, by account of three digits; grants line by line. */
export function reportParts(ground: ReportGround): ReportParts {
  const lines = ground.lines.filter((line) => isCounted(line) && fold(line.project ?? '') === fold(ground.project));
  const entries = ground.entries.filter((entry) => isOf(entry, ground));
  const grantLines = lines.filter((line) => line.side === 'income' && isOwnLine(line, ground));
  const otherGrants = lines.filter(
    (line) => line.side === 'income' && line.account_class === '74' && !grantLines.includes(line),
  );
  const others = lines.filter(
    (line) => line.side === 'income' && line.account_class !== '74' && !grantLines.includes(line),
  );
  const incomes = entries.filter(({ account }) => /^7(?!4)/u.test(account ?? ''));
  return {
    expense: byAccount(ground, 'expense', {
      lines: lines.filter(({ side }) => side === 'expense'),
      entries: entries.filter(({ account }) => account?.startsWith('6') === true),
    }),
    income: [
      grantRow(ground, grantLines),
      ...otherGrants.map((line) => acquired(ground, line)),
      ...byAccount(ground, 'income', { lines: others, entries: incomes }),
    ],
    unsorted: entries.filter(({ account }) => account === null || !/^[1-7]/u.test(account)),
  };
}

function isOf({ date, project }: Entry, ground: ReportGround): boolean {
  return (
    date !== null &&
    isDay(date) &&
    Number(date.slice(0, 4)) === ground.year &&
    fold(project ?? '') === fold(ground.project)
  );
}

/** The budget lines that carry the grant: those its parts name, else those of its funder and desk. */
function isOwnLine(line: BudgetLine, { grant, parts, year }: ReportGround): boolean {
  const named = ownParts(grant, parts).filter((part) => part.year === year && part.line !== null);
  if (named.length > 0) return named.some((part) => part.line === line.id);
  return (
    line.account_class === '74' &&
    funderKey(line.funder) === funderKey(grant.funder) &&
    (line.desk === null || fold(line.desk) === fold(grant.desk ?? ''))
  );
}

function grantRow({ grant, parts, year, formulas }: ReportGround, lines: readonly BudgetLine[]): ReportRow {
  const label = [funderName(grant.funder), grant.desk].filter((part) => part !== null).join(' – ');
  const account = accountOf(lines[0] ?? null) || '74';
  if (lines.length > 0) return { ...summed(lines, formulas), about: GRANT_LINE, account, label, actual: null };
  const cents = partIn(grant, year, parts) ?? 0;
  return { about: GRANT_LINE, account, label, forecast: { cents, expression: `${String(cents)}/100` }, actual: null };
}

function summed(lines: readonly BudgetLine[], formulas: BudgetFormulas): Pick<ReportRow, 'forecast'> {
  return {
    forecast: {
      cents: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
      expression: lines.map((line) => formulas.ofLine(line)).join('+') || '0',
    },
  };
}

/** Another funder’s grant: taken as forecast until she types another amount. */
function acquired({ formulas }: ReportGround, line: BudgetLine): ReportRow {
  const { forecast } = summed([line], formulas);
  return { about: line.id, account: accountOf(line), label: lineLabel(line), forecast, actual: forecast };
}

interface SideParts {
  readonly lines: readonly BudgetLine[];
  readonly entries: readonly Entry[];
}

function byAccount(ground: ReportGround, side: 'expense' | 'income', { lines, entries }: SideParts): ReportRow[] {
  const keyOf = (account: string) => account.slice(0, 3);
  const keys = [
    ...new Set([...lines.map((line) => keyOf(accountOf(line))), ...entries.map(({ account }) => keyOf(account ?? ''))]),
  ].sort((a, b) => a.localeCompare(b, 'en'));
  return keys.map((key) => {
    const own = lines.filter((line) => keyOf(accountOf(line)) === key);
    const spent = entries.filter(({ account }) => keyOf(account ?? '') === key);
    return {
      about: key,
      account: key,
      label: labelOf(key, side, own),
      ...summed(own, ground.formulas),
      actual: {
        cents: spent.reduce((sum, entry) => sum + amountOf(entry, side), 0),
        expression: entryExpression(ground, side, [...new Set([key, ...spent.map(({ account }) => account ?? '')])]),
      },
    };
  });
}

function amountOf({ debit, credit }: Entry, side: 'expense' | 'income'): number {
  const net = (debit ?? 0) - (credit ?? 0);
  return side === 'expense' ? net : -net;
}

/** Criteria « =622 » find the account whether it was typed as a number or as a text. */
function entryExpression(
  { range, project, year }: ReportGround,
  side: 'expense' | 'income',
  accounts: readonly string[],
): string {
  if (range === null) return '0';
  const sum = (column: string, account: string) =>
    `SUMIFS(${[
      range(column),
      ...[
        ['project', exactly(project)],
        ['account', exactly(account)],
        ['date', `>=${String(serialOf(`${String(year)}-01-01`))}`],
        ['date', `<=${String(serialOf(`${String(year)}-12-31`))}`],
      ].flatMap(([field = '', criterion = '']) => [range(field), formulaText(criterion)]),
    ].join(';')})`;
  const [plus, minus] = side === 'expense' ? ['debit', 'credit'] : ['credit', 'debit'];
  return accounts.map((account) => `${sum(plus, account)}-${sum(minus, account)}`).join('+');
}

function accountOf(line: BudgetLine | null): string {
  if (line === null) return '';
  const written = line.accounts.find((account) => account.length > 2) ?? line.suggested_account ?? line.accounts[0];
  return written ?? line.account_class ?? '';
}

function labelOf(key: string, side: 'expense' | 'income', lines: readonly BudgetLine[]): string {
  const [only, ...more] = lines;
  if (only?.label && more.length === 0) return only.label;
  const form = formLines.find((line) => line.side === side && (line.code === key || line.accounts.includes(key)));
  return form?.label ?? (key === '' ? 'Sans compte' : `Compte ${key}`);
}
