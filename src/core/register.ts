/** The register: members, people, dues, payments, spaces and stays, read once and found by member. */
import type { State } from './command.ts';
import type { Problem } from './problem.ts';
import { readTable } from './records.ts';
import type { TableReading } from './records.ts';
import type { RecordOf, Table } from './table.ts';
import { affiliationPeriodTable } from './tables/affiliation-period.ts';
import { consentTable } from './tables/consent.ts';
import { contactTable } from './tables/contact.ts';
import { memberTable } from './tables/member.ts';
import { membershipFeeTable } from './tables/membership-fee.ts';
import { occupancyTable } from './tables/occupancy.ts';
import { allocationTable, paymentTable } from './tables/payment.ts';
import { rentChargeTable } from './tables/rent-charge.ts';
import { settingTable } from './tables/setting.ts';
import { spaceTable } from './tables/space.ts';

const registerTables = {
  members: memberTable,
  contacts: contactTable,
  fees: membershipFeeTable,
  spaces: spaceTable,
  occupancies: occupancyTable,
  payments: paymentTable,
  allocations: allocationTable,
  rentCharges: rentChargeTable,
  periods: affiliationPeriodTable,
  consents: consentTable,
  settings: settingTable,
} as const;

type Tables = typeof registerTables;

/** The records of each table, with what could not be read; a tab that was not asked for has none. */
export type Register = { readonly [K in keyof Tables]: readonly RecordOf<Tables[K]>[] } & {
  readonly problems: readonly Problem[];
};

/** The tabs of the register, for commands and views that need all of it. */
export const registerTabs: readonly string[] = Object.values(registerTables).map(({ tab }) => tab);

/** Reads the register from the tabs that came with the state; each table's reading is told to whoever needs more of it. */
export function readRegister(
  state: State,
  hear: (table: Table, reading: TableReading<Table>) => void = () => undefined,
): Register {
  const problems: Problem[] = [];
  const read = <T extends Table>(table: T): readonly RecordOf<T>[] => {
    const reading = readTable(table, state.workbook[table.tab], state.shown[table.tab]);
    problems.push(...reading.problems);
    // A reading of this table is one of any table, its records seen by field.
    hear(table, reading as unknown as TableReading<Table>);
    return reading.records;
  };
  return {
    members: read(memberTable),
    contacts: read(contactTable),
    fees: read(membershipFeeTable),
    spaces: read(spaceTable),
    occupancies: read(occupancyTable),
    payments: read(paymentTable),
    allocations: read(allocationTable),
    rentCharges: read(rentChargeTable),
    periods: read(affiliationPeriodTable),
    consents: read(consentTable),
    settings: read(settingTable),
    problems,
  };
}

/** The tables of the register, by name. */
export { registerTables };
