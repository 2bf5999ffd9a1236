/** Cancel a receipt that was issued by mistake: its number stays, nothing is removed (domain: D2). */
import * as z from 'zod';
import { editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { receiptsOf } from '../dues/receipts.ts';
import { french } from '../french.ts';
import { idText } from '../stays/inputs.ts';
import { receiptTable } from '../tables/receipt.ts';

/** « Annuler un reçu ». */
export const cancelReceipt = defineCommand({
  name: 'cancel-receipt',
  label: 'Annuler un reçu',
  purpose: 'Note qu’un reçu ne vaut plus ; son numéro reste pris.',
  input: z.object({
    /** « REC-0001 », or its number « 2023-001 ». */
    id: idText('REC'),
    reason: z.string().trim().min(1).max(300),
  }),
  reads: () => [receiptTable.tab],
  changes: () => [receiptTable.tab],
  decide: (state, { id, reason }, { today }) => {
    const receipt = receiptsOf(state).find((one) => one.id === id || one.number === id);
    if (receipt === undefined) return refuse(french`Le reçu ${id} n’est pas dans « Reçus ».`);
    if (receipt.cancelled_on !== null)
      return wish({ summary: [french`Le reçu ${receipt.number ?? id} est déjà annulé.`] });
    const current = tableState(receiptTable, state.workbook[receiptTable.tab], state.shown[receiptTable.tab]);
    const missing = ['cancelled_on', 'cancel_reason'].filter((field) => !current.places.has(field));
    if (missing.length > 0) return refuse('Il manque une colonne à « Reçus » : remettez-la, puis recommencez.');
    const edit = emptyEdit();
    edit.set.set(receipt.id, { cancelled_on: today, cancel_reason: reason });
    return wish({
      tabs: { [receiptTable.tab]: editedGrid(current, edit) },
      summary: [
        french`Le reçu ${receipt.number ?? id} de « ${receipt.organisation ?? ''} » est annulé : ${reason}`,
        'Son numéro reste pris. Si l’adhérent l’a reçu, prévenez-le.',
      ],
    });
  },
});
