/** What the calendar should be: the sessions she confirmed that are still to come, and who holds a seat in each. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { addressOf } from '../mails/recipient.ts';
import { mailAddress } from '../mails/text.ts';
import { fold } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { holdsSeat } from '../registrations/seats.ts';
import { associationSetting, settingText } from '../settings.ts';
import type { RecordOf, Table } from '../table.ts';
import { agendaTable } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import { contactTable } from '../tables/contact.ts';
import type { Contact } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { programmeTable } from '../tables/programme.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { settingTable } from '../tables/setting.ts';
import { contentOf } from './content.ts';
import type { Content } from './content.ts';
import { slotOf } from './slot.ts';

/** The tabs that tell what the calendar should be. */
export const calendarTabs: readonly string[] = [
  agendaTable,
  sessionTable,
  registrationTable,
  contactTable,
  memberTable,
  programmeTable,
  settingTable,
].map(({ tab }) => tab);

/** What should become of a session in the calendar. */
export interface Wanted {
  readonly session: string;
  /** The event as it should be; "absent" when it must not be there, "gone" when its row went, "as_is" when it is left alone. */
  readonly event: Content | 'absent' | 'gone' | 'as_is';
  /** Whom to invite, each once, with the registrations that it stands for. */
  readonly guests: ReadonlyMap<string, readonly string[]>;
}

/** Every session that the calendar has or should have, in the order of « Séances ». */
export function wantedEvents(state: State, today: Day): readonly Wanted[] {
  const read = <T extends Table>(table: T): readonly RecordOf<T>[] =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const sessions = read(sessionTable);
  const rows = read(agendaTable).filter(({ kind }) => kind === 'event');
  const inCalendar = new Map(rows.map((row) => [row.session, row]));
  const known = new Set(sessions.map(({ id }) => id));
  const seats = groupBy(read(registrationTable).filter(holdsSeat), ({ session }) => session);
  const address = addresses(read(memberTable), read(contactTable));
  const association = settingText(read(settingTable), associationSetting);
  const programmes = new Map(read(programmeTable).map(({ code, name }) => [code, name ?? '']));
  const wanted = sessions.flatMap((session): Wanted[] => {
    const programme = programmes.get(session.programme) ?? '';
    const event = eventOf(session, inCalendar.has(session.id), { today, association, programme });
    if (event === null) return [];
    return [{ session: session.id, event, guests: guestsOf(seats.get(session.id) ?? [], address) }];
  });
  // Without the tab itself nothing can be told of its rows.
  const isRead = (state.workbook[sessionTable.tab] ?? []).length > 0;
  const gone = isRead ? rows.filter(({ session }) => session !== null && !known.has(session)) : [];
  return [...wanted, ...gone.map((row): Wanted => ({ session: row.session ?? '', event: 'gone', guests: new Map() }))];
}

interface Names {
  readonly today: Day;
  readonly association: string;
  readonly programme: string;
}

function eventOf(session: Session, isThere: boolean, { today, ...names }: Names): Wanted['event'] | null {
  if (session.status === 'cancelled' || session.status === 'unscheduled' || session.status === 'proposed')
    return isThere ? 'absent' : null;
  const slot = slotOf(session);
  const isComing = session.status === 'planned' && slot !== null && slot.until >= today;
  if (!isComing) return isThere ? 'as_is' : null;
  return contentOf(session, slot, names);
}

function guestsOf(
  seats: readonly Registration[],
  address: (registration: Registration) => string | null,
): ReadonlyMap<string, readonly string[]> {
  const guests = new Map<string, string[]>();
  for (const seat of seats) {
    const email = address(seat);
    if (email !== null) guests.set(email, [...(guests.get(email) ?? []), seat.id]);
  }
  return guests;
}

/** Where someone who registered is invited: the address they gave, else that of the person, else that of the organisation. */
export function addresses(
  members: readonly Member[],
  contacts: readonly Contact[],
): (registration: Registration) => string | null {
  const byId = new Map(members.map((member) => [member.id, member]));
  const people = groupBy(contacts, ({ member }) => member);
  return ({ email, member, last_name: last, first_name: first }) => {
    const own = mailAddress(email ?? '');
    if (own !== null || member === null) return own;
    const names = [`${first ?? ''} ${last ?? ''}`, `${last ?? ''} ${first ?? ''}`].map((name) => fold(name).trim());
    const own_people = people.get(member) ?? [];
    const person = own_people.find(({ name }) => name !== null && names.includes(fold(name).trim()));
    return mailAddress(person?.email ?? '') ?? addressOf(byId.get(member), own_people);
  };
}

/** The rows of sessions in « Régie · agenda », by session. */
export function eventRows(rows: readonly AgendaRow[]): ReadonlyMap<string, AgendaRow> {
  return new Map(rows.flatMap((row) => (row.kind === 'event' && row.session !== null ? [[row.session, row]] : [])));
}
