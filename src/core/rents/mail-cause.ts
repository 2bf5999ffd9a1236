/** Whether a mail about a rent still has its reason: its row is there, asks the same, and is not paid yet. */
import { chargesOf } from '../dues/charges.ts';
import { unreadDues } from '../dues/unread.ts';
import { euros, french } from '../french.ts';
import { namesOtherSums } from '../mails/cause.ts';
import type { Lost, MailCause } from '../mails/cause.ts';
import type { OutboxRow } from '../outbox.ts';
import { readRegister } from '../register.ts';
import { allocationTable } from '../tables/payment.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import { rentCallMail, rentCorrectionMail } from './mails.ts';

const templateKeys: readonly string[] = [rentCallMail.key, rentCorrectionMail.key];

/** The mails that ask for a rent, or say that one was corrected. */
export const rentCause: MailCause = {
  reads: [rentChargeTable.tab, allocationTable.tab],
  isOwn: (row) => templateKeys.includes(row.template ?? '') && rowNamed(row) !== null,
  lost: (state, rows, today) => {
    const register = readRegister(state);
    const broken = register.problems.find(({ kind, tab }) => kind === 'column_missing' && tab === rentChargeTable.tab);
    if (broken !== undefined || !Object.hasOwn(state.workbook, rentChargeTable.tab)) {
      const why =
        broken?.message ?? french`L’onglet « ${rentChargeTable.tab} » n’a pas été trouvé : le message attend.`;
      return new Map(rows.map(({ id }) => [id, { fate: 'draft', why }]));
    }
    const charges = new Map(chargesOf(register, today).map((charge) => [charge.id, charge]));
    const unread = unreadDues(state, register).rents;
    const lostOf = (row: OutboxRow): Lost | null => {
      const id = rowNamed(row) ?? '';
      const charge = charges.get(id);
      const problem = unread.get(id);
      if (charge === undefined) return cancelled(french`La redevance ${id} n’est plus dans « Redevances ».`);
      if (problem !== undefined)
        return { fate: 'draft', why: french`On n’écrit pas dans le doute. ${problem.message}` };
      if (charge.due >= 0 && charge.open <= 0)
        return cancelled(french`La ${charge.label} (${id}) est déjà réglée, ou plus rien n’est dû.`);
      if (!namesOtherSums(row.body, Math.abs(charge.due))) return null;
      return cancelled(
        french`La ${charge.label} (${id}) est maintenant de ${euros(charge.due)}, et ce message annonce une autre somme. Videz « Appelée le » dans « Redevances », puis appelez-la de nouveau.`,
      );
    };
    return new Map(rows.flatMap((row) => [lostOf(row)].flatMap((lost) => (lost === null ? [] : [[row.id, lost]]))));
  },
};

/** The row of « Redevances » that the mail is about. */
function rowNamed({ key, records }: OutboxRow): string | null {
  if (key !== null) return /^rent\/(RED-\d+)$/u.exec(key)?.[1] ?? null;
  return records.find((id) => id.startsWith(`${rentChargeTable.prefix}-`)) ?? null;
}

function cancelled(why: string): Lost {
  return { fate: 'cancelled', why };
}
