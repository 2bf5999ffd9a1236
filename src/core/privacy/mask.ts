/** Finding a person's names, addresses and numbers in cells, whatever accents and case, and putting other words there. */
import { readPhones } from '../reading/values/phone.ts';
import { fold } from '../reading/values/text.ts';
import { isFormula } from '../workbook.ts';
import type { Cell } from '../workbook.ts';

/** A name to look for, and what stands in its place once it is erased. */
export interface NameTrace {
  readonly folded: string;
  readonly label: string;
  /** True when it is looked for inside texts too; a single word only counts where it stands alone. */
  readonly inTexts: boolean;
}

/** What one or several people are recognised by. */
export interface Trace {
  readonly names: readonly NameTrace[];
  /** In lower case. */
  readonly emails: ReadonlySet<string>;
  /** As `readPhones` gives them. */
  readonly phones: ReadonlySet<string>;
  /** Folded names of others that hold one of these names: there it is not hers. */
  readonly others: readonly string[];
}

/** What stands in the place of an erased address inside a text. */
export const ERASED_EMAIL = '(e-mail effacé)';
/** What stands in the place of an erased number inside a text. */
export const ERASED_PHONE = '(téléphone effacé)';

const EMAIL = /[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9.-]+\.[a-z]{2,}/giu;
const PHONE = /(?:\+|\b00)?\d(?:[\s.()/-]{0,2}\d){7,14}/gu;
const ID = /^[A-Z]{1,5}-\d{4,}$/u;

/** The name as it is looked for; null for one without letters, which would be found everywhere. */
export function nameTrace(name: string, label: string): NameTrace | null {
  const folded = fold(name);
  if (!/\p{L}/u.test(folded) || folded.length < 2) return null;
  return { folded, label, inTexts: folded.includes(' ') && folded.length >= 6 };
}

/** The cell without the person: empty where she stood alone as an address or a number. Numbers of records stay. */
export function maskedCell(cell: Cell, trace: Trace): Cell {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return isPhoneNumber(cell, trace) ? null : cell;
  if (isFormula(cell)) return maskedFormula(cell.formula, trace) ?? cell;
  if (ID.test(cell)) return cell;
  const masked = maskedText(cell, trace);
  return masked === cell ? cell : withoutBareMarks(masked);
}

/** True when the cell speaks of the person. */
export function isTraced(cell: Cell, trace: Trace): boolean {
  return maskedCell(cell, trace) !== cell;
}

/** Where two cells side by side make one of the names, « Lemoine | Anna », with what stands in its place. */
export function splitNames(cells: readonly Cell[], { names }: Trace): readonly { column: number; label: string }[] {
  const whole = names.filter(({ folded }) => folded.includes(' '));
  if (whole.length === 0) return [];
  return cells.flatMap((cell, column) => {
    const next = cells[column + 1];
    if (typeof cell !== 'string' || typeof next !== 'string') return [];
    const folded = `${fold(cell)} ${fold(next)}`;
    const found = whole.find((name) => name.folded === folded);
    return found === undefined ? [] : [{ column, label: found.label }];
  });
}

/** The text with other words where the person is named. */
export function maskedText(text: string, trace: Trace): string {
  let masked = text;
  if (trace.emails.size > 0 && masked.includes('@'))
    masked = masked.replace(EMAIL, (found) => (trace.emails.has(found.toLowerCase()) ? ERASED_EMAIL : found));
  if (trace.phones.size > 0 && /\d(?:\D{0,2}\d){7}/u.test(masked))
    masked = masked.replace(PHONE, (found) => (isPhone(found, trace) ? ERASED_PHONE : found));
  const folded = fold(masked);
  if (!trace.names.some((name) => folded.includes(name.folded))) return masked;
  return withLabels(masked, trace);
}

// A sheet of numbers loses the zero: 612345678 is 06 12 34 56 78.
function isPhoneNumber(number: number, trace: Trace): boolean {
  return trace.phones.size > 0 && Number.isInteger(number) && number > 99_999_999 && isPhone(String(number), trace);
}

function isPhone(text: string, { phones }: Trace): boolean {
  return readPhones(text).some(({ phone }) => phone.value !== null && phones.has(phone.value));
}

function maskedFormula(formula: string, trace: Trace): Cell {
  const masked = formula.replace(/"((?:[^"]|"")*)"/gu, (whole, inner: string) => {
    const text = inner.replaceAll('""', '"');
    const other = maskedText(text, trace);
    return other === text ? whole : `"${other.replaceAll('"', '""')}"`;
  });
  return masked === formula ? null : { formula: masked };
}

/** An address or a number that stood alone, or alone in a list, leaves nothing. */
function withoutBareMarks(text: string): string | null {
  const isMark = (piece: string) => [ERASED_EMAIL, ERASED_PHONE].includes(piece.trim());
  const pieces = text.split(/([;,\n])/u);
  const kept: string[] = [];
  for (let index = 0; index < pieces.length; index += 2) {
    const piece = pieces[index] ?? '';
    if (isMark(piece)) continue;
    kept.push(kept.length === 0 ? piece : `${pieces[index - 1] ?? ''}${piece}`);
  }
  const rest = kept.join('').trim();
  return rest === '' ? null : rest;
}

interface Span {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function withLabels(text: string, { names, others }: Trace): string {
  const places = foldedPlaces(text);
  const theirs = others.flatMap((folded) => spansOf(places, { folded, label: '' }));
  const spans: Span[] = [];
  for (const name of names) {
    for (const span of spansOf(places, name)) {
      const overlaps = [...spans, ...theirs].some(({ start, end }) => span.start < end && start < span.end);
      if (!overlaps && (name.inTexts || standsAlone(text, span))) spans.push(span);
    }
  }
  spans.sort((a, b) => b.start - a.start);
  return spans.reduce((rest, { start, end, label }) => rest.slice(0, start) + label + rest.slice(end), text);
}

// « Studio » is also a word: only a cell, a piece of a list or what stands between quotes is surely the name.
function standsAlone(text: string, { start, end }: Span): boolean {
  const before = text
    .slice(0, start)
    .replace(/[^\S\n]+$/u, '')
    .slice(-1);
  const after = text
    .slice(end)
    .replace(/^[^\S\n]+/u, '')
    .slice(0, 1);
  return '=;,\n«"“('.includes(before) && ';,\n»"”).'.includes(after);
}

interface Places {
  /** Folded, with a space at both ends. */
  readonly folded: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text folded letter by letter, with the place in the text of each folded letter. */
function foldedPlaces(text: string): Places {
  let folded = ' ';
  const starts = [0];
  const ends = [0];
  let place = 0;
  for (const letter of text) {
    const end = place + letter.length;
    if (/\p{M}/u.test(letter)) ends[ends.length - 1] = end;
    else {
      const plain = fold(letter);
      for (const one of plain === '' ? ' ' : plain) {
        if (one === ' ' && folded.endsWith(' ')) continue;
        folded += one;
        starts.push(place);
        ends.push(end);
      }
    }
    place = end;
  }
  return folded.endsWith(' ')
    ? { folded, starts, ends }
    : { folded: `${folded} `, starts: [...starts, place], ends: [...ends, place] };
}

function spansOf({ folded, starts, ends }: Places, name: Pick<NameTrace, 'folded' | 'label'>): Span[] {
  const spans: Span[] = [];
  const wanted = ` ${name.folded} `;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length - 1)) {
    const last = at + name.folded.length;
    spans.push({ start: starts[at + 1] ?? 0, end: ends[last] ?? 0, label: name.label });
  }
  return spans;
}
