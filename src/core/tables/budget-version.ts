/** The budget as it was at a moment: voted, revised, or sent to a funder; its lines are kept apart and never change. */
import type { RecordOf, Table } from '../table.ts';

/** Why a version was kept (domain: C7). */
export const versionStates = {
  initial: 'proposé',
  voted: 'voté',
  revised: 'révisé',
  sent: 'envoyé à un financeur',
} as const;

/** « Versions du budget »: one row per version kept. */
export const budgetVersionTable = {
  name: 'budget_version',
  tab: 'Versions du budget',
  purpose: 'Une version du budget gardée telle qu’elle était, avec sa date et ses totaux.',
  prefix: 'VBU',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'year', header: 'Année', type: 'integer' },
    { field: 'state', header: 'Version', type: 'choice', width: 160, choices: versionStates },
    { field: 'date', header: 'Le', type: 'date' },
    {
      field: 'by',
      header: 'Par',
      type: 'text',
      width: 160,
      help: 'L’assemblée, le conseil ou la personne qui décide.',
    },
    { field: 'funder', header: 'Financeur', type: 'text', width: 160 },
    { field: 'expense', header: 'Total des charges', type: 'money' },
    { field: 'income', header: 'Total des produits', type: 'money' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 240 },
    { field: 'print', header: 'Empreinte', type: 'text', hidden: true },
  ],
} as const satisfies Table;

/** A row of « Versions du budget ». */
export type BudgetVersion = RecordOf<typeof budgetVersionTable>;

/** « Régie · versions »: the lines of each version. */
export const keptLineTable = {
  name: 'kept_line',
  tab: 'Régie · versions',
  purpose: 'Une ligne d’une version gardée du budget.',
  prefix: 'VBL',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'version', header: 'Version', type: 'text', width: 90 },
    { field: 'line', header: 'Ligne de « Budget »', type: 'text', width: 90 },
    {
      field: 'side',
      header: 'Charges ou produits',
      type: 'choice',
      choices: { expense: 'Charges', income: 'Produits' },
    },
    { field: 'account_class', header: 'Classe', type: 'text', width: 80 },
    { field: 'accounts', header: 'Comptes', type: 'list', width: 100 },
    { field: 'label', header: 'Libellé', type: 'text', width: 280 },
    { field: 'computation', header: 'Calcul', type: 'text', width: 160 },
    { field: 'amount', header: 'Montant', type: 'money' },
    { field: 'counted', header: 'Compte dans le total', type: 'yes_no' },
    { field: 'funder', header: 'Financeur', type: 'text', width: 140 },
    { field: 'desk', header: 'Guichet', type: 'text', width: 80 },
    { field: 'project', header: 'Programme', type: 'text', width: 100 },
    { field: 'in_kind', header: 'En nature', type: 'yes_no' },
    { field: 'brought_forward', header: 'Report à nouveau', type: 'yes_no' },
  ],
} as const satisfies Table;

/** A row of « Régie · versions ». */
export type KeptLine = RecordOf<typeof keptLineTable>;
