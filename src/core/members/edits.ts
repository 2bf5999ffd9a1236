/** Edits of several managed tabs under way: whatever a command sets, only what differs is written. */
import type { FieldValue } from '../cells.ts';
import { changedFields, editedGrid, emptyEdit, isEmptyEdit, tableState } from '../adoption/table-edit.ts';
import type { TableEdit, TableState } from '../adoption/table-edit.ts';
import type { State, Wish } from '../command.ts';
import { missingColumns } from '../missing-columns.ts';
import { numberer } from '../numbers.ts';
import { changeTable } from '../records.ts';
import { tableDress } from '../table-dress.ts';
import type { RecordOf, Table } from '../table.ts';
import type { Grid } from '../workbook.ts';

type Fields = Readonly<Record<string, FieldValue>>;

/** The tabs that a command edits. */
export interface Edits {
  /** Why the tabs cannot be written, with the cure: a column of ours is missing; null when they can. */
  readonly obstacle: string | null;
  readonly records: <T extends Table>(table: T) => readonly RecordOf<T>[];
  readonly find: <T extends Table>(table: T, id: string) => RecordOf<T> | null;
  /** Sets fields of a record; those that hold the value already are left alone, formulas included. */
  readonly set: (table: Table, id: string, fields: Fields) => void;
  /** Adds a record and gives its id. */
  readonly add: (table: Table, fields: Fields) => string;
  /** Takes a record away, row and all. */
  readonly remove: (table: Table, id: string) => void;
  /** How many records of the table are set or added so far. */
  readonly count: (table: Table) => number;
  /** The tabs as they should be, and the look of those that appear. */
  readonly wished: () => Pick<Wish, 'tabs' | 'dress'>;
}

interface OpenTab {
  readonly table: Table;
  readonly state: TableState;
  readonly edit: TableEdit;
  readonly gone: Set<string>;
  nextId: (() => string) | null;
}

/** Opens the tabs of those tables for editing. */
export function openTabs(state: State, tables: readonly Table[]): Edits {
  const tabs = new Map(
    tables.map((table): readonly [string, OpenTab] => [
      table.tab,
      {
        table,
        state: tableState(table, state.workbook[table.tab], state.shown[table.tab]),
        edit: emptyEdit(),
        gone: new Set(),
        nextId: null,
      },
    ]),
  );
  const open = (table: Table): OpenTab => {
    const found = tabs.get(table.tab);
    if (found === undefined) throw new Error(`Cannot edit tab "${table.tab}": it is not open, add it to openTabs`);
    return found;
  };
  // The tab's records are those that its table declares.
  const records = <T extends Table>(table: T) =>
    [...open(table).state.records.values()] as unknown as readonly RecordOf<T>[];
  return {
    obstacle: missingColumns(state, tables),
    records,
    find: <T extends Table>(table: T, id: string) =>
      (open(table).state.records.get(id) ?? null) as unknown as RecordOf<T> | null,
    set: (table, id, fields) => {
      const { state: current, edit } = open(table);
      const changed = changedFields(current, id, fields);
      if (Object.keys(changed).length > 0) edit.set.set(id, { ...edit.set.get(id), ...changed });
    },
    add: (table, fields) => {
      const tab = open(table);
      tab.nextId ??= numberer(state, table);
      const id = tab.nextId();
      tab.edit.add.set(id, { ...fields });
      return id;
    },
    remove: (table, id) => void open(table).gone.add(id),
    count: (table) => open(table).edit.set.size + open(table).edit.add.size,
    wished: () => {
      const touched = [...tabs.values()].filter(({ edit, gone }) => !isEmptyEdit(edit) || gone.size > 0);
      const created = touched.filter(({ state: { grid } }) => grid === undefined);
      return {
        tabs: Object.fromEntries(touched.map((tab) => [tab.table.tab, gridOf(tab)])),
        dress: Object.fromEntries(created.map(({ table }) => [table.tab, tableDress(table)])),
      };
    },
  };
}

function gridOf({ table, state, edit, gone }: OpenTab): Grid {
  const grid = editedGrid(state, edit);
  return gone.size === 0 ? grid : changeTable(table, grid, { remove: gone }, state.shown);
}
