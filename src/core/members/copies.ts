/** The tabs that name a member beside its number: they follow when the member changes its name or is merged. */
import type { Table } from '../table.ts';
import { affiliationPeriodTable } from '../tables/affiliation-period.ts';
import { consentTable } from '../tables/consent.ts';
import { contactTable } from '../tables/contact.ts';
import { membershipFeeTable } from '../tables/membership-fee.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import { paymentTable } from '../tables/payment.ts';
import { registrationTable } from '../tables/registration.ts';
import { rentChargeTable } from '../tables/rent-charge.ts';
import type { Edits } from './edits.ts';

/** The tables whose rows belong to a member by its number. */
export const memberLinks: readonly Table[] = [
  contactTable,
  membershipFeeTable,
  occupancyTable,
  registrationTable,
  paymentTable,
  rentChargeTable,
  affiliationPeriodTable,
  consentTable,
];

/** Writes the new name where the former one stands beside the member's number. */
export function renameCopies(edits: Edits, { id, from, to }: { id: string; from: string; to: string }): void {
  for (const table of memberLinks) {
    if (!table.columns.some(({ field }) => field === 'organisation')) continue;
    for (const record of edits.records<Table>(table)) {
      if (record['member'] === id && record['organisation'] === from)
        edits.set(table, String(record['id']), { organisation: to });
    }
  }
}
