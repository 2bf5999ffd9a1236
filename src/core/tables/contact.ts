/** « Contacts »: the people of the members. */
import type { RecordOf, Table } from '../table.ts';
import { sourceRow, sourceTab } from './source-columns.ts';

/** One row per person of a member. */
export const contactTable = {
  name: 'contact',
  tab: 'Contacts',
  purpose: 'Une personne d’une structure adhérente.',
  prefix: 'CON',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'name', header: 'Nom', type: 'text', width: 200 },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    { field: 'role', header: 'Fonction', type: 'text', width: 150 },
    { field: 'email', header: 'E-mail', type: 'text', width: 230 },
    { field: 'phone', header: 'Téléphone', type: 'text', width: 120 },
    {
      field: 'main',
      header: 'Contact principal',
      type: 'yes_no',
      later: true,
      help: '« oui » pour la personne à qui écrire d’abord.',
    },
    { field: 'left_on', header: 'Parti le', type: 'date', later: true },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;

/** A row of « Contacts ». */
export type Contact = RecordOf<typeof contactTable>;
