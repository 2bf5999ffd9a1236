/** What the members of a tab add up to. */
import type { Json, MemberRecord } from './types.ts';

/** Counts of rows, organisations, fees, addresses, numbers and dates. */
export function memberTotals(records: readonly MemberRecord[]): Readonly<Record<string, Json>> {
  const kept = records.filter(({ duplicate_of_row }) => duplicate_of_row === null);
  return {
    rows: records.length,
    duplicate_rows: records.length - kept.length,
    organisations: new Set(records.map(({ organisation_id }) => organisation_id)).size,
    organisations_by_affiliation: tally(kept.map(({ affiliation }) => affiliation ?? 'unknown')),
    rows_by_fee_paid: {
      true: records.filter(({ fee_paid }) => fee_paid === true).length,
      false: records.filter(({ fee_paid }) => fee_paid === false).length,
      unknown: records.filter(({ fee_paid }) => fee_paid === null).length,
    },
    fee_amount_cents_read: records.reduce((sum, { fee_amount_cents }) => sum + (fee_amount_cents ?? 0), 0),
    ...contactTotals(records),
    rows_by_start_precision: {
      day: records.filter(({ start }) => start?.precision === 'day').length,
      month: records.filter(({ start }) => start?.precision === 'month').length,
      year: records.filter(({ start }) => start?.precision === 'year').length,
      none: records.filter(({ start }) => start === null).length,
    },
  };
}

/** How many times each text occurs. */
export function tally(texts: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Object.fromEntries(counts);
}

function contactTotals(records: readonly MemberRecord[]): Readonly<Record<string, Json>> {
  const emails = records.flatMap((record) => record.emails);
  const phones = records.flatMap((record) => record.phones);
  const valid = emails.filter((email) => email.valid);
  const distinct = new Set(valid.map(({ value }) => value)).size;
  const proposed = phones.filter((phone) => phone.proposed === true).length;
  const sound = phones.filter((phone) => phone.valid).length;
  return {
    email_values: emails.length,
    emails_distinct_valid: distinct,
    emails_repeated: valid.length - distinct,
    emails_invalid: emails.length - valid.length,
    phone_values: phones.length,
    phones_valid: sound - proposed,
    phones_proposed: proposed,
    phones_invalid: phones.length - sound,
  };
}
