/** The view « budget »: what the sidebar says of the budget and of its versions. */
import { keepBudget } from '../../../src/core/commands/keep-budget.ts';
import type { State } from '../../../src/core/command.ts';
import { afterPlan, planOf } from '../../../src/core/plan.ts';
import { changeTable } from '../../../src/core/records.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import { budgetView } from '../../../src/core/views/budget.ts';
import type { BudgetView } from '../../../src/core/views/budget.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { budget2023 } from '../../support/budget-fixture.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const stateOf = (workbook: Workbook): State => ({ workbook, shown: {}, tabs: Object.keys(workbook), sources: [] });
const looked = (workbook: Workbook) => budgetView.view(stateOf(workbook), {}, moment) as BudgetView;

test('a workbook without « Budget » is told what to do first', () => {
  expect(looked({}).missing).toContain('Adopter ce classeur');
});

test('the totals, the rate with its definition, and the versions, the latest first', () => {
  const before: Workbook = { [budgetTable.tab]: changeTable(budgetTable, undefined, { put: budget2023() }) };
  const kept = (workbook: Workbook, input: object): Workbook => ({
    ...workbook,
    ...afterPlan(workbook, planOf(workbook, keepBudget.decide(stateOf(workbook), input, moment).tabs)),
  });
  const view = looked(kept(kept(before, { state: 'initial' }), { state: 'voted', by: 'AG' }));
  expect(view).toMatchObject({
    missing: null,
    year: 2023,
    expense: 17345100,
    income: 17345100,
    unsorted: 0,
    projects: ['DIAG', 'EXPERT', 'AUDIT', 'CODEV', 'CLUB', 'HOTLINE', 'CRESC', 'ACCOMP'],
    sheet: null,
  });
  expect(view.rate).toBeCloseTo(0.594981, 6);
  expect(view.definition.replaceAll('\u00a0', ' ')).toBe('Ressources propres ÷ total des produits');
  expect(view.versions.map(({ id, name, intact }) => [id, name, intact])).toEqual([
    ['VBU-0002', '2023, voté le 12/05/2023', true],
    ['VBU-0001', '2023, proposé le 12/05/2023', true],
  ]);
});
