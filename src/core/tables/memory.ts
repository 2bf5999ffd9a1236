/** « Régie · réponses », hidden: what she decided about each tab, so that it is asked once. */
import type { RecordOf, Table } from '../table.ts';

/** One row per decision. */
export const memoryTable = {
  name: 'memory',
  tab: 'Régie · réponses',
  purpose: 'Ce que vous avez décidé pour chaque onglet, pour ne pas le redemander.',
  prefix: 'REP',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'tab', header: 'Onglet', type: 'text' },
    { field: 'subject', header: 'Sujet', type: 'text' },
    { field: 'detail', header: 'Précision', type: 'text', width: 200 },
    { field: 'value', header: 'Réponse', type: 'text', width: 200 },
  ],
} as const satisfies Table;

/** A row of « Régie · réponses ». */
export type Memory = RecordOf<typeof memoryTable>;
