/** Her own columns: the header under which they stay, and how they look to the right of ours. */
import type { Area, Look } from '../dress.ts';
import { isFilled } from '../reading/cells.ts';
import type { SourceCell, SourceTab } from '../reading/source.ts';
import type { Reading, TabReading } from '../reading/types.ts';
import { fold } from '../reading/values/text.ts';
import { budgetTable } from '../tables/budget-line.ts';
import { entryTable } from '../tables/entry.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import { spaceTable } from '../tables/space.ts';
import type { Table } from '../table.ts';
import { columnIndex } from '../workbook.ts';

/** The table that holds a tab's own columns. */
export const mainTables = {
  members: memberTable,
  spaces: spaceTable,
  budget: budgetTable,
  sessions: sessionTable,
  attendance_sheet: registrationTable,
  actuals: entryTable,
} as const satisfies Record<string, Table>;

/** The main table of a tab, or null when the tab is left alone. */
export function mainTable(tab: TabReading): Table | null {
  return tab.kind === 'unknown' || tab.kind === 'empty' ? null : mainTables[tab.kind];
}

/** The header of her column in a table's tab; one of our headers is never taken. */
export function ownHeader(table: Table, name: string): string {
  const plain = fold(name);
  return plain === '' || namesOf(table).has(plain) ? `${name} (d’origine)` : name;
}

// Asked for every record: what a table declares does not change.
const NAMES = new WeakMap<Table, ReadonlySet<string>>();

function namesOf(table: Table): ReadonlySet<string> {
  const known = NAMES.get(table);
  if (known !== undefined) return known;
  const names = new Set(table.columns.flatMap(({ header, synonyms }) => [header, ...(synonyms ?? [])]).map(fold));
  NAMES.set(table, names);
  return names;
}

/** The own columns that tabs bring to a table, in their order; a column without a title only when it holds something. */
export function ownHeaders(reading: Reading, sources: readonly SourceTab[], table: Table): string[] {
  const headers = reading.tabs.flatMap((tab) => {
    if (mainTable(tab) !== table) return [];
    const source = sources.find(({ title }) => title === tab.name);
    return tab.columns.flatMap(({ column, header, custom }) => {
      if (custom === undefined) return [];
      const isUsed = header !== null || ownCells(tab, source, column).length > 0;
      return isUsed ? [ownHeader(table, custom)] : [];
    });
  });
  return [...new Set(headers)];
}

/** Number formats of her columns, as looks over the whole column, for a tab that is being created. */
export function ownLooks(
  reading: Reading,
  sources: readonly SourceTab[],
  { table, headers }: { table: Table; headers: readonly string[] },
): { area: Area; look: Look }[] {
  return headers.flatMap((header, index) => {
    const cells = reading.tabs.flatMap((tab) => {
      if (mainTable(tab) !== table) return [];
      const source = sources.find(({ title }) => title === tab.name);
      return tab.columns
        .filter(({ custom }) => custom !== undefined && ownHeader(table, custom) === header)
        .flatMap(({ column }) => ownCells(tab, source, column));
    });
    const look = commonFormat(cells);
    const place = table.columns.length + index;
    return look === null ? [] : [{ area: { startRow: 1, startColumn: place, endColumn: place + 1 }, look }];
  });
}

function ownCells(tab: TabReading, source: SourceTab | undefined, letters: string): SourceCell[] {
  const column = columnIndex(letters);
  return tab.data_rows.flatMap((row) => {
    const cell = source?.rows[row - 1]?.[column];
    return isFilled(cell) ? [cell] : [];
  });
}

/** The format that most numbers of a column share; without one, the column stays plain. */
function commonFormat(cells: readonly SourceCell[]): Look | null {
  const counts = new Map<string, { count: number; cell: SourceCell }>();
  for (const cell of cells) {
    if (cell.format === undefined || typeof cell.shown !== 'number') continue;
    counts.set(cell.format, { count: (counts.get(cell.format)?.count ?? 0) + 1, cell });
  }
  const [best] = [...counts].sort(([, a], [, b]) => b.count - a.count);
  if (best === undefined || best[0] === '' || best[0] === 'General') return null;
  const [pattern, { cell }] = best;
  const type = cell.temporal === undefined ? 'NUMBER' : cell.temporal === 'time' ? 'TIME' : 'DATE';
  return { format: { type, pattern } };
}
