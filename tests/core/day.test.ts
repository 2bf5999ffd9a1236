import { dayOfSerial, frenchDay, isDay, plusDays, plusMonths, serialOf, timeOfSerial } from '../../src/core/day.ts';

test('serialOf() and dayOfSerial() are those of a spreadsheet', () => {
  expect([serialOf('1899-12-31'), serialOf('1900-03-01'), serialOf('2023-05-12'), serialOf('2024-02-29')]).toEqual([
    1, 61, 45058, 45351,
  ]);
  for (let serial = 1; serial < 80_000; serial += 37) expect(serialOf(dayOfSerial(serial))).toBe(serial);
  expect(dayOfSerial(45058.75)).toBe('2023-05-12');
});

test('plusMonths() stays in the month, and plusDays() crosses summer time', () => {
  expect([plusMonths('2024-01-31', 1), plusMonths('2020-10-01', 36), plusMonths('2024-03-31', -1)]).toEqual([
    '2024-02-29',
    '2023-10-01',
    '2024-02-29',
  ]);
  expect([plusDays('2023-03-25', 2), plusDays('2023-10-28', 2), plusDays('2024-03-01', -1)]).toEqual([
    '2023-03-27',
    '2023-10-30',
    '2024-02-29',
  ]);
});

test('isDay() knows the days that exist', () => {
  expect(['2023-02-31', '2024-02-29', '2023-13-01', '12/05/2023', '2023-5-1'].map(isDay)).toEqual([
    false,
    true,
    false,
    false,
    false,
  ]);
  // A day that exists comes back from its serial number as it was; 32 March would come back as 1 April.
  const wrong: string[] = [];
  for (const year of ['1900', '2000', '2023', '2024', '9999']) {
    for (let month = 0; month <= 13; month += 1) {
      for (let day = 0; day <= 32; day += 1) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        if (isDay(text) !== (dayOfSerial(serialOf(text)) === text)) wrong.push(text);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('timeOfSerial() gives the nearest minute, frenchDay() what French people write', () => {
  expect([timeOfSerial(0.75), timeOfSerial(45058.4375), timeOfSerial(0.99999)]).toEqual(['18:00', '10:30', '00:00']);
  expect(frenchDay('2023-05-12')).toBe('12/05/2023');
});
