/** Record money that came in: what it settles, in part or in full, and what is kept for later. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Question, State, Wish } from '../command.ts';
import { chargesOf, spread } from '../dues/charges.ts';
import type { Charge } from '../dues/charges.ts';
import { moneyChanges, moneyProblems, moneyReads, moneyTabs } from '../dues/ledger.ts';
import {
  blankPayment,
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
import { unreadAmong, unreadDues } from '../dues/unread.ts';
import { euros, french } from '../french.ts';
import { actingMember } from '../members/acting.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { idText } from '../stays/inputs.ts';
import type { Member } from '../tables/member.ts';
import type { Payment } from '../tables/payment.ts';

const input = z.object({
  /** Who paid. */
  member: idText('ADH'),
  ...paymentFields,
  charges: chosenCharges,
  excess,
  answers: z.record(z.string(), z.string()).default({}),
});

/** « Enregistrer un paiement »: one payment for one fee, for several, or for a part; the same one is not recorded twice. */
export const recordPayment = defineCommand({
  name: 'record-payment',
  label: 'Enregistrer un paiement',
  purpose: 'Note une somme reçue d’un adhérent et ce qu’elle règle.',
  input,
  reads: () => moneyReads,
  changes: () => moneyChanges,
  decide: (state, { member: payer, charges: chosen, excess: beyond, answers, ...typed }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems);
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : rien n’est enregistré tant qu’il n’est pas réparé.', { problems });
    const found = payerNamed(register, payer, wrongPaymentDay(typed, today));
    if ('refusal' in found) return refuse(found.refusal);
    const { member } = found;
    const twins = register.payments.filter((payment) => isTwin(payment, payer, typed));
    const wanted = Number(answers['twin'] ?? 1) || 1;
    const questions = twins.length > 0 ? [twinQuestion(twins, wanted)] : [];
    if (twins.length >= wanted)
      return wish({
        questions,
        summary: [french`Ce paiement est déjà enregistré (${twins[0]?.id ?? ''}) : rien à changer.`],
      });
    const all = chargesOf(register, today);
    const asked = chosen ?? all.filter(({ member: of }) => of === payer).map(({ id }) => id);
    const obstacle = obstacleTo(state, register, { all, asked, chosen });
    if (obstacle !== null) return obstacle;
    const { shares, rest } = spread(typed.amount, chargesNamed(asked, all));
    const name = member.organisation ?? payer;
    if (rest > 0 && beyond === 'refuse') return refuse(tooMuch(typed.amount, rest, name));
    const fields = {
      ...blankPayment,
      ...givenFields(typed),
      date: typed.date,
      amount: typed.amount,
      method: typed.method,
      member: payer,
      organisation: member.organisation,
    };
    const { tabs, dress, ids } = moneyTabs(state, register, { add: [{ fields, shares }] }, today);
    return wish({
      tabs,
      dress,
      questions,
      summary: [
        french`${ids[0] ?? ''} : ${paymentName(fields)}, reçu de « ${name} ».`,
        ...shareSentences(shares, all),
        ...keptSentence(rest),
      ],
      details: { payment: ids[0] ?? null, rest },
    });
  },
});

/** Why what is to be settled cannot be: it is not known, or a cell that money depends on cannot be read. */
function obstacleTo(
  state: State,
  register: Register,
  { all, asked, chosen }: { all: readonly Charge[]; asked: readonly string[]; chosen: readonly string[] | undefined },
): Wish | null {
  const unknown = unknownCharge(chosen, all);
  if (unknown !== null) return refuse(unknown);
  const unread = unreadAmong(unreadDues(state, register), asked);
  return unread === null ? null : refuse(french`Rien n’est enregistré. ${unread.message}`, { problems: [unread] });
}

function keptSentence(rest: number): string[] {
  return rest > 0 ? [french`${euros(rest)} gardés en avance, pour une prochaine cotisation ou redevance.`] : [];
}

/** The member who pays; a record that was merged does not pay any more, the one that is kept does. */
function payerNamed(
  { members }: Register,
  payer: string,
  wrongDay: string | null,
): { readonly member: Member } | { readonly refusal: string } {
  if (wrongDay !== null) return { refusal: wrongDay };
  const acting = actingMember(
    members.find(({ id }) => id === payer),
    payer,
  );
  return acting.ok ? { member: acting.value } : { refusal: acting.message };
}

type Typed = Pick<z.output<typeof input>, 'date' | 'amount' | 'method' | 'reference'>;

function isTwin(payment: Payment, member: string, { date, amount, method, reference }: Typed): boolean {
  return (
    payment.member === member &&
    payment.date === date &&
    payment.amount === amount &&
    payment.method === method &&
    (payment.reference ?? '') === (reference ?? '')
  );
}

/** The answer counts how many such payments there are in all: asked twice, nothing is added twice. */
function twinQuestion(twins: readonly Payment[], wanted: number): Question {
  return {
    id: 'twin',
    tab: null,
    kind: 'twin',
    text: french`Le même paiement (${twins.map(({ id }) => id).join(', ')}) est déjà enregistré. Est-ce un autre ?`,
    choices: [
      { value: String(twins.length), label: 'Non, c’est le même : ne rien ajouter' },
      { value: String(twins.length + 1), label: 'Oui, un autre paiement identique' },
    ],
    answer: wanted > twins.length ? String(twins.length + 1) : String(twins.length),
  };
}

function tooMuch(amount: number, rest: number, name: string): string {
  return rest === amount
    ? french`« ${name} » ne doit rien : pour enregistrer ${euros(amount)} quand même, choisissez de garder la somme en avance.`
    : french`${euros(amount)} dépassent de ${euros(rest)} ce qui est dû : corrigez le montant, ou choisissez de garder le reste en avance.`;
}
