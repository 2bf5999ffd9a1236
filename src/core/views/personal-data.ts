/** « Données personnelles »: who is past the time that « Réglages » gives, and why; nothing is erased by itself. */
import type { State } from '../command.ts';
import { titleIn } from '../command.ts';
import { overdue, retentionTabs, retentionTimes } from '../privacy/retention.ts';
import type { Overdue, RetentionTime } from '../privacy/retention.ts';
import { attendees } from '../privacy/attendees.ts';
import { isErased } from '../privacy/erased.ts';
import { readTable } from '../records.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import type { View } from '../view.ts';

/** Someone past retention, with where the row stands. */
export interface OverduePerson extends Overdue {
  readonly tab: string;
  readonly cell: string | null;
  /** The member whose card shows it. */
  readonly member: string | null;
}

/** The answer of the view « personal-data ». */
export interface PersonalDataView {
  readonly adopted: boolean;
  readonly overdue: readonly OverduePerson[];
  readonly times: readonly RetentionTime[];
  /** Everyone who can be chosen, by name; those who only came to sessions too. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    /** The organisation of a person. */
    readonly member: string | null;
    readonly erased: boolean;
  }[];
}

/** The view « personal-data ». */
export const personalDataView: View = {
  name: 'personal-data',
  reads: [...retentionTabs, registrationTable.tab],
  view: (state, _input, { today }): PersonalDataView => {
    const places = placesIn(state);
    return {
      adopted: Object.hasOwn(state.workbook, memberTable.tab),
      overdue: overdue(state, today).map((one) => ({
        ...(places.get(one.id) ?? { tab: '', cell: null, member: null }),
        ...one,
      })),
      times: retentionTimes(state),
      people: [...places]
        .flatMap(([id, { name, member }]) => (name === null ? [] : [{ id, name, member, erased: isErased(name) }]))
        .sort((a, b) => a.name.localeCompare(b.name, 'fr')),
    };
  },
};

interface Place {
  readonly name: string | null;
  readonly tab: string;
  readonly cell: string | null;
  readonly member: string | null;
}

function placesIn(state: State): ReadonlyMap<string, Place> {
  const read = <T extends typeof memberTable | typeof contactTable>(table: T) =>
    readTable<T>(table, state.workbook[table.tab], state.shown[table.tab]);
  const members = read(memberTable);
  const contacts = read(contactTable);
  const cellOf = (row: number | undefined) => (row === undefined ? null : `A${row + 1}`);
  return new Map([
    ...members.records.map(({ id, organisation, merged_into: into }): [string, Place] => [
      id,
      {
        name: into === null ? organisation : null,
        tab: titleIn(state, memberTable.tab),
        cell: cellOf(members.rowOf.get(id)),
        member: id,
      },
    ]),
    ...contacts.records.map(({ id, name, member }): [string, Place] => [
      id,
      { name, tab: titleIn(state, contactTable.tab), cell: cellOf(contacts.rowOf.get(id)), member },
    ]),
    ...attendees(state).map(({ id, name, member }): [string, Place] => [
      id,
      { name, tab: titleIn(state, registrationTable.tab), cell: null, member },
    ]),
  ]);
}
