/** A document of local Google as an .xlsx file. */
import ExcelJS from 'exceljs';
import { isFormula } from '../../core/workbook.ts';
import type { Shown } from '../../core/workbook.ts';
import type { CellStyle, Doc, HeldCell, Tab, TextRun } from '../engine/index.ts';
import { argb } from './colors.ts';
import { excelFormula } from './formula.ts';
import { writeNames } from './names.ts';
import { writeConditions, writeValidations } from './write-rules.ts';

/** The bytes of an .xlsx with the document's values, formulas and their results, looks, notes and shapes. */
export async function writeXlsx(doc: Doc): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'Régie';
  const names = excelNames(doc.read.tabs());
  for (const tab of doc.read.tabs()) {
    const sheet = workbook.addWorksheet(names.get(tab.id) ?? tab.title, {
      state: tab.hidden ? 'hidden' : 'visible',
      ...(tab.color === null ? {} : { properties: { tabColor: { argb: argb(tab.color) } } }),
      ...(tab.frozenRows + tab.frozenColumns > 0
        ? { views: [{ state: 'frozen', ySplit: tab.frozenRows, xSplit: tab.frozenColumns }] }
        : {}),
    });
    writeShape(doc, tab, sheet);
    writeCells(doc, tab, { sheet, names });
    writeValidations(doc, tab, sheet);
    writeConditions(doc, tab, { sheet, titles: titlesOf(doc, names) });
  }
  writeNames(doc, workbook, names);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeCells(
  doc: Doc,
  tab: Tab,
  { sheet, names }: { sheet: ExcelJS.Worksheet; names: ReadonlyMap<number, string> },
): void {
  const { rows, columns } = doc.read.extent(tab.id);
  const titles = titlesOf(doc, names);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const held = doc.read.held(tab.id, row, column);
      const bare =
        held.entered === null && held.note === null && held.format === null && Object.keys(held.style).length === 0;
      const border = doc.read.getters.getCellBorder({ sheetId: doc.read.idOf(tab.id), row, col: column });
      if (bare && !border) continue;
      const cell = sheet.getCell(row + 1, column + 1);
      const value = cellValue(held, () => doc.read.shown(tab.id, row, column).value, titles);
      if (value !== null) cell.value = value;
      if (held.note !== null) cell.note = held.note;
      if (held.format) cell.numFmt = held.format.pattern;
      Object.assign(cell, excelStyle(held.style), border ? { border: excelBorders(border) } : {});
    }
  }
}

function titlesOf(doc: Doc, names: ReadonlyMap<number, string>): ReadonlyMap<string, string> {
  return new Map(doc.read.tabs().map(({ id, title }) => [title, names.get(id) ?? title]));
}

function cellValue(
  { entered, runs, style, link }: HeldCell,
  shown: () => Shown,
  titles: ReadonlyMap<string, string>,
): ExcelJS.CellValue {
  if (isFormula(entered)) {
    const formula = excelFormula(entered.formula, titles);
    const error = /^#(?:REF!|VALUE!|NAME\?|N\/A|DIV\/0!|NUM!|NULL!)$/u.exec(formula)?.[0];
    if (error !== undefined) return { error } as ExcelJS.CellErrorValue;
    const result = resultOf(shown());
    return result === undefined ? { formula } : { formula, result };
  }
  if (typeof entered !== 'string') return entered;
  if (link !== null) return { text: entered, hyperlink: link };
  return runs.length === 0 ? entered : { richText: richText(entered, runs, style) };
}

function resultOf(shown: Shown): ExcelJS.CellFormulaValue['result'] | undefined {
  if (shown === null) return undefined;
  return typeof shown === 'object' ? ({ error: shown.error } as ExcelJS.CellErrorValue) : shown;
}

function excelStyle(style: CellStyle): Partial<ExcelJS.Style> {
  const font = excelFont(style);
  const alignment: Partial<ExcelJS.Alignment> = {
    ...(style.align === undefined ? {} : { horizontal: style.align }),
    ...(style.verticalAlign === undefined ? {} : { vertical: style.verticalAlign }),
    ...(style.wrapping === 'wrap' ? { wrapText: true } : {}),
  };
  return {
    ...(Object.keys(font).length > 0 ? { font } : {}),
    ...(Object.keys(alignment).length > 0 ? { alignment } : {}),
    ...(style.fillColor
      ? { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(style.fillColor) } } }
      : {}),
  };
}

function excelBorders(
  border: NonNullable<ReturnType<Doc['read']['getters']['getCellBorder']>>,
): Partial<ExcelJS.Borders> {
  const sides = (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
    const held = border[side];
    return held ? [[side, { style: held.style, color: { argb: argb(held.color) } }] as const] : [];
  });
  return Object.fromEntries(sides);
}

function excelFont(style: CellStyle): Partial<ExcelJS.Font> {
  return {
    ...(style.bold ? { bold: true } : {}),
    ...(style.italic ? { italic: true } : {}),
    ...(style.underline ? { underline: true } : {}),
    ...(style.strikethrough ? { strike: true } : {}),
    ...(style.fontSize === undefined ? {} : { size: style.fontSize }),
    ...(style.textColor ? { color: { argb: argb(style.textColor) } } : {}),
  };
}

function richText(text: string, runs: readonly TextRun[], style: CellStyle): ExcelJS.RichText[] {
  const starts = runs[0]?.start === 0 ? runs : [{ start: 0 }, ...runs];
  return starts.flatMap(({ start, color, ...part }, index) => {
    const piece = text.slice(start, starts[index + 1]?.start);
    const font = excelFont({ ...style, ...part, ...(color === undefined ? {} : { textColor: color }) });
    return piece === '' ? [] : [Object.keys(font).length > 0 ? { text: piece, font } : { text: piece }];
  });
}

function writeShape(doc: Doc, tab: Tab, sheet: ExcelJS.Worksheet): void {
  const { columns, rows } = doc.read.extent(tab.id);
  for (let column = 0; column < Math.max(columns, 1); column += 1) {
    sheet.getColumn(column + 1).width = Math.max(0, (doc.read.columnSize(tab.id, column) - 5) / 7);
  }
  for (let column = 0; column < tab.columns; column += 1)
    if (doc.read.columnHidden(tab.id, column)) sheet.getColumn(column + 1).hidden = true;
  for (let row = 0; row < rows; row += 1) {
    const size = doc.read.rowSize(tab.id, row);
    if (size !== null) sheet.getRow(row + 1).height = (size * 3) / 4;
  }
  for (let row = 0; row < tab.rows; row += 1) if (doc.read.rowHidden(tab.id, row)) sheet.getRow(row + 1).hidden = true;
  for (const { left, right, top, bottom } of doc.read.merges(tab.id))
    sheet.mergeCells(top + 1, left + 1, bottom + 1, right + 1);
}

// Excel: 31 characters, seven forbidden ones, no two names alike.
function excelNames(tabs: readonly Tab[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, title } of tabs) {
    const clean =
      title
        .replaceAll(/[*?:/\\[\]]/gu, '-')
        .replaceAll(/^'|'$/gu, '’')
        .slice(0, 31) || 'Feuille';
    let name = clean;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${clean.slice(0, 27)} (${number})`;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  return names;
}
