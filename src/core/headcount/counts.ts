/** How many members there were, of which affiliation, at the end of each year and on a day; who came and who left. */
import type { Moment, State } from '../command.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { affiliationAt } from '../members/affiliation.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { countsAt, membershipsOf } from '../members/membership.ts';
import type { LeftOutReason, Membership } from '../members/membership.ts';
import type { Problem } from '../problem.ts';
import { readRegister } from '../register.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { checkTable } from '../tables/check.ts';
import { affiliations, memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';

/** The tabs that members are counted from. */
export const headcountReads: readonly string[] = [
  memberTable.tab,
  affiliationPeriodTable.tab,
  membershipFeeTable.tab,
  checkTable.tab,
  settingTable.tab,
];

/** What a member is counted as; « unknown » when nobody noted it. */
export type CountedAs = keyof typeof affiliations | 'unknown';

/** The kinds, in the order in which they are listed. */
export const countedAs: readonly CountedAs[] = [...(Object.keys(affiliations) as CountedAs[]), 'unknown'];

/** A member over the years. */
export interface HeadcountRow extends Membership {
  readonly name: string;
  /** What they were on each of the days; null where they were no member. */
  readonly at: readonly (CountedAs | null)[];
}

/** How many of each kind. */
export type Counts = Readonly<Record<CountedAs, number>>;

/** The members on each of those days, and who is not counted. */
export interface Headcount {
  readonly day: Day;
  /** The last days of the years before, and the day; oldest first. */
  readonly days: readonly Day[];
  /** Whoever was a member on one of the days, or came or left between the first and the last; by name. */
  readonly rows: readonly HeadcountRow[];
  readonly counts: readonly Counts[];
  /** Members who came and who left after the day before and until that one; 0 for the first day. */
  readonly joined: readonly number[];
  readonly left: readonly number[];
  /** How many count on the day although nobody noted since when. */
  readonly undated: number;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
  /** All memberships, for milestones. */
  readonly memberships: readonly Membership[];
  readonly settings: readonly Setting[];
  readonly problems: readonly Problem[];
}

const YEARS = 10;

/** The headcount on that day, with the ends of at most ten years before it. */
export function headcountOf(state: State, { today }: Moment, day: Day = today): Headcount {
  const register = readRegister(state);
  const { counted, leftOut } = membershipsOf(register, { today, duplicates: duplicateMembers(state) });
  const days = daysUntil(day, counted);
  const periods = groupBy(register.periods, ({ member }) => member);
  const [first = day] = days;
  const rows = counted
    .map((one): HeadcountRow => {
      const { member, from } = one;
      // The first day in force is the one that counts here, whatever was typed in its place.
      const dated = { ...member, start: from === null ? null : member.start };
      const own = periods.get(member.id) ?? [];
      return {
        ...one,
        name: member.organisation ?? member.id,
        at: days.map((at) => (countsAt(one, at) ? (affiliationAt(dated, own, at) ?? 'unknown') : null)),
      };
    })
    .filter(({ at, from }) => at.some((kind) => kind !== null) || isWithin(from, first, day))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr') || a.member.id.localeCompare(b.member.id));
  const moved = (dateOf: (one: Membership) => Day | null): readonly number[] =>
    days.map((to, index) => {
      const after = days[index - 1];
      return after === undefined ? 0 : counted.filter((one) => isWithin(dateOf(one), after, to)).length;
    });
  return {
    day,
    days,
    rows,
    counts: days.map((_, index) => countsOf(rows.map(({ at }) => at[index] ?? null))),
    joined: moved(({ from }) => from),
    left: moved(({ until }) => until),
    undated: counted.filter((one) => one.from === null && countsAt(one, day)).length,
    leftOut: reasonsOf(leftOut.map(({ why }) => why)),
    memberships: counted,
    settings: register.settings,
    problems: register.problems,
  };
}

/** All of a column. */
export function totalOf(counts: Counts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function isWithin(date: Day | null, after: Day, to: Day): boolean {
  return date !== null && date > after && date <= to;
}

function daysUntil(day: Day, memberships: readonly Membership[]): readonly Day[] {
  const year = Number(day.slice(0, 4));
  const starts = memberships.flatMap(({ from }) => (from !== null && from <= day ? [Number(from.slice(0, 4))] : []));
  const first = Math.max(year - YEARS + 1, Math.min(year, ...starts));
  const ends = Array.from(
    { length: year - first + 1 },
    (_, index) => `${String(first - 1 + index).padStart(4, '0')}-12-31`,
  );
  return [...ends, day];
}

function countsOf(kinds: readonly (CountedAs | null)[]): Counts {
  const counts = { hosted: 0, coworking: 0, shop_based: 0, non_resident: 0, unknown: 0 };
  for (const kind of kinds) if (kind !== null) counts[kind] += 1;
  return counts;
}

function reasonsOf(reasons: readonly LeftOutReason[]): Headcount['leftOut'] {
  const counts = { merged: 0, duplicate: 0, excluded: 0, left: 0, candidate: 0 };
  for (const reason of reasons) counts[reason] += 1;
  return counts;
}
