/** Cells of an Excel workbook as cells of a document. */
import type ExcelJS from 'exceljs';
import type { Cell } from '../../core/workbook.ts';
import { numberFormatType } from '../engine/index.ts';
import type { CellStyle, SeedCell, TextRun } from '../engine/index.ts';

/** What could not be kept as it was, counted for the notices. */
export interface Losses {
  externalFormulas: number;
  tableFormulas: number;
}

type Color = (color: unknown) => string | undefined;

/** The cell to begin with, or null when it holds and shows nothing. */
export function readCell(cell: ExcelJS.Cell, color: Color, losses: Losses): SeedCell | null {
  const covered = cell.isMerged && cell.master !== cell;
  const { entered, runs } = covered ? { entered: null, runs: [] } : readValue(cell, losses);
  const struck = runs.length > 0 && runs.every((run) => run.font.strike === true);
  const style = readStyle(cell, color, struck);
  const format = readFormat(cell.numFmt);
  const note = covered ? null : readNote(cell.note);
  if (entered === null && note === null && format === null && Object.keys(style).length === 0) return null;
  const textRuns = typeof entered === 'string' ? readRuns(runs, style, color) : [];
  const place = { row: Number(cell.row) - 1, column: Number(cell.col) - 1 };
  return { ...place, entered, style, format, note, runs: textRuns, link: covered ? null : readLink(cell.value) };
}

interface RichRun {
  readonly start: number;
  readonly font: Partial<ExcelJS.Font>;
}

function readValue(cell: ExcelJS.Cell, losses: Losses): { entered: Cell; runs: readonly RichRun[] } {
  const { value } = cell;
  if (cell.formula) return { entered: readFormula(cell, losses), runs: [] };
  if (typeof value === 'object' && value !== null && 'richText' in value) return richText(value.richText);
  if (typeof value === 'object' && value !== null && 'text' in value) {
    // A link's text may be rich, whatever the types say.
    const text: unknown = value.text;
    if (typeof text === 'object' && text !== null && 'richText' in text)
      return richText(text.richText as ExcelJS.RichText[]);
    return { entered: plain(text), runs: [] };
  }
  return { entered: plain(value), runs: [] };
}

function richText(parts: readonly ExcelJS.RichText[]): { entered: Cell; runs: readonly RichRun[] } {
  let text = '';
  const runs: RichRun[] = [];
  for (const part of parts) {
    if (part.text === '') continue;
    runs.push({ start: text.length, font: part.font ?? {} });
    text += part.text;
  }
  return { entered: text === '' ? null : text.replaceAll('\r\n', '\n'), runs: text.includes('\r\n') ? [] : runs };
}

function readFormula(cell: ExcelJS.Cell, losses: Losses): Cell {
  const formula = cell.formula.replaceAll(/_xlfn\.|_xlws\.|_xludf\./gu, '');
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/gu, '');
  const external = /\[\d+\]|\.xlsx?\]/iu.test(bare);
  const table = !external && /\w\[[^\]]*\]/u.test(bare);
  if (!external && !table) return { formula: `=${formula}` };
  losses[external ? 'externalFormulas' : 'tableFormulas'] += 1;
  return plain(cell.result);
}

function plain(value: unknown): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.replaceAll('\r\n', '\n').slice(0, 50_000);
  if (value instanceof Date || Object.prototype.toString.call(value) === '[object Date]') return serial(value as Date);
  if (typeof value === 'object' && 'error' in value) return { formula: `=${String(value.error)}` };
  return null;
}

// ExcelJS makes dates of numbers with a date format, whichever of the two date systems the workbook has.
// One division of whole milliseconds: 18:30 comes back as the very 1110/1440 that was written.
function serial(date: Date): number | null {
  const days = (date.getTime() + 25_569 * 86_400_000) / 86_400_000;
  return Number.isNaN(days) ? null : days;
}

// The library leaves out what a cell does not have, whatever its types say.
interface Looks {
  readonly fill?: ExcelJS.Fill;
  readonly font?: Partial<ExcelJS.Font>;
  readonly alignment?: Partial<ExcelJS.Alignment>;
}

function readStyle(looks: Looks, color: Color, struck: boolean): CellStyle {
  const { fill, font = {}, alignment = {} } = looks;
  const fillColor = fill?.type === 'pattern' && fill.pattern === 'solid' ? color(fill.fgColor) : undefined;
  return {
    ...(fillColor === undefined ? {} : { fillColor }),
    ...fontStyle(font, color),
    ...(struck ? { strikethrough: true } : {}),
    ...alignmentStyle(alignment),
  };
}

function fontStyle(font: Partial<ExcelJS.Font>, color: Color): CellStyle {
  const textColor = color(font.color);
  return {
    ...(textColor === undefined || textColor === '#000000' ? {} : { textColor }),
    ...(font.bold ? { bold: true } : {}),
    ...(font.italic ? { italic: true } : {}),
    ...(font.underline && font.underline !== 'none' ? { underline: true } : {}),
    ...(font.strike ? { strikethrough: true } : {}),
    // 10 and 11 are what Sheets and Excel give without being asked.
    ...(font.size && font.size !== 11 && font.size !== 10 ? { fontSize: font.size } : {}),
  };
}

function alignmentStyle(alignment: Partial<ExcelJS.Alignment>): CellStyle {
  const align = (['left', 'center', 'right'] as const).find((word) => word === alignment.horizontal);
  const verticalAlign = (['top', 'middle'] as const).find((word) => word === alignment.vertical);
  return {
    ...(align === undefined ? {} : { align }),
    ...(verticalAlign === undefined ? {} : { verticalAlign }),
    ...(alignment.wrapText ? { wrapping: 'wrap' as const } : {}),
  };
}

function readRuns(runs: readonly RichRun[], style: CellStyle, color: Color): TextRun[] {
  const read = runs.map(({ start, font }): TextRun => {
    const textColor = color(font.color);
    return {
      start,
      ...differing('strikethrough', font.strike, style),
      ...differing('bold', font.bold, style),
      ...differing('italic', font.italic, style),
      ...(textColor === undefined || textColor === (style.textColor ?? '#000000') ? {} : { color: textColor }),
    };
  });
  return read.some((run) => Object.keys(run).length > 1) ? read : [];
}

function differing(
  part: 'strikethrough' | 'bold' | 'italic',
  value: boolean | undefined,
  style: CellStyle,
): Partial<TextRun> {
  return (value ?? false) === (style[part] ?? false) ? {} : { [part]: value ?? false };
}

// What Excel stores for its own local formats, as a French spreadsheet shows them.
const LOCAL_FORMATS: Readonly<Record<string, string>> = {
  'mm-dd-yy': 'dd/mm/yyyy',
  'm/d/yy h:mm': 'dd/mm/yyyy hh:mm',
  'd-mmm-yy': 'dd-mmm-yy',
  'h:mm': 'hh:mm',
};

function readFormat(pattern: string | undefined): { type: string; pattern: string } | null {
  if (pattern === undefined || pattern === '' || pattern.toLowerCase() === 'general') return null;
  const local = LOCAL_FORMATS[pattern] ?? pattern;
  return { type: numberFormatType(local), pattern: local };
}

function readLink(value: ExcelJS.CellValue): string | null {
  const link: unknown = typeof value === 'object' && value !== null && 'hyperlink' in value ? value.hyperlink : null;
  return typeof link === 'string' && link !== '' ? link : null;
}

function readNote(note: unknown): string | null {
  const texts =
    typeof note === 'object' && note !== null && 'texts' in note ? (note.texts as { text: string }[]) : null;
  const text = texts ? texts.map((part) => part.text).join('') : note;
  return typeof text === 'string' && text.trim() !== '' ? text.replaceAll('\r\n', '\n') : null;
}
