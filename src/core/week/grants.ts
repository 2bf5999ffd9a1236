/** What grants ask of her: files to send, reports due, payments that are late. */
import type { Moment, State } from '../command.ts';
import { titleIn } from '../command.ts';
import { daysBetween, frenchDay, isDay } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, french } from '../french.ts';
import { workingDayBy } from '../holidays.ts';
import { grantName, grantTabs, readGrants } from '../grants/read.ts';
import type { Grants } from '../grants/read.ts';
import { instalmentTable } from '../tables/grant.ts';
import type { Grant } from '../tables/grant.ts';
import type { Step, WeekPart } from './step.ts';

/** She is told sixty, thirty and seven days before (domain: C8): from sixty on it is in sight, in the last week it is urgent. */
const IN_SIGHT = 60;
const URGENT = 7;
const CLOSED: readonly Grant['state'][] = ['refused', 'settled', 'to_repay'];

/** Deadlines of campaigns, financial reports and late payments. */
export const grantsPart: WeekPart = {
  reads: grantTabs,
  steps: (state, moment) => {
    const all = readGrants(state);
    return [...all.grants.flatMap((grant) => datedSteps(grant, moment)), ...lateSteps(state, all, moment)];
  },
};

function datedSteps(grant: Grant, { today }: Moment): Step[] {
  const { deadline, report_due: due } = grant;
  const files = grant.state === 'envisaged' && deadline !== null && isDay(deadline) ? [deadline] : [];
  const reports =
    due !== null &&
    isDay(due) &&
    grant.reported_on === null &&
    !['envisaged', 'requested', ...CLOSED].includes(grant.state ?? 'requested')
      ? [due]
      : [];
  return [
    ...files
      .filter((day) => day >= today && daysBetween(today, day) <= IN_SIGHT)
      .map((day) =>
        step({
          id: `grant-deadline-${grant.id}`,
          grant,
          day,
          today,
          title: 'Dossier à déposer',
          text: 'la campagne ferme',
        }),
      ),
    ...reports
      .filter((day) => daysBetween(today, day) <= IN_SIGHT)
      .map((day) =>
        step({
          id: `grant-report-${grant.id}`,
          grant,
          day,
          today,
          title: 'Compte rendu financier à envoyer',
          text: 'il est dû',
        }),
      ),
  ];
}

interface Dated {
  readonly id: string;
  readonly grant: Grant;
  readonly day: Day;
  readonly today: Day;
  readonly title: string;
  readonly text: string;
}

function step({ id, grant, day, today, title, text }: Dated): Step {
  const left = daysBetween(today, day);
  const working = workingDayBy(day);
  const when =
    left < 0
      ? french`depuis le ${frenchDay(day)}`
      : left === 0
        ? 'aujourd’hui'
        : french`le ${frenchDay(day)}, dans ${String(left)} ${left === 1 ? 'jour' : 'jours'}`;
  const earlier =
    working === day || working < today ? '' : french` Ce jour-là est fermé : visez le ${frenchDay(working)}.`;
  return {
    id,
    urgency: left,
    title,
    text: french`${grantName(grant)} : ${text} ${when}.` + earlier,
    tone: left <= URGENT ? 'urgent' : 'normal',
    button: 'Voir le financement',
    action: { do: 'view', view: 'grants', input: { id: grant.id } },
  };
}

function lateSteps(state: State, all: Grants, { today }: Moment): Step[] {
  return all.instalments.flatMap((one): Step[] => {
    const { due_on: due, received_on: received } = one;
    const grant = all.grants.find(({ id }) => id === one.grant);
    if (
      grant === undefined ||
      due === null ||
      !isDay(due) ||
      received !== null ||
      due >= today ||
      grant.state === 'refused'
    )
      return [];
    const late = daysBetween(due, today);
    return [
      {
        id: `grant-late-${one.id}`,
        urgency: late > 30 ? 0 : 5,
        title: 'Versement en retard',
        text: french`${grantName(grant)} : ${euros(one.amount ?? 0)} attendus le ${frenchDay(due)}. Relancez le financeur, ou notez la somme reçue.`,
        tone: late > 30 ? 'urgent' : 'normal',
        button: 'Voir l’échéance',
        action: {
          do: 'goTo',
          tab: titleIn(state, instalmentTable.tab),
          cell: `A${(all.readings.instalment.rowOf.get(one.id) ?? 0) + 1}`,
        },
      },
    ];
  });
}
