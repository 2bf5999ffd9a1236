/** « Budget » follows the occupancies: the rents of a year by kind of room, each line traced to the rows that make it. */
import * as z from 'zod';
import { editionsOf, isOfEdition } from '../budget.ts';
import type { BudgetEdition } from '../budget.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State } from '../command.ts';
import { capital, euros, french } from '../french.ts';
import { changeTable, readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { incomeWords, lineChoices, originOf } from '../rents/budget-lines.ts';
import type { LineChoice } from '../rents/budget-lines.ts';
import { rentIncome } from '../rents/income.ts';
import { roomsOf } from '../rooms/rooms.ts';
import { freshIds } from '../numbers.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { yearInForce } from '../settings.ts';
import { settingTable } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';

const input = z.object({
  /** The year of « Réglages » by default. */
  year: z.number().int().min(1990).max(2100).optional(),
  answers: z.record(z.string().max(60), z.string().max(60)).default({}),
});

/** « Mettre à jour les redevances du budget »: computed lines follow the occupancies; a typed line changes only if she says so. */
export const updateRentBudget = defineCommand({
  name: 'update-rent-budget',
  label: 'Mettre à jour les redevances du budget',
  purpose: 'Reporte dans « Budget » les redevances de l’année, calculées d’après « Redevances » et « Occupations ».',
  input,
  reads: () => [spaceTable.tab, occupancyTable.tab, settingTable.tab, rentChargeTable.tab, budgetTable.tab],
  changes: () => [budgetTable.tab],
  decide: (state, { year: asked, answers }, { today }) => {
    const grid = state.workbook[budgetTable.tab];
    if (!grid) return refuse('L’onglet « Budget » n’existe pas encore : commencez par « Adopter ce classeur ».');
    const shown = state.shown[budgetTable.tab];
    const reading = readTable(budgetTable, grid, shown);
    const register = readRegister(state);
    const problems = [...reading.problems, ...register.problems];
    const missing = problems.find(({ kind, tab }) => kind === 'column_missing' && tab !== settingTable.tab);
    if (missing) return refuse(missing.message, { problems });
    const rooms = roomsOf(register, today);
    if (rooms.length === 0)
      return refuse('L’onglet « Espaces » n’a aucun bureau ni poste : il n’y a rien à reporter.', { problems });
    const year = asked ?? yearInForce(register.settings, today);
    const editions = editionsOf(reading.records).filter((edition) => edition.year === year);
    const edition = editions[0] ?? { year, version: null };
    const alone = editionsOf(reading.records).length === 1;
    const lines = reading.records.filter((line) => isOfEdition(line, edition, alone));
    const choices = lineChoices(rentIncome(register, rooms, year), lines, year, answers);
    const put = linesOf(state, choices, { all: reading.records, edition: { ...edition, year } });
    return wish({
      tabs: put.length === 0 ? {} : { [budgetTable.tab]: changeTable(budgetTable, grid, { put }, shown) },
      problems,
      questions: choices.flatMap(({ question }) => (question ? [question] : [])),
      summary: [...severalVersions(editions), ...choices.map((choice) => sentenceOf(choice))],
      details: { year, incomes: choices.map(({ income: { group, label, amount } }) => ({ group, label, amount })) },
    });
  },
});

function severalVersions(editions: readonly BudgetEdition[]): string[] {
  const [first] = editions;
  if (editions.length < 2 || !first) return [];
  return [
    french`« Budget » a ${editions.length} versions de cette année : seule « ${first.version ?? 'sans nom'} » est mise à jour.`,
  ];
}

/** The lines to write: those decided, as they should be; those that are so already are left out by the difference. */
function linesOf(
  state: State,
  choices: readonly LineChoice[],
  { all, edition }: { readonly all: readonly BudgetLine[]; readonly edition: BudgetEdition },
): BudgetLine[] {
  const year = edition.year ?? 0;
  const fresh = choices.filter(({ decision }) => decision === 'add');
  const ids = freshIds(state, budgetTable, fresh.length);
  const byId = new Map(all.map((line) => [line.id, line] as const));
  return choices.flatMap((choice): BudgetLine[] => {
    const { income, decision } = choice;
    const written = { amount: income.amount, computation: incomeWords(income), origin: originOf(income, year) };
    const line = byId.get(decision);
    if (line) return [{ ...line, ...written }];
    if (decision !== 'add') return [];
    return [
      {
        ...blankLine,
        id: ids[fresh.indexOf(choice)] ?? '',
        label: french`Redevances : ${income.label}`,
        ...edition,
        ...written,
      },
    ];
  });
}

const blankLine: Omit<BudgetLine, 'id'> = {
  side: 'income',
  account_class: '70',
  accounts: ['706'],
  form_line: null,
  label: null,
  computation: null,
  amount: null,
  origin: null,
  counted: true,
  level: 'line',
  parent: null,
  funder: null,
  desk: null,
  grant_status: null,
  project: null,
  in_kind: null,
  brought_forward: null,
  suggested_account: null,
  hours: null,
  hourly_rate: null,
  year: null,
  version: null,
  notes: null,
  tag: null,
  source_look: null,
  source_tab: null,
  source_row: null,
};

function sentenceOf({ income, computed, typed, decision }: LineChoice): string {
  const name = capital(income.label);
  const amount = euros(income.amount);
  const why = incomeWords(income);
  if (decision === 'keep') {
    const known = typed.reduce((sum, line) => sum + (line.amount ?? 0), 0);
    if (typed.length === 0) return french`${name} : aucune redevance cette année.`;
    const gap = income.amount - known;
    return gap === 0
      ? french`${name} : ${euros(known)}, comme les occupations.`
      : french`${name} : ${euros(known)} saisis, gardés ; les occupations donnent ${amount} (${gap > 0 ? '+' : ''}${euros(gap)}).`;
  }
  if (decision === 'add') return french`${name} : une ligne de ${amount} est ajoutée (${why}).`;
  if (computed?.amount === income.amount) return french`${name} : ${amount}, déjà à jour (${computed.id}).`;
  const before = computed ?? typed.find(({ id }) => id === decision) ?? null;
  return french`${name} : ${euros(before?.amount ?? 0)} → ${amount} dans ${decision} (${why}).`;
}
