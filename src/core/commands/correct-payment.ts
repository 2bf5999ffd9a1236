/** Correct a payment, or take it away; what it settled is worked out again. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State, Wish } from '../command.ts';
import type { Day } from '../day.ts';
import { chargesOf, spread, withoutPayment } from '../dues/charges.ts';
import { moneyChanges, moneyProblems, moneyReads, moneyTabs } from '../dues/ledger.ts';
import {
  chargesNamed,
  chosenCharges,
  excess,
  givenFields,
  paymentFields,
  paymentName,
  shareSentences,
  unknownCharge,
  wrongPaymentDay,
} from '../dues/payment-fields.ts';
import { receiptsOf } from '../dues/receipts.ts';
import { unreadAmong, unreadDues } from '../dues/unread.ts';
import { euros, french } from '../french.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { idText } from '../stays/inputs.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { Payment } from '../tables/payment.ts';
import { receiptTable } from '../tables/receipt.ts';

const input = z.object({
  id: idText('PAI'),
  ...z.object(paymentFields).partial().shape,
  charges: chosenCharges,
  excess,
  /** True to take the payment away. */
  remove: z.boolean().default(false),
});

/** « Corriger un paiement »: a payment with a receipt is only corrected once that receipt is cancelled. */
export const correctPayment = defineCommand({
  name: 'correct-payment',
  label: 'Corriger un paiement',
  purpose: 'Change un paiement enregistré ou le retire ; les cotisations concernées suivent.',
  input,
  reads: () => [...moneyReads, receiptTable.tab],
  changes: () => moneyChanges,
  decide: (state, { id, charges, excess: beyond, remove, ...typed }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems);
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : rien n’est corrigé tant qu’il n’est pas réparé.', { problems });
    const payment = register.payments.find((one) => one.id === id);
    if (payment === undefined) {
      const gone = french`Le paiement ${id} n’est plus dans « Paiements ».`;
      return remove ? wish({ summary: [gone] }) : refuse(gone);
    }
    const isMoney = remove || typed.amount !== undefined || charges !== undefined;
    const receipt = isMoney
      ? receiptsOf(state).find((one) => one.cancelled_on === null && one.payments.includes(id))
      : undefined;
    if (receipt !== undefined)
      return refuse(
        french`Ce paiement figure sur le reçu ${receipt.number ?? receipt.id}, déjà émis : annulez d’abord ce reçu.`,
      );
    const wrong = wrongPaymentDay(typed, today);
    if (wrong !== null) return refuse(wrong);
    const settled = register.allocations.filter((share) => share.payment === id).map(({ settles }) => settles);
    const unread = unreadAmong(unreadDues(state, register), [...settled, ...(charges ?? [])]);
    if (unread !== null) return refuse(french`Rien n’est corrigé. ${unread.message}`, { problems: [unread] });
    const name = french`${id} (${paymentName(payment)}, « ${payment.organisation ?? ''} »)`;
    const correction = { state, register, payment, name, today };
    if (remove) return removed(correction);
    return isMoney
      ? settledAnew(correction, { fields: givenFields(typed), charges, keep: beyond === 'keep' })
      : renamed(correction, givenFields(typed));
  },
});

interface Correction {
  readonly state: State;
  readonly register: Register;
  readonly payment: Payment;
  /** How sentences call the payment. */
  readonly name: string;
  readonly today: Day;
}

function removed({ state, register, payment, name, today }: Correction): Wish {
  const { tabs, dress } = moneyTabs(state, register, { remove: [payment.id] }, today);
  return wish({ tabs, dress, summary: [french`${name} est retiré ; ce qu’il réglait est de nouveau à payer.`] });
}

function renamed({ state, register, payment, name, today }: Correction, fields: Partial<Payment>): Wish {
  const { tabs, dress } = moneyTabs(state, register, { set: new Map([[payment.id, fields]]) }, today);
  return wish({ tabs, dress, summary: [french`${name} est corrigé.`, ...followingSentence(tabs)] });
}

/** Its day and its way are also written beside the fees that it settles. */
function followingSentence(tabs: Wish['tabs']): string[] {
  return Object.hasOwn(tabs, membershipFeeTable.tab)
    ? ['« Payée le » et « Moyen de paiement » suivent dans « Cotisations ».']
    : [];
}

interface Anew {
  readonly fields: Partial<Payment>;
  readonly charges: readonly string[] | undefined;
  readonly keep: boolean;
}

/** The payment settles what it did, or what was chosen, with its new amount. */
function settledAnew({ state, register, payment, name, today }: Correction, { fields, charges, keep }: Anew): Wish {
  const mine = register.allocations.filter((share) => share.payment === payment.id);
  const used = mine.reduce((sum, share) => sum + (share.amount ?? 0), 0);
  const all = chargesOf(withoutPayment(register, payment.id), today);
  const unknown = unknownCharge(charges, all);
  if (unknown !== null) return refuse(unknown);
  const targets = chargesNamed(charges ?? mine.map(({ settles }) => settles ?? ''), all);
  const { shares, rest } = spread(fields.amount ?? payment.amount ?? 0, targets);
  // What was kept for later before stays so without being asked again.
  if (rest > (payment.amount ?? 0) - used && !keep && rest > 0)
    return refuse(
      french`${euros(rest)} dépassent ce qui est dû : corrigez le montant, ou choisissez de garder le reste en avance.`,
    );
  const change = { set: new Map([[payment.id, fields]]), settle: new Map([[payment.id, shares]]) };
  const { tabs, dress } = moneyTabs(state, register, change, today);
  return wish({
    tabs,
    dress,
    summary: [
      french`${name} est corrigé : ${paymentName({ ...payment, ...fields })}.`,
      ...shareSentences(shares, all),
      ...(rest > 0 ? [french`${euros(rest)} gardés en avance.`] : []),
    ],
  });
}
