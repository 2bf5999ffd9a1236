/** All that the workbook knows of an organisation or a person, to be handed to them (RGPD, art. 15 and 20; domain: D9). */
import { shownValue } from '../adoption/shown-value.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { dayOfSerial, timeOfSerial } from '../day.ts';
import type { Day } from '../day.ts';
import { frenchDate, frenchNumber } from '../french.ts';
import { groupBy } from '../group.ts';
import { journalTable, UNDO_TAB } from '../journal.ts';
import { outboxTable } from '../outbox.ts';
import type { SourceCell } from '../reading/source.ts';
import { fold } from '../reading/values/text.ts';
import { placesOf, readTable } from '../records.ts';
import type { AnyRecord, Table } from '../table.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { tables } from '../tables/index.ts';
import { columnLetters } from '../workbook.ts';
import type { Cell, Shown } from '../workbook.ts';
import { isBound, withNamedPeople } from './bound.ts';
import { isTraced, nameTrace, splitNames } from './mask.ts';
import type { Trace } from './mask.ts';
import { headerAbove, isManaged } from './own-tabs.ts';
import { subjectOf } from './subject.ts';
import type { Subject } from './subject.ts';

/** A value under its title. */
export interface DossierField {
  readonly header: string;
  readonly value: string;
}

/** A row of a tab. */
export interface DossierRow {
  /** One-based, as in the margin of the sheet. */
  readonly row: number;
  /** By a number of Régie's, by what stands in the cells, or only mentioned in a row about something else. */
  readonly found: 'number' | 'name' | 'mention';
  readonly fields: readonly DossierField[];
}

/** The rows of one tab. */
export interface DossierTab {
  readonly tab: string;
  readonly rows: readonly DossierRow[];
}

/** All that the workbook holds about one organisation or person. */
export interface Dossier {
  readonly id: string;
  readonly kind: 'member' | 'contact';
  readonly name: string;
  readonly madeOn: Day;
  readonly tabs: readonly DossierTab[];
}

/** Said where a text speaks of other people too. */
export const MENTION = '(mention : le texte parle aussi d’autres personnes)';

const TECHNICAL = new Set([
  'prints',
  'setting',
  'part',
  'unit',
  'key',
  'statement_key',
  'claimed_at',
  'attempts',
  'template',
  'command',
]);

/** The dossier of that number; null when no record bears it. Rows about others show only the cells that speak of it. */
export function dossierOf(state: State, id: string, madeOn: Day): Dossier | null {
  const bare = subjectOf(state, id);
  if (bare === null) return null;
  const subject = withNamedPeople(state, bare);
  const about: About = { state, subject, others: traceOfOthers(state, subject) };
  const managed = new Map([...tables, journalTable, outboxTable].map((table): [string, Table] => [table.tab, table]));
  const found = Object.keys(state.workbook)
    .filter((tab) => tab !== UNDO_TAB)
    .map((tab): DossierTab => {
      const table = managed.get(tab);
      const rows = table === undefined ? ownRows(tab, about) : managedRows(table, about);
      return { tab: titleIn(state, tab).replace(/ \(original\)$/u, ''), rows };
    });
  // Régie's own tabs first: they say most.
  const inOrder = [...found].sort((a, b) => Number(isManaged(b.tab)) - Number(isManaged(a.tab)));
  return {
    id: subject.id,
    kind: subject.kind,
    name: subject.name,
    madeOn,
    tabs: inOrder.filter(({ rows }) => rows.length > 0),
  };
}

interface About {
  readonly state: State;
  readonly subject: Subject;
  /** Everyone else of « Adhérents » and « Contacts ». */
  readonly others: Others;
}

interface Others {
  /** Folded names, by their first word. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

function traceOfOthers(state: State, { ids, kind, contacts, trace }: Subject): Others {
  // The organisation of a person is no other person.
  const own = new Set([...ids, ...(kind === 'contact' ? contacts.map(({ member }) => member) : [])]);
  const read = <T extends typeof memberTable | typeof contactTable>(table: T) =>
    readTable<T>(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const named = [
    ...read(memberTable).flatMap(({ id, organisation, former_names }) =>
      [organisation, ...former_names].map((name) => ({ id, name })),
    ),
    ...read(contactTable).map(({ id, name }) => ({ id, name })),
  ];
  const mine = new Set(trace.names.map(({ folded }) => folded));
  const names = named.flatMap(({ id, name }) => {
    const found = own.has(id) ? null : nameTrace(name ?? '', '');
    return found === null || mine.has(found.folded) ? [] : [found.folded];
  });
  return { names: groupBy([...new Set(names)], (name) => name.split(' ')[0] ?? '') };
}

function speaksOfOthers(text: string, { subject: { trace }, others }: About): boolean {
  const emails = text.match(/[^\s<>;,«»]+@[^\s<>;,«»]+\.[a-z]{2,}/giu) ?? [];
  if (emails.some((email) => !trace.emails.has(email.toLowerCase()))) return true;
  const folded = ` ${fold(text)} `;
  return folded
    .trim()
    .split(' ')
    .some((word) => (others.names.get(word) ?? []).some((name) => folded.includes(` ${name} `)));
}

function managedRows(table: Table, about: About): readonly DossierRow[] {
  const { state, subject } = about;
  const grid = state.workbook[table.tab] ?? [];
  const { records, rowOf } = readTable<Table>(table, grid, state.shown[table.tab]);
  const recordAt = new Map(records.map((record) => [rowOf.get(String(record['id'])) ?? -1, record]));
  return grid.flatMap((line, row): DossierRow[] => {
    if (row === 0) return [];
    const record = recordAt.get(row);
    if (record !== undefined && isHers(table, record, subject)) {
      const fields = [...knownFields(table, record), ...ownFields(table, row, about)];
      return [{ row: row + 1, found: 'number', fields }];
    }
    const fields = mentions(line, (column) => headerOf(grid[0]?.[column], column), about);
    return fields.length === 0 ? [] : [{ row: row + 1, found: 'mention', fields }];
  });
}

function isHers(table: Table, record: AnyRecord, subject: Subject): boolean {
  const ofOne = (value: AnyRecord[string] | undefined) => typeof value === 'string' && subject.ids.has(value);
  if (table.name === 'check' || table.name === 'origin') return ofOne(record['record']) || ofOne(record['unit']);
  if (table.name === 'outbox') return isTraced(typeof record['to'] === 'string' ? record['to'] : null, subject.trace);
  return isBound(table, record, subject);
}

function knownFields(table: Table, record: AnyRecord): readonly DossierField[] {
  return table.columns.flatMap((column) => {
    const value = shownValue(column, record[column.field] ?? null);
    return value === 'vide' || TECHNICAL.has(column.field) ? [] : [{ header: column.header, value }];
  });
}

function ownFields(table: Table, row: number, { state }: About): readonly DossierField[] {
  const grid = state.workbook[table.tab] ?? [];
  const ours = new Set(placesOf(table, grid).values());
  return (grid[row] ?? []).flatMap((_, column) => {
    const value = ours.has(column) ? '' : shownText(state, { tab: table.tab, row, column });
    return value === '' ? [] : [{ header: headerOf(grid[0]?.[column], column), value }];
  });
}

/** The cells of a row about something else that speak of the person; a text about others too is only said to be there. */
function mentions(line: readonly Cell[], header: (column: number) => string, about: About): readonly DossierField[] {
  return line.flatMap((cell, column) => {
    if (!isTraced(cell, about.subject.trace)) return [];
    const text = typeof cell === 'object' && cell !== null ? 'une formule' : String(cell ?? '');
    return [{ header: header(column), value: speaksOfOthers(text, about) ? MENTION : text }];
  });
}

function ownRows(tab: string, about: About): readonly DossierRow[] {
  const { state, subject } = about;
  const grid = state.workbook[tab] ?? [];
  return grid.flatMap((line, row): DossierRow[] => {
    const isSplit = splitNames(line, subject.trace).length > 0;
    if (!isSplit && !line.some((cell) => isTraced(cell, subject.trace))) return [];
    const header = (column: number) => headerAbove(grid, row, column) ?? `Colonne ${columnLetters(column)}`;
    const texts = line.filter((cell) => typeof cell === 'string');
    const isAboutHer = isSplit || texts.some((cell) => standsFor(cell, subject.trace));
    if (!isAboutHer || isManaged(tab) || texts.some((text) => speaksOfOthers(text, about)))
      return [{ row: row + 1, found: 'mention', fields: mentions(line, header, about) }];
    const fields = line.flatMap((_, column) => {
      const value = shownText(state, { tab, row, column });
      return value === '' ? [] : [{ header: header(column), value }];
    });
    return [{ row: row + 1, found: 'name', fields }];
  });
}

/** True for a cell that holds a name of hers, an address or a number and nothing else. */
function standsFor(cell: string, { names, emails }: Trace): boolean {
  const folded = fold(cell);
  return names.some((name) => name.folded === folded) || emails.has(cell.trim().toLowerCase());
}

function headerOf(cell: Cell | undefined, column: number): string {
  return typeof cell === 'string' && cell.trim() !== '' ? cell.trim() : `Colonne ${columnLetters(column)}`;
}

interface Place {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
}

/** What the cell shows, dates as dates. */
function shownText(state: State, { tab, row, column }: Place): string {
  const look = state.sources[state.tabs.indexOf(tab)]?.rows[row]?.[column];
  const shown: Shown = look?.shown ?? state.shown[tab]?.[row]?.[column] ?? null;
  if (shown === null) return '';
  if (typeof shown === 'object') return shown.error;
  if (typeof shown === 'boolean') return shown ? 'oui' : 'non';
  return typeof shown === 'number' ? shownNumber(shown, look?.temporal) : shown;
}

function shownNumber(shown: number, temporal: SourceCell['temporal']): string {
  if (temporal === 'time') return timeOfSerial(shown);
  if (temporal === undefined) return Number.isInteger(shown) ? String(shown) : frenchNumber(shown);
  const day = frenchDate(dayOfSerial(shown));
  return temporal === 'date' ? day : `${day} ${timeOfSerial(shown)}`;
}
