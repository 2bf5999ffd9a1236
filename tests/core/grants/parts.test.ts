/** What of a grant belongs to each year (facts: domain B4, C5), and the dates that must fall on working days (D8). */
import fc from 'fast-check';
import { monthsByYear, partsByMonths, partsOf, shareOut } from '../../../src/core/grants/parts.ts';
import { awardIn } from '../../../src/core/grants/award-in.ts';
import { closedBecause, easter, workingDayBy } from '../../../src/core/holidays.ts';
import { plusDays } from '../../../src/core/day.ts';
import { budgetLine } from '../../support/budget-fixture.ts';
import { grant, grantPart } from '../../support/grants.ts';

const first = grant({
  requested: 2_500_000,
  period_start: '2022-09-01',
  period_end: '2023-08-31',
  allocation: 'months',
});
const second = grant({
  requested: 2_500_000,
  period_start: '2023-09-01',
  period_end: '2024-08-31',
  allocation: 'months',
});

test('DGMIC 2022/2023 gives 8 333 € to 2022 and 16 667 € to 2023, and the next award 8 333 € and 16 667 €', () => {
  expect(partsByMonths(first)).toEqual([
    { year: 2022, amount: 833_300 },
    { year: 2023, amount: 1_666_700 },
  ]);
  expect(partsByMonths(second)).toEqual([
    { year: 2023, amount: 833_300 },
    { year: 2024, amount: 1_666_700 },
  ]);
});

test('the agreement’s own split replaces the months', () => {
  const written = [
    grantPart({ id: 'PFI-0001', year: 2022, amount: 600_000 }),
    grantPart({ id: 'PFI-0002', year: 2023, amount: 1_900_000 }),
  ];
  expect(partsOf({ ...first, allocation: 'agreement' }, written)).toEqual([
    { year: 2022, amount: 600_000 },
    { year: 2023, amount: 1_900_000 },
  ]);
  expect(partsOf(first, written)).toEqual(partsByMonths(first));
});

test('a grant of one year belongs to it whole, and a refused one is worth nothing', () => {
  const city = grant({ requested: 2_000_000, period_start: '2023', period_end: '2023' });
  expect(partsOf(city, [])).toEqual([{ year: 2023, amount: 2_000_000 }]);
  expect(partsOf({ ...city, state: 'refused' }, [])).toEqual([{ year: 2023, amount: 0 }]);
});

test('a month begun counts for its days', () => {
  const mid = grant({ period_start: '2023-12-16', period_end: '2024-01-31' });
  expect(monthsByYear(mid).map(([year, months]) => [year, months.toFixed(3)])).toEqual([
    [2023, (16 / 31).toFixed(3)],
    [2024, '1.000'],
  ]);
});

test('law: parts are whole units, add up to the total and lie within one unit of their exact share', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom(1, 100),
      (total, weights, unit) => {
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const parts = shareOut(total, weights, unit);
        const step = total % unit === 0 ? unit : 1;
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(all === 0 ? 0 : total);
        parts.forEach((part, index) => {
          expect(Math.abs(part % step)).toBe(0);
          if (all > 0) expect(Math.abs(part - (total * (weights[index] ?? 0)) / all)).toBeLessThan(step);
        });
      },
    ),
  );
});

test('law: whatever the period, the parts of an award add up to the award', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 50_000_000 }),
      fc.integer({ min: 0, max: 2000 }),
      fc.integer({ min: 0, max: 1500 }),
      (award, from, length) => {
        const start = plusDays('2020-01-01', from);
        const parts = partsByMonths(
          grant({ requested: award, period_start: start, period_end: plusDays(start, length) }),
        );
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(award);
      },
    ),
  );
});

test('the award behind « 25000*8/12 », and nothing when the figures do not agree', () => {
  const line = (parts: object) => budgetLine({ label: 'DGMIC 2022/2023, part 2023', amount: 1_666_700, ...parts });
  const whole = { award: 2_500_000, start: '2022-09-01', end: '2023-08-31' };
  expect(awardIn(line({ computation: '25000*8/12' }), 2023)).toEqual(whole);
  expect(awardIn(line({ computation: '25 000 * 4/12', amount: 833_300 }), 2022)).toEqual(whole);
  expect(awardIn(line({ computation: '25000*7/12' }), 2023)).toBeNull();
  expect(awardIn(line({ computation: '25000*8/12', label: 'DGMIC' }), 2023)).toBeNull();
  expect(awardIn(line({ computation: null }), 2023)).toBeNull();
});

test.each([
  ['2023', '2023-04-09'],
  ['2024', '2024-03-31'],
  ['2025', '2025-04-20'],
  ['2029', '2029-04-01'],
])('Easter of %s', (year, day) => {
  expect(easter(Number(year))).toBe(day);
});

test.each([
  ['2024-06-30', 'un dimanche', '2024-06-28'],
  ['2023-05-01', 'un jour férié (1er mai)', '2023-04-28'],
  ['2023-05-29', 'un jour férié (lundi de Pentecôte)', '2023-05-26'],
  ['2023-05-18', 'un jour férié (Ascension)', '2023-05-17'],
  ['2026-04-06', 'un jour férié (lundi de Pâques)', '2026-04-03'],
  ['2023-11-25', 'un samedi', '2023-11-24'],
])('%s is %s: the working day before it is %s', (day, why, before) => {
  expect(closedBecause(day)).toBe(why);
  expect(workingDayBy(day)).toBe(before);
});

test('a working day stays as it is', () => {
  expect(closedBecause('2023-05-12')).toBeNull();
  expect(workingDayBy('2023-05-12')).toBe('2023-05-12');
});
