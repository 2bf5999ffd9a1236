/** One reading of « Budget » for every command over it: the lines of the edition that she chose, numbered and checked. */
import { editionsOf, isOfEdition } from '../budget.ts';
import type { BudgetEdition } from '../budget.ts';
import { linesAsFormulas } from '../budget-cells.ts';
import { refuse } from '../command.ts';
import type { Question, State, Wish } from '../command.ts';
import type { Problem } from '../problem.ts';
import { french } from '../french.ts';
import { numberRows } from '../records.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import type { Grid } from '../workbook.ts';

/** What « Budget » holds: the tab with each line numbered, and the lines of one edition. */
export interface BudgetReading {
  readonly grid: Grid;
  /** The numbers given to lines that were typed without one. */
  readonly given: readonly string[];
  /** Every line of the tab, and those of the edition. */
  readonly all: readonly BudgetLine[];
  readonly lines: readonly BudgetLine[];
  readonly edition: BudgetEdition;
  /** True when the tab holds this edition only. */
  readonly alone: boolean;
  readonly questions: readonly Question[];
  readonly problems: readonly Problem[];
}

/** The reading, or the wish that refuses because there is nothing to read. */
export function readBudget(
  state: State,
  answers: Readonly<Record<string, string>>,
): { readonly reading: BudgetReading } | { readonly refused: Wish } {
  const typed = state.workbook[budgetTable.tab];
  if (!typed)
    return { refused: refuse('L’onglet « Budget » n’existe pas encore : commencez par « Adopter ce classeur ».') };
  const { grid, given } = numberRows(budgetTable, typed);
  const { lines: all, problems } = linesAsFormulas(grid, state.shown[budgetTable.tab] ?? []);
  const missing = problems.filter(({ kind }) => kind === 'column_missing');
  if (missing.length > 0) {
    return {
      refused: refuse('Il manque une colonne à l’onglet « Budget » : rien ne peut être calculé sans elle.', {
        problems: missing,
      }),
    };
  }
  const editions = editionsOf(all);
  if (editions.length === 0) return { refused: refuse('L’onglet « Budget » ne contient aucune ligne.', { problems }) };
  const questions = editions.length > 1 ? [editionQuestion(editions, answers['edition'])] : [];
  const edition = editions[Number(questions[0]?.answer ?? 0)] ?? { year: null, version: null };
  const alone = editions.length === 1;
  const lines = all.filter((line) => isOfEdition(line, edition, alone));
  return {
    reading: { grid, given, all, lines, edition, alone, questions, problems: [...problems, ...unplaced(all, alone)] },
  };
}

/** With several budgets in the tab, nobody can tell to which one a line without year and version belongs. */
function unplaced(lines: readonly BudgetLine[], alone: boolean): Problem[] {
  if (alone) return [];
  return lines
    .filter(({ year, version }) => year === null && version === null)
    .map(({ id, label }) => ({
      tab: budgetTable.tab,
      row: null,
      column: null,
      kind: 'edition_missing',
      raw: id,
      severity: 'warning',
      message: french`Onglet « Budget », ${id} : la ligne « ${label ?? ''} » n’a ni année ni version et ne compte dans aucun budget. Remplissez ces deux colonnes.`,
    }));
}

function editionQuestion(editions: readonly BudgetEdition[], answer: string | undefined): Question {
  const choices = editions.map(({ year, version }, index) => ({
    value: String(index),
    label: [year === null ? 'année inconnue' : String(year), version].filter((part) => part !== null).join(', '),
  }));
  return {
    id: 'edition',
    tab: budgetTable.tab,
    kind: 'edition',
    text: french`L’onglet « Budget » contient ${editions.length} budgets. Lequel prendre ?`,
    choices,
    answer: choices.find(({ value }) => value === answer)?.value ?? '0',
  };
}
