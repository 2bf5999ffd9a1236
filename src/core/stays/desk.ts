/** What the commands on spaces and stays share: the tabs as they stand, blank records, and the wish of what changes. */
import { cellNow, editedGrid, emptyEdit, isEmptyEdit, tableState } from '../adoption/table-edit.ts';
import type { TableEdit, TableState } from '../adoption/table-edit.ts';
import { emptyValue, writeCell } from '../cells.ts';
import type { FieldValue } from '../cells.ts';
import type { State, Wish } from '../command.ts';
import { missingColumns } from '../missing-columns.ts';
import { freshIds } from '../numbers.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { tableDress } from '../table-dress.ts';
import type { RecordOf, Table } from '../table.ts';
import { memberTable } from '../tables/member.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { settingTable } from '../tables/setting.ts';
import { spaceTable } from '../tables/space.ts';
import { sameCell } from '../workbook.ts';
import { readStays } from './read.ts';
import type { Stays } from './read.ts';

/** The tabs from which spaces and stays are read. */
export const stayTabs: readonly string[] = [memberTable.tab, spaceTable.tab, occupancyTable.tab, settingTable.tab];

/** The tabs that these commands write in. */
export const writtenTabs: readonly string[] = [spaceTable.tab, occupancyTable.tab];

/** The register on the desk of a command. */
export interface Desk {
  readonly state: State;
  readonly register: Register;
  readonly stays: Stays;
  /** Why nothing can be written, in French: a column of ours is missing; null when all is well. */
  readonly obstacle: string | null;
}

/** Reads spaces and stays for a command. */
export function deskOf(state: State): Desk {
  const register = readRegister(state);
  return { state, register, stays: readStays(register), obstacle: missingColumns(state, [spaceTable, occupancyTable]) };
}

/** A record of the table with nothing in it but its id. */
export function blank<T extends Table>(table: T, id: string): RecordOf<T> {
  const fields = Object.fromEntries(
    table.columns.map((column) => [column.field, column.type === 'id' ? id : emptyValue(column)]),
  );
  // Every declared field has the empty value of its column's type.
  return fields as RecordOf<T>;
}

/** The next free number of a table. */
export function nextId(desk: Pick<Desk, 'state'>, table: Table): string {
  return freshIds(desk.state, table, 1)[0] ?? '';
}

/** Some fields of a record, by name. */
export type Fields = Readonly<Record<string, FieldValue>>;

/** What changes in one table: new records whole, known ones by the fields that change. */
export interface TableChanges {
  readonly table: Table;
  readonly add?: ReadonlyMap<string, Fields>;
  readonly set?: ReadonlyMap<string, Fields>;
}

/** The tabs of a wish after the changes; a tab that is new gets its look, cells that already say so stay untouched. */
export function wishedTabs(
  { state }: Pick<Desk, 'state'>,
  changes: readonly TableChanges[],
): Pick<Wish, 'tabs' | 'dress'> {
  const tabs: Record<string, Wish['tabs'][string]> = {};
  const dress: Record<string, Wish['dress'][string]> = {};
  for (const change of changes) {
    const { table } = change;
    const current = tableState(table, state.workbook[table.tab], state.shown[table.tab]);
    const edit = editOf(current, change);
    if (isEmptyEdit(edit)) continue;
    tabs[table.tab] = editedGrid(current, edit);
    if (current.grid === undefined) dress[table.tab] = tableDress(table);
  }
  return { tabs, dress };
}

function editOf(current: TableState, { table, add, set }: TableChanges): TableEdit {
  const edit = emptyEdit();
  for (const [id, fields] of add ?? []) edit.add.set(id, { ...fields });
  for (const [id, fields] of set ?? []) {
    const changed = Object.entries(fields).filter(([field, value]) => {
      const column = table.columns.find((candidate) => candidate.field === field);
      if (column === undefined) return false;
      const now = cellNow(current, id, column);
      return now === undefined || !sameCell(now, writeCell(column, value));
    });
    if (changed.length > 0) edit.set.set(id, Object.fromEntries(changed));
  }
  return edit;
}
