/** Who counts as a member, from which day to which; who does not, and why not. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';

/** A member with the days on which they count. */
export interface Membership {
  readonly member: Member;
  /** The first day; null when nobody noted it, or noted one that a fee contradicts: they count since always. */
  readonly from: Day | null;
  /** The day of leaving, from which they no longer count; null while they are there. */
  readonly until: Day | null;
}

/** Why a record counts on no day at all. */
export type LeftOutReason = 'merged' | 'duplicate' | 'excluded' | 'left' | 'candidate';

/** Every record of « Adhérents », on one side or the other. */
export interface Memberships {
  readonly counted: readonly Membership[];
  readonly leftOut: readonly { readonly member: Member; readonly why: LeftOutReason }[];
}

interface Parts {
  readonly today: Day;
  /** Members who are probable duplicates of others. */
  readonly duplicates: ReadonlySet<string>;
}

/**
 * Who counts and when. A month alone begins on its first day and ends on its last, a year likewise. A record that says
 * that its member is out and not since when counts on no day: nobody could say which years they were in.
 */
export function membershipsOf(
  { members, fees }: Pick<Register, 'members' | 'fees'>,
  { today, duplicates }: Parts,
): Memberships {
  const feesOf = groupBy(fees, ({ member }) => member);
  const counted: Membership[] = [];
  const leftOut: { member: Member; why: LeftOutReason }[] = [];
  for (const member of members) {
    const years = (feesOf.get(member.id) ?? []).flatMap(({ year }) => (year === null ? [] : [year]));
    const why = whyOut(member, years.length > 0, duplicates);
    if (why !== null) {
      leftOut.push({ member, why });
      continue;
    }
    const from = firstDay(member, years, today);
    const last = lastDay(member, today);
    // One who left before having come was there for no day.
    counted.push({ member, from, until: last !== null && from !== null && last < from ? from : last });
  }
  return { counted, leftOut };
}

/** The records that count as members on that day, in the order of « Adhérents »: what every count of members is made from. */
export function membersOn(
  register: Pick<Register, 'members' | 'fees'>,
  { day, duplicates }: { readonly day: Day; readonly duplicates: ReadonlySet<string> },
): readonly Member[] {
  const { counted } = membershipsOf(register, { today: day, duplicates });
  return counted.filter((membership) => countsAt(membership, day)).map(({ member }) => member);
}

/** True on the days from joining to the day before leaving. */
export function countsAt({ from, until }: Pick<Membership, 'from' | 'until'>, day: Day): boolean {
  return (from === null || from <= day) && (until === null || until > day);
}

function whyOut(member: Member, hasFees: boolean, duplicates: ReadonlySet<string>): LeftOutReason | null {
  const { merged_into: into, imposed_status: imposed, left_on: left, start, affiliation } = member;
  if (into !== null) return 'merged';
  if (duplicates.has(member.id)) return 'duplicate';
  if (imposed === 'candidate') return 'candidate';
  if ((imposed === 'excluded' || imposed === 'left') && left === null) return imposed;
  return start === null && affiliation === null && left === null && !hasFees ? 'candidate' : null;
}

/** The day of leaving; whoever is said to be out already is out today at the latest. */
function lastDay({ left_on: left, imposed_status: imposed }: Member, today: Day): Day | null {
  const last = lastDayOf(left);
  return last !== null && last > today && (imposed === 'excluded' || imposed === 'left') ? today : last;
}

/** The first day of a member; none when one that is still to come although a fee of theirs is there already was typed wrongly (2032 for 2023). */
export function firstDay({ start }: Pick<Member, 'start'>, feeYears: readonly number[], today: Day): Day | null {
  const first = firstDayOf(start);
  const isContradicted =
    first !== null &&
    first > today &&
    feeYears.some((year) => String(year) <= today.slice(0, 4) && String(year) < first.slice(0, 4));
  return isContradicted ? null : first;
}
