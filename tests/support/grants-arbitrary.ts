/** Random « Financements » as they are kept in earnest: statuses, periods and amounts that go together, and the lines of their budget. */
import fc from 'fast-check';
import { changeTable } from '../../src/core/records.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import {
  allocationMethods,
  grantPartTable,
  grantStates,
  grantTable,
  instalmentTable,
} from '../../src/core/tables/grant.ts';
import { entryTable } from '../../src/core/tables/entry.ts';
import { blank } from '../../src/core/stays/desk.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { budgetLine } from './budget-fixture.ts';
import { grant, grantPart, instalment } from './grants.ts';

const funder = fc.constantFrom('Ville de Paris', 'CNM', 'Ministère de la Culture', 'SACEM');
const project = fc.constantFrom('CRESC', 'CLUB', null);
const numbered = (prefix: string, index: number) => `${prefix}-${String(index + 1).padStart(4, '0')}`;
const euros = fc.integer({ min: 1, max: 40_000 }).map((amount) => amount * 100);

const someGrant = fc.record({
  funder,
  desk: fc.constantFrom('DAE', 'DAC', null),
  purpose: fc.constantFrom('Fonctionnement', 'Égalité', null),
  project,
  state: fc.constantFrom(...(Object.keys(grantStates) as (keyof typeof grantStates)[])),
  requested: euros,
  awarded: fc.option(euros),
  period_start: fc.constantFrom('2022-09-01', '2023-01-01', '2023-09-01'),
  period_end: fc.constantFrom('2023-08-31', '2023-12-31', '2024-08-31'),
  allocation: fc.constantFrom(...(Object.keys(allocationMethods) as (keyof typeof allocationMethods)[]), null),
  rate: fc.constantFrom(60, null),
});

const line = fc.tuple(funder, project, euros, fc.constantFrom('74', '62'));
const some = { minLength: 1, maxLength: 4 };

/** The tabs of grants and of the budget that they stand in. */
export const keptGrants: fc.Arbitrary<Workbook> = fc
  .tuple(
    fc.array(someGrant, some),
    fc.array(line, some),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), euros), { maxLength: 2 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), euros, fc.boolean()), { maxLength: 2 }),
  )
  .map(([grants, lines, parts, payments]) => ({
    [grantTable.tab]: changeTable(grantTable, undefined, {
      put: grants.map((one, index) => grant({ ...one, id: numbered('FIN', index) })),
    }),
    [budgetTable.tab]: changeTable(budgetTable, undefined, {
      put: lines.map(([who, code, amount, account], index) =>
        budgetLine({
          id: numbered('BUD', index),
          side: account === '74' ? 'income' : 'expense',
          account_class: account,
          accounts: [`${account}1`],
          label: `Ligne ${String(index)}`,
          funder: account === '74' ? who : null,
          project: code,
          amount,
        }),
      ),
    }),
    [grantPartTable.tab]: changeTable(grantPartTable, undefined, {
      put: parts.map(([of, amount], index) =>
        grantPart({ id: numbered('PFI', index), grant: numbered('FIN', of - 1), year: 2023, amount, project: 'CLUB' }),
      ),
    }),
    [instalmentTable.tab]: changeTable(instalmentTable, undefined, {
      put: payments.map(([of, amount, isReceived], index) =>
        instalment({
          id: numbered('ECF', index),
          grant: numbered('FIN', of - 1),
          amount,
          due_on: '2023-05-20',
          received_on: isReceived ? '2023-05-01' : null,
        }),
      ),
    }),
    [entryTable.tab]: changeTable(entryTable, undefined, {
      put: lines.map(([, code, amount, account], index) => ({
        ...blank(entryTable, numbered('ECR', index)),
        date: '2023-04-01',
        label: 'Écriture',
        debit: amount,
        account: `${account}2`,
        project: code,
      })),
    }),
  }));
