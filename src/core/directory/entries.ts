/** What may be said of each member in the directory: only what was agreed to, one subject after the other (domain: D9). */
import type { Moment, State } from '../command.ts';
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { hasLeft } from '../members/affiliation.ts';
import { consentInForce, latestConsent } from '../members/consents.ts';
import type { ConsentSubject } from '../members/consents.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import { membersOn } from '../members/membership.ts';
import type { Problem } from '../problem.ts';
import { isGenericEmail } from '../reading/values/email.ts';
import { fold, words } from '../reading/values/text.ts';
import { readRegister } from '../register.ts';
import type { Register } from '../register.ts';
import { checkTable } from '../tables/check.ts';
import { consentTable } from '../tables/consent.ts';
import type { Contact } from '../tables/contact.ts';
import { contactTable } from '../tables/contact.ts';
import { activities, memberTable } from '../tables/member.ts';
import type { Member } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { settingTable } from '../tables/setting.ts';
import { doubtfulRecords } from './doubtful.ts';
import type { Doubtful } from './doubtful.ts';

/** The tabs that the directory is made from. */
export const directoryReads: readonly string[] = [
  memberTable.tab,
  contactTable.tab,
  consentTable.tab,
  membershipFeeTable.tab,
  checkTable.tab,
  settingTable.tab,
];

/** A trade of the directory. */
export type ActivityCode = keyof typeof activities;

/** An activity of a member: one of the association's list, or « other » with its own words. */
export interface EntryActivity {
  readonly code: ActivityCode;
  /** French. */
  readonly label: string;
}

/** A person who agreed to be named. */
export interface EntryPerson {
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A member who agreed to be named, with what else they agreed to. */
export interface DirectoryEntry {
  readonly name: string;
  readonly activities: readonly EntryActivity[];
  readonly presentation: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly website: string | null;
  readonly people: readonly EntryPerson[];
}

/** A member who is not in the directory although they count. */
export interface Unlisted {
  readonly id: string;
  readonly name: string;
  /** « silent »: nobody noted an answer; « refused »: no, or no longer; « doubtful »: a cell of theirs cannot be read. */
  readonly why: 'silent' | 'refused' | 'doubtful';
}

/** The directory of a day. */
export interface Directory {
  /** By name. */
  readonly entries: readonly DirectoryEntry[];
  /** How many members count on that day. */
  readonly counted: number;
  readonly unlisted: readonly Unlisted[];
  /** Members whose address or number is that of a person who did not agree: it is left out. */
  readonly withheld: readonly Pick<Unlisted, 'id' | 'name'>[];
  readonly problems: readonly Problem[];
}

/** The directory as the consents in force allow it; whoever left, was merged or is only a candidate is never in it. */
export function directoryOf(state: State, { today }: Moment): Directory {
  const { doubtful, hear } = doubtfulRecords(state);
  const register = readRegister(state, hear);
  const agreements = agreementsOf(register, doubtful, today);
  const members = membersOn(register, { day: today, duplicates: duplicateMembers(state) });
  const unlisted = members.flatMap((member): Unlisted[] => {
    const why = doubtful.members.has(member.id) ? 'doubtful' : agreements.whyNotNamed(member);
    return why === null ? [] : [{ id: member.id, name: member.organisation ?? member.id, why }];
  });
  const absent = new Set(unlisted.map(({ id }) => id));
  const listed = members
    .filter(({ id }) => !absent.has(id))
    .map((member) => ({ id: member.id, ...entryOf(member, agreements) }));
  return {
    entries: byName(listed.map(({ entry }) => entry)),
    counted: members.length,
    unlisted: byName(unlisted),
    withheld: byName(listed.filter(({ withheld }) => withheld).map(({ id, entry: { name } }) => ({ id, name }))),
    problems: register.problems,
  };
}

function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Who agreed to what. */
interface Agreements {
  readonly member: (member: Member, subject: ConsentSubject) => boolean;
  readonly whyNotNamed: (member: Member) => 'silent' | 'refused' | null;
  readonly person: (person: Contact, subject: ConsentSubject) => boolean;
  /** The people of a member who are still there. */
  readonly people: (member: Member) => readonly Contact[];
  /** True when that address or number is nobody's, or that of people who agreed. */
  readonly isFree: (field: 'email' | 'phone', value: string) => boolean;
}

function agreementsOf(register: Register, doubtful: Doubtful, today: Day): Agreements {
  const ofMember = groupBy(register.consents, ({ member, contact }) => (contact === null ? member : null));
  const ofContact = groupBy(register.consents, ({ contact }) => contact);
  const people = groupBy(register.contacts, ({ member }) => member);
  const isHere = (person: Contact): boolean =>
    !hasLeft(person, today) && !doubtful.contacts.has(person.id) && !doubtful.members.has(person.member ?? '');
  const person = (one: Contact, subject: ConsentSubject): boolean =>
    isHere(one) && consentInForce(ofContact.get(one.id) ?? [], subject);
  const owners = {
    email: groupBy(register.contacts, ({ email }) => (email === null ? null : bare(email))),
    phone: groupBy(register.contacts, ({ phone }) => (phone === null ? null : bare(phone))),
  };
  const member = ({ id }: Member, subject: ConsentSubject): boolean => consentInForce(ofMember.get(id) ?? [], subject);
  return {
    member,
    whyNotNamed: (one) => {
      if (one.organisation !== null && member(one, 'directory_name')) return null;
      return latestConsent(ofMember.get(one.id) ?? [], 'directory_name') === null ? 'silent' : 'refused';
    },
    person,
    people: ({ id }) => (people.get(id) ?? []).filter(isHere),
    isFree: (field, value) => {
      const own = owners[field].get(bare(value)) ?? [];
      // The same person may be noted twice, beside two records of one member.
      const agreed = new Set(own.filter((one) => person(one, 'directory_contact')).map(nameKey));
      return own.every((one) => agreed.has(nameKey(one)));
    },
  };
}

function nameKey({ id, name }: Contact): string {
  return name === null ? id : [...words(name)].sort().join(' ');
}

/** An address or number without what people write around it. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s.()-]/gu, '')
    .replace(/^(?:\+|00)33/u, '0');
}

/**
 * What a member who agreed to be named agreed to besides. An address or a number that belongs to a person noted in
 * « Contacts » asks for that person's agreement too; a generic address (contact@…) belongs to nobody (domain: D10).
 */
function entryOf(member: Member, agreements: Agreements): { entry: DirectoryEntry; withheld: boolean } {
  const reachable = agreements.member(member, 'directory_contact');
  const { email, phone, website } = member;
  const shownEmail = email !== null && (isGenericEmail(email) || agreements.isFree('email', email)) ? email : null;
  const shownPhone = phone !== null && agreements.isFree('phone', phone) ? phone : null;
  return {
    entry: {
      name: member.organisation ?? '',
      activities: activitiesOf(member),
      presentation: agreements.member(member, 'directory_presentation') ? member.presentation : null,
      email: reachable ? shownEmail : null,
      phone: reachable ? phoneText(shownPhone) : null,
      website: reachable ? website : null,
      people: agreements.people(member).flatMap((person) => personOf(person, agreements)),
    },
    withheld: reachable && (shownEmail !== email || shownPhone !== phone),
  };
}

function personOf(person: Contact, agreements: Agreements): EntryPerson[] {
  if (person.name === null || !agreements.person(person, 'directory_name')) return [];
  const isReachable = agreements.person(person, 'directory_contact');
  return [
    {
      name: person.name,
      role: person.role,
      email: isReachable ? person.email : null,
      phone: isReachable ? phoneText(person.phone) : null,
    },
  ];
}

const codes = new Map<string, ActivityCode>(
  (Object.keys(activities) as ActivityCode[]).map((code) => [fold(activities[code]), code]),
);

function activitiesOf({ activities: labels, activity_other: other }: Member): readonly EntryActivity[] {
  const listed = labels.map((label): EntryActivity => ({ code: codes.get(fold(label)) ?? 'other', label }));
  const named = listed.filter(({ label }) => codes.get(fold(label)) !== 'other');
  const own = other === null ? [] : [{ code: 'other' as const, label: other }];
  const plain = listed.filter((activity) => !named.includes(activity));
  const all = [...named, ...own, ...(own.length === 0 ? plain : [])];
  return all.filter(({ label }, index) => all.findIndex((one) => fold(one.label) === fold(label)) === index);
}

/** « 06 39 98 11 22 », « 00 4420… »: as it is read and dialled in France; a spreadsheet takes neither for a number. */
function phoneText(phone: string | null): string | null {
  if (phone === null) return null;
  return /^0\d{9}$/u.test(phone) ? phone.replace(/(\d{2})(?=\d)/gu, '$1 ') : phone.replace(/^\+(?=\d)/u, '00 ');
}
