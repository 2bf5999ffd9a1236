/** What the colours of a tab's rows may mean: suggestions to confirm. */
import { columnIndex } from '../workbook.ts';
import { isFilled, textOf } from './cells.ts';
import type { Frame, FrameRow, LegendEntry } from './types.ts';
import { clean, fold } from './values/text.ts';

type Tags = ReadonlyMap<number, string>;

const FRENCH_COLOURS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    jaune: 'yellow',
    rouge: 'red',
    vert: 'green',
    orange: 'orange',
    bleu: 'blue',
    violet: 'purple',
    mauve: 'purple',
    rose: 'pink',
    gris: 'grey',
    marron: 'brown',
  }),
);

// What is written beside a colour often says what the colour means.
const MEANINGS: readonly (readonly [string, RegExp])[] = [
  ['libre', /\b(?:libre|vacant|vacante|disponible|a pourvoir)\b/u],
  ['départ', /\b(?:part|partira|depart|quitte|sortie?)\b/u],
  ['à relancer', /\brelanc/u],
  ['plus de 3 ans', /\b(?:3 ans|trois ans|36 mois)\b/u],
  ['demandé', /\b(?:demandee?s?|sollicitee?s?|en cours)\b/u],
  ['ok', /\b(?:ok|obtenue?s?|accordee?s?|attribuee?s?|valide|validee)\b/u],
  ['à venir', /\ba venir\b/u],
  ['annulé', /\bannule/u],
  ['refusé', /\brefus/u],
  ['à confirmer', /\ba confirmer\b/u],
  ['en attente', /\ben attente\b/u],
  ['impayé', /\b(?:impaye|retard)/u],
  ['nouveau', /\bnouve(?:au|lle)/u],
];

const STRIPES_FROM_ROWS = 8;

/** The colours found on data rows; `tags` adds what is known of a row beside its text. Empty when there are none. */
export function colourLegend(frame: Frame, tags: Tags = new Map()): readonly LegendEntry[] {
  const written = writtenLegend(frame);
  const found = colouredRows(frame).filter(({ colour, rows }) => written.has(colour) || !isStriped(frame, rows));
  const order = [...written.keys()];
  const rank = (colour: string): number => (order.includes(colour) ? order.indexOf(colour) : order.length);
  const rowsByNumber = new Map(frame.data.map((row) => [row.row, row]));
  return found
    .map((coloured) => ({
      colour: coloured.colour,
      rows: coloured.rows,
      suggestion: written.get(coloured.colour) ?? suggestionFor(coloured, rowsByNumber, tags),
    }))
    .sort((a, b) => rank(a.colour) - rank(b.colour));
}

interface ColouredRows {
  readonly colour: string;
  readonly rows: readonly number[];
  /** What stands in the coloured cells, by row. */
  readonly texts: ReadonlyMap<number, string>;
}

function colouredRows(frame: Frame): readonly ColouredRows[] {
  const data = new Map(frame.data.flatMap((row) => [row, ...row.continuations]).map((row) => [row.row, row]));
  const found = new Map<string, Map<number, string>>();
  for (const { colour, cells } of frame.formats.colours) {
    const texts = found.get(colour) ?? new Map<number, string>();
    for (const address of cells) {
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(address) ?? [];
      const row = data.get(Number(digits));
      if (row === undefined) continue;
      texts.set(row.row, `${texts.get(row.row) ?? ''} ${textOf(row.cells[columnIndex(letters)])}`);
    }
    if (texts.size > 0) found.set(colour, texts);
  }
  return [...found].map(([colour, texts]) => ({ colour, rows: [...texts.keys()].sort((a, b) => a - b), texts }));
}

// A colour on about every second row, or on all, makes a table readable and means nothing.
function isStriped(frame: Frame, rows: readonly number[]): boolean {
  return frame.data_rows.length >= STRIPES_FROM_ROWS && rows.length >= frame.data_rows.length * 0.4;
}

function writtenLegend(frame: Frame): ReadonlyMap<string, string> {
  const texts = [
    ...frame.notes.flatMap(({ cells }) => cells.filter(isFilled).map(textOf)),
    ...frame.above.map(({ text }) => text),
  ];
  const entries = texts.flatMap((text) =>
    [...text.matchAll(/(?<!\p{L})(\p{L}{2,20})\s?(?:=|:|→)\s*([^/;,|=\n]+)/gu)].flatMap(
      ([, name = '', meaning = '']) => {
        const colour =
          FRENCH_COLOURS.get(fold(name).replace(/s$/u, '')) ?? FRENCH_COLOURS.get(fold(name).replace(/e$/u, ''));
        return colour === undefined ? [] : [[colour, clean(meaning)] as const];
      },
    ),
  );
  return new Map(entries);
}

function suggestionFor(coloured: ColouredRows, frameRows: ReadonlyMap<number, FrameRow>, tags: Tags): string | null {
  const own = meaningIn(coloured.rows, (row) => coloured.texts.get(row) ?? '');
  return own ?? meaningIn(coloured.rows, (row) => `${rowText(frameRows.get(row))} ${tags.get(row) ?? ''}`);
}

function meaningIn(rows: readonly number[], textAt: (row: number) => string): string | null {
  const hits = new Map<string, number>();
  for (const row of rows) {
    const folded = fold(textAt(row));
    for (const [meaning, word] of MEANINGS) if (word.test(folded)) hits.set(meaning, (hits.get(meaning) ?? 0) + 1);
  }
  const frequent = [...hits].filter(([, count]) => count * 3 >= rows.length).map(([meaning]) => meaning);
  return frequent.length === 0 ? null : frequent.slice(0, 2).join(' / ');
}

function rowText(row: FrameRow | undefined): string {
  return row === undefined ? '' : row.cells.filter(isFilled).map(textOf).join(' · ');
}
