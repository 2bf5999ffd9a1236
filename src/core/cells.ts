/** One cell of a table: the written form of a value, and its reading back; hostile content is reported, never thrown. */
import { dayOfSerial, isDay, serialOf, timeOfSerial } from './day.ts';
import type { AnyRecord, Column } from './table.ts';
import { isFormula } from './workbook.ts';
import type { Cell, Shown } from './workbook.ts';

/** A value of a record's field. */
export type FieldValue = AnyRecord[string];

/** What a cell was read as, or why it could not be. */
export type CellReading =
  { readonly ok: true; readonly value: FieldValue } | { readonly ok: false; readonly kind: string };

/** The cell that stands for a value of the column; `null` and an empty list leave it empty. */
export function writeCell(column: Column, value: FieldValue): Cell {
  if (value === null || value === '') return null;
  switch (column.type) {
    case 'money':
      return typeof value === 'number' ? value / 100 : null;
    case 'date':
      return typeof value === 'string' ? writeDate(value) : null;
    case 'time':
      return typeof value === 'string' ? writeTime(value) : null;
    case 'yes_no':
      return value === true ? 'oui' : 'non';
    case 'choice':
      return typeof value === 'string' ? (column.choices?.[value] ?? value) : null;
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value.join(' ; ') : null;
    case 'id':
    case 'text':
    case 'integer':
    case 'decimal':
      return typeof value === 'object' ? null : value;
  }
}

/** The value that a cell holds for the column; `shown` is used where a formula was entered. */
export function readCell(column: Column, entered: Cell, shown: Shown): CellReading {
  const content: Shown = isFormula(entered) ? shown : entered;
  if (typeof content === 'object' && content !== null) return { ok: false, kind: 'error_cell' };
  const blank = content === null || (typeof content === 'string' && content.trim() === '');
  if (blank) return { ok: true, value: column.type === 'list' ? [] : column.type === 'id' ? '' : null };
  switch (column.type) {
    case 'id':
      return { ok: true, value: String(content).trim() };
    case 'text':
      return { ok: true, value: String(content) };
    case 'list':
      return { ok: true, value: splitList(String(content)) };
    case 'integer':
    case 'decimal':
    case 'money':
      return readNumber(column, content);
    case 'date':
      return readDate(content);
    case 'time':
      return readTime(content);
    case 'yes_no':
      return readYesNo(content);
    case 'choice':
      return readChoice(column, String(content));
  }
}

function splitList(text: string): string[] {
  return text
    .split(';')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function writeDate(date: string): Cell {
  if (isDay(date)) return serialOf(date);
  const month = /^(\d{4})-(\d{2})$/u.exec(date);
  return month ? `${month[2] ?? ''}/${month[1] ?? ''}` : date;
}

function readDate(content: string | number | boolean): CellReading {
  if (typeof content === 'number') {
    return content >= 1 && content < 2_958_466
      ? { ok: true, value: dayOfSerial(content) }
      : { ok: false, kind: 'invalid_date' };
  }
  const text = String(content).trim();
  const parts = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/u.exec(text);
  const iso = parts
    ? [parts[3], parts[2]?.padStart(2, '0'), parts[1]?.padStart(2, '0')].filter(Boolean).join('-')
    : text;
  const exists = iso.length === 10 ? isDay(iso) : /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(iso);
  return exists ? { ok: true, value: iso } : { ok: false, kind: 'invalid_date' };
}

function writeTime(time: string): Cell {
  const [hours, minutes] = time.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440;
}

function readTime(content: string | number | boolean): CellReading {
  if (typeof content === 'number')
    return content >= 0 ? { ok: true, value: timeOfSerial(content) } : { ok: false, kind: 'invalid_time' };
  const parts = /^([01]?\d|2[0-3])(?:[:hH]([0-5]\d)?)$/u.exec(String(content).trim());
  if (!parts) return { ok: false, kind: 'invalid_time' };
  return { ok: true, value: `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}` };
}

function readNumber(column: Column, content: string | number | boolean): CellReading {
  const number =
    typeof content === 'number'
      ? content
      : Number(
          String(content)
            .replace(/[\s\u00a0\u202f€]/gu, '')
            .replace(',', '.'),
        );
  const kind = column.type === 'money' ? 'invalid_amount' : 'invalid_number';
  if (!Number.isFinite(number) || typeof content === 'boolean') return { ok: false, kind };
  if (column.type === 'money') return { ok: true, value: Math.round(number * 100) };
  return column.type === 'decimal' || Number.isInteger(number) ? { ok: true, value: number } : { ok: false, kind };
}

function readYesNo(content: string | number | boolean): CellReading {
  const word = String(content).trim().toLowerCase();
  if (['oui', 'o', 'x', 'true', 'vrai', '1'].includes(word)) return { ok: true, value: true };
  if (['non', 'n', 'false', 'faux', '0'].includes(word)) return { ok: true, value: false };
  return { ok: false, kind: 'unreadable_yes_no' };
}

function readChoice(column: Column, content: string): CellReading {
  const wanted = fold(content);
  const found = Object.entries(column.choices ?? {}).find(
    ([value, label]) => value === content.trim() || fold(label) === wanted,
  );
  return found ? { ok: true, value: found[0] } : { ok: false, kind: 'unknown_choice' };
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
