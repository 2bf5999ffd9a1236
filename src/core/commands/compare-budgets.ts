/** Two versions of the budget side by side, in a generated tab. */
import * as z from 'zod';
import { budgetOf, isCounted } from '../budget.ts';
import type { Budget } from '../budget.ts';
import { budgetFormulas } from '../budget-formulas.ts';
import { COMPARISON_SHEET, comparisonSheet } from '../budget/comparison-sheet.ts';
import type { Compared } from '../budget/comparison-sheet.ts';
import { readBudget } from '../budget/reading.ts';
import { asBudgetLine, readVersions, versionName, versionTabs } from '../budget/versions.ts';
import type { KeptVersion } from '../budget/versions.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay } from '../day.ts';
import { formulaText, STAMP, stamped } from '../generated.ts';
import type { Problem } from '../problem.ts';
import { euros, french } from '../french.ts';
import { placesOf } from '../records.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { budgetVersionTable, keptLineTable } from '../tables/budget-version.ts';
import { columnRange } from '../workbook.ts';

const which = z.string().regex(/^(?:now|VBU-\d{4,8})$/u);
const input = z.object({
  /** A version kept, « VBU-0001 », or « now » for the lines of « Budget ». */
  from: which,
  to: which.default('now'),
  answers: z.record(z.string(), z.string()).default({}),
});

/** « Comparer deux budgets »: what moved from one to the other, line by line, and why. */
export const compareBudgets = defineCommand({
  name: 'compare-budgets',
  label: 'Comparer deux budgets',
  purpose: 'Met deux versions du budget côte à côte, ligne par ligne, avec ce qui a changé.',
  input,
  reads: () => [budgetTable.tab, ...versionTabs, COMPARISON_SHEET],
  changes: () => [COMPARISON_SHEET],
  decide: (state, { from, to, answers }, { today }) => {
    if (from === to) return refuse('Choisissez deux versions différentes.');
    const read = readBudget(state, answers);
    if ('refused' in read) return read.refused;
    const versions = readVersions(state);
    const one = (name: string): (Compared & { readonly budget: Budget }) | null => {
      if (name === 'now') return current(state, read.reading.lines);
      const kept = versions.find(({ version }) => version.id === name);
      return kept ? ofVersion(state, kept) : null;
    };
    const [left, right] = [one(from), one(to)];
    const missing = left === null ? from : right === null ? to : null;
    if (left === null || right === null) return refuse(`La version ${missing ?? ''} n’est plus gardée.`);
    const stamp = `${STAMP}${frenchDay(today)} : « ${left.name} » comparé à « ${right.name} ». Montants en euros, hors contributions en nature.`;
    const sheet = stamped(state.workbook[COMPARISON_SHEET], stamp, (at) =>
      comparisonSheet({ title: 'Comparaison des budgets', stamp: at, from: left, to: right }),
    );
    const moved = (side: 'expense' | 'income') => right.budget[side].total - left.budget[side].total;
    const names = [from, to];
    return wish({
      tabs: { [COMPARISON_SHEET]: sheet.grid },
      dress: { [COMPARISON_SHEET]: sheet.dress },
      questions: read.reading.questions,
      problems: versions.filter(({ version, intact }) => names.includes(version.id) && !intact).map(alteredProblem),
      summary: [french`Charges : ${signed(moved('expense'))}. Produits : ${signed(moved('income'))}.`],
    });
  },
});

function current(state: State, lines: readonly BudgetLine[]): Compared & { readonly budget: Budget } {
  const places = placesOf(budgetTable, state.workbook[budgetTable.tab] ?? []);
  const formulas = budgetFormulas({ tab: titleIn(state, budgetTable.tab), places }, null);
  return {
    name: 'Budget actuel',
    lines: lines.filter(isCounted),
    amount: (line) => formulas.ofLine(line),
    budget: budgetOf(lines),
  };
}

function ofVersion(state: State, { version, lines }: KeptVersion): Compared & { readonly budget: Budget } {
  const places = placesOf(keptLineTable, state.workbook[keptLineTable.tab] ?? []);
  const range = (field: string) => columnRange(titleIn(state, keptLineTable.tab), places.get(field) ?? 0);
  const asLines = lines.map((line) => asBudgetLine(line, version.year));
  const idOf = new Map(lines.map((line, index) => [asLines[index], line.id] as const));
  return {
    name: versionName(version),
    lines: asLines.filter(isCounted),
    amount: (line) => `SUMIFS(${range('amount')};${range('id')};${formulaText(idOf.get(line) ?? '')})`,
    budget: budgetOf(asLines),
  };
}

function alteredProblem({ version }: KeptVersion): Problem {
  return {
    tab: budgetVersionTable.tab,
    row: null,
    column: null,
    kind: 'version_altered',
    raw: version.id,
    severity: 'error',
    message: french`La version « ${versionName(version)} » a été modifiée à la main depuis qu’elle est gardée (onglet caché « ${keptLineTable.tab} ») : ses montants ne sont plus ceux du jour où elle a été arrêtée. Retrouvez-les dans l’historique des versions de Google Sheets.`,
  };
}

function signed(cents: number): string {
  return cents === 0 ? 'aucun écart' : `${cents > 0 ? '+' : '−'}\u00A0${euros(Math.abs(cents))}`;
}
