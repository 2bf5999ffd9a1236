import fc from 'fast-check';
import { feeBalances } from '../../../src/core/dues/balance.ts';
import { duesRules } from '../../../src/core/dues/rules.ts';
import { readTable, changeTable } from '../../../src/core/records.ts';
import type { RecordOf } from '../../../src/core/table.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { allocationTable } from '../../../src/core/tables/payment.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import { records } from '../../support/arbitrary.ts';
import { blank } from '../../support/blank.ts';

const member = blank(memberTable, {
  id: 'ADH-0001',
  organisation: 'Label Marée Basse',
  affiliation: 'hosted',
  start: '2021',
});
const fee = (fields: Partial<RecordOf<typeof membershipFeeTable>>) =>
  blank(membershipFeeTable, { id: 'COT-0001', member: 'ADH-0001', year: 2023, ...fields });
const paid = (amount: number) =>
  blank(allocationTable, { id: `IMP-${amount}`, payment: 'PAI-0001', settles: 'COT-0001', amount });

function balanceOf(one: ReturnType<typeof fee>, amounts: readonly number[] = [], today = '2023-05-12') {
  const register = { members: [member], fees: [one], allocations: amounts.map(paid), settings: [] };
  const [balance] = feeBalances(register, today);
  if (balance === undefined) throw new Error('no balance');
  return balance;
}

describe('feeBalance()', () => {
  it('knows what an uncalled fee asks, from the grid', () => {
    expect(balanceOf(fee({ paid: false }))).toMatchObject({
      state: 'unpaid',
      due: 18_000,
      remaining: 18_000,
      dueOn: '2023-03-31',
    });
  });

  it('takes a fee noted as paid for paid in full', () => {
    expect(balanceOf(fee({ paid: true }))).toMatchObject({ state: 'paid', paid: 18_000, remaining: 0, daysLate: 0 });
  });

  it('keeps « nobody knows » apart from unpaid', () => {
    expect(balanceOf(fee({}))).toMatchObject({ state: 'unknown', remaining: 0, late: false });
  });

  it('counts what payments settle, whatever the columns say', () => {
    expect(balanceOf(fee({ paid: true, amount: 18_000 }), [5000])).toMatchObject({
      state: 'partial',
      paid: 5000,
      remaining: 13_000,
    });
    expect(balanceOf(fee({ paid: false }), [5000, 13_000])).toMatchObject({ state: 'paid', remaining: 0 });
  });

  it('asks nothing of who is dispensed', () => {
    expect(balanceOf(fee({ waived: true, paid: false }))).toMatchObject({ state: 'waived', remaining: 0, late: false });
  });

  it('counts days since the due date, and is late only after the days of grace', () => {
    expect(balanceOf(fee({ paid: false }), [], '2023-03-31')).toMatchObject({ daysLate: 0, late: false });
    expect(balanceOf(fee({ paid: false }), [], '2023-04-30')).toMatchObject({ daysLate: 30, late: false });
    expect(balanceOf(fee({ paid: false }), [], '2023-05-01')).toMatchObject({ daysLate: 31, late: true });
  });

  it('says what came in beyond what was asked', () => {
    expect(balanceOf(fee({ paid: true, amount: 20_000 }))).toMatchObject({ state: 'paid', over: 2000 });
  });

  it('never owes less than nothing, and owes nothing once paid, on any register', () => {
    const some = fc.tuple(
      records(memberTable),
      records(membershipFeeTable),
      records(allocationTable),
      records(settingTable),
    );
    fc.assert(
      fc.property(some, ([members, fees, allocations, settings]) => {
        const read = { members, fees, allocations, settings } as unknown as Parameters<typeof feeBalances>[0];
        for (const { remaining, state, late, daysLate } of feeBalances(read, '2023-05-12')) {
          expect(remaining).toBeGreaterThanOrEqual(0);
          if (state !== 'unpaid' && state !== 'partial') expect([remaining, late, daysLate]).toEqual([0, false, 0]);
        }
      }),
    );
  });
});

describe('duesRules()', () => {
  it('takes the defaults for what cannot be read', () => {
    const settings = ['fee_due_day', 'fee_grace_days', 'fee_part_year_month', 'fee:2023:hosted'].map((key, index) =>
      blank(settingTable, { id: `REG-${index}`, key, value: 'n’importe quoi' }),
    );
    const rules = duesRules(settings);
    expect(rules).toMatchObject({ graceDays: 30, reminderDays: 15, partYear: null });
    expect(rules.dueOn(2023)).toBe('2023-03-31');
    expect(rules.tariff(2023, 'hosted')).toEqual({ cents: 18_000, year: null });
  });

  it('reads records as they come from tabs', () => {
    const grid = changeTable(settingTable, undefined, {
      put: [blank(settingTable, { id: 'REG-0001', key: 'fee:2022:hosted', value: '175' })],
    });
    const rules = duesRules(readTable(settingTable, grid).records);
    expect(rules.tariff(2023, 'hosted')).toEqual({ cents: 17_500, year: 2022 });
    expect(rules.tariff(2021, 'hosted')).toEqual({ cents: 18_000, year: null });
  });
});
