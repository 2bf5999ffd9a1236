/** Who is told about a session: each person once, at one address. */
import { addresses } from '../calendar/wanted.ts';
import type { State } from '../command.ts';
import { readTable } from '../records.ts';
import { holdsSeat, isWaiting } from '../registrations/seats.ts';
import type { Table } from '../table.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';

/** The tabs from which addresses are found. */
export const audienceTabs: readonly string[] = [registrationTable.tab, memberTable.tab, contactTable.tab];

/** One person to write to. */
export interface Told {
  readonly to: string;
  /** « Anna Marée », else the organisation. */
  readonly name: string;
  readonly registration: Registration;
}

/** Whom a mail about a session reaches, and who has no address. */
export interface Audience {
  readonly told: readonly Told[];
  /** Names of those who must be called instead. */
  readonly unreachable: readonly string[];
}

/** What « Inscriptions » says of a person: their name, else their organisation. */
export function personName({ first_name: first, last_name: last, organisation, id }: Registration): string {
  const name = [first, last].filter((part) => part !== null).join(' ');
  return name !== '' ? name : (organisation ?? id);
}

/** A finder of audiences; « Inscriptions », « Adhérents » and « Contacts » are read once. */
export function audiences(state: State): (session: string, whom: 'seated' | 'all' | 'present') => Audience {
  const read = <T extends Table>(table: T) =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const registrations = read(registrationTable);
  // Whoever is invited at an address is written to at the same one.
  const addressFor = addresses(read(memberTable), read(contactTable));
  return (session, whom) => {
    const own = registrations.filter((one) => one.session === session && isMeant(one, whom));
    const told = new Map<string, Told>();
    const unreachable: string[] = [];
    for (const registration of own) {
      const to = addressFor(registration);
      if (to === null) unreachable.push(personName(registration));
      else if (!told.has(to)) told.set(to, { to, name: personName(registration), registration });
    }
    return { told: [...told.values()], unreachable: [...new Set(unreachable)] };
  };
}

function isMeant(registration: Registration, whom: 'seated' | 'all' | 'present'): boolean {
  if (registration.repeats !== null) return false;
  if (whom === 'present') return registration.status === 'present';
  return holdsSeat(registration) || (whom === 'all' && isWaiting(registration));
}
