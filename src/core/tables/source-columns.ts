/** The columns that say where an imported record comes from, last of ours in every table it may land in. */
import type { Column } from '../table.ts';

/** How the source row looked: colour, text struck through, notes of cells. */
export const sourceLook = {
  field: 'source_look',
  header: 'Mise en forme d’origine',
  type: 'text',
  width: 160,
  help: 'Couleurs, textes barrés et notes de la ligne d’origine, gardés en mots.',
} as const satisfies Column;

/** The title of the tab that the record was read in. */
export const sourceTab = {
  field: 'source_tab',
  header: 'Onglet d’origine',
  type: 'text',
  width: 140,
} as const satisfies Column;

/** The row of that tab, as it was numbered when it was read. */
export const sourceRow = {
  field: 'source_row',
  header: 'Ligne d’origine',
  type: 'integer',
  width: 70,
} as const satisfies Column;
