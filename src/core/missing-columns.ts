/** Columns of ours that went from a tab: nothing is written there until they are back. */
import type { State } from './command.ts';
import { french, quoted } from './french.ts';
import { placesOf } from './records.ts';
import type { Table } from './table.ts';
import type { Grid } from './workbook.ts';

/** Why nothing can be written in those tabs, in French with the cure; null when all their columns are there. */
export function missingColumns({ workbook }: Pick<State, 'workbook'>, tables: readonly Table[]): string | null {
  for (const table of tables) {
    const missing = missingFrom(table, workbook[table.tab]);
    if (missing.length > 0)
      return french`Onglet « ${table.tab} » : il manque ${missing.join(', ')} en ligne 1. Remettez ce qui a été supprimé ou renommé (Ctrl+Z, ou Fichier > Historique des versions), puis recommencez. Rien n’a été changé.`;
  }
  return null;
}

/** The titles, quoted, that a tab has lost; one that does not exist yet has lost none, nor are later columns ever missing. */
function missingFrom(table: Table, grid: Grid | undefined): string[] {
  if (grid === undefined || grid.length === 0) return [];
  const places = placesOf(table, grid);
  return table.columns
    .filter(({ field, later }) => later !== true && !places.has(field))
    .map(({ header }) => quoted(header));
}
