/** The figures of a budget: sides, classes, shares, self-financing rates. */
import type { BudgetRecord, Json, Side } from '../types.ts';
import { fold } from '../values/text.ts';
import { isGrant } from './records.ts';

/** The figures of the budget: both sides, their gap, classes, contributions in kind apart, shares. */
export function budgetTotals(records: readonly BudgetRecord[]): Readonly<Record<string, Json>> {
  const leaves = records.filter(({ level }) => level !== 'heading');
  const counted = leaves.filter(({ in_kind }) => in_kind !== true);
  const [expense, income] = [ofSide(counted, 'expense'), ofSide(counted, 'income')];
  const [spent, earned] = [sum(expense), sum(income)];
  const grants = sum(counted.filter(isGrant));
  const city = sum(counted.filter(({ funder }) => funder === 'Ville de Paris'));
  const inKind = leaves.filter(({ in_kind }) => in_kind === true);
  return {
    expense_cents: spent,
    income_cents: earned,
    gap_cents: earned - spent,
    balanced: earned === spent,
    expense_by_class_cents: byClass(expense),
    income_by_class_cents: byClass(income),
    in_kind_expense_cents: sum(ofSide(inKind, 'expense')),
    in_kind_income_cents: sum(ofSide(inKind, 'income')),
    grants_cents: grants,
    city_of_paris_cents: city,
    self_financing_percent: selfFinancing(income, grants),
    city_share_percent: percent(city, earned),
    lines: {
      expense: expense.length,
      income: income.length,
      headings: records.filter(({ level }) => level === 'heading').length,
      in_kind: inKind.length,
    },
  };
}

/** The amounts of the records added up, in cents. */
export function sum(records: readonly BudgetRecord[]): number {
  return records.reduce((total, { amount_cents }) => total + amount_cents, 0);
}

function ofSide(records: readonly BudgetRecord[], side: Side): readonly BudgetRecord[] {
  return records.filter((record) => record.side === side);
}

// Own income is all that is neither a grant nor brought forward; each rate says over what.
function selfFinancing(income: readonly BudgetRecord[], grants: number): Readonly<Record<string, number | null>> {
  const total = sum(income);
  const report = sum(income.filter(({ brought_forward }) => brought_forward === true));
  const own = total - grants - report;
  const donations = sum(income.filter(isDonation));
  return {
    own_income_over_total: percent(own, total),
    own_income_plus_report_over_total: percent(own + report, total),
    own_income_over_total_without_report: percent(own, total - report),
    without_donations: percent(own - donations, total),
  };
}

function isDonation(record: BudgetRecord): boolean {
  const accounts = [...record.account_codes, record.suggested_account ?? ''];
  if (accounts.some((account) => account.startsWith('754'))) return true;
  const isOwn = !isGrant(record) && record.brought_forward !== true;
  return isOwn && /\b(?:dons?|mecenat)\b/u.test(fold(record.label));
}

function byClass(records: readonly BudgetRecord[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const record of records) {
    const key = classKey(record);
    sums[key] = (sums[key] ?? 0) + record.amount_cents;
  }
  return sums;
}

function classKey({ account_class, account_codes, brought_forward }: BudgetRecord): string {
  if (brought_forward === true) return 'brought_forward';
  if (account_class !== null) return account_class;
  return account_codes.length > 1 ? account_codes.join('-') : 'unclassified';
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 1_000_000) / 10_000;
}
