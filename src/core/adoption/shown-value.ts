/** A field's value as people read it. */
import type { FieldValue } from '../cells.ts';
import { euros, frenchDate, frenchNumber } from '../french.ts';
import type { Column } from '../table.ts';

/** The value in French: « 13 860 € », « février 2023 », « oui »; « vide » when there is none. */
export function shownValue(column: Column, value: FieldValue): string {
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return 'vide';
  if (Array.isArray(value)) return value.join(' ; ');
  if (typeof value === 'boolean') return value ? 'oui' : 'non';
  if (typeof value === 'number') return column.type === 'money' ? euros(value) : frenchNumber(value);
  if (column.type === 'date') return frenchDate(String(value));
  if (column.type === 'choice') return column.choices?.[String(value)] ?? String(value);
  return String(value);
}
