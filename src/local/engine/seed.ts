/** Documents made whole from what their tabs hold: one load of the engine instead of thousands of commands. */
import type * as Engine from '@odoo/o-spreadsheet';
import { columnLetters } from '../../core/workbook.ts';
import type { Cell } from '../../core/workbook.ts';
import { keptFormula } from './cell-writer.ts';
import { toEngine } from './content.ts';
import type { NumberFormat } from './content.ts';
import { bareData, bareSheet, openDocument } from './document.ts';
import type { Doc } from './document.ts';
import { detailKey } from './extension.ts';
import type { CellDetail, TextRun, Zone } from './extension.ts';
import type { CellStyle } from './reader.ts';
import { engineTitle, titleRecord } from './tabs.ts';

/** One cell to begin with. */
export interface SeedCell {
  readonly row: number;
  readonly column: number;
  readonly entered: Cell;
  readonly style?: CellStyle;
  readonly format?: NumberFormat | null;
  readonly note?: string | null;
  readonly runs?: readonly TextRun[];
  /** Where its text leads. */
  readonly link?: string | null;
}

/** One tab to begin with. */
export interface SeedTab {
  readonly id: number;
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly cells: readonly SeedCell[];
  readonly hidden?: boolean;
  readonly color?: string;
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  readonly merges?: readonly Zone[];
  readonly columnSizes?: Readonly<Record<number, number>>;
  readonly rowSizes?: Readonly<Record<number, number>>;
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
}

/** A spreadsheet to begin with. */
export interface Seed {
  readonly title: string;
  readonly tabs: readonly SeedTab[];
}

type Details = Record<string, Record<string, CellDetail>>;
interface Formulas {
  readonly tab: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** A document that holds the seed. */
export function openSeed(seed: Seed): Doc {
  const items = { styles: itemIds<CellStyle>(), formats: itemIds<string>() };
  const details: Details = {};
  const formulas: Formulas[] = [];
  const records: Record<string, unknown> = { spreadsheet: { title: seed.title } };
  const sheets = seed.tabs.map((tab) => {
    const name = engineTitle(tab.title);
    if (name !== tab.title) records[titleRecord(String(tab.id))] = { title: tab.title, engine: name };
    return sheetOf(tab, { items, details, formulas });
  });
  const data = {
    ...bareData(),
    sheets,
    styles: items.styles.byId(),
    formats: items.formats.byId(),
    regie: { details, records, protections: [] },
  };
  const doc = openDocument(data);
  keepFormulas(doc, formulas);
  return doc;
}

function sheetOf(
  tab: SeedTab,
  {
    items,
    details,
    formulas,
  }: { items: { styles: ItemIds<CellStyle>; formats: ItemIds<string> }; details: Details; formulas: Formulas[] },
): Engine.SheetData {
  const sheet = bareSheet(tab.id, engineTitle(tab.title), tab);
  const kept: Record<string, CellDetail> = {};
  for (const cell of tab.cells) {
    const address = `${columnLetters(cell.column)}${cell.row + 1}`;
    const { content, format, keptFormat, formula } = toEngine(cell.entered, cell.format ?? null);
    if (content !== '') sheet.cells[address] = content;
    if (format !== '') sheet.formats[address] = items.formats.idOf(format);
    if (cell.style && Object.keys(cell.style).length > 0) sheet.styles[address] = items.styles.idOf(cell.style);
    if (formula !== null) formulas.push({ tab: tab.id, row: cell.row, column: cell.column, text: formula });
    const detail = detailOf(cell, keptFormat);
    if (Object.keys(detail).length > 0) kept[detailKey(cell.row, cell.column)] = detail;
  }
  if (Object.keys(kept).length > 0) details[String(tab.id)] = kept;
  return { ...sheet, ...shapeOf(tab) };
}

function detailOf(cell: SeedCell, format: CellDetail['format'] | null): CellDetail {
  const { note, runs, entered, link } = cell;
  return {
    ...(format ? { format } : {}),
    ...(note ? { note } : {}),
    ...(runs && runs.length > 0 && typeof entered === 'string' ? { runs: { text: entered, runs } } : {}),
    ...(link && typeof entered === 'string' ? { link: { text: entered, url: link } } : {}),
  };
}

function shapeOf(tab: SeedTab): Partial<Engine.SheetData> {
  const { frozenRows = 0, frozenColumns = 0 } = tab;
  return {
    isVisible: tab.hidden !== true,
    ...(tab.color === undefined ? {} : { color: tab.color }),
    merges: (tab.merges ?? []).map(
      (zone) => `${columnLetters(zone.left)}${zone.top + 1}:${columnLetters(zone.right)}${zone.bottom + 1}`,
    ),
    cols: headers(tab.columnSizes, tab.hiddenColumns),
    rows: headers(tab.rowSizes, tab.hiddenRows),
    ...(frozenRows + frozenColumns > 0 ? { panes: { ySplit: frozenRows, xSplit: frozenColumns } } : {}),
  };
}

function headers(
  sizes: Readonly<Record<number, number>> = {},
  hidden: readonly number[] = [],
): Record<number, Engine.HeaderData> {
  const result: Record<number, Engine.HeaderData> = {};
  for (const [index, size] of Object.entries(sizes)) result[Number(index)] = { size };
  for (const index of hidden) result[index] = { ...result[index], isHidden: true };
  return result;
}

// The engine's own writing of a formula is only known once it is loaded.
function keepFormulas(doc: Doc, formulas: readonly Formulas[]): void {
  const kept = formulas.flatMap(({ tab, row, column, text }) => {
    const position = { sheetId: doc.read.idOf(tab), row, col: column };
    const formula = keptFormula(doc.read, position, text);
    return formula ? [{ tab, row, column, formula }] : [];
  });
  if (kept.length === 0) return;
  doc.batch((write) => {
    for (const { tab, row, column, formula } of kept) write.keepFormula(tab, row, column, formula);
  });
}

interface ItemIds<T> {
  idOf(item: T): number;
  byId(): Record<number, T>;
}

function itemIds<T>(): ItemIds<T> {
  const ids = new Map<string, number>();
  const items: Record<number, T> = {};
  return {
    idOf(item) {
      const key = JSON.stringify(item);
      const held = ids.get(key);
      if (held !== undefined) return held;
      const id = ids.size + 1;
      ids.set(key, id);
      items[id] = item;
      return id;
    },
    byId: () => items,
  };
}
