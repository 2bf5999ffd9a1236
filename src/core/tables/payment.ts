/** « Paiements »: money that came in, and « Imputations »: what each payment settles. */
import type { RecordOf, Table } from '../table.ts';
import { paymentMethods } from './membership-fee.ts';

/** One row per payment; what it settles is in « Imputations ». */
export const paymentTable = {
  name: 'payment',
  tab: 'Paiements',
  purpose: 'Une somme reçue, de qui, comment, quand.',
  prefix: 'PAI',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'date', header: 'Date', type: 'date' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Payé par', type: 'text', width: 220 },
    { field: 'amount', header: 'Montant', type: 'money' },
    { field: 'method', header: 'Moyen de paiement', type: 'choice', width: 130, choices: paymentMethods },
    { field: 'reference', header: 'Référence', type: 'text', width: 140, help: 'Numéro du chèque, du virement…' },
    { field: 'bank', header: 'Banque du chèque', type: 'text', width: 120 },
    { field: 'deposited_on', header: 'Remis en banque le', type: 'date' },
    {
      field: 'statement_line',
      header: 'Ligne du relevé',
      type: 'text',
      width: 260,
      help: 'Ce que dit la banque, quand le paiement vient d’un relevé.',
    },
    { field: 'statement_key', header: 'Clé du relevé', type: 'text', hidden: true },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
  ],
} as const satisfies Table;

/** A row of « Paiements ». */
export type Payment = RecordOf<typeof paymentTable>;

/** One row per payment and thing that it settles, in part or in full. */
export const allocationTable = {
  name: 'allocation',
  tab: 'Imputations',
  purpose: 'La part d’un paiement qui règle une cotisation ou une redevance.',
  prefix: 'IMP',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'payment', header: 'N° de paiement', type: 'text', width: 110 },
    {
      field: 'settles',
      header: 'Règle',
      type: 'text',
      width: 110,
      help: 'Le numéro d’une cotisation (COT) ou d’une redevance (RED).',
    },
    { field: 'amount', header: 'Montant', type: 'money' },
  ],
} as const satisfies Table;

/** A row of « Imputations ». */
export type Allocation = RecordOf<typeof allocationTable>;
