/** The numbers of records: once given, a number never comes back, whoever deletes the row that bore it. */
import type { State } from './command.ts';
import { UNDO_HEADER, UNDO_TAB } from './journal.ts';
import { outboxTable } from './outbox.ts';
import { idField, placesOf } from './records.ts';
import type { SheetsRequest } from './dress-requests.ts';
import type { TabState } from './snapshot.ts';
import { idText, numberOf } from './table.ts';
import type { Table } from './table.ts';
import { tables } from './tables/index.ts';
import type { Cell, Grid, Workbook } from './workbook.ts';

/** The last number given in each table, by the prefix of its ids. */
export type LastNumbers = Readonly<Record<string, number>>;

/** What tells which numbers are taken: the tabs that were read, and the last numbers given. */
export type Numbered = Pick<State, 'workbook' | 'lastNumbers'>;

/** New ids of a table, in order: none was given before, and none stands in a row of the tabs that were read. */
export function freshIds(state: Numbered, table: Table, count: number): string[] {
  const next = numberer(state, table);
  return Array.from({ length: count }, next);
}

/** The same one by one: each call gives the next id. */
export function numberer({ workbook, lastNumbers }: Numbered, { prefix }: Table): () => string {
  const named = mentions(workbook, prefix);
  let last = Math.max(lastNumbers?.[prefix] ?? 0, ...[...named].map((id) => numberOf(prefix, id) ?? 0));
  return () => {
    do last += 1;
    while (named.has(idText(prefix, last)));
    return idText(prefix, last);
  };
}

/** The ids of that prefix in cells that hold nothing but ids: of its own tab, and of the rows that refer to it. */
function mentions(workbook: Workbook, prefix: string): ReadonlySet<string> {
  const named = new Set<string>();
  const start = `${prefix}-`;
  const note = (cell: Cell) => {
    if (typeof cell !== 'string' || !cell.includes(start)) return;
    // « ADH-0001 ; ADH-0002 », and the keys of mails: « dues-2023/ADH-0001 ».
    for (const part of cell.split(/\s*[;,/]\s*/u)) if (part.startsWith(start)) named.add(part);
  };
  for (const grid of Object.values(workbook)) for (const row of grid) row.forEach(note);
  return named;
}

/** The last numbers once these tabs are written; those given before stay, whatever became of their rows. */
export function numbersAfter(before: LastNumbers, grids: Iterable<readonly [string, Grid | null]>): LastNumbers {
  const after: Record<string, number> = { ...before };
  for (const [tab, grid] of grids) {
    const table = tab === outboxTable.tab ? outboxTable : tables.find((candidate) => candidate.tab === tab);
    const place = table && grid ? placesOf(table, grid).get(idField(table)) : undefined;
    if (table === undefined || place === undefined) continue;
    for (const row of grid ?? []) {
      const number = numberOf(table.prefix, row[place] ?? null);
      if (number !== null && number > (after[table.prefix] ?? 0)) after[table.prefix] = number;
    }
  }
  return after;
}

/** An action that is undone: what it had made goes. */
interface Undone {
  /** The last numbers given before it; absent in older entries of the store. */
  readonly before: LastNumbers | undefined;
  /** The tabs that it had made and that go whole, by the titles of their tables. */
  readonly gone: readonly string[];
  /** « Envois »: a mail that names one of them has left, or may yet. */
  readonly mails: Grid;
}

/** The numbers that are free again: those of tables that go whole with the action that had made them, and that no mail names. */
export function numbersBack({ before, gone, mails }: Undone): LastNumbers {
  if (before === undefined) return {};
  const free = tables.filter(
    ({ tab, prefix }) =>
      gone.includes(tab) && ![...mentions({ mails }, prefix)].some((id) => isAfter(prefix, id, before)),
  );
  return Object.fromEntries(free.map(({ prefix }) => [prefix, before[prefix] ?? 0]));
}

function isAfter(prefix: string, id: string, before: LastNumbers): boolean {
  return (numberOf(prefix, id) ?? 0) > (before[prefix] ?? 0);
}

/** Where they are kept: in the first row of the hidden store of undo, which every reading brings along. */
const COLUMN = UNDO_HEADER.length;

/** The last numbers given, from the first row of the store of undo. */
export function readNumbers(tabs: readonly TabState[]): LastNumbers {
  const kept = tabs.find(({ title }) => title === UNDO_TAB)?.entered[0]?.[COLUMN];
  const ids = typeof kept === 'string' ? kept.split(' ; ') : [];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const prefix = id.slice(0, id.indexOf('-'));
      const number = numberOf(prefix, id);
      return number === null ? [] : [[prefix, number] as const];
    }),
  );
}

/** The cell that keeps them: the last id given in each table. */
export function numbersCell(numbers: LastNumbers): string {
  return Object.entries(numbers)
    .filter(([, number]) => number > 0)
    .map(([prefix, number]) => idText(prefix, number))
    .sort()
    .join(' ; ');
}

/** The requests that keep the last numbers in a store of undo that exists. */
export function numbersRequests({ sheetId, columnCount }: TabState, numbers: LastNumbers): SheetsRequest[] {
  const value = { userEnteredValue: { stringValue: numbersCell(numbers) } };
  return [
    ...(columnCount > COLUMN
      ? []
      : [{ appendDimension: { sheetId, dimension: 'COLUMNS', length: COLUMN + 1 - columnCount } }]),
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: COLUMN },
        rows: [{ values: [value] }],
        fields: 'userEnteredValue',
      },
    },
  ];
}
