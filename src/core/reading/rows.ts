/** What each row of a tab is: title, header, section, data, total… */
import { isFilled, textOf } from './cells.ts';
import { readAffiliation } from './affiliation.ts';
import { isSideHeader } from './header.ts';
import type { SourceCell, SourceTab } from './source.ts';
import { gridRows } from './tab-grid.ts';
import type { Column, Kind, RowClass } from './types.ts';
import { columnIndex, isFormula } from '../workbook.ts';
import { fold } from './values/text.ts';
import { colourName } from './formats.ts';

/** What rows are told apart by. */
export interface RowContext {
  readonly kind: Kind;
  /** Zero-based header rows. */
  readonly header: readonly number[];
  readonly columns: readonly Column[];
}

type Cells = readonly (SourceCell | undefined)[];

/** The fields of which a record has at least one; a row without any continues the record above. */
const KEYS: Readonly<Record<Kind, readonly string[]>> = {
  members: ['organisation'],
  spaces: ['space'],
  budget: [],
  sessions: ['date', 'title', 'programme'],
  attendance_sheet: ['last_name', 'first_name', 'person', 'rank'],
  actuals: ['date', 'debit', 'credit', 'amount'],
  unknown: [],
  empty: [],
};
const TOTAL = /^(?:sous[ -]?)?tota(?:l|ux)\b|^s ?(?:s )?total\b|^s t\b|^grand total|^cumul\b|^somme\b/u;
const STRICT_TOTAL = /^(?:sous )?total\b(?! ?(?:energies?|direct))/u;
const SPACES_WORDS =
  /\b(?:bureaux|boutiques|postes|locaux|espaces|ateliers|studios|salles|cowork\w*|co working|open space|etages?|rez de chaussee|rdc|sous sol|niveaux?|batiments?|aile|plateaux?|pepiniere|hotel d entreprises)\b/u;
const SECTION_WORDS =
  /^(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b|^\d(?:er|e|eme)? (?:trimestre|semestre)|^(?:t[1-4]|s[12])\b/u;

/** The class of each row down to the last filled one. */
export function classifyRows(source: SourceTab, context: RowContext): readonly RowClass[] {
  const classes: RowClass[] = [];
  const headerKey = headerTexts(source, context);
  const end = gridRows(source);
  const seen: Seen = { ...context, classes, headerKey, keyColumns: keyColumns(context) };
  for (let row = 0; row < end; row += 1) classes.push(classOf(source, row, seen));
  return classes;
}

interface Seen extends RowContext {
  readonly classes: readonly RowClass[];
  readonly headerKey: ReadonlySet<string>;
  readonly keyColumns: readonly number[];
}

function classOf(source: SourceTab, row: number, seen: Seen): RowClass {
  const cells = source.rows[row] ?? [];
  const filled = cells.filter(isFilled);
  if (filled.length === 0) return 'blank';
  if (seen.header.includes(row)) return 'header';
  const first = seen.header[0] ?? -1;
  if (row < first) return seen.classes.includes('title') ? 'metadata' : 'title';
  if (isRepeatedHeader(filled, seen.headerKey) || isOtherSide(filled, seen)) return 'repeated_header';
  if (isTotal(filled)) return 'total';
  if (isPrePrinted(cells, filled, seen)) return 'blank';
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) return classOfLone(source, row, only, seen);
  if (seen.kind === 'budget') return hasAmount(cells, seen) ? 'data' : 'note';
  return isContinuation(cells, seen) ? 'continuation' : 'data';
}

function isRepeatedHeader(filled: readonly SourceCell[], headerKey: ReadonlySet<string>): boolean {
  const isTitle = (cell: SourceCell) => typeof cell.shown === 'string' && headerKey.has(fold(cell.shown));
  if (filled.length < 2 || headerKey.size < 2 || !filled.slice(0, 2).some(isTitle)) return false;
  const same = filled.filter(isTitle).length;
  return same >= filled.length * 0.6 && same >= 2;
}

// « RECETTES | Budget 2021 » in the middle of a budget: the head of the table below.
function isOtherSide(filled: readonly SourceCell[], { kind, headerKey }: Seen): boolean {
  const texts = filled.map((cell) => (typeof cell.shown === 'string' ? cell.shown : ''));
  if (kind !== 'budget' || filled.length < 2 || !isSideHeader(texts[0] ?? '')) return false;
  return texts.slice(1).every((text) => headerKey.has(fold(text)));
}

function headerTexts(source: SourceTab, context: RowContext): ReadonlySet<string> {
  const cells = context.header.flatMap((row) => source.rows[row] ?? []);
  return new Set([
    ...cells.filter(isFilled).map((cell) => fold(textOf(cell))),
    ...context.columns.flatMap(({ header }) => (header === null ? [] : [fold(header)])),
  ]);
}

/** True when a text is the label of a total: « TOTAL », « Sous-total bureaux », « S/TOTAL ». */
export function saysTotal(text: string): boolean {
  return TOTAL.test(fold(text));
}

// The label comes first, except where columns stand in another order: then few texts stand beside it.
function isTotal(filled: readonly SourceCell[]): boolean {
  const texts = filled.filter((cell) => typeof cell.shown === 'string' && !isFormula(cell.entered));
  const [first] = texts;
  if (first !== undefined && saysTotal(textOf(first))) return true;
  if (first !== undefined) return texts.length <= 3 && texts.some((cell) => STRICT_TOTAL.test(fold(textOf(cell))));
  return filled.every((cell) => isFormula(cell.entered) && /^=(?:SUM|SUBTOTAL|COUNT)/iu.test(cell.entered.formula));
}

function isPrePrinted(cells: Cells, filled: readonly SourceCell[], seen: Seen): boolean {
  const rank = seen.columns.find(({ field }) => field === 'rank');
  if (seen.kind !== 'attendance_sheet' || rank === undefined || filled.length !== 1) return false;
  return isFilled(cells[columnIndex(rank.column)]);
}

function classOfLone(source: SourceTab, row: number, cell: SourceCell, seen: Seen): RowClass {
  const column = (source.rows[row] ?? []).indexOf(cell);
  const isKey = seen.keyColumns.includes(column);
  if (typeof cell.shown !== 'string') return isKey || seen.kind === 'unknown' ? 'data' : 'note';
  if (isSection(source, row, cell, seen)) return 'section';
  if (isKey) return isLoneRecord(source, row, cell.shown, seen) ? 'data' : 'note';
  return column > 0 && isUnderData(seen) && KEYS[seen.kind].length > 0 ? 'continuation' : 'note';
}

// A name alone is a record inside a list, a remark at its end.
function isLoneRecord(source: SourceTab, row: number, text: string, seen: Seen): boolean {
  if (text.length > 50 || /[:!?]/u.test(text)) return false;
  if (seen.kind === 'attendance_sheet') return seen.classes.at(-1) !== 'blank';
  return isUnderData(seen) && isFollowed(source, row);
}

function isUnderData({ classes }: Seen): boolean {
  return classes.at(-1) === 'data' || classes.at(-1) === 'continuation';
}

function isSection(source: SourceTab, row: number, cell: SourceCell, seen: Seen): boolean {
  const isMerged = source.merges.some(
    ({ startRow, endRow, startColumn, endColumn }) =>
      row >= startRow && row < endRow && endRow - startRow === 1 && endColumn - startColumn > 1,
  );
  if (isMerged || (cell.fill !== undefined && colourName(cell.fill) === 'grey')) return true;
  const text = textOf(cell);
  const isLoud = text === text.toUpperCase() && /\p{L}{2}/u.test(text) && text.length <= 60;
  if (cell.bold === true && (isLoud || (cell.fill !== undefined && colourName(cell.fill) !== 'white'))) return true;
  if ((isLoud || cell.bold === true) && isKnownSection(text, seen.kind)) return true;
  if (isLoud && seen.kind !== 'budget' && !isUnderData(seen)) return isFollowed(source, row);
  return isPlainSection(source, row, text, seen.kind);
}

// Without any look, only the very words of a section make one, and data must follow.
function isPlainSection(source: SourceTab, row: number, text: string, kind: Kind): boolean {
  if (!isFollowed(source, row) || fold(text).split(' ').length > (kind === 'spaces' ? 6 : 3)) return false;
  if (kind === 'members') return readAffiliation(text) !== null && !/\d/u.test(text);
  if (kind === 'spaces') return SPACES_WORDS.test(fold(text)) && !/\d$/u.test(text);
  return (kind === 'sessions' || kind === 'actuals') && SECTION_WORDS.test(fold(text));
}

function isKnownSection(text: string, kind: Kind): boolean {
  if (kind === 'members') return readAffiliation(text) !== null;
  if (kind === 'budget') return isSideHeader(text) || /^[678]\d?\b/u.test(text);
  if (kind === 'spaces')
    return SPACES_WORDS.test(fold(text)) || /bureau|boutique|local|studio|atelier|salle/u.test(fold(text));
  if (kind === 'sessions' || kind === 'actuals') return SECTION_WORDS.test(fold(text));
  return false;
}

function isFollowed(source: SourceTab, row: number): boolean {
  const below = source.rows[row + 1]?.filter(isFilled) ?? [];
  return below.length >= 2 && !isTotal(below);
}

function hasAmount(cells: Cells, seen: Seen): boolean {
  const columns = seen.columns.filter(({ field }) => field === 'amount' || field === 'component');
  return columns.some(({ column }) => {
    const cell = cells[columnIndex(column)];
    return isFilled(cell) && (typeof cell.shown !== 'string' || /\d/u.test(cell.shown)) && !isPercent(cell);
  });
}

function isPercent(cell: SourceCell): boolean {
  return typeof cell.shown === 'string' && /%/u.test(cell.shown);
}

function isContinuation(cells: Cells, seen: Seen): boolean {
  const keys = seen.keyColumns;
  if (keys.length === 0 || !isUnderData(seen)) return false;
  return keys.every((column) => !isFilled(cells[column]));
}

function keyColumns({ kind, columns }: RowContext): readonly number[] {
  return columns
    .filter(({ field }) => field !== null && KEYS[kind].includes(field))
    .map(({ column }) => columnIndex(column));
}
