/** What the sessions ask of her: those that come, dates to confirm, attendance to note. */
import { plural } from '../adoption/labels.ts';
import { daysBetween, frenchDay, isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { french, quoted } from '../french.ts';
import { sessionDesk, sessionTabs, sessionTitle } from '../sessions/read.ts';
import { groupOf } from '../sessions/session-item.ts';
import type { Session } from '../tables/session.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** The sessions of the coming seven days, the proposed dates, the sessions whose attendance is not noted. */
export const sessionsPart: WeekPart = {
  reads: sessionTabs,
  steps: (state, { today }) => {
    const { sessions } = sessionDesk(state);
    return [...comingStep(sessions, today), ...toCompleteStep(sessions, today), ...proposedStep(sessions, today)];
  },
};

function comingStep(sessions: readonly Session[], today: Day): Step[] {
  const last = plusDays(today, 7);
  const coming = sessions
    .filter(
      (session) =>
        session.date !== null &&
        isDay(session.date) &&
        session.date >= today &&
        session.date <= last &&
        groupOf(session, today) === 'coming',
    )
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const [next] = coming;
  if (next === undefined) return [];
  return [
    {
      id: 'sessions',
      urgency: daysBetween(today, next.date ?? today),
      title: `${plural(coming.length, 'séance')} dans les sept jours`,
      text: french`La prochaine : ${quoted(sessionTitle(next))}, le ${frenchDay(next.date ?? today)}.`,
      tone: 'normal',
      button: 'Voir la séance',
      action: { do: 'view', view: 'sessions', input: { session: next.id } },
    },
  ];
}

function toCompleteStep(sessions: readonly Session[], today: Day): Step[] {
  const open = sessions.filter((session) => groupOf(session, today) === 'to_complete');
  const [first] = open;
  if (first === undefined) return [];
  return [
    {
      id: 'attendance',
      urgency: later.soon,
      title: `${plural(open.length, 'séance')} sans présences`,
      text: french`${quoted(sessionTitle(first))}${open.length === 1 ? '' : ' et d’autres'} : notez qui est venu, les bilans en dépendent.`,
      tone: 'normal',
      button: 'Noter les présences',
      action: { do: 'view', view: 'sessions', input: open.length === 1 ? { session: first.id } : { shown: 'ahead' } },
    },
  ];
}

function proposedStep(sessions: readonly Session[], today: Day): Step[] {
  const proposed = sessions.filter((session) => groupOf(session, today) === 'proposed');
  if (proposed.length === 0) return [];
  return [
    {
      id: 'proposed-dates',
      urgency: later.soon,
      title: `${plural(proposed.length, 'date')} à confirmer`,
      text: 'Le calendrier proposé attend votre avis : confirmez, changez ou écartez chaque date.',
      tone: 'normal',
      button: 'Voir les dates proposées',
      action: { do: 'view', view: 'sessions', input: { shown: 'proposed' } },
    },
  ];
}
