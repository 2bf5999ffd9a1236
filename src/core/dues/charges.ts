/** What can be paid: fees and rent charges, each with what is still open, and payments with what they have left. */
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import type { Payment } from '../tables/payment.ts';
import { feeBalances } from './balance.ts';
import type { DuesRegister, FeeBalance } from './balance.ts';
import { rentCharges } from './rent-charges.ts';

/** Something that a payment can settle, in cents. */
export interface Charge {
  readonly id: string;
  readonly kind: 'fee' | 'rent';
  readonly member: string | null;
  readonly organisation: string;
  /** French: « cotisation 2023 », « redevance de mai 2023 ». */
  readonly label: string;
  /** What it asks; negative for a correction in the member's favour. */
  readonly due: number;
  readonly paid: number;
  /** What a payment may still settle, corrections deducted; negative for what remains to deduct of a correction. */
  readonly open: number;
  readonly dueOn: Day | null;
}

/** The parts of the register that money moves in. */
export type MoneyRegister = DuesRegister & Pick<Register, 'payments' | 'rentCharges'>;

/** Everything that is or was to be paid, the oldest due date first. */
export function chargesOf(register: MoneyRegister, today: Day): readonly Charge[] {
  const paidOf = sumBy(register.allocations, ({ settles }) => settles);
  const fees = feeBalances(register, today).map(feeCharge);
  const rents = rentCharges(register.rentCharges, paidOf);
  return [...fees, ...rents].sort((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'));
}

function feeCharge({ fee, state, due, paid, remaining, dueOn }: FeeBalance): Charge {
  return {
    id: fee.id,
    kind: 'fee',
    member: fee.member,
    organisation: fee.organisation ?? '',
    label: fee.year === null ? 'cotisation' : `cotisation ${fee.year}`,
    due: due ?? 0,
    paid,
    // Nobody noted whether it was paid: a payment that comes in answers.
    open: state === 'unknown' ? (due ?? 0) : remaining,
    dueOn,
  };
}

/** What each payment has not settled yet, by its number; only those that have something left. */
export function creditsOf({
  payments,
  allocations,
}: Pick<Register, 'payments' | 'allocations'>): ReadonlyMap<string, number> {
  const used = sumBy(allocations, ({ payment }) => payment);
  const left = payments.map((payment): [string, number] => [
    payment.id,
    (payment.amount ?? 0) - (used.get(payment.id) ?? 0),
  ]);
  return new Map(left.filter(([, cents]) => cents > 0));
}

/** The payments that have something left, by member. */
export function creditsByMember(
  register: Pick<Register, 'payments' | 'allocations'>,
): ReadonlyMap<string, readonly { payment: Payment; cents: number }[]> {
  const credits = creditsOf(register);
  const left = register.payments.flatMap((payment) => {
    const cents = credits.get(payment.id);
    return cents === undefined ? [] : [{ payment, cents }];
  });
  return groupBy(left, ({ payment }) => payment.member);
}

/** The register as if a payment settled nothing: what it paid is open again, also where « Cotisations » notes it as paid. */
export function withoutPayment<R extends MoneyRegister>(register: R, payment: string): R {
  const allocations = register.allocations.filter((share) => share.payment !== payment);
  const freed = new Set(
    register.allocations.filter((share) => share.payment === payment).map(({ settles }) => settles),
  );
  const kept = new Set(allocations.map(({ settles }) => settles));
  const fees = register.fees.map((fee) =>
    freed.has(fee.id) && !kept.has(fee.id) ? { ...fee, paid: false, amount: null } : fee,
  );
  return { ...register, allocations, fees };
}

/** A part of a payment for one charge. */
export interface Share {
  readonly settles: string;
  readonly amount: number;
}

/** The amount given to charges in their order, each up to what it has open, and what is left over. */
export function spread(
  amount: number,
  charges: readonly Pick<Charge, 'id' | 'open'>[],
): { readonly shares: readonly Share[]; readonly rest: number } {
  let rest = amount;
  const shares: Share[] = [];
  for (const { id, open } of charges) {
    const share = Math.min(rest, open);
    if (share <= 0) continue;
    shares.push({ settles: id, amount: share });
    rest -= share;
  }
  return { shares, rest };
}

function sumBy<R extends { readonly amount: number | null }>(
  records: readonly R[],
  keyOf: (record: R) => string | null,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const record of records) {
    const key = keyOf(record);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + (record.amount ?? 0));
  }
  return sums;
}
