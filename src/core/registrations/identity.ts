/** Who answers: a member by their address, else by the name of their organisation; an address of two members tells nothing. */
import type { Day } from '../day.ts';
import { groupBy } from '../group.ts';
import { hasLeft } from '../members/affiliation.ts';
import { french, quoted } from '../french.ts';
import { mailAddress } from '../mails/text.ts';
import { editDistance, nameWords } from '../reading/organisation-name.ts';
import { fold } from '../reading/values/text.ts';
import type { Contact } from '../tables/contact.ts';
import type { Member } from '../tables/member.ts';

/** Who someone is, as far as the register tells. */
export interface Identity {
  readonly member: Member | null;
  readonly by: 'email' | 'organisation' | null;
  /** French: whom it may be, for her to decide; null when nobody comes to mind. */
  readonly hint: string | null;
}

/** What someone says of themselves. */
export interface Claim {
  readonly email: string | null;
  readonly organisation: string | null;
}

/** Finds people among the members. */
export interface Identities {
  readonly find: (claim: Claim) => Identity;
  /** The member of that number who counts today; null for one who left or whose record is not there. */
  readonly member: (id: string | null) => Member | null;
  /** The members who count today, by name. */
  readonly members: readonly Member[];
}

const NOBODY: Identity = { member: null, by: null, hint: null };
const NEAR = 2;

/** Prepares the finding; the records of one organisation that appear twice count as the first of them. */
export function identitiesOf(
  { members, contacts }: { readonly members: readonly Member[]; readonly contacts: readonly Contact[] },
  duplicates: ReadonlySet<string>,
  today: Day,
): Identities {
  const byId = new Map(members.map((member) => [member.id, member]));
  const kept = (id: string): Member | null => {
    const seen = new Set<string>();
    let member = byId.get(id);
    while (member !== undefined && member.merged_into !== null && !seen.has(member.id)) {
      seen.add(member.id);
      member = byId.get(member.merged_into);
    }
    return member ?? null;
  };
  const isCounted = (member: Member) =>
    !hasLeft(member, today) && member.imposed_status !== 'left' && member.imposed_status !== 'excluded';
  const listed = members.filter(({ id, merged_into: into }) => into === null && !duplicates.has(id));
  const named = groupBy(
    listed.flatMap((member) =>
      [member.organisation, ...member.former_names].map((name) => ({ member, key: nameWords(name ?? '').key })),
    ),
    ({ key }) => (key === '' ? null : key),
  );
  const addresses = addressBook(members, contacts, (id) => {
    const member = kept(id);
    if (member === null || !duplicates.has(member.id)) return member;
    const same = named.get(nameWords(member.organisation ?? '').key) ?? [];
    return same[0]?.member ?? member;
  });
  const only = (found: readonly Member[]): Member | null => {
    const distinct = [...new Set(found)];
    return distinct.length === 1 ? (distinct[0] ?? null) : null;
  };
  const find = ({ email, organisation }: Claim): Identity => {
    const address = mailAddress(email ?? '') ?? '';
    const known = only(addresses.now.get(address) ?? []);
    if (known !== null && isCounted(known)) return { member: known, by: 'email', hint: null };
    const { key } = nameWords(organisation ?? '');
    const same = only((named.get(key) ?? []).map(({ member }) => member));
    if (same !== null && isCounted(same)) return { member: same, by: 'organisation', hint: null };
    const gone = known ?? same;
    if (gone !== null)
      return { ...NOBODY, hint: french`${quoted(gone.organisation)} (${gone.id}) n’est plus adhérente.` };
    return { ...NOBODY, hint: hintOf({ address, key }, addresses, named) };
  };
  const name = ({ organisation, id }: Member) => fold(organisation ?? id);
  return {
    find,
    members: listed.filter(isCounted).sort((a, b) => name(a).localeCompare(name(b))),
    member: (id) => {
      const member = id === null ? null : kept(id);
      return member !== null && isCounted(member) ? member : null;
    },
  };
}

interface AddressBook {
  readonly now: ReadonlyMap<string, readonly Member[]>;
  /** Addresses of people who left their organisation. */
  readonly former: ReadonlyMap<string, readonly Member[]>;
}

function addressBook(
  members: readonly Member[],
  contacts: readonly Contact[],
  memberOf: (id: string) => Member | null,
): AddressBook {
  const now = new Map<string, Member[]>();
  const former = new Map<string, Member[]>();
  const note = (book: Map<string, Member[]>, email: string | null, id: string | null) => {
    const address = mailAddress(email ?? '');
    const member = id === null ? null : memberOf(id);
    if (address === null || member === null) return;
    const found = book.get(address) ?? [];
    if (!found.includes(member)) book.set(address, [...found, member]);
  };
  for (const { id, email, other_emails: others } of members)
    for (const address of [email, ...others]) note(now, address, id);
  for (const { email, member, left_on: left } of contacts) note(left === null ? now : former, email, member);
  return { now, former };
}

function hintOf(
  { address, key }: { readonly address: string; readonly key: string },
  { now, former }: AddressBook,
  named: ReadonlyMap<string, readonly { readonly member: Member }[]>,
): string | null {
  const name = ({ organisation, id }: Member) => french`${quoted(organisation)} (${id})`;
  const shared = now.get(address) ?? [];
  if (shared.length > 1) return french`Cette adresse est celle de ${shared.map(name).join(' et de ')}.`;
  const [before] = former.get(address) ?? [];
  if (before !== undefined) return french`Une personne de ${name(before)} avait cette adresse avant de partir.`;
  if (fold(key).length < 4) return null;
  const near = [...named].find(([other]) => other !== key && editDistance(other, key, NEAR) <= NEAR);
  const member = near?.[1][0]?.member;
  return member === undefined ? null : french`Peut-être ${name(member)}, écrit autrement.`;
}
