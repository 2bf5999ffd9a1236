/** « Régie · formulaires », hidden: the forms that Régie made, and their addresses. */
import type { RecordOf, Table } from '../table.ts';

/** One row per form. */
export const formTable = {
  name: 'form',
  tab: 'Régie · formulaires',
  purpose: 'Un formulaire créé par Régie.',
  prefix: 'FOR',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'kind', header: 'Objet', type: 'choice', choices: { registrations: 'inscriptions' } },
    { field: 'form', header: 'Formulaire', type: 'text', width: 300 },
    { field: 'link', header: 'Adresse', type: 'text', width: 400 },
    { field: 'created_on', header: 'Créé le', type: 'date' },
  ],
} as const satisfies Table;

/** A row of « Régie · formulaires ». */
export type FormRow = RecordOf<typeof formTable>;
