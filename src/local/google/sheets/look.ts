/** Colours and looks of cells, between Sheets v4 and the document. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellStyle, HeldCell } from '../../engine/index.ts';

type Color = sheets_v4.Schema$Color;
type ColorStyle = sheets_v4.Schema$ColorStyle;
type CellFormat = sheets_v4.Schema$CellFormat;
type TextFormat = sheets_v4.Schema$TextFormat;

const ALIGNS = [
  ['LEFT', 'left'],
  ['CENTER', 'center'],
  ['RIGHT', 'right'],
] as const;
const VERTICALS = [
  ['TOP', 'top'],
  ['MIDDLE', 'middle'],
  ['BOTTOM', 'bottom'],
] as const;
const WRAPS = [
  ['OVERFLOW_CELL', 'overflow'],
  ['WRAP', 'wrap'],
  ['CLIP', 'clip'],
  ['LEGACY_WRAP', 'overflow'],
] as const;

/** The colour as Google answers it: parts that are zero are left out. */
export function googleColor(hex: string): Color {
  const part = (start: number): number => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  const color: Color = {};
  if (part(1) > 0) color.red = part(1);
  if (part(3) > 0) color.green = part(3);
  if (part(5) > 0) color.blue = part(5);
  return color;
}

/** "#RRGGBB" of a colour of Google. */
export function hexColor(color: Color): string {
  const part = (value: number | null | undefined): string =>
    Math.round(Math.min(1, Math.max(0, value ?? 0)) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`.toUpperCase();
}

/** The colour that a request gives, by its style or by the older field; undefined when it gives none. */
export function givenColor(style: ColorStyle | null | undefined, color: Color | null | undefined): string | undefined {
  if (style?.rgbColor) return hexColor(style.rgbColor);
  return color ? hexColor(color) : undefined;
}

/** What was chosen for a cell, as `userEnteredFormat`; undefined when nothing was. */
export function enteredFormat(held: Pick<HeldCell, 'style' | 'format' | 'fontFamily'>): CellFormat | undefined {
  const { style, format, fontFamily } = held;
  const result: CellFormat = {};
  if (format) result.numberFormat = { ...format };
  if (isColor(style.fillColor)) Object.assign(result, backgroundOf(style.fillColor));
  const align = googleWord(ALIGNS, style.align);
  if (align) result.horizontalAlignment = align;
  const vertical = googleWord(VERTICALS, style.verticalAlign);
  if (vertical) result.verticalAlignment = vertical;
  const wrap = googleWord(WRAPS, style.wrapping);
  if (wrap) result.wrapStrategy = wrap;
  const text = textFormat(style);
  if (fontFamily !== null) text.fontFamily = fontFamily;
  if (Object.keys(text).length > 0) result.textFormat = text;
  return Object.keys(result).length > 0 ? result : undefined;
}

/** A cell's look with the defaults filled in, as `effectiveFormat`. */
export function effectiveFormat(
  held: Pick<HeldCell, 'style' | 'format' | 'fontFamily'>,
  aligned: 'LEFT' | 'CENTER' | 'RIGHT',
): CellFormat {
  const { style } = held;
  return {
    ...(held.format ? { numberFormat: { ...held.format } } : {}),
    ...backgroundOf(isColor(style.fillColor) ? style.fillColor : '#FFFFFF'),
    horizontalAlignment: googleWord(ALIGNS, style.align) ?? aligned,
    verticalAlignment: googleWord(VERTICALS, style.verticalAlign) ?? 'BOTTOM',
    wrapStrategy: googleWord(WRAPS, style.wrapping) ?? 'OVERFLOW_CELL',
    textFormat: {
      ...foregroundOf(isColor(style.textColor) ? style.textColor : '#000000'),
      fontFamily: held.fontFamily ?? 'Arial',
      fontSize: style.fontSize ?? 10,
      bold: style.bold === true,
      italic: style.italic === true,
      strikethrough: style.strikethrough === true,
      underline: style.underline === true,
    },
  };
}

/** The parts of a text format that were chosen. */
export function textFormat(style: CellStyle): TextFormat {
  const format: TextFormat = {};
  if (isColor(style.textColor)) Object.assign(format, foregroundOf(style.textColor));
  if (style.fontSize !== undefined) format.fontSize = style.fontSize;
  for (const part of ['bold', 'italic', 'strikethrough', 'underline'] as const) {
    if (style[part] !== undefined) format[part] = style[part];
  }
  return format;
}

/** The document's word for an alignment, undefined when there is none. */
export function alignOf(word: string | null | undefined): CellStyle['align'] {
  return ALIGNS.find(([google]) => google === word)?.[1];
}

/** The document's word for a vertical alignment. */
export function verticalOf(word: string | null | undefined): CellStyle['verticalAlign'] {
  return VERTICALS.find(([google]) => google === word)?.[1];
}

/** The document's word for a wrapping. */
export function wrappingOf(word: string | null | undefined): CellStyle['wrapping'] {
  return WRAPS.find(([google]) => google === word)?.[1];
}

function backgroundOf(hex: string): Pick<CellFormat, 'backgroundColor' | 'backgroundColorStyle'> {
  return { backgroundColor: googleColor(hex), backgroundColorStyle: { rgbColor: googleColor(hex) } };
}

function foregroundOf(hex: string): Pick<TextFormat, 'foregroundColor' | 'foregroundColorStyle'> {
  return { foregroundColor: googleColor(hex), foregroundColorStyle: { rgbColor: googleColor(hex) } };
}

function isColor(color: string | undefined): color is string {
  return color !== undefined && /^#[\da-f]{6}/iu.test(color);
}

function googleWord<Google extends string>(
  pairs: readonly (readonly [google: Google, word: string])[],
  word: string | undefined,
): Google | undefined {
  return pairs.find(([, one]) => one === word)?.[0];
}
