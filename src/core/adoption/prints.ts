/** Prints of what adoption wrote, cell by cell: they tell what she edited since from what only the source changed. */
import type { Cell } from '../workbook.ts';

/** The print of a cell; empty for an empty cell. */
export function printOf(cell: Cell): string {
  if (cell === null || cell === '') return '';
  return shortHash(typeof cell === 'object' ? cell.formula : `${typeof cell} ${String(cell)}`);
}

/** The name under which one of her own columns is kept among prints. */
export function ownPrintKey(header: string): string {
  return `+${shortHash(header)}`;
}

// 32 bits are enough to notice an edit (public "FNV-1a" construction), and thousands of records stay light.
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}

/** True when a text of prints has one for the field. */
export function hasPrint(text: string, field: string): boolean {
  return text.startsWith(`${field}:`) || text.includes(` ${field}:`);
}

/** Prints as one text; empty cells leave no trace. */
export function writePrints(prints: ReadonlyMap<string, string>): string {
  return [...prints].flatMap(([field, print]) => (print === '' ? [] : [`${field}:${print}`])).join(' ');
}

/** The prints of a text; what cannot be read is left out. */
export function readPrints(text: string | null): Map<string, string> {
  const prints = new Map<string, string>();
  for (const piece of (text ?? '').split(' ')) {
    const [field, print] = piece.split(':');
    if (field !== undefined && print !== undefined) prints.set(field, print);
  }
  return prints;
}
