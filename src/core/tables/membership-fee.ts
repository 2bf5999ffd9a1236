/** « Cotisations »: what each member paid for a year. */
import type { RecordOf, Table } from '../table.ts';
import { affiliations } from './member.ts';
import { sourceRow, sourceTab } from './source-columns.ts';

/** How money came in. */
export const paymentMethods = {
  cheque: 'chèque',
  bank_transfer: 'virement',
  card: 'CB',
  cash: 'espèces',
  direct_debit: 'prélèvement',
} as const;

/** One row per member and year; an empty « Payée » means that nobody knows yet. */
export const membershipFeeTable = {
  name: 'membership_fee',
  tab: 'Cotisations',
  purpose: 'La cotisation d’un adhérent pour une année : payée ou non, combien, comment.',
  prefix: 'COT',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    { field: 'year', header: 'Année', type: 'integer' },
    { field: 'affiliation', header: 'Statut', type: 'choice', width: 165, choices: affiliations, later: true },
    { field: 'amount_due', header: 'Montant dû', type: 'money', later: true },
    { field: 'computation', header: 'Pourquoi ce montant', type: 'text', width: 220, later: true },
    { field: 'due_on', header: 'À payer avant le', type: 'date', later: true },
    { field: 'called_on', header: 'Appelée le', type: 'date', later: true },
    {
      field: 'waived',
      header: 'Dispensée',
      type: 'yes_no',
      later: true,
      help: '« oui » quand la cotisation n’est pas demandée ; dites pourquoi dans « Remarques ».',
    },
    { field: 'paid', header: 'Payée', type: 'yes_no', help: 'Vide : on ne sait pas.' },
    { field: 'amount', header: 'Montant payé', type: 'money' },
    { field: 'method', header: 'Moyen de paiement', type: 'choice', width: 130, choices: paymentMethods },
    { field: 'paid_on', header: 'Payée le', type: 'date' },
    { field: 'mention', header: 'Mention d’origine', type: 'text', width: 150 },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;

/** A row of « Cotisations ». */
export type MembershipFee = RecordOf<typeof membershipFeeTable>;
