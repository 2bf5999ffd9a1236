/** What keeps the form from being sent: lines that have no place in it, and classes without detail. */
import { sumOf } from '../budget.ts';
import type { Budget, BudgetSide } from '../budget.ts';
import type { Problem } from '../problem.ts';
import { euros, french } from '../french.ts';
import { settingText, chartSetting } from '../settings.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import type { Setting } from '../tables/setting.ts';
import { formPlaceOf } from './form-place.ts';
import type { Chart } from './form-place.ts';

/** The chart of accounts in « Réglages »; a word that names none counts as the default. */
export function chartOf(settings: readonly Setting[]): Chart {
  const text = settingText(settings, chartSetting);
  return text === '2025' || text === '99-01' ? text : '2018-06';
}

/** The lines that the form has no place for: while there is one, no version can be sent to a funder. */
export function unsortedLines(budget: Budget, chart: Chart): readonly { line: BudgetLine; why: string }[] {
  return [budget.expense, budget.income]
    .flatMap((side) => linesOf(side))
    .flatMap((line) => {
      const place = formPlaceOf(line, chart);
      return place.kind === 'unsorted' ? [{ line, why: place.why }] : [];
    });
}

/** A problem for each line without a place, and one for each class whose lines say nothing more than their class. */
export function formProblems(budget: Budget, chart: Chart): Problem[] {
  return [...unsortedLines(budget, chart).map(unsortedProblem), ...bareProblems(budget, chart)];
}

function linesOf(side: BudgetSide): readonly BudgetLine[] {
  return [...side.classes.flatMap(({ lines }) => lines), ...side.inKind];
}

function unsortedProblem({ line, why }: { line: BudgetLine; why: string }): Problem {
  return problem(
    'form_line_missing',
    line.id,
    french`Onglet « Budget », ${line.id} : « ${line.label ?? ''} » (${euros(line.amount ?? 0)}) est « À classer » : ${why}. Choisissez sa « Ligne du formulaire », ou complétez « Comptes ».`,
    'error',
  );
}

function bareProblems(budget: Budget, chart: Chart): Problem[] {
  return [budget.expense, budget.income].flatMap((side) =>
    side.classes.flatMap(({ code, label, lines }) => {
      const bare = lines.filter((line) => formPlaceOf(line, chart).kind === 'class');
      const detailed = lines.length > bare.length || ['60', '61', '62', '63', '64', '75'].includes(code);
      if (bare.length === 0 || !detailed) return [];
      return [
        problem(
          'form_line_bare',
          bare[0]?.id ?? null,
          french`Onglet « Budget » : ${euros(sumOf(bare))} de la classe ${code} (${label}) n’ont pas de ligne dans le formulaire et y figurent « Sans détail ». Complétez « Comptes » ou « Ligne du formulaire ».`,
          'info',
        ),
      ];
    }),
  );
}

function problem(kind: string, raw: string | null, message: string, severity: Problem['severity']): Problem {
  return { tab: budgetTable.tab, row: null, column: null, kind, raw, severity, message };
}
