/** What Régie needs to find again in a workbook that went out to an .xlsx and came back. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { createLocalGoogle, createSpreadsheet } from '../../../src/local/google/index.ts';
import { readXlsx, writeXlsx } from '../../../src/local/xlsx/index.ts';

const MASK = 'namedRanges,sheets(properties(title),data(rowData(values(userEnteredValue))))';

test('writeXlsx() keeps named ranges with their ids, and times to the last digit', async () => {
  const google = createLocalGoogle();
  const spreadsheetId = google.add(createSpreadsheet({ "L'été 2023": [[18.5 / 24, 1110 / 1440, 45019 + 20 / 24]] }));
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 2 };
  const time = { userEnteredFormat: { numberFormat: { type: 'TIME', pattern: 'hh:mm' } } };
  google.call(
    'sheets',
    'spreadsheets.batchUpdate',
    { spreadsheetId },
    {
      requests: [
        { addNamedRange: { namedRange: { namedRangeId: 'regie_rev_7', name: 'regie_rev_7', range } } },
        {
          repeatCell: { range: { ...range, endColumnIndex: 3 }, cell: time, fields: 'userEnteredFormat.numberFormat' },
        },
      ],
    },
  );
  const again = createLocalGoogle();
  const { doc } = await readXlsx(await writeXlsx(google.doc(spreadsheetId) ?? createSpreadsheet({})));
  const reading = again.call('sheets', 'spreadsheets.get', { spreadsheetId: again.add(doc), fields: MASK });
  expect(reading).toEqual(google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields: MASK }));
});

test('writeXlsx() keeps the links of the sample as long as their text is the same', async () => {
  const bytes = readFileSync('src/local/sample/mila-2023.xlsx');
  const links = async (data: Uint8Array) => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(data as unknown as ArrayBuffer);
    const found: [string, string, string | undefined][] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => cell.hyperlink && found.push([sheet.name, cell.address, cell.hyperlink])),
      ),
    );
    return found;
  };
  const before = await links(bytes);
  expect(before.length).toBeGreaterThan(0);
  const { doc } = await readXlsx(bytes);
  expect(await links(await writeXlsx(doc))).toEqual(before);
  const google = createLocalGoogle();
  const spreadsheetId = google.add(doc);
  const cells = {
    start: { sheetId: doc.read.tabs()[0]?.id, rowIndex: 10, columnIndex: 2 },
    rows: [{ values: [{ userEnteredValue: { stringValue: 'autre@exemple.example' } }] }],
    fields: 'userEnteredValue',
  };
  google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests: [{ updateCells: cells }] });
  expect(await links(await writeXlsx(doc))).toHaveLength(before.length - 1);
});

test('writeXlsx() keeps borders, and conditional formats in their order', async () => {
  const google = createLocalGoogle();
  const spreadsheetId = google.add(
    createSpreadsheet({
      Budget: [
        ['Poste', 'Écart'],
        ['Loyer', -12],
        ['Total', 0],
      ],
    }),
  );
  const range = { sheetId: 1, startRowIndex: 0, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 };
  const red = { red: 0.8, green: 0, blue: 0 };
  const rule = (type: string, values: readonly string[], format: object) => ({
    ranges: [range],
    booleanRule: { condition: { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) }, format },
  });
  const rules = [
    rule('CUSTOM_FORMULA', ['=$B1<0'], { backgroundColorStyle: { rgbColor: red } }),
    rule('TEXT_CONTAINS', ['To"tal'], { textFormat: { bold: true, foregroundColorStyle: { rgbColor: red } } }),
    rule('NUMBER_GREATER', ['100'], { textFormat: { bold: true } }),
  ];
  google.call(
    'sheets',
    'spreadsheets.batchUpdate',
    { spreadsheetId },
    {
      requests: [
        ...rules.map((one, index) => ({ addConditionalFormatRule: { rule: one, index } })),
        {
          updateBorders: {
            range: { ...range, startRowIndex: 2 },
            top: { style: 'SOLID_MEDIUM', colorStyle: { rgbColor: red } },
          },
        },
      ],
    },
  );
  const written = await writeXlsx(google.doc(spreadsheetId) ?? createSpreadsheet({}));
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(written as unknown as ArrayBuffer);
  const cell = book.getWorksheet('Budget')?.getCell('B3');
  expect(cell?.border.top).toEqual({ style: 'medium', color: { argb: 'FFCC0000' } });
  expect(book.getWorksheet('Budget')?.getCell('B2').border).toBeUndefined();
  const again = createLocalGoogle();
  const { doc } = await readXlsx(written);
  const mask = 'sheets(conditionalFormats)';
  const rulesOf = (host: typeof google, id: string) =>
    host.call('sheets', 'spreadsheets.get', { spreadsheetId: id, fields: mask });
  expect(rulesOf(again, again.add(doc))).toEqual(rulesOf(google, spreadsheetId));
});
