/** Finding the header of a tab and what each of its cells may stand for. */
import { isFilled, textOf } from './cells.ts';
import type { SourceTab } from './source.ts';
import { ADOPTED_KINDS, FIELDS } from './synonyms.ts';
import type { AdoptedKind } from './types.ts';
import { gridColumns } from './tab-grid.ts';
import { words } from './values/text.ts';

/** A header's rows (zero-based, one or two) and its text by zero-based column. */
export interface Header {
  readonly rows: readonly number[];
  readonly texts: readonly (string | null)[];
  /** The text of each line by column, when there are two. */
  readonly lines: readonly (readonly (string | null)[])[];
}

/** A field that a header may stand for, and how surely, 0 to 1. */
export interface Candidate {
  readonly field: string;
  readonly score: number;
}

const SEARCHED_ROWS = 60;
const ENOUGH = 0.5;
const NOT_FIELDS = new Set(
  [
    'date de naissance|anniversaire|naissance|code postal|cp|ville|code bal|bal|siret|siren|n siret|n siren|ape|naf|rna|tva|insta|instagram|facebook|site|site web|site internet|web|url|linkedin|twitter|reseaux|reseaux sociaux|newsletter',
    'photos|photo|pointe|pointage|a faire|dernier echange|reseau partenaire|partenaire|adresse|adresse postale|iban|rib|cle|cles|badge|assurance|piece|n piece|justificatif|facture|n facture|date de pointage|mode de paiement|moyen de paiement|civilite|genre|places|nb places|nb de places|nombre de places|places disponibles|capacite|jauge|annee de creation|date de creation|creation',
  ].flatMap((list) => list.split('|')),
);
// « Inscrit·es », « Formateur.rice », « Présent(e)s ».
const INCLUSIVE =
  /(?<=\p{L}{3})[·.•∙⋅(/-](?:e|es|s|ne|nes|le|les|trice|rice|ice|euse|ère|fe|ve)\)?(?:[·.•∙⋅-]?s)?(?!\p{L})/giu;
const INDEX = new Map(ADOPTED_KINDS.map((kind) => [kind, indexOf(kind)]));
const SIDES =
  /^(?:les )?(?:charges|depenses|emplois|produits|recettes|ressources)(?: previsionnel\w*| prevu\w*| \d{4})*$/u;

interface Entry {
  readonly field: string;
  readonly score: number;
  readonly words: readonly string[];
}

interface KindIndex {
  readonly exact: ReadonlyMap<string, readonly Candidate[]>;
  /** Phrases by the head of their first word, which any resemblance shares. */
  readonly phrases: ReadonlyMap<string, readonly Entry[]>;
}

/** The fields of a kind that a header text may stand for, best first. */
export function candidates(text: string, kind: AdoptedKind): readonly Candidate[] {
  const found = INDEX.get(kind);
  const spoken = words(text.replace(/[#№]/gu, ' n '));
  const plain = words(text.replace(INCLUSIVE, ''));
  if (found === undefined || spoken.length === 0) return [];
  const exact = found.exact.get(spoken.join(' '));
  if (exact !== undefined) return exact;
  if (NOT_FIELDS.has(spoken.join(' '))) return [];
  const epicene = found.exact.get(plain.join(' '));
  if (epicene !== undefined) return epicene;
  const bare = bareWords(text);
  const near = found.exact.get(bare.join(' '));
  if (near !== undefined) return near.map(({ field, score }) => ({ field, score: score * 0.95 }));
  const heads = new Set(bare.map(headOf));
  const alike = [...heads].flatMap((head) => found.phrases.get(head) ?? []);
  return bestByField(alike.map((entry) => resemblance(bare, entry)));
}

/** True for « CHARGES », « Recettes 2023 »: the head of one side of a budget. */
export function isSideHeader(text: string): boolean {
  return SIDES.test(words(text).join(' '));
}

/** The side that a header announces alone or before a field, « CHARGES », « CHARGES Libellé », or `null`. */
export function sideOfHeader(text: string): 'expense' | 'income' | null {
  const [, word = '', rest = ''] = /^(?:les )?(\p{L}+) ?(.*)$/u.exec(words(text).join(' ')) ?? [];
  if (!isSideHeader(word)) return null;
  if (!isSideHeader(text) && (candidates(rest, 'budget')[0]?.score ?? 0) < ENOUGH) return null;
  return /^(?:charges|depenses|emplois)$/u.test(word) ? 'expense' : 'income';
}

/** The header of a tab: the row (or two) with most words that a table would have, or a plain row of titles. */
export function findHeader(source: SourceTab): Header | null {
  const rows = source.rows.slice(0, SEARCHED_ROWS).map((_, row) => headerAt(source, [row]));
  const scores = rows.map((header) => (header === null ? 0 : headerScore(header.texts)));
  const best = Math.max(0, ...scores);
  if (best < 1) return plainHeader(source);
  const at = scores.findIndex((score) => score >= best - 0.05 * best);
  return twoLines(source, at, scores[at] ?? 0) ?? rows[at] ?? null;
}

function twoLines(source: SourceTab, at: number, alone: number): Header | null {
  if (isSideRow(source, at - 1)) return headerAt(source, [at - 1, at]);
  const below = headerAt(source, [at, at + 1]);
  const isWide = (source.rows[at + 1]?.filter(isFilled).length ?? 0) >= 2;
  if (below !== null && isWide && headerScore(below.texts) > alone + 0.3 && !isCovered(source, at)) return below;
  const above = at > 0 ? headerAt(source, [at - 1, at]) : null;
  if (above === null || !(isGroupRow(source, at - 1) || completes(source, at))) return null;
  return above;
}

// The line above names columns that this one leaves without a name, though they hold something.
function completes(source: SourceTab, at: number): boolean {
  const upper = source.rows[at - 1] ?? [];
  const own = source.rows[at] ?? [];
  const below = source.rows.slice(at + 1, at + 6);
  const names = upper.filter(isFilled);
  if (names.length < 2 || names.some((cell) => typeof cell.shown !== 'string')) return false;
  return upper.some(
    (cell, column) => isFilled(cell) && !isFilled(own[column]) && below.some((row) => isFilled(row[column])),
  );
}

// « CHARGES | | | PRODUITS » above « Compte | Libellé | Montant », twice.
function isSideRow(source: SourceTab, row: number): boolean {
  const texts = (source.rows[row] ?? []).filter(isFilled).map(textOf);
  return new Set(texts.map(sideOfHeader)).size === 2 && texts.every(isSideHeader);
}

function isCovered(source: SourceTab, row: number): boolean {
  const texts = headerAt(source, [row])?.texts ?? [];
  const known = texts.filter((text) => text !== null && knownIn(text) >= 0.9).length;
  const filled = texts.filter((text) => text !== null).length;
  const width = headerAt(source, [row + 1])?.texts.filter((text) => text !== null).length ?? 0;
  return known === filled && width <= filled;
}

function knownIn(text: string): number {
  return Math.max(0, ...ADOPTED_KINDS.map((kind) => candidates(text, kind)[0]?.score ?? 0));
}

function isGroupRow(source: SourceTab, row: number): boolean {
  const texts = headerAt(source, [row])?.texts.filter((text) => text !== null) ?? [];
  const isMerged = source.merges.some(
    (merge) => merge.startRow === row && merge.endColumn - merge.startColumn > 1 && merge.endRow === row + 1,
  );
  return new Set(texts).size >= 2 && isMerged;
}

function headerAt(source: SourceTab, rows: readonly number[]): Header | null {
  const lines = rows.map((row) => textsAt(source, row, rows.length > 1));
  if (lines.some((line) => line === null)) return null;
  const width = gridColumns(source);
  const texts = Array.from({ length: width }, (_, column) => {
    const parts = lines.map((line) => line?.[column] ?? null).filter((part) => part !== null);
    return parts.length === 0 ? null : [...new Set(parts)].join(' ');
  });
  const read = lines.map((line) => line ?? []);
  return texts.filter((text) => text !== null).length < 2 ? null : { rows, texts, lines: rows.length > 1 ? read : [] };
}

function textsAt(source: SourceTab, row: number, spread: boolean): (string | null)[] | null {
  const cells = source.rows[row];
  if (cells?.some(isFilled) !== true) return null;
  const texts: (string | null)[] = cells.map((cell) => (isFilled(cell) ? textOf(cell) : null));
  if (cells.filter(isFilled).some((cell) => cell.temporal !== undefined || isDataText(textOf(cell)))) return null;
  if (!spread) return texts;
  if (isSideRow(source, row)) return sidesSpread(texts, gridColumns(source));
  for (const merge of source.merges.filter((one) => one.startRow === row && one.endRow === row + 1)) {
    const text = texts[merge.startColumn] ?? null;
    for (let column = merge.startColumn; column < merge.endColumn; column += 1) texts[column] = text;
  }
  return texts;
}

function sidesSpread(texts: readonly (string | null)[], width: number): (string | null)[] {
  let side: string | null = null;
  return Array.from({ length: width }, (_, column) => (side = texts[column] ?? side));
}

function isDataText(text: string): boolean {
  return /@/u.test(text) || text.length > 60 || /^[\d\s./,€+-]{6,}$/u.test(text);
}

function headerScore(texts: readonly (string | null)[]): number {
  const filled = texts.filter((text) => text !== null);
  const sides = filled.filter(isSideHeader).length;
  const byKind = ADOPTED_KINDS.map((kind) => {
    const found = filled.map((text) => candidates(text, kind).filter(({ score }) => score >= ENOUGH));
    return new Set(found.flatMap((list) => list.slice(0, 1)).map(({ field }) => field)).size < 2
      ? 0
      : distinctScore(found);
  });
  const heads = sides === 1 && filled.some(headsAmounts) ? 1.2 : 0;
  return Math.max(sides >= 2 ? 2.5 + 0.1 * filled.length : heads, ...byKind);
}

function headsAmounts(text: string): boolean {
  return /^(?:19|20)\d{2}$/u.test(text) || candidates(text, 'budget')[0]?.field === 'amount';
}

function distinctScore(found: readonly (readonly Candidate[])[]): number {
  const best = new Map<string, number>();
  for (const list of found) {
    const free = list.find(({ field }) => !best.has(field)) ?? list[0];
    if (free !== undefined) best.set(free.field, Math.max(best.get(free.field) ?? 0, free.score));
  }
  return [...best.values()].reduce((sum, score) => sum + score, 0);
}

function plainHeader(source: SourceTab): Header | null {
  const width = Math.max(0, ...source.rows.slice(0, SEARCHED_ROWS).map((row) => row.filter(isFilled).length));
  const at = source.rows.slice(0, SEARCHED_ROWS).findIndex((row) => {
    const filled = row.filter(isFilled);
    const isText = filled.every((cell) => typeof cell.shown === 'string' && !isDataText(textOf(cell)));
    return filled.length >= 2 && filled.length >= width / 2 && isText;
  });
  return at < 0 ? null : headerAt(source, [at]);
}

function bareWords(text: string): readonly string[] {
  const spoken = words(text.replace(/\([^)]*\)/gu, ' '));
  const kept = spoken.filter((word) => !/^(?:19|20)\d{2}$|^(?:en|eur|euros|ht|ttc)$/u.test(word));
  return kept.length === 0 ? spoken : kept;
}

function resemblance(spoken: readonly string[], entry: Entry): Candidate {
  const isSame =
    spoken.length === entry.words.length && spoken.every((word, index) => isAlike(word, entry.words[index] ?? ''));
  if (isSame) return { field: entry.field, score: entry.score * 0.85 };
  const isInside = entry.words.join('').length >= 4 && spoken.length <= 6 && contains(spoken, entry.words);
  if (!isInside || entry.score < 1) return { field: entry.field, score: 0 };
  const coverage = entry.words.join('').length / spoken.join('').length;
  return { field: entry.field, score: entry.score * (0.4 + 0.5 * coverage) };
}

function isAlike(word: string, known: string): boolean {
  if (word === known) return true;
  if (word.length < 3) return false;
  if (known.startsWith(word)) return word.length >= 3 && known.length >= 5;
  return word.startsWith(known) && known.length >= 4 && word.length - known.length <= 2;
}

function contains(spoken: readonly string[], known: readonly string[]): boolean {
  return spoken.some((_, start) => known.every((word, index) => spoken[start + index] === word));
}

function bestByField(found: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, number>();
  for (const { field, score } of found) {
    if (score > (best.get(field) ?? 0.3)) best.set(field, score);
  }
  return [...best].map(([field, score]) => ({ field, score })).sort((a, b) => b.score - a.score);
}

function headOf(word: string): string {
  return word.slice(0, 3);
}

function indexOf(kind: AdoptedKind): KindIndex {
  const exact = new Map<string, Candidate[]>();
  const phrases = new Map<string, Entry[]>();
  for (const [field, { sure, perhaps }] of Object.entries(FIELDS[kind])) {
    for (const [list, score] of [[sure, 1] as const, [perhaps ?? [], 0.55] as const]) {
      for (const phrase of list) {
        exact.set(
          phrase,
          [...(exact.get(phrase) ?? []), { field, score }].sort((a, b) => b.score - a.score),
        );
        const head = headOf(phrase.split(' ')[0] ?? '');
        phrases.set(head, [...(phrases.get(head) ?? []), { field, score, words: phrase.split(' ') }]);
      }
    }
  }
  return { exact, phrases };
}
