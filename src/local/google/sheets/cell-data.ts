/** A cell as `spreadsheets.get` answers it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { isFormula } from '../../../core/workbook.ts';
import type { Cell, Shown } from '../../../core/workbook.ts';
import type { CellStyle, Doc, HeldCell, ShownCell, TextRun } from '../../engine/index.ts';
import { inside, project, wants } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { effectiveFormat, enteredFormat, textFormat } from './look.ts';
import { validationAt } from './rules-read.ts';

type CellData = sheets_v4.Schema$CellData;
type ExtendedValue = sheets_v4.Schema$ExtendedValue;

const ERROR_TYPES: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

/** The cell's data with only what the mask asks; an empty cell is `{}`. */
export function cellData(
  doc: Doc,
  { tab, row, column }: { tab: number; row: number; column: number },
  mask: Mask,
): CellData {
  const held = doc.read.held(tab, row, column);
  const shown = doc.read.shown(tab, row, column);
  const data: CellData = {};
  if (wants(mask, 'userEnteredValue') && held.entered !== null) data.userEnteredValue = enteredValue(held.entered);
  if (shown.value !== null) {
    if (wants(mask, 'effectiveValue')) data.effectiveValue = effectiveValue(shown.value, shown.message);
    if (wants(mask, 'formattedValue')) data.formattedValue = shown.text;
  }
  addFormats(data, { held, shown }, mask, () => doc.read.computedStyle(tab, row, column));
  if (wants(mask, 'note') && held.note !== null) data.note = held.note;
  if (wants(mask, 'hyperlink') && held.link !== null) data.hyperlink = held.link;
  if (wants(mask, 'textFormatRuns') && held.runs.length > 0) data.textFormatRuns = held.runs.map(runData);
  if (wants(mask, 'dataValidation')) {
    const rule = validationAt(doc, tab, row, column);
    if (rule) data.dataValidation = rule;
  }
  // The parts were chosen above; only their inside may still be too much.
  return mask === '*' ? data : (project(data, mask) as CellData);
}

/** What was entered, as an ExtendedValue. */
export function enteredValue(entered: Exclude<Cell, null>): ExtendedValue {
  if (isFormula(entered)) return { formulaValue: entered.formula };
  if (typeof entered === 'number') return { numberValue: entered };
  return typeof entered === 'boolean' ? { boolValue: entered } : { stringValue: entered };
}

function effectiveValue(value: Exclude<Shown, null>, message: string | null): ExtendedValue {
  if (typeof value !== 'object') return enteredValue(value);
  const type = ERROR_TYPES[value.error] ?? 'ERROR';
  return { errorValue: message === null || message === '' ? { type } : { type, message } };
}

function addFormats(
  data: CellData,
  { held, shown }: { held: HeldCell; shown: ShownCell },
  mask: Mask,
  computed: () => CellStyle,
): void {
  const entered = wants(mask, 'userEnteredFormat') ? enteredFormat(held) : undefined;
  if (entered) data.userEnteredFormat = entered;
  const bare = shown.value === null && enteredFormat(held) === undefined;
  if (bare || !wants(mask, 'effectiveFormat')) return;
  const parts = inside(mask, 'effectiveFormat');
  const format = shown.format ?? held.format;
  if (parts !== '*' && parts.size === 1 && parts.has('numberFormat')) {
    data.effectiveFormat = format ? { numberFormat: { ...format } } : {};
    return;
  }
  data.effectiveFormat = effectiveFormat({ ...held, style: computed(), format }, alignment(shown.value));
}

function alignment(value: Shown): 'LEFT' | 'CENTER' | 'RIGHT' {
  if (typeof value === 'number') return 'RIGHT';
  return typeof value === 'boolean' || (typeof value === 'object' && value !== null) ? 'CENTER' : 'LEFT';
}

function runData({ start, color, ...style }: TextRun): sheets_v4.Schema$TextFormatRun {
  const format = textFormat({ ...style, ...(color === undefined ? {} : { textColor: color }) });
  return start === 0 ? { format } : { startIndex: start, format };
}
