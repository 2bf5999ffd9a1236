import fc from 'fast-check';
import { affiliationAt, isMemberAt } from '../../../src/core/members/affiliation.ts';
import { standingOf } from '../../../src/core/members/status.ts';
import type { FeeBalance } from '../../../src/core/dues/balance.ts';
import { affiliationPeriodTable } from '../../../src/core/tables/affiliation-period.ts';
import type { AffiliationPeriod } from '../../../src/core/tables/affiliation-period.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import type { Member } from '../../../src/core/tables/member.ts';
import { blank } from '../../support/blank.ts';

const member = (fields: Partial<Member> = {}): Member =>
  blank(memberTable, { id: 'ADH-0001', organisation: 'Label Marée Basse', affiliation: 'hosted', ...fields });
const period = (fields: Partial<AffiliationPeriod>): AffiliationPeriod =>
  blank(affiliationPeriodTable, { id: 'PAR-0001', member: 'ADH-0001', ...fields });

describe('affiliationAt()', () => {
  const history = [
    period({ affiliation: 'non_resident', start: '2021', end: '2022-08-31' }),
    period({ affiliation: 'hosted', start: '2022-09-01' }),
  ];

  it.each([
    ['2020-12-31', 'non_resident', null],
    ['2021-01-01', 'non_resident', 'non_resident'],
    ['2022-08-31', 'non_resident', 'non_resident'],
    ['2022-09-01', 'hosted', 'hosted'],
    ['2022-12-31', 'hosted', 'hosted'],
  ])('says on %s what the member was', (day, _, expected) => {
    expect(affiliationAt(member({ start: '2021' }), history, day)).toBe(expected);
  });

  it('reads « Adhérents » for a member without a history', () => {
    expect(affiliationAt(member({ start: '2021-05' }), [], '2021-05-01')).toBe('hosted');
    expect(affiliationAt(member({ start: '2021-05' }), [], '2021-04-30')).toBeNull();
  });

  it('says nothing from the day of leaving, nor of a record that was merged', () => {
    expect(affiliationAt(member({ left_on: '2023-03-31' }), history, '2023-03-30')).toBe('hosted');
    expect(affiliationAt(member({ left_on: '2023-03-31' }), history, '2023-03-31')).toBeNull();
    expect(isMemberAt(member({ merged_into: 'ADH-0002' }), '2023-01-01')).toBe(false);
  });

  it('gives at most one affiliation, one of those that are noted, whatever the periods', () => {
    const date = fc.constantFrom(null, '2020', '2021-03', '2021-07-14', '2022-01-01', '2023');
    const periods = fc.array(
      fc.record({
        affiliation: fc.constantFrom('hosted' as const, 'coworking' as const, null),
        start: date,
        end: date,
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(periods, fc.constantFrom('2020-06-01', '2021-07-14', '2024-02-29'), (some, day) => {
        const found = affiliationAt(member(), some.map(period), day);
        expect([
          null,
          ...some.map(({ affiliation }) => affiliation),
          ...(some.length === 0 ? ['hosted'] : []),
        ]).toContain(found);
      }),
    );
  });
});

describe('standingOf()', () => {
  const account = (year: number, parts: Partial<FeeBalance>): FeeBalance => ({
    fee: blank(membershipFeeTable, { id: 'COT-0001', year }),
    state: 'unpaid',
    due: 18_000,
    paid: 0,
    remaining: 18_000,
    over: 0,
    dueOn: '2023-03-31',
    daysLate: 0,
    late: false,
    ...parts,
  });
  const standing = (fields: Partial<Member>, fees: readonly FeeBalance[] = [], today = '2023-05-12') =>
    standingOf(member(fields), { fees, today, graceDays: 60 });

  it.each<[string, Partial<Member>, readonly FeeBalance[], string]>([
    ['a paid fee', {}, [account(2023, { state: 'paid', remaining: 0 })], 'active'],
    ['a waived fee', {}, [account(2023, { state: 'waived', remaining: 0 })], 'active'],
    ['a fee that is asked', {}, [account(2023, {})], 'due'],
    ['a fee nobody knows of', {}, [account(2023, { state: 'unknown', remaining: 0 })], 'due'],
    ['a late fee', {}, [account(2023, { late: true, daysLate: 90 })], 'lapsed'],
    ['no fee of this year', { start: '2020' }, [], 'due'],
    ['a departure', { left_on: '2023-05-12' }, [account(2023, { late: true })], 'left'],
    ['a start to come', { start: '2023-06-01' }, [], 'candidate'],
    ['nothing known at all', { affiliation: null }, [], 'candidate'],
    ['a merge', { merged_into: 'ADH-0002' }, [], 'merged'],
    ['an imposed status', { imposed_status: 'excluded', status_reason: 'vote du CA' }, [], 'excluded'],
  ])('is computed from %s', (_, fields, fees, expected) => {
    expect(standing(fields, fees).status).toBe(expected);
  });

  it('leaves a member who paid last year up to date in the days of grace', () => {
    const paid = [account(2022, { state: 'paid', remaining: 0 })];
    expect(standing({}, paid, '2023-02-15').status).toBe('active');
    expect(standing({}, paid, '2023-04-15').status).toBe('due');
  });

  it('says that a status is imposed without a reason', () => {
    expect(standing({ imposed_status: 'active' })).toEqual({
      status: 'active',
      why: 'État imposé, sans raison notée.',
      imposed: true,
    });
  });
});
