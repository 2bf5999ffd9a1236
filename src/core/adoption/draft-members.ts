/** What a row of a members' tab becomes: the member, its people, its fee of the year. */
import type { MemberRecord, ReadEmail, ReadPhone } from '../reading/types.ts';
import { activities } from '../tables/member.ts';
import { contactTable } from '../tables/contact.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { memberTable } from '../tables/member.ts';
import { dateValue, handleOf, joined } from './draft.ts';
import type { Draft } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import { sourceFields } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

/** The drafts of one member row. */
export function memberDrafts(record: MemberRecord, context: TabContext): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const key = fold(record.organisation);
  const common = { tab, row, key };
  const handle = handleOf(tab, row, 'member');
  const member: Draft = {
    ...common,
    handle,
    table: memberTable,
    part: 'member',
    links: {},
    own: context.own(record.custom, row),
    fields: { ...memberFields(record), ...context.look(row), ...sourceFields(record) },
  };
  const contacts = record.people.map(({ name }, index): Draft => ({
    ...common,
    handle: handleOf(tab, row, `contact:${String(index)}`),
    table: contactTable,
    part: `contact:${String(index)}`,
    key: fold(name),
    links: { member: handle },
    own: {},
    fields: {
      name,
      organisation: record.organisation,
      ...(record.people.length === 1 ? { email: firstEmail(record), phone: firstPhone(record) } : {}),
      ...sourceFields(record),
    },
  }));
  return [member, ...contacts, ...feeDraft(record, context)];
}

function memberFields(record: MemberRecord): Draft['fields'] {
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
  };
}

function feeDraft(record: MemberRecord, context: TabContext): Draft[] {
  const { source_tab: tab, source_row: row } = record;
  const mention = context.text(row, 'fee_paid');
  if (mention === null && record.duplicate_of_row !== null) return [];
  return [
    {
      tab,
      row,
      handle: handleOf(tab, row, 'fee'),
      table: membershipFeeTable,
      part: 'fee',
      key: fold(record.organisation),
      links: { member: handleOf(tab, row, 'member') },
      own: {},
      fields: {
        organisation: record.organisation,
        year: context.year,
        paid: record.fee_paid,
        amount: record.fee_amount_cents,
        method: record.payment_method,
        mention,
        ...sourceFields(record),
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
