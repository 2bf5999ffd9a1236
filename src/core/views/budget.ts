/** « Budget »: whether it balances, how far it finances itself, the versions kept. Amounts in whole cents. */
import { budgetOf } from '../budget.ts';
import { chartOf, unsortedLines } from '../budget/form-problems.ts';
import { projectsOf } from '../budget/project.ts';
import { readBudget } from '../budget/reading.ts';
import { budgetOfVersion, readVersions, versionName, versionTabs } from '../budget/versions.ts';
import { BUDGET_SHEET } from '../budget-sheet.ts';
import { titleIn } from '../command.ts';
import { readTable } from '../records.ts';
import { definitions, ratesOf } from '../self-financing.ts';
import type { DefinitionName } from '../self-financing.ts';
import { settingText, selfFinancingSetting } from '../settings.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { settingTable } from '../tables/setting.ts';
import type { View } from '../view.ts';

/** A version kept. */
export interface VersionItem {
  readonly id: string;
  /** French: « 2023, voté le 12/05/2023 ». */
  readonly name: string;
  readonly expense: number;
  readonly income: number;
  /** Self-financing rate under the definition in force, 0 to 1; null when it cannot be computed. */
  readonly rate: number | null;
  /** False when its lines were changed by hand since. */
  readonly intact: boolean;
}

/** The answer of the view « budget ». */
export interface BudgetView {
  /** French: why there is nothing to show; null when there is a budget. */
  readonly missing: string | null;
  readonly year: number | null;
  readonly expense: number;
  readonly income: number;
  readonly rate: number | null;
  /** French: the definition of the rate. */
  readonly definition: string;
  /** How many lines have no place in the form. */
  readonly unsorted: number;
  /** The actual title of the generated tab, when it is built. */
  readonly sheet: string | null;
  readonly tab: string;
  /** The codes of the programmes that have lines. */
  readonly projects: readonly string[];
  /** The latest first. */
  readonly versions: readonly VersionItem[];
}

/** The view « budget ». */
export const budgetView: View = {
  name: 'budget',
  reads: [budgetTable.tab, settingTable.tab, BUDGET_SHEET, ...versionTabs],
  view: (state): BudgetView => {
    const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
    const name = definitionNamed(settingText(settings, selfFinancingSetting));
    const rateOf = (budget: ReturnType<typeof budgetOf>): number | null => {
      const rate = ratesOf(budget)[name];
      return rate.computable ? rate.numerator / rate.denominator : null;
    };
    const read = readBudget(state, {});
    const lines = 'reading' in read ? read.reading.lines : [];
    const budget = budgetOf(lines);
    const versions = readVersions(state).map((kept): VersionItem => ({
      id: kept.version.id,
      name: versionName(kept.version),
      expense: kept.version.expense ?? 0,
      income: kept.version.income ?? 0,
      rate: rateOf(budgetOfVersion(kept)),
      intact: kept.intact,
    }));
    return {
      missing: 'reading' in read ? null : (read.refused.refusal ?? ''),
      year: 'reading' in read ? read.reading.edition.year : null,
      expense: budget.expense.total,
      income: budget.income.total,
      rate: rateOf(budget),
      definition: definitions[name].label,
      unsorted: unsortedLines(budget, chartOf(settings)).length,
      sheet: Object.hasOwn(state.workbook, BUDGET_SHEET) ? titleIn(state, BUDGET_SHEET) : null,
      tab: titleIn(state, budgetTable.tab),
      projects: projectsOf(lines),
      versions: [...versions].reverse(),
    };
  },
};

function definitionNamed(text: string): DefinitionName {
  const names = Object.keys(definitions) as DefinitionName[];
  return names.find((name) => name === text) ?? 'D1';
}
