/** Dates are known to the day, the month or the year: each takes its own little word. */
import { fromDate, onDate, sinceDate, untilDate } from '../../src/core/french.ts';

test.each([
  ['2023-05-12', 'le 12/05/2023', 'du 12/05/2023', 'depuis le 12/05/2023', 'jusqu’au 12/05/2023'],
  ['2023-05', 'en mai 2023', 'de mai 2023', 'depuis mai 2023', 'jusqu’en mai 2023'],
  ['2022-08', 'en août 2022', 'd’août 2022', 'depuis août 2022', 'jusqu’en août 2022'],
  ['2022', 'en 2022', 'de 2022', 'depuis 2022', 'jusqu’en 2022'],
])('%s is said « %s », « %s », « %s », « %s »', (date, ...said) => {
  expect([onDate, fromDate, sinceDate, untilDate].map((words) => words(date))).toEqual(said);
});
