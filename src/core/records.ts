/** Records of a table: read from its tab, and put back without touching anything else in it. */
import { cellFault } from './cell-faults.ts';
import { emptyValue, readCell, writeCell } from './cells.ts';
import type { FieldValue } from './cells.ts';
import type { Problem } from './problem.ts';
import { capital } from './french.ts';
import { fold } from './reading/values/text.ts';
import { nextIds } from './table.ts';
import type { AnyRecord, Column, RecordOf, Table } from './table.ts';
import { columnLetters, gridWidth, isFormula, sameCell, trimGrid } from './workbook.ts';
import type { Cell, Grid, Shown, ShownGrid } from './workbook.ts';

/** The records of a tab, with the row (zero-based) where each one stands. */
export interface TableReading<T extends Table> {
  readonly records: readonly RecordOf<T>[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly problems: readonly Problem[];
}

/** The records of a managed tab; an absent tab has none; rows without an id and unreadable cells become problems. */
export function readTable<T extends Table>(table: T, grid: Grid | undefined, shown: ShownGrid = []): TableReading<T> {
  const problems: Problem[] = [];
  const rowOf = new Map<string, number>();
  const records: RecordOf<T>[] = [];
  if (!grid || grid.length === 0) return { records, rowOf, problems };
  const places = placesOf(table, grid);
  problems.push(
    ...table.columns
      .filter(({ field, later }) => later !== true && !places.has(field))
      .map((column) => missingColumn(table, column)),
  );
  const placed = table.columns.map((column) => ({
    column,
    place: places.get(column.field) ?? -1,
    empty: emptyValue(column),
  }));
  for (let row = 1; row < grid.length; row += 1) {
    const cells = grid[row] ?? [];
    if (isBlank(cells)) continue;
    const record = fieldsOf(placed, { cells, shown: shown[row] }, (fault) =>
      problems.push(unreadable(table, { row, ...fault })),
    );
    const id = String(record[idField(table)] ?? '');
    if (id === '' || rowOf.has(id)) problems.push(idProblem(table, row, id));
    else {
      rowOf.set(id, row);
      // The loop gave every declared field a value of its column's type.
      records.push(record as RecordOf<T>);
    }
  }
  return { records, rowOf, problems };
}

interface Placed {
  readonly column: Column;
  readonly place: number;
  readonly empty: FieldValue;
}

function fieldsOf(
  placed: readonly Placed[],
  { cells, shown = [] }: { cells: readonly Cell[]; shown: ShownGrid[number] | undefined },
  unread: (fault: Omit<Parameters<typeof unreadable>[1], 'row'>) => void,
): Record<string, FieldValue> {
  const record: Record<string, FieldValue> = {};
  for (const { column, place, empty } of placed) {
    const entered = cells[place] ?? null;
    const reading = entered === null ? BLANK : readCell(column, entered, shown[place] ?? null);
    record[column.field] = reading.ok ? (reading.value ?? empty) : empty;
    if (!reading.ok) unread({ column, place, kind: reading.kind, entered });
  }
  return record;
}

// Most cells of a tab are empty: they are not worth a reading each.
const BLANK = { ok: true, value: null } as const;

function isBlank(row: readonly Cell[]): boolean {
  return row.every((cell) => cell === null || cell === '');
}

/** What to change in a tab: records to add or to bring up to date (by id), and ids whose row goes. */
export interface TableChange<T extends Table> {
  readonly put?: readonly RecordOf<T>[];
  readonly remove?: Iterable<string>;
}

/** The tab after the change: new records at the end, other cells (own columns, formulas that give the value) untouched. */
export function changeTable<T extends Table>(
  table: T,
  grid: Grid | undefined,
  change: TableChange<T>,
  shown: ShownGrid = [],
): Grid {
  const rows: Cell[][] = (grid && grid.length > 0 ? grid : [table.columns.map((column) => column.header)]).map(
    (row) => [...row],
  );
  const places = withLaterColumns(table, rows, change.put ?? []);
  const { rowOf } = readTable(table, grid, shown);
  for (const record of change.put ?? []) {
    const row = rowOf.get(String((record as AnyRecord)[idField(table)] ?? '')) ?? rows.length;
    const cells = rows[row] ?? (rows[row] = []);
    putRecord(table, places, { record, cells, shown: shown[row] ?? [] });
  }
  const gone = new Set(change.remove ?? []);
  const goneRows = new Set([...gone].map((id) => rowOf.get(id)).filter((row) => row !== undefined));
  return trimGrid(rows.filter((_, row) => !goneRows.has(row)));
}

/** Where the columns stand once those of a later version that the records need are added at the right of all others. */
export function withLaterColumns(
  table: Table,
  rows: Cell[][],
  records: readonly AnyRecord[],
): ReadonlyMap<string, number> {
  const places = new Map(placesOf(table, rows));
  const needed = table.columns.filter(
    (column) =>
      column.later === true &&
      !places.has(column.field) &&
      records.some((record) => writeCell(column, record[column.field] ?? null) !== null),
  );
  for (const { field, header } of needed) {
    const place = gridWidth(rows);
    setCell(rows[0] ?? [], place, header);
    places.set(field, place);
  }
  return places;
}

interface PutInto {
  readonly record: AnyRecord;
  readonly cells: Cell[];
  readonly shown: readonly Shown[];
}

function putRecord(table: Table, places: ReadonlyMap<string, number>, { record, cells, shown }: PutInto): void {
  for (const column of table.columns) {
    const place = places.get(column.field);
    if (place === undefined) continue;
    const wanted = writeCell(column, record[column.field] ?? null);
    if (!holds(column, wanted, cells[place] ?? null, shown[place] ?? null)) setCell(cells, place, wanted);
  }
}

/** The tab with a number on each row that someone typed without one, and the numbers given; a row of blanks gets none. */
export function numberRows(table: Table, grid: Grid): { readonly grid: Grid; readonly given: readonly string[] } {
  const place = placesOf(table, grid).get(idField(table));
  if (place === undefined) return { grid, given: [] };
  const idOf = (row: readonly Cell[]) => row[place] ?? null;
  const bare = grid.flatMap((row, index) => (index > 0 && idOf(row) === null && !isBlank(row) ? [index] : []));
  const used = grid.map(idOf).filter((id) => typeof id === 'string');
  const given = nextIds(table.prefix, used, bare.length);
  const rows = grid.map((row) => [...row]);
  bare.forEach((index, order) => setCell(rows[index] ?? [], place, given[order] ?? null));
  return { grid: given.length > 0 ? rows : grid, given };
}

/** Where each managed column stands in the tab's first row. */
export function placesOf(table: Table, grid: Grid): ReadonlyMap<string, number> {
  const headers = (grid[0] ?? []).map((cell) => (typeof cell === 'string' ? fold(cell) : ''));
  const places = new Map<string, number>();
  for (const column of table.columns) {
    const names = [column.header, ...(column.synonyms ?? [])].map(fold);
    const place = headers.findIndex((header) => header !== '' && names.includes(header));
    if (place >= 0) places.set(column.field, place);
  }
  return places;
}

/** The field of the table's id column. */
export function idField(table: Table): string {
  return table.columns[0]?.field ?? 'id';
}

function holds(column: Column, wanted: Cell, entered: Cell, shown: Shown): boolean {
  if (sameCell(wanted, entered)) return true;
  const reading = readCell(column, entered, shown);
  return reading.ok && (isFormula(entered) || wanted !== null) && sameCell(writeCell(column, reading.value), wanted);
}

function setCell(cells: Cell[], place: number, value: Cell): void {
  while (cells.length < place) cells.push(null);
  cells[place] = value;
}

function missingColumn(table: Table, column: Column): Problem {
  return {
    tab: table.tab,
    row: 1,
    column: null,
    kind: 'column_missing',
    raw: column.header,
    severity: 'error',
    message: `Onglet « ${table.tab} » : la colonne « ${column.header} » manque. Remettez ce titre en ligne 1, ou annulez sa suppression (Ctrl+Z).`,
  };
}

interface Unreadable {
  readonly row: number;
  readonly column: Column;
  readonly place: number;
  readonly kind: string;
  readonly entered: Cell;
}

function unreadable(table: Table, { row, column, place, kind, entered }: Unreadable): Problem {
  const raw = isFormula(entered) ? entered.formula : entered;
  const { what, cure } = cellFault(kind);
  return {
    tab: table.tab,
    row: row + 1,
    column: columnLetters(place),
    kind,
    raw,
    severity: 'error',
    message: `Onglet « ${table.tab} », ligne ${row + 1}, colonne « ${column.header} » : « ${String(raw)} » – ${what}. ${capital(cure)}.`,
  };
}

function idProblem(table: Table, row: number, id: string): Problem {
  const said =
    id === ''
      ? 'cette ligne n’a pas de numéro. Remettez-le (Ctrl+Z, ou Fichier > Historique des versions)'
      : `le numéro « ${id} » est déjà pris par une autre ligne. Annulez la dernière saisie (Ctrl+Z)\u00A0; ne supprimez cette ligne que si c’est une copie`;
  return {
    tab: table.tab,
    row: row + 1,
    column: 'A',
    kind: id === '' ? 'id_missing' : 'id_repeated',
    raw: id,
    severity: 'error',
    message: `Onglet « ${table.tab} », ligne ${row + 1} : ${said}.`,
  };
}
