/** The look of a managed tab, derived from its table's declaration. */
import { looks } from './dress.ts';
import type { Area, Dress, Look } from './dress.ts';
import type { Column, Table } from './table.ts';

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
