/** « Reçus »: receipts of dues that were issued, each with its number; one that is wrong is cancelled, never removed. */
import type { RecordOf, Table } from '../table.ts';

/** Full payment is told apart from a part (domain: D2). */
export const receiptKinds = { full: 'reçu de cotisation', partial: 'reçu partiel' } as const;

/** One row per receipt; numbers follow each other within a year, without a gap. */
export const receiptTable = {
  name: 'receipt',
  tab: 'Reçus',
  purpose: 'Un reçu de cotisation émis, avec son numéro.',
  prefix: 'REC',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'number', header: 'N° de reçu', type: 'text', width: 100 },
    { field: 'issued_on', header: 'Émis le', type: 'date' },
    { field: 'kind', header: 'Nature', type: 'choice', width: 140, choices: receiptKinds },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    { field: 'fee', header: 'N° de cotisation', type: 'text', width: 110 },
    { field: 'year', header: 'Année', type: 'integer' },
    { field: 'amount', header: 'Montant reçu', type: 'money' },
    { field: 'payments', header: 'N° de paiement', type: 'list', width: 140 },
    { field: 'cancelled_on', header: 'Annulé le', type: 'date' },
    { field: 'cancel_reason', header: 'Motif de l’annulation', type: 'text', width: 200 },
  ],
} as const satisfies Table;

/** A row of « Reçus ». */
export type Receipt = RecordOf<typeof receiptTable>;
