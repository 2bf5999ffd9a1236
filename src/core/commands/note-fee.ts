/** Note of a fee what no payment tells: that it is paid or not, that it is not asked for, or asked for again. */
import * as z from 'zod';
import { editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { frenchDay } from '../day.ts';
import { moneyProblems } from '../dues/ledger.ts';
import { french } from '../french.ts';
import { readRegister } from '../register.ts';
import { idText } from '../stays/inputs.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import type { MembershipFee } from '../tables/membership-fee.ts';
import { allocationTable } from '../tables/payment.ts';

const NOTED = {
  paid: 'notée comme payée',
  unpaid: 'notée comme non payée',
  waived: 'dispensée : rien n’est demandé',
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
  reads: () => [membershipFeeTable.tab, allocationTable.tab],
  changes: () => [membershipFeeTable.tab],
  decide: (state, { id, as, reason }, { today }) => {
    const register = readRegister(state);
    const problems = moneyProblems(register.problems).filter(({ tab }) => tab === membershipFeeTable.tab);
    if (problems.length > 0) return refuse('« Cotisations » est abîmé : réparez cet onglet d’abord.', { problems });
    const fee = register.fees.find((one) => one.id === id);
    if (fee === undefined) return refuse(french`${id} n’est pas dans « Cotisations ».`);
    const hasPayments = register.allocations.some(({ settles }) => settles === id);
    if (hasPayments && (as === 'paid' || as === 'unpaid'))
      return refuse('Des paiements sont enregistrés pour cette cotisation : corrigez-les, elle suivra.');
    if (as === 'waived' && reason === '' && fee.waived !== true)
      return refuse('Dites pourquoi cette cotisation n’est pas demandée.');
    const fields = fieldsOf(fee, as, { reason, today });
    if (fields === null) return wish({ summary: [french`La cotisation ${id} est déjà ${NOTED[as]}.`] });
    const current = tableState(
      membershipFeeTable,
      state.workbook[membershipFeeTable.tab],
      state.shown[membershipFeeTable.tab],
    );
    const edit = emptyEdit();
    edit.set.set(id, fields);
    return wish({
      tabs: { [membershipFeeTable.tab]: editedGrid(current, edit) },
      summary: [french`Cotisation ${fee.year ?? ''} de « ${fee.organisation ?? ''} » (${id}) : ${NOTED[as]}.`],
    });
  },
});

function fieldsOf(
  fee: MembershipFee,
  as: keyof typeof NOTED,
  { reason, today }: { reason: string; today: string },
): Partial<Record<'paid' | 'waived' | 'notes', boolean | string>> | null {
  switch (as) {
    case 'paid':
      return fee.paid === true ? null : { paid: true };
    case 'unpaid':
      return fee.paid === false ? null : { paid: false };
    case 'waived': {
      const note = french`Dispensée le ${frenchDay(today)} : ${reason}`;
      return fee.waived === true
        ? null
        : { waived: true, notes: [fee.notes ?? '', note].filter((one) => one !== '').join(' ; ') };
    }
    case 'asked':
      return fee.waived === true ? { waived: false } : null;
  }
}
