/** What the budget asks of her. */
import { BUDGET_SHEET } from '../budget-sheet.ts';
import type { State } from '../command.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** The generated budget, while it is not built. */
export const budgetPart: WeekPart = { reads: [budgetTable.tab, BUDGET_SHEET], steps: budgetStep };

function budgetStep(state: State): Step[] {
  const hasLines = (state.workbook[budgetTable.tab] ?? []).length > 1;
  if (!hasLines || Object.hasOwn(state.workbook, BUDGET_SHEET)) return [];
  return [
    {
      id: 'budget',
      urgency: later.mend,
      title: 'Construire le budget',
      text: '« Budget prévisionnel » et « Autofinancement », calculés à partir des lignes de « Budget ».',
      tone: 'normal',
      button: 'Construire',
      action: { do: 'command', command: 'build-budget', input: {} },
    },
  ];
}
