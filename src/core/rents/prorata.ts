/** Parts of a monthly fee by days: exact in whole cents, rounded half up (domain: D2, « entry on 12 March: 20/31 »). */
import { euros, frenchNumber } from '../french.ts';

/** What an occupant's part of a month is computed from; the fee in cents, the share in per cent. */
export interface MonthPart {
  readonly fee: number;
  readonly share: number;
  readonly days: number;
  readonly monthDays: number;
}

/** The amount of each part, in cents. */
export function amountOf(part: MonthPart): number {
  return halfUp(exact(part));
}

/**
 * The amounts of parts of the same fee in the same month, in their order: the first is rounded half up by itself, each next
 * one takes the difference between the rounded sums. So they add up to the rounded whole: to the fee, when the month is full.
 */
export function amountsTogether(parts: readonly MonthPart[]): number[] {
  let [sum, rounded] = [0, 0];
  return parts.map((part) => {
    sum += exact(part).over;
    const next = halfUp({ over: sum, under: part.monthDays * SHARE_WHOLE });
    const amount = next - rounded;
    rounded = next;
    return amount;
  });
}

/** A share of 100 % in hundredths of a per cent: whole numbers keep the sums exact. */
const SHARE_WHOLE = 10_000;

interface Fraction {
  readonly over: number;
  readonly under: number;
}

function exact({ fee, share, days, monthDays }: MonthPart): Fraction {
  return { over: fee * Math.round(share * 100) * days, under: monthDays * SHARE_WHOLE };
}

function halfUp({ over, under }: Fraction): number {
  return Math.floor((2 * over + under) / (2 * under));
}

/** « 385 € × 50 % × 20/31 = 124,19 € », with only the factors that matter. */
export function computationOf(part: MonthPart, amount: number): string {
  const { fee, share, days, monthDays } = part;
  const factors = [
    euros(fee),
    ...(share === 100 ? [] : [`${frenchNumber(share)}\u00A0%`]),
    ...(days === monthDays ? [] : [`${String(days)}/${String(monthDays)}`]),
  ];
  const cent = amount === amountOf(part) ? '' : ', au centime près pour que les parts fassent le tout';
  return factors.length === 1 ? `${euros(fee)}, mois entier` : `${factors.join(' × ')} = ${euros(amount)}${cent}`;
}
