/** The yearly call: who owes a fee for a year, how much and why; who does not, and why not. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import { askedFee, duesRules } from './rules.ts';
import type { Affiliation } from './rules.ts';

/** A member who owes the year's fee. */
export interface CalledFee {
  readonly member: Member;
  readonly affiliation: Affiliation;
  readonly cents: number;
  readonly computation: string;
  readonly dueOn: Day;
}

/** A member who is not called, with the reason in French: « parti le 15/04/2023 ». */
export interface NotCalled {
  readonly member: Member;
  readonly kind: 'left' | 'excluded' | 'merged' | 'duplicate' | 'candidate' | 'later' | 'no_affiliation';
  readonly why: string;
}

/** The two lists of a call. */
export interface Call {
  readonly called: readonly CalledFee[];
  readonly skipped: readonly NotCalled[];
}

interface CallParts {
  readonly year: number;
  readonly today: Day;
  /** Members who are probable duplicates of others, and what they repeat. */
  readonly duplicates: ReadonlySet<string>;
  /** Members who have a fee of that year already. */
  readonly known: ReadonlySet<string>;
}

/** Whom the call of that year concerns, in the order of « Adhérents ». */
export function callOf(register: Pick<Register, 'members' | 'periods' | 'settings'>, parts: CallParts): Call {
  const rules = duesRules(register.settings);
  const periods = groupBy(register.periods, ({ member }) => member);
  const day = clamped(parts.today, parts.year);
  const called: CalledFee[] = [];
  const skipped: NotCalled[] = [];
  for (const member of register.members) {
    const reason = whyNot(member, parts, day);
    const affiliation = affiliationOn(member, periods.get(member.id) ?? [], day);
    if (reason !== null) skipped.push({ member, ...reason });
    else if (affiliation === null)
      skipped.push({ member, kind: 'no_affiliation', why: 'son statut n’est pas connu : complétez sa fiche' });
    else
      called.push({
        member,
        affiliation,
        ...askedFee(rules, { year: parts.year, affiliation, start: member.start }),
        dueOn: rules.dueOn(parts.year, member.start),
      });
  }
  return { called, skipped };
}

/** Why nothing may ever be asked of that member on that day; null when they are a member like the others. */
export function outOfDues(member: Member, day: Day): Pick<NotCalled, 'kind' | 'why'> | null {
  if (member.merged_into !== null) return { kind: 'merged', why: french`fiche fusionnée dans ${member.merged_into}` };
  if (member.imposed_status === 'excluded') return { kind: 'excluded', why: 'exclu' };
  const leftOn = member.left_on === null ? null : firstDayOf(member.left_on);
  if (leftOn !== null && leftOn <= day)
    return { kind: 'left', why: french`parti le ${frenchDate(member.left_on ?? '')}` };
  if (member.imposed_status === 'left') return { kind: 'left', why: 'parti' };
  return null;
}

function whyNot(
  member: Member,
  { year, duplicates, known }: CallParts,
  day: Day,
): Pick<NotCalled, 'kind' | 'why'> | null {
  const out = outOfDues(member, day);
  if (out !== null) return out;
  if (member.imposed_status === 'candidate') return { kind: 'candidate', why: 'candidat, pas encore adhérent' };
  if (duplicates.has(member.id)) return { kind: 'duplicate', why: 'doublon probable, à régler dans « À vérifier »' };
  const starts = member.start === null ? null : firstDayOf(member.start);
  // A year typed wrongly (2032) does not take a member out of a year that already has their fee.
  if (starts !== null && starts > lastDayOf(String(year)) && !known.has(member.id))
    return { kind: 'later', why: french`adhérent seulement à partir du ${frenchDate(member.start ?? '')}` };
  return null;
}

/** What the member was on that day: their dated periods, else what « Adhérents » says. */
function affiliationOn(member: Member, periods: readonly AffiliationPeriod[], day: Day): Affiliation | null {
  const period = periods.find(
    ({ start, end }) => (start === null || firstDayOf(start) <= day) && (end === null || lastDayOf(end) >= day),
  );
  return period?.affiliation ?? member.affiliation;
}

/** The day of the call within the year that it is about. */
function clamped(today: Day, year: number): Day {
  const first = `${String(year)}-01-01`;
  const last = `${String(year)}-12-31`;
  return today < first ? first : today > last ? last : today;
}
