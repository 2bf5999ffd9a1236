/** Prints of what adoption wrote, cell by cell: they tell what she edited since from what only the source changed. */
import { hashText } from '../digest.ts';
import type { Cell } from '../workbook.ts';

/** The print of a cell; empty for an empty cell. */
export function printOf(cell: Cell): string {
  return cell === null || cell === '' ? '' : hashText(JSON.stringify(cell)).slice(-7);
}

/** The name under which one of her own columns is kept among prints. */
export function ownPrintKey(header: string): string {
  return `+${hashText(header).slice(-7)}`;
}

/** Prints as one text; empty cells leave no trace. */
export function writePrints(prints: ReadonlyMap<string, string>): string | null {
  const text = [...prints].flatMap(([field, print]) => (print === '' ? [] : [`${field}:${print}`])).join(' ');
  return text === '' ? null : text;
}

/** The prints of a text; what cannot be read is left out. */
export function readPrints(text: string | null): ReadonlyMap<string, string> {
  return new Map(
    (text ?? '').split(' ').flatMap((piece): [string, string][] => {
      const [field, print] = piece.split(':');
      return field !== undefined && print !== undefined ? [[field, print]] : [];
    }),
  );
}
