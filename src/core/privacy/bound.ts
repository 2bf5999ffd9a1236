/** The rows that belong to someone by a number, by table; and the people whom those rows name. */
import type { State } from '../command.ts';
import { fold, words } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import type { AnyRecord, Table } from '../table.ts';
import { contactTable } from '../tables/contact.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { registrationTable } from '../tables/registration.ts';
import { inOrder } from './attendees.ts';
import { erasedLabel, isErased } from './erased.ts';
import { personalFields, personOf } from './fields.ts';
import { nameTrace } from './mask.ts';
import type { NameTrace } from './mask.ts';
import type { Subject } from './subject.ts';

/** True for a row of that table that belongs to the subject: its own record, one that bears its number, a registration in its name. */
export function isBound(table: Table, record: AnyRecord, subject: Subject): boolean {
  const id = String(record['id'] ?? '');
  if (subject.ids.has(id)) return true;
  if (subject.kind === 'member' && personalFields(table) !== null && subject.ids.has(String(record['member'] ?? '')))
    return true;
  if (table.name === 'consent')
    return (
      subject.ids.has(String(record['contact'] ?? '')) ||
      (subject.kind === 'member' && subject.ids.has(String(record['member'] ?? '')))
    );
  if (table.name === 'registration' || table.name === 'answer')
    return subject.kind === 'contact' && labelOf(personOf(table, record), subject.trace.names) !== null;
  return false;
}

/** What stands in the place of that name, or null when it is none of theirs. */
export function labelOf(name: string, names: readonly NameTrace[]): string | null {
  const folded = fold(name);
  return folded === '' ? null : (names.find((trace) => trace.folded === folded)?.label ?? null);
}

/** The subject with the people whom its registrations and stays name without a record of their own. */
export function withNamedPeople(state: State, subject: Subject): Subject {
  if (subject.kind === 'contact') return subject;
  const mine = new Map<string, { readonly name: string; readonly label: string }>();
  const theirs = new Set(
    readTable(contactTable, state.workbook[contactTable.tab], state.shown[contactTable.tab])
      .records.filter(({ id }) => !subject.ids.has(id))
      .map(({ name }) => inOrder(name ?? '')),
  );
  for (const table of [registrationTable, occupancyTable] as readonly Table[]) {
    for (const record of readTable(table, state.workbook[table.tab], state.shown[table.tab]).records) {
      const name = personOf(table, record);
      if (words(name).length < 2 || isErased(name)) continue;
      if (!isBound(table, record, subject)) theirs.add(inOrder(name));
      else if (!mine.has(inOrder(name))) mine.set(inOrder(name), { name, label: erasedLabel(String(record['id'])) });
    }
  }
  const known = new Set(subject.trace.names.map(({ folded }) => inOrder(folded)));
  const found = [...mine].flatMap(([key, { name, label }]) => {
    const orders = [name, [...words(name).slice(1), words(name)[0]].join(' ')];
    return known.has(key) || theirs.has(key)
      ? []
      : orders.map((order) => nameTrace(order, label)).filter((trace) => trace !== null);
  });
  const names = [...subject.trace.names, ...found].sort((a, b) => b.folded.length - a.folded.length);
  return { ...subject, trace: { ...subject.trace, names } };
}
