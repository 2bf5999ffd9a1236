/** How long an organisation may stay: all its successive offices and desks together (domain: A3-5, D1). */
import { daysBetween, firstDayOf, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { compareDays, FOREVER, lastOfStay, shiftMonths } from './dates.ts';
import { presence } from './presence.ts';
import type { StayRules } from './rules.ts';

/** The longest stay permitted to one occupancy, earlier ones of the same organisation counted. */
export interface StayLimit {
  /** The entry from which it is counted, as written. */
  readonly first: string;
  /** Days of absence since then; the count stops during them. */
  readonly gapDays: number;
  /** The last day allowed, with the precision of the first entry. */
  readonly last: string;
  /** The same if the first entry is understood as late as its precision allows. */
  readonly latest: Day;
}

/** Shops have no limit, nor have the premises that the association rents (domain: D1). */
export function isLimited(kind: Space['kind']): boolean {
  return kind === 'office' || kind === 'studio' || kind === 'desk';
}

/** What the count of stays asks of each occupancy. */
export interface Counted {
  readonly kindOf: (stay: Occupancy) => Space['kind'];
  /** Who occupies; null when nobody can tell. */
  readonly keyOf: (stay: Occupancy) => string | null;
  readonly rules: StayRules;
}

/** The limit of each occupancy that has one, by id: those of shops and those without an entry have none. */
export function stayLimits(
  occupancies: readonly Occupancy[],
  { kindOf, keyOf, rules }: Counted,
): ReadonlyMap<string, StayLimit> {
  const limits = new Map<string, StayLimit>();
  const counted = occupancies.filter((stay) => stay.start !== null && isLimited(kindOf(stay)));
  for (const stays of groupBy(counted, keyOf).values()) chain(stays, rules, limits);
  return limits;
}

interface Chain {
  readonly first: string;
  readonly gapDays: number;
  readonly coveredTo: Day;
}

function chain(stays: readonly Occupancy[], rules: StayRules, limits: Map<string, StayLimit>): void {
  const sorted = [...stays].sort((a, b) => compareDays(presence(a).from, presence(b).from));
  let current: Chain | null = null;
  for (const stay of sorted) {
    current = joined(current, stay, rules);
    limits.set(stay.id, limitOf(current, rules));
  }
}

function joined(before: Chain | null, stay: Occupancy, { gapMonths }: StayRules): Chain {
  const { from, to } = presence(stay);
  const isAfresh = before === null || from > plusDays(shiftMonths(before.coveredTo, gapMonths), 1);
  if (isAfresh) return { first: stay.start ?? '', gapDays: 0, coveredTo: to };
  const gap = before.coveredTo >= from ? 0 : daysBetween(before.coveredTo, from) - 1;
  return {
    first: before.first,
    gapDays: before.gapDays + gap,
    coveredTo: to > before.coveredTo ? to : before.coveredTo,
  };
}

function limitOf({ first, gapDays }: Chain, { maxMonths }: StayRules): StayLimit {
  const after = (day: Day) => plusDays(lastOfStay(day, maxMonths), gapDays);
  return { first, gapDays, last: after(firstDayOf(first)).slice(0, first.length), latest: after(lastDayOf(first)) };
}

/** How many whole months of stay are used on a day, absences taken out. */
export function monthsUsed({ first, gapDays }: StayLimit, stay: Occupancy, today: Day): number {
  const { to } = presence(stay);
  const until = plusDays(to === FOREVER || to > today ? today : to, 1 - gapDays);
  const from = firstDayOf(first);
  const months =
    (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(until.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, lastOfStay(from, months) >= until ? months - 1 : months);
}
