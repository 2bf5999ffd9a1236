/** Rows of a pasted text: separated by semicolons, commas or tabs, cells between quotes where they hold a separator. */

const MOST_ROWS = 5000;
const MOST_CELLS = 60;
const LONGEST_CELL = 500;

/** The rows of the text, bounded; the separator is the one that makes the rows widest and most alike. */
export function csvRows(text: string): string[][] {
  const best = ['\t', ';', ',']
    .map((separator) => ({ separator, score: scoreOf(text, separator) }))
    .sort((a, b) => b.score - a.score)[0];
  return rowsOf(text, best?.separator ?? ';');
}

function scoreOf(text: string, separator: string): number {
  const widths = rowsOf(text.slice(0, 20_000), separator)
    .map((row) => row.length)
    .filter((width) => width > 2);
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function rowsOf(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = () => {
    if (row.length < MOST_CELLS) row.push(cell.trim().slice(0, LONGEST_CELL));
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.some((one) => one !== '')) rows.push(row);
    row = [];
  };
  for (let index = 0; index < text.length && rows.length < MOST_ROWS; index += 1) {
    const letter = text.charAt(index);
    if (isQuoted) {
      // A quote that nothing closes before a whole line ends would swallow the rest of the statement.
      if (letter === '"' && text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else if (letter === '"') isQuoted = false;
      else if (letter === '\n' && cell.length > LONGEST_CELL) {
        isQuoted = false;
        endRow();
      } else cell += letter === '\n' || letter === '\r' ? ' ' : letter;
    } else if (letter === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (letter === separator) endCell();
    else if (letter === '\n') endRow();
    else if (letter !== '\r') cell += letter;
  }
  if (rows.length < MOST_ROWS) endRow();
  return rows;
}
