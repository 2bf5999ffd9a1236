/** Who counts as a member on a day: the one rule for calls, mails, counts and lists (domain: B3, D3). */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';

/** Why a record does not count, in French: « parti le 15/04/2023 ». */
export interface NotMember {
  readonly kind: 'left' | 'excluded' | 'merged' | 'duplicate' | 'candidate' | 'later';
  readonly why: string;
}

/** What the rule looks at besides the record itself. */
export interface MemberSight {
  readonly day: Day;
  /** The last day on which they may have joined, when it is not that day: a call is for the whole year. */
  readonly joinedBy?: Day;
  /** Members who are probable duplicates of others. */
  readonly duplicates: ReadonlySet<string>;
  /** Members who have a fee for the year of that day. */
  readonly withFee: ReadonlySet<string>;
}

/** Why nothing may ever be asked of that member on that day; null when they are a member like the others. */
export function outOfDues(member: Member, day: Day): NotMember | null {
  if (member.merged_into !== null) return { kind: 'merged', why: french`fiche fusionnée dans ${member.merged_into}` };
  if (member.imposed_status === 'excluded') return { kind: 'excluded', why: 'exclu' };
  const leftOn = member.left_on === null ? null : firstDayOf(member.left_on);
  if (leftOn !== null && leftOn <= day) return { kind: 'left', why: french`parti ${onDate(member.left_on ?? '')}` };
  if (member.imposed_status === 'left') return { kind: 'left', why: 'parti' };
  return null;
}

/** Why that record does not count as a member on that day; null when it does. */
export function notMember(member: Member, { day, joinedBy = day, duplicates, withFee }: MemberSight): NotMember | null {
  const out = outOfDues(member, day);
  if (out !== null) return out;
  if (member.imposed_status === 'candidate') return { kind: 'candidate', why: 'candidat, pas encore adhérent' };
  if (duplicates.has(member.id)) return { kind: 'duplicate', why: 'doublon probable, à régler dans « À vérifier »' };
  const starts = firstDayOf(member.start);
  if (starts === null || starts <= joinedBy || isMistyped(member, day, withFee.has(member.id))) return null;
  return { kind: 'later', why: french`adhérent seulement à partir ${fromDate(member.start ?? '')}` };
}

/** True for a year of joining typed wrongly (2032): whoever has a fee for the year of that day is a member in it. */
export function isMistyped({ start }: Pick<Member, 'start'>, day: Day, hasFee: boolean): boolean {
  const starts = firstDayOf(start);
  return hasFee && starts !== null && starts > lastDayOf(day.slice(0, 4));
}

/** The records that count as members on that day, in the order of « Adhérents ». */
export function membersAt(
  { members, fees }: Pick<Register, 'members' | 'fees'>,
  sight: Omit<MemberSight, 'withFee'>,
): readonly Member[] {
  const withFee = membersWithFee(fees, Number(sight.day.slice(0, 4)));
  return members.filter((member) => notMember(member, { ...sight, withFee }) === null);
}

/** The members who have a fee for that year, called or not. */
export function membersWithFee(fees: Register['fees'], year: number): ReadonlySet<string> {
  return new Set(fees.flatMap((fee) => (fee.year === year && fee.member !== null ? [fee.member] : [])));
}

/** « le 15/04/2023 », « en avril 2023 », « en 2023 ». */
function onDate(date: string): string {
  return `${date.length === 10 ? 'le' : 'en'} ${frenchDate(date)}`;
}

/** « du 15/04/2023 », « d’avril 2023 », « de 2023 ». */
function fromDate(date: string): string {
  const words = frenchDate(date);
  return date.length === 10 ? `du ${words}` : /^[ao]/u.test(words) ? `d’${words}` : `de ${words}`;
}
