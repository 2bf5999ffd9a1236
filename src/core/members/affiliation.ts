/** What a member was on a day: « Parcours » says it, else the affiliation in « Adhérents » since the member joined. */
import { firstDayOf, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import type { Member } from '../tables/member.ts';

/** How a member belongs to the association; null when nobody noted it. */
export type Affiliation = Member['affiliation'];

/** One stretch of a member's history; dates at the precision in which they are known. */
export interface Stretch {
  readonly affiliation: Affiliation;
  readonly start: string | null;
  /** The last day; null while it lasts. */
  readonly end: string | null;
  readonly reason: string | null;
}

/** True for a period that ends before it begins: a slip, its end is not believed. */
export function isInverted({ start, end }: Pick<Stretch, 'start' | 'end'>): boolean {
  return start !== null && end !== null && lastDayOf(end) < firstDayOf(start);
}

/** The history of a member, oldest first; it is never empty, and ends when the member left. */
export function historyOf(member: Member, periods: readonly AffiliationPeriod[]): readonly Stretch[] {
  if (periods.length === 0)
    return [{ affiliation: member.affiliation, start: member.start, end: member.left_on, reason: null }];
  return [...periods]
    .sort((a, b) => (firstDayOf(a.start) ?? '').localeCompare(firstDayOf(b.start) ?? ''))
    .map(({ affiliation, start, end, reason }, index, all) => ({
      affiliation,
      start,
      end: (isInverted({ start, end }) ? null : end) ?? (index === all.length - 1 ? member.left_on : null),
      reason,
    }));
}

/** The affiliation on that day; null before the member joined, from the day they left, and when it is not known. */
export function affiliationAt(member: Member, periods: readonly AffiliationPeriod[], day: Day): Affiliation {
  if (!isMemberAt(member, day)) return null;
  const history = historyOf(member, periods);
  const current = history.filter(
    ({ start, end }) => (firstDayOf(start) ?? '') <= day && (lastDayOf(end) ?? day) >= day,
  );
  // The latest to begin wins: two that overlap are a mistake, the newer decision holds.
  return (current.at(-1) ?? nearest(history, day))?.affiliation ?? null;
}

/** Before the first stretch and after the last one, a member is what that one says; in between nobody can tell. */
function nearest(history: readonly Stretch[], day: Day): Stretch | undefined {
  const isBefore = ({ end }: Stretch) => end !== null && lastDayOf(end) < day;
  if (history.every(isBefore)) return history.at(-1);
  return history.some(isBefore) ? undefined : history[0];
}

/** True on the days from joining to the day before leaving; a record merged into another is never counted. */
export function isMemberAt({ start, left_on, merged_into }: Member, day: Day): boolean {
  if (merged_into !== null) return false;
  const first = firstDayOf(start);
  return (first === null || first <= day) && !hasLeft({ left_on }, day);
}

/** True from the day of leaving; a month or a year alone counts once it is over. */
export function hasLeft({ left_on }: Pick<Member, 'left_on'>, day: Day): boolean {
  const last = lastDayOf(left_on);
  return last !== null && last <= day;
}

/** The last day of what ends when something else begins that day. */
export function dayBefore(day: Day): Day {
  return plusDays(day, -1);
}
