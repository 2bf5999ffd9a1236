/** Requests that write cells. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Tab, Zone } from '../../engine/index.ts';
import { wants } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { cellEdit, checkCellData, checkCellMask, clearsOnly } from './cell-edit.ts';
import { checkSize, placeOf, tabOf, updateMask } from './requests.ts';
import type { Context, Handler } from './requests.ts';
import { clearValidation, validate } from './request-rules.ts';

type CellData = sheets_v4.Schema$CellData;

/** Writes rows from a start or over a range; what the range has and the rows lack is cleared. */
export const updateCells: Handler<'updateCells'> = (request, context) => {
  const mask = updateMask(context, request.fields);
  checkCellMask(mask, context.refuse);
  const rows = request.rows ?? [];
  const { tab, zone } = request.range ? placeOf(context, request.range) : startPlace(request, context);
  rows.forEach(({ values = [] }, rowOffset) => {
    if (values.length === 0) return;
    const row = zone.top + rowOffset;
    const last = zone.left + values.length - 1;
    if (row > zone.bottom)
      throw context.refuse(`Attempting to write row: ${row}, beyond the last requested row of: ${zone.bottom}`);
    if (last > zone.right)
      throw context.refuse(`Attempting to write column: ${last}, beyond the last requested column of: ${zone.right}`);
  });
  const width = (row: number): number =>
    request.range ? zone.right - zone.left + 1 : (rows[row]?.values?.length ?? 0);
  const height = request.range ? zone.bottom - zone.top + 1 : rows.length;
  for (let rowOffset = 0; rowOffset < height; rowOffset += 1) {
    for (let columnOffset = 0; columnOffset < width(rowOffset); columnOffset += 1) {
      const data = rows[rowOffset]?.values?.[columnOffset] ?? {};
      writeCell(context, { tab, row: zone.top + rowOffset, column: zone.left + columnOffset }, data, mask);
    }
  }
  return undefined;
};

/** Writes the same cell all over a range. */
export const repeatCell: Handler<'repeatCell'> = (request, context) => {
  const mask = updateMask(context, request.fields);
  checkCellMask(mask, context.refuse);
  const { tab, zone } = placeOf(context, request.range);
  const data = request.cell ?? {};
  const validation = wants(mask, 'dataValidation') ? (data.dataValidation ?? null) : undefined;
  if (validation === null) clearValidation(context, tab, zone);
  else if (validation) validate(context, { tab, zone }, validation);
  const used = context.doc.read.extent(tab.id);
  const cells = withoutValidation(mask);
  if (!cells) return undefined;
  // A repeat that only clears has nothing to do beyond the last used cell.
  const clears = clearsOnly(cellEdit(EMPTY_CELL, data, cells));
  const right = clears ? Math.min(zone.right, used.columns - 1) : zone.right;
  const bottom = clears ? Math.min(zone.bottom, used.rows - 1) : zone.bottom;
  for (let row = zone.top; row <= bottom; row += 1) {
    for (let column = zone.left; column <= right; column += 1) writeCell(context, { tab, row, column }, data, cells);
  }
  return undefined;
};

/** Writes rows below the last one with a value, making the tab longer when it is too short. */
export const appendCells: Handler<'appendCells'> = (request, context) => {
  const mask = updateMask(context, request.fields);
  checkCellMask(mask, context.refuse);
  const tab = tabOf(context, request.sheetId);
  const rows = request.rows ?? [];
  const first = context.doc.read.valueExtent(tab.id);
  const widest = Math.max(0, ...rows.map(({ values }) => values?.length ?? 0));
  if (widest > tab.columns) {
    throw context.refuse(
      `Attempting to write column: ${widest - 1}, beyond the last requested column of: ${tab.columns - 1}`,
    );
  }
  const missing = first + rows.length - tab.rows;
  if (missing > 0) {
    checkSize(context, missing * tab.columns);
    context.write.insert(tab.id, 'ROW', { base: tab.rows - 1, quantity: missing, position: 'after' });
  }
  rows.forEach(({ values = [] }, offset) => {
    values.forEach((data, column) => writeCell(context, { tab, row: first + offset, column }, data, mask));
  });
  return undefined;
};

const EMPTY_CELL = { entered: null, style: {}, format: null, note: null, runs: [], fontFamily: null, link: null };

interface Address {
  readonly tab: Tab;
  readonly row: number;
  readonly column: number;
}

function writeCell(context: Context, { tab, row, column }: Address, data: CellData, mask: Mask): void {
  checkCellData(data, context.refuse);
  const held = context.doc.read.held(tab.id, row, column);
  const edit = cellEdit(held, data, mask);
  const isEmpty =
    held.entered === null && held.format === null && held.note === null && Object.keys(held.style).length === 0;
  if (!isEmpty || !clearsOnly(edit)) context.write.setCell(tab.id, row, column, edit);
  if (!wants(mask, 'dataValidation')) return;
  const zone = { left: column, right: column, top: row, bottom: row };
  if (data.dataValidation) validate(context, { tab, zone }, data.dataValidation);
  else clearValidation(context, tab, zone);
}

function startPlace(request: sheets_v4.Schema$UpdateCellsRequest, context: Context): { tab: Tab; zone: Zone } {
  const { start } = request;
  if (!start) throw context.refuse('Either start or range must be specified.');
  const tab = tabOf(context, start.sheetId);
  const zone = { left: start.columnIndex ?? 0, top: start.rowIndex ?? 0, right: tab.columns - 1, bottom: tab.rows - 1 };
  return { tab, zone };
}

function withoutValidation(mask: Mask): Mask | null {
  if (mask === '*') {
    return new Map(
      ['userEnteredValue', 'userEnteredFormat', 'note', 'textFormatRuns'].map((field) => [field, '*'] as const),
    );
  }
  const rest = new Map([...mask].filter(([field]) => field !== 'dataValidation'));
  return rest.size > 0 ? rest : null;
}
