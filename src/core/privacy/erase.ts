/** Every managed tab without the person: names become « Personne effacée … », what is personal is emptied, counts stay. */
import { readPrints, writePrints } from '../adoption/prints.ts';
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { journalTable, UNDO_TAB } from '../journal.ts';
import { managedTitles } from '../managed.ts';
import { outboxTable } from '../outbox.ts';
import { fold, words } from '../reading/values/text.ts';
import { changeTable, placesOf, readTable } from '../records.ts';
import type { AnyRecord, Column, Table } from '../table.ts';
import { checkTable } from '../tables/check.ts';
import { tables } from '../tables/index.ts';
import { originTable } from '../tables/origin.ts';
import { receiptTable } from '../tables/receipt.ts';
import type { Receipt } from '../tables/receipt.ts';
import { settingTable } from '../tables/setting.ts';
import { isFormula, trimGrid } from '../workbook.ts';
import type { Cell, Grid } from '../workbook.ts';
import { isBound, labelOf } from './bound.ts';
import { personalFields, personOf, technicalFields } from './fields.ts';
import type { PersonalFields } from './fields.ts';
import { maskedCell } from './mask.ts';
import { withoutPersonInMails } from './mails.ts';
import { receiptKeptUntil } from './retention.ts';
import { maskedRaw } from './row.ts';
import { erasedLabel, isErased } from './erased.ts';
import type { Subject } from './subject.ts';
import { purgedStore } from './undo-purge.ts';

/** A receipt that keeps the name, and until when. */
export interface KeptReceipt {
  readonly receipt: Receipt;
  readonly until: Day;
}

/** What erasing does in Régie's own tabs. */
export interface Erasure {
  readonly tabs: Readonly<Record<string, Grid>>;
  readonly kept: readonly KeptReceipt[];
  /** Actions of the journal that cannot be undone any more. */
  readonly purged: readonly string[];
  /** Mails to the person that will not leave. */
  readonly cancelled: number;
  /** True while a mail to the person is on its way: nothing may be touched. */
  readonly sending: boolean;
  /** Folded texts that were emptied: where they stand elsewhere in the person's rows they go too. */
  readonly emptied: ReadonlySet<string>;
  /** Numbers of the rows that belong to the person. */
  readonly rows: ReadonlySet<string>;
}

const managedTables: readonly Table[] = [...tables, journalTable, outboxTable];
const SHORTEST_KEPT = 5;

/** Régie's tabs without the subject; her own columns lose its name, the rest of them stays. */
export function erasure(state: State, subject: Subject, today: Day): Erasure {
  const rows = boundRows(state, subject);
  const kept = keptReceipts(state, subject, today);
  const work: Work = {
    state,
    subject,
    rows,
    emptied: new Set(),
    people: new Map(),
    kept: new Set(kept.map(({ receipt }) => receipt.id)),
  };
  const mails = withoutPersonInMails(state, subject, { rows, today });
  const titles = managedTitles.filter((tab) => Object.hasOwn(state.workbook, tab));
  // The person's own rows first: what they lose goes from the copies kept elsewhere.
  const ordered = [...titles].sort((a, b) => Number(isCopy(a)) - Number(isCopy(b)));
  const grids = Object.fromEntries(
    ordered.map((tab) => [
      tab,
      maskedTab(tab, tab === outboxTable.tab ? mails.grid : (state.workbook[tab] ?? []), work),
    ]),
  );
  const store = purgedStore(state.workbook[UNDO_TAB] ?? [], { trace: subject.trace, emptied: work.emptied, rows });
  const journal = grids[journalTable.tab];
  return {
    tabs: {
      ...grids,
      ...(journal === undefined ? {} : { [journalTable.tab]: withoutUndo(journal, store.ids) }),
      ...(store.ids.length === 0 ? {} : { [UNDO_TAB]: store.grid }),
    },
    kept,
    purged: store.ids,
    cancelled: mails.cancelled,
    sending: mails.sending,
    emptied: work.emptied,
    rows,
  };
}

function isCopy(tab: string): boolean {
  return tab === originTable.tab || tab === checkTable.tab;
}

function boundRows(state: State, subject: Subject): ReadonlySet<string> {
  const own = tables.flatMap((table) =>
    readTable<Table>(table, state.workbook[table.tab], state.shown[table.tab])
      .records.filter((record) => isBound(table, record, subject))
      .map((record) => String(record['id'])),
  );
  return new Set([...subject.ids, ...own]);
}

function keptReceipts(state: State, subject: Subject, today: Day): readonly KeptReceipt[] {
  if (subject.kind === 'contact') return [];
  const settings = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]).records;
  return readTable(receiptTable, state.workbook[receiptTable.tab], state.shown[receiptTable.tab])
    .records.filter(
      ({ member, organisation }) => subject.ids.has(member ?? '') && organisation !== null && !isErased(organisation),
    )
    .map((receipt) => ({ receipt, until: receiptKeptUntil(receipt, settings) }))
    .filter(({ until }) => until >= today);
}

interface Work {
  readonly state: State;
  readonly subject: Subject;
  readonly rows: ReadonlySet<string>;
  readonly emptied: Set<string>;
  /** People without a record of their own, by their words, with what stands in their place. */
  readonly people: Map<string, string>;
  /** Receipts that keep the name. */
  readonly kept: ReadonlySet<string>;
}

function maskedTab(tab: string, grid: Grid, work: Work): Grid {
  const table = managedTables.find((one) => one.tab === tab) ?? null;
  const cells: Cell[][] = grid.map((row) => [...row]);
  const spared = table === null ? new Set<string>() : eraseRows(table, cells, work);
  const columns = table === null ? new Map<number, Column>() : columnsOf(table, grid);
  for (let row = table === null ? 0 : 1; row < cells.length; row += 1) {
    const line = cells[row] ?? [];
    line.forEach((cell, place) => {
      if (cell === null || spared.has(`${row} ${place}`)) return;
      const column = columns.get(place);
      if (table !== null && column !== undefined && !isMasked(table, column, cell)) return;
      line[place] =
        column?.field === 'raw' && tab === originTable.tab
          ? maskedRaw(cell, work.subject.trace)
          : maskedCell(cell, work.subject.trace);
    });
  }
  return trimGrid(cells);
}

function columnsOf(table: Table, grid: Grid): Map<number, Column> {
  const places = placesOf(table, grid);
  return new Map(
    table.columns.flatMap((column) => {
      const place = places.get(column.field);
      return place === undefined ? [] : [[place, column] as const];
    }),
  );
}

function isMasked(table: Table, column: Column, cell: Cell): boolean {
  if (technicalFields[table.name]?.includes(column.field) === true) return false;
  if (column.type === 'text' || column.type === 'list') return true;
  return column.type !== 'id' && column.type !== 'choice' && column.type !== 'yes_no' && typeof cell !== 'number';
}

/** Erases the rows of the person, and gives the cells that must not be looked at again. */
function eraseRows(table: Table, cells: Cell[][], work: Work): Set<string> {
  const { state, subject, rows } = work;
  const { records, rowOf } = readTable<Table>(table, cells, state.shown[table.tab]);
  const places = placesOf(table, cells);
  const spared = new Set<string>();
  for (const record of records) {
    const id = String(record['id']);
    const row = rowOf.get(id) ?? -1;
    const put = (field: string, value: Cell) => setCell(cells[row] ?? [], places.get(field), value);
    if (table === receiptTable && work.kept.has(id)) spared.add(`${row} ${places.get('organisation') ?? -1}`);
    else if (table.name === 'check' && rows.has(String(record['record'] ?? ''))) eraseCheck(record, put);
    else if (table.name === 'origin' && isOfPerson(record, rows))
      eraseOrigin(record, put, cells[row]?.[places.get('raw') ?? -1] ?? null, work);
    else if (isBound(table, record, subject))
      eraseRecord(table, record, { work, put, cellOf: (field) => cells[row]?.[places.get(field) ?? -1] ?? null });
  }
  return spared;
}

function setCell(row: Cell[], place: number | undefined, value: Cell): void {
  if (place === undefined || place >= row.length) return;
  row[place] = value;
}

interface OwnRow {
  readonly work: Work;
  readonly put: (field: string, value: Cell) => void;
  readonly cellOf: (field: string) => Cell;
}

function eraseRecord(table: Table, record: AnyRecord, { work, put, cellOf }: OwnRow): void {
  const fields = personalFields(table);
  if (fields === null) return;
  const { subject } = work;
  const isOwn = subject.ids.has(String(record['id']));
  for (const field of subject.kind === 'member' ? fields.organisation : []) {
    const value = record[field];
    const isNamed = typeof value === 'string' && value !== '' && !isErased(value);
    // A formula of hers that reads the name elsewhere reads the new one.
    if (isNamed && (isOwn || !isFormula(cellOf(field)))) put(field, subject.label);
  }
  const name = personOf(table, record);
  if (table.name === 'registration') remember(record['last_name'], work.emptied);
  const [nameField] = fields.person;
  if (nameField !== undefined && name !== '' && !isErased(name))
    put(nameField, personLabel(name, String(record['id']), { work, isOwn }));
  for (const field of fields.emptied) {
    // Addresses and numbers are looked for by themselves: one may be shared.
    if (!/email|phone|contacts/u.test(field)) remember(record[field], work.emptied);
    put(field, null);
  }
}

function personLabel(
  name: string,
  id: string,
  { work, isOwn }: { readonly work: Work; readonly isOwn: boolean },
): string {
  const { subject, people } = work;
  if (isOwn) return subject.kind === 'contact' ? subject.label : erasedLabel(id);
  const key = [...words(name)].sort().join(' ');
  const label = labelOf(name, subject.trace.names) ?? people.get(key) ?? erasedLabel(id);
  people.set(key, label);
  return label;
}

function remember(value: AnyRecord[string] | undefined, emptied: Set<string>): void {
  for (const text of Array.isArray(value) ? (value as readonly string[]) : [value]) {
    const folded = typeof text === 'string' ? fold(text) : '';
    if (folded.length >= SHORTEST_KEPT) emptied.add(folded);
  }
}

function eraseCheck(record: AnyRecord, put: (field: string, value: Cell) => void): void {
  // A point about a duplicate decides who is counted: it stays as it is, without its words.
  const decides = record['kind'] === 'duplicate_row';
  for (const field of ['raw', 'cure', 'proposal', ...(decides ? [] : ['proposed_value'])]) put(field, null);
  put('what', 'Point effacé avec la fiche.');
  if (!decides && (record['state'] === 'open' || record['state'] === null))
    put('state', checkTable.columns[1].choices.ignored);
}

function isOfPerson(origin: AnyRecord, rows: ReadonlySet<string>): boolean {
  return rows.has(String(origin['record'] ?? '')) || rows.has(String(origin['unit'] ?? ''));
}

/** Prints of erased values go: a number of ten digits can be guessed from one. Another print says that Régie’s cell was changed since. */
function eraseOrigin(origin: AnyRecord, put: (field: string, value: Cell) => void, raw: Cell, work: Work): void {
  const fields = personalOf(String(origin['record'] ?? ''));
  const prints = readPrints(typeof origin['prints'] === 'string' ? origin['prints'] : null);
  if (fields !== null) {
    for (const field of [...fields.organisation, ...fields.person, ...fields.emptied])
      if (prints.has(field)) prints.set(field, 'x');
    put('prints', writePrints(prints) || null);
  }
  put('raw', maskedRaw(raw, work.subject.trace, work.emptied));
}

function personalOf(id: string): PersonalFields | null {
  const table = tables.find(({ prefix }) => id.startsWith(`${prefix}-`));
  return table === undefined ? null : personalFields(table);
}

function withoutUndo(journal: Grid, ids: readonly string[]): Grid {
  const rows = readTable(journalTable, journal).records.filter(
    ({ id, undo }) => ids.includes(id) && undo === 'possible',
  );
  const put = rows.map((row) => ({
    ...row,
    undo: 'impossible' as const,
    summary: `${row.summary ?? ''} ${NO_UNDO}`.trim(),
  }));
  return put.length === 0 ? journal : changeTable(journalTable, journal, { put });
}

const NO_UNDO = 'Ne peut plus être annulée : des données personnelles ont été effacées.';
