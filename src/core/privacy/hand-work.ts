/** What erasing cannot reach and she does by hand: notes of cells, titles of tabs, tabs that bear a title of Régie's. */
import type { State } from '../command.ts';
import { french, quoted } from '../french.ts';
import type { Problem } from '../problem.ts';
import { columnLetters } from '../workbook.ts';
import { maskedText } from './mask.ts';
import type { OwnTab } from './own-tabs.ts';
import type { Subject } from './subject.ts';

interface Places {
  /** Titles of her own tabs. */
  readonly titles: readonly string[];
  /** Tabs that speak of the person and cannot be written from here. */
  readonly closed: readonly OwnTab[];
}

/** One point for each thing to do by hand, with its cure. */
export function handWork(state: State, { trace }: Subject, { titles, closed }: Places): readonly Problem[] {
  const isAbout = (text: string) => maskedText(text, trace) !== text;
  const notes = state.sources.flatMap(({ title, rows }) =>
    rows.flatMap((row, index) =>
      row.flatMap((cell, column): Problem[] =>
        cell?.note !== undefined && isAbout(cell.note)
          ? [
              point(
                title,
                { row: index + 1, column: columnLetters(column) },
                french`une note parle de cette personne. Clic droit sur la cellule > « Supprimer la note ».`,
              ),
            ]
          : [],
      ),
    ),
  );
  return [
    ...titles
      .filter(isAbout)
      .map((title) => point(title, { row: null, column: null }, 'le titre de l’onglet porte ce nom. Renommez-le.')),
    ...closed.map(({ tab, cells }) =>
      point(
        tab.replace(/ \(original\)$/u, ''),
        { row: null, column: null },
        french`cet onglet porte le titre d’un onglet de Régie, qui ne peut pas y écrire. Corrigez-y à la main : ${cells
          .map(({ row, column }) => `${columnLetters(column)}${row + 1}`)
          .slice(0, 20)
          .join(', ')}.`,
      ),
    ),
    ...notes,
  ];
}

function point(
  tab: string,
  place: { readonly row: number | null; readonly column: string | null },
  what: string,
): Problem {
  const where = place.row === null ? '' : french`, cellule ${place.column ?? ''}${place.row}`;
  return {
    tab,
    ...place,
    kind: 'personal_data_left',
    raw: null,
    severity: 'warning',
    message: french`Onglet ${quoted(tab)}${where} : ${what}`,
  };
}
