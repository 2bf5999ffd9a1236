/** From a cell of a request and its field mask to the change of a cell. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell } from '../../../core/workbook.ts';
import type { CellEdit, CellStyle, HeldCell, TextRun } from '../../engine/index.ts';
import { fieldsOf, inside, wants } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { notEmulated } from '../refused.ts';
import { alignOf, givenColor, verticalOf, wrappingOf } from './look.ts';
import type { Refuse } from './requests.ts';

type CellData = sheets_v4.Schema$CellData;
type CellFormat = sheets_v4.Schema$CellFormat;
type TextFormat = sheets_v4.Schema$TextFormat;

const LONGEST_TEXT = 50_000;
const CELL_FIELDS = ['userEnteredValue', 'userEnteredFormat', 'note', 'textFormatRuns', 'dataValidation'];
const FORMAT_FIELDS = [
  'numberFormat',
  'backgroundColor',
  'backgroundColorStyle',
  'horizontalAlignment',
  'verticalAlignment',
  'wrapStrategy',
  'textFormat',
];
const TEXT_FIELDS = [
  'foregroundColor',
  'foregroundColorStyle',
  'fontFamily',
  'fontSize',
  'bold',
  'italic',
  'strikethrough',
  'underline',
];

/** Refuses what a mask names and we do not imitate. */
export function checkCellMask(mask: Mask, refuse: Refuse): void {
  for (const field of fieldsOf(mask) ?? []) {
    if (['hyperlink', 'pivotTable', 'dataSourceTable', 'dataSourceFormula', 'chipRuns'].includes(field)) {
      throw notEmulated(`CellData.${field}`);
    }
    if (!CELL_FIELDS.includes(field)) throw refuse(`Invalid field: ${field}`);
  }
  const format = fieldsOf(inside(mask, 'userEnteredFormat')) ?? [];
  for (const field of format) if (!FORMAT_FIELDS.includes(field)) throw notEmulated(`CellFormat.${field}`);
  const text = fieldsOf(inside(inside(mask, 'userEnteredFormat'), 'textFormat')) ?? [];
  for (const field of text) if (!TEXT_FIELDS.includes(field)) throw notEmulated(`TextFormat.${field}`);
}

/** Refuses what a cell holds and we do not imitate, or what Google does not take. */
export function checkCellData(data: CellData, refuse: Refuse): void {
  const format = data.userEnteredFormat;
  for (const field of Object.keys(format ?? {}))
    if (!FORMAT_FIELDS.includes(field)) throw notEmulated(`CellFormat.${field}`);
  for (const field of Object.keys(format?.textFormat ?? {})) {
    if (!TEXT_FIELDS.includes(field)) throw notEmulated(`TextFormat.${field}`);
  }
  const given = Object.entries(data.userEnteredValue ?? {}).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  if (given.length > 1) throw refuse('Invalid value: exactly one of the fields of userEnteredValue must be set');
  const [kind, value] = given[0] ?? [];
  if (kind === 'errorValue') throw refuse('Cannot write an error value');
  if (typeof value === 'string' && value.length > LONGEST_TEXT) {
    throw refuse(`Your input contains more than the maximum of ${LONGEST_TEXT} characters in a single cell.`);
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw refuse('Invalid number');
}

/** The change of a cell that a request asks: what the mask names and the cell lacks is cleared. */
export function cellEdit(held: HeldCell, data: CellData, mask: Mask): CellEdit {
  return {
    ...(wants(mask, 'userEnteredValue') ? { entered: entered(data.userEnteredValue), runs: null } : {}),
    ...(wants(mask, 'userEnteredFormat')
      ? formatEdit(held, data.userEnteredFormat ?? {}, inside(mask, 'userEnteredFormat'))
      : {}),
    ...(wants(mask, 'note') ? { note: data.note ?? null } : {}),
    ...(wants(mask, 'textFormatRuns') ? { runs: (data.textFormatRuns ?? []).map(textRun) } : {}),
  };
}

/** True when the change leaves an empty cell empty. */
export function clearsOnly(edit: CellEdit): boolean {
  const styled = edit.style !== undefined && edit.style !== null && Object.keys(edit.style).length > 0;
  return (
    !styled &&
    !edit.entered &&
    edit.entered !== false &&
    edit.entered !== 0 &&
    !edit.format &&
    !edit.note &&
    !edit.fontFamily
  );
}

/** The value of an ExtendedValue. */
export function entered(value: sheets_v4.Schema$ExtendedValue | null | undefined): Cell {
  if (value?.formulaValue)
    return { formula: value.formulaValue.startsWith('=') ? value.formulaValue : `=${value.formulaValue}` };
  const bare = value?.stringValue ?? value?.numberValue ?? value?.boolValue ?? null;
  return bare === '' ? null : bare;
}

/** The document's style of a cell format or of a part of it. */
export function styleOf(format: CellFormat): CellStyle {
  return cleaned({ ...blockStyle(format), ...textStyle(format.textFormat ?? {}) });
}

function formatEdit(held: HeldCell, format: CellFormat, mask: Mask): CellEdit {
  const text = inside(mask, 'textFormat');
  const block = blockStyle(format);
  const style = { ...held.style };
  const take = (field: string, part: keyof CellStyle): void => {
    if (wants(mask, field)) Object.assign(style, { [part]: block[part] });
  };
  take('backgroundColor', 'fillColor');
  take('backgroundColorStyle', 'fillColor');
  take('horizontalAlignment', 'align');
  take('verticalAlignment', 'verticalAlign');
  take('wrapStrategy', 'wrapping');
  const given = textStyle(format.textFormat ?? {});
  const takeText = (field: string, part: keyof CellStyle): void => {
    if (wants(mask, 'textFormat') && wants(text, field)) Object.assign(style, { [part]: given[part] });
  };
  takeText('foregroundColor', 'textColor');
  takeText('foregroundColorStyle', 'textColor');
  for (const field of ['fontSize', 'bold', 'italic', 'strikethrough', 'underline'] as const) takeText(field, field);
  const font = wants(mask, 'textFormat') && wants(text, 'fontFamily');
  return {
    style: cleaned(style),
    ...(font ? { fontFamily: format.textFormat?.fontFamily ?? null } : {}),
    ...(wants(mask, 'numberFormat') ? { format: numberFormat(format) } : {}),
  };
}

function numberFormat({ numberFormat: format }: CellFormat): { type: string; pattern: string } | null {
  if (!format?.type || format.type === 'NUMBER_FORMAT_TYPE_UNSPECIFIED') return null;
  return { type: format.type, pattern: format.pattern ?? DEFAULT_PATTERNS[format.type] ?? '' };
}

const DEFAULT_PATTERNS: Readonly<Record<string, string>> = {
  TEXT: '@',
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '#,##0.00\\ [$€]',
  DATE: 'dd/mm/yyyy',
  TIME: 'hh:mm:ss',
  DATE_TIME: 'dd/mm/yyyy hh:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

type Loose = { -readonly [Part in keyof CellStyle]?: CellStyle[Part] | undefined };

function blockStyle(format: CellFormat): Loose {
  return {
    fillColor: givenColor(format.backgroundColorStyle, format.backgroundColor),
    align: alignOf(format.horizontalAlignment),
    verticalAlign: verticalOf(format.verticalAlignment),
    wrapping: wrappingOf(format.wrapStrategy),
  };
}

function textStyle(format: TextFormat): Loose {
  return {
    textColor: givenColor(format.foregroundColorStyle, format.foregroundColor),
    fontSize: format.fontSize ?? undefined,
    bold: format.bold ?? undefined,
    italic: format.italic ?? undefined,
    strikethrough: format.strikethrough ?? undefined,
    underline: format.underline ?? undefined,
  };
}

function cleaned(style: Loose): CellStyle {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

function textRun({ startIndex, format }: sheets_v4.Schema$TextFormatRun): TextRun {
  const { textColor, ...style } = cleaned(textStyle(format ?? {}));
  return { start: startIndex ?? 0, ...style, ...(textColor === undefined ? {} : { color: textColor }) };
}
