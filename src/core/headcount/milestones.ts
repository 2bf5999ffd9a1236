/** Round numbers of members, who made them and when; and the round anniversaries of the association (domain: A2-4, A1-6). */
import { daysBetween, isDay, plusDays, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';
import type { Membership } from '../members/membership.ts';
import { foundedSetting, settingText } from '../settings.ts';
import type { Setting } from '../tables/setting.ts';

/** A number of members, reached for the first time. */
export interface Milestone {
  readonly number: number;
  /** The day, and the member whose coming made it; null when it was reached before the first known date. */
  readonly reached: { readonly day: Day; readonly membership: Membership } | null;
}

/** Milestones, smallest first, and the next one with what is missing to it. */
export interface Milestones {
  readonly reached: readonly Milestone[];
  readonly next: { readonly number: number; readonly missing: number };
}

/** The milestones until that day: members at the same time, in the order in which they came. */
export function milestonesOf(memberships: readonly Membership[], day: Day): Milestones {
  const undated = memberships.filter(({ from }) => from === null).length;
  const arrivals = memberships
    .flatMap((membership) =>
      membership.from !== null && membership.from <= day ? [{ day: membership.from, membership }] : [],
    )
    .sort((a, b) => a.day.localeCompare(b.day) || a.membership.member.id.localeCompare(b.membership.member.id));
  const departures = memberships.flatMap(({ until }) => (until !== null && until <= day ? [until] : [])).sort();
  const reached: Milestone[] = [];
  let present = undated;
  let gone = 0;
  let next = FIRST;
  const pass = (made: Milestone['reached']): void => {
    for (; present >= next; next = after(next)) reached.push({ number: next, reached: made });
  };
  pass(null);
  for (const arrival of arrivals) {
    for (; gone < departures.length && (departures[gone] ?? '') <= arrival.day; gone += 1) present -= 1;
    present += 1;
    pass(arrival);
  }
  const now = present - (departures.length - gone);
  return { reached, next: { number: next, missing: next - now } };
}

const FIRST = 10;

/** 10, 25, 50, 75, 100, then every fifty. */
function after(number: number): number {
  if (number === FIRST) return 25;
  return number < 100 ? number + 25 : number + 50;
}

/** An anniversary of the association. */
export interface Anniversary {
  readonly years: number;
  readonly day: Day;
  /** Days to it; negative once it is past. */
  readonly inDays: number;
}

const AHEAD = 60;
const BEHIND = 30;

/** The anniversary of five years or a multiple that comes within sixty days or was within the last thirty; null otherwise. */
export function anniversaryNear(settings: readonly Setting[], today: Day): Anniversary | null {
  const born = dayOf(settingText(settings, foundedSetting));
  if (born === null) return null;
  const year = Number(today.slice(0, 4));
  for (const one of [year - 1, year, year + 1]) {
    const years = one - Number(born.slice(0, 4));
    const day = plusMonths(born, years * 12);
    if (years > 0 && years % 5 === 0 && day <= plusDays(today, AHEAD) && day >= plusDays(today, -BEHIND))
      return { years, day, inDays: daysBetween(today, day) };
  }
  return null;
}

/** The day on which the association was born, with its age in whole years; null when it is not known, or still to come. */
export function foundedOn(
  settings: readonly Setting[],
  day: Day,
): { readonly day: Day; readonly years: number } | null {
  const born = dayOf(settingText(settings, foundedSetting));
  if (born === null || born > day) return null;
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
  return { day: born, years };
}

/** « 24/12/2002 » or « 2002-12-24 » as a day; null for anything else. */
function dayOf(text: string): Day | null {
  const [, day, month, year] = /^\s*(\d{2})\/(\d{2})\/(\d{4})\s*$/u.exec(text) ?? [];
  const civil = year === undefined ? text.trim() : `${year}-${month ?? ''}-${day ?? ''}`;
  return isDay(civil) ? civil : null;
}
