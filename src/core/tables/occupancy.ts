/** « Occupations »: who is in which space, since when and until when. */
import type { Table } from '../table.ts';
import { sourceRow, sourceTab } from './source-columns.ts';

/** One row per occupant of a space. */
export const occupancyTable = {
  name: 'occupancy',
  tab: 'Occupations',
  purpose: 'Un occupant d’un espace, sa part, son entrée et sa sortie.',
  prefix: 'OCC',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'space', header: 'N° d’espace', type: 'text', width: 100 },
    { field: 'space_name', header: 'Espace', type: 'text', width: 120 },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Occupant', type: 'text', width: 220 },
    { field: 'person', header: 'Personne', type: 'text', width: 140 },
    { field: 'share', header: 'Part (%)', type: 'decimal' },
    { field: 'start', header: 'Entrée', type: 'date' },
    { field: 'planned_end', header: 'Sortie prévue', type: 'date' },
    {
      field: 'max_end',
      header: 'Limite des 36 mois',
      type: 'date',
      width: 110,
      help: 'La fin du séjour le plus long permis, d’après l’entrée ; vide pour les boutiques.',
    },
    { field: 'end', header: 'Sortie', type: 'date' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;
