/** The workbook as a value: what was entered in each cell of each tab. */

/** A formula in its canonical form: leading "=", English function names, ";" between arguments. */
export interface Formula {
  readonly formula: string;
}

/** What was entered in a cell; a text that begins with "=" is a text, a formula is a `Formula`. */
export type Cell = null | number | boolean | string | Formula;

/** Rows of cells, possibly ragged; a missing cell is an empty one. */
export type Grid = readonly (readonly Cell[])[];

/** What each tab holds, by the tab's title. */
export type Workbook = Readonly<Record<string, Grid>>;

/** What a cell shows once calculated; an error is told apart from a text. */
export type Shown = null | number | boolean | string | { readonly error: string };

/** The calculated face of a tab, with the same addresses as its `Grid`. */
export type ShownGrid = readonly (readonly Shown[])[];

/** True for a formula, whatever it shows. */
export function isFormula(cell: Cell): cell is Formula {
  return typeof cell === 'object' && cell !== null;
}

/** The cell at a zero-based address, `null` outside the grid. */
export function cellAt(grid: Grid, row: number, column: number): Cell {
  return grid[row]?.[column] ?? null;
}

/** The formula with ";" between arguments and a leading "=", whichever separator it came with. */
export function canonicalFormula(text: string): string {
  const body = text.startsWith('=') ? text.slice(1) : text;
  const pieces = splitQuoted(body);
  const hasSemicolon = pieces.some((piece) => !piece.quoted && piece.text.includes(';'));
  if (hasSemicolon) return `=${body}`;
  return `=${pieces.map((piece) => (piece.quoted ? piece.text : piece.text.replaceAll(',', ';'))).join('')}`;
}

/** True when both cells were entered alike; formulas are compared without regard to separators, spaces and needless quotes. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (isFormula(a) && isFormula(b)) return a.formula === b.formula || bareFormula(a.formula) === bareFormula(b.formula);
  if (isFormula(a) || isFormula(b)) return false;
  return (a === '' ? null : a) === (b === '' ? null : b);
}

/** Hosts give a formula back with their own spacing and quotes around tab titles; neither changes what it means. */
function bareFormula(formula: string): string {
  return splitQuoted(canonicalFormula(formula))
    .map(({ text, quoted }) => {
      if (!quoted) return text.replace(/\s+/gu, '').toUpperCase();
      return /^'[\p{L}_][\p{L}\d_]*'$/u.test(text) ? text.slice(1, -1).toUpperCase() : text;
    })
    .join('');
}

/** The grid without empty cells at the end of its rows and without empty rows at its end; "" becomes empty. */
export function trimGrid(grid: Grid): Grid {
  const rows = grid.map((row) => {
    const cells = row.includes('') ? row.map((cell) => (cell === '' ? null : cell)) : row;
    let end = cells.length;
    while (end > 0 && cells[end - 1] === null) end -= 1;
    return end === row.length ? cells : cells.slice(0, end);
  });
  let end = rows.length;
  while (end > 0 && rows[end - 1]?.length === 0) end -= 1;
  return rows.slice(0, end);
}

/** True when both grids hold the same cells, ragged or not. */
export function sameGrid(a: Grid, b: Grid): boolean {
  const rows = Math.max(a.length, b.length);
  for (let row = 0; row < rows; row += 1) {
    const columns = Math.max(a[row]?.length ?? 0, b[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      if (!sameCell(cellAt(a, row, column), cellAt(b, row, column))) return false;
    }
  }
  return true;
}

/** How many columns the widest row has. */
export function gridWidth(grid: Grid): number {
  return grid.reduce((width, row) => Math.max(width, row.length), 0);
}

/** The letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnLetters(column: number): string {
  const rest = column % 26;
  const head = Math.floor(column / 26);
  return (head > 0 ? columnLetters(head - 1) : '') + String.fromCharCode(65 + rest);
}

/** The zero-based column of its letters: "A" → 0, "AA" → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A tab's title as formulas want it: always quoted, apostrophes doubled. */
export function quoteTab(tab: string): string {
  return `'${tab.replaceAll("'", "''")}'`;
}

function splitQuoted(text: string): { text: string; quoted: boolean }[] {
  return text
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*')/u)
    .map((piece, index) => ({ text: piece, quoted: index % 2 === 1 }));
}

/** A whole column of a tab as formulas name it: 'Budget'!$G:$G. */
export function columnRange(tab: string, column: number): string {
  const letters = columnLetters(column);
  return `${quoteTab(tab)}!$${letters}:$${letters}`;
}

/** The text with its lines ended as a spreadsheet ends them, whatever program wrote it. */
export function plainLines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/gu, '\n') : text;
}
