/** People whom « Inscriptions » names and « Contacts » does not: they may ask for their data too. */
import type { State } from '../command.ts';
import { words } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { contactTable } from '../tables/contact.ts';
import type { Contact } from '../tables/contact.ts';
import { registrationTable } from '../tables/registration.ts';
import { isErased } from './erased.ts';
import { personOf } from './fields.ts';

const NOBODY = { phone: null, main: null, left_on: null, notes: null, source_tab: null, source_row: null } as const;

/** One person for each name, as a contact that bears the number of her first registration; in the order of the tab. */
export function attendees(state: State): readonly Contact[] {
  const known = new Set(
    readTable(contactTable, state.workbook[contactTable.tab], state.shown[contactTable.tab]).records.map(({ name }) =>
      inOrder(name ?? ''),
    ),
  );
  const found = new Map<string, Contact>();
  const { records } = readTable(
    registrationTable,
    state.workbook[registrationTable.tab],
    state.shown[registrationTable.tab],
  );
  for (const record of records) {
    const name = personOf(registrationTable, record);
    const key = inOrder(name);
    if (key === '' || isErased(record.last_name) || known.has(key)) continue;
    const { id, member, organisation, role, email } = record;
    const first = found.get(key);
    if (first === undefined) found.set(key, { ...NOBODY, id, name, member, organisation, role, email });
    else if (first.email === null) found.set(key, { ...first, email });
  }
  return [...found.values()];
}

/** The words of a name, whatever their order, accents and case. */
export function inOrder(name: string): string {
  return [...words(name)].sort().join(' ');
}
