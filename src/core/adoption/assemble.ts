/** From units to edits of managed tabs: ids for new records, updates for what only the source changed, conflicts for the rest. */
import { writeCell } from '../cells.ts';
import type { FieldValue } from '../cells.ts';
import { freshIds } from '../numbers.ts';
import type { Numbered } from '../numbers.ts';
import type { Column, Table } from '../table.ts';
import { budgetTable } from '../tables/budget-line.ts';
import type { Origin } from '../tables/origin.ts';
import { tableOfId } from '../tables/index.ts';
import type { Cell } from '../workbook.ts';
import { sameCell } from '../workbook.ts';
import type { Draft, Handle, Unit } from './draft.ts';
import type { KnownUnit, Match } from './match.ts';
import { ownHeader } from './own-columns.ts';
import { hasPrint, ownPrintKey, printOf, readPrints, writePrints } from './prints.ts';
import { cellNow, emptyEdit, ownCellNow } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';

/** A field that both she and the source changed. */
export interface Conflict {
  readonly draft: Draft;
  readonly record: string;
  readonly column: Column;
  readonly value: FieldValue;
}

/** Records whose source row is no longer there. */
export interface Gone {
  readonly tab: string;
  readonly row: number | null;
  readonly record: string;
}

/** What adoption writes in the managed tabs of data, and what it found on the way. */
export interface Assembly {
  readonly edits: ReadonlyMap<Table, TableEdit>;
  readonly ids: ReadonlyMap<Handle, string>;
  readonly origins: readonly Omit<Origin, 'id'>[];
  /** The id that each origin already has in its tab, by record. */
  readonly conflicts: readonly Conflict[];
  readonly gone: readonly Gone[];
  readonly added: number;
  readonly updated: number;
}

interface Work {
  readonly states: ReadonlyMap<Table, TableState>;
  readonly edits: Map<Table, TableEdit>;
  readonly ids: Map<Handle, string>;
  readonly origins: Omit<Origin, 'id'>[];
  readonly conflicts: Conflict[];
  readonly gone: Gone[];
  readonly updated: Set<string>;
  added: number;
}

// These say where a record stands in the source: always brought up to date, never a matter of conflict.
const PLACE_FIELDS = ['source_tab', 'source_row'];

/** Decides what to write for each unit. */
export function assemble(
  units: readonly Unit[],
  match: Match,
  states: ReadonlyMap<Table, TableState>,
  numbered: Numbered,
): Assembly {
  const ids = assignIds(units, match, numbered);
  const work: Work = {
    states,
    edits: new Map([...states.keys()].map((table) => [table, emptyEdit()])),
    ids,
    origins: [],
    conflicts: [],
    gone: [],
    updated: new Set(),
    added: 0,
  };
  for (const unit of units) assembleUnit(unit, match.known.get(unit), work);
  for (const unit of match.gone) leaveGone(unit, work);
  const { edits, conflicts, gone, added, updated } = work;
  return { edits, ids, origins: work.origins, conflicts, gone, added, updated: updated.size };
}

function assignIds(units: readonly Unit[], match: Match, numbered: Numbered): Map<Handle, string> {
  const ids = new Map<Handle, string>();
  const fresh = new Map<Table, Handle[]>();
  for (const unit of units) {
    const known = partsOf(match.known.get(unit));
    for (const draft of unit.drafts) {
      const { handle } = draft;
      const id = known?.get(draft.part)?.record;
      if (id !== undefined && id !== null) ids.set(handle, id);
      else pushTo(fresh, draft.table, handle);
    }
  }
  for (const [table, handles] of fresh) {
    if (table === budgetTable) handles.sort((a, b) => Number(isIncome(a)) - Number(isIncome(b)));
    const next = freshIds(numbered, table, handles.length);
    handles.forEach((handle, index) => ids.set(handle, next[index] ?? ''));
  }
  return ids;
}

// A budget reads as all its expenses, then all its income, though both stand side by side in the source.
function isIncome(handle: Handle): boolean {
  return handle.split('\u0000')[2]?.startsWith('income:') === true;
}

function pushTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function partsOf(known: KnownUnit | undefined): Map<string | null, Origin> | undefined {
  return known && new Map(known.origins.map((origin) => [origin.part, origin]));
}

function assembleUnit(unit: Unit, known: KnownUnit | undefined, work: Work): void {
  const before = partsOf(known);
  const unchanged = known?.raw === unit.raw && known.setting === unit.setting;
  const first = unit.drafts[0];
  const main = known?.id ?? (first === undefined ? '' : idOf(first, work));
  unit.drafts.forEach((draft, index) => {
    const id = idOf(draft, work);
    const origin = before?.get(draft.part);
    const prints = origin ? updateRecord(draft, { id, origin, unchanged }, work) : addRecord(draft, id, work);
    work.origins.push({
      record: id,
      // Most rows give one record, or start with it: itself goes without saying.
      unit: main === id ? null : main,
      source_tab: draft.tab,
      source_row: draft.row,
      part: draft.part,
      key: index === 0 ? unit.key : null,
      setting: index === 0 ? unit.setting : null,
      raw: index === 0 ? unit.raw : null,
      gone: null,
      prints: prints === '' ? null : prints,
    });
    before?.delete(draft.part);
  });
  for (const origin of before?.values() ?? []) leaveOrigin(origin, unchanged ? null : true, work);
}

/** The whole row went: its records stay, she decides. */
function leaveGone(unit: KnownUnit, work: Work): void {
  for (const origin of unit.origins) leaveOrigin(origin, true, work, origin.record === unit.id);
}

function leaveOrigin(origin: Origin, gone: true | null, work: Work, told = true): void {
  const record = origin.record ?? '';
  const table = tableOfId(record);
  const exists = table !== null && work.states.get(table)?.records.has(record) === true;
  if (gone && origin.gone !== true && exists && told) {
    work.gone.push({ tab: origin.source_tab ?? '', row: origin.source_row, record });
  }
  work.origins.push({ ...origin, gone: gone ?? origin.gone });
}

/** Gives the prints of what is written. */
function addRecord(draft: Draft, id: string, work: Work): string {
  const edit = editOf(draft.table, work);
  const values = valuesOf(draft, work);
  edit.add.set(id, values);
  work.added += 1;
  const prints: string[] = [];
  const keep = (key: string, cell: Cell): void => {
    const print = printOf(cell);
    if (print !== '') prints.push(`${key}:${print}`);
  };
  for (const column of draft.table.columns) {
    const value = values[column.field];
    if (value === undefined || value === null || PLACE_FIELDS.includes(column.field)) continue;
    keep(column.field, writeCell(column, value));
  }
  const own = Object.entries(draft.own).map(([name, value]) => [ownHeader(draft.table, name), value] as const);
  if (own.length > 0) edit.own.set(id, { ...edit.own.get(id), ...Object.fromEntries(own) });
  for (const [header, value] of own) keep(ownPrintKey(header), value);
  return prints.join(' ');
}

interface Update {
  readonly id: string;
  readonly origin: Origin;
  /** True when the source row reads as it did: only its place and what its colour means may have changed. */
  readonly unchanged: boolean;
}

/** Gives the prints of what is written, and of what was. */
function updateRecord(draft: Draft, { id, origin, unchanged }: Update, work: Work): string {
  const state = work.states.get(draft.table);
  const text = origin.prints ?? '';
  if (!state?.records.has(id)) return text;
  const values = valuesOf(draft, work);
  updatePlace(draft, id, state, work);
  if (unchanged && !('tag' in values) && !hasPrint(text, 'tag')) return text;
  const prints = readPrints(text);
  for (const column of draft.table.columns) {
    const { field } = column;
    if (field !== 'tag' && (unchanged || !isContent(field, values))) continue;
    const value = values[field] ?? null;
    const wanted = writeCell(column, value);
    const verdict = compare({ wanted, now: cellNow(state, id, column), print: prints.get(field) ?? '' });
    if (verdict === 'write') setField(work, draft.table, id, { [field]: value });
    if (verdict === 'conflict') work.conflicts.push({ draft, record: id, column, value });
    prints.set(field, printOf(wanted));
  }
  if (!unchanged) updateOwn(draft, id, prints, work);
  return writePrints(prints);
}

function isContent(field: string, values: Draft['fields']): boolean {
  return field in values && field !== 'id' && !PLACE_FIELDS.includes(field);
}

function updatePlace(draft: Draft, id: string, state: TableState, work: Work): void {
  for (const column of draft.table.columns) {
    const value = PLACE_FIELDS.includes(column.field) ? draft.fields[column.field] : undefined;
    if (value === undefined) continue;
    const now = cellNow(state, id, column);
    if (now === undefined || !sameCell(writeCell(column, value), now)) {
      setField(work, draft.table, id, { [column.field]: value });
    }
  }
}

function updateOwn(draft: Draft, id: string, prints: Map<string, string>, work: Work): void {
  const state = work.states.get(draft.table);
  if (!state) return;
  const named = Object.entries(draft.own).map(([name, value]) => [ownHeader(draft.table, name), value] as const);
  const wanted = new Map<string, Cell>(named);
  // A cell that she emptied in the source has a print and nothing in the draft.
  for (const header of state.ownPlaces.keys()) {
    if (prints.has(ownPrintKey(header)) && !wanted.has(header)) wanted.set(header, null);
  }
  for (const [header, value] of wanted) {
    const key = ownPrintKey(header);
    const now = ownCellNow(state, id, header);
    const verdict = compare({ wanted: value, now, print: prints.get(key) ?? '' });
    if (verdict === 'write') {
      const edit = editOf(draft.table, work);
      edit.own.set(id, { ...edit.own.get(id), [header]: value });
      work.updated.add(id);
    }
    if (verdict === 'conflict') {
      const column: Column = { field: key, header, type: 'text' };
      work.conflicts.push({ draft, record: id, column, value: typeof value === 'object' ? null : value });
    }
    prints.set(key, printOf(value));
  }
}

interface Comparison {
  readonly wanted: Cell;
  /** Undefined when the cell holds something that cannot be read: hers, not to be overwritten. */
  readonly now: Cell | undefined;
  readonly print: string;
}

function compare({ wanted, now, print }: Comparison): 'keep' | 'write' | 'conflict' {
  if (now !== undefined && sameCell(wanted, now)) return 'keep';
  if (printOf(wanted) === print) return 'keep';
  return now !== undefined && printOf(now) === print ? 'write' : 'conflict';
}

function setField(work: Work, table: Table, id: string, fields: Readonly<Record<string, FieldValue>>): void {
  const edit = editOf(table, work);
  edit.set.set(id, { ...edit.set.get(id), ...fields });
  const isPlaceOnly = Object.keys(fields).every((field) => PLACE_FIELDS.includes(field));
  if (!isPlaceOnly) work.updated.add(id);
}

function valuesOf(draft: Draft, { ids }: Work): Draft['fields'] {
  const linked = Object.keys(draft.links);
  if (linked.length === 0) return draft.fields;
  const values: Record<string, FieldValue> = { ...draft.fields };
  for (const field of linked) values[field] = ids.get(draft.links[field] ?? '') ?? null;
  return values;
}

function idOf(draft: Draft, { ids }: Work): string {
  return ids.get(draft.handle) ?? '';
}

function editOf(table: Table, { edits }: Work): TableEdit {
  const edit = edits.get(table) ?? emptyEdit();
  edits.set(table, edit);
  return edit;
}
