/** The fields of a payment as commands take them, and how sentences name a payment. */
import * as z from 'zod';
import { euros, french, frenchDate } from '../french.ts';
import { paymentMethods } from '../tables/membership-fee.ts';
import type { Payment } from '../tables/payment.ts';
import type { Charge, Share } from './charges.ts';

const methods = Object.keys(paymentMethods) as [keyof typeof paymentMethods, ...(keyof typeof paymentMethods)[]];
const day = z.iso.date();

/** What is known of a payment besides who paid; sums in cents. */
export const paymentFields = {
  amount: z.number().int().min(1).max(100_000_000),
  date: day,
  method: z.enum(methods),
  /** Number of the cheque, reference of the transfer. */
  reference: z.string().max(80).nullable().optional(),
  /** Bank of the cheque. */
  bank: z.string().max(80).nullable().optional(),
  deposited_on: day.nullable().optional(),
  notes: z.string().max(1000).nullable().optional(),
};

/** What is paid, in its order; the oldest due first when absent. */
export const chosenCharges = z.array(z.string().max(20)).max(20).optional();

/** What becomes of money beyond what is owed: refused, or kept for later. */
export const excess = z.enum(['refuse', 'keep']).default('refuse');

/** « chèque de 110 € du 12/05/2023 ». */
export function paymentName({ method, amount, date }: Pick<Payment, 'method' | 'amount' | 'date'>): string {
  const name = method === null ? 'paiement' : paymentMethods[method];
  return french`${name} de ${euros(amount ?? 0)}${date === null ? '' : ` du ${frenchDate(date)}`}`;
}

/** « 110 € pour cotisation 2023 (réglée) », one for each share. */
export function shareSentences(shares: readonly Share[], charges: readonly Charge[]): string[] {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  return shares.map(({ settles, amount }) => {
    const charge = byId.get(settles);
    if (charge === undefined) return french`${euros(amount)} pour ${settles}.`;
    const rest = charge.open - amount;
    return french`${euros(amount)} pour la ${charge.label} de « ${charge.organisation} » : ${rest <= 0 ? 'réglée' : `reste ${euros(rest)}`}.`;
  });
}
