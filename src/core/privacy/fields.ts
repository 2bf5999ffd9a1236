/** What is personal in each managed tab: the columns that name someone, and those that are emptied. */
import type { AnyRecord, Table } from '../table.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { answerTable } from '../tables/answer.ts';
import { bookingTable } from '../tables/booking.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { paymentTable } from '../tables/payment.ts';
import { receiptTable } from '../tables/receipt.ts';
import { registrationTable } from '../tables/registration.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';

/** The personal columns of a table, by field. */
export interface PersonalFields {
  /** The name of the organisation. */
  readonly organisation: readonly string[];
  /** The name of a person. */
  readonly person: readonly string[];
  readonly emptied: readonly string[];
}

const personal: ReadonlyMap<Table, PersonalFields> = new Map<Table, PersonalFields>([
  [
    memberTable,
    {
      organisation: ['organisation'],
      person: [],
      emptied: [
        'activity_other',
        'email',
        'other_emails',
        'phone',
        'other_phones',
        'unreadable_contacts',
        'leaving_reason',
        'status_reason',
        'siret',
        'legal_form',
        'address',
        'website',
        'presentation',
        'former_names',
        'notes',
        'tag',
        'source_look',
      ],
    },
  ],
  [
    contactTable,
    { organisation: ['organisation'], person: ['name'], emptied: ['role', 'email', 'phone', 'main', 'notes'] },
  ],
  [membershipFeeTable, { organisation: ['organisation'], person: [], emptied: ['mention', 'notes'] }],
  [
    occupancyTable,
    { organisation: ['organisation'], person: ['person'], emptied: ['extension_reason', 'exit_reason', 'notes'] },
  ],
  [
    registrationTable,
    {
      organisation: ['organisation'],
      person: ['last_name'],
      emptied: ['first_name', 'role', 'signature', 'notes', 'email', 'source_look'],
    },
  ],
  [answerTable, { organisation: ['organisation'], person: ['name'], emptied: ['email', 'message'] }],
  [bookingTable, { organisation: ['organisation'], person: ['person'], emptied: ['purpose', 'notes'] }],
  [paymentTable, { organisation: ['organisation'], person: [], emptied: ['bank', 'statement_line', 'notes'] }],
  [receiptTable, { organisation: ['organisation'], person: [], emptied: [] }],
  [rentChargeTable, { organisation: ['organisation'], person: [], emptied: ['notes'] }],
  [affiliationPeriodTable, { organisation: ['organisation'], person: [], emptied: ['reason'] }],
]);

/** The personal columns of a table; null where a row belongs to nobody by itself. */
export function personalFields(table: Table): PersonalFields | null {
  return personal.get(table) ?? null;
}

/** Columns that Régie itself reads (keys, kinds, settings of a reading): a name that looks like one of their words stays. */
export const technicalFields: Readonly<Record<string, readonly string[]>> = {
  setting: ['key'],
  template: ['key'],
  memory: ['subject', 'value'],
  check: ['kind', 'linked_field', 'key'],
  outbox: ['template', 'key', 'action', 'claimed_at'],
  journal: ['command'],
  origin: ['setting', 'prints', 'part'],
};

/** The name of the person in a row, in one text; empty when there is none. */
export function personOf(table: Table, record: AnyRecord): string {
  const fields = table.name === 'registration' ? ['first_name', 'last_name'] : (personalFields(table)?.person ?? []);
  return fields
    .map((field) => record[field])
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' ');
}
