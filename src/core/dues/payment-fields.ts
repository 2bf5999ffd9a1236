/** The fields of a payment as commands take them, and how sentences name a payment. */
import * as z from 'zod';
import { isDay, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import { euros, french, frenchDate, quoted } from '../french.ts';
import { neededDay } from '../stays/inputs.ts';
import { paymentMethods } from '../tables/membership-fee.ts';
import type { Payment } from '../tables/payment.ts';
import type { Charge, Share } from './charges.ts';

const methods = Object.keys(paymentMethods) as [keyof typeof paymentMethods, ...(keyof typeof paymentMethods)[]];

/** What is known of a payment besides who paid; sums in cents. */
export const paymentFields = {
  amount: z.number().int().min(1).max(100_000_000),
  /** Whether it can be true is said by `wrongPaymentDay`. */
  date: neededDay,
  method: z.enum(methods),
  /** Number of the cheque, reference of the transfer; as it will be read back, or the same payment would be another one. */
  reference: z.string().trim().max(80).nullable().optional(),
  /** Bank of the cheque. */
  bank: z.string().trim().max(80).nullable().optional(),
  deposited_on: neededDay.nullable().optional(),
  notes: z.string().trim().max(1000).nullable().optional(),
};

/** What is paid, in its order; the oldest due first when absent. */
export const chosenCharges = z.array(z.string().max(20)).max(20).optional();

/** What becomes of money beyond what is owed: refused, or kept for later. */
export const excess = z.enum(['refuse', 'keep']).default('refuse');

/** No fee is called before that year, and no payment was made for one. */
export const FIRST_PAYMENT_DAY: Day = '2000-01-01';
/** A cheque may be kept for some months before it is taken to the bank. */
const LONGEST_WAIT = 366;

/** Why a day of a payment cannot be true, in French; null when both can. */
export function wrongPaymentDay(
  {
    date,
    deposited_on: deposited,
  }: { readonly date?: string | undefined; readonly deposited_on?: string | null | undefined },
  today: Day,
): string | null {
  const wrong = (name: string, day: string | null | undefined): string | null => {
    if (day === undefined || day === null) return null;
    if (!isDay(day)) return french`${name} : ${quoted(day)} n’est pas une date. Tapez-la sous la forme 12/05/2023.`;
    return day < FIRST_PAYMENT_DAY
      ? french`${name} : ${frenchDate(day)} est une date trop ancienne, vérifiez l’année.`
      : null;
  };
  const first = wrong('Date du paiement', date) ?? wrong('Remise en banque', deposited);
  if (first !== null) return first;
  if (date !== undefined && date > today)
    return french`Date du paiement : ${frenchDate(date)} est dans l’avenir, vérifiez-la.`;
  if (deposited === undefined || deposited === null || deposited <= plusDays(today, LONGEST_WAIT)) return null;
  return french`Remise en banque : ${frenchDate(deposited)} est dans plus d’un an, vérifiez l’année.`;
}

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

/** A payment of which nothing optional is known. */
export const blankPayment = {
  reference: null,
  bank: null,
  deposited_on: null,
  statement_line: null,
  statement_key: null,
  notes: null,
} as const;

/** The fields that were given; those left out stay as they are. */
export function givenFields(typed: Readonly<Record<string, string | number | null | undefined>>): Partial<Payment> {
  // The schemas give each field the type that its column has.
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

/** Why the chosen charges cannot be settled, in French; null when all of them are there. */
export function unknownCharge(chosen: readonly string[] | undefined, charges: readonly Charge[]): string | null {
  const known = new Set(charges.map(({ id }) => id));
  const unknown = chosen?.find((id) => !known.has(id));
  return unknown === undefined ? null : french`${unknown} n’est ni une cotisation ni une redevance.`;
}

/** The charges of those numbers, each once, in the order in which they were named. */
export function chargesNamed(ids: readonly string[], charges: readonly Charge[]): Charge[] {
  const byId = new Map(charges.map((charge) => [charge.id, charge]));
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
}
