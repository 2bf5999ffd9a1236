/** Edits of a managed tab: new records at the end, single cells of known ones, own columns to the right. */
import { readCell, writeCell } from '../cells.ts';
import type { FieldValue } from '../cells.ts';
import { placesOf, readTable, withLaterColumns } from '../records.ts';
import type { TableReading } from '../records.ts';
import type { AnyRecord, Column, Table } from '../table.ts';
import type { Cell, Grid, ShownGrid } from '../workbook.ts';
import { cellAt, gridWidth, sameCell, trimGrid } from '../workbook.ts';

/** A managed tab as it stands, to be asked and edited. */
export interface TableState {
  readonly table: Table;
  readonly grid: Grid | undefined;
  readonly shown: ShownGrid;
  readonly records: ReadonlyMap<string, AnyRecord>;
  readonly rowOf: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  /** Where each of her own columns stands, by header. */
  readonly ownPlaces: ReadonlyMap<string, number>;
}

/** What to write: whole new records, single fields of known records, values of her own columns. */
export interface TableEdit {
  readonly add: Map<string, Record<string, FieldValue>>;
  readonly set: Map<string, Record<string, FieldValue>>;
  readonly own: Map<string, Record<string, Cell>>;
  /** Headers of her own columns, in the order in which new ones are added. */
  readonly ownHeaders: Set<string>;
}

/** The state of a table's tab. */
export function tableState(table: Table, grid: Grid | undefined, shown: ShownGrid | undefined): TableState {
  return stateOf(table, { grid, shown }, readTable<Table>(table, grid, shown ?? []));
}

/** The same from a reading of that tab, so that it is not read twice. */
export function stateOf(
  table: Table,
  { grid, shown }: { readonly grid: Grid | undefined; readonly shown: ShownGrid | undefined },
  reading: Pick<TableReading<Table>, 'records' | 'rowOf'>,
): TableState {
  const places = grid && grid.length > 0 ? placesOf(table, grid) : new Map<string, number>();
  const taken = new Set(places.values());
  const ownPlaces = new Map<string, number>();
  (grid?.[0] ?? []).forEach((header, place) => {
    if (!taken.has(place) && typeof header === 'string' && !ownPlaces.has(header)) ownPlaces.set(header, place);
  });
  const records = new Map(reading.records.map((record) => [String(record['id']), record]));
  return { table, grid, shown: shown ?? [], records, rowOf: reading.rowOf, places, ownPlaces };
}

/** An edit without anything in it. */
export function emptyEdit(): TableEdit {
  return { add: new Map(), set: new Map(), own: new Map(), ownHeaders: new Set() };
}

/** True when the edit changes nothing. */
export function isEmptyEdit(edit: TableEdit): boolean {
  return edit.add.size === 0 && edit.set.size === 0 && edit.own.size === 0 && edit.ownHeaders.size === 0;
}

/** What a record's field holds now, as it would be written; undefined when the cell cannot be read. */
export function cellNow(state: TableState, id: string, column: Column): Cell | undefined {
  const row = state.rowOf.get(id);
  const place = state.places.get(column.field);
  if (row === undefined || place === undefined) return null;
  const reading = readCell(column, cellAt(state.grid ?? [], row, place), state.shown[row]?.[place] ?? null);
  return reading.ok ? writeCell(column, reading.value) : undefined;
}

/** True when nothing at all was entered in a record's field, not even a formula: only then may it be filled unasked. */
export function isFree(state: TableState, id: string, field: string): boolean {
  const row = state.rowOf.get(id);
  const place = state.places.get(field);
  if (row === undefined || place === undefined) return true;
  const cell = cellAt(state.grid ?? [], row, place);
  return cell === null || cell === '';
}

/** The fields of a record that do not hold these values yet, so that formulas which give the value stay; all for a new one. */
export function changedFields(
  state: TableState,
  id: string,
  fields: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, FieldValue> {
  const changed: Record<string, FieldValue> = {};
  for (const column of state.table.columns) {
    const value = fields[column.field];
    if (value === undefined || column.type === 'id') continue;
    const now = cellNow(state, id, column);
    if (now === undefined || !sameCell(now, writeCell(column, value))) changed[column.field] = value;
  }
  return changed;
}

/** What one of her own columns holds for a record. */
export function ownCellNow(state: TableState, id: string, header: string): Cell {
  const row = state.rowOf.get(id);
  const place = state.ownPlaces.get(header);
  return row === undefined || place === undefined ? null : cellAt(state.grid ?? [], row, place);
}

/** The tab after the edit; cells that it does not name stay as they are. */
export function editedGrid(state: TableState, edit: TableEdit): Grid {
  const { table, grid } = state;
  const isNew = !grid || grid.length === 0;
  const rows: Cell[][] = isNew ? [table.columns.map(({ header }) => header)] : grid.map((row) => [...row]);
  const places = withLaterColumns(table, rows, [...edit.add.values(), ...edit.set.values()]);
  const placed = table.columns.flatMap((column) => {
    const place = places.get(column.field);
    return place === undefined ? [] : [{ column, place }];
  });
  const width = Math.max(0, ...placed.map(({ place }) => place + 1));
  const rowOf = new Map(state.rowOf);
  const put = (cells: Cell[], fields: Readonly<Record<string, FieldValue>>) => {
    for (const { column, place } of placed) {
      const value = fields[column.field];
      if (value !== undefined) setCell(cells, place, writeCell(column, value));
    }
  };
  for (const { id, fields } of byNumber(edit.add)) {
    const cells = new Array<Cell>(width).fill(null);
    put(cells, fields);
    const place = places.get('id');
    if (place !== undefined) cells[place] = id;
    rowOf.set(id, rows.length);
    rows.push(cells);
  }
  for (const [id, fields] of edit.set) {
    const cells = rows[rowOf.get(id) ?? -1];
    if (cells) put(cells, fields);
  }
  const ownPlaces = new Map(state.ownPlaces);
  for (const header of edit.ownHeaders) ownPlace(rows, ownPlaces, header);
  for (const [id, own] of edit.own) {
    const cells = rows[rowOf.get(id) ?? -1];
    if (!cells) continue;
    for (const [header, value] of Object.entries(own)) setCell(cells, ownPlace(rows, ownPlaces, header), value);
  }
  return trimGrid(rows);
}

function byNumber(add: TableEdit['add']): { id: string; fields: Readonly<Record<string, FieldValue>> }[] {
  return [...add]
    .map(([id, fields]) => ({ id, fields, number: Number(id.slice(id.lastIndexOf('-') + 1)) }))
    .sort((a, b) => a.number - b.number);
}

function ownPlace(rows: Cell[][], places: Map<string, number>, header: string): number {
  const known = places.get(header);
  if (known !== undefined) return known;
  const place = gridWidth(rows);
  setCell(rows[0] ?? (rows[0] = []), place, header);
  places.set(header, place);
  return place;
}

function setCell(cells: Cell[], place: number, value: Cell): void {
  while (cells.length < place) cells.push(null);
  cells[place] = value;
}
