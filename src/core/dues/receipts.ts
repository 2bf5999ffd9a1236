/** Receipts of dues: who may have one, for how much, under which number (domain: D2). */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import type { OutboxRow } from '../outbox.ts';
import { readTable } from '../records.ts';
import type { Allocation } from '../tables/payment.ts';
import { receiptTable } from '../tables/receipt.ts';
import type { Receipt } from '../tables/receipt.ts';
import type { FeeBalance } from './balance.ts';

/** The receipts that came with the state. */
export function receiptsOf(state: State): readonly Receipt[] {
  return readTable(receiptTable, state.workbook[receiptTable.tab], state.shown[receiptTable.tab]).records;
}

/** The key of a receipt's mail in « Envois ». */
export function receiptKey(number: string): string {
  return `receipt/${number}`;
}

/** The number of the receipt that a mail of that key brings; null for any other mail. */
export function receiptNumberOf(key: string | null): string | null {
  return /^receipt\/(.+)$/u.exec(key ?? '')?.[1] ?? null;
}

/** The numbers to give, « 2023-001 » and so on: after every one that was given, in « Reçus » or to a mail, in that year. */
export function nextReceiptNumbers(
  today: Day,
  count: number,
  { receipts, mails }: { readonly receipts: readonly Receipt[]; readonly mails: readonly OutboxRow[] },
): string[] {
  const year = today.slice(0, 4);
  const given = [...receipts.map(({ number }) => number), ...mails.map(({ key }) => receiptNumberOf(key))];
  const last = given.reduce((most, number) => {
    const [, own, rank] = /^(\d{4})-(\d{3,6})$/u.exec(number ?? '') ?? [];
    return own === year ? Math.max(most, Number(rank)) : most;
  }, 0);
  return Array.from({ length: count }, (_, index) => `${year}-${String(last + index + 1).padStart(3, '0')}`);
}

/** What a receipt would be for. */
export interface Receivable {
  readonly amount: number;
  readonly payments: readonly string[];
  readonly kind: NonNullable<Receipt['kind']>;
}

/** What was paid of a fee and stands on no receipt in force; null when nothing is left to acknowledge. */
export function receivableOf(
  { state, paid, remaining, due }: FeeBalance,
  shares: readonly Allocation[],
  receipts: readonly Receipt[],
): Receivable | null {
  if (paid <= 0 || state === 'waived' || state === 'unknown') return null;
  const inForce = receipts.filter(({ cancelled_on: gone }) => gone === null);
  const done = new Set(inForce.flatMap(({ payments }) => payments));
  // A receipt without a payment was for money only noted in « Cotisations »: what was recorded of it since is that money.
  let noted = amountOf(inForce.filter(({ payments }) => payments.length === 0));
  const open = shares.flatMap((share) => {
    if (share.payment === null || done.has(share.payment)) return [];
    const known = Math.min(noted, share.amount ?? 0);
    noted -= known;
    const rest = (share.amount ?? 0) - known;
    return rest > 0 ? [{ payment: share.payment, amount: rest }] : [];
  });
  const left = paid - amountOf(inForce);
  const amount = shares.length === 0 ? left : Math.min(left, amountOf(open));
  if (amount <= 0) return null;
  const kind = remaining === 0 && amount >= (due ?? 0) ? 'full' : 'partial';
  return { amount, payments: [...new Set(open.map(({ payment }) => payment))], kind };
}

function amountOf(parts: readonly { readonly amount: number | null }[]): number {
  return parts.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
