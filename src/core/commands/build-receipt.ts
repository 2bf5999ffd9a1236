/** Show one receipt on a page of its own, to print or to save as PDF. */
import * as z from 'zod';
import { defineCommand, refuse, titleIn, wish } from '../command.ts';
import { paymentName } from '../dues/payment-fields.ts';
import { RECEIPT_SHEET, receiptSheet } from '../dues/receipt-sheet.ts';
import { receiptsOf } from '../dues/receipts.ts';
import { french, frenchDate } from '../french.ts';
import { STAMP, stamped } from '../generated.ts';
import { readRegister } from '../register.ts';
import { associationSetting, settingText } from '../settings.ts';
import { idText } from '../stays/inputs.ts';
import { paymentTable } from '../tables/payment.ts';
import { receiptTable } from '../tables/receipt.ts';
import { settingTable } from '../tables/setting.ts';

/** « Imprimer un reçu ». */
export const buildReceipt = defineCommand({
  name: 'build-receipt',
  label: 'Imprimer un reçu',
  purpose: 'Met un reçu émis sur une page, prête à imprimer.',
  input: z.object({
    /** « REC-0001 », or its number « 2023-001 ». */
    id: idText('REC'),
  }),
  reads: () => [receiptTable.tab, paymentTable.tab, settingTable.tab, RECEIPT_SHEET],
  changes: () => [RECEIPT_SHEET],
  decide: (state, { id }, _moment) => {
    const receipt = receiptsOf(state).find((one) => one.id === id || one.number === id);
    if (receipt === undefined) return refuse(french`Le reçu ${id} n’est pas dans « Reçus ».`);
    const { payments, settings } = readRegister(state);
    const names = payments.filter((payment) => receipt.payments.includes(payment.id)).map(paymentName);
    // The date is that of issue: printed again later, the page is the same.
    const stamp = french`${STAMP}${receipt.issued_on === null ? '' : frenchDate(receipt.issued_on)} à partir de l’onglet « ${titleIn(state, receiptTable.tab)} ».`;
    const sheet = stamped(undefined, stamp, (at) =>
      receiptSheet(receipt, { association: settingText(settings, associationSetting), payments: names, stamp: at }),
    );
    return wish({
      tabs: { [RECEIPT_SHEET]: sheet.grid },
      dress: { [RECEIPT_SHEET]: sheet.dress },
      summary: [
        french`Le reçu ${receipt.number ?? id} est sur l’onglet « ${RECEIPT_SHEET} » : Fichier, Imprimer, ou Télécharger en PDF.`,
      ],
    });
  },
});
