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
  const body = text.replace(/\r\n?/gu, '\n');
  // A quote that nothing closes is a letter like any other: it does not swallow the rest of the statement.
  const quoted = new RegExp(` *"((?:[^"]|""){0,2000})" *(?=${separator}|\n|$)`, 'uy');
  const bare = new RegExp(`[^${separator}\n]*`, 'uy');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= body.length && rows.length < MOST_ROWS) {
    quoted.lastIndex = at;
    bare.lastIndex = at;
    const inQuotes = quoted.exec(body);
    const cell = inQuotes?.[1]?.replaceAll('""', '"') ?? bare.exec(body)?.[0] ?? '';
    at = (inQuotes === null ? bare : quoted).lastIndex;
    if (row.length < MOST_CELLS) row.push(cell.replaceAll('\n', ' ').trim().slice(0, LONGEST_CELL));
    if (body.charAt(at) !== separator) {
      if (row.some((one) => one !== '')) rows.push(row);
      row = [];
    }
    at += 1;
  }
  return rows;
}
