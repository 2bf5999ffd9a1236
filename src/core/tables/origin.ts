/** « Régie · origines », hidden: where each imported record comes from, and what was written in it. */
import type { RecordOf, Table } from '../table.ts';

/** One row per imported record. */
export const originTable = {
  name: 'origin',
  tab: 'Régie · origines',
  purpose: 'D’où vient chaque fiche importée, et ce qui y a été écrit.',
  prefix: 'ORI',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'record', header: 'Fiche', type: 'text' },
    { field: 'unit', header: 'Fiche principale de la ligne', type: 'text' },
    { field: 'source_tab', header: 'Onglet d’origine', type: 'text' },
    { field: 'source_row', header: 'Ligne d’origine', type: 'integer' },
    { field: 'part', header: 'Partie de la ligne', type: 'text' },
    { field: 'key', header: 'Reconnue à', type: 'text' },
    { field: 'setting', header: 'Lecture', type: 'text' },
    { field: 'gone', header: 'Disparue', type: 'yes_no' },
    { field: 'prints', header: 'Empreintes', type: 'text' },
    { field: 'raw', header: 'Ligne telle que lue', type: 'text', width: 400 },
  ],
} as const satisfies Table;

/** A row of « Régie · origines ». */
export type Origin = RecordOf<typeof originTable>;
