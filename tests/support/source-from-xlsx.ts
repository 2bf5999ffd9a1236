/** Loads an xlsx file as the source tabs that adoption reads. */
import { readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import type { Merge, SourceCell, SourceTab } from '../../src/core/reading/source.ts';
import type { Cell, Shown } from '../../src/core/workbook.ts';
import { canonicalFormula } from '../../src/core/workbook.ts';

const SERIAL_ZERO = Date.UTC(1899, 11, 30);

/** The tabs of an xlsx file, in order. */
export async function sourceFromXlsx(path: string): Promise<readonly SourceTab[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(readFileSync(path) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  return workbook.worksheets.map(tabOf);
}

function tabOf(sheet: ExcelJS.Worksheet): SourceTab {
  const rows: (SourceCell | undefined)[][] = [];
  const hiddenRows: number[] = [];
  sheet.eachRow({ includeEmpty: true }, (row, number) => {
    const cells: (SourceCell | undefined)[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cellOf(cell);
    });
    rows[number - 1] = Array.from(cells);
    if (row.hidden) hiddenRows.push(number - 1);
  });
  const hiddenColumns = Array.from({ length: sheet.columnCount }, (_, index) => index).filter(
    (index) => sheet.getColumn(index + 1).hidden,
  );
  return {
    title: sheet.name,
    hidden: sheet.state !== 'visible',
    rows: Array.from(rows, (row: (SourceCell | undefined)[] | undefined) => row ?? []),
    merges: (sheet.model.merges as unknown as readonly string[]).map(mergeOf),
    hiddenRows,
    hiddenColumns,
  };
}

function mergeOf(range: string): Merge {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/u.exec(range);
  if (match === null) throw new Error(`Cannot read merge "${range}": an address like "A1:B2" wanted`);
  const [, fromColumn = 'A', fromRow = '1', toColumn = 'A', toRow = '1'] = match;
  return {
    startRow: Number(fromRow) - 1,
    endRow: Number(toRow),
    startColumn: indexOf(fromColumn),
    endColumn: indexOf(toColumn) + 1,
  };
}

function indexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(cell: ExcelJS.Cell): SourceCell | undefined {
  if (cell.isMerged && cell.master.address !== cell.address) return undefined;
  const { entered, shown } = valueOf(cell);
  const look = lookOf(cell);
  if (entered === null && shown === null && Object.keys(look).length === 0) return undefined;
  const format = cell.numFmt as string | undefined;
  const temporal = typeof shown === 'number' && format !== undefined ? temporalOf(format) : undefined;
  return {
    entered,
    shown,
    ...look,
    ...(format === undefined || format === 'General' ? {} : { format }),
    ...(temporal === undefined ? {} : { temporal }),
  };
}

function valueOf(cell: ExcelJS.Cell): { entered: Cell; shown: Shown } {
  if (cell.type === ExcelJS.ValueType.Formula) {
    return { entered: { formula: canonicalFormula(cell.formula) }, shown: plain(cell.result) };
  }
  const shown = plain(cell.value);
  return { entered: typeof shown === 'object' && shown !== null ? shown.error : shown, shown };
}

function plain(value: unknown): Shown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return Math.round(((value.getTime() - SERIAL_ZERO) / 86_400_000) * 1e9) / 1e9;
  const object = value as { error?: string; richText?: { text: string }[]; text?: unknown };
  if (object.error !== undefined) return { error: object.error };
  if (object.richText !== undefined) return object.richText.map((run) => run.text).join('');
  return plain(object.text);
}

function lookOf(cell: ExcelJS.Cell): Partial<SourceCell> {
  const fill = cell.fill as ExcelJS.FillPattern | undefined;
  const argb = fill?.type === 'pattern' && fill.pattern === 'solid' ? fill.fgColor?.argb : undefined;
  const runs = (cell.value as { richText?: ExcelJS.RichText[] } | null)?.richText;
  const struck = runs?.filter((run) => run.font?.strike === true).map((run) => run.text) ?? [];
  const font = cell.font as Partial<ExcelJS.Font> | undefined;
  const whole = font?.strike === true && runs === undefined;
  const note = noteOf(cell);
  return {
    ...(argb === undefined ? {} : { fill: argb }),
    ...(whole || struck.length > 0 ? { strike: true as const } : {}),
    ...(struck.length > 0 ? { struckText: struck.join('') } : {}),
    ...(font?.bold === true ? { bold: true as const } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

function noteOf(cell: ExcelJS.Cell): string | undefined {
  const note = (cell as { note?: string | ExcelJS.Comment }).note;
  if (note === undefined) return undefined;
  return typeof note === 'string' ? note : note.texts?.map((run) => run.text).join('');
}

function temporalOf(format: string): SourceCell['temporal'] {
  const bare = format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '');
  const date = /[dy]|mmm/iu.test(bare) || /m/iu.test(bare.replace(/h+\W*m+|m+\W*s+/giu, ''));
  const time = /h|s/iu.test(bare);
  if (date && time) return 'date_time';
  if (date) return 'date';
  return time ? 'time' : undefined;
}
