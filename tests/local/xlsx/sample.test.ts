/* eslint-disable @typescript-eslint/no-explicit-any -- answers are JSON, looked into at many depths */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { createLocalGoogle } from '../../../src/local/google/index.ts';
import { readXlsx, writeXlsx } from '../../../src/local/xlsx/index.ts';

jest.setTimeout(60_000);

const SAMPLE = 'src/local/sample/mila-2023.xlsx';

/** The workbook as another library reads it, cell by cell. */
async function oracle(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as any);
  const tabs: Record<string, any> = {};
  for (const sheet of workbook.worksheets) {
    const cells: Record<string, any> = {};
    sheet.eachRow((row) =>
      row.eachCell({ includeEmpty: true }, (cell) => {
        const covered = cell.isMerged && cell.master !== cell;
        const value: any = covered ? null : cell.value;
        const rich = value?.richText;
        const entered =
          value === null || value === undefined
            ? null
            : cell.formula
              ? `=${cell.formula.replaceAll(',', ';')}`
              : value instanceof Date
                ? value.getTime() / 86_400_000 + 25_569
                : rich
                  ? rich.map((part: any) => part.text).join('')
                  : value.error
                    ? `=${value.error}`
                    : (value.text ?? value);
        const struckText =
          rich
            ?.filter((part: any) => part.font?.strike)
            .map((part: any) => part.text)
            .join('') ?? '';
        const fill = (cell.fill as any)?.pattern === 'solid' ? (cell.fill as any).fgColor.argb : undefined;
        const note =
          typeof cell.note === 'object' ? (cell.note as any).texts.map((one: any) => one.text).join('') : cell.note;
        const data = {
          ...(entered === null ? {} : { entered }),
          ...(fill ? { fill } : {}),
          ...((cell.font as any)?.bold ? { bold: true } : {}),
          ...((cell.font as any)?.strike ? { strike: true } : {}),
          ...(struckText ? { struckText } : {}),
          ...(note ? { note } : {}),
          ...(cell.numFmt ? { format: cell.numFmt } : {}),
        };
        if (Object.keys(data).length > 0) cells[cell.address] = data;
      }),
    );
    const hiddenColumns = ((sheet.columns as any[] | null) ?? []).flatMap((column, index) =>
      column.hidden ? [index] : [],
    );
    const hiddenRows: number[] = [];
    sheet.eachRow({ includeEmpty: true }, (row, number) => row.hidden && hiddenRows.push(number - 1));
    tabs[sheet.name] = {
      cells,
      merges: [...((sheet.model as any).merges ?? [])].sort(),
      hiddenColumns,
      hiddenRows,
      hidden: sheet.state !== 'visible',
    };
  }
  return tabs;
}

const letters = (column: number): string =>
  (column > 25 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
const hex = ({ red = 0, green = 0, blue = 0 }: any) =>
  `FF${[red, green, blue]
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;

/** The same, from what spreadsheets.get answers. */
function fromGet(answer: any) {
  const tabs: Record<string, any> = {};
  for (const sheet of answer.sheets) {
    const cells: Record<string, any> = {};
    (sheet.data[0].rowData ?? []).forEach((row: any, rowIndex: number) =>
      (row.values ?? []).forEach((cell: any, column: number) => {
        const { userEnteredValue: value = {}, userEnteredFormat: format = {}, textFormatRuns: runs = [], note } = cell;
        const entered = value.formulaValue ?? value.stringValue ?? value.numberValue ?? value.boolValue;
        const struckText = runs
          .map((run: any, index: number) =>
            run.format.strikethrough ? entered.slice(run.startIndex ?? 0, runs[index + 1]?.startIndex) : '',
          )
          .join('');
        const data = {
          ...(entered === undefined ? {} : { entered }),
          ...(format.backgroundColor ? { fill: hex(format.backgroundColor) } : {}),
          ...(format.textFormat?.bold ? { bold: true } : {}),
          ...(format.textFormat?.strikethrough ? { strike: true } : {}),
          ...(struckText ? { struckText } : {}),
          ...(note ? { note } : {}),
          ...(format.numberFormat ? { format: format.numberFormat.pattern } : {}),
        };
        if (Object.keys(data).length > 0) cells[`${letters(column)}${rowIndex + 1}`] = data;
      }),
    );
    const hidden = (list: any[]) => list.flatMap((one, index) => (one.hiddenByUser ? [index] : []));
    tabs[sheet.properties.title] = {
      cells,
      merges: (sheet.merges ?? [])
        .map(
          (m: any) =>
            `${letters(m.startColumnIndex)}${Number(m.startRowIndex) + 1}:${letters(m.endColumnIndex - 1)}${m.endRowIndex}`,
        )
        .sort(),
      hiddenColumns: hidden(sheet.data[0].columnMetadata),
      hiddenRows: hidden(sheet.data[0].rowMetadata),
      hidden: sheet.properties.hidden === true,
    };
  }
  return tabs;
}

describe('readXlsx()', () => {
  it('gives the sample back cell by cell: values, formulas, formats, fills, bold, struck texts, notes, merges, hidden columns', async () => {
    const bytes = readFileSync(SAMPLE);
    const started = process.cpuUsage().user;
    const { doc, notices } = await readXlsx(bytes);
    const took = (process.cpuUsage().user - started) / 1000;
    const google = createLocalGoogle();
    const answer = google.call('sheets', 'spreadsheets.get', { spreadsheetId: google.add(doc), includeGridData: true });
    expect(fromGet(answer)).toEqual(await oracle(bytes));
    expect(notices).toEqual([]);
    // Processor time, for the machine may be shared: the aim is 1.5 s by the clock.
    expect(took).toBeLessThan(3000);
  });

  it('shows the same errors and results as the workbook did', async () => {
    const bytes = readFileSync(SAMPLE);
    const { doc } = await readXlsx(bytes);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as any);
    const differences: unknown[] = [];
    workbook.worksheets.forEach((sheet, index) =>
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          if (!cell.formula) return;
          const shown = doc.read.shown(index + 1, Number(cell.row) - 1, Number(cell.col) - 1).value;
          const expected: any = cell.result;
          const wanted = expected?.error ?? expected;
          const held = (shown as any)?.error ?? shown;
          const same =
            typeof wanted === 'number' && typeof held === 'number' ? Math.abs(wanted - held) < 1e-9 : wanted === held;
          if (!same) differences.push([sheet.name, cell.address, cell.formula, wanted, held]);
        }),
      ),
    );
    expect(differences).toEqual([]);
  });
});

describe('writeXlsx()', () => {
  it('writes the sample so that another library reads the same cells', async () => {
    const bytes = readFileSync(SAMPLE);
    const written = await writeXlsx((await readXlsx(bytes)).doc);
    expect(await oracle(written)).toEqual(await oracle(bytes));
  });
});
