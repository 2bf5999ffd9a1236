/** What a row of a members' tab becomes: the member, its people, its fee of the year. */
import type { MemberRecord, ReadEmail, ReadPhone } from '../reading/types.ts';
import { activities } from '../tables/member.ts';
import { contactTable } from '../tables/contact.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { memberTable } from '../tables/member.ts';
import { dateValue, handleOf, joined } from './draft.ts';
import type { Draft, Handle } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import type { TabContext } from './tab-context.ts';

/** The drafts of one member row. */
export function memberDrafts(record: MemberRecord, context: TabContext): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const key = fold(record.organisation);
  const handle = handleOf(tab, row, 'member');
  const member: Draft = {
    handle,
    table: memberTable,
    tab,
    row,
    part: 'member',
    key,
    links: {},
    own: context.own(record.custom, row),
    fields: memberFields(record, context),
  };
  const contacts = record.people.map(({ name }, index): Draft => ({
    handle: handleOf(tab, row, `contact:${String(index)}`),
    table: contactTable,
    tab,
    row,
    part: `contact:${String(index)}`,
    key: fold(name),
    links: { member: handle },
    own: {},
    fields: {
      name,
      organisation: record.organisation,
      ...(record.people.length === 1 ? { email: firstEmail(record), phone: firstPhone(record) } : {}),
      source_tab: tab,
      source_row: row,
    },
  }));
  return [member, ...contacts, ...feeDraft(record, { key, handle, context })];
}

function memberFields(record: MemberRecord, context: TabContext): Draft['fields'] {
  const emails = validEmails(record.emails);
  const phones = validPhones(record.phones);
  return {
    organisation: record.organisation,
    affiliation: record.affiliation,
    activities: record.activities.map((activity) => activities[activity]),
    activity_other: record.activity_other,
    email: emails[0] ?? null,
    other_emails: emails.slice(1),
    phone: phones[0] ?? null,
    other_phones: phones.slice(1),
    unreadable_contacts: unreadableContacts(record),
    start: dateValue(record.start),
    former_names: record.former_names,
    space_hints: record.space_hints,
    notes: joined(record.notes),
    source_look: context.look(record.source_row),
    source_tab: record.source_tab,
    source_row: record.source_row,
  };
}

interface OfMember {
  readonly key: string;
  readonly handle: Handle;
  readonly context: TabContext;
}

function feeDraft(record: MemberRecord, { key, handle, context }: OfMember): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const mention = context.text(row, 'fee_paid');
  if (mention === null && record.duplicate_of_row !== null) return [];
  return [
    {
      handle: handleOf(tab, row, 'fee'),
      table: membershipFeeTable,
      tab,
      row,
      part: 'fee',
      key,
      links: { member: handle },
      own: {},
      fields: {
        organisation: record.organisation,
        year: context.year,
        paid: record.fee_paid,
        amount: record.fee_amount_cents,
        method: record.payment_method,
        mention,
        source_tab: tab,
        source_row: row,
      },
    },
  ];
}

function validEmails(emails: readonly ReadEmail[]): string[] {
  return emails.flatMap(({ value, valid }) => (valid && value !== null ? [value] : []));
}

/** Numbers that can be dialled as they were written; one with a zero put back waits for her word. */
function validPhones(phones: readonly ReadPhone[]): string[] {
  return phones.flatMap(({ value, valid, proposed }) => (valid && value !== null && proposed !== true ? [value] : []));
}

function unreadableContacts(record: MemberRecord): string[] {
  const emails = record.emails.flatMap(({ valid, raw, value }) => (valid ? [] : [raw ?? value ?? '']));
  const phones = record.phones.flatMap(({ valid, raw, value, proposed }) =>
    valid && proposed !== true ? [] : [raw ?? (proposed === true ? (value ?? '').slice(1) : (value ?? ''))],
  );
  return [...emails, ...phones].filter((text) => text !== '');
}

function firstEmail(record: MemberRecord): string | null {
  return validEmails(record.emails)[0] ?? null;
}

function firstPhone(record: MemberRecord): string | null {
  return validPhones(record.phones)[0] ?? null;
}
