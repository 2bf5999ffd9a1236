/** « Cette semaine »: whether the workbook is adopted, what is left to check, what to do next. */
import * as z from 'zod';
import { nounOf } from '../adoption/labels.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { membersOn } from '../members/membership.ts';
import { readTable } from '../records.ts';
import { readRegister } from '../register.ts';
import { yearInForce } from '../settings.ts';
import type { Table } from '../table.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import { sessionTable } from '../tables/session.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';
import type { View } from '../view.ts';
import { weekReads, weekSteps } from '../week/index.ts';
import { newsReads, weekNews } from '../week/news.ts';
import type { Step } from '../week/step.ts';
import { checkCounts, checksOf } from './checks.ts';

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
  /** Good news, in French sentences. */
  readonly news: readonly string[];
  /** What the managed tabs hold: « 100 adhérents »… */
  readonly figures: readonly { readonly tab: string; readonly noun: string; readonly count: number }[];
  /** The most urgent things to do; five at most, `moreSteps` says how many others wait. */
  readonly steps: readonly Step[];
  readonly moreSteps: number;
}

/** The tabs whose records are counted at a glance. */
const FIGURES = [memberTable, spaceTable, sessionTable, budgetTable] as const;
const MOST_STEPS = 5;
const wantsAll = z.object({ all: z.literal(true) });

/** The view « home ». */
export const homeView: View = {
  name: 'home',
  reads: [...new Set([settingTable.tab, checkTable.tab, ...FIGURES.map(({ tab }) => tab), ...weekReads, ...newsReads])],
  view: (state, input, moment): HomeView => {
    const settings = readTable(settingTable, state.workbook[settingTable.tab]).records;
    const adopted = Object.hasOwn(state.workbook, checkTable.tab) || Object.hasOwn(state.workbook, settingTable.tab);
    const checks = checksOf(state);
    const steps = adopted ? weekSteps(state, moment) : [adoptStep()];
    const shown = wantsAll.safeParse(input).success ? steps : steps.slice(0, MOST_STEPS);
    return {
      association: settingValue(settings, 'association'),
      year: adopted ? yearInForce(settings, moment.today) : null,
      adopted,
      checks: checkCounts(checks),
      news: adopted ? weekNews(state, moment) : [],
      figures: adopted ? figuresOf(state, moment.today) : [],
      steps: shown,
      moreSteps: steps.length - shown.length,
    };
  },
};

function figuresOf(state: State, day: Day): HomeView['figures'] {
  const members = membersOn(readRegister(state), { day, duplicates: duplicateMembers(state) }).length;
  return FIGURES.flatMap((table) => {
    const { records } = readTable<Table>(table, state.workbook[table.tab], state.shown[table.tab]);
    const count = table.name === memberTable.name ? members : records.length;
    return count === 0 ? [] : [{ tab: titleIn(state, table.tab), noun: nounOf(table.name, count), count }];
  });
}

function adoptStep(): Step {
  return {
    id: 'adopt',
    urgency: 0,
    title: 'Adopter ce classeur',
    text: 'Régie lit vos onglets et en fait des onglets propres. Vos originaux ne changent pas, et tout peut être annulé.',
    tone: 'urgent',
    button: 'Commencer',
    action: { do: 'dialog', dialog: 'adopt' },
  };
}
