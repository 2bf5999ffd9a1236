/** Validations and conditional formats of an Excel workbook, as requests of Sheets v4. */
import type JSZip from 'jszip';
import type ExcelJS from 'exceljs';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnIndex } from '../../core/workbook.ts';

type Request = sheets_v4.Schema$Request;
type GridRange = sheets_v4.Schema$GridRange;
type Condition = sheets_v4.Schema$BooleanCondition;

/** A tab's size, to which ranges are cut. */
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

const OPERATORS: Readonly<Record<string, string>> = {
  between: 'NUMBER_BETWEEN',
  notBetween: 'NUMBER_NOT_BETWEEN',
  equal: 'NUMBER_EQ',
  notEqual: 'NUMBER_NOT_EQ',
  greaterThan: 'NUMBER_GREATER',
  lessThan: 'NUMBER_LESS',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_EQ',
  lessThanOrEqual: 'NUMBER_LESS_THAN_EQ',
};

/** The XML of each tab by its title: read apart, because ExcelJS makes one rule for each cell of a column. */
export async function tabsXml(zip: JSZip): Promise<ReadonlyMap<string, string>> {
  const text = async (name: string): Promise<string> => (await zip.file(name)?.async('text')) ?? '';
  const relations = new Map(
    [...(await text('xl/_rels/workbook.xml.rels')).matchAll(/<Relationship\b[^>]*>/gu)].map(([tag]) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  );
  const result = new Map<string, string>();
  for (const [tag] of (await text('xl/workbook.xml')).matchAll(/<sheet\b[^>]*>/gu)) {
    const target = relations.get(attribute(tag, 'r:id')) ?? '';
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    result.set(unescape(attribute(tag, 'name')), await text(path));
  }
  return result;
}

/** The requests that set a tab's validations; kinds without a like in Sheets are left out and counted. */
export function validationRequests(xml: string, sheetId: number, size: Size): { requests: Request[]; left: number } {
  const requests: Request[] = [];
  let left = 0;
  for (const [tag] of xml.matchAll(/<dataValidation\b[^>]*?(?:\/>|>[\s\S]*?<\/dataValidation>)/gu)) {
    const condition = validationCondition(tag);
    if (condition === 'any') continue;
    if (!condition) {
      left += 1;
      continue;
    }
    const prompt = unescape(attribute(tag, 'prompt'));
    const strict = attribute(tag, 'showErrorMessage') === '1' && ['', 'stop'].includes(attribute(tag, 'errorStyle'));
    const rule = { condition, strict, showCustomUi: true, ...(prompt === '' ? {} : { inputMessage: prompt }) };
    for (const range of rangesOf(attribute(tag, 'sqref'), sheetId, size))
      requests.push({ setDataValidation: { range, rule } });
  }
  return { requests, left };
}

/** The requests that set a tab's conditional formats, the first one first. */
export function conditionRequests(
  sheet: ExcelJS.Worksheet,
  { sheetId, size, color }: { sheetId: number; size: Size; color: (color: unknown) => string | undefined },
): { requests: Request[]; left: number } {
  const held = ((sheet as unknown as { conditionalFormattings?: Formatting[] }).conditionalFormattings ?? []).flatMap(
    ({ ref, rules }) => rules.map((rule) => ({ ref, rule })),
  );
  const requests: Request[] = [];
  let left = 0;
  for (const { ref, rule } of held.sort((a, b) => (a.rule.priority ?? 0) - (b.rule.priority ?? 0))) {
    const condition = formatCondition(rule);
    const ranges = rangesOf(ref, sheetId, size);
    if (!condition || ranges.length === 0) {
      left += 1;
      continue;
    }
    const booleanRule = { condition, format: formatOf(rule, color) };
    requests.push({ addConditionalFormatRule: { rule: { ranges, booleanRule }, index: requests.length } });
  }
  return { requests, left };
}

interface Formatting {
  readonly ref: string;
  readonly rules: readonly Rule[];
}
interface Rule {
  readonly type: string;
  readonly operator?: string;
  readonly text?: string;
  readonly priority?: number;
  readonly formulae?: readonly unknown[];
  readonly style?: Partial<ExcelJS.Style>;
}

function validationCondition(tag: string): Condition | 'any' | null {
  const type = attribute(tag, 'type');
  const formula = (number: 1 | 2): string =>
    unescape(new RegExp(`<formula${number}>([\\s\\S]*?)</formula${number}>`, 'u').exec(tag)?.[1] ?? '');
  const first = formula(1);
  if (type === '' || type === 'none') return 'any';
  if (type === 'list') {
    const list = /^"([\s\S]*)"$/u.exec(first)?.[1];
    if (list !== undefined)
      return conditionOf(
        'ONE_OF_LIST',
        list
          .split(',')
          .map((one) => one.trim())
          .filter((one) => one !== ''),
      );
    return /^[^()[\]]+$/u.test(first) ? conditionOf('ONE_OF_RANGE', [`=${first}`]) : null;
  }
  if (type === 'custom') return conditionOf('CUSTOM_FORMULA', [`=${first}`]);
  if (!['whole', 'decimal'].includes(type)) return null;
  const operator = attribute(tag, 'operator') || 'between';
  return numberCondition(operator, operator.toLowerCase().includes('between') ? [first, formula(2)] : [first]);
}

function formatCondition(rule: Rule): Condition | null {
  const formulas = (rule.formulae ?? []).map(String);
  const sought = /^NOT\(ISERROR\(SEARCH\("((?:[^"]|"")*)",\$?[A-Z]+\$?\d+\)\)\)$/u.exec(formulas[0] ?? '')?.[1];
  if (sought !== undefined) return conditionOf('TEXT_CONTAINS', [sought.replaceAll('""', '"')]);
  if (rule.type === 'expression' && formulas[0]) return conditionOf('CUSTOM_FORMULA', [`=${formulas[0]}`]);
  if (rule.type === 'containsText' && rule.text) return conditionOf('TEXT_CONTAINS', [rule.text]);
  if (rule.type !== 'cellIs') return null;
  const text = /^"((?:[^"]|"")*)"$/u.exec(formulas[0] ?? '')?.[1];
  if (text !== undefined && rule.operator === 'equal')
    return conditionOf('TEXT_CONTAINS', [text.replaceAll('""', '"')]);
  return numberCondition(rule.operator ?? '', formulas);
}

function numberCondition(operator: string, values: readonly string[]): Condition | null {
  const type = OPERATORS[operator];
  return type === undefined || values.some((value) => value === '')
    ? null
    : conditionOf(
        type,
        values.map((value) => (Number.isNaN(Number(value)) ? `=${value}` : value)),
      );
}

function conditionOf(type: string, values: readonly string[]): Condition {
  return { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
}

function formatOf({ style }: Rule, color: (color: unknown) => string | undefined): sheets_v4.Schema$CellFormat {
  const fill = style?.fill?.type === 'pattern' ? (color(style.fill.bgColor) ?? color(style.fill.fgColor)) : undefined;
  const text = color(style?.font?.color);
  const textFormat = {
    ...(style?.font?.bold ? { bold: true } : {}),
    ...(style?.font?.strike ? { strikethrough: true } : {}),
    ...(text === undefined ? {} : { foregroundColorStyle: { rgbColor: rgb(text) } }),
  };
  return {
    ...(fill === undefined ? {} : { backgroundColorStyle: { rgbColor: rgb(fill) } }),
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
  };
}

function rgb(hex: string): sheets_v4.Schema$Color {
  const part = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}

function rangesOf(references: string, sheetId: number, size: Size): GridRange[] {
  return references.split(/\s+/u).flatMap((reference) => {
    const parts = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/u.exec(reference);
    if (!parts) return [];
    const [, left = '', top = '', right = left, bottom = top] = parts;
    const range = {
      sheetId,
      startRowIndex: Number(top) - 1,
      endRowIndex: Math.min(Number(bottom), size.rows),
      startColumnIndex: columnIndex(left),
      endColumnIndex: Math.min(columnIndex(right) + 1, size.columns),
    };
    return range.startRowIndex < range.endRowIndex && range.startColumnIndex < range.endColumnIndex ? [range] : [];
  });
}

function attribute(tag: string, name: string): string {
  const head = /^<[^>]*>/u.exec(tag)?.[0] ?? tag;
  return new RegExp(`\\s${name}="([^"]*)"`, 'u').exec(head)?.[1] ?? '';
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll(/&#(?:x([\da-f]+)|(\d+));/giu, (_all, hex: string | undefined, digits: string) =>
      String.fromCodePoint(hex === undefined ? Number(digits) : Number.parseInt(hex, 16)),
    )
    .replaceAll('&amp;', '&');
}
