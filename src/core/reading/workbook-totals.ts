/** What all the tabs of a workbook add up to. */
import { tally } from './member-totals.ts';
import type { Json, Kind, MemberRecord, TabReading } from './types.ts';

/** Counts and sums over all tabs; a kind without a tab counts nothing. */
export function workbookTotals(readings: readonly TabReading[]): Readonly<Record<string, Json>> {
  const members = recordsOf(readings, 'members').filter((record): record is MemberRecord => 'affiliation' in record);
  const spaces = recordsOf(readings, 'spaces').flatMap((record) => ('occupancies' in record ? [record.kind] : []));
  const organisations = new Map(
    members
      .filter(({ duplicate_of_row }) => duplicate_of_row === null)
      .map(({ organisation_id, affiliation }) => [organisation_id, affiliation ?? 'unknown'] as const),
  );
  return {
    tabs: readings.length,
    tabs_adopted: readings.filter(({ left_alone }) => left_alone === undefined).length,
    member_rows: members.length,
    organisations: organisations.size,
    organisations_by_affiliation: tally([...organisations.values()]),
    spaces: spaces.length,
    spaces_by_kind: tally(spaces),
    budget_expense_cents: sumOf(readings, 'budget', 'expense_cents'),
    budget_income_cents: sumOf(readings, 'budget', 'income_cents'),
    budget_expense_by_class_cents: classesOf(readings, 'expense_by_class_cents'),
    budget_income_by_class_cents: classesOf(readings, 'income_by_class_cents'),
    sessions: recordsOf(readings, 'sessions').length,
    ledger_entries: recordsOf(readings, 'actuals').length,
    ledger_debit_cents: sumOf(readings, 'actuals', 'debit_cents'),
    ledger_credit_cents: sumOf(readings, 'actuals', 'credit_cents'),
    problems: readings.reduce((sum, { problems }) => sum + problems.length, 0),
  };
}

function recordsOf(readings: readonly TabReading[], kind: Kind): TabReading['records'] {
  return readings.filter((reading) => reading.kind === kind).flatMap(({ records }) => records);
}

function sumOf(readings: readonly TabReading[], kind: Kind, key: string): number {
  return readings
    .filter((reading) => reading.kind === kind)
    .reduce((sum, { totals }) => sum + (typeof totals[key] === 'number' ? totals[key] : 0), 0);
}

function classesOf(readings: readonly TabReading[], key: string): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { totals, kind } of readings) {
    const classes = kind === 'budget' ? totals[key] : undefined;
    if (typeof classes !== 'object' || classes === null) continue;
    for (const [account, cents] of Object.entries(classes as Readonly<Record<string, Json>>)) {
      if (typeof cents === 'number') sums[account] = (sums[account] ?? 0) + cents;
    }
  }
  return sums;
}
