/** Our formulas as Excel writes them. */
import { toEngineFormula } from '../engine/index.ts';

const LATER_FUNCTIONS =
  /\b(IFS|SWITCH|ISOWEEKNUM|MAXIFS|MINIFS|TEXTJOIN|CONCAT|IFNA|XLOOKUP|XMATCH|UNIQUE|FILTER|SORT|LET|VSTACK|HSTACK|NUMBERVALUE|DAYS)\(/gu;

/** The formula without its « = », with commas, the names of Excel’s later functions and the titles of its sheets. */
export function excelFormula(formula: string, titles: ReadonlyMap<string, string>): string {
  return toEngineFormula(formula)
    .slice(1)
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u)
    .map((piece) => {
      if (piece.startsWith('"')) return piece;
      if (!piece.startsWith("'")) return piece.replaceAll(LATER_FUNCTIONS, '_xlfn.$1(');
      const title = piece.slice(1, -1).replaceAll("''", "'");
      return `'${(titles.get(title) ?? title).replaceAll("'", "''")}'`;
    })
    .join('');
}
