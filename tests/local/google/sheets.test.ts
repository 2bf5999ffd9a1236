/* eslint-disable @typescript-eslint/no-explicit-any -- answers are JSON, looked into at many depths */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { createLocalGoogle, createSpreadsheet, GoogleRefused } from '../../../src/local/google/index.ts';
import type { LocalGoogle } from '../../../src/local/google/index.ts';
import type { Workbook } from '../../../src/core/workbook.ts';

type Request = sheets_v4.Schema$Request;

function open(tabs: Workbook): {
  google: LocalGoogle;
  get: (params?: object) => any;
  batch: (...requests: Request[]) => any;
  refusal: (...requests: Request[]) => GoogleRefused | null;
} {
  const google = createLocalGoogle();
  const spreadsheetId = google.add(createSpreadsheet(tabs));
  const batch = (...requests: Request[]) =>
    google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  return {
    google,
    get: (params = {}) => google.call('sheets', 'spreadsheets.get', { spreadsheetId, ...params }),
    batch,
    refusal: (...requests) => {
      try {
        batch(...requests);
      } catch (error) {
        if (error instanceof GoogleRefused) return error;
        throw error;
      }
      return null;
    },
  };
}

const values = (...cells: (string | number | boolean)[]): sheets_v4.Schema$RowData => ({
  values: cells.map((cell) => ({
    userEnteredValue:
      typeof cell === 'string'
        ? { stringValue: cell }
        : typeof cell === 'number'
          ? { numberValue: cell }
          : { boolValue: cell },
  })),
});

describe('spreadsheets.get', () => {
  it('answers only what the mask asks, for the ranges that are asked', () => {
    const { get } = open({ Un: [['a', 2, { formula: '=B1*2' }], [], ['z']], Deux: [['b']] });
    expect(
      get({
        ranges: ['Un!B1:C1'],
        fields: 'sheets(properties.title,data.rowData.values(userEnteredValue,effectiveValue))',
      }),
    ).toEqual({
      sheets: [
        {
          properties: { title: 'Un' },
          data: [
            {
              rowData: [
                {
                  values: [
                    { userEnteredValue: { numberValue: 2 }, effectiveValue: { numberValue: 2 } },
                    { userEnteredValue: { formulaValue: '=B1*2' }, effectiveValue: { numberValue: 4 } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('gives no cells unless they are asked for', () => {
    const { get } = open({ Un: [['a']] });
    expect(get().sheets[0].data).toBeUndefined();
    expect(get({ includeGridData: true }).sheets[0].data[0].rowData).toHaveLength(1);
  });

  it('refuses a range on a tab that does not exist', () => {
    const { get } = open({ Un: [['a']] });
    expect(() => get({ ranges: ['Absent!A1'] })).toThrow(new GoogleRefused(400, 'Unable to parse range: Absent!A1'));
  });
});

describe('spreadsheets.batchUpdate', () => {
  it('applies nothing when the last request is refused', () => {
    const { get, refusal } = open({ Un: [['a']] });
    const before = get({ includeGridData: true });
    const refused = refusal(
      { addSheet: { properties: { title: 'Deux', sheetId: 9 } } },
      { updateCells: { start: { sheetId: 1 }, rows: [values('x')], fields: '*' } },
      { deleteNamedRange: { namedRangeId: 'rien' } },
    );
    expect(refused).toMatchObject({ status: 400, statusName: 'INVALID_ARGUMENT' });
    expect(refused?.message).toMatch(/^Invalid requests\[2\]\.deleteNamedRange: /u);
    expect(get({ includeGridData: true })).toEqual(before);
  });

  it('keeps a text that begins with "=" a text', () => {
    const { get, batch } = open({ Un: [] });
    batch({
      updateCells: {
        start: { sheetId: 1 },
        rows: [values('=1+1', '+33', '-5', '@x', '0102', 'TRUE')],
        fields: 'userEnteredValue',
      },
    });
    const row = get({ fields: 'sheets.data.rowData.values(userEnteredValue,effectiveValue)' }).sheets[0].data[0]
      .rowData[0].values;
    expect(row.map((cell: any) => [cell.userEnteredValue.stringValue, cell.effectiveValue.stringValue])).toEqual(
      ['=1+1', '+33', '-5', '@x', '0102', 'TRUE'].map((text) => [text, text]),
    );
  });

  it('writes a look and reads it back', () => {
    const { get, batch } = open({ Un: [[1234.5, 45000]] });
    const format = {
      numberFormat: { type: 'CURRENCY', pattern: '#,##0.00\\ "€"' },
      backgroundColorStyle: { rgbColor: { red: 1, green: 0.8 } },
      textFormat: { bold: true, fontSize: 12, foregroundColorStyle: { rgbColor: { blue: 1 } } },
      horizontalAlignment: 'CENTER',
      wrapStrategy: 'WRAP',
    };
    batch(
      {
        repeatCell: {
          range: { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
          cell: { userEnteredFormat: format, note: 'Note' },
          fields: 'userEnteredFormat,note',
        },
      },
      {
        repeatCell: {
          range: { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 1, endColumnIndex: 2 },
          cell: { userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'mmm yyyy' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    );
    const [money, date] = get({ includeGridData: true }).sheets[0].data[0].rowData[0].values;
    expect(money).toMatchObject({ userEnteredFormat: format, note: 'Note', formattedValue: '1 234,50 €' });
    expect(date).toMatchObject({
      userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'mmm yyyy' } },
      formattedValue: 'mar 2023',
    });
  });

  it('changes only the parts of a format that the mask names', () => {
    const { get, batch } = open({ Un: [['a']] });
    const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
    batch({
      repeatCell: {
        range,
        cell: { userEnteredFormat: { textFormat: { bold: true, italic: true } } },
        fields: 'userEnteredFormat',
      },
    });
    batch({
      repeatCell: {
        range,
        cell: { userEnteredFormat: { textFormat: { italic: false } } },
        fields: 'userEnteredFormat.textFormat.italic',
      },
    });
    expect(get({ includeGridData: true }).sheets[0].data[0].rowData[0].values[0].userEnteredFormat).toEqual({
      textFormat: { bold: true, italic: false },
    });
  });

  it.each<[string, Request, RegExp]>([
    [
      'a tab title that exists',
      { addSheet: { properties: { title: 'un' } } },
      /A sheet with the name "un" already exists/u,
    ],
    ['a tab id that exists', { addSheet: { properties: { sheetId: 1 } } }, /already exists/u],
    ['the last tab', { deleteSheet: { sheetId: 1 } }, /can't remove all the sheets/u],
    ['an unknown tab', { updateCells: { start: { sheetId: 5 }, fields: '*' } }, /No grid with id: 5/u],
    ['a missing mask', { updateCells: { start: { sheetId: 1 } } }, /At least one field/u],
    [
      'a row beyond the grid',
      { updateCells: { start: { sheetId: 1, rowIndex: 1000 }, rows: [values('x')], fields: '*' } },
      /Attempting to write row: 1000/u,
    ],
    [
      'a range beyond the grid',
      { repeatCell: { range: { sheetId: 1, endRowIndex: 2000 }, cell: {}, fields: '*' } },
      /exceeds grid limits. Max rows: 1000, max columns: 26/u,
    ],
    [
      '50,001 characters',
      { updateCells: { start: { sheetId: 1 }, rows: [values('x'.repeat(50_001))], fields: '*' } },
      /maximum of 50000 characters/u,
    ],
    [
      'ten million cells',
      { appendDimension: { sheetId: 1, dimension: 'ROWS', length: 400_000 } },
      /above the limit of 10000000 cells/u,
    ],
    ['a named range twice', { deleteNamedRange: { namedRangeId: 'x' } }, /No named range/u],
    [
      'hiding the only tab',
      { updateSheetProperties: { properties: { sheetId: 1, hidden: true }, fields: 'hidden' } },
      /can't hide all/u,
    ],
  ])('refuses %s', (_what, request, message) => {
    const refused = open({ Un: [['a']] }).refusal(request);
    expect(refused?.message).toMatch(message);
    expect(refused?.body().error).toMatchObject({ code: 400, status: 'INVALID_ARGUMENT' });
  });

  it.each<Request>([
    { addSlicer: {} },
    {
      updateCells: {
        start: { sheetId: 1 },
        rows: [{ values: [{ userEnteredFormat: { padding: { top: 3 } } }] }],
        fields: 'userEnteredFormat.padding',
      },
    },
    { addChart: { chart: { spec: { orgChart: {} } } } },
  ])('says by name what it does not imitate: %j', (request) => {
    const refused = open({ Un: [['a']] }).refusal(request);
    expect(refused?.status).toBe(501);
    expect(refused?.message).toMatch(/^Régie's local Google does not emulate /u);
  });

  it('guards a revision by its named range', () => {
    const { batch, get, refusal } = open({ Un: [['a']] });
    const mark = (number: number): Request => ({
      addNamedRange: {
        namedRange: {
          namedRangeId: `regie_rev_${number}`,
          name: `regie_rev_${number}`,
          range: { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
        },
      },
    });
    batch(mark(1));
    batch({ deleteNamedRange: { namedRangeId: 'regie_rev_1' } }, mark(2));
    expect(refusal({ deleteNamedRange: { namedRangeId: 'regie_rev_1' } }, mark(2))?.status).toBe(400);
    expect(refusal(mark(2))?.status).toBe(400);
    expect(get({ fields: 'namedRanges' })).toEqual({
      namedRanges: [
        {
          namedRangeId: 'regie_rev_2',
          name: 'regie_rev_2',
          range: { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 },
        },
      ],
    });
  });

  it('dresses a tab: sizes, freeze, merge, rule, condition, protection, chart, and takes it all off', () => {
    const { batch, get } = open({
      Un: [
        ['Nom', 'Total'],
        ['a', 1],
        ['b', 2],
      ],
    });
    const range = { sheetId: 1, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 };
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }, { userEnteredValue: 'b, c' }] },
      showCustomUi: true,
      inputMessage: 'Choisir',
    };
    const conditional = {
      ranges: [range],
      booleanRule: {
        condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=OR($A2="a";$B2>1)' }] },
        format: { backgroundColorStyle: { rgbColor: { red: 1 } } },
      },
    };
    const source = (column: number) => ({
      sourceRange: {
        sources: [
          { sheetId: 1, startRowIndex: 0, endRowIndex: 3, startColumnIndex: column, endColumnIndex: column + 1 },
        ],
      },
    });
    const spec = {
      title: 'Totaux',
      basicChart: {
        chartType: 'COLUMN',
        headerCount: 1,
        domains: [{ domain: source(0) }],
        series: [{ series: source(1) }],
      },
    };
    batch(
      {
        updateSheetProperties: {
          properties: {
            sheetId: 1,
            gridProperties: { frozenRowCount: 1, hideGridlines: true },
            tabColorStyle: { rgbColor: { green: 1 } },
          },
          fields: 'gridProperties(frozenRowCount,hideGridlines),tabColorStyle',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 1, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          properties: { pixelSize: 210 },
          fields: 'pixelSize',
        },
      },
      {
        updateDimensionProperties: {
          range: { sheetId: 1, dimension: 'ROWS', startIndex: 4, endIndex: 6 },
          properties: { hiddenByUser: true },
          fields: 'hiddenByUser',
        },
      },
      {
        mergeCells: {
          range: { sheetId: 1, startRowIndex: 8, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 3 },
          mergeType: 'MERGE_ALL',
        },
      },
      { setDataValidation: { range, rule } },
      { addConditionalFormatRule: { rule: conditional, index: 0 } },
      { addProtectedRange: { protectedRange: { range: { sheetId: 1 }, warningOnly: true, description: 'Calculé' } } },
      {
        addChart: {
          chart: {
            chartId: 77,
            spec,
            position: {
              overlayPosition: {
                anchorCell: { sheetId: 1, rowIndex: 4, columnIndex: 3 },
                widthPixels: 400,
                heightPixels: 300,
              },
            },
          },
        },
      },
      { updateBorders: { range, top: { style: 'SOLID', colorStyle: { rgbColor: {} } } } },
      { autoResizeDimensions: { dimensions: { sheetId: 1, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
    );
    const [sheet] = get({ includeGridData: true }).sheets;
    expect(sheet).toMatchObject({
      properties: {
        gridProperties: { frozenRowCount: 1, hideGridlines: true },
        tabColorStyle: { rgbColor: { green: 1 } },
      },
      merges: [{ sheetId: 1, startRowIndex: 8, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 3 }],
      conditionalFormats: [conditional],
      protectedRanges: [{ protectedRangeId: 1, range: { sheetId: 1 }, warningOnly: true, description: 'Calculé' }],
      charts: [{ chartId: 77, spec }],
    });
    expect(sheet.data[0].columnMetadata[0]).toEqual({ pixelSize: 210 });
    expect(sheet.data[0].rowMetadata.flatMap((row: any, index: number) => (row.hiddenByUser ? [index] : []))).toEqual([
      4, 5,
    ]);
    expect(sheet.data[0].rowData[1].values[0].dataValidation).toEqual(rule);
    batch(
      { unmergeCells: { range: { sheetId: 1 } } },
      { repeatCell: { range: { sheetId: 1 }, cell: {}, fields: 'userEnteredFormat,note,dataValidation' } },
      { deleteConditionalFormatRule: { sheetId: 1, index: 0 } },
      { deleteEmbeddedObject: { objectId: 77 } },
      { deleteProtectedRange: { protectedRangeId: 1 } },
    );
    const [bare] = get({ includeGridData: true }).sheets;
    for (const part of ['merges', 'conditionalFormats', 'protectedRanges', 'charts'])
      expect(bare[part]).toBeUndefined();
    expect(bare.data[0].rowData[1].values[0].dataValidation).toBeUndefined();
  });

  it('keeps order and the rest of the rules when one is added in front or taken away', () => {
    const { batch, get } = open({ Un: [] });
    const rule = (text: string) => ({
      ranges: [{ sheetId: 1, startRowIndex: 0, endRowIndex: 9, startColumnIndex: 0, endColumnIndex: 1 }],
      booleanRule: {
        condition: { type: 'TEXT_EQ', values: [{ userEnteredValue: text }] },
        format: { textFormat: { bold: true } },
      },
    });
    for (const text of ['c', 'b', 'a'])
      batch({
        addConditionalFormatRule: {
          rule: {
            ...rule(text),
            booleanRule: {
              ...rule(text).booleanRule,
              condition: { type: 'TEXT_CONTAINS', values: [{ userEnteredValue: text }] },
            },
          },
          index: 0,
        },
      });
    const texts = () =>
      (get({ fields: 'sheets.conditionalFormats' }).sheets[0].conditionalFormats ?? []).map(
        (one: any) => one.booleanRule.condition.values[0].userEnteredValue,
      );
    expect(texts()).toEqual(['a', 'b', 'c']);
    batch({ deleteConditionalFormatRule: { sheetId: 1, index: 1 } });
    expect(texts()).toEqual(['a', 'c']);
  });

  it('appends below the last value, making room', () => {
    const { batch, get } = open({ Un: [['a'], ['b']] });
    batch({
      updateSheetProperties: {
        properties: { sheetId: 1, gridProperties: { rowCount: 2 } },
        fields: 'gridProperties.rowCount',
      },
    });
    batch({ appendCells: { sheetId: 1, rows: [values('c', 3)], fields: 'userEnteredValue' } });
    const [sheet] = get({ includeGridData: true }).sheets;
    expect(sheet.properties.gridProperties.rowCount).toBe(3);
    expect(sheet.data[0].rowData[2].values[1].effectiveValue).toEqual({ numberValue: 3 });
  });

  it('moves formulas, notes and ranges with inserted and deleted rows', () => {
    const { batch, get } = open({ Un: [[1], [2], [{ formula: '=SUM(A1:A2)' }]] });
    batch({ insertDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 3 } } });
    batch({ deleteDimension: { range: { sheetId: 1, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } });
    const rows = get({ includeGridData: true }).sheets[0].data[0].rowData;
    expect(rows[3].values[0]).toMatchObject({
      userEnteredValue: { formulaValue: '=SUM(A1:A3)' },
      effectiveValue: { numberValue: 3 },
    });
  });

  it('takes tab titles that the engine refuses', () => {
    const { batch, get } = open({ "L'été / 2023 [a]?": [[5]], Autre: [[{ formula: "='L''été / 2023 [a]?'!A1*2" }]] });
    batch({ addSheet: { properties: { title: 'Qu’est-ce * ?' } } });
    const sheets = get({ includeGridData: true }).sheets;
    expect(sheets.map((sheet: any) => sheet.properties.title)).toEqual(["L'été / 2023 [a]?", 'Autre', 'Qu’est-ce * ?']);
    expect(sheets[1].data[0].rowData[0].values[0]).toMatchObject({
      userEnteredValue: { formulaValue: "='L''été / 2023 [a]?'!A1*2" },
      effectiveValue: { numberValue: 10 },
    });
  });
});

describe('createLocalGoogle()', () => {
  it('is the same after save and load', () => {
    const { google, batch } = open({ Un: [['=x', 1.5, { formula: "='Un'!B1*2" }]] });
    batch({
      repeatCell: {
        range: { sheetId: 1, endRowIndex: 1 },
        cell: { note: 'n', userEnteredFormat: { numberFormat: { type: 'NUMBER', pattern: '[Red]0' } } },
        fields: 'note,userEnteredFormat',
      },
    });
    const again = createLocalGoogle(JSON.parse(JSON.stringify(google.save())));
    const get = (one: LocalGoogle) =>
      one.call('sheets', 'spreadsheets.get', { spreadsheetId: 'classeur-1', includeGridData: true });
    expect(get(again)).toEqual(get(google));
  });

  it('refuses unknown spreadsheets and methods', () => {
    const google = createLocalGoogle();
    expect(() => google.call('sheets', 'spreadsheets.get', { spreadsheetId: 'x' })).toThrow(
      new GoogleRefused(404, 'Requested entity was not found.'),
    );
    expect(() => google.call('drive', 'files.list', {})).toThrow(
      "Régie's local Google does not emulate drive.files.list",
    );
  });
});
