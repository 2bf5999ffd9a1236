/** Builds the budget of one project, in the layout of the form's project page. */
import * as z from 'zod';
import { budgetOf } from '../budget.ts';
import { chartOf, formProblems } from '../budget/form-problems.ts';
import { projectShare, projectSheetTitle, projectsOf } from '../budget/project.ts';
import type { IndirectKey } from '../budget/project.ts';
import { readBudget } from '../budget/reading.ts';
import type { BudgetReading } from '../budget/reading.ts';
import { budgetFormulas } from '../budget-formulas.ts';
import { budgetSheet } from '../budget-sheet.ts';
import type { BudgetSheetParts } from '../budget-sheet.ts';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay } from '../day.ts';
import { euros, french } from '../french.ts';
import { isGenerated, STAMP, stamped } from '../generated.ts';
import type { Problem } from '../problem.ts';
import { placesOf, readTable } from '../records.ts';
import { formSetting, settingText } from '../settings.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { settingTable, settingValue } from '../tables/setting.ts';

const input = z.object({
  /** The code of a programme, as in « Programme » of « Budget ». */
  project: z
    .string()
    .trim()
    .regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,29}$/u),
  /** How the general costs are shared; not at all when absent. */
  key: z.enum(['none', 'prorata', 'percent']).default('none'),
  /** For « percent »: 0 to 100. */
  percent: z.number().min(0).max(100).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

/** « Budget d’un projet »: its lines, its indirect costs by a stated key, its own resources; balanced by construction. */
export const buildProjectBudget = defineCommand({
  name: 'build-project-budget',
  label: 'Construire le budget d’un projet',
  purpose: 'Construit le budget d’un programme, avec ses charges indirectes et ses ressources propres.',
  input,
  reads: ({ project }) => [budgetTable.tab, settingTable.tab, projectSheetTitle(project)],
  changes: ({ project }) => [projectSheetTitle(project)],
  decide: (state, { project, key, percent, answers }, { today }) => {
    const read = readBudget(state, answers);
    if ('refused' in read) return read.refused;
    const { lines, questions, problems } = read.reading;
    if (!projectsOf(lines).includes(project))
      return refuse(french`Aucune ligne de « Budget » ne porte le programme « ${project} ».`, { questions, problems });
    if (key === 'percent' && percent === undefined)
      return refuse('Indiquez le pourcentage de charges indirectes.', { questions, problems });
    const title = projectSheetTitle(project);
    const current = state.workbook[title];
    if (current !== undefined && current.length > 0 && !isGenerated(current))
      return refuse(french`Un onglet « ${title} » qui est à vous existe déjà : renommez-le, puis recommencez.`);
    const parts = sheetParts(state, read.reading, { project, key: keyOf(key, percent) });
    const stamp = `${STAMP}${frenchDay(today)} à partir de l’onglet « ${titleIn(state, budgetTable.tab)} ». Montants en euros, hors contributions en nature sauf mention contraire.`;
    const sheet = stamped(current, stamp, (at) => budgetSheet({ ...parts, stamp: at }));
    const { budget, chart, project: share } = parts;
    return wish({
      tabs: { [title]: sheet.grid },
      dress: { [title]: sheet.dress },
      questions,
      problems: [...problems, ...formProblems(budget, chart), ...overfunded(project, share?.own.cents ?? 0)],
      summary: [
        french`Le projet ${project} coûte ${euros(budget.expense.total + (share?.indirect.cents ?? 0))}, dont ${euros(share?.indirect.cents ?? 0)} de charges indirectes.`,
        french`Ses produits : ${euros(budget.income.total)}, et ${euros(share?.own.cents ?? 0)} de ressources propres de l’association.`,
      ],
    });
  },
});

function keyOf(kind: IndirectKey['kind'], percent: number | undefined): IndirectKey {
  return kind === 'percent' ? { kind, percent: percent ?? 0 } : { kind };
}

function sheetParts(
  state: State,
  { lines, grid, edition, alone }: BudgetReading,
  { project, key }: { readonly project: string; readonly key: IndirectKey },
): BudgetSheetParts {
  const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
  const place = { tab: titleIn(state, budgetTable.tab), places: placesOf(budgetTable, grid) };
  const all = budgetFormulas(place, alone ? null : edition);
  const own = budgetFormulas(place, alone ? null : edition, project);
  const association = settingValue(settings, 'association');
  const title = [`Budget du projet ${project}`, edition.year, association].filter((part) => part !== null).join(' – ');
  return {
    title,
    stamp: '',
    // Headings are left out with what they head when it belongs elsewhere.
    budget: budgetOf(lines.filter((line) => line.project === project && line.level !== 'heading')),
    formulas: own,
    chart: chartOf(settings),
    form: settingText(settings, formSetting),
    project: projectShare({ lines, project, key, all, own }),
  };
}

/** More granted than it costs: a funder would ask for the difference back. */
function overfunded(project: string, own: number): Problem[] {
  if (own >= 0) return [];
  return [
    {
      tab: budgetTable.tab,
      row: null,
      column: null,
      kind: 'project_overfunded',
      raw: project,
      severity: 'warning',
      message: french`Onglet « Budget » : les produits du projet ${project} dépassent son coût de ${euros(-own)}. Vérifiez ses subventions, ou rattachez-lui les charges qui manquent.`,
    },
  ];
}
