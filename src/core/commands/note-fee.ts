/** Note of a fee what no payment tells: that it is paid or not, that it is not asked for, or asked for again. */
import * as z from 'zod';
import { editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { feeBalances } from '../dues/balance.ts';
import type { FeeBalance } from '../dues/balance.ts';
import { moneyProblems } from '../dues/ledger.ts';
import { euros, french } from '../french.ts';
import { readRegister } from '../register.ts';
import { idText } from '../stays/inputs.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { MembershipFee } from '../tables/membership-fee.ts';
import { allocationTable } from '../tables/payment.ts';
import { settingTable } from '../tables/setting.ts';

const NOTED = {
  paid: 'notée comme payée',
  unpaid: 'notée comme non payée',
  waived: 'dispensée, rien n’est demandé',
  asked: 'de nouveau demandée',
} as const;

const input = z.object({
  id: idText('COT'),
  as: z.enum(['paid', 'unpaid', 'waived', 'asked']),
  /** Why it is not asked for. */
  reason: z.string().trim().max(300).default(''),
});

/** « Préciser une cotisation ». */
export const noteFee = defineCommand({
  name: 'note-fee',
  label: 'Préciser une cotisation',
  purpose: 'Note qu’une cotisation est payée ou non, qu’elle est dispensée, ou de nouveau demandée.',
  input,
  reads: () => [membershipFeeTable.tab, allocationTable.tab, memberTable.tab, settingTable.tab],
  changes: () => [membershipFeeTable.tab],
  decide: (state, { id, as, reason }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems).filter(({ tab }) => tab === membershipFeeTable.tab);
    if (problems.length > 0) return refuse('« Cotisations » est abîmé : réparez cet onglet d’abord.', { problems });
    const balance = feeBalances(register, today).find(({ fee: one }) => one.id === id);
    if (balance === undefined) return refuse(french`${id} n’est pas dans « Cotisations ».`);
    const { fee } = balance;
    const hasPayments = register.allocations.some(({ settles }) => settles === id);
    if (hasPayments && (as === 'paid' || as === 'unpaid'))
      return refuse('Des paiements sont enregistrés pour cette cotisation : corrigez-les, elle suivra.');
    if (as === 'waived' && reason === '' && fee.waived !== true)
      return refuse('Dites pourquoi cette cotisation n’est pas demandée.');
    if (as === 'waived' && fee.waived !== true && balance.paid > 0) return refuse(alreadyReceived(balance));
    const fields = fieldsOf(balance, as, { reason, today });
    if (fields === null)
      return wish({
        summary: [
          as === 'asked'
            ? french`La cotisation ${id} n’est pas dispensée : rien à changer.`
            : french`La cotisation ${id} est déjà ${NOTED[as]}.`,
        ],
      });
    const current = tableState(
      membershipFeeTable,
      state.workbook[membershipFeeTable.tab],
      state.shown[membershipFeeTable.tab],
    );
    const edit = emptyEdit();
    edit.set.set(id, fields);
    return wish({
      tabs: { [membershipFeeTable.tab]: editedGrid(current, edit) },
      summary: [
        french`Cotisation ${fee.year ?? ''} de « ${fee.organisation ?? ''} » (${id}) : ${NOTED[as]}.`,
        ...amountSentence(fee, fields),
      ],
    });
  },
});

/** Waived, a fee asks nothing: what was received for it would no longer be seen anywhere. */
function alreadyReceived({ fee, paid }: FeeBalance): string {
  return french`« ${fee.organisation ?? fee.id} » a déjà réglé ${euros(paid)} de cette cotisation : dispensée, cet argent ne se verrait plus. Pour ne pas demander le reste, écrivez ${euros(paid)} dans « Montant dû » (« Cotisations »). Pour tout dispenser, retirez d’abord ce qui est noté comme reçu.`;
}

type Fields = Partial<Pick<MembershipFee, 'paid' | 'amount' | 'waived' | 'notes'>>;

function fieldsOf(
  { fee, state, due }: FeeBalance,
  as: keyof typeof NOTED,
  { reason, today }: { reason: string; today: string },
): Fields | null {
  switch (as) {
    case 'paid':
      if (state === 'paid') return null;
      // A part that was noted becomes the whole.
      return { paid: true, ...(fee.amount === null ? {} : { amount: due }) };
    case 'unpaid':
      if (fee.paid === false && fee.amount === null) return null;
      return { paid: false, ...(fee.amount === null ? {} : { amount: null }) };
    case 'waived': {
      const note = french`Dispensée le ${frenchDay(today)} : ${reason}`;
      return fee.waived === true
        ? null
        : { waived: true, notes: [fee.notes ?? '', note].filter((one) => one !== '').join('\u00A0; ') };
    }
    case 'asked':
      return fee.waived === true ? { waived: false } : null;
  }
}

function amountSentence({ amount }: MembershipFee, fields: Fields): string[] {
  if (fields.amount === undefined || fields.amount === amount) return [];
  const before = euros(amount ?? 0);
  return [
    fields.amount === null
      ? french`« Montant payé » (${before}) est vidé.`
      : french`« Montant payé » passe de ${before} à ${euros(fields.amount)}.`,
  ];
}
