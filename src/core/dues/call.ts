/** The yearly call: who owes a fee for a year, how much and why; who does not, and why not. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import type { Problem } from '../problem.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import { notMember } from './membership.ts';
import type { NotMember } from './membership.ts';
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
  readonly kind: NotMember['kind'] | 'no_affiliation' | 'unreadable';
  readonly why: string;
  /** The cell that cannot be read, when that is why. */
  readonly problem?: Problem;
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
  /** Members of whom something cannot be read, and what. */
  readonly unread: ReadonlyMap<string, Problem>;
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

/** The cell that cannot be read comes first: what it says might have kept the member out. */
function whyNot(member: Member, parts: CallParts, day: Day): Omit<NotCalled, 'member'> | null {
  const problem = parts.unread.get(member.id);
  const reason = notMember(member, {
    day,
    joinedBy: lastDayOf(String(parts.year)),
    duplicates: parts.duplicates,
    withFee: parts.known,
  });
  if (problem === undefined || (reason !== null && reason.kind !== 'duplicate' && reason.kind !== 'later'))
    return reason;
  return { kind: 'unreadable', why: 'une cellule illisible', problem };
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
