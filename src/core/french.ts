/** How values are written in French sentences. */
import { frenchDay } from './day.ts';
import type { Json } from './reading/records.ts';

const NO_BREAK = '\u00A0';
const LONGEST_QUOTE = 80;
/** The months, January first. */
export const MONTHS: readonly string[] = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];

/** A French sentence: no-break spaces and curly apostrophes where typography wants them, inserted values untouched. */
export function french(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  let sentence = '';
  spacedTexts(texts).forEach((text, index) => {
    sentence += text + String(values[index] ?? '');
  });
  return sentence;
}

// A sentence is often said of thousands of rows: its own texts never change.
const SPACED = new WeakMap<TemplateStringsArray, readonly string[]>();

function spacedTexts(texts: TemplateStringsArray): readonly string[] {
  const known = SPACED.get(texts);
  if (known !== undefined) return known;
  const found = texts.map(spaced);
  SPACED.set(texts, found);
  return found;
}

/** What a cell held, between guillemets, on one line and no longer than a glance. */
export function quoted(raw: Json | undefined): string {
  const line = asText(raw).replace(/\s+/gu, ' ').trim();
  return `«${NO_BREAK}${line.length <= LONGEST_QUOTE ? line : shortened(line)}${NO_BREAK}»`;
}

function shortened(line: string): string {
  const letters = Array.from(line);
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE - 1).join('')}…` : line;
}

/** An amount of cents as "13 860 €" or "416,67 €". */
export function euros(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  const rest = Math.abs(cents) % 100;
  const decimals = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`;
  return `${cents < 0 ? '−' : ''}${grouped(whole)}${decimals}${NO_BREAK}€`;
}

/** A number as "1 250,5". */
export function frenchNumber(value: number): string {
  const [whole = '0', decimals] = String(Math.abs(Math.round(value * 100) / 100)).split('.');
  return `${value < 0 ? '−' : ''}${grouped(Number(whole))}${decimals === undefined ? '' : `,${decimals}`}`;
}

/** A day, month or year as "28/02/2023", "février 2023" or "2023". */
export function frenchDate(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value)) return frenchDay(value);
  const month = MONTHS[Number(value.slice(5, 7)) - 1];
  return /^\d{4}-\d{2}$/u.test(value) && month !== undefined ? `${month} ${value.slice(0, 4)}` : value;
}

/** A length of time as "4 h" or "1 h 30". */
export function frenchDuration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${String(rest)}${NO_BREAK}min`;
  return `${String(hours)}${NO_BREAK}h${rest === 0 ? '' : `${NO_BREAK}${String(rest).padStart(2, '0')}`}`;
}

/** The text with a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Names one after the other: "CW1, CW2 et CW3". */
export function enumeration(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} et ${names.at(-1) ?? ''}`;
}

function asText(raw: Json | undefined): string {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'number') return String(raw).replace('.', ',');
  return typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
}

function spaced(text: string): string {
  return text
    .replace(/ (?=[:;?!»€%])/gu, NO_BREAK)
    .replace(/« /gu, `«${NO_BREAK}`)
    .replaceAll("'", '’');
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/gu, NO_BREAK);
}

/** « le 12/05/2023 », « en mai 2023 », « en 2023 »: dates are known to the day, the month or the year. */
export function onDate(date: string): string {
  return `${isWholeDay(date) ? 'le' : 'en'} ${frenchDate(date)}`;
}

/** « du 12/05/2023 », « de mai 2023 », « d’août 2023 ». */
export function fromDate(date: string): string {
  const words = frenchDate(date);
  return isWholeDay(date) ? `du ${words}` : /^[ao]/u.test(words) ? `d’${words}` : `de ${words}`;
}

/** « depuis le 12/05/2023 », « depuis mai 2023 ». */
export function sinceDate(date: string): string {
  return `depuis ${isWholeDay(date) ? 'le ' : ''}${frenchDate(date)}`;
}

/** « jusqu’au 12/05/2023 », « jusqu’en mai 2023 ». */
export function untilDate(date: string): string {
  return `jusqu’${isWholeDay(date) ? 'au' : 'en'} ${frenchDate(date)}`;
}

function isWholeDay(date: string): boolean {
  return date.length === 10;
}
