/** Whose data it is: a member organisation with its people, or one person; and by what they are recognised. */
import type { State } from '../command.ts';
import { french } from '../french.ts';
import { readPhones } from '../reading/values/phone.ts';
import { isGenericEmail, readEmails } from '../reading/values/email.ts';
import { fold, words } from '../reading/values/text.ts';
import { readTable } from '../records.ts';
import { contactTable } from '../tables/contact.ts';
import type { Contact } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { attendees } from './attendees.ts';
import { erasedLabel, isErased } from './erased.ts';
import { nameTrace } from './mask.ts';
import type { NameTrace, Trace } from './mask.ts';

/** The organisation or the person, with the numbers of their records. */
export interface Subject {
  readonly id: string;
  readonly kind: 'member' | 'contact';
  readonly name: string;
  readonly label: string;
  /** Numbers of its records in « Adhérents » and « Contacts », merged ones included. */
  readonly ids: ReadonlySet<string>;
  readonly members: readonly Member[];
  readonly contacts: readonly Contact[];
  readonly trace: Trace;
  /** Names that someone else bears too: they are hers only in rows that bear her number. */
  readonly homonyms: readonly string[];
  /** True when one of the names is a single word, which is not looked for inside texts. */
  readonly hasShortName: boolean;
}

/**
 * The subject of that number, or null when no record bears it; a merged record leads to the one that is kept. The number
 * of a registration leads to a person whom « Contacts » does not know.
 */
export function subjectOf(state: State, id: string): Subject | null {
  const members = readTable(memberTable, state.workbook[memberTable.tab], state.shown[memberTable.tab]).records;
  const contacts = readTable(contactTable, state.workbook[contactTable.tab], state.shown[contactTable.tab]).records;
  const member = keptOf(members, id);
  if (member !== null) {
    const own = [member, ...mergedInto(members, member.id)];
    const ids = new Set(own.map((one) => one.id));
    const people = contacts.filter((contact) => contact.member !== null && ids.has(contact.member));
    return build({ id: member.id, kind: 'member', own, people, members, contacts });
  }
  const contact = contacts.find((one) => one.id === id) ?? attendees(state).find((one) => one.id === id);
  if (contact === undefined) return null;
  const people = [contact, ...contacts.filter((one) => one !== contact && isSamePerson(one, contact))];
  return build({ id, kind: 'contact', own: [], people, members, contacts });
}

function keptOf(members: readonly Member[], id: string): Member | null {
  let member = members.find((one) => one.id === id);
  const seen = new Set<string>();
  while (member !== undefined && member.merged_into !== null && !seen.has(member.id)) {
    seen.add(member.id);
    const into = member.merged_into;
    const next = members.find((one) => one.id === into);
    if (next === undefined) break;
    member = next;
  }
  return member ?? null;
}

function mergedInto(members: readonly Member[], id: string): readonly Member[] {
  const found = new Map<string, Member>();
  const wanted = [id];
  for (let into = wanted.pop(); into !== undefined; into = wanted.pop()) {
    for (const member of members) {
      if (member.merged_into !== into || member.id === id || found.has(member.id)) continue;
      found.set(member.id, member);
      wanted.push(member.id);
    }
  }
  return [...found.values()];
}

// One name alone is not enough: two people may bear it.
function isSamePerson(a: Contact, b: Contact): boolean {
  if (fold(a.name ?? '') === '' || fold(a.name ?? '') !== fold(b.name ?? '') || isErased(a.name)) return false;
  const same = (one: string | null, other: string | null) => one !== null && fold(one) === fold(other ?? '');
  return same(a.email, b.email) || same(a.phone, b.phone) || same(a.member, b.member);
}

interface Parts {
  readonly id: string;
  readonly kind: Subject['kind'];
  readonly own: readonly Member[];
  readonly people: readonly Contact[];
  readonly members: readonly Member[];
  readonly contacts: readonly Contact[];
}

function build({ id, kind, own, people, members, contacts }: Parts): Subject {
  const ids = new Set([...own, ...people].map((record) => record.id));
  const otherMembers = members.filter((member) => !own.includes(member));
  const otherPeople = contacts.filter((contact) => !people.includes(contact));
  const label = erasedLabel(id);
  const hers = [
    ...own.flatMap(({ organisation, former_names }) =>
      [organisation, ...former_names].map((name) => ({ name, label })),
    ),
    ...people.flatMap((contact) =>
      wordOrders(contact.name).map((name) => ({ name, label: kind === 'contact' ? label : erasedLabel(contact.id) })),
    ),
  ];
  const theirs = [
    ...otherMembers.flatMap(({ organisation, former_names }) => [organisation, ...former_names]),
    ...otherPeople.map(({ name }) => name),
  ].map((name) => fold(name ?? ''));
  const traces = tracesOf(hers);
  const homonyms = traces.filter(({ folded }) => theirs.includes(folded)).map(({ folded }) => folded);
  const names = traces.filter(({ folded }) => !homonyms.includes(folded));
  const addresses = addressesOf(own, people);
  const keptAddress = kind === 'contact' ? organisationAddress(people, otherMembers) : null;
  const lines = kind === 'contact' ? landlines(otherMembers) : new Set<string>();
  const shared = addressesOf(kind === 'member' ? otherMembers : [], otherPeople);
  return {
    id,
    kind,
    name: own[0]?.organisation ?? people.find((person) => person.id === id)?.name ?? id,
    label,
    ids,
    members: own,
    contacts: people,
    trace: {
      names,
      emails: new Set([...addresses.emails].filter((email) => email !== keptAddress && !shared.emails.has(email))),
      phones: new Set([...addresses.phones].filter((phone) => !shared.phones.has(phone) && !lines.has(phone))),
      others: theirs.filter((other) =>
        names.some(({ folded }) => other !== folded && ` ${other} `.includes(` ${folded} `)),
      ),
    },
    homonyms,
    hasShortName: names.some(({ inTexts }) => !inTexts),
  };
}

/** The longest first, each once. */
function tracesOf(named: readonly { readonly name: string | null; readonly label: string }[]): readonly NameTrace[] {
  const found = new Map<string, NameTrace>();
  for (const { name, label } of named) {
    const trace = name === null || isErased(name) ? null : nameTrace(name, label);
    if (trace !== null && !found.has(trace.folded)) found.set(trace.folded, trace);
  }
  return [...found.values()].sort((a, b) => b.folded.length - a.folded.length);
}

/** A person's name as it is, and with its last or first word on the other side: « Lemoine Anna ». */
function wordOrders(name: string | null): readonly string[] {
  const parts = words(name ?? '');
  if (name === null || isErased(name)) return [];
  if (parts.length < 2 || parts.length > 4) return [name];
  return [name, [parts.at(-1), ...parts.slice(0, -1)].join(' '), [...parts.slice(1), parts[0]].join(' ')];
}

function addressesOf(members: readonly Member[], people: readonly Contact[]) {
  const emails = [
    ...members.flatMap(({ email, other_emails, unreadable_contacts }) => [
      email,
      ...other_emails,
      ...unreadable_contacts,
    ]),
    ...people.map(({ email }) => email),
  ].flatMap((text) => readEmails(text).map(({ value }) => value));
  const phones = [
    ...members.flatMap(({ phone, other_phones, unreadable_contacts }) => [
      phone,
      ...other_phones,
      ...unreadable_contacts,
    ]),
    ...people.map(({ phone }) => phone),
  ].flatMap((text) => readPhones(text).map(({ phone }) => phone.value));
  const there = (values: readonly (string | null)[]) => new Set(values.filter((value) => value !== null));
  return { emails: there(emails), phones: there(phones) };
}

/** The generic address (contact@…) that the organisation gave as its own too. */
function organisationAddress(people: readonly Contact[], members: readonly Member[]): string | null {
  const theirs = addressesOf(members, []).emails;
  return [...addressesOf([], people).emails].find((email) => theirs.has(email) && isGenericEmail(email)) ?? null;
}

/** The telephones of organisations that are no mobiles: whoever answers there, they are not one person's. */
function landlines(members: readonly Member[]): ReadonlySet<string> {
  return new Set([...addressesOf(members, []).phones].filter((phone) => /^0[1-589]/u.test(phone)));
}

/** How the subject is named in sentences that are kept: by its number only. */
export function numberOf({ kind, id }: Pick<Subject, 'kind' | 'id'>): string {
  return kind === 'member' ? french`Adhérent ${id}` : french`Personne ${id}`;
}
