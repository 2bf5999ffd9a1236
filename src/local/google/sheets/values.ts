/** `spreadsheets.values`: plain grids in and out. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isFormula } from '../../../core/workbook.ts';
import type { Cell } from '../../../core/workbook.ts';
import type { Doc } from '../../engine/index.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import { checkCellData } from './cell-edit.ts';
import { parseRange, rangeText } from './grid.ts';
import type { Place } from './grid.ts';

/** How values are answered. */
export interface ValueOptions {
  readonly valueRenderOption?: string;
  readonly majorDimension?: string;
}

/** The values of a range, without empty rows and cells at the end. */
export function getValues(doc: Doc, range: string, options: ValueOptions): sheets_v4.Schema$ValueRange {
  if (options.majorDimension === 'COLUMNS') throw notEmulated('majorDimension COLUMNS');
  const place = parseRange(doc, range);
  const { tab, zone } = place;
  const used = doc.read.extent(tab.id);
  const rows: unknown[][] = [];
  for (let row = zone.top; row <= Math.min(zone.bottom, used.rows - 1); row += 1) {
    const cells: unknown[] = [];
    for (let column = zone.left; column <= Math.min(zone.right, used.columns - 1); column += 1) {
      cells.push(valueAt(doc, { tab: tab.id, row, column }, options.valueRenderOption ?? 'FORMATTED_VALUE'));
    }
    while (cells.length > 0 && cells.at(-1) === '') cells.pop();
    rows.push(cells);
  }
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop();
  return { range: rangeText(place), majorDimension: 'ROWS', ...(rows.length > 0 ? { values: rows } : {}) };
}

/** Writes values as they are (RAW), in one revision. */
export function updateValues(
  doc: Doc,
  { range, valueInputOption }: { range: string; valueInputOption: string | undefined },
  body: unknown,
): Place & { cells: number; rows: number; columns: number } {
  if (valueInputOption === undefined) throw new GoogleRefused(400, "'valueInputOption' is required but not specified");
  if (valueInputOption !== 'RAW') throw notEmulated(`valueInputOption ${valueInputOption}`);
  const values = ((body ?? {}) as sheets_v4.Schema$ValueRange).values ?? [];
  const place = parseRange(doc, range);
  const { tab, zone } = place;
  const single = zone.left === zone.right && zone.top === zone.bottom;
  const right = single ? tab.columns - 1 : zone.right;
  const bottom = single ? tab.rows - 1 : zone.bottom;
  let cells = 0;
  doc.batch((write) => {
    values.forEach((line, rowOffset) => {
      (line as unknown[]).forEach((value, columnOffset) => {
        if (value === null || value === undefined) return;
        const row = zone.top + rowOffset;
        const column = zone.left + columnOffset;
        if (row > bottom)
          throw new GoogleRefused(
            400,
            `Requested writing within range [${range}], but tried writing to row [${row + 1}]`,
          );
        if (column > right)
          throw new GoogleRefused(
            400,
            `Requested writing within range [${range}], but tried writing to column [${column + 1}]`,
          );
        write.setCell(tab.id, row, column, { entered: rawCell(value), runs: null });
        cells += 1;
      });
    });
  });
  const columns = Math.max(0, ...values.map((line) => (line as unknown[]).length));
  return { ...place, cells, rows: values.length, columns };
}

function rawCell(value: unknown): Cell {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string')
    throw new GoogleRefused(400, 'Invalid values: a value must be a string, a number or a boolean');
  checkCellData({ userEnteredValue: { stringValue: value } }, (message) => new GoogleRefused(400, message));
  return value === '' ? null : value;
}

function valueAt(
  doc: Doc,
  { tab, row, column }: { tab: number; row: number; column: number },
  option: string,
): unknown {
  if (option === 'FORMULA') {
    const { entered } = doc.read.held(tab, row, column);
    return isFormula(entered) ? entered.formula : (entered ?? '');
  }
  const { value, text } = doc.read.shown(tab, row, column);
  if (option === 'FORMATTED_VALUE') return text;
  if (option !== 'UNFORMATTED_VALUE')
    throw new GoogleRefused(400, `Invalid value at 'value_render_option': "${option}"`);
  return typeof value === 'object' ? (value?.error ?? '') : value;
}
