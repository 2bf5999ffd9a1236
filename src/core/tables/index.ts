/** The list of managed tabs of the association: adoption, views, laws and docs are made from it. */
import type { Table } from '../table.ts';
import { affiliationPeriodTable } from './affiliation-period.ts';
import { agendaTable } from './agenda.ts';
import { answerTable } from './answer.ts';
import { bookingTable } from './booking.ts';
import { budgetTable } from './budget-line.ts';
import { budgetVersionTable, keptLineTable } from './budget-version.ts';
import { checkTable } from './check.ts';
import { consentTable } from './consent.ts';
import { contactTable } from './contact.ts';
import { entryTable } from './entry.ts';
import { formTable } from './form.ts';
import { grantPartTable, grantTable, instalmentTable } from './grant.ts';
import { membershipFeeTable } from './membership-fee.ts';
import { memberTable } from './member.ts';
import { memoryTable } from './memory.ts';
import { occupancyTable } from './occupancy.ts';
import { originTable } from './origin.ts';
import { allocationTable, paymentTable } from './payment.ts';
import { programmeTable } from './programme.ts';
import { receiptTable } from './receipt.ts';
import { registrationTable } from './registration.ts';
import { rentChargeTable } from './rent-charge.ts';
import { sessionTable } from './session.ts';
import { reportLineTable } from './report-line.ts';
import { settingTable } from './setting.ts';
import { shopSurveyTable } from './shop-survey.ts';
import { spaceTable } from './space.ts';
import { templateTable } from './template.ts';

/** The tabs that adoption fills, in the order in which she sees them. */
export const dataTables: readonly Table[] = [
  memberTable,
  contactTable,
  membershipFeeTable,
  spaceTable,
  occupancyTable,
  programmeTable,
  sessionTable,
  registrationTable,
  budgetTable,
  entryTable,
];

/** The tabs that appear with the first record that a command puts in them. */
export const laterTables: readonly Table[] = [
  paymentTable,
  receiptTable,
  rentChargeTable,
  affiliationPeriodTable,
  consentTable,
  allocationTable,
  shopSurveyTable,
  budgetVersionTable,
  keptLineTable,
  grantTable,
  grantPartTable,
  instalmentTable,
  reportLineTable,
  answerTable,
  formTable,
  agendaTable,
  bookingTable,
];

/** Every managed tab: data, then settings, checks and the texts of mails, then the hidden ones. */
export const tables: readonly Table[] = [
  ...dataTables,
  ...laterTables,
  settingTable,
  checkTable,
  templateTable,
  originTable,
  memoryTable,
];

/** The table to which a record's id belongs (« ADH-0001 »), or null. */
export function tableOfId(id: string): Table | null {
  const prefix = /^([A-Z]+)-\d+$/u.exec(id)?.[1];
  return tables.find((table) => table.prefix === prefix) ?? null;
}
