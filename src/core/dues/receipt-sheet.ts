/** « Reçu »: one receipt on a page, ready to print or to save as PDF; printed again, it is the same. */
import { looks } from '../dress.ts';
import { euros, french, frenchDate } from '../french.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { receiptKinds } from '../tables/receipt.ts';
import type { Receipt } from '../tables/receipt.ts';

/** The title of the generated tab. */
export const RECEIPT_SHEET = 'Reçu';

/** The page of a receipt; `payments` says how the money came in. */
export function receiptSheet(
  receipt: Receipt,
  { association, payments, stamp }: { association: string; payments: readonly string[]; stamp: string },
): Generated {
  const title = receipt.kind === 'partial' ? 'Reçu partiel de cotisation' : 'Reçu de cotisation';
  const line = (label: string, value: string): SheetRow => ({
    cells: [label, value],
    looks: [
      { from: 0, to: 1, look: { color: '#5f6368' } },
      { from: 1, to: 2, look: { ...looks.text, wrap: true } },
    ],
  });
  const rows: SheetRow[] = [
    { cells: [`${title} n° ${receipt.number ?? ''}`], looks: [{ from: 0, to: 1, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: 1, look: looks.subtitle }] },
    { cells: [] },
    ...(receipt.cancelled_on === null
      ? []
      : [
          {
            cells: [french`ANNULÉ le ${frenchDate(receipt.cancelled_on)} : ${receipt.cancel_reason ?? ''}`],
            looks: [{ from: 0, to: 2, look: { bold: true, color: '#a50e0e', fill: '#fce8e6' } }],
          },
        ]),
    line('Association', association),
    line('Reçu de', receipt.organisation ?? ''),
    line('Pour', receipt.year === null ? 'Cotisation' : `Cotisation ${receipt.year}`),
    {
      cells: ['Montant', (receipt.amount ?? 0) / 100],
      looks: [
        { from: 0, to: 1, look: { color: '#5f6368' } },
        { from: 1, to: 2, look: { ...looks.cents, bold: true, align: 'LEFT', size: 14 } },
      ],
    },
    line('Paiement', payments.length === 0 ? euros(receipt.amount ?? 0) : payments.join(' ; ')),
    line('Nature', receipt.kind === null ? '' : receiptKinds[receipt.kind]),
    line('Émis le', receipt.issued_on === null ? '' : frenchDate(receipt.issued_on)),
    { cells: [] },
    { cells: ['Ce reçu n’est pas un reçu fiscal.'], looks: [{ from: 0, to: 1, look: looks.subtitle }] },
    { cells: [] },
    { cells: [null, 'Pour l’association,'] },
  ];
  return generated(rows, {
    widths: [150, 420],
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est refait à chaque reçu : ce que vous y écrivez sera perdu.',
  });
}
