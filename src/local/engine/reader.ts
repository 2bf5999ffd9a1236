/** What a document holds and shows, zero-based, tabs by their number. */
import type { Cell, Shown } from '../../core/workbook.ts';
import { googleError, literalValue } from './content.ts';
import type { NumberFormat } from './content.ts';
import type * as Engine from '@odoo/o-spreadsheet';
import type { Model } from './engine.ts';
import type { CellDetail, ExtensionGetters, Protection, TextRun, Zone } from './extension.ts';
import { fromEngineFormula } from './formula.ts';
import { numberFormatType } from './number-format.ts';
import { findTabId, tabOf, titleRecord } from './tabs.ts';
import type { Tab } from './tabs.ts';

/** A cell's own look, as it was chosen. */
export interface CellStyle {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly underline?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly verticalAlign?: 'top' | 'middle' | 'bottom';
  readonly wrapping?: 'overflow' | 'wrap' | 'clip';
  /** "#RRGGBB". */
  readonly fillColor?: string;
  readonly textColor?: string;
  readonly fontSize?: number;
}

/** What a cell holds: value and look as entered, before any calculation. */
export interface HeldCell {
  readonly entered: Cell;
  readonly style: CellStyle;
  readonly format: NumberFormat | null;
  readonly note: string | null;
  readonly runs: readonly TextRun[];
  readonly fontFamily: string | null;
  /** Where its text leads; gone once another text is typed. */
  readonly link: string | null;
}

/** What a cell shows once calculated. */
export interface ShownCell {
  readonly value: Shown;
  /** As displayed, in French. */
  readonly text: string;
  /** The reason of an error, in English. */
  readonly message: string | null;
  /** The number format in effect, perhaps taken from the cells that a formula reads. */
  readonly format: NumberFormat | null;
}

/** A rule, a name or a chart with the tab it is on, as the document keeps it. */
export interface NamedRange {
  readonly id: string;
  readonly name: string;
  readonly tab: number;
  readonly zone: Zone;
}

const EMPTY: HeldCell = { entered: null, style: {}, format: null, note: null, runs: [], fontFamily: null, link: null };
const NOTHING: ShownCell = { value: null, text: '', message: null, format: null };

/** Reads one document; every function is up to date with the last change. */
export type Reader = ReturnType<typeof createReader>;

/** A reader of the model. */
export function createReader(model: Model) {
  const getters = model.getters as Engine.Getters & ExtensionGetters;
  const idOf = (tab: number): string => {
    const id = findTabId(model, tab);
    if (id === undefined) throw new Error(`Cannot read the tab ${tab}: the document has no such tab`);
    return id;
  };
  const title = (engineId: string): string => {
    const name = getters.getSheetName(engineId);
    const kept = getters.getRecord(titleRecord(engineId)) as { title: string; engine: string } | undefined;
    return kept?.engine === name ? kept.title : name;
  };
  return {
    getters,
    idOf,
    tabs: (): readonly Tab[] => getters.getSheetIds().map((id) => tabOf(model, id, title)),
    hasTab: (tab: number): boolean => findTabId(model, tab) !== undefined,
    tab: (tab: number): Tab => tabOf(model, idOf(tab), title),
    held: (tab: number, row: number, column: number): HeldCell =>
      heldCell(getters, { sheetId: idOf(tab), row, col: column }),
    shown: (tab: number, row: number, column: number): ShownCell =>
      shownCell(getters, { sheetId: idOf(tab), row, col: column }),
    /** The look with conditional formats applied. */
    computedStyle: (tab: number, row: number, column: number): CellStyle =>
      getters.getCellComputedStyle({ sheetId: idOf(tab), row, col: column }) as CellStyle,
    extent: (tab: number): { readonly rows: number; readonly columns: number } => extent(getters, idOf(tab)),
    valueExtent: (tab: number): number => lastRowWithValue(getters, idOf(tab)),
    merges: (tab: number): readonly Zone[] =>
      getters.getMerges(idOf(tab)).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
    protections: (): readonly Protection[] => getters.getProtections(),
    record: (key: string): unknown => getters.getRecord(key),
    rowHidden: (tab: number, row: number): boolean => getters.isRowHiddenByUser(idOf(tab), row),
    columnHidden: (tab: number, column: number): boolean => getters.isColHiddenByUser(idOf(tab), column),
    rowSize: (tab: number, row: number): number | null => getters.getUserRowSize(idOf(tab), row) ?? null,
    columnSize: (tab: number, column: number): number => getters.getColSize(idOf(tab), column),
  };
}

function heldCell(getters: Engine.Getters & ExtensionGetters, position: Engine.CellPosition): HeldCell {
  const cell = getters.getCell(position);
  const detail = getters.getCellDetail(position);
  if (!cell && !detail) return EMPTY;
  const entered = cell ? enteredOf(getters, cell, detail) : null;
  return {
    entered,
    style: (cell?.style ?? {}) as CellStyle,
    format: formatOf(cell?.format ?? '', detail),
    note: detail?.note ?? null,
    runs: detail?.runs && detail.runs.text === entered ? detail.runs.runs : [],
    fontFamily: detail?.fontFamily ?? null,
    link: linkOf(detail, entered),
  };
}

function linkOf(detail: CellDetail | undefined, entered: Cell): string | null {
  const link = detail?.link;
  return link !== undefined && link.text === entered ? link.url : null;
}

function enteredOf(getters: Engine.Getters, cell: Engine.Cell, detail: CellDetail | undefined): Cell {
  if (!cell.isFormula) return literalValue(cell);
  const text = cell.compiledFormula.toFormulaString(getters);
  return { formula: detail?.formula?.engine === text ? detail.formula.text : fromEngineFormula(text) };
}

function formatOf(format: string, detail: CellDetail | undefined): NumberFormat | null {
  const kept = detail?.format;
  if (kept?.engine === format) return { type: kept.type, pattern: kept.pattern };
  return format === '' ? null : { type: numberFormatType(format), pattern: format };
}

function shownCell(getters: Engine.Getters & ExtensionGetters, position: Engine.CellPosition): ShownCell {
  const cell = getters.getCell(position);
  const evaluated = getters.getEvaluatedCell(position);
  const kind: string = evaluated.type;
  if (!cell && kind === 'empty') return NOTHING;
  const format = formatOf(evaluated.format ?? cell?.format ?? '', getters.getCellDetail(position));
  const literal = cell && !cell.isFormula ? literalValue(cell) : undefined;
  // A text is shown as it was entered, even where the engine would make a link or an error of it.
  if (typeof literal === 'string') return { value: literal, text: literal, message: null, format };
  if (kind === 'error') {
    const error = googleError(evaluated.value as string);
    return {
      value: { error },
      text: error,
      message: 'message' in evaluated ? (evaluated.message ?? null) : null,
      format,
    };
  }
  const value = typeof literal === 'number' || typeof literal === 'boolean' ? literal : evaluated.value;
  if (typeof value === 'boolean') return { value, text: value ? 'VRAI' : 'FAUX', message: null, format };
  return { value, text: evaluated.formattedValue, message: null, format };
}

// Rows and columns up to the last cell that holds or shows anything: value, look or note.
function extent(getters: Engine.Getters & ExtensionGetters, sheetId: string): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  const include = (row: number, column: number): void => {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
  };
  for (const cell of getters.getCells(sheetId)) {
    const { row, col } = getters.getCellPosition(cell.id);
    include(row, col);
    if (!cell.isFormula) continue;
    const spread = getters.getSpreadZone({ sheetId, row, col });
    if (spread) include(spread.bottom, spread.right);
  }
  for (const key of Object.keys(getters.getCellDetails(sheetId))) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    include(row, column);
  }
  return { rows, columns };
}

// The row after the last one with a value, where Google's appendCells writes.
function lastRowWithValue(getters: Engine.Getters, sheetId: string): number {
  let rows = 0;
  for (const cell of getters.getCells(sheetId)) {
    if (!cell.isFormula && cell.content === '') continue;
    rows = Math.max(rows, getters.getCellPosition(cell.id).row + 1);
  }
  return rows;
}
