/** The look of a managed tab, derived from its table's declaration. */
import { looks } from './dress.ts';
import type { Area, Dress, Look } from './dress.ts';
import type { TabPlan } from './plan.ts';
import { placesOf } from './records.ts';
import type { Column, Table } from './table.ts';
import type { Grid } from './workbook.ts';

/** The dress of a table's tab: header, widths, formats and lists by column type; columns beyond ours keep a plain look. */
export function tableDress(table: Table, ownColumns = 0): Dress {
  const column = (index: number): Area => ({ startRow: 1, startColumn: index, endColumn: index + 1 });
  const header: Area = { startRow: 0, endRow: 1, startColumn: 0, endColumn: table.columns.length };
  const own: Area = {
    startRow: 0,
    endRow: 1,
    startColumn: table.columns.length,
    endColumn: table.columns.length + ownColumns,
  };
  return {
    frozenRows: 1,
    frozenColumns: table.hidden ? 0 : 2,
    hidden: table.hidden ?? false,
    tabColor: table.hidden ? '#9aa0a6' : '#1f3a5f',
    widths: table.columns.map((declared) => declared.width ?? defaultWidth(declared)),
    hiddenColumns: table.columns.flatMap(({ hidden }, index) => (hidden ? [index] : [])),
    looks: [
      { area: header, look: looks.header },
      ...(ownColumns > 0 ? [{ area: own, look: { ...looks.header, fill: '#5f6368' } }] : []),
      ...table.columns.flatMap((declared, index) =>
        isNumber(declared) ? [{ area: { ...header, startColumn: index, endColumn: index + 1 }, look: right }] : [],
      ),
      ...longTexts(table),
      ...table.columns.flatMap((declared, index) => {
        const look = lookOf(declared);
        return look ? [{ area: column(index), look }] : [];
      }),
    ],
    validations: table.columns.flatMap((declared, index) => {
      const choices = choicesOf(declared);
      return choices.length > 0 ? [{ area: column(index), choices }] : [];
    }),
    notes: table.columns.flatMap(({ help }, index) => (help ? [{ row: 0, column: index, text: help }] : [])),
  };
}

/** The look of columns of ours that a change adds to a tab that exists, wherever they come; the others keep theirs. */
export function addedColumnsDress(table: Table, before: Grid, { cells }: Pick<TabPlan, 'cells'>): Dress | null {
  const header = [...(before[0] ?? [])];
  const added = cells.filter(({ row, from, to }) => row === 0 && from === null && typeof to === 'string');
  for (const { column, to } of added) header[column] = to;
  const places = placesOf(table, [Array.from(header, (cell) => cell ?? null)]);
  const isAdded = new Set(added.map(({ column }) => column));
  const dresses = table.columns.flatMap((declared, index) => {
    const place = places.get(declared.field);
    return place !== undefined && isAdded.has(place) ? [columnDress(table, index, place)] : [];
  });
  if (dresses.length === 0) return null;
  const widths: (number | null)[] = [];
  for (const { widths: own = [] } of dresses)
    own.forEach((width, place) => (widths[place] = width ?? widths[place] ?? null));
  return {
    widths: Array.from(widths, (width) => width ?? null),
    hiddenColumns: dresses.flatMap(({ hiddenColumns = [] }) => hiddenColumns),
    looks: dresses.flatMap((dress) => dress.looks ?? []),
    validations: dresses.flatMap(({ validations = [] }) => validations),
    notes: dresses.flatMap(({ notes = [] }) => notes),
  };
}

/** What the dress of the whole tab says of one column, for that column standing elsewhere. */
function columnDress(table: Table, index: number, place: number): Dress {
  const { widths, hiddenColumns, looks: all, validations, notes } = tableDress(table);
  const moved = (area: Area): Area[] =>
    area.startColumn <= index && index < area.endColumn ? [{ ...area, startColumn: place, endColumn: place + 1 }] : [];
  return {
    widths: [...new Array<null>(place).fill(null), widths?.[index] ?? null],
    hiddenColumns: hiddenColumns?.includes(index) === true ? [place] : [],
    looks: (all ?? []).flatMap(({ area, look }) => moved(area).map((one) => ({ area: one, look }))),
    validations: (validations ?? []).flatMap(({ area, ...rest }) => moved(area).map((one) => ({ ...rest, area: one }))),
    notes: (notes ?? []).flatMap(({ row, column, text }) => (column === index ? [{ row, column: place, text }] : [])),
  };
}

const right: Look = { align: 'RIGHT' };

/** What is aligned to the right in Sheets; its header stands above it. */
function isNumber({ type }: Column): boolean {
  return ['integer', 'decimal', 'money', 'date', 'time'].includes(type);
}

/** Long texts on several lines, and what stands beside them at their first line. */
function longTexts({ columns }: Table): NonNullable<Dress['looks']> {
  const wrapped = columns.flatMap(({ wrap }, index) => (wrap === true ? [index] : []));
  if (wrapped.length === 0) return [];
  return [
    { area: { startRow: 1, startColumn: 0, endColumn: columns.length }, look: { vertical: 'TOP' } },
    ...wrapped.map((index) => ({
      area: { startRow: 1, startColumn: index, endColumn: index + 1 },
      look: looks.wrapped,
    })),
  ];
}

function defaultWidth({ type }: Column): number {
  const widths: Readonly<Record<Column['type'], number>> = {
    id: 90,
    text: 180,
    list: 180,
    integer: 80,
    decimal: 80,
    money: 100,
    date: 100,
    time: 70,
    yes_no: 80,
    choice: 120,
  };
  return widths[type];
}

function lookOf({ type }: Column): Look | null {
  switch (type) {
    case 'money':
      return looks.cents;
    case 'date':
      return { ...looks.day, align: 'RIGHT' };
    case 'time':
      return looks.time;
    case 'integer':
      return looks.integer;
    case 'id':
      return { color: '#5f6368' };
    case 'list':
    case 'text':
    case 'decimal':
    case 'yes_no':
    case 'choice':
      return null;
  }
}

function choicesOf({ type, choices }: Column): string[] {
  return type === 'yes_no' ? ['oui', 'non'] : type === 'choice' ? Object.values(choices ?? {}) : [];
}
