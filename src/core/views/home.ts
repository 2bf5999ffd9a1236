/** « Cette semaine »: whether the workbook is adopted, what is left to check, what to do next. */
import { nounOf, plural } from '../adoption/labels.ts';
import { BUDGET_SHEET } from '../budget-sheet.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { frenchDay, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { readTable } from '../records.ts';
import type { AnyRecord, Table } from '../table.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import { sessionTable } from '../tables/session.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';
import type { View } from '../view.ts';
import { checkCounts, checksOf } from './checks.ts';

/** Something to do, with the button that does it; five at most. */
export interface Step {
  readonly id: string;
  /** French, one line. */
  readonly title: string;
  /** French, one or two sentences. */
  readonly text: string;
  readonly tone: 'urgent' | 'normal' | 'done';
  /** French, on the button. */
  readonly button: string;
  readonly action: StepAction;
}

/** What a step's button does: a dialog, a command with its input, another view, a cell of a tab. */
export type StepAction =
  | { readonly do: 'dialog'; readonly dialog: 'adopt' | 'guide' }
  | { readonly do: 'command'; readonly command: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly do: 'view'; readonly view: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly do: 'goTo'; readonly tab: string; readonly cell: string };

/** How many points are left to check, by gravity. */
export interface CheckCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly total: number;
}

/** The answer of the view « home ». */
export interface HomeView {
  readonly association: string | null;
  readonly year: number | null;
  readonly adopted: boolean;
  readonly checks: CheckCounts;
  /** What the managed tabs hold: « 100 adhérents »… */
  readonly figures: readonly { readonly tab: string; readonly noun: string; readonly count: number }[];
  readonly steps: readonly Step[];
}

/** The tabs whose records are counted at a glance. */
const FIGURES = [memberTable, spaceTable, sessionTable, budgetTable] as const;
const MOST_STEPS = 5;
const STAYS = ['over_36_months', 'end_of_stay', 'planned_end_after_max'];

/** The view « home ». */
export const homeView: View = {
  name: 'home',
  reads: [settingTable.tab, checkTable.tab, ...FIGURES.map(({ tab }) => tab), BUDGET_SHEET],
  view: (state, _input, { today }): HomeView => {
    const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
    const adopted = Object.hasOwn(state.workbook, checkTable.tab) || Object.hasOwn(state.workbook, settingTable.tab);
    const year = Number(settingValue(settings, 'year') ?? Number.NaN);
    const checks = checksOf(state);
    return {
      association: settingValue(settings, 'association'),
      year: Number.isInteger(year) ? year : null,
      adopted,
      checks: checkCounts(checks),
      figures: adopted ? figuresOf(state) : [],
      steps: adopted ? stepsOf(state, checks, today).slice(0, MOST_STEPS) : [adoptStep()],
    };
  },
};

function figuresOf(state: State): HomeView['figures'] {
  return FIGURES.flatMap((table) => {
    const { records } = readTable<Table>(table, state.workbook[table.tab], state.shown[table.tab]);
    const isCounted = (record: AnyRecord) => (record['merged_into'] ?? null) === null;
    const count = records.filter(isCounted).length;
    return count === 0 ? [] : [{ tab: titleIn(state, table.tab), noun: nounOf(table.name, count), count }];
  });
}

function adoptStep(): Step {
  return {
    id: 'adopt',
    title: 'Adopter ce classeur',
    text: 'Régie lit vos onglets et en fait des onglets propres. Vos originaux ne changent pas, et tout peut être annulé.',
    tone: 'urgent',
    button: 'Commencer',
    action: { do: 'dialog', dialog: 'adopt' },
  };
}

function stepsOf(state: State, checks: readonly Check[], today: Day): Step[] {
  const open = checks.filter(({ state: verdict }) => (verdict ?? 'open') === 'open');
  return [
    ...errorStep(open),
    ...stayStep(open),
    ...budgetStep(state),
    ...sessionStep(state, today),
    ...duplicateStep(open),
    ...otherStep(open),
    {
      id: 'refresh',
      title: 'Relire vos onglets',
      text: 'Si vous avez modifié vos onglets d’origine, Régie reprend ce qui est nouveau et garde ce que vous avez corrigé.',
      tone: 'normal',
      button: 'Relire',
      action: { do: 'dialog', dialog: 'adopt' },
    },
  ];
}

function errorStep(open: readonly Check[]): Step[] {
  const count = open.filter(({ severity }) => severity === 'error').length;
  if (count === 0) return [];
  return [
    {
      id: 'errors',
      title: `${plural(count, 'erreur')} à corriger`,
      text: 'Des adresses, des numéros, des dates ou des formules qui ne peuvent pas être lus.',
      tone: 'urgent',
      button: 'Voir les erreurs',
      action: { do: 'view', view: 'checks', input: { severity: 'error' } },
    },
  ];
}

function stayStep(open: readonly Check[]): Step[] {
  const stays = open.filter(({ kind }) => kind !== null && STAYS.includes(kind));
  const isOver = stays.some(({ kind }) => kind === 'over_36_months');
  if (stays.length === 0) return [];
  return [
    {
      id: 'stays',
      title: isOver ? 'Un séjour dépasse 36 mois' : 'Des séjours arrivent à leur fin',
      text: `${plural(stays.length, 'occupation')} à regarder\u00A0: préparez le départ, ou une décision du CA.`,
      tone: isOver ? 'urgent' : 'normal',
      button: 'Voir les séjours',
      action: {
        do: 'view',
        view: 'checks',
        input: { kind: isOver ? 'over_36_months' : (stays[0]?.kind ?? 'end_of_stay') },
      },
    },
  ];
}

function budgetStep(state: State): Step[] {
  const hasLines = (state.workbook[budgetTable.tab] ?? []).length > 1;
  if (!hasLines || Object.hasOwn(state.workbook, BUDGET_SHEET)) return [];
  return [
    {
      id: 'budget',
      title: 'Construire le budget',
      text: '« Budget prévisionnel » et « Autofinancement », calculés à partir des lignes de « Budget ».',
      tone: 'normal',
      button: 'Construire',
      action: { do: 'command', command: 'build-budget', input: {} },
    },
  ];
}

/** Sessions of the coming seven days. */
function sessionStep(state: State, today: Day): Step[] {
  const { records, rowOf } = readTable(sessionTable, state.workbook[sessionTable.tab], state.shown[sessionTable.tab]);
  const last = plusDays(today, 7);
  const coming = records
    .filter(
      ({ date, status }) => date !== null && isDay(date) && date >= today && date <= last && status !== 'cancelled',
    )
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const [next] = coming;
  if (next === undefined) return [];
  return [
    {
      id: 'sessions',
      title: `${plural(coming.length, 'séance')} dans les sept jours`,
      text: `La prochaine\u00A0: « ${next.title ?? next.programme ?? 'séance'} », le ${frenchDay(next.date ?? today)}.`,
      tone: 'normal',
      button: 'Voir la séance',
      action: { do: 'goTo', tab: titleIn(state, sessionTable.tab), cell: `A${(rowOf.get(next.id) ?? 0) + 1}` },
    },
  ];
}

function duplicateStep(open: readonly Check[]): Step[] {
  const count = open.filter(({ kind }) => kind === 'duplicate_row').length;
  if (count === 0) return [];
  return [
    {
      id: 'duplicates',
      title: plural(count, 'doublon probable', 'doublons probables'),
      text: 'Comparez les deux lignes, puis acceptez ou ignorez.',
      tone: 'normal',
      button: 'Voir les doublons',
      action: { do: 'view', view: 'checks', input: { kind: 'duplicate_row' } },
    },
  ];
}

function otherStep(open: readonly Check[]): Step[] {
  if (open.length === 0) {
    return [
      {
        id: 'checked',
        title: 'Tout est vérifié',
        text: 'Aucun point n’attend dans « À vérifier ».',
        tone: 'done',
        button: 'Voir le journal',
        action: { do: 'view', view: 'journal', input: {} },
      },
    ];
  }
  return [
    {
      id: 'checks',
      title: `${plural(open.length, 'point')} à vérifier`,
      text: 'Un par un, avec ce qu’il faut faire\u00A0; vous pouvez vous arrêter et reprendre.',
      tone: 'normal',
      button: 'Commencer',
      action: { do: 'view', view: 'checks', input: {} },
    },
  ];
}
