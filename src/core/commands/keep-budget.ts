/** Keeps the budget as it is now: proposed, voted, revised, or sent to a funder. */
import * as z from 'zod';
import { budgetOf } from '../budget.ts';
import type { Budget } from '../budget.ts';
import { chartOf, unsortedLines } from '../budget/form-problems.ts';
import { readBudget } from '../budget/reading.ts';
import { keepVersion, readVersions, versionName, versionTabs } from '../budget/versions.ts';
import type { KeptVersion } from '../budget/versions.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State, Wish } from '../command.ts';
import { frenchDay, isDay } from '../day.ts';
import { euros, french } from '../french.ts';
import { missingColumns } from '../missing-columns.ts';
import { changeTable, readTable } from '../records.ts';
import type { RecordOf, Table } from '../table.ts';
import { tableDress } from '../table-dress.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { BudgetLine } from '../tables/budget-line.ts';
import { budgetVersionTable, keptLineTable } from '../tables/budget-version.ts';
import { settingTable } from '../tables/setting.ts';

const input = z.object({
  state: z.enum(['initial', 'voted', 'revised', 'sent']),
  /** The day of the vote or of the sending, « YYYY-MM-DD »; today when absent. */
  date: z.string().refine(isDay).optional(),
  /** Who decided: « AG », « CA »… */
  by: z.string().trim().min(1).max(100).optional(),
  /** To whom it was sent; needed for a version that is sent. */
  funder: z.string().trim().min(1).max(100).optional(),
  notes: z.string().trim().min(1).max(500).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

type Input = z.infer<typeof input>;

/** « Garder cette version »: its lines are copied where nothing changes them; the same lines kept twice are kept once. */
export const keepBudget = defineCommand({
  name: 'keep-budget',
  label: 'Garder cette version du budget',
  purpose: 'Garde le budget tel qu’il est : proposé, voté, révisé ou envoyé à un financeur.',
  input,
  reads: () => [budgetTable.tab, settingTable.tab, ...versionTabs],
  changes: () => versionTabs,
  decide: (state, asked, { today }) => {
    const read = readBudget(state, asked.answers);
    if ('refused' in read) return read.refused;
    const { lines, edition, questions, problems } = read.reading;
    const obstacle = missingColumns(state, [budgetVersionTable, keptLineTable]);
    if (obstacle !== null) return refuse(obstacle);
    const versions = readVersions(state);
    const budget = budgetOf(lines);
    const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
    const date = asked.date ?? today;
    const about = {
      year: edition.year,
      state: asked.state,
      date,
      by: asked.by ?? null,
      funder: asked.state === 'sent' ? (asked.funder ?? null) : null,
      notes: asked.notes ?? null,
    };
    const kept = keepVersion(state, lines, about);
    const same = versions.find(
      ({ version, intact }) =>
        intact &&
        version.print === kept.version.print &&
        version.state === about.state &&
        version.year === about.year &&
        version.funder === about.funder,
    );
    if (same)
      return wish({
        questions,
        problems,
        summary: [french`Rien à garder : « ${versionName(same.version)} » est identique.`],
      });
    const why = refusal(asked, {
      lines,
      budget,
      versions,
      year: edition.year,
      unsorted: unsortedLines(budget, chartOf(settings)).length,
    });
    if (why !== null) return refuse(why, { questions, problems });
    return wish({
      ...written(state, kept),
      questions,
      problems,
      summary: [
        french`Le budget ${versionName(kept.version)} est gardé : ${lines.length === 1 ? 'une ligne' : `${lines.length} lignes`}, ${euros(budget.expense.total)} de charges et ${euros(budget.income.total)} de produits.`,
        'Vous pouvez continuer à modifier l’onglet « Budget » : cette version ne changera plus, et vous pourrez la comparer.',
      ],
      details: { id: kept.version.id, date: frenchDay(date) },
    });
  },
});

/** The two tabs with the version added at their end. */
function written(state: State, { version, lines }: ReturnType<typeof keepVersion>): Pick<Wish, 'tabs' | 'dress'> {
  const put = <T extends Table>(table: T, records: readonly RecordOf<T>[]) =>
    changeTable(table, state.workbook[table.tab], { put: records });
  const fresh = [budgetVersionTable, keptLineTable].filter(({ tab }) => !Object.hasOwn(state.workbook, tab));
  return {
    tabs: {
      [budgetVersionTable.tab]: put(budgetVersionTable, [version]),
      [keptLineTable.tab]: put(keptLineTable, lines),
    },
    dress: Object.fromEntries(fresh.map((table) => [table.tab, tableDress(table)])),
  };
}

interface Situation {
  readonly lines: readonly BudgetLine[];
  readonly budget: Budget;
  readonly versions: readonly KeptVersion[];
  readonly year: number | null;
  readonly unsorted: number;
}

function refusal({ state, funder }: Input, { lines, budget, versions, year, unsorted }: Situation): string | null {
  if (lines.length === 0) return 'Ce budget n’a aucune ligne à garder.';
  if (state === 'voted') {
    const voted = versions.find(({ version }) => version.state === 'voted' && version.year === year);
    if (voted)
      return french`Un budget a déjà été voté pour cette année (« ${versionName(voted.version)} ») : gardez celui-ci comme version révisée.`;
  }
  if (state !== 'sent') return null;
  if (funder === undefined) return 'Indiquez à quel financeur cette version est envoyée.';
  if (budget.gap !== 0)
    return french`Le budget n’est pas équilibré (écart ${euros(Math.abs(budget.gap))}) : un financeur le refuserait. Équilibrez-le, puis recommencez.`;
  if (unsorted > 0)
    return french`${unsorted === 1 ? 'Une ligne est' : `${unsorted} lignes sont`} « À classer » : le formulaire serait incomplet. Lancez « Construire le budget » pour les voir, puis recommencez.`;
  return null;
}
