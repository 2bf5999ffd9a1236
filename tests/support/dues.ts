/** A small register with dues: members, people, fees, as tabs. */
import { changeTable } from '../../src/core/records.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../src/core/tables/membership-fee.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { blank } from './blank.ts';

const NAMES = [
  'Label Marée Basse',
  'Tournesol Booking',
  'Polygone Vert Management',
  'Les Disques Grillés',
  'Fracas Doux',
];

/** The member of that number (1 to 5). */
export function member(number: number, fields: Partial<RecordOf<typeof memberTable>> = {}) {
  const organisation = NAMES[number - 1] ?? `Structure ${number}`;
  return blank(memberTable, {
    id: `ADH-000${number}`,
    organisation,
    affiliation: 'non_resident',
    email: `contact${number}@structure.example`,
    start: '2021-01-12',
    ...fields,
  });
}

/** Their fee of 2023, called in January and unpaid. */
export function fee(number: number, fields: Partial<RecordOf<typeof membershipFeeTable>> = {}) {
  return blank(membershipFeeTable, {
    id: `COT-000${number}`,
    member: `ADH-000${number}`,
    organisation: NAMES[number - 1] ?? null,
    year: 2023,
    affiliation: 'non_resident',
    amount_due: 11_000,
    computation: 'Bénéficiaire, tarif 2023 : 110 €',
    due_on: '2023-03-31',
    called_on: '2023-01-09',
    paid: false,
    ...fields,
  });
}

/** Five members who owe 110 € each; « Mode brouillon » is off. */
export function duesWorkbook({
  members = [1, 2, 3, 4, 5].map((number) => member(number)),
  fees = [1, 2, 3, 4, 5].map((number) => fee(number)),
  contacts = [] as readonly RecordOf<typeof contactTable>[],
} = {}): Workbook {
  const tab = <T extends Table>(table: T, put: readonly RecordOf<T>[]) => changeTable(table, undefined, { put });
  const settings = [
    ['association', 'MILA'],
    ['year', '2023'],
    ['drafts_only', 'non'],
  ].map(([key = '', value = ''], index) => blank(settingTable, { id: `REG-000${index + 1}`, key, value, label: key }));
  return {
    [memberTable.tab]: tab(memberTable, members),
    [membershipFeeTable.tab]: tab(membershipFeeTable, fees),
    [contactTable.tab]: tab(contactTable, contacts),
    [settingTable.tab]: tab(settingTable, settings),
  };
}
