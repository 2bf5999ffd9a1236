/** « Budget »: the lines of the forecast; class totals are sums of « Montant » where « Compte dans le total » is « oui ». */
import { formLineChoices } from '../budget/form.ts';
import type { RecordOf, Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** One row per line, heading or component; headings are kept and not counted, in-kind lines neither. */
export const budgetTable = {
  name: 'budget_line',
  tab: 'Budget',
  purpose: 'Une ligne du budget prévisionnel, avec sa classe, son montant et son financeur.',
  prefix: 'BUD',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    {
      field: 'side',
      header: 'Charges ou produits',
      type: 'choice',
      width: 100,
      choices: { expense: 'Charges', income: 'Produits' },
    },
    {
      field: 'account_class',
      header: 'Classe',
      type: 'text',
      width: 90,
      help: 'Les deux premiers chiffres du compte (60 à 79), « 63-64-65 » quand une ligne en réunit plusieurs, « report » pour le report à nouveau, 86 et 87 pour le bénévolat et les dons en nature.',
    },
    { field: 'accounts', header: 'Comptes', type: 'list', width: 110 },
    { field: 'label', header: 'Libellé', type: 'text', width: 280 },
    {
      field: 'computation',
      header: 'Calcul',
      type: 'text',
      width: 150,
      help: 'Comment le montant est obtenu, par exemple 700*12.',
    },
    { field: 'amount', header: 'Montant', type: 'money' },
    {
      field: 'counted',
      header: 'Compte dans le total',
      type: 'yes_no',
      width: 90,
      help: '« non » pour un titre dont le détail est compté en dessous, et pour les contributions en nature, présentées à part.',
    },
    {
      field: 'level',
      header: 'Niveau',
      type: 'choice',
      width: 90,
      choices: { heading: 'titre', line: 'ligne', component: 'détail' },
    },
    { field: 'parent', header: 'Rattachée à', type: 'text', width: 100, help: 'Le numéro du titre au-dessus.' },
    { field: 'funder', header: 'Financeur', type: 'text', width: 160 },
    { field: 'desk', header: 'Guichet', type: 'text', width: 90 },
    {
      field: 'grant_status',
      header: 'État de la subvention',
      type: 'choice',
      width: 110,
      choices: { requested: 'sollicitée', awarded: 'attribuée' },
    },
    { field: 'project', header: 'Programme', type: 'text', width: 100, help: 'Le code d’un programme.' },
    { field: 'in_kind', header: 'En nature', type: 'yes_no', width: 80 },
    { field: 'brought_forward', header: 'Report à nouveau', type: 'yes_no', width: 90 },
    {
      field: 'suggested_account',
      header: 'Compte proposé',
      type: 'text',
      width: 100,
      help: 'Une suggestion d’après le libellé ; recopiez-la dans « Comptes » si elle convient.',
    },
    {
      field: 'form_line',
      header: 'Ligne du formulaire',
      type: 'choice',
      width: 200,
      choices: formLineChoices,
      later: true,
      help: 'Vide : trouvée d’après le compte, le financeur ou le libellé. Choisissez-la pour une ligne « À classer ».',
    },
    { field: 'hours', header: 'Heures', type: 'decimal' },
    { field: 'hourly_rate', header: 'Taux horaire', type: 'money' },
    { field: 'year', header: 'Année', type: 'integer' },
    { field: 'version', header: 'Version', type: 'text', width: 100 },
    {
      field: 'origin',
      header: 'Origine du montant',
      type: 'text',
      width: 220,
      later: true,
      help: 'Vide : saisi à la main. Sinon, ce d’après quoi Régie calcule le montant ; effacez cette cellule pour reprendre la main.',
    },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
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

/** A row of « Budget ». */
export type BudgetLine = RecordOf<typeof budgetTable>;
