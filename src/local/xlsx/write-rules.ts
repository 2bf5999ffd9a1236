/** Validations and conditional formats of a document in an Excel sheet. */
import type ExcelJS from 'exceljs';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters } from '../../core/workbook.ts';
import type { Doc, Tab } from '../engine/index.ts';
import { givenColor } from '../google/sheets/look.ts';
import { conditionalFormats, validationZones } from '../google/sheets/rules-read.ts';
import { argb } from './colors.ts';
import { excelFormula } from './formula.ts';

/** Writes the lists of choices of a tab; other validations have no equal that Régie needs. */
export function writeValidations(doc: Doc, tab: Tab, sheet: ExcelJS.Worksheet): void {
  const model = (
    sheet as unknown as { dataValidations: { add: (range: string, rule: ExcelJS.DataValidation) => void } }
  ).dataValidations;
  for (const { zone, rule } of validationZones(doc, tab.id)) {
    const { type, values } = rule.condition;
    const written = values.join(',');
    // Excel takes at most 255 characters of choices in the rule itself.
    const list = type === 'ONE_OF_LIST' && written.length <= 250 && !values.some((value) => value.includes(','));
    const formula = list
      ? `"${written.replaceAll('"', '""')}"`
      : type === 'ONE_OF_RANGE'
        ? (values[0] ?? '').replace(/^=/u, '')
        : null;
    if (formula === null) continue;
    model.add(`${columnLetters(zone.left)}${zone.top + 1}:${columnLetters(zone.right)}${zone.bottom + 1}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: rule.strict,
      ...(rule.inputMessage === null ? {} : { showInputMessage: true, prompt: rule.inputMessage }),
    });
  }
}

/** Writes the conditional formats of a tab, the first one first; a gradient has no equal here and is left out. */
export function writeConditions(
  doc: Doc,
  tab: Tab,
  { sheet, titles }: { sheet: ExcelJS.Worksheet; titles: ReadonlyMap<string, string> },
): void {
  for (const [index, { ranges = [], booleanRule }] of conditionalFormats(doc, tab.id).entries()) {
    const [first] = ranges;
    if (!booleanRule || !first) continue;
    const corner = `${columnLetters(first.startColumnIndex ?? 0)}${(first.startRowIndex ?? 0) + 1}`;
    const rule = excelRule(booleanRule.condition ?? {}, { corner, titles });
    if (!rule) continue;
    const style = conditionStyle(booleanRule.format ?? {});
    sheet.addConditionalFormatting({
      ref: ranges.map(reference).join(' '),
      rules: [{ ...rule, style, priority: index + 1 } as ExcelJS.ConditionalFormattingRule],
    });
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  NUMBER_GREATER: 'greaterThan',
  NUMBER_LESS: 'lessThan',
  NUMBER_EQ: 'equal',
  NUMBER_BETWEEN: 'between',
};
/** What Excel says only with a formula: of the first cell of the range, with the value given. */
const FORMULAS: Readonly<Record<string, (cell: string, value: string) => string>> = {
  NUMBER_GREATER_THAN_EQ: (cell, value) => `${cell}>=${value}`,
  NUMBER_LESS_THAN_EQ: (cell, value) => `${cell}<=${value}`,
  NUMBER_NOT_EQ: (cell, value) => `${cell}<>${value}`,
  TEXT_EQ: (cell, value) => `${cell}=${quoted(value)}`,
  TEXT_STARTS_WITH: (cell, value) => `LEFT(${cell},${value.length})=${quoted(value)}`,
  TEXT_ENDS_WITH: (cell, value) => `RIGHT(${cell},${value.length})=${quoted(value)}`,
  TEXT_CONTAINS: (cell, value) => `NOT(ISERROR(SEARCH(${quoted(value)},${cell})))`,
  TEXT_NOT_CONTAINS: (cell, value) => `ISERROR(SEARCH(${quoted(value)},${cell}))`,
  BLANK: (cell) => `LEN(TRIM(${cell}))=0`,
  NOT_BLANK: (cell) => `LEN(TRIM(${cell}))>0`,
};

function excelRule(
  { type, values = [] }: sheets_v4.Schema$BooleanCondition,
  { corner, titles }: { corner: string; titles: ReadonlyMap<string, string> },
): object | null {
  const given = values.map(({ userEnteredValue }) => userEnteredValue ?? '');
  const formulae = given.map((value) => (value.startsWith('=') ? excelFormula(value, titles) : value));
  const [value = ''] = given;
  if (type === 'CUSTOM_FORMULA') return { type: 'expression', formulae };
  const operator = OPERATORS[type ?? ''];
  if (operator !== undefined) return { type: 'cellIs', operator, formulae };
  const formula = FORMULAS[type ?? ''];
  return formula ? { type: 'expression', formulae: [formula(corner, value)] } : null;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function conditionStyle({ textFormat = {}, ...format }: sheets_v4.Schema$CellFormat): Partial<ExcelJS.Style> {
  const fill = givenColor(format.backgroundColorStyle, format.backgroundColor);
  const text = givenColor(textFormat.foregroundColorStyle, textFormat.foregroundColor);
  const font = {
    ...(textFormat.bold ? { bold: true } : {}),
    ...(textFormat.italic ? { italic: true } : {}),
    ...(textFormat.strikethrough ? { strike: true } : {}),
    ...(text === undefined ? {} : { color: { argb: argb(text) } }),
  };
  return {
    ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(fill) } } }),
    ...(Object.keys(font).length > 0 ? { font } : {}),
  };
}

function reference({
  startRowIndex,
  endRowIndex,
  startColumnIndex,
  endColumnIndex,
}: sheets_v4.Schema$GridRange): string {
  const [top, left] = [startRowIndex ?? 0, startColumnIndex ?? 0];
  const bottom = endRowIndex ?? 1_048_576;
  const right = endColumnIndex ?? 16_384;
  return `${columnLetters(left)}${top + 1}:${columnLetters(right - 1)}${bottom}`;
}
