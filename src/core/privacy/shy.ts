/** A cell shown so that she recognises it and nobody else learns it. */
import { isFormula } from '../workbook.ts';
import type { Cell } from '../workbook.ts';

/** « A… L… », « a…@m… », « 06… » : the beginning of each word; a formula and a number say only what they are. */
export function shy(cell: Cell): string {
  if (cell === null || cell === '') return 'vide';
  if (isFormula(cell)) return 'une formule';
  if (typeof cell !== 'string') return 'un nombre';
  if (/^Personne effacée [A-Z]+-\d+$/u.test(cell)) return cell;
  const words = cell.trim().split(/\s+/u);
  const shown = words.slice(0, 3).map((word) => {
    const letters = Array.from(word);
    const [first = '', second = ''] = letters;
    if (word.includes('@')) return `${first}…@${Array.from(word.split('@')[1] ?? '')[0] ?? ''}…`;
    return /^\d/u.test(word) ? `${first}${second}…` : `${first}…`;
  });
  return words.length > 3 ? `${shown.join(' ')} …` : shown.join(' ');
}
