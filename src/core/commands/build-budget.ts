/** Builds « Budget prévisionnel » and « Autofinancement » from the lines of « Budget », as live formulas. */
import * as z from 'zod';
import { budgetOf } from '../budget.ts';
import type { Budget, BudgetEdition } from '../budget.ts';
import { chartOf, formProblems } from '../budget/form-problems.ts';
import { readBudget } from '../budget/reading.ts';
import { budgetFormulas } from '../budget-formulas.ts';
import { BUDGET_SHEET, budgetSheet } from '../budget-sheet.ts';
import { defineCommand, titleIn, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import type { Dress } from '../dress.ts';
import { STAMP, stamped } from '../generated.ts';
import type { Generated } from '../generated.ts';
import type { Problem } from '../problem.ts';
import { euros, french, frenchNumber } from '../french.ts';
import { placesOf, readTable } from '../records.ts';
import { definitions, ratesOf } from '../self-financing.ts';
import type { DefinitionName } from '../self-financing.ts';
import { SELF_FINANCING_SHEET, selfFinancingSheet } from '../self-financing-sheet.ts';
import { formSetting, settingText } from '../settings.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import type { Grid } from '../workbook.ts';

const names = Object.keys(definitions) as [DefinitionName, ...DefinitionName[]];
const input = z.object({
  definition: z.enum(names).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

/** « Construire le budget »: the two generated tabs, rebuilt whole; the preview says whether the budget balances. */
export const buildBudget = defineCommand({
  name: 'build-budget',
  label: 'Construire le budget',
  purpose: 'Construit « Budget prévisionnel » et « Autofinancement » à partir de l’onglet « Budget ».',
  input,
  reads: () => [budgetTable.tab, settingTable.tab, BUDGET_SHEET, SELF_FINANCING_SHEET],
  changes: () => [budgetTable.tab, BUDGET_SHEET, SELF_FINANCING_SHEET],
  decide: (state, { definition: wanted, answers }, moment) => {
    const read = readBudget(state, answers);
    if ('refused' in read) return read.refused;
    const { grid, given, lines, edition, alone, questions, problems } = read.reading;
    const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
    const built = build({
      budget: budgetOf(lines),
      grid,
      edition,
      alone,
      tab: titleIn(state, budgetTable.tab),
      settings,
      definition: wanted ?? names.find((name) => name === settingValue(settings, 'self_financing_definition')) ?? 'D1',
      today: moment.today,
      current: { budget: state.workbook[BUDGET_SHEET], selfFinancing: state.workbook[SELF_FINANCING_SHEET] },
    });
    return {
      ...built,
      tabs: { ...(given.length > 0 ? { [budgetTable.tab]: grid } : {}), ...built.tabs },
      summary: [...built.summary, ...numbered(given)],
      questions,
      problems: [...problems, ...built.problems],
    };
  },
});

function numbered(given: readonly string[]): string[] {
  if (given.length === 0) return [];
  const [first = '', last = ''] = [given[0], given.at(-1)];
  return given.length === 1
    ? [french`La ligne que vous avez ajoutée dans « Budget » reçoit son numéro : ${first}.`]
    : [
        french`Les ${given.length} lignes que vous avez ajoutées dans « Budget » reçoivent leur numéro : ${first} à ${last}.`,
      ];
}

interface Parts {
  readonly budget: Budget;
  readonly grid: Grid;
  readonly edition: BudgetEdition;
  readonly alone: boolean;
  /** The actual title of « Budget ». */
  readonly tab: string;
  readonly settings: readonly Setting[];
  readonly definition: DefinitionName;
  readonly today: string;
  readonly current: { readonly budget: Grid | undefined; readonly selfFinancing: Grid | undefined };
}

function build({ budget, grid, edition, alone, tab: source, settings, definition, today, current }: Parts): Wish {
  const association = settingValue(settings, 'association');
  const chart = chartOf(settings);
  const form = settingText(settings, formSetting);
  const formulas = budgetFormulas({ tab: source, places: placesOf(budgetTable, grid) }, alone ? null : edition);
  const of = [edition.year, association].filter((part) => part !== null).join(' – ');
  const version = edition.version === null ? '' : ` (version ${edition.version})`;
  const stamp = `${STAMP}${frenchDay(today)} à partir de l’onglet « ${source} »${version}. Montants en euros, hors contributions en nature sauf mention contraire.`;
  const sheets: Record<string, Generated> = {
    [BUDGET_SHEET]: stamped(current.budget, stamp, (at) =>
      budgetSheet({ title: `Budget prévisionnel ${of}`.trim(), stamp: at, budget, formulas, chart, form }),
    ),
    [SELF_FINANCING_SHEET]: stamped(current.selfFinancing, stamp, (at) =>
      selfFinancingSheet({ title: `Autofinancement ${of}`.trim(), stamp: at, budget, formulas, definition }),
    ),
  };
  const entries = Object.entries(sheets);
  return wish({
    tabs: Object.fromEntries(entries.map(([tab, sheet]): [string, Grid] => [tab, sheet.grid])),
    dress: Object.fromEntries(entries.map(([tab, sheet]): [string, Dress] => [tab, sheet.dress])),
    problems: [...budgetProblems(budget), ...formProblems(budget, chart)],
    summary: summaryOf(budget, definition),
    details: {
      expense: budget.expense.total,
      income: budget.income.total,
      gap: budget.gap,
      inKind: { expense: budget.expense.inKindTotal, income: budget.income.inKindTotal },
      definition,
      rates: ratesOf(budget),
    },
  });
}

function summaryOf(budget: Budget, definition: DefinitionName): string[] {
  const { expense, income, gap } = budget;
  const balance =
    gap === 0
      ? french`le budget est équilibré.`
      : gap > 0
        ? french`les produits dépassent les charges de ${euros(gap)} (excédent prévisionnel).`
        : french`les charges dépassent les produits de ${euros(-gap)} : il manque cette somme pour équilibrer.`;
  const rate = ratesOf(budget)[definition];
  const share = rate.computable
    ? french`Taux d’autofinancement : ${frenchNumber(Math.round((rate.numerator / rate.denominator) * 1000) / 10)} % (${definitions[definition].label}).`
    : french`Taux d’autofinancement non calculable : ${rate.why}.`;
  return [french`${euros(expense.total)} de charges, ${euros(income.total)} de produits : ${balance}`, share];
}

/** What keeps the budget from being trusted: unbalanced sides, headings that differ from their lines, unknown classes. */
function budgetProblems(budget: Budget): Problem[] {
  const { expense, income, gap } = budget;
  const problem = (kind: string, message: string, line: BudgetLine | null = null): Problem => ({
    tab: budgetTable.tab,
    row: null,
    column: null,
    kind,
    raw: line?.id ?? null,
    severity: 'warning',
    message,
  });
  const inKindGap = income.inKindTotal - expense.inKindTotal;
  return [
    ...(gap === 0
      ? []
      : [
          problem(
            'budget_unbalanced',
            french`Onglet « Budget » : ${gap > 0 ? 'les produits dépassent les charges' : 'les charges dépassent les produits'} de ${euros(Math.abs(gap))}. ${whereToLook(budget)}`,
          ),
        ]),
    ...budget.headingGaps.map(({ heading, detailed }) =>
      problem(
        'heading_mismatch',
        french`Onglet « Budget », ${heading.id} : le titre « ${heading.label ?? ''} » annonce ${euros(heading.amount ?? 0)}, ses lignes font ${euros(detailed)} (écart ${euros((heading.amount ?? 0) - detailed)}). Corrigez le titre ou complétez le détail.`,
        heading,
      ),
    ),
    ...[...expense.unclassified, ...income.unclassified].map((line) =>
      problem(
        'class_unknown',
        french`Onglet « Budget », ${line.id} : la ligne « ${line.label ?? ''} » (${euros(line.amount ?? 0)}) n’a pas de classe connue. Écrivez 60 à 69 ou 70 à 79 dans « Classe ».`,
        line,
      ),
    ),
    ...(inKindGap === 0
      ? []
      : [
          problem(
            'in_kind_unbalanced',
            french`Onglet « Budget » : les contributions en nature ne sont pas égales des deux côtés (écart ${euros(inKindGap)}).`,
          ),
        ]),
  ];
}

function whereToLook({ headingGaps }: Budget): string {
  if (headingGaps.length === 0)
    return 'Aucun titre ne diffère de ses lignes : cherchez une ligne oubliée, ou prévoyez une ressource.';
  return french`Regardez d’abord : ${headingGaps.map(({ heading }) => heading.label ?? heading.id).join(', ')}.`;
}
