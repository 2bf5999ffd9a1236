/** What the coming sessions ask of her. */
import { plural } from '../adoption/labels.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { daysBetween, frenchDay, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { readTable } from '../records.ts';
import { sessionTable } from '../tables/session.ts';
import type { Step, WeekPart } from './step.ts';

/** The sessions of the coming seven days. */
export const sessionsPart: WeekPart = {
  reads: [sessionTable.tab],
  steps: (state, { today }) => sessionStep(state, today),
};

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
      urgency: daysBetween(today, next.date ?? today),
      title: `${plural(coming.length, 'séance')} dans les sept jours`,
      text: `La prochaine\u00A0: « ${next.title ?? next.programme ?? 'séance'} », le ${frenchDay(next.date ?? today)}.`,
      tone: 'normal',
      button: 'Voir la séance',
      action: { do: 'goTo', tab: titleIn(state, sessionTable.tab), cell: `A${(rowOf.get(next.id) ?? 0) + 1}` },
    },
  ];
}
