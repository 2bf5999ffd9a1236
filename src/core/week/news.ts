/** Good news of the week, to read and not to do: a milestone of members, an anniversary of the association. */
import type { Moment, State } from '../command.ts';
import { daysBetween, frenchDay } from '../day.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { anniversaryNear, milestonesOf } from '../headcount/milestones.ts';
import type { Milestone } from '../headcount/milestones.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { membershipsOf } from '../members/membership.ts';
import { readRegister } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';

/** The tabs that the news are read from. */
export const newsReads: readonly string[] = [memberTable.tab, membershipFeeTable.tab, checkTable.tab, settingTable.tab];

const RECENT_DAYS = 30;

/** French sentences; none most weeks. */
export function weekNews(state: State, moment: Moment): readonly string[] {
  const register = readRegister(state);
  const { counted } = membershipsOf(register, { today: moment.today, duplicates: duplicateMembers(state) });
  const { reached } = milestonesOf(counted, moment.today);
  const latest = reached.filter((one) => one.reached !== null).at(-1);
  return [
    ...milestoneNews(latest, moment),
    ...(counted.length === 0 ? [] : anniversaryNews(register.settings, moment)),
  ];
}

function milestoneNews(milestone: Milestone | undefined, { today }: Moment): readonly string[] {
  const made = milestone?.reached ?? null;
  if (milestone === undefined || made === null || daysBetween(made.day, today) > RECENT_DAYS) return [];
  const { organisation, id, start } = made.membership.member;
  const date = start ?? made.day;
  const when = date.length === 10 ? french`le ${frenchDay(date)}` : french`en ${frenchDate(date)}`;
  return [
    french`Vous voilà ${milestone.number} : avec ${quoted(organisation ?? id)}, ${when}, l’association compte pour la première fois ${milestone.number} adhérents. Bravo !`,
  ];
}

function anniversaryNews(settings: readonly Setting[], { today }: Moment): readonly string[] {
  const near = anniversaryNear(settings, today);
  if (near === null) return [];
  const { years, day, inDays } = near;
  if (inDays === 0) return [french`L’association a ${years} ans aujourd’hui. Joyeux anniversaire !`];
  return inDays > 0
    ? [french`L’association aura ${years} ans le ${frenchDay(day)} : de quoi préparer une fête.`]
    : [french`L’association a eu ${years} ans le ${frenchDay(day)}. Joyeux anniversaire !`];
}
