/** The dates that a rhythm gives, against the calendars of domain: D8. */
import { plusDays } from '../../../src/core/day.ts';
import { closedBecause, holidayName } from '../../../src/core/holidays.ts';
import { emptyProgramme } from '../../../src/core/sessions/blank.ts';
import { rankedDay } from '../../../src/core/sessions/month-day.ts';
import { breaksOf } from '../../../src/core/sessions/settings.ts';
import { slotsOf } from '../../../src/core/sessions/year-plan.ts';
import type { Programme } from '../../../src/core/tables/programme.ts';
import fc from 'fast-check';

const monthly = (fields: Partial<Programme> = {}): Programme => ({
  ...emptyProgramme('PRG-0001'),
  code: 'CLUB',
  rhythm: 'monthly',
  month_rank: 'first',
  weekday: 'monday',
  ...fields,
});

const short = (day: string | null) => (day === null ? null : `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`);
const rules = (programme: Programme, year: number) => slotsOf(programme, year, []).map(({ rule }) => short(rule));

test('2023: the first Mondays and the first Thursdays are those of the calendar', () => {
  expect(rules(monthly(), 2023)).toEqual('2/1, 6/2, 6/3, 3/4, 1/5, 5/6, 3/7, 7/8, 4/9, 2/10, 6/11, 4/12'.split(', '));
  expect(rules(monthly({ weekday: 'thursday' }), 2023)).toEqual(
    '5/1, 2/2, 2/3, 6/4, 4/5, 1/6, 6/7, 3/8, 7/9, 5/10, 2/11, 7/12'.split(', '),
  );
});

test.each([
  [2023, ['1/5'], []],
  [2024, ['1/1', '1/4'], []],
  [2025, [], ['1/5']],
  [2026, ['6/4'], ['1/1']],
  [2027, ['1/11'], ['6/5']],
  [2028, ['1/5', '5/6'], []],
  [2029, ['1/1', '2/4'], ['1/11']],
])('%d: the first Mondays and Thursdays that fall on a holiday', (year, mondays, thursdays) => {
  const onHoliday = (weekday: 'monday' | 'thursday') =>
    slotsOf(monthly({ weekday, holiday_policy: 'skip' }), year, []).flatMap(({ rule, date }) =>
      date === null ? [short(rule)] : [],
    );
  expect(onHoliday('monday')).toEqual(mondays);
  expect(onHoliday('thursday')).toEqual(thursdays);
});

test('1 May 2023: a week later is a holiday too, so the Club goes to 15 May; or the next working day; or none; or she is asked', () => {
  const may = (fields: Partial<Programme>) => slotsOf(monthly(fields), 2023, [])[4];
  expect(may({ holiday_policy: 'next_same_weekday' })).toMatchObject({
    rule: '2023-05-01',
    date: '2023-05-15',
    why: 'lundi 01/05/2023 férié (1er mai)',
  });
  expect(may({ holiday_policy: 'next_working_day' })?.date).toBe('2023-05-02');
  expect(may({ holiday_policy: 'skip' })?.date).toBeNull();
  expect(may({ holiday_policy: null })).toMatchObject({ date: '2023-05-01' });
  expect(may({ holiday_policy: 'ask' })?.why).toContain('date à choisir');
});

test('during the summer and winter breaks nothing is proposed, and it is said why', () => {
  const slots = slotsOf(monthly(), 2023, breaksOf([], 2023));
  expect(slots.filter(({ date }) => date === null).map(({ rule, why }) => [short(rule), why])).toEqual([
    ['2/1', 'pause d’hiver'],
    ['7/8', 'pause d’été'],
  ]);
});

test('every two months from February, without a day: she chooses the day, and August is left out', () => {
  const managers = monthly({ rhythm: 'two_monthly', weekday: null, month_rank: null, first_month: 2 });
  expect(slotsOf(managers, 2023, breaksOf([], 2023)).map(({ date, why }) => [date, why])).toEqual([
    ['2023-02', 'jour à choisir'],
    ['2023-04', 'jour à choisir'],
    ['2023-06', 'jour à choisir'],
    [null, 'pause d’été'],
    ['2023-10', 'jour à choisir'],
    ['2023-12', 'jour à choisir'],
  ]);
});

test('a yearly meeting whose month is not known is proposed for the year; letters and bookings have no sessions', () => {
  const yearly = monthly({ rhythm: 'yearly', weekday: null, month_rank: null });
  expect(slotsOf(yearly, 2024, []).map(({ date }) => date)).toEqual(['2024']);
  expect(slotsOf({ ...yearly, first_month: 10 }, 2024, []).map(({ date }) => date)).toEqual(['2024-10']);
  expect(slotsOf(monthly({ mode: 'service' }), 2024, [])).toEqual([]);
});

test('the last Friday of a month', () => {
  expect(rankedDay('2024-02', 'last', 'friday')).toBe('2024-02-23');
  expect(rankedDay('2023-06', 'last', 'friday')).toBe('2023-06-30');
});

test('a proposed date is never a holiday once the policy is not to ask, whatever the day, the year and the break', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2000, max: 2099 }),
      fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
      fc.constantFrom('monday', 'tuesday', 'wednesday', 'thursday', 'friday'),
      fc.constantFrom('skip', 'next_same_weekday', 'next_working_day'),
      (year, month_rank, weekday, holiday_policy) => {
        const breaks = breaksOf([], year);
        const slots = slotsOf(monthly({ month_rank, weekday, holiday_policy }), year, breaks);
        expect(slots).toHaveLength(12);
        for (const { date, rule, why } of slots) {
          if (date === null) expect(why).not.toBeNull();
          else {
            expect(holidayName(date)).toBeNull();
            expect(closedBecause(date)).toBeNull();
            expect(date >= rule && date <= plusDays(rule, 28)).toBe(true);
            expect(breaks.every(({ from, until }) => date < from || date > until)).toBe(true);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
