/** « À vérifier »: one row per doubt, with its cure, settled one by one. */
import type { RecordOf, Table } from '../table.ts';

/** How much a point matters, as she reads it. */
export const severities = { error: 'erreur', warning: 'à regarder', info: 'pour information' } as const;

/** One row per point; « Fiche liée » and « Champ lié » say where « Proposition » would be written. */
export const checkTable = {
  name: 'check',
  tab: 'À vérifier',
  purpose: 'Un doute laissé par une lecture, avec ce qu’il faut faire.',
  prefix: 'VER',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    {
      field: 'state',
      header: 'État',
      type: 'choice',
      width: 90,
      choices: { open: 'à voir', done: 'réglé', ignored: 'ignoré' },
    },
    { field: 'severity', header: 'Gravité', type: 'choice', width: 130, choices: severities },
    { field: 'tab', header: 'Onglet', type: 'text', width: 150 },
    { field: 'row', header: 'Ligne', type: 'integer', width: 60 },
    { field: 'column', header: 'Colonne', type: 'text', width: 70 },
    { field: 'raw', header: 'Ce qui a été lu', type: 'text', width: 200, wrap: true },
    { field: 'what', header: 'Ce qu’il y a', type: 'text', width: 380, wrap: true },
    { field: 'cure', header: 'Que faire', type: 'text', width: 340, wrap: true },
    { field: 'record', header: 'Fiche liée', type: 'text', width: 100 },
    { field: 'linked_field', header: 'Champ lié', type: 'text', width: 120 },
    { field: 'proposal', header: 'Proposition', type: 'text', width: 240, wrap: true },
    { field: 'proposed_value', header: 'Valeur proposée', type: 'text', hidden: true },
    { field: 'kind', header: 'Nature', type: 'text', hidden: true },
    { field: 'key', header: 'Clé', type: 'text', hidden: true },
  ],
} as const satisfies Table;

/** A row of « À vérifier ». */
export type Check = RecordOf<typeof checkTable>;
