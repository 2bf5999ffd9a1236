/** To whom a member's mails about money go: the contact to write to first, else the member, else whoever of its people has an address. */
import { french } from '../french.ts';
import type { Contact } from '../tables/contact.ts';
import type { Member } from '../tables/member.ts';
import { mailAddress } from './text.ts';

/** One address, or none, with the French sentence that says why and the records that were looked at. */
export interface Recipient {
  readonly to: string | null;
  readonly text: string;
  readonly records: readonly string[];
}

/** The one address to which a member's mails go; `contacts` are those of that member. */
export function recipientOf(member: Member, contacts: readonly Contact[]): Recipient {
  const present = contacts.filter(({ left_on: left }) => left === null);
  const valid = (email: string | null): string | null => mailAddress(email ?? '');
  const main = present.find(({ main: first, email }) => first === true && valid(email) !== null);
  if (main !== undefined)
    return {
      to: valid(main.email),
      text: french`On écrit au contact principal, ${main.name ?? main.id} (${main.email ?? ''}).`,
      records: [main.id],
    };
  const own = valid(member.email);
  if (own !== null)
    return { to: own, text: french`On écrit à l’adresse de la structure, ${own}.`, records: [member.id] };
  const someone = present.find(({ email }) => valid(email) !== null);
  if (someone !== undefined)
    return {
      to: valid(someone.email),
      text: french`On écrit à ${someone.name ?? someone.id} (${someone.email ?? ''}), faute d’adresse de la structure.`,
      records: [someone.id],
    };
  const typed = member.email ?? member.unreadable_contacts.join(', ');
  return {
    to: null,
    text:
      typed === ''
        ? 'Aucune adresse e-mail n’est connue. Complétez la fiche, ou téléphonez.'
        : french`« ${typed} » n’est pas une adresse e-mail valable. Corrigez-la.`,
    records: [member.id],
  };
}

/** The same without its reason, among the contacts of everybody; null when nobody can be written to. */
export function addressOf(member: Member | undefined, contacts: readonly Contact[]): string | null {
  if (member === undefined) return null;
  return recipientOf(
    member,
    contacts.filter((contact) => contact.member === member.id),
  ).to;
}
