/** `spreadsheets.get`: the whole spreadsheet or some ranges of it, as the field mask asks. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Doc, Tab, Zone } from '../../engine/index.ts';
import { inside, parseMask, project, wants } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { cellData } from './cell-data.ts';
import { parseRange, wholeZone } from './grid.ts';
import { googleColor } from './look.ts';
import { charts, conditionalFormats, merges, namedRanges, protectedRange } from './rules-read.ts';
import { spreadsheetProperties } from './properties.ts';

type Sheet = sheets_v4.Schema$Sheet;
type GridData = sheets_v4.Schema$GridData;

/** The parameters that this workspace honours. */
export interface GetParams {
  readonly ranges?: readonly string[];
  readonly includeGridData?: boolean;
  readonly fields?: string;
}

/** Google's answer; an unknown tab or a malformed range is refused. */
export function getSpreadsheet(doc: Doc, spreadsheetId: string, params: GetParams): sheets_v4.Schema$Spreadsheet {
  const mask = params.fields === undefined || params.fields === '' ? '*' : parseMask(params.fields);
  const places = (params.ranges ?? []).map((range) => parseRange(doc, range));
  const named = places.length > 0 ? new Set(places.map(({ tab }) => tab.id)) : null;
  const tabs = doc.read.tabs().filter(({ id }) => named?.has(id) ?? true);
  const withData = mask === '*' ? params.includeGridData === true : wants(inside(mask, 'sheets'), 'data');
  const sheets = tabs.map((tab) => {
    const zones = places.filter((place) => place.tab.id === tab.id).map(({ zone }) => zone);
    const data = withData
      ? { mask: inside(inside(mask, 'sheets'), 'data'), zones: zones.length > 0 ? zones : null }
      : null;
    return sheetOf(doc, tab, inside(mask, 'sheets'), data);
  });
  const names = namedRanges(doc);
  const answer: sheets_v4.Schema$Spreadsheet = {
    spreadsheetId,
    properties: spreadsheetProperties(doc),
    sheets,
    ...(names.length > 0 ? { namedRanges: names } : {}),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheetId}/edit`,
  };
  return withoutSheets(answer, mask);
}

/** A tab's properties as Google answers them. */
export function sheetProperties(doc: Doc, tab: Tab): sheets_v4.Schema$SheetProperties {
  const hideGridlines = !doc.read.getters.getGridLinesVisibility(doc.read.idOf(tab.id));
  return {
    sheetId: tab.id,
    title: tab.title,
    index: tab.index,
    sheetType: 'GRID',
    gridProperties: {
      rowCount: tab.rows,
      columnCount: tab.columns,
      ...(tab.frozenRows > 0 ? { frozenRowCount: tab.frozenRows } : {}),
      ...(tab.frozenColumns > 0 ? { frozenColumnCount: tab.frozenColumns } : {}),
      ...(hideGridlines ? { hideGridlines } : {}),
    },
    ...(tab.hidden ? { hidden: true } : {}),
    ...(tab.color === null
      ? {}
      : { tabColor: googleColor(tab.color), tabColorStyle: { rgbColor: googleColor(tab.color) } }),
  };
}

function sheetOf(doc: Doc, tab: Tab, mask: Mask, data: { mask: Mask; zones: readonly Zone[] | null } | null): Sheet {
  const sheet: Sheet = { properties: sheetProperties(doc, tab) };
  const lists = {
    merges: () => merges(doc, tab.id),
    conditionalFormats: () => conditionalFormats(doc, tab.id),
    protectedRanges: () =>
      doc.read
        .protections()
        .filter(({ sheetId }) => sheetId === doc.read.idOf(tab.id))
        .map((one) => protectedRange(tab.id, one)),
    charts: () => charts(doc, tab.id),
  };
  for (const [field, read] of Object.entries(lists)) {
    if (!wants(mask, field)) continue;
    const list: unknown[] = read();
    if (list.length > 0) Object.assign(sheet, { [field]: list });
  }
  const filter = doc.read.record(`filter:${tab.id}`) as sheets_v4.Schema$BasicFilter | undefined;
  if (filter) sheet.basicFilter = filter;
  if (data) sheet.data = (data.zones ?? [null]).map((zone) => gridData(doc, tab, { zone, mask: data.mask }));
  return sheet;
}

function gridData(doc: Doc, tab: Tab, { zone, mask }: { zone: Zone | null; mask: Mask }): GridData {
  const { left, right, top, bottom } = zone ?? wholeZone(tab);
  const data: GridData = {};
  if (top > 0) data.startRow = top;
  if (left > 0) data.startColumn = left;
  if (wants(mask, 'rowData')) {
    const rows = rowData(doc, tab, { left, right, top, bottom }, inside(inside(mask, 'rowData'), 'values'));
    if (rows.length > 0) data.rowData = rows;
  }
  if (wants(mask, 'rowMetadata')) data.rowMetadata = range(top, bottom).map((row) => rowMetadata(doc, tab.id, row));
  if (wants(mask, 'columnMetadata'))
    data.columnMetadata = range(left, right).map((column) => columnMetadata(doc, tab.id, column));
  return data;
}

function rowData(doc: Doc, tab: Tab, { left, right, top, bottom }: Zone, mask: Mask): sheets_v4.Schema$RowData[] {
  const used = doc.read.extent(tab.id);
  // Beyond the last used cell only a validation can still be something.
  const validations = wants(mask, 'dataValidation')
    ? doc.read.getters.getDataValidationRules(doc.read.idOf(tab.id))
    : [];
  const zones = validations.flatMap((rule) => rule.ranges.map((one) => one.zone));
  const lastRow = Math.min(bottom, Math.max(used.rows - 1, ...zones.map((zone) => zone.bottom)));
  const lastColumn = Math.min(right, Math.max(used.columns - 1, ...zones.map((zone) => zone.right)));
  const rows = range(top, lastRow).map((row) => {
    const values = range(left, lastColumn).map((column) => cellData(doc, { tab: tab.id, row, column }, mask));
    while (values.length > 0 && isEmpty(values.at(-1))) values.pop();
    return values.length === 0 ? {} : { values };
  });
  while (rows.length > 0 && isEmpty(rows.at(-1))) rows.pop();
  return rows;
}

function rowMetadata(doc: Doc, tab: number, row: number): sheets_v4.Schema$DimensionProperties {
  const pixelSize = doc.read.rowSize(tab, row) ?? 21;
  return doc.read.rowHidden(tab, row) ? { hiddenByUser: true, pixelSize } : { pixelSize };
}

function columnMetadata(doc: Doc, tab: number, column: number): sheets_v4.Schema$DimensionProperties {
  const pixelSize = doc.read.columnSize(tab, column);
  return doc.read.columnHidden(tab, column) ? { hiddenByUser: true, pixelSize } : { pixelSize };
}

// Cells were already cut to the mask, and are many: only what is around them is cut here.
function withoutSheets(answer: sheets_v4.Schema$Spreadsheet, mask: Mask): sheets_v4.Schema$Spreadsheet {
  if (mask === '*') return answer;
  const { sheets = [], ...rest } = answer;
  const top = project(rest, mask) as sheets_v4.Schema$Spreadsheet;
  if (!wants(mask, 'sheets')) return top;
  const sheetMask = inside(mask, 'sheets');
  const cut = sheets.map(({ data, ...sheet }) => {
    const kept = project(sheet, sheetMask) as Sheet;
    if (!data) return kept;
    return { ...kept, data: data.map((block) => cutBlock(block, inside(sheetMask, 'data'))) };
  });
  return { ...top, sheets: cut };
}

function cutBlock(block: GridData, mask: Mask): GridData {
  if (mask === '*') return block;
  const { rowData: rows, ...rest } = block;
  const kept = project(rest, mask) as GridData;
  return rows && wants(mask, 'rowData') ? { ...kept, rowData: rows } : kept;
}

function range(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function isEmpty(value: object | undefined): boolean {
  return value === undefined || Object.keys(value).length === 0;
}
