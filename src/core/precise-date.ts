/** Dates of records, at the precision in which they were written: « 2023 », « 2023-05 », « 2023-05-12 ». */
import type { PreciseDate } from './reading/records.ts';

/** The date of a record's field with its precision. */
export function preciseDate(value: string): PreciseDate {
  return { value, precision: value.length >= 10 ? 'day' : value.length >= 7 ? 'month' : 'year' };
}
