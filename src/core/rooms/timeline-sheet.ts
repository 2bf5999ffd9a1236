/** « Occupation des espaces »: a row per room, a column per month, a bar per stay; made to be read on a screen and printed on A3. */
import { serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { looks } from '../dress.ts';
import type { Area, Look } from '../dress.ts';
import { generated, rowArea } from '../generated.ts';
import type { Generated, SheetRow } from '../generated.ts';
import { columnLetters, quoteTab } from '../workbook.ts';
import type { Cell } from '../workbook.ts';
import { monthOf, shortMonth } from './month.ts';
import type { MonthSpan } from './month.ts';
import { occupantName } from './room-stay.ts';
import { kindNames } from './rooms.ts';
import type { Room } from './rooms.ts';
import { closedMonths, lanesOf, stateWords } from './timeline.ts';
import type { CellState, Lane } from './timeline.ts';
import { laneWords } from './timeline-words.ts';

/** Title of the generated tab. */
export const OCCUPANCY_SHEET = 'Occupation des espaces';

/** What the sheet is built from. */
export interface TimelineParts {
  readonly title: string;
  readonly stamp: string;
  readonly rooms: readonly Room[];
  readonly spans: readonly MonthSpan[];
  readonly today: Day;
  /** The actual title of « Taux d’occupation », and where it holds the rate in places of the first month. */
  readonly rates: { readonly tab: string; readonly row: number; readonly column: number };
}

const FIXED = 2;
const WORDS_WIDTH = 500;
const MONTH_WIDTH = 44;
const YEAR_FILLS = ['#1f3a5f', '#3b5f8a'] as const;
const TODAY = '#b3261e';

/** Dark texts on light fills, readable in black and white as well. */
const stateLooks: Readonly<Record<CellState, Look>> = {
  current: { fill: '#cfe3f7', color: '#12365c' },
  ending: { fill: '#fde0a6', color: '#5c3d00' },
  over: { fill: '#f4b6ae', color: '#6b120b' },
  extended: { fill: '#dccdf3', color: '#3f2370' },
  future: { fill: '#d5eedd', color: '#0f4d2a' },
  past: { fill: '#e6e8eb', color: '#4a4f55' },
  blocked: { fill: '#c8c2b8', color: '#3c362c' },
  closed: { fill: '#c8c2b8', color: '#3c362c' },
};

/** The whole tab: title, stamp, legend, months, rooms by kind and premises, and the occupancy rate of each month. */
export function timelineSheet(parts: TimelineParts): Generated {
  const { title, stamp, rooms, spans, today } = parts;
  const width = FIXED + spans.length + 1;
  const legend = legendRows(spans.length);
  const years = yearGroups(spans);
  const yearRow = 3 + legend.rows.length;
  const rows: SheetRow[] = [
    { cells: [title], looks: [{ from: 0, to: width, look: looks.title }] },
    { cells: [stamp], looks: [{ from: 0, to: width, look: looks.subtitle }] },
    ...legend.rows,
    markerRow(parts, width),
    {
      cells: [null, null, ...spans.map((_, index) => years.find(({ from }) => from === index)?.year ?? null)],
      looks: [
        { from: 0, to: width, look: { ...looks.header, align: 'CENTER' } },
        ...years.map(({ from, to }, index) => ({
          from: FIXED + from,
          to: FIXED + to,
          look: { fill: YEAR_FILLS[index % 2] ?? YEAR_FILLS[0] },
        })),
      ],
    },
    monthRow(parts, width),
  ];
  rows.push(
    ...rooms.flatMap((room, index) => [...sectionRow(room, rooms[index - 1], width), ...roomRows(room, parts, width)]),
  );
  rows.push(rateRow(parts, width));
  const now = spans.findIndex(({ month }) => month === monthOf(today));
  const ruled: Area = {
    startRow: yearRow + 1,
    endRow: rows.length,
    startColumn: FIXED + now,
    endColumn: FIXED + now + 1,
  };
  const sheet = generated(rows, {
    widths: [92, 50, ...spans.map(() => MONTH_WIDTH), WORDS_WIDTH],
    frozenRows: yearRow + 2,
    hideGridlines: true,
    tabColor: '#188038',
    protection: 'Cet onglet est reconstruit par Régie : modifiez plutôt « Espaces » et « Occupations ».',
    merges: [
      ...legend.merges,
      ...years
        .filter(({ from, to }) => to - from > 1)
        .map(({ from, to }) => rowArea(yearRow, FIXED + from, FIXED + to)),
    ],
  });
  if (now < 0) return sheet;
  return {
    ...sheet,
    dress: { ...sheet.dress, looks: [...(sheet.dress.looks ?? []), { area: ruled, look: { leftLine: TODAY } }] },
  };
}

/** The words of the legend on their colours, several beside each other when there are months enough. */
function legendRows(months: number): { rows: SheetRow[]; merges: Area[] } {
  const cellsEach = Math.min(4, Math.max(1, months));
  const perRow = Math.max(1, Math.floor(months / cellsEach));
  const states = Object.keys(stateWords) as CellState[];
  const rows: SheetRow[] = [];
  const merges: Area[] = [];
  for (let start = 0; start < states.length; start += perRow) {
    const shown = states.slice(start, start + perRow);
    const cells: Cell[] = [start === 0 ? 'Légende' : null, null];
    const row = 2 + rows.length;
    shown.forEach((state) => {
      if (cellsEach > 1) merges.push(rowArea(row, cells.length, cells.length + cellsEach));
      cells.push(stateWords[state], ...Array.from({ length: cellsEach - 1 }, () => null));
    });
    rows.push({
      cells,
      looks: [
        { from: 0, to: 1, look: { bold: true } },
        ...shown.map((state, index) => ({
          from: FIXED + index * cellsEach,
          to: FIXED + (index + 1) * cellsEach,
          look: { ...stateLooks[state], align: 'CENTER' as const },
        })),
      ],
    });
  }
  return { rows, merges };
}

function yearGroups(spans: readonly MonthSpan[]): { year: number; from: number; to: number }[] {
  const groups: { year: number; from: number; to: number }[] = [];
  spans.forEach(({ month }, index) => {
    const year = Number(month.slice(0, 4));
    const group = groups.at(-1);
    if (group?.year === year) group.to = index + 1;
    else groups.push({ year, from: index, to: index + 1 });
  });
  return groups;
}

/** The mark above the month in course; it moves with the month, so that the tab is known to have changed. */
function markerRow({ spans, today }: TimelineParts, width: number): SheetRow {
  const isNow = ({ month }: MonthSpan) => month === monthOf(today);
  if (!spans.some(isNow)) return { cells: [] };
  return {
    cells: [null, null, ...spans.map((span) => (isNow(span) ? 'auj.' : null)), 'auj. : le mois en cours'],
    looks: [
      { from: FIXED, to: width - 1, look: { color: TODAY, align: 'CENTER', bold: true } },
      { from: width - 1, to: width, look: { color: TODAY } },
    ],
  };
}

function monthRow({ spans, today }: TimelineParts, width: number): SheetRow {
  const now = spans.findIndex(({ month }) => month === monthOf(today));
  return {
    cells: ['Espace', 'm²', ...spans.map(({ month }) => shortMonth(month)), 'En clair'],
    looks: [
      { from: 0, to: width, look: looks.header },
      { from: 1, to: 2, look: { align: 'RIGHT' } },
      { from: FIXED, to: width - 1, look: { align: 'CENTER', bold: false, wrap: false } },
      ...(now < 0 ? [] : [{ from: FIXED + now, to: FIXED + now + 1, look: { fill: TODAY, bold: true } }]),
    ],
  };
}

function sectionRow(room: Room, before: Room | undefined, width: number): SheetRow[] {
  const heading = headingOf(room);
  if (before && headingOf(before) === heading) return [];
  return [{ cells: [heading], looks: [{ from: 0, to: width, look: looks.section }] }];
}

function headingOf({ kind, space }: Room): string {
  const name = kindNames[kind][1];
  const heading = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
  return space.premises === null ? heading : `${heading} – ${space.premises}`;
}

function roomRows(room: Room, parts: TimelineParts, width: number): SheetRow[] {
  const closed = closedMonths(room, parts.spans);
  return lanesOf(room, parts.spans, parts.today).map((lane, index) => {
    const states = statesIn(lane, index === 0 ? closed : closed.map(() => null));
    return {
      cells: [
        index === 0 ? room.name : null,
        index === 0 ? room.space.area : null,
        ...states.map((_, month) => startText(lane, room, states, month)),
        laneWords(lane, room.space, parts.today, index === 0),
      ],
      looks: [
        ...(index === 0 ? [{ from: 0, to: width, look: { topLine: '#dadce0' } }] : []),
        { from: 0, to: 1, look: { bold: true, vertical: 'MIDDLE' } },
        { from: 1, to: 2, look: { color: '#5f6368', align: 'RIGHT', vertical: 'MIDDLE' } },
        ...runs(states).map(({ state, from, to }) => ({
          from: FIXED + from,
          to: FIXED + to,
          look: { ...stateLooks[state], vertical: 'MIDDLE' as const },
        })),
        { from: width - 1, to: width, look: { wrap: true, color: '#3c4043', size: 9, vertical: 'MIDDLE' } },
      ],
    };
  });
}

/** One state per month, null where the room is free. */
function statesIn({ bars }: Lane, closed: readonly (CellState | null)[]): (CellState | null)[] {
  const states = [...closed];
  for (const { from, states: own } of bars) own.forEach((state, offset) => (states[from + offset] = state));
  return states;
}

/** The occupant's name where a bar starts, the reason where works do; the cells after it are left empty so that it can be read. */
function startText({ bars }: Lane, { space }: Room, states: readonly (CellState | null)[], month: number): Cell {
  const bar = bars.find(({ from }) => from === month);
  if (bar) return occupantName(bar.stay.occupancy);
  const state = states[month] ?? null;
  if (state !== 'blocked' && state !== 'closed') return null;
  if (month > 0 && states[month - 1] === state) return null;
  return state === 'closed' ? 'fermé' : (space.blocked_reason ?? 'travaux');
}

function runs(states: readonly (CellState | null)[]): { state: CellState; from: number; to: number }[] {
  const found: { state: CellState; from: number; to: number }[] = [];
  states.forEach((state, index) => {
    const last = found.at(-1);
    if (state === null) return;
    if (last?.state === state && last.to === index) last.to = index + 1;
    else found.push({ state, from: index, to: index + 1 });
  });
  return found;
}

function rateRow({ spans, rates, today }: TimelineParts, width: number): SheetRow {
  const now = serialOf(today);
  const cells = spans.map((_, index) => ({
    formula: `=${quoteTab(rates.tab)}!${columnLetters(rates.column + index)}${String(rates.row + 1)}`,
  }));
  const ahead = spans.findIndex(({ first }) => first > now);
  return {
    cells: [
      'Taux (places)',
      null,
      ...cells,
      'Places occupées sur places disponibles ; le calcul est dans « Taux d’occupation ».',
    ],
    looks: [
      { from: 0, to: width, look: looks.total },
      {
        from: FIXED,
        to: width - 1,
        look: { format: { type: 'PERCENT', pattern: '0%' }, align: 'CENTER', size: 9, bold: true },
      },
      ...(ahead < 0 ? [] : [{ from: FIXED + ahead, to: width - 1, look: { italic: true, bold: false } }]),
      { from: width - 1, to: width, look: { wrap: true, size: 9, bold: false, italic: true } },
    ],
  };
}
