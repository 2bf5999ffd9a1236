/** The inputs that commands about members share, bounded, and what becomes of the texts in them. */
import * as z from 'zod';
import { readCell } from '../cells.ts';
import { french, quoted } from '../french.ts';
import { clean } from '../reading/values/text.ts';
import type { Column } from '../table.ts';
import type { Typed } from './coordinates.ts';

/** A member's number, « ADH-0012 ». */
export const memberId = z.string().max(20).meta({ prefix: 'ADH' });

/** A person's number, « CON-0012 ». */
export const contactId = z.string().max(20).meta({ prefix: 'CON' });

/** A day that exists, « 2023-05-12 ». */
export const dayInput = z.iso.date().meta({ format: 'day' });

/** A line of text. */
export const line = z.string().max(500);

/** One e-mail address or several, « a@b.fr ; c@d.fr ». */
export const emailsInput = z.string().max(500).meta({ format: 'emails' });

/** One telephone number or several. */
export const phonesInput = z.string().max(500).meta({ format: 'phones' });

/** Several lines of text. */
export const longText = z.string().max(5000);

/** The line as it is kept: spaces tidied, null when nothing is left. */
export function tidy(text: string | null | undefined): string | null {
  const cleaned = clean(text ?? '');
  return cleaned === '' ? null : cleaned;
}

/** The lines as they are kept: without spaces at their ends, null when nothing is left. */
export function tidyLines(text: string | null | undefined): string | null {
  const lines = (text ?? '').split(/\r?\n/u).map(clean).join('\n').trim();
  return lines === '' ? null : lines;
}

/** A date as people write it, « 12/05/2023 », « 05/2023 » or « 2023 »; null for an empty text. */
export function typedDate(text: string, label: string): Typed<string | null> {
  const reading = readCell(dateColumn, tidy(text), null);
  if (reading.ok) return { ok: true, value: typeof reading.value === 'string' ? reading.value : null };
  return {
    ok: false,
    message: french`${label} : ${quoted(text)} n’est pas une date. Tapez-la sous la forme 12/05/2023, 05/2023 ou 2023.`,
  };
}

const dateColumn: Column = { field: 'date', header: 'Date', type: 'date' };
