/** The yearly call: who owes a fee for a year, how much and why; who does not, and why not. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, fromDate, onDate } from '../french.ts';
import { groupBy } from '../group.ts';
import type { Problem } from '../problem.ts';
import type { Register } from '../register.ts';
import type { Member } from '../tables/member.ts';
import type { AffiliationPeriod } from '../tables/affiliation-period.ts';
import { membershipsOf } from '../members/membership.ts';
import type { Membership, Memberships } from '../members/membership.ts';
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
  readonly kind: 'left' | 'excluded' | 'merged' | 'duplicate' | 'candidate' | 'later' | 'no_affiliation' | 'unreadable';
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
  /** Members of whom something cannot be read, and what. */
  readonly unread: ReadonlyMap<string, Problem>;
}

/** Whom the call of that year concerns, in the order of « Adhérents »: who counts as a member, by the one rule for all counts. */
export function callOf(register: Pick<Register, 'members' | 'fees' | 'periods' | 'settings'>, parts: CallParts): Call {
  const rules = duesRules(register.settings);
  const periods = groupBy(register.periods, ({ member }) => member);
  const day = clamped(parts.today, parts.year);
  const reasonFor = reasonFinder(membershipsOf(register, parts), day);
  const called: CalledFee[] = [];
  const skipped: NotCalled[] = [];
  for (const member of register.members) {
    const reason = whyNot(member, parts, reasonFor(member));
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

type Why = Omit<NotCalled, 'member'>;

/** An unreadable cell counts unless the member is out anyway: what it says might have kept them out. */
function whyNot({ id }: Member, { unread }: CallParts, reason: Why | null): Why | null {
  const problem = unread.get(id);
  const isOut = reason !== null && !['duplicate', 'later', 'no_affiliation'].includes(reason.kind);
  return problem === undefined || isOut ? reason : { kind: 'unreadable', why: 'une cellule illisible', problem };
}

/** Why a member is not called, as far as who counts and when can tell. */
function reasonFinder({ counted, leftOut }: Memberships, day: Day): (member: Member) => Why | null {
  const spans = new Map(counted.map((one) => [one.member.id, one]));
  const out = new Map(leftOut.map(({ member, why }) => [member.id, why]));
  return (member) => {
    switch (out.get(member.id)) {
      case 'merged':
        return { kind: 'merged', why: french`fiche fusionnée dans ${member.merged_into ?? ''}` };
      case 'duplicate':
        return { kind: 'duplicate', why: 'doublon probable, à régler dans « À vérifier »' };
      case 'excluded':
        return { kind: 'excluded', why: 'exclu' };
      case 'left':
        return { kind: 'left', why: 'parti' };
      case 'candidate':
        return member.imposed_status === 'candidate'
          ? { kind: 'candidate', why: 'candidat, pas encore adhérent' }
          : { kind: 'no_affiliation', why: 'son statut n’est pas connu' };
      case undefined:
        return outsideSpan(member, spans.get(member.id), day);
    }
  };
}

/** Whoever joins later in the year owes its fee; whoever has left by that day does not. */
function outsideSpan(member: Member, span: Membership | undefined, day: Day): Why | null {
  const { from = null, until = null } = span ?? {};
  if (until !== null && until <= day)
    return member.imposed_status === 'excluded'
      ? { kind: 'excluded', why: 'exclu' }
      : { kind: 'left', why: french`parti ${onDate(member.left_on ?? until)}` };
  if (from === null || from <= lastDayOf(day.slice(0, 4))) return null;
  return { kind: 'later', why: french`adhérent seulement à partir ${fromDate(member.start ?? from)}` };
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
