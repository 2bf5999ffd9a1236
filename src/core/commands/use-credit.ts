/** Use what a member paid in advance for what they owe now. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { chargesOf, creditsOf, spread } from '../dues/charges.ts';
import type { Charge, Share } from '../dues/charges.ts';
import { moneyChanges, moneyProblems, moneyReads, moneyTabs } from '../dues/ledger.ts';
import { shareSentences } from '../dues/payment-fields.ts';
import { unreadAmong, unreadDues } from '../dues/unread.ts';
import { french } from '../french.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { idText } from '../stays/inputs.ts';

/** « Utiliser une avance »: the oldest money settles the oldest due. */
export const useCredit = defineCommand({
  name: 'use-credit',
  label: 'Utiliser une avance',
  purpose: 'Règle ce qu’un adhérent doit avec ce qu’il a payé d’avance.',
  input: z.object({ member: idText('ADH') }),
  reads: () => moneyReads,
  changes: () => moneyChanges,
  decide: (state, { member }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems);
    if (problems.length > 0)
      return refuse('Un onglet est abîmé : rien ne change tant qu’il n’est pas réparé.', { problems });
    const credits = creditsOf(register);
    const all = chargesOf(register, today);
    let open: readonly Charge[] = all.filter((charge) => charge.member === member && charge.open > 0);
    const mine = new Set(register.payments.filter((payment) => payment.member === member).map(({ id }) => id));
    const settled = register.allocations.filter(({ payment }) => mine.has(payment ?? '')).map(({ settles }) => settles);
    const unread = unreadAmong(unreadDues(state, register), [...mine, ...settled, ...open.map(({ id }) => id)]);
    if (unread !== null) return refuse(french`Rien ne change. ${unread.message}`, { problems: [unread] });
    const settle = new Map<string, readonly Share[]>();
    const used: Share[] = [];
    for (const payment of register.payments) {
      const left = payment.member === member ? (credits.get(payment.id) ?? 0) : 0;
      const { shares } = spread(left, open);
      if (shares.length === 0) continue;
      const before = register.allocations
        .filter((share) => share.payment === payment.id)
        .map(({ settles, amount }) => ({ settles: settles ?? '', amount: amount ?? 0 }));
      settle.set(payment.id, joined([...before, ...shares]));
      used.push(...shares);
      open = open.map((charge) => ({ ...charge, open: charge.open - sumFor(shares, charge.id) }));
    }
    if (used.length === 0) return wish({ summary: ['Il n’y a pas d’avance à utiliser, ou rien à régler.'] });
    const { tabs, dress } = moneyTabs(state, register, { settle }, today);
    return wish({
      tabs,
      dress,
      summary: [
        french`L’avance de « ${nameOf(register, member)} » est utilisée.`,
        ...shareSentences(joined(used), all),
      ],
    });
  },
});

function nameOf({ members }: Register, id: string): string {
  return members.find((member) => member.id === id)?.organisation ?? id;
}

function sumFor(shares: readonly Share[], id: string): number {
  return shares.filter(({ settles }) => settles === id).reduce((sum, { amount }) => sum + amount, 0);
}

/** One share for each thing settled. */
function joined(shares: readonly Share[]): Share[] {
  return [...new Set(shares.map(({ settles }) => settles))].map((settles) => ({
    settles,
    amount: sumFor(shares, settles),
  }));
}
