/** Sheets v4: the methods of the resource, by their public names. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { openDocument } from '../../engine/index.ts';
import type { Doc } from '../../engine/index.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import type { Method, Params } from '../methods.ts';
import { listParam, textParam } from '../methods.ts';
import { batchUpdate } from './batch.ts';
import { getSpreadsheet } from './get.ts';
import { rangeText } from './grid.ts';
import { getValues, updateValues } from './values.ts';
import { parseMask, project } from '../fields.ts';

/** The spreadsheets that the methods work on. */
export interface Spreadsheets {
  find(id: string): Doc | undefined;
  add(doc: Doc, id?: string): string;
}

/** The methods of Sheets v4 that are imitated; each takes the parameters of the public client. */
export function sheetsMethods(spreadsheets: Spreadsheets): Readonly<Record<string, Method>> {
  const docOf = (params: Params): Doc => {
    const doc = spreadsheets.find(textParam(params, 'spreadsheetId') ?? '');
    if (!doc) throw new GoogleRefused(404, 'Requested entity was not found.');
    return doc;
  };
  return {
    'spreadsheets.get': (params) => {
      const fields = textParam(params, 'fields');
      return getSpreadsheet(docOf(params), textParam(params, 'spreadsheetId') ?? '', {
        ranges: listParam(params, 'ranges'),
        includeGridData: params['includeGridData'] === true || params['includeGridData'] === 'true',
        ...(fields === undefined ? {} : { fields }),
      });
    },
    'spreadsheets.create': (_params, body) => create(spreadsheets, body ?? {}),
    'spreadsheets.batchUpdate': (params, body) => {
      const answer = batchUpdate(docOf(params), textParam(params, 'spreadsheetId') ?? '', body);
      const fields = textParam(params, 'fields');
      return fields === undefined ? answer : project(answer, parseMask(fields));
    },
    'spreadsheets.values.get': (params) =>
      getValues(docOf(params), textParam(params, 'range') ?? '', renderOptions(params)),
    'spreadsheets.values.batchGet': (params) => ({
      spreadsheetId: textParam(params, 'spreadsheetId'),
      valueRanges: listParam(params, 'ranges').map((range) => getValues(docOf(params), range, renderOptions(params))),
    }),
    'spreadsheets.values.update': (params, body) => {
      const options = {
        range: textParam(params, 'range') ?? '',
        valueInputOption: textParam(params, 'valueInputOption'),
      };
      const done = updateValues(docOf(params), options, body);
      return {
        spreadsheetId: textParam(params, 'spreadsheetId'),
        updatedRange: rangeText(done),
        updatedRows: done.rows,
        updatedColumns: done.columns,
        updatedCells: done.cells,
      };
    },
  };
}

function renderOptions(params: Params): { valueRenderOption?: string; majorDimension?: string } {
  const valueRenderOption = textParam(params, 'valueRenderOption');
  const majorDimension = textParam(params, 'majorDimension');
  return {
    ...(valueRenderOption === undefined ? {} : { valueRenderOption }),
    ...(majorDimension === undefined ? {} : { majorDimension }),
  };
}

function create(spreadsheets: Spreadsheets, body: sheets_v4.Schema$Spreadsheet): sheets_v4.Schema$Spreadsheet {
  for (const field of Object.keys(body))
    if (!['properties', 'sheets'].includes(field)) throw notEmulated(`spreadsheets.create with ${field}`);
  const doc = openDocument();
  const requests: sheets_v4.Schema$Request[] = [];
  const title = body.properties?.title;
  if (title) requests.push({ updateSpreadsheetProperties: { properties: { title }, fields: 'title' } });
  const sheets = body.sheets ?? [];
  if (sheets.length > 0)
    requests.push({ updateSheetProperties: { properties: { sheetId: 0, title: '\u0000' }, fields: 'title' } });
  sheets.forEach((sheet, index) => {
    const properties = { ...sheet.properties, sheetId: sheet.properties?.sheetId ?? index + 1 };
    requests.push({ addSheet: { properties } });
    for (const block of sheet.data ?? []) {
      const start = { sheetId: properties.sheetId, rowIndex: block.startRow ?? 0, columnIndex: block.startColumn ?? 0 };
      requests.push({ updateCells: { start, rows: block.rowData ?? [], fields: '*' } });
    }
    for (const range of sheet.merges ?? [])
      requests.push({ mergeCells: { range: { ...range, sheetId: properties.sheetId }, mergeType: 'MERGE_ALL' } });
  });
  if (sheets.length > 0) requests.push({ deleteSheet: { sheetId: 0 } });
  if (requests.length > 0) batchUpdate(doc, '', { requests });
  const id = spreadsheets.add(doc);
  return getSpreadsheet(doc, id, {});
}
