/** Reading the arguments of a service method: whatever does not fit is a mismatch of signature, as in Apps Script. */
import { SignatureMismatch } from './errors.ts';

/** The argument as a text. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new SignatureMismatch();
}

/** The argument as a text, or what stands for a missing one. */
export function textOr<T>(value: unknown, missing: T): string | T {
  return value === undefined || value === null ? missing : textOf(value);
}

/** The argument as a finite number. */
export function numberOf(value: unknown): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new SignatureMismatch();
}

/** The argument as a number, or what stands for a missing one. */
export function numberOr<T>(value: unknown, missing: T): number | T {
  return value === undefined || value === null ? missing : numberOf(value);
}

/** The argument as an object of fields; a missing one is empty. */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new SignatureMismatch();
  return value as Readonly<Record<string, unknown>>; // An object that is no array has fields.
}

/** The argument as a date. */
export function dateOf(value: unknown): Date {
  if (value instanceof Date) return value;
  throw new SignatureMismatch();
}
