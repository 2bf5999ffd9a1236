/** The budget's arithmetic against the worked example of the facts, and what must make it fail. */
import { budgetOf, editionsOf } from '../../src/core/budget.ts';
import { buildBudget } from '../../src/core/commands/build-budget.ts';
import { BUDGET_SHEET } from '../../src/core/budget-sheet.ts';
import type { State } from '../../src/core/command.ts';
import { afterPlan, isEmptyPlan, planOf } from '../../src/core/plan.ts';
import { changeTable } from '../../src/core/records.ts';
import { donationLines, fundedProjects, ownIncome, ratesOf } from '../../src/core/self-financing.ts';
import type { DefinitionName } from '../../src/core/self-financing.ts';
import { SELF_FINANCING_SHEET } from '../../src/core/self-financing-sheet.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import type { BudgetLine } from '../../src/core/tables/budget-line.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { budget2023, budgetLine } from '../support/budget-fixture.ts';

const euros = (cents: number) => cents / 100;
const byClass = (lines: readonly BudgetLine[], side: 'expense' | 'income') =>
  Object.fromEntries(
    budgetOf(lines)[side].classes.map(({ code, lines: own }) => [
      code,
      euros(own.reduce((sum, one) => sum + (one.amount ?? 0), 0)),
    ]),
  );

test('budgetOf() the 2023 forecast balances at 173 451 € with the classes of the facts', () => {
  const budget = budgetOf(budget2023());
  expect([euros(budget.expense.total), euros(budget.income.total), budget.gap]).toEqual([173451, 173451, 0]);
  expect(byClass(budget2023(), 'expense')).toEqual({
    '60': 18210,
    '61': 55150,
    '62': 42150,
    '63': 675,
    '64': 52268,
    '65': 1200,
    '66': 0,
    '67': 0,
    '68': 3798,
    '69': 0,
  });
  expect(byClass(budget2023(), 'income')).toEqual({
    '70': 87720,
    '73': 0,
    '74': 67500,
    '75': 14860,
    '76': 620,
    '77': 0,
    '78': 0,
    '79': 0,
  });
  expect([euros(budget.expense.inKindTotal), euros(budget.income.inKindTotal)]).toEqual([7560, 7560]);
});

test('ratesOf() gives the five definitions of the facts', () => {
  const budget = budgetOf(budget2023());
  const percent = (name: DefinitionName) => {
    const rate = ratesOf(budget)[name];
    return rate.computable ? ((100 * rate.numerator) / rate.denominator).toFixed(4) : rate.why;
  };
  expect(['D1', 'D2', 'D3', 'D4', 'D5'].map((name) => percent(name as DefinitionName))).toEqual([
    '59.4981',
    '61.0841',
    '60.8826',
    '60.4569',
    '58.9215',
  ]);
  expect(euros(ownIncome(budget))).toBe(103200);
  expect(fundedProjects(budget)).toEqual([{ project: 'CRESC', cost: 1_150_000, granted: 690_000 }]);
  expect(donationLines(budget).map(({ label }) => label)).toEqual(['Dons manuels']);
});

test('ratesOf() says which definitions the data cannot support', () => {
  const rates = ratesOf(budgetOf([budgetLine({ id: 'BUD-0001', side: 'income', account_class: '75', amount: 1000 })]));
  expect(rates.D1.computable).toBe(true);
  expect(rates.D3).toMatchObject({ computable: false });
  expect(rates.D5).toMatchObject({ computable: false });
});

test('budgetOf() moving the earlier result into class 75 turns D1 into D2', () => {
  const moved = budget2023().map((line) =>
    line.brought_forward ? { ...line, account_class: '75', brought_forward: false } : line,
  );
  const rate = ratesOf(budgetOf(moved)).D1;
  expect(rate.computable && (100 * rate.numerator) / rate.denominator).toBeCloseTo(61.0841, 4);
});

test('budgetOf() keeps joint accounts as one class and does not count headings', () => {
  const budget = budgetOf([
    budgetLine({ id: 'BUD-0001', side: 'expense', account_class: '60', level: 'heading', counted: false, amount: 300 }),
    budgetLine({ id: 'BUD-0002', side: 'expense', account_class: '60', parent: 'BUD-0001', amount: 100 }),
    budgetLine({ id: 'BUD-0003', side: 'expense', account_class: '60', parent: 'BUD-0001', amount: 150 }),
    budgetLine({ id: 'BUD-0004', side: 'expense', account_class: '63-64-65', amount: 1000 }),
    budgetLine({ id: 'BUD-0005', side: 'expense', account_class: '6X', amount: 7 }),
  ]);
  expect(budget.expense.total).toBe(1257);
  expect(budget.expense.classes.map(({ code }) => code)).toEqual([
    '60',
    '61',
    '62',
    '63-64-65',
    '66',
    '67',
    '68',
    '69',
  ]);
  expect(budget.expense.classes.find(({ code }) => code === '63-64-65')?.label).toBe('63 à 65 (non détaillé)');
  expect(budget.headingGaps.map(({ heading, detailed }) => [heading.id, detailed])).toEqual([['BUD-0001', 250]]);
  expect(budget.expense.unclassified.map(({ id }) => id)).toEqual(['BUD-0005']);
});

function stateOf(workbook: Workbook): State {
  return { workbook, shown: {}, tabs: Object.keys(workbook), sources: [] };
}

const moment = { today: '2023-05-12', time: '10:00' };
const withBudget = (lines: readonly BudgetLine[]): Workbook => ({
  [budgetTable.tab]: changeTable(budgetTable, undefined, { put: lines }),
});

test('build-budget says that the budget balances, with its rate and definition', () => {
  const wish = buildBudget.decide(stateOf(withBudget(budget2023())), {}, moment);
  expect(wish.summary.map((sentence) => sentence.replaceAll('\u00a0', ' '))).toEqual([
    '173 451 € de charges, 173 451 € de produits : le budget est équilibré.',
    'Taux d’autofinancement : 59,5 % (Ressources propres ÷ total des produits).',
  ]);
  expect(wish.problems).toEqual([]);
  expect(Object.keys(wish.tabs)).toEqual([BUDGET_SHEET, SELF_FINANCING_SHEET]);
});

test.each([1, -1, 100])('build-budget locates a gap of %d cents and its side', (cents) => {
  const lines = budget2023().map((line, index) =>
    index === 0 ? { ...line, amount: (line.amount ?? 0) + cents } : line,
  );
  const wish = buildBudget.decide(stateOf(withBudget(lines)), {}, moment);
  const message = wish.problems.find(({ kind }) => kind === 'budget_unbalanced')?.message ?? '';
  expect(message).toContain(
    cents > 0 ? 'les charges dépassent les produits de' : 'les produits dépassent les charges de',
  );
  expect(message.replaceAll('\u00a0', ' ')).toContain(Math.abs(cents) === 100 ? '1 €' : '0,01 €');
});

test('build-budget built again changes nothing, even on another day', () => {
  const before = withBudget(budget2023());
  const wish = buildBudget.decide(stateOf(before), {}, moment);
  const after = afterPlan(before, planOf(before, wish.tabs));
  const again = buildBudget.decide(stateOf(after), {}, { ...moment, today: '2023-06-01' });
  expect(isEmptyPlan(planOf(after, again.tabs))).toBe(true);
});

test('build-budget asks which budget to build when the tab holds several, and starts with the latest', () => {
  const older = budget2023().map((line) => ({ ...line, id: line.id.replace('BUD-0', 'BUD-1'), year: 2022 }));
  const state = stateOf(withBudget([...older, ...budget2023()]));
  const wish = buildBudget.decide(state, {}, moment);
  expect(wish.questions.map(({ id, answer, choices }) => [id, answer, choices.map(({ label }) => label)])).toEqual([
    ['edition', '0', ['2023, voté', '2022, voté']],
  ]);
  expect(JSON.stringify(wish.tabs[BUDGET_SHEET])).toContain('"2023\\');
});

test('build-budget refuses a workbook without « Budget », and one whose column was deleted', () => {
  expect(buildBudget.decide(stateOf({}), {}, moment).refusal).toContain('Adopter ce classeur');
  const grid = withBudget(budget2023())[budgetTable.tab] ?? [];
  const wish = buildBudget.decide(
    stateOf({ Budget: grid.map((row) => row.filter((_, column) => column !== 6)) }),
    {},
    moment,
  );
  expect(wish.refusal).toContain('Il manque une colonne');
  expect(wish.problems[0]?.message).toContain('« Montant »');
});

test('editionsOf() puts the latest year first', () => {
  expect(
    editionsOf([budgetLine({ year: 2022 }), budgetLine({ year: 2023 }), budgetLine({ year: 2023, version: 'v2' })]),
  ).toHaveLength(3);
  expect(editionsOf([budgetLine({ year: 2022 }), budgetLine({ year: 2023 })])[0]).toEqual({
    year: 2023,
    version: 'voté',
  });
});

test('build-budget counts what its formulas count: an amount or a word typed otherwise is a problem', () => {
  const grid = (withBudget(budget2023())[budgetTable.tab] ?? []).map((row) => [...row]);
  const [amount, counted] = ['Montant', 'Compte dans le total'].map((header) => (grid[0] ?? []).indexOf(header));
  const row = grid.findIndex((cells) => cells[amount ?? 0] === 8400);
  const line = grid[row] ?? [];
  line[amount ?? 0] = '8 400,00 €';
  line[counted ?? 0] = 'O';
  const wish = buildBudget.decide(stateOf({ [budgetTable.tab]: grid }), {}, moment);
  expect(wish.details).toMatchObject({ expense: 17345100 - 840000, income: 17345100 });
  const found = wish.problems.filter(({ kind }) => kind === 'typed_otherwise');
  expect(found.map(({ row: at, raw }) => [at, raw])).toEqual([
    [row + 1, '8 400,00 €'],
    [row + 1, 'O'],
  ]);
  expect(found[0]?.message).toContain('tapez le nombre seul (8400)');
  expect(found[1]?.message).toMatch(/choisissez «.oui.»/u);
});

test('build-budget numbers a line typed by hand and counts it in the budget it stands with', () => {
  const before = withBudget(budget2023());
  const typed = [null, 'Charges', '60', null, 'Nouvelle', null, 100];
  const grid = [...(before[budgetTable.tab] ?? []), typed];
  const wish = buildBudget.decide(stateOf({ [budgetTable.tab]: grid }), {}, moment);
  expect(wish.summary.join(' ').replaceAll('\u00a0', ' ')).toContain(
    '173 551 € de charges, 173 451 € de produits : les charges dépassent',
  );
  expect(wish.tabs[budgetTable.tab]?.at(-1)).toEqual(['BUD-0905', ...typed.slice(1)]);
  expect(wish.questions).toEqual([]);
  expect(JSON.stringify(wish.tabs[BUDGET_SHEET])).toContain('BUD-0905');
});

test('build-budget says of a line without year and version that it belongs to no budget when the tab holds several', () => {
  const older = budget2023().map((line) => ({ ...line, id: line.id.replace('BUD-0', 'BUD-1'), year: 2022 }));
  const stray = budgetLine({
    id: 'BUD-5000',
    side: 'expense',
    account_class: '60',
    label: 'Où ?',
    amount: 100,
    year: null,
    version: null,
  });
  const wish = buildBudget.decide(stateOf(withBudget([...older, ...budget2023(), stray])), {}, moment);
  expect(wish.problems.map(({ kind, raw }) => [kind, raw])).toEqual([['edition_missing', 'BUD-5000']]);
});
