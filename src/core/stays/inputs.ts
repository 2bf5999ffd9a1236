/** What forms send about spaces and stays: bounded texts, checked here so that each refusal is a French sentence. */
import * as z from 'zod';
import { isDay } from '../day.ts';
import { french, quoted } from '../french.ts';
import { tidyLines } from '../members/inputs.ts';

/** A number of a record, « ESP-0003 », by the prefix of its table. */
export const idText = (prefix: string) => z.string().max(20).meta({ prefix });
/** A day that the form cannot do without; whether it exists is said by `wrongDay`. */
export const neededDay = z.string().max(10).meta({ format: 'day' });
/** A day as forms send it; empty for none. */
export const dayText = neededDay.nullable();
/** A short text; empty for none. */
export const shortText = z.string().max(200).nullable();
/** A remark. */
export const longText = z.string().max(2000).nullable();
/** An amount in cents. */
export const cents = z.number().int().min(0).max(100_000_000).nullable();

const FIRST_YEAR = '1950';
const LAST_YEAR = '2100';

/** Why one of the days cannot be kept, in French; null when all are days or empty. */
export function wrongDay(days: Readonly<Record<string, string | null | undefined>>): string | null {
  for (const [label, day] of Object.entries(days)) {
    if (day === null || day === undefined || day === '') continue;
    const year = day.slice(0, 4);
    if (isDay(day) && year >= FIRST_YEAR && year <= LAST_YEAR) continue;
    return french`${label} : ${quoted(day)} n’est pas une date. Choisissez-la dans le calendrier, ou tapez-la sous la forme 12/05/2023.`;
  }
  return null;
}

/** The fields of a record as they are to be written: texts without spaces around them, what is absent left out. */
export function tidyFields<R>(asked: { readonly [K in keyof R]?: unknown }): Partial<R> {
  const fields = Object.entries(asked).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, typeof value === 'string' ? tidyLines(value) : value]],
  );
  // Each value was checked by the schema of its form.
  return Object.fromEntries(fields) as Partial<R>;
}

/** The first reason that is there, or null: checks stand in the order in which they are to be told. */
export function firstReason(...checks: readonly (() => string | null)[]): string | null {
  for (const check of checks) {
    const reason = check();
    if (reason !== null) return reason;
  }
  return null;
}
