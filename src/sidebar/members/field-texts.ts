/** How the forms about members show what is known: lists of labels, dates that may be vague. */
import { frenchDate } from '../../core/french.ts';
import type { Choice } from '../field-value.ts';

/** The choices of a list of labels. */
export function choicesOf(labels: Readonly<Record<string, string>>): readonly Choice[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** « 12/05/2023 », « 05/2023 » or « 2023 », as it may be typed again. */
export function frenchText(date: string | null): string | null {
  if (date === null) return null;
  return date.length === 7 ? `${date.slice(5)}/${date.slice(0, 4)}` : frenchDate(date);
}
