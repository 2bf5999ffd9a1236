/** How spaces are named: « 1 », « N° 9 », « bt 4 », « CW1 à CW3 », « Studio ». */
import type { SpaceKind } from '../records.ts';
import { clean, fold } from '../values/text.ts';

/** One space named by a cell. */
export interface SpaceLabel {
  readonly space: string;
  readonly number: number | null;
  /** What its name says it is, `null` when it says nothing. */
  readonly kind: SpaceKind | null;
}

/** What a section row says of the spaces below it. */
export interface SpaceSection {
  readonly default_kind: SpaceKind | null;
  readonly declared_count?: number;
  readonly paid_to?: string;
  readonly lease_holder?: string;
}

const LONGEST_RANGE = 200;

const KIND_WORDS: readonly (readonly [SpaceKind, RegExp])[] = [
  ['desk', /\b(?:cw|cowork\w*|co working|poste|postes|desk|desks|open space|openspace|nomade|nomades)(?=\b|\d)/u],
  ['studio', /\bstudios?(?=\b|\d)/u],
  ['shop_unit', /\b(?:bt|btq|boutiques?|echoppes?|ateliers? sur rue|shops?|commerces?|rdc commercial)(?=\b|\d)/u],
  ['office', /\b(?:bureaux?|bur|office|offices|b|pepiniere)(?=\b|\d)/u],
];

const RENTED =
  /\b(?:loues?|louees?|pris(?:es?)? a bail|en location)\b.*\b(?:par|association)\b|\bbaux? de l association\b/u;

/** The spaces that a cell names, one by one: a range or a list gives several; an empty text gives none. */
export function spaceLabels(text: string): readonly SpaceLabel[] {
  const typed = clean(text);
  if (typed === '') return [];
  const bare = typed.replace(/^(?:n°|nº|no\.?|num[ée]ro|#)\s*(?=\d)/iu, '');
  const names = rangeIn(bare) ?? listIn(bare) ?? [bare];
  const singular = names.length > 1 ? names.map(ofOne) : names;
  return singular.map((space) => ({ space, number: numberIn(space), kind: spaceKindIn(space) }));
}

/** The kind of space that a text names, or `null`. */
export function spaceKindIn(text: string): SpaceKind | null {
  const folded = fold(text);
  return KIND_WORDS.find(([, word]) => word.test(folded))?.[0] ?? null;
}

/** What a section row says: the kind of its spaces, how many, who is paid, who holds the lease. */
export function spaceSection(text: string): SpaceSection {
  const count = /\((\d{1,3})\s+\p{L}/u.exec(text)?.[1];
  const paidTo =
    /(?:loyers?|redevances?)\s+(?:directs?|vers[ée]e?s?|pay[ée]e?s?|r[ée]gl[ée]e?s?)(?:\s+(?:[àa]|au|aux|par))?\s+([^,;()]+)/iu.exec(
      text,
    )?.[1];
  const holder =
    /\b(?:lou[ée]e?s?|pris(?:es?)?(?: [àa] bail)?)\s+par\s+(?:l['’]\s*|(?:le|la|les)\s+)?([^,;()]+)/iu.exec(text)?.[1];
  return {
    default_kind: isRented(text) ? 'premises' : sectionKind(text),
    ...(count === undefined ? {} : { declared_count: Number(count) }),
    ...(paidTo === undefined ? {} : { paid_to: clean(paidTo) }),
    ...(holder === undefined ? {} : { lease_holder: clean(holder) }),
  };
}

/** Spaces are compared by kind and number, or by their name: « bt 4 » and « BT04 » are one. */
export function spaceKey(space: string): string {
  const number = numberIn(space);
  if (number === null) return fold(space).replaceAll(' ', '');
  const kind = spaceKindIn(space);
  return `${kind === null || kind === 'office' ? '' : kind}${String(number)}`;
}

function isRented(text: string): boolean {
  return RENTED.test(fold(text));
}

function sectionKind(text: string): SpaceKind | null {
  const named = spaceKindIn(text);
  if (named !== null) return named;
  return /\blocaux\b|\blocal\b|\bpremises\b/u.test(fold(text)) ? 'premises' : null;
}

function numberIn(space: string): number | null {
  const digits = /^\D*?(\d{1,4})\D*$/u.exec(space.replace(/\([^()]*\)/gu, ' '))?.[1];
  return digits === undefined ? null : Number(digits);
}

function rangeIn(text: string): readonly string[] | null {
  const found = /^(.*?)(\d{1,4})\s*(?:à|a|au|-|–|—|→|\.\.)\s*(.*?)(\d{1,4})$/iu.exec(text);
  if (found === null) return null;
  const [, prefix = '', low = '', secondPrefix = '', high = ''] = found;
  const isSame = secondPrefix === '' || fold(secondPrefix) === fold(prefix);
  const count = Number(high) - Number(low) + 1;
  if (!isSame || count < 2 || count > LONGEST_RANGE) return null;
  return Array.from({ length: count }, (_, index) => prefix + numbered(Number(low) + index, low));
}

// « BT01 à BT03 » keeps its leading zeros.
function numbered(value: number, like: string): string {
  return like.startsWith('0') ? String(value).padStart(like.length, '0') : String(value);
}

function listIn(text: string): readonly string[] | null {
  const pieces = text
    .split(/\s*(?:[,;/&+]|\bet\b)\s*/iu)
    .map(clean)
    .filter((piece) => piece !== '');
  const [first = ''] = pieces;
  const prefix = /^(.*?)\d{1,4}$/u.exec(first)?.[1];
  if (pieces.length < 2 || prefix === undefined) return null;
  if (!pieces.every((piece) => /^.*?\d{1,4}$/u.test(piece) && (/^\d/u.test(piece) || samePrefix(piece, prefix))))
    return null;
  return pieces.map((piece) => (/^\d/u.test(piece) ? prefix + piece : piece));
}

// « Postes 2 et 3 » are « Poste 2 » and « Poste 3 ».
function ofOne(space: string): string {
  return space.replace(/^(postes?|bureaux?|boutiques?|locaux|studios?|ateliers?|salles?)(?=[\s\d])/iu, (word) =>
    word.replace(/aux$/iu, word.toLowerCase() === 'locaux' ? 'al' : 'au').replace(/s$/iu, ''),
  );
}

function samePrefix(piece: string, prefix: string): boolean {
  return fold(piece.replace(/\d+$/u, '')) === fold(prefix);
}
