import fc from 'fast-check';
import { isDay, plusDays } from '../../../src/core/day.ts';
import { endsAfterMaximum, stayOf } from '../../../src/core/reading/stay.ts';
import { lastDay } from '../../../src/core/reading/values/date.ts';

const day = (value: string) => ({ value, precision: 'day' as const });
const month = (value: string) => ({ value, precision: 'month' as const });
const year = (value: string) => ({ value, precision: 'year' as const });

describe('stayOf()', () => {
  test('a stay ends the day before its third anniversary', () => {
    expect(stayOf(day('2020-10-01'), '2023-05-12')).toEqual({
      max_end: day('2023-09-30'),
      months_completed: 31,
      alert: 'near_end',
    });
  });

  test('29 February has no anniversary: the stay ends on the last day of February', () => {
    expect(stayOf(day('2020-02-29'), '2020-03-01').max_end).toEqual(day('2023-02-28'));
  });

  test('the alert starts six months before, bounds included, and turns to « over » the day after', () => {
    const alertOn = (today: string) => stayOf(day('2020-11-13'), today).alert;
    expect([alertOn('2023-05-11'), alertOn('2023-05-12'), alertOn('2023-11-12'), alertOn('2023-11-13')]).toEqual([
      null,
      'near_end',
      'near_end',
      'over',
    ]);
  });

  test('a month counts from its first day and keeps its precision', () => {
    expect(stayOf(month('2020-06'), '2023-05-12')).toEqual({
      max_end: month('2023-05'),
      months_completed: 35,
      alert: 'near_end',
    });
  });

  test('a start known by year only raises no alert', () => {
    expect(stayOf(year('2008'), '2023-05-12')).toEqual({ max_end: year('2010'), months_completed: null, alert: null });
  });

  test('a start in the future has no completed month', () => {
    expect(stayOf(day('2024-01-01'), '2023-05-12').months_completed).toBe(0);
  });

  test('for any start and day, completed months and alert agree', () => {
    const days = fc.integer({ min: 0, max: 30_000 }).map((offset) => plusDays('1990-01-01', offset));
    fc.assert(
      fc.property(days, days, (start, today) => {
        const stay = stayOf(day(start), today);
        expect(isDay(stay.max_end.value)).toBe(true);
        expect(stay.alert === 'over').toBe(today > stay.max_end.value);
        if (start <= today) expect((stay.months_completed ?? 0) >= 36).toBe(today > stay.max_end.value);
      }),
    );
  });
});

describe('endsAfterMaximum()', () => {
  test('is sure only when no day that both dates leave open would fit', () => {
    expect(endsAfterMaximum(day('2020-03-01'), day('2023-12-31'))).toBe(true);
    expect(endsAfterMaximum(month('2022-09'), month('2025-09'))).toBe(false);
    expect(endsAfterMaximum(month('2022-09'), month('2025-10'))).toBe(true);
    expect(endsAfterMaximum(year('2022'), day('2025-06-30'))).toBe(false);
  });
});

describe('lastDay()', () => {
  test('is the day itself, or the last of its month or year', () => {
    expect([lastDay(day('2023-05-12')), lastDay(month('2024-02')), lastDay(year('2024'))]).toEqual([
      '2023-05-12',
      '2024-02-29',
      '2024-12-31',
    ]);
  });
});
