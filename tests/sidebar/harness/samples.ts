/** What the server could answer: small, typed, plausible; enough to see every part of the panels. */
import type { Question } from '../../../src/core/command.ts';
import type { Preview } from '../../../src/core/preview.ts';
import type { ApplyAnswer, ShowAnswer } from '../../../src/core/shell.ts';
import type { CheckItem, ChecksView } from '../../../src/core/views/checks.ts';
import type { HomeView } from '../../../src/core/views/home.ts';
import type { JournalView } from '../../../src/core/views/journal.ts';

export const homeBefore: HomeView = {
  association: null,
  year: null,
  adopted: false,
  checks: { error: 0, warning: 0, info: 0, total: 0 },
  news: [],
  figures: [],
  steps: [],
  moreSteps: 0,
};

export const homeAfter: HomeView = {
  association: 'MILA',
  year: 2023,
  adopted: true,
  checks: { error: 12, warning: 41, info: 47, total: 100 },
  news: [],
  figures: [
    { tab: 'Adhérents', noun: 'adhérents', count: 100 },
    { tab: 'Espaces', noun: 'espaces', count: 34 },
    { tab: 'Séances', noun: 'séances', count: 58 },
    { tab: 'Réalisé', noun: 'écritures', count: 132 },
  ],
  steps: [
    {
      id: 'budget',
      urgency: 0,
      title: 'Construire le budget prévisionnel',
      text: 'Les 33 lignes de « Budget » sont prêtes : charges et produits s’équilibrent à 173 451 €.',
      tone: 'urgent',
      button: 'Construire le budget',
      action: { do: 'command', command: 'build-budget', input: {} },
    },
    {
      id: 'stays',
      urgency: 1,
      title: '6 séjours arrivent à leur terme',
      text: 'Prévenez les structures avant l’été.',
      tone: 'normal',
      button: 'Voir les espaces',
      action: { do: 'goTo', tab: 'Espaces', cell: 'A1' },
    },
    {
      id: 'adopted',
      urgency: 2,
      title: 'Classeur adopté',
      text: '',
      tone: 'done',
      button: '',
      action: { do: 'dialog', dialog: 'guide' },
    },
  ],
  moreSteps: 0,
};

const check = (id: string, parts: Partial<CheckItem>): CheckItem => ({
  id,
  severity: 'error',
  severityLabel: 'erreur',
  kind: 'invalid_email',
  kindLabel: 'Adresse e-mail illisible',
  tab: 'ADHERENTS 2023',
  row: 11,
  column: 'C',
  raw: 'pave.bleu(at)example',
  what: '« pave.bleu(at)example » n’est pas une adresse e-mail.',
  cure: 'Corrigez l’adresse dans « Adhérents », ou videz la cellule.',
  record: { id: 'ADH-0006', tab: 'Adhérents' },
  field: 'E-mail',
  proposal: null,
  state: 'open',
  sourceCell: 'C11',
  ...parts,
});

export const checkItems: readonly CheckItem[] = [
  check('VER-0001', {}),
  check('VER-0002', {
    severity: 'warning',
    kind: 'phone_lost_zero',
    kindLabel: 'Téléphone sans son zéro',
    row: 16,
    column: 'D',
    raw: '639985566',
    what: 'Le numéro « 639985566 » a perdu son zéro.',
    cure: 'Confirmez le numéro proposé.',
    proposal: '06 39 98 55 66',
    record: { id: 'ADH-0014', tab: 'Adhérents' },
    field: 'Téléphone',
    sourceCell: 'D16',
  }),
  check('VER-0003', {
    severity: 'info',
    kind: 'total_mismatch',
    kindLabel: 'Total à comparer',
    row: 120,
    column: 'B',
    raw: '98 ?',
    what: 'Le total écrit (98 ?) ne correspond pas au nombre compté (100).',
    cure: 'Rien à corriger dans Régie : gardez 100, ou cherchez les deux structures en trop.',
    record: null,
    field: null,
    sourceCell: 'B120',
  }),
];

export const checksView = (items: readonly CheckItem[]): ChecksView => ({
  adopted: true,
  counts: { error: 12, warning: 41, info: 47, total: 100 },
  done: 3,
  ignored: 1,
  groups: [{ kind: 'invalid_email', label: 'Adresse e-mail illisible', open: 4 }],
  tabs: [
    { tab: 'ADHERENTS 2023', open: 29 },
    { tab: 'Locaux', open: 22 },
  ],
  items,
  offset: 0,
  total: items.length,
});

export const journalView: JournalView = {
  items: [
    {
      id: 'J-0002',
      day: '12/05/2023',
      time: '14:05',
      who: 'coordination@mila.example',
      action: 'Construire le budget',
      summary: 'Budget prévisionnel construit : 173 451 € des deux côtés.',
      undo: 'possible',
      tabs: ['Budget prévisionnel'],
      undoInput: { id: 'J-0002', tabs: ['Budget prévisionnel'] },
    },
    {
      id: 'J-0001',
      day: '12/05/2023',
      time: '13:58',
      who: 'coordination@mila.example',
      action: 'Adopter le classeur',
      summary: '6 onglets lus, 100 adhérents, 34 espaces, 58 séances.',
      undo: 'done',
      tabs: ['Adhérents'],
      undoInput: null,
    },
  ],
  offset: 0,
  total: 2,
};

const question = (parts: Partial<Question>): Question => ({
  id: 'colour:yellow',
  tab: 'ADHERENTS 2023',
  kind: 'colour',
  text: 'Que veut dire le jaune (4 lignes : 7, 16, 50 et 75) ?',
  choices: [
    { value: 'relance', label: 'À relancer' },
    { value: 'ok', label: 'À jour' },
    { value: 'none', label: 'Rien de particulier' },
  ],
  answer: null,
  swatch: '#ffff00',
  ...parts,
});

export const previewOf = (parts: Partial<Preview>): Preview => ({
  command: 'build-budget',
  label: 'Construire le budget',
  digest: 'digest-1',
  state: 'ready',
  refusal: null,
  summary: [
    'Le budget prévisionnel 2023 sera construit à partir de 33 lignes.',
    'Charges et produits s’équilibrent à 173 451 €.',
  ],
  changes: [
    { tab: 'Budget prévisionnel', added: 46, updated: 0, removed: 0, existence: 'created' },
    { tab: 'À vérifier', added: 2, updated: 1, removed: 0, existence: 'kept' },
  ],
  problems: [
    {
      tab: 'Budget',
      row: 12,
      column: 'D',
      kind: 'combined_accounts',
      raw: '63-64-65',
      severity: 'warning',
      message: '« Budget », ligne 12 : « 63-64-65 » reste une seule ligne ; détaillez-la si vous le pouvez.',
    },
  ],
  questions: [],
  effects: [
    { kind: 'mail', to: 'tresorerie@mila.example', summary: 'recevra le budget par e-mail, à relire avant l’envoi.' },
  ],
  details: null,
  ...parts,
});

export const questions: readonly Question[] = [
  question({}),
  question({
    id: 'column:ADHERENTS 2023:E',
    kind: 'column',
    text: 'Dans « ADHERENTS 2023 », que contient la colonne « Statut » ?',
    choices: [
      { value: 'affiliation', label: 'Le lien avec l’association' },
      { value: 'legal_form', label: 'La forme juridique' },
    ],
    answer: 'affiliation',
  }),
];

export const shownOf = (preview: Preview): ShowAnswer => ({
  preview,
  moment: { today: '2023-05-12', time: '14:05' },
  known: ['ADHERENTS 2023', 'Journal'],
});

export const appliedOf = (preview: Preview): ApplyAnswer => ({
  outcome: 'applied',
  journalId: 'J-0003',
  undoable: true,
  mails: { waiting: 0, drafts: 0 },
  shown: shownOf(preview),
});
