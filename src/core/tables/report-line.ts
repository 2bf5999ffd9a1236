/** « Lignes des comptes rendus »: what she adds to a financial report: amounts that the entries do not say, and comments. */
import type { RecordOf, Table } from '../table.ts';

/** One row per line of a report, made with the report. */
export const reportLineTable = {
  name: 'report_line',
  tab: 'Lignes des comptes rendus',
  purpose: 'Une ligne d’un compte rendu financier, à corriger ou à commenter.',
  prefix: 'LCR',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'grant', header: 'Financement', type: 'text', width: 100, help: 'Le numéro d’un financement (FIN).' },
    { field: 'year', header: 'Exercice', type: 'integer' },
    {
      field: 'section',
      header: 'Partie',
      type: 'choice',
      width: 90,
      choices: { expense: 'Charges', income: 'Produits', text: 'Texte' },
    },
    { field: 'about', header: 'Repère', type: 'text', width: 110 },
    { field: 'label', header: 'Ligne', type: 'text', width: 280, wrap: true },
    {
      field: 'actual',
      header: 'Réalisé, si différent',
      type: 'money',
      width: 120,
      help: 'Vide : la somme des écritures de « Réalisé ». Un montant ici la remplace dans le compte rendu.',
    },
    {
      field: 'comment',
      header: 'Commentaire',
      type: 'text',
      width: 420,
      wrap: true,
      help: 'Attendu quand l’écart dépasse 10 % ; pour les textes, ce qui est imprimé dans l’annexe.',
    },
  ],
} as const satisfies Table;

/** A row of « Lignes des comptes rendus ». */
export type ReportLine = RecordOf<typeof reportLineTable>;
