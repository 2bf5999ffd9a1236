/** « Taux d’occupation »: three rates with their definitions, by kind and month, as live formulas over the days written below them. */
import { formula } from '../budget-formulas.ts';
import { frenchDay, plusMonths, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { looks } from '../dress.ts';
import type { Chart, Look } from '../dress.ts';
import { generated } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { capital, enumeration, french } from '../french.ts';
import { columnLetters, isFormula } from '../workbook.ts';
import type { Cell } from '../workbook.ts';
import { shortMonth } from './month.ts';
import type { MonthSpan } from './month.ts';
import { kindNames, monthlyFeeOf, roomKinds, roomMonths } from './rooms.ts';
import type { Room, RoomKind } from './rooms.ts';
import { turnOverOf } from './turn-over.ts';

/** Title of the generated tab. */
export const RATES_SHEET = 'Taux d’occupation';

/** What the sheet is built from. */
export interface RatesParts {
  readonly title: string;
  readonly stamp: string;
  readonly rooms: readonly Room[];
  readonly spans: readonly MonthSpan[];
  readonly today: Day;
}

/** Label, kind, m², fee; then the months, then the years. */
const FIXED = 4;
const INTRO_ROWS = 8;
const CHART_ROWS = 16;
const DASH = '–';
const percent: Look = { format: { type: 'PERCENT', pattern: '0%' }, align: 'RIGHT' };

/** Where the rate in places of the first month stands, zero-based: other tabs refer to it. */
export const overallPlacesCell = { row: INTRO_ROWS + CHART_ROWS + 1, column: FIXED } as const;

/** The rows of one kind in the two blocks of days, zero-based, ends excluded. */
interface Block {
  readonly kind: RoomKind;
  readonly start: number;
  readonly end: number;
}

/** The whole tab: definitions, chart, rates of all and by kind, turn-over, then the days that all of it is made of. */
export function ratesSheet(parts: RatesParts): Generated {
  const { title, stamp, rooms, spans } = parts;
  const kinds = roomKinds.filter((kind) => rooms.some((room) => room.kind === kind));
  const years = [...new Set(spans.map(({ month }) => month.slice(0, 4)))];
  const width = FIXED + spans.length + years.length;
  const ratesEnd = overallPlacesCell.row + 3;
  const turnStart = ratesEnd + 3 * (kinds.length + 2) + 1;
  const occupiedStart = turnStart + kinds.length + 4;
  const availableStart = occupiedStart + rooms.length + 2;
  const layout: Layout = {
    width,
    months: spans.length,
    columns: width - FIXED,
    occupied: blocksOf(kinds, rooms, occupiedStart),
    available: blocksOf(kinds, rooms, availableStart),
  };
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: width, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: width, look: looks.subtitle }] },
    ...definitionRows(rooms, width),
    ...Array.from({ length: CHART_ROWS }, () => ({ cells: [] })),
    headerRow('Ensemble', parts, years),
    ...definitions.map((definition) => rateRow(definition.label, definition, 'all', layout)),
    ...definitions.flatMap((definition) => [
      { cells: [] },
      headerRow(`${definition.label}, par type`, parts, years),
      ...kinds.map((kind) => rateRow(capital(kindNames[kind][1]), definition, kind, layout)),
    ]),
    { cells: [] },
    ...turnOverRows(kinds, parts, width),
    { cells: [] },
    ...dayRows('Jours occupés, par place', 'occupied', parts, years),
    { cells: [] },
    ...dayRows('Jours disponibles, par place', 'available', parts, years),
  ];
  return generated(rows.map(onItsRow), {
    widths: [210, 130, 56, 104, ...spans.map(() => 58), ...years.map(() => 60)],
    frozenRows: 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt « Espaces » et « Occupations ».',
    charts: [chartOf(spans.length)],
  });
}

interface Layout {
  readonly width: number;
  readonly months: number;
  /** Months and years. */
  readonly columns: number;
  readonly occupied: readonly Block[];
  readonly available: readonly Block[];
}

function blocksOf(kinds: readonly RoomKind[], rooms: readonly Room[], start: number): Block[] {
  let row = start;
  return kinds.map((kind) => {
    const block = { kind, start: row, end: row + rooms.filter((room) => room.kind === kind).length };
    row = block.end;
    return block;
  });
}

interface RateDefinition {
  readonly short: string;
  readonly label: string;
  readonly text: string;
  /** The column that weighs each room's days; null when every place counts the same. */
  readonly weight: number | null;
}

/** The three definitions (facts: « three published definitions »), each with what it leaves out. */
const definitions: readonly RateDefinition[] = [
  {
    short: 'Places',
    label: 'Taux en places',
    text: 'Places : jours où une place est occupée ÷ jours où elle peut l’être. Un bureau partagé compte une fois.',
    weight: null,
  },
  {
    short: 'Surface (m²)',
    label: 'Taux en surface (m²)',
    text: 'Surface : les mêmes jours, chaque espace comptant pour ses m².',
    weight: 2,
  },
  {
    short: 'Redevances (€)',
    label: 'Taux en redevances (€)',
    text: 'Redevances : les mêmes jours, chaque espace comptant pour sa redevance par mois. Les boutiques n’y sont pas : leur loyer va au bailleur.',
    weight: 3,
  },
];

function definitionRows(rooms: readonly Room[], width: number): SheetRow[] {
  const noArea = rooms.filter(({ space }) => space.area === null).map(({ name }) => name);
  const noFee = rooms
    .filter((room) => monthlyFeeOf(room) === null && room.kind !== 'shop_unit')
    .map(({ name }) => name);
  const texts = [
    ...definitions.map(({ text }, index) => {
      const missing = index === 1 ? noArea : index === 2 ? noFee : [];
      const what = index === 1 ? 'sans surface connue' : 'sans redevance connue';
      return missing.length === 0 ? text : french`${text} Laissés de côté, ${what} : ${shortened(missing)}.`;
    }),
    'Les jours de travaux et ceux d’après la fermeture d’un espace ne comptent ni en haut ni en bas.',
    'Les mois à venir sont une prévision, d’après les sorties prévues. Sans date de sortie, un occupant compte comme présent.',
  ];
  return [...texts, null].map((text) => ({
    cells: text === null ? [] : [text],
    looks: [{ from: 0, to: width, look: { color: '#3c4043' } }],
  }));
}

function shortened(names: readonly string[]): string {
  const LONGEST = 8;
  if (names.length <= LONGEST) return enumeration(names);
  return `${names.slice(0, LONGEST).join(', ')} et ${String(names.length - LONGEST)} autres`;
}

function headerRow(label: string, { spans, today }: RatesParts, years: readonly string[]): SheetRow {
  const now = serialOf(today);
  const ahead = spans.findIndex(({ first }) => first > now);
  return {
    cells: [
      label,
      null,
      null,
      null,
      ...spans.map(({ month }) => `${shortMonth(month)} ${month.slice(2, 4)}`),
      ...years.map((year) => Number(year)),
    ],
    looks: [
      { from: 0, to: FIXED + spans.length + years.length, look: looks.header },
      { from: FIXED, to: FIXED + spans.length + years.length, look: { align: 'RIGHT' } },
      ...(ahead < 0 ? [] : [{ from: FIXED + ahead, to: FIXED + spans.length, look: { italic: true, bold: false } }]),
    ],
  };
}

function rateRow(label: string, { weight, short }: RateDefinition, of: RoomKind | 'all', layout: Layout): SheetRow {
  const cells = Array.from({ length: layout.columns }, (_, index): Cell => {
    const column = FIXED + index;
    const occupied = daysSum(layout.occupied, of, column, weight);
    const available = daysSum(layout.available, of, column, weight);
    return occupied === null || available === null ? DASH : formula(`IFERROR(${occupied}/${available};"${DASH}")`);
  });
  return {
    cells: [label, null, null, of === 'all' ? short : null, ...cells],
    looks: [
      { from: FIXED, to: layout.width, look: percent },
      { from: FIXED + layout.months, to: layout.width, look: { bold: true } },
      ...(of === 'all' ? [{ from: 0, to: 1, look: { bold: true } }] : []),
    ],
  };
}

/** The days of a column, weighted or not; null when there is no such room. */
function daysSum(blocks: readonly Block[], of: RoomKind | 'all', column: number, weight: number | null): string | null {
  const own = blocks.filter(({ kind }) => of === 'all' || kind === of);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return null;
  const range = (at: number, lock = '') => {
    const letters = `${lock}${columnLetters(at)}`;
    return `${letters}${String(first.start + 1)}:${letters}${String(last.end)}`;
  };
  return weight === null ? `SUM(${range(column)})` : `SUMPRODUCT(${range(weight, '$')};${range(column)})`;
}

function turnOverRows(kinds: readonly RoomKind[], { rooms, today }: RatesParts, width: number): SheetRow[] {
  const since = plusMonths(today, -12);
  const titles = [
    french`Mouvements du ${frenchDay(since)} au ${frenchDay(today)}`,
    'Places',
    'Occupées',
    'En attente',
    'Sorties',
    'Turn-over',
    'Séjours présents',
    'Leurs mois',
    'Moyenne',
    'Séjours terminés',
    'Leurs mois',
    'Moyenne',
  ];
  return [
    {
      cells: titles,
      looks: [
        { from: 0, to: Math.max(width, titles.length), look: looks.header },
        { from: 1, to: titles.length, look: { align: 'RIGHT' } },
      ],
    },
    ...kinds.map((kind) => turnOverRow(kind, { rooms, today })),
    {
      cells: [
        'Turn-over : sorties notées dans les douze mois ÷ places. Moyenne : mois passés ÷ séjours d’entrée connue (un mois compte 30,4 jours).',
      ],
      looks: [{ from: 0, to: width, look: looks.subtitle }],
    },
  ];
}

const MONTH_DAYS = 365.25 / 12;

function turnOverRow(kind: RoomKind, { rooms, today }: Pick<RatesParts, 'rooms' | 'today'>): SheetRow {
  const { places, occupied, waiting, exits, present, gone } = turnOverOf(kind, rooms, today);
  const months = (days: number) => Math.round((days / MONTH_DAYS) * 10) / 10;
  return {
    cells: [
      capital(kindNames[kind][1]),
      places,
      occupied,
      waiting,
      exits,
      formula('IFERROR(E#/B#;"–")'),
      present.stays,
      months(present.days),
      formula('IFERROR(ROUND(H#/G#;1);"–")'),
      gone.stays,
      months(gone.days),
      formula('IFERROR(ROUND(K#/J#;1);"–")'),
    ],
    looks: [
      { from: 5, to: 6, look: percent },
      ...[8, 11].map((at) => ({ from: at, to: at + 1, look: { bold: true } })),
    ],
  };
}

/** Formulas over cells of their own row are written with « # » in the place of its number. */
function onItsRow({ cells, ...row }: SheetRow, index: number): SheetRow {
  const placed = cells.map((cell) =>
    isFormula(cell) ? { formula: cell.formula.replaceAll('#', String(index + 1)) } : cell,
  );
  return { ...row, cells: placed };
}

function dayRows(
  label: string,
  what: 'occupied' | 'available',
  parts: RatesParts,
  years: readonly string[],
): SheetRow[] {
  const { rooms, spans } = parts;
  const header = headerRow(label, parts, years);
  return [
    { ...header, cells: [label, 'Type', 'm²', '€ par mois', ...header.cells.slice(FIXED)] },
    ...rooms.map((room): SheetRow => {
      const fee = monthlyFeeOf(room);
      const days = roomMonths(room, spans).map((month) => month[what]);
      return {
        cells: [
          room.name,
          kindNames[room.kind][0],
          room.space.area,
          fee === null ? null : fee / 100,
          ...days,
          ...years.map((year) => formula(`SUM(${yearRange(year, spans)})`)),
        ],
        looks: [
          { from: 3, to: 4, look: { format: { type: 'NUMBER', pattern: '#,##0.00' } } },
          { from: FIXED + spans.length, to: FIXED + spans.length + years.length, look: { bold: true } },
        ],
      };
    }),
  ];
}

function yearRange(year: string, spans: readonly MonthSpan[]): string {
  const own = spans.flatMap(({ month }, index) => (month.startsWith(year) ? [FIXED + index] : []));
  return `${columnLetters(own[0] ?? FIXED)}#:${columnLetters(own.at(-1) ?? FIXED)}#`;
}

function chartOf(months: number): Chart {
  const { row, column } = overallPlacesCell;
  const line = (at: number) => ({ startRow: at, endRow: at + 1, startColumn: column - 1, endColumn: column + months });
  return {
    title: 'Taux d’occupation, mois par mois',
    kind: 'LINE',
    labels: line(row - 1),
    series: [line(row), line(row + 1), line(row + 2)],
    anchor: { row: INTRO_ROWS, column: 0 },
    width: 1000,
    height: 320,
  };
}
