/** The look of source rows in words, and the colour that may carry a meaning. */
import type { TabReading } from '../reading/types.ts';
import { columnLetters, columnIndex } from '../workbook.ts';

const COLOURS: Readonly<Record<string, string>> = {
  yellow: 'jaune',
  red: 'rouge',
  green: 'vert',
  orange: 'orange',
  blue: 'bleu',
  purple: 'violet',
  pink: 'rose',
  grey: 'gris',
  brown: 'marron',
  black: 'noir',
  white: 'blanc',
};

/** The French name of a colour. */
export function frenchColour(colour: string): string {
  return COLOURS[colour] ?? colour;
}

/** What a tab's rows look like. */
export interface RowLooks {
  /** French, or null for a plain row; only the given columns when there are some. */
  readonly words: (row: number, columns?: readonly string[]) => string | null;
  /** The colours of a row's cells that are in the tab's legend. */
  readonly colours: (row: number, columns?: readonly string[]) => readonly string[];
}

interface Mark {
  readonly column: string;
  readonly text: string;
  readonly colour?: string;
}

/** The looks of a tab, found by row. */
export function rowLooks(tab: TabReading): RowLooks {
  const marks = new Map<number, Mark[]>();
  const add = (cell: string, mark: Omit<Mark, 'column'>) => {
    const parts = /^([A-Z]+)(\d+)$/u.exec(cell);
    if (!parts) return;
    const row = Number(parts[2]);
    const list = marks.get(row) ?? [];
    marks.set(row, [...list, { column: parts[1] ?? '', ...mark }]);
  };
  const { colours, strikethrough, notes, hidden_rows: hidden } = tab.formats;
  for (const { colour, cells } of colours) for (const cell of cells) add(cell, { text: frenchColour(colour), colour });
  for (const cell of strikethrough) add(cell, { text: 'texte barré' });
  for (const { cell, text } of notes) add(cell, { text: `note « ${text} »` });
  const hiddenRows = new Set(hidden);
  const legend = new Set((tab.colour_legend ?? []).map(({ colour }) => colour));
  const of = (row: number, columns: readonly string[] | undefined) =>
    (marks.get(row) ?? []).filter(({ column }) => columns === undefined || columns.includes(column));
  return {
    words: (row, columns) => {
      const found = grouped(of(row, columns));
      const all = hiddenRows.has(row) ? ['ligne masquée', ...found] : found;
      return all.length > 0 ? all.join(' ; ') : null;
    },
    colours: (row, columns) => [
      ...new Set(
        of(row, columns).flatMap(({ colour }) => (colour !== undefined && legend.has(colour) ? [colour] : [])),
      ),
    ],
  };
}

function grouped(marks: readonly Mark[]): string[] {
  const columnsOf = new Map<string, string[]>();
  for (const { column, text } of marks) columnsOf.set(text, [...(columnsOf.get(text) ?? []), column]);
  return [...columnsOf].map(([text, columns]) => `${ranges(columns)} : ${text}`);
}

function ranges(columns: readonly string[]): string {
  const indexes = columns.map(columnIndex).sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last?.[1] === index - 1) last[1] = index;
    else runs.push([index, index]);
  }
  return runs
    .map(([start, end]) =>
      start === end
        ? columnLetters(start)
        : `${columnLetters(start)}${end === start + 1 ? ',' : '-'}${columnLetters(end)}`,
    )
    .join(',');
}
