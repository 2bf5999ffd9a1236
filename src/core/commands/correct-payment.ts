/** Correct a payment, or take it away; what it settled is worked out again. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { chargesOf, spread, withoutPayment } from '../dues/charges.ts';
import { moneyChanges, moneyProblems, moneyReads, moneyTabs } from '../dues/ledger.ts';
import { chosenCharges, excess, paymentFields, paymentName, shareSentences } from '../dues/payment-fields.ts';
import { receiptsOf } from '../dues/receipts.ts';
import { euros, french } from '../french.ts';
import { readRegister } from '../register.ts';
import { idText } from '../stays/inputs.ts';
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
  decide: (state, { id, charges: chosen, excess: beyond, remove, ...typed }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems);
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : rien n’est corrigé tant qu’il n’est pas réparé.', { problems });
    const payment = register.payments.find((one) => one.id === id);
    if (payment === undefined)
      return remove
        ? wish({ summary: [french`Le paiement ${id} n’est plus dans « Paiements ».`] })
        : refuse(french`Le paiement ${id} n’est plus dans « Paiements ».`);
    const receipt = receiptsOf(state).find(
      ({ payments, cancelled_on: cancelled }) => cancelled === null && payments.includes(id),
    );
    const isMoney = remove || typed.amount !== undefined || chosen !== undefined;
    if (receipt !== undefined && isMoney)
      return refuse(
        french`Ce paiement figure sur le reçu ${receipt.number ?? receipt.id}, déjà émis : annulez d’abord ce reçu.`,
      );
    const name = french`${id} (${paymentName(payment)}, « ${payment.organisation ?? ''} »)`;
    if (remove) {
      const { tabs, dress } = moneyTabs(state, register, { remove: [id] }, today);
      return wish({ tabs, dress, summary: [french`${name} est retiré ; ce qu’il réglait est de nouveau à payer.`] });
    }
    if (typed.date !== undefined && typed.date > today)
      return refuse('La date du paiement est dans l’avenir : vérifiez-la.');
    const fields = Object.fromEntries(
      Object.entries(typed).filter(([, value]) => value !== undefined),
    ) as Partial<Payment>;
    const set = new Map([[id, fields]]);
    if (!isMoney) {
      const { tabs, dress } = moneyTabs(state, register, { set }, today);
      return wish({ tabs, dress, summary: [french`${name} est corrigé.`] });
    }
    const amount = typed.amount ?? payment.amount ?? 0;
    const mine = register.allocations.filter((share) => share.payment === id);
    const all = chargesOf(withoutPayment(register, id), today);
    const targets = chosen ?? mine.map(({ settles }) => settles ?? '');
    const unknown = chosen?.find((one) => !all.some((charge) => charge.id === one));
    if (unknown !== undefined) return refuse(french`${unknown} n’est ni une cotisation ni une redevance.`);
    const asked = [...new Set(targets)].flatMap((one) => all.filter((charge) => charge.id === one));
    const { shares, rest } = spread(amount, asked);
    if (
      rest > 0 &&
      beyond === 'refuse' &&
      rest > (payment.amount ?? 0) - mine.reduce((sum, share) => sum + (share.amount ?? 0), 0)
    )
      return refuse(
        french`${euros(rest)} dépassent ce qui est dû : corrigez le montant, ou choisissez de garder le reste en avance.`,
      );
    const { tabs, dress } = moneyTabs(state, register, { set, settle: new Map([[id, shares]]) }, today);
    return wish({
      tabs,
      dress,
      summary: [
        french`${name} est corrigé : ${paymentName({ ...payment, ...fields })}.`,
        ...shareSentences(shares, all),
        ...(rest > 0 ? [french`${euros(rest)} gardés en avance.`] : []),
      ],
    });
  },
});
