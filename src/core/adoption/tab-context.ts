/** What drafts need to know of the tab they come from. */
import type { SourceCell, SourceTab } from '../reading/source.ts';
import { isFilled, textOf } from '../reading/cells.ts';
import type { Json, Side, Sourced, TabReading } from '../reading/types.ts';
import type { Cell } from '../workbook.ts';
import { columnIndex, isFormula } from '../workbook.ts';
import type { Draft, Handle } from './draft.ts';
import { rowLooks } from './look.ts';

/** The tab of a draft, as its makers ask about it. */
export interface TabContext {
  readonly year: number | null;
  readonly version: string | null;
  /** Values of her own columns on a row. */
  readonly own: (custom: Readonly<Record<string, Json>> | undefined, row: number) => Readonly<Record<string, Cell>>;
  /** The look of a row in words; null for a plain row. */
  readonly look: (row: number, columns?: readonly string[]) => string | null;
  /** What the cell read as a field shows, or null. */
  readonly text: (row: number, field: string) => string | null;
  readonly columnsOfSide: (side: Side) => readonly string[];
  /** The draft of the member that an organisation's label stands for. */
  readonly memberOf: (organisation: string | null) => Handle | null;
  /** The session that an attendance sheet belongs to. */
  readonly session: { readonly link: Handle | null; readonly title: string | null };
}

/** What a tab's context is made of, beyond the tab itself. */
export interface TabParts {
  readonly reading: TabReading;
  readonly source: SourceTab | undefined;
  readonly year: number;
  readonly memberOf: TabContext['memberOf'];
  readonly session: TabContext['session'];
}

/** The context of one tab. */
export function tabContext({ reading, source, year, memberOf, session }: TabParts): TabContext {
  const looks = rowLooks(reading);
  const customs = new Map(
    reading.columns.flatMap(({ column, custom }) =>
      custom === undefined ? [] : [[custom, columnIndex(column)] as const],
    ),
  );
  const fields = new Map(
    [...reading.columns].reverse().map(({ column, field }) => [field, columnIndex(column)] as const),
  );
  const cell = (row: number, column: number) => source?.rows[row - 1]?.[column];
  const version = reading.metadata['version'];
  const tabYear = reading.metadata['year'];
  return {
    year: typeof tabYear === 'number' ? tabYear : year,
    version: typeof version === 'string' ? version : null,
    own: (custom, row) => {
      const values: [string, Cell][] = [];
      for (const [name, value] of Object.entries(custom ?? {})) {
        const place = customs.get(name);
        const found = place === undefined ? null : ownCell(cell(row, place));
        const content = found ?? plainCell(value);
        if (content !== null) values.push([name, content]);
      }
      return Object.fromEntries(values);
    },
    look: looks.words,
    text: (row, field) => {
      const place = fields.get(field);
      const found = place === undefined ? undefined : cell(row, place);
      return isFilled(found) ? textOf(found) : null;
    },
    columnsOfSide: (side) => reading.columns.flatMap((column) => (column.side === side ? [column.column] : [])),
    memberOf,
    session,
  };
}

/** The fields that say where a record comes from. */
export function sourceFields(record: Sourced): Draft['fields'] {
  return { source_tab: record.source_tab, source_row: record.source_row };
}

/** Her value as it can stand alone: a formula would point at cells of another tab, so its result is kept. */
function ownCell(cell: SourceCell | undefined): Cell {
  if (!isFilled(cell)) return null;
  const { shown, entered } = cell;
  if (typeof shown === 'object' && shown !== null) return shown.error;
  return isFormula(entered) ? shown : entered;
}

function plainCell(value: Json): Cell {
  if (value === null || typeof value === 'object') return value === null ? null : JSON.stringify(value);
  return value;
}
