/** What each fee asks, what was paid of it, what remains and how late it is: the one place where this is worked out. */
import { daysBetween, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import type { MembershipFee } from '../tables/membership-fee.ts';
import type { Member } from '../tables/member.ts';
import type { Allocation } from '../tables/payment.ts';
import { askedFee, duesRules } from './rules.ts';
import type { Affiliation, DuesRules } from './rules.ts';

/** Where a fee stands; "unknown" when nobody noted whether it was paid. */
export type FeeState = 'paid' | 'partial' | 'unpaid' | 'waived' | 'unknown';

/** A fee with its account, in cents. */
export interface FeeBalance {
  readonly fee: MembershipFee;
  readonly state: FeeState;
  /** What is asked: the called amount, else what the grid says; null when nothing tells it. */
  readonly due: number | null;
  /** What came in; a fee noted as paid without an amount counts as paid in full. */
  readonly paid: number;
  /** What is still owed; 0 when paid, waived, unknown, or when nothing tells what is asked. */
  readonly remaining: number;
  /** What came in beyond what is asked; all of it for a fee that is waived. */
  readonly over: number;
  readonly dueOn: Day | null;
  /** Days since the due date, for a fee that is still owed; 0 otherwise. */
  readonly daysLate: number;
  /** True once the days of grace are over. */
  readonly late: boolean;
}

/** The parts of the register from which dues are worked out. */
export type DuesRegister = Pick<Register, 'members' | 'fees' | 'allocations' | 'settings'>;

/** The account of every fee, in the order of « Cotisations ». */
export function feeBalances(register: DuesRegister, today: Day): readonly FeeBalance[] {
  const rules = duesRules(register.settings);
  const members = new Map(register.members.map((member) => [member.id, member]));
  const allocations = groupBy(register.allocations, ({ settles }) => settles);
  return register.fees.map((fee) =>
    feeBalance(fee, {
      rules,
      today,
      member: members.get(fee.member ?? '') ?? null,
      allocations: allocations.get(fee.id) ?? [],
    }),
  );
}

interface Context {
  readonly rules: DuesRules;
  readonly today: Day;
  readonly member: Member | null;
  readonly allocations: readonly Allocation[];
}

/** The account of one fee: payments count where there are some, else what « Cotisations » itself says. */
function feeBalance(fee: MembershipFee, { rules, today, member, allocations }: Context): FeeBalance {
  const due = dueOf(fee, rules, member);
  const paid = paidOf(fee, due, allocations);
  const dueOn = dueDayOf(fee, rules, member);
  const state = stateOf(fee, { due, paid, isSettled: allocations.length > 0 });
  const owes = state === 'unpaid' || state === 'partial';
  const remaining = owes ? Math.max(0, (due ?? 0) - paid) : 0;
  const isPast = owes && dueOn !== null && dueOn < today;
  return {
    fee,
    state,
    due,
    paid,
    remaining,
    over: state === 'waived' ? paid : state === 'paid' && due !== null ? Math.max(0, paid - due) : 0,
    dueOn,
    daysLate: isPast ? daysBetween(dueOn, today) : 0,
    late: isPast && plusDays(dueOn, rules.graceDays) < today,
  };
}

function dueOf(fee: MembershipFee, rules: DuesRules, member: Member | null): number | null {
  if (fee.amount_due !== null) return Math.max(0, fee.amount_due);
  const affiliation: Affiliation | null = fee.affiliation ?? member?.affiliation ?? null;
  if (fee.year === null || affiliation === null) return null;
  return askedFee(rules, { year: fee.year, affiliation, start: member?.start ?? null }).cents;
}

function paidOf(fee: MembershipFee, due: number | null, allocations: readonly Allocation[]): number {
  if (allocations.length > 0) return allocations.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (fee.paid === false) return 0;
  if (fee.amount !== null) return Math.max(0, fee.amount);
  return fee.paid === true ? (due ?? 0) : 0;
}

function stateOf(
  fee: MembershipFee,
  { due, paid, isSettled }: { due: number | null; paid: number; isSettled: boolean },
): FeeState {
  if (fee.waived === true) return 'waived';
  if (!isSettled && fee.paid === null && fee.amount === null) return 'unknown';
  if (due === null) return paid > 0 || fee.paid === true ? 'paid' : 'unpaid';
  if (paid >= due) return 'paid';
  return paid > 0 ? 'partial' : 'unpaid';
}

function dueDayOf(fee: MembershipFee, rules: DuesRules, member: Member | null): Day | null {
  if (fee.due_on !== null) return lastDayOf(fee.due_on);
  return fee.year === null ? null : rules.dueOn(fee.year, member?.start ?? null);
}
