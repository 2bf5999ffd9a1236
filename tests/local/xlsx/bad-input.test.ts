/* eslint-disable @typescript-eslint/no-explicit-any -- answers are JSON, looked into at many depths */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { createLocalGoogle } from '../../../src/local/google/index.ts';
import { readXlsx, writeXlsx, XlsxRefused } from '../../../src/local/xlsx/index.ts';

jest.setTimeout(60_000);

const SAMPLE = readFileSync('src/local/sample/mila-2023.xlsx');
const bytesOf = async (workbook: ExcelJS.Workbook) => Buffer.from(await workbook.xlsx.writeBuffer());

async function workbookWith(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('Feuille'), workbook);
  return bytesOf(workbook);
}

async function withParts(bytes: Buffer, parts: Record<string, string | null>): Promise<Buffer> {
  const zip = await JSZip.loadAsync(bytes);
  for (const [name, text] of Object.entries(parts)) {
    if (text === null) zip.remove(name);
    else zip.file(name, text);
  }
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
}

const get = (doc: Awaited<ReturnType<typeof readXlsx>>['doc']): any => {
  const google = createLocalGoogle();
  return google.call('sheets', 'spreadsheets.get', { spreadsheetId: google.add(doc), includeGridData: true });
};

describe('readXlsx() refuses in French, with the cure', () => {
  const ole = (name: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(name, 'utf16le')]);

  it.each<[string, () => Promise<Buffer> | Buffer, RegExp]>([
    ['an empty file', () => Buffer.alloc(0), /vide/u],
    ['a text', () => Buffer.from('nom;prénom\nA;B\n'), /n’est pas un classeur \.xlsx/u],
    ['a PDF', () => Buffer.from('%PDF-1.7 …'), /PDF/u],
    ['a password', () => ole('EncryptedPackage'), /mot de passe/u],
    ['an old .xls', () => ole('Workbook'), /ancien format/u],
    ['50 MB and one byte', () => Buffer.alloc(50 * 1024 * 1024 + 1), /50 Mo/u],
    ['a truncated workbook', () => SAMPLE.subarray(0, 20_000), /endommagé/u],
    [
      'a workbook whose tab is broken',
      () => withParts(SAMPLE, { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' }),
      /endommagé/u,
    ],
    [
      'an OpenDocument file',
      () => withParts(SAMPLE, { 'xl/workbook.xml': null, 'content.xml': '<x/>' }),
      /OpenDocument/u,
    ],
    ['a Word document', () => withParts(SAMPLE, { 'xl/workbook.xml': null, 'word/document.xml': '<x/>' }), /Word/u],
    ['another archive', () => withParts(SAMPLE, { 'xl/workbook.xml': null }), /n’est pas un classeur/u],
    [
      'a zip bomb',
      async () => {
        const zip = new JSZip();
        zip.file('xl/workbook.xml', Buffer.alloc(9_000_000));
        const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
        // As if it said 700 MB.
        bytes.writeUInt32LE(700 * 1024 * 1024, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
        return bytes;
      },
      /décompressé/u,
    ],
    [
      'a zip bomb that lies about its size',
      async () => {
        const zip = new JSZip();
        zip.file('xl/workbook.xml', Buffer.alloc(9_000_000));
        const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
        bytes.writeUInt32LE(1000, bytes.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24);
        return bytes;
      },
      /décompressé/u,
    ],
  ])('%s', async (_what, bytes, message) => {
    const refused = await readXlsx(await bytes()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(XlsxRefused);
    expect((refused as XlsxRefused).message).toMatch(message);
  });
});

describe('readXlsx() accepts, and says what was not kept', () => {
  it('macros are left out', async () => {
    const { notices } = await readXlsx(await withParts(SAMPLE, { 'xl/vbaProject.bin': 'x' }));
    expect(notices).toEqual(['Les macros de ce classeur n’ont pas été reprises : les valeurs et les formules, si.']);
  });

  it('links to other workbooks become their last value', async () => {
    const bytes = await workbookWith((sheet) => {
      sheet.getCell('A1').value = { formula: '[1]Budget!$B$3*2', result: 84 };
    });
    const { doc, notices } = await readXlsx(bytes);
    expect(doc.read.held(1, 0, 0).entered).toBe(84);
    expect(notices).toEqual([
      '1 cellule lisait un autre classeur : la dernière valeur connue a été gardée, sans le lien.',
    ]);
  });

  it('dates that count from 1904 are the same days', async () => {
    const bytes = await workbookWith((sheet, workbook) => {
      workbook.properties.date1904 = true;
      sheet.getCell('A1').value = new Date(Date.UTC(2023, 4, 12));
      sheet.getCell('A1').numFmt = 'dd/mm/yyyy';
    });
    const { doc, notices } = await readXlsx(bytes);
    expect(doc.read.shown(1, 0, 0).text).toBe('12/05/2023');
    expect(notices).toEqual(['Les dates de ce classeur comptaient à partir de 1904 : elles ont été converties.']);
  });

  it('hostile texts stay texts', async () => {
    const texts = [
      '=HYPERLINK("http://x")',
      '+33 6',
      '@SUM(A1)',
      "'apostrophe",
      '<img src=x>',
      '0612',
      '12/05/2023',
      'TRUE',
      '#N/A',
    ];
    const { doc } = await readXlsx(await workbookWith((sheet) => sheet.addRow(texts)));
    expect(texts.map((_text, column) => doc.read.held(1, 0, column).entered)).toEqual(texts);
    const again = await readXlsx(Buffer.from(await writeXlsx(doc)));
    expect(texts.map((_text, column) => again.doc.read.held(1, 0, column).entered)).toEqual(texts);
  });

  it('errors, booleans, links, rich texts, theme colours and shared formulas are read', async () => {
    const bytes = await workbookWith((sheet) => {
      sheet.getCell('A1').value = { error: '#N/A' };
      sheet.getCell('B1').value = true;
      sheet.getCell('C1').value = { text: 'Écrire', hyperlink: 'mailto:a@b.example' };
      sheet.getCell('D1').value = { richText: [{ text: 'non', font: { strike: true } }, { text: ' oui' }] };
      sheet.getCell('E1').fill = { type: 'pattern', pattern: 'solid', fgColor: { theme: 4, tint: 0.5 } as any };
      sheet.fillFormula('F1:F3', 'B1+1', [2, 1, 1]);
    });
    const row = get((await readXlsx(bytes)).doc).sheets[0].data[0].rowData;
    expect(row[0].values[0]).toMatchObject({
      userEnteredValue: { formulaValue: '=#N/A' },
      effectiveValue: { errorValue: { type: 'N_A' } },
    });
    expect(row[0].values[1].userEnteredValue).toEqual({ boolValue: true });
    expect(row[0].values[2].userEnteredValue).toEqual({ stringValue: 'Écrire' });
    expect(row[0].values[3].textFormatRuns).toEqual([
      { format: { strikethrough: true } },
      { startIndex: 3, format: {} },
    ]);
    expect(row[0].values[4].userEnteredFormat.backgroundColor).toBeDefined();
    expect(row.map((one: any) => one.values[5].userEnteredValue.formulaValue)).toEqual(['=B1+1', '=B2+1', '=B3+1']);
  });

  it('shapes and rules survive both ways: hidden rows and tabs, widths, frozen rows, validation of a whole column, condition', async () => {
    const bytes = await workbookWith((sheet, workbook) => {
      sheet.addRow(['Nom', 'Statut']);
      sheet.addRow(['a', 'oui']);
      sheet.views = [{ state: 'frozen', ySplit: 1 }];
      sheet.getColumn(1).width = 30;
      sheet.getRow(2).hidden = true;
      (sheet as any).dataValidations.add('B2:B1048576', {
        type: 'list',
        allowBlank: true,
        formulae: ['"oui,non"'],
        showErrorMessage: true,
      });
      sheet.addConditionalFormatting({
        ref: 'B2:B9',
        rules: [
          {
            type: 'cellIs',
            operator: 'greaterThan',
            formulae: [5],
            priority: 1,
            style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: 'FFFF0000' } } },
          },
        ],
      });
      workbook.addWorksheet('Caché', { state: 'hidden' });
    });
    const first = await readXlsx(bytes);
    const second = await readXlsx(Buffer.from(await writeXlsx(first.doc)));
    for (const { doc, notices } of [first, second]) {
      expect(notices).toEqual([]);
      const [sheet, hidden] = get(doc).sheets;
      expect(hidden.properties).toMatchObject({ title: 'Caché', hidden: true });
      expect(sheet.properties.gridProperties.frozenRowCount).toBe(1);
      expect(sheet.data[0].rowMetadata[1].hiddenByUser).toBe(true);
      expect(sheet.data[0].columnMetadata[0].pixelSize).toBe(215);
      expect(sheet.data[0].rowData[8].values[1].dataValidation).toMatchObject({
        strict: true,
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'oui' }, { userEnteredValue: 'non' }] },
      });
    }
    expect(get(first.doc).sheets[0].conditionalFormats).toMatchObject([
      {
        booleanRule: {
          condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '5' }] },
          format: { backgroundColorStyle: { rgbColor: { red: 1 } } },
        },
      },
    ]);
  });
});
