/** What the cells of a column look like, to confirm or refute what its header says. */
import { readAffiliation } from './affiliation.ts';
import { isError, isFilled, textOf } from './cells.ts';
import type { SourceCell } from './source.ts';
import type { Likely } from './field.ts';
import { fold, saysNothing, saysSame, saysUnknown } from './values/text.ts';

/** Shares (0 to 1) of the filled cells that look like each thing. */
export interface Contents {
  readonly filled: number;
  /** The filled cells that say something: no « ? », « - », « idem » or error. */
  readonly telling: number;
  readonly email: number;
  readonly phone: number;
  readonly date: number;
  readonly money: number;
  readonly number: number;
  readonly yes_no: number;
  readonly time: number;
  readonly affiliation: number;
  /** Text with letters that is none of the others. */
  readonly words: number;
  /** An account of the chart: 60, 6061, 74… at the head. */
  readonly account: number;
  readonly samples: readonly string[];
}

type Look = Exclude<keyof Contents, 'filled' | 'telling' | 'samples'>;

const LOOKED_AT = 80;
const LOOKS: readonly Look[] = [
  'email',
  'phone',
  'date',
  'money',
  'number',
  'yes_no',
  'time',
  'affiliation',
  'words',
  'account',
];
const MONTH =
  /\b(?:janv(?:ier)?|fev(?:r(?:ier)?)?|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|january|february|march|april|may|june|july|august|september|october|november|december)\b/u;
const ANSWERS = new Set(
  'oui|o|x|ok|paye|payee|regle|reglee|1|0|non|n|yes|no|y|vrai|faux|a jour|recu|encaisse|en attente|impaye'.split('|'),
);

/** Looks at the filled cells of a column, the first ones of a long column. */
export function lookAt(cells: readonly (SourceCell | undefined)[]): Contents {
  const filled = cells.filter(isFilled).slice(0, LOOKED_AT);
  const telling = filled.filter((cell) => !isSilent(cell));
  const counts = new Map<Look, number>();
  for (const cell of telling) {
    for (const look of looksOf(cell)) counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const total = Math.max(telling.length, 1);
  const shares = Object.fromEntries(LOOKS.map((look) => [look, (counts.get(look) ?? 0) / total]));
  return {
    ...(shares as Record<Look, number>),
    filled: filled.length,
    telling: telling.length,
    samples: samplesOf(filled),
  };
}

/** Up to three different values among the first filled cells, as shown. */
export function samplesOf(cells: readonly (SourceCell | undefined)[]): string[] {
  return [...new Set(cells.filter(isFilled).slice(0, 20).map(textOf))].slice(0, 3);
}

/** How well the contents fit what a field's cells should look like: above 1 confirms, well below 1 refutes. */
export function fit(contents: Contents, likely: Likely | undefined): number {
  if (contents.telling === 0) return 1;
  if (likely === undefined || likely === 'words') return fitWords(contents);
  const share = shareOf(contents, likely);
  if (share >= 0.5) return 1.15;
  if (contents.telling < 3 || share >= 0.15) return 1;
  if (likely === 'affiliation') return contents.words > 0.5 ? 0.7 : 0.4;
  return likely === 'email' || likely === 'phone' ? 0.3 : 0.5;
}

function shareOf(contents: Contents, likely: Likely): number {
  if (likely === 'yes_no') return Math.max(contents.yes_no, contents.money);
  if (likely === 'number') return contents.number;
  if (likely === 'words') return contents.words;
  return contents[likely];
}

function fitWords(contents: Contents): number {
  const foreign = Math.max(contents.email, contents.phone, contents.date);
  if (contents.telling >= 2 && foreign >= 0.6) return 0.5;
  return 1;
}

function isSilent(cell: SourceCell): boolean {
  const text = textOf(cell);
  return isError(cell) || saysUnknown(text) || saysNothing(text) || saysSame(text);
}

function looksOf(cell: SourceCell): readonly Look[] {
  const { shown } = cell;
  if (typeof shown === 'object') return [];
  if (typeof shown === 'number') return looksOfNumber(cell, shown);
  if (typeof shown === 'boolean') return ['yes_no'];
  return looksOfText(shown.trim());
}

function looksOfNumber(cell: SourceCell, value: number): readonly Look[] {
  if (cell.temporal === 'time') return ['time'];
  if (cell.temporal !== undefined) return ['date'];
  const looks: Look[] = ['number', 'money'];
  if (Number.isInteger(value) && value >= 1950 && value <= 2100) looks.push('date');
  if (/^0?[1-7]\d{8}$/u.test(String(value))) looks.push('phone');
  if (value === 0 || value === 1) looks.push('yes_no');
  if (/^[678]\d{1,5}$/u.test(String(value))) looks.push('account');
  return looks;
}

function looksOfText(text: string): readonly Look[] {
  const folded = fold(text);
  const looks = LOOKS.filter((look) => look !== 'words' && TESTS[look](text, folded));
  const isFree = !looks.some((look) => look !== 'affiliation' && look !== 'account');
  return /\p{L}{2}/u.test(text) && isFree ? [...looks, 'words'] : looks;
}

const TESTS: Readonly<Record<Exclude<Look, 'words'>, (text: string, folded: string) => boolean>> = {
  email: (text) => /\S@\S|\(at\)/u.test(text),
  phone: (text) => /^[+(]?[\d(][\d .()/-]{7,}$/u.test(text) && text.replace(/\D/gu, '').length >= 9,
  date: isDateLike,
  number: isNumberLike,
  money: (text, folded) =>
    isNumberLike(text, folded) ||
    /\d\s*(?:€|eur)/iu.test(text) ||
    /\b(?:virt?|virement|chq|cheque|cb|especes|prelevement)\b.*\d/u.test(folded),
  yes_no: (text, folded) => ANSWERS.has(folded) || /^[✓✔☑✗☒]/u.test(text),
  time: (text) => /\b\d{1,2}\s?[h:]\s?(?:\d{2})?\b|\bmidi\b/iu.test(text) && text.length < 25,
  affiliation: (text) => text.length < 40 && readAffiliation(text) !== null,
  account: (text) => /^[678]\d{0,5}\b/u.test(text),
};

function isNumberLike(text: string, folded: string): boolean {
  if (isDateLike(text, folded) || isNumberedLabel(text, folded)) return false;
  return /^(?:env\.?\s|environ\s|[~≈(-])?\s*\d[\d\s.,']*\)?\s*(?:€|eur|k€)?(?:\s*[/+(a-zé].*)?$/iu.test(text);
}

// « 60 Achats », « 741 - DRAC »: a budget's label with its account, not an amount with its unit.
function isNumberedLabel(text: string, folded: string): boolean {
  if (!/^[678]\d{1,5}\s*[-–:.]?\s*\p{L}{3,}/u.test(text)) return false;
  return !/^\d+ (?:euros?|eur|mois|ans|jours|heures|personnes|pers|inscrits|inscrites|presents|structures|struct|places|postes|seances|participants)\b/u.test(
    folded,
  );
}

function isDateLike(text: string, folded: string): boolean {
  if (text.length > 40) return false;
  if (/^\D{0,12}\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b(?! \d\d)/u.test(text) && !/@|€/u.test(text)) return true;
  if (/\b(?:19|20)\d{2}[-/]\d{1,2}(?:[-/]\d{1,2})?\b/u.test(text)) return true;
  if (/^\d{1,2}[/-](?:19|20)\d{2}$|^(?:19|20)\d{2}$/u.test(text)) return true;
  return MONTH.test(folded) && /\d|^[a-z]+$/u.test(folded) && folded.split(' ').length <= 5;
}
