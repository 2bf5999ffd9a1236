/** « Réalisé »: the entries of the ledger. */
import type { Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** One row per entry; amounts keep the side and the sign that they had. */
export const entryTable = {
  name: 'entry',
  tab: 'Réalisé',
  purpose: 'Une écriture : une dépense ou une recette, son compte et son programme.',
  prefix: 'ECR',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'date', header: 'Date', type: 'date' },
    { field: 'label', header: 'Libellé', type: 'text', width: 320 },
    { field: 'debit', header: 'Débit', type: 'money' },
    { field: 'credit', header: 'Crédit', type: 'money' },
    { field: 'account', header: 'Compte', type: 'text', width: 80 },
    { field: 'category', header: 'Catégorie', type: 'text', width: 130 },
    { field: 'project', header: 'Programme', type: 'text', width: 110, help: 'Le code d’un programme.' },
    { field: 'balance', header: 'Solde', type: 'money', help: 'Le solde tel qu’il était écrit.' },
    { field: 'repeats', header: 'Doublon de', type: 'text', width: 100, help: 'Le numéro d’une écriture identique.' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 200 },
    {
      field: 'tag',
      header: 'Repère',
      type: 'text',
      width: 110,
      help: 'Ce que voulait dire la couleur de la ligne d’origine.',
    },
    sourceLook,
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;
