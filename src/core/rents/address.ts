/** To whom a rent is asked: the contact to write to first, else the member, else whoever of its people has an address. */
import { mailAddress } from '../mails/text.ts';
import type { Contact } from '../tables/contact.ts';
import type { Member } from '../tables/member.ts';

/** The address of a member's mails about money; null when nobody of it can be written to. */
export function addressOf(member: Member | undefined, contacts: readonly Contact[]): string | null {
  const here = contacts.filter(({ left_on: left }) => left === null);
  const texts = [
    ...here.filter(({ main }) => main === true).map(({ email }) => email),
    member?.email ?? null,
    ...here.map(({ email }) => email),
  ];
  for (const text of texts) {
    const address = text === null ? null : mailAddress(text);
    if (address !== null) return address;
  }
  return null;
}
