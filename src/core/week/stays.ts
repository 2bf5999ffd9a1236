/** What spaces and stays ask of her: exits, insurances, deposits, the charter, and the check of the register. */
import { plural } from '../adoption/labels.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { daysBetween } from '../day.ts';
import type { Day } from '../day.ts';
import { enumeration, french, frenchDate, quoted } from '../french.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { membersOn } from '../members/membership.ts';
import { placesOf } from '../records.ts';
import { readRegister } from '../register.ts';
import { stayTabs } from '../stays/desk.ts';
import { isUninsured, mustReturnDeposit } from '../stays/papers.ts';
import { occupantLabel, readStays, spaceLabel } from '../stays/read.ts';
import type { StayAlert, Stays } from '../stays/read.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { columnLetters } from '../workbook.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

/** Spaces and stays, once there are some. */
export const staysPart: WeekPart = {
  reads: [...stayTabs, membershipFeeTable.tab, checkTable.tab],
  steps: (state, { today }) => {
    const register = readRegister(state);
    if (register.members.length === 0 && register.spaces.length === 0) return [];
    const stays = readStays(register);
    const alerts = stays.alerts(today);
    return [
      ...lateStep(alerts, today),
      ...endingStep(alerts, today),
      ...insuranceStep(stays, today),
      ...depositStep(stays, today),
      ...charterStep(state, membersOn(register, { day: today, duplicates: duplicateMembers(state) })),
      checkStep,
    ];
  },
};

const MOST_NAMES = 3;

function names(stays: readonly Occupancy[]): string {
  const shown = stays.slice(0, MOST_NAMES).map((stay) => quoted(occupantLabel(stay)));
  const others = stays.length - shown.length;
  return enumeration(others === 0 ? shown : [...shown, plural(others, 'autre')]);
}

/** One stay opens its space, several the list of those that end. */
function placesButton(
  stays: readonly Occupancy[],
  { spaceOf }: Pick<Stays, 'spaceOf'>,
): Pick<Step, 'button' | 'action'> {
  const spaces = new Set(stays.map((stay) => spaceOf(stay)?.id ?? null));
  const [only] = spaces;
  return spaces.size === 1 && typeof only === 'string'
    ? { button: 'Voir l’espace', action: { do: 'view', view: 'spaces', input: { space: only } } }
    : { button: 'Voir les espaces', action: { do: 'view', view: 'spaces', input: { shown: 'ending' } } };
}

const isLate = ({ stage }: StayAlert) => stage === 'past' || stage === 'overdue';

function lateStep(alerts: readonly StayAlert[], today: Day): Step[] {
  const late = alerts.filter(isLate);
  const [first] = late;
  if (first === undefined) return [];
  const { stay, space, deadline } = first;
  const days = plural(daysBetween(deadline.day, today), 'jour');
  const cause = deadline.cause === 'planned' ? 'la sortie prévue' : 'la durée permise';
  return [
    {
      id: 'stays',
      urgency: daysBetween(today, deadline.day),
      title: late.length === 1 ? 'Un séjour est dépassé' : `${plural(late.length, 'séjour')} sont dépassés`,
      text: french`${quoted(occupantLabel(stay))} (${spaceLabel(space, stay)}) est au-delà de ${cause} depuis ${days} : organisez le départ, ou une décision du CA.`,
      tone: 'urgent',
      ...placesButton(
        late.map((alert) => alert.stay),
        { spaceOf: (one) => late.find((alert) => alert.stay === one)?.space ?? null },
      ),
    },
  ];
}

function endingStep(alerts: readonly StayAlert[], today: Day): Step[] {
  const coming = alerts.filter((alert) => !isLate(alert));
  const near = coming.filter(({ stage }) => stage !== 'months_12');
  const shown = near.length > 0 ? near : coming;
  const [first] = shown;
  if (first === undefined) return [];
  const isNear = near.length > 0;
  const list = names(shown.map(({ stay }) => stay));
  return [
    {
      id: 'stays-ending',
      urgency: isNear ? Math.max(0, daysBetween(today, first.deadline.day)) : later.sometime,
      title: french`${plural(shown.length, 'séjour')} ${shown.length > 1 ? 'finissent' : 'finit'} dans ${isNear ? 'les six mois' : 'l’année'}`,
      text: french`${list}. Le premier : le ${frenchDate(first.deadline.day)}.`,
      tone: 'normal',
      ...placesButton(
        shown.map(({ stay }) => stay),
        { spaceOf: (one) => shown.find(({ stay }) => stay === one)?.space ?? null },
      ),
    },
  ];
}

function insuranceStep(stays: Stays, today: Day): Step[] {
  const expired = stays.occupancies.filter((stay) => isUninsured(stay, today));
  if (expired.length === 0) return [];
  return [
    {
      id: 'insurance',
      urgency: later.mend,
      title: plural(expired.length, 'assurance expirée', 'assurances expirées'),
      text: french`${names(expired)} : demandez la nouvelle attestation et notez sa date.`,
      tone: 'normal',
      ...placesButton(expired, stays),
    },
  ];
}

function depositStep(stays: Stays, today: Day): Step[] {
  const kept = stays.occupancies.filter((stay) => mustReturnDeposit(stay, today));
  if (kept.length === 0) return [];
  return [
    {
      id: 'deposits',
      urgency: later.soon,
      title: plural(kept.length, 'caution à rendre', 'cautions à rendre'),
      text: french`${names(kept)} : le départ est noté, la caution n’est pas encore rendue.`,
      tone: 'normal',
      ...placesButton(kept, stays),
    },
  ];
}

function charterStep(state: State, members: readonly Member[]): Step[] {
  const unsigned = members.filter(({ charter_signed_on: signed }) => signed === null);
  if (unsigned.length === 0) return [];
  const place = placesOf(memberTable, state.workbook[memberTable.tab] ?? []).get('charter_signed_on');
  return [
    {
      id: 'charter',
      urgency: later.sometime,
      title: 'Faire signer la charte',
      text: french`${plural(unsigned.length, 'adhérent')} sans date de signature notée.`,
      tone: 'normal',
      button: 'Voir la colonne',
      action: {
        do: 'goTo',
        tab: titleIn(state, memberTable.tab),
        cell: `${columnLetters(place ?? 0)}1`,
      },
    },
  ];
}

const checkStep: Step = {
  id: 'check-register',
  urgency: later.sometime,
  title: 'Vérifier le registre',
  text: 'Régie relit adhérents, espaces et occupations, et note dans « À vérifier » ce qui ne va pas.',
  tone: 'normal',
  button: 'Vérifier',
  action: { do: 'command', command: 'check-register', input: {} },
};
