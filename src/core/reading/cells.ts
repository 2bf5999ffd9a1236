/** How readers look at the cells of a frame: by field, as text, as quoted. */
import { dayOfSerial, timeOfSerial } from '../day.ts';
import { columnIndex, columnLetters, isFormula } from '../workbook.ts';
import type { SourceCell } from './source.ts';
import type { Frame, FrameRow, Json, RawCell, SourceRaw } from './types.ts';

/** A cell found by its field, with where it stands. */
export interface FieldCell {
  readonly row: number;
  readonly column: string;
  readonly cell: SourceCell;
}

/** True when the cell holds something that can be read (spaces alone are nothing). */
export function isFilled(cell: SourceCell | undefined): cell is SourceCell {
  if (cell === undefined) return false;
  if (isFormula(cell.entered)) return true;
  return textOf(cell) !== '' || isError(cell);
}

/** True when the cell shows a spreadsheet error. */
export function isError(cell: SourceCell | undefined): boolean {
  return typeof cell?.shown === 'object' && cell.shown !== null;
}

/** What the cell shows as trimmed text: numbers plain, true dates as "YYYY-MM-DD", errors as their code. */
export function textOf(cell: SourceCell | undefined): string {
  const shown = cell?.shown ?? null;
  if (cell === undefined || shown === null) return '';
  if (typeof shown === 'object') return shown.error;
  if (typeof shown === 'number') return temporalText(cell, shown);
  return String(shown).trim();
}

/** The cell as a problem quotes it: a formula's text, an error's code, else what it holds, untouched. */
export function quoteOf(cell: SourceCell | undefined): string | number | boolean | null {
  if (cell === undefined) return null;
  const { shown } = cell;
  if (typeof shown === 'object' && shown !== null) return shown.error;
  if (isFormula(cell.entered)) return printedFormula(cell.entered.formula);
  if (typeof shown === 'number') return cell.temporal === undefined ? shown : temporalText(cell, shown);
  return shown;
}

/** The cell as records quote it. */
export function rawOf(cell: SourceCell): RawCell {
  const { shown, entered } = cell;
  // An error typed as a value comes back as a formula that holds nothing else.
  const error = typeof shown === 'object' ? shown?.error : undefined;
  if (isFormula(entered) && !(error !== undefined && entered.formula === `=${error}`)) {
    const formula = printedFormula(entered.formula);
    if (typeof shown === 'object' && shown !== null) return { formula, error: shown.error };
    return { formula, value: shown };
  }
  if (typeof shown === 'object') return { error: shown === null ? '' : shown.error };
  if (typeof shown === 'number' && cell.temporal !== undefined) return rawTemporal(cell.temporal, shown);
  return shown;
}

/** The row's non-empty cells by column letters. */
export function sourceRaw(row: FrameRow): SourceRaw {
  const raw: Record<string, RawCell> = {};
  row.cells.forEach((cell, column) => {
    if (isFilled(cell)) raw[columnLetters(column)] = rawOf(cell);
  });
  return raw;
}

interface Place {
  readonly column: string;
  readonly index: number;
}

interface Places {
  readonly byField: ReadonlyMap<string | null, readonly Place[]>;
  readonly custom: readonly { readonly name: string; readonly index: number }[];
}

// Asked for every cell of every row: the answer of a tab is kept.
const PLACES = new WeakMap<Frame, Places>();

/** The letters of the columns read as a field, in order. */
export function columnsOf(frame: Frame, field: string): readonly string[] {
  return placesOf(frame, field).map(({ column }) => column);
}

/** The filled cells of a row that are read as a field, its continuations included, in order; cells in error say nothing. */
export function fieldCells(frame: Frame, row: FrameRow, field: string): readonly FieldCell[] {
  const places = placesOf(frame, field);
  const own = cellsAt(row, places);
  return row.continuations.length === 0 ? own : [row, ...row.continuations].flatMap((line) => cellsAt(line, places));
}

/** The first filled cell of a row that is read as a field. */
export function fieldCell(frame: Frame, row: FrameRow, field: string): FieldCell | undefined {
  const places = placesOf(frame, field);
  return firstAt(row, places) ?? row.continuations.map((line) => firstAt(line, places)).find(Boolean);
}

function placesOf(frame: Frame, field: string): readonly Place[] {
  return placesIn(frame).byField.get(field) ?? [];
}

function placesIn(frame: Frame): Places {
  const known = PLACES.get(frame);
  if (known !== undefined) return known;
  const places = frame.columns.map(({ column, field, custom }) => ({
    column,
    field,
    custom,
    index: columnIndex(column),
  }));
  const found = {
    byField: new Map(places.map(({ field }) => [field, places.filter((place) => place.field === field)])),
    custom: places.flatMap(({ custom, index }) => (custom === undefined ? [] : [{ name: custom, index }])),
  };
  PLACES.set(frame, found);
  return found;
}

function firstAt({ row, cells }: FrameRow, places: readonly Place[]): FieldCell | undefined {
  for (const { column, index } of places) {
    const cell = cells[index];
    if (isFilled(cell) && !isError(cell)) return { row, column, cell };
  }
  return undefined;
}

function cellsAt({ row, cells }: FrameRow, places: readonly Place[]): readonly FieldCell[] {
  const found: FieldCell[] = [];
  for (const { column, index } of places) {
    const cell = cells[index];
    if (isFilled(cell) && !isError(cell)) found.push({ row, column, cell });
  }
  return found;
}

/** The row's values in the columns that are kept as hers, by the name they are kept under. */
export function customOf(frame: Frame, row: FrameRow): Readonly<Record<string, Json>> {
  const entries: [string, Json][] = [];
  for (const { name, index } of placesIn(frame).custom) {
    const cell = row.cells[index];
    if (isFilled(cell)) entries.push([name, customValue(cell)]);
  }
  return Object.fromEntries(entries);
}

/** The formula as spreadsheets print it in English: "," between arguments. */
export function printedFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\})/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(';', ',')))
    .join('');
}

function customValue(cell: SourceCell): Json {
  const { shown } = cell;
  if (typeof shown === 'object' && shown !== null) return shown.error;
  if (typeof shown === 'number' && cell.temporal !== undefined) return temporalText(cell, shown);
  return shown;
}

function temporalText(cell: SourceCell, serial: number): string {
  if (cell.temporal === 'date') return dayOfSerial(serial);
  if (cell.temporal === 'time') return timeOfSerial(serial);
  if (cell.temporal === 'date_time') return `${dayOfSerial(serial)} ${timeOfSerial(serial)}`;
  return String(serial);
}

function rawTemporal(temporal: 'date' | 'time' | 'date_time', serial: number): RawCell {
  if (temporal === 'date') return { date: dayOfSerial(serial) };
  if (temporal === 'time') return { time: timeOfSerial(serial) };
  return { date: dayOfSerial(serial), time: timeOfSerial(serial) };
}
