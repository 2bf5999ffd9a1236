/** Versions of the budget: what is kept of one, and whether it is still as it was kept. Amounts in whole cents. */
import { budgetOf } from '../budget.ts';
import type { Budget } from '../budget.ts';
import type { State } from '../command.ts';
import { frenchDay } from '../day.ts';
import { digestOf } from '../digest.ts';
import { groupBy } from '../group.ts';
import { freshIds } from '../numbers.ts';
import { readTable } from '../records.ts';
import { versionStates, budgetVersionTable, keptLineTable } from '../tables/budget-version.ts';
import type { BudgetVersion, KeptLine } from '../tables/budget-version.ts';
import type { BudgetLine } from '../tables/budget-line.ts';

/** The tabs that versions are read from. */
export const versionTabs: readonly string[] = [budgetVersionTable.tab, keptLineTable.tab];

/** The versions kept, each with its lines, in the order in which they were kept. */
export interface KeptVersion {
  readonly version: BudgetVersion;
  readonly lines: readonly KeptLine[];
  /** False when a line was changed by hand since. */
  readonly intact: boolean;
}

/** Reads the versions of the tabs that came with the state. */
export function readVersions(state: State): readonly KeptVersion[] {
  const versions = readTable(
    budgetVersionTable,
    state.workbook[budgetVersionTable.tab],
    state.shown[budgetVersionTable.tab],
  );
  const lines = readTable(keptLineTable, state.workbook[keptLineTable.tab], state.shown[keptLineTable.tab]);
  const byVersion = groupBy(lines.records, ({ version }) => version);
  return versions.records.map((version) => {
    const own = byVersion.get(version.id) ?? [];
    return { version, lines: own, intact: version.print === printOf(own) };
  });
}

/** What to write to keep these lines as a version; no id of a row that is there, nor of a version that was deleted, is given again. */
export function keepVersion(
  state: State,
  lines: readonly BudgetLine[],
  about: Pick<BudgetVersion, 'year' | 'state' | 'date' | 'by' | 'funder' | 'notes'>,
): { readonly version: BudgetVersion; readonly lines: readonly KeptLine[] } {
  const [id = ''] = freshIds(state, budgetVersionTable, 1);
  const ids = freshIds(state, keptLineTable, lines.length);
  const kept = lines.map((line, index): KeptLine => ({
    id: ids[index] ?? '',
    version: id,
    line: line.id,
    side: line.side,
    account_class: line.account_class,
    accounts: line.accounts,
    label: line.label,
    computation: line.computation,
    amount: line.amount,
    counted: line.counted,
    funder: line.funder,
    desk: line.desk,
    project: line.project,
    in_kind: line.in_kind,
    brought_forward: line.brought_forward,
  }));
  const budget = budgetOf(lines);
  return {
    version: { id, ...about, expense: budget.expense.total, income: budget.income.total, print: printOf(kept) },
    lines: kept,
  };
}

/** « 2023, voté le 12/05/2023 », « 2023, envoyé à un financeur (DAE) le … ». */
export function versionName({ year, state, date, funder }: BudgetVersion): string {
  const what = state === null ? 'version' : versionStates[state];
  const who = funder === null ? '' : ` (${funder})`;
  const when = date === null ? '' : ` le ${frenchDay(date)}`;
  return [year === null ? null : String(year), `${what}${who}${when}`].filter((part) => part !== null).join(', ');
}

/** A kept line as a line of the budget, so that the same arithmetic serves. */
export function asBudgetLine(line: KeptLine, year: number | null): BudgetLine {
  return {
    ...line,
    id: line.line ?? line.id,
    level: 'line',
    parent: null,
    grant_status: null,
    suggested_account: null,
    form_line: null,
    origin: null,
    hours: null,
    hourly_rate: null,
    year,
    version: null,
    notes: null,
    tag: null,
    source_look: null,
    source_tab: null,
    source_row: null,
  };
}

/** The budget of a version. */
export function budgetOfVersion({ version, lines }: KeptVersion): Budget {
  return budgetOf(lines.map((line) => asBudgetLine(line, version.year)));
}

// The numbers of rows and versions are left out: the same lines kept again have the same print.
function printOf(lines: readonly KeptLine[]): string {
  const told = keptLineTable.columns.filter(({ field }) => field !== 'id' && field !== 'version');
  return digestOf(lines.map((line) => told.map(({ field }) => line[field])));
}
