/** Times of the day as people type them. */
import { readCell } from '../cells.ts';
import { french, quoted } from '../french.ts';
import type { Typed } from '../members/coordinates.ts';
import { tidy } from '../members/inputs.ts';
import type { Column } from '../table.ts';

const timeColumn: Column = { field: 'time', header: 'Heure', type: 'time' };

/** « 18:00 », « 18h » or « 9h30 » as "HH:mm"; null for an empty text; else what to correct. */
export function typedTime(text: string | null, label: string): Typed<string | null> {
  const reading = readCell(timeColumn, tidy(text), null);
  if (reading.ok) return { ok: true, value: typeof reading.value === 'string' ? reading.value : null };
  return {
    ok: false,
    message: french`${label} : ${quoted(text ?? '')} n’est pas une heure. Tapez-la sous la forme 18:00 ou 18h.`,
  };
}

/** Start and end as they are kept, or what to correct: the end comes after the start. */
export function typedTimes(asked: {
  readonly start_time: string | null;
  readonly end_time: string | null;
}): Typed<{ readonly start_time: string | null; readonly end_time: string | null }> {
  const start = typedTime(asked.start_time, 'Début');
  const end = typedTime(asked.end_time, 'Fin');
  if (!start.ok) return start;
  if (!end.ok) return end;
  if (start.value !== null && end.value !== null && end.value <= start.value)
    return { ok: false, message: french`La fin (${end.value}) doit venir après le début (${start.value}).` };
  return { ok: true, value: { start_time: start.value, end_time: end.value } };
}
