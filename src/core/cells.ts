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

type Content = string | number | boolean;

/** How a column type is written and read; `write` never sees an empty value, `read` never a blank cell. */
interface Codec {
  readonly write: (value: NonNullable<FieldValue>, column: Column) => Cell;
  readonly read: (content: Content, column: Column) => CellReading;
}

const scalar = (value: NonNullable<FieldValue>): Cell => (typeof value === 'object' ? null : value);
const good = (value: FieldValue): CellReading => ({ ok: true, value });
const bad = (kind: string): CellReading => ({ ok: false, kind });

const codecs: Readonly<Record<Column['type'], Codec>> = {
  id: { write: scalar, read: (content) => good(String(content).trim()) },
  text: { write: scalar, read: (content) => good(String(content)) },
  list: {
    write: (value) => (Array.isArray(value) && value.length > 0 ? value.join(' ; ') : null),
    read: (content) => good(splitList(String(content))),
  },
  integer: { write: scalar, read: (content) => readNumber(content, 'invalid_number', Number.isInteger) },
  decimal: { write: scalar, read: (content) => readNumber(content, 'invalid_number', Number.isFinite) },
  money: {
    write: (value) => (typeof value === 'number' ? value / 100 : null),
    read: (content) => {
      const reading = readNumber(content, 'invalid_amount', Number.isFinite);
      return reading.ok && typeof reading.value === 'number' ? good(Math.round(reading.value * 100)) : reading;
    },
  },
  date: { write: (value) => (typeof value === 'string' ? writeDate(value) : null), read: readDate },
  time: { write: (value) => (typeof value === 'string' ? writeTime(value) : null), read: readTime },
  yes_no: { write: (value) => (value === true ? 'oui' : 'non'), read: readYesNo },
  choice: {
    write: (value, column) => (typeof value === 'string' ? (column.choices?.[value] ?? value) : null),
    read: (content, column) => readChoice(column, String(content)),
  },
};

/** The cell that stands for a value of the column; `null` and an empty list leave it empty. */
export function writeCell(column: Column, value: FieldValue): Cell {
  return value === null || value === '' ? null : codecs[column.type].write(value, column);
}

/** The value that a cell holds for the column; `shown` is used where a formula was entered. */
export function readCell(column: Column, entered: Cell, shown: Shown): CellReading {
  const content: Shown = isFormula(entered) ? shown : entered;
  if (typeof content === 'object' && content !== null) return bad('error_cell');
  if (content === null || (typeof content === 'string' && content.trim() === '')) return good(emptyValue(column));
  return codecs[column.type].read(content, column);
}

/** What an empty cell of the column means. */
export function emptyValue(column: Column): FieldValue {
  return column.type === 'list' ? [] : column.type === 'id' ? '' : null;
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

function readDate(content: Content): CellReading {
  if (typeof content === 'number') {
    return content >= 1 && content < 2_958_466 ? good(dayOfSerial(content)) : bad('invalid_date');
  }
  const text = String(content).trim();
  const parts = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/u.exec(text);
  const iso = parts
    ? [parts[3], parts[2]?.padStart(2, '0'), parts[1]?.padStart(2, '0')].filter(Boolean).join('-')
    : text;
  const exists = iso.length === 10 ? isDay(iso) : /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(iso);
  return exists ? good(iso) : bad('invalid_date');
}

function writeTime(time: string): Cell {
  const [hours, minutes] = time.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) / 1440;
}

function readTime(content: Content): CellReading {
  if (typeof content === 'number') return content >= 0 ? good(timeOfSerial(content)) : bad('invalid_time');
  const parts = /^([01]?\d|2[0-3])(?:[:hH]([0-5]\d)?)$/u.exec(String(content).trim());
  if (!parts) return bad('invalid_time');
  return { ok: true, value: `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}` };
}

function readNumber(content: Content, kind: string, accepts: (number: number) => boolean): CellReading {
  if (typeof content === 'boolean') return bad(kind);
  const number =
    typeof content === 'number' ? content : Number(content.replace(/[\s\u00a0\u202f€]/gu, '').replace(',', '.'));
  return accepts(number) ? good(number) : bad(kind);
}

function readYesNo(content: Content): CellReading {
  const word = String(content).trim().toLowerCase();
  if (['oui', 'o', 'x', 'true', 'vrai', '1'].includes(word)) return good(true);
  if (['non', 'n', 'false', 'faux', '0'].includes(word)) return good(false);
  return bad('unreadable_yes_no');
}

function readChoice(column: Column, content: string): CellReading {
  const typed = content.trim();
  const wanted = fold(content);
  const found = choicesOf(column).find(({ value, label }) => value === typed || label === wanted);
  return found ? good(found.value) : bad('unknown_choice');
}

// Asked for every cell of the column: its labels are folded once.
const CHOICES = new WeakMap<Column, readonly { readonly value: string; readonly label: string }[]>();

function choicesOf(column: Column): readonly { readonly value: string; readonly label: string }[] {
  const known = CHOICES.get(column);
  if (known !== undefined) return known;
  const choices = Object.entries(column.choices ?? {}).map(([value, label]) => ({ value, label: fold(label) }));
  CHOICES.set(column, choices);
  return choices;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
