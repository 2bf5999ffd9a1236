/** What was entered in a cell, between our value and the engine's text with its format. */
import type { Cell } from '../../core/workbook.ts';
import { isFormula } from '../../core/workbook.ts';
import { engine, FRENCH } from './engine.ts';
import type { CellDetail } from './extension.ts';
import { engineTexts, fromEngineFormula, toEngineFormula } from './formula.ts';
import { engineFormat, numberFormatType } from './number-format.ts';
import { engineTitle } from './tabs.ts';

/** A number format as Sheets stores it. */
export interface NumberFormat {
  readonly type: string;
  readonly pattern: string;
}

/** What the engine is given for a cell, and what is kept beside it so that it reads back as it was written. */
export interface EngineContent {
  readonly content: string;
  readonly format: string;
  readonly keptFormat: NonNullable<CellDetail['format']> | null;
  /** The formula in canonical writing, to be kept when the engine writes it otherwise. */
  readonly formula: string | null;
}

const ERRORS: Readonly<Record<string, string>> = {
  '#BAD_EXPR': '#ERROR!',
  '#ERROR': '#VALUE!',
  '#REF': '#REF!',
  '#CYCLE': '#REF!',
  '#SPILL!': '#REF!',
};
const ERROR_LITERALS: Readonly<Record<string, string>> = {
  '#REF!': '#REF',
  '#VALUE!': '#ERROR',
  '#ERROR!': '#BAD_EXPR',
  '#N/A': '#N/A',
  '#NAME?': '#NAME?',
  '#DIV/0!': '#DIV/0!',
  '#NUM!': '#NUM!',
  '#NULL!': '#NULL!',
};

/** Google's name of an error of the engine. */
export function googleError(error: string): string {
  return ERRORS[error] ?? error;
}

/** The engine's text, format and kept details for a value and a number format; null is an empty cell, no format. */
export function toEngine(entered: Cell, format: NumberFormat | null): EngineContent {
  const wanted = format === null ? '' : engineFormat(format.pattern);
  const [content, shown] = contentAndFormat(entered, wanted);
  const faithful = format === null || (shown === format.pattern && numberFormatType(shown) === format.type);
  return {
    content,
    format: shown,
    keptFormat: faithful ? null : { type: format.type, pattern: format.pattern, engine: shown },
    formula: isFormula(entered) && content.startsWith('=') ? fromEngineFormula(toEngineFormula(entered.formula)) : null,
  };
}

/** The value of a literal cell of the engine. */
export function literalValue(cell: {
  readonly content: string;
  readonly parsedValue: string | number | boolean | null;
  readonly format?: string | undefined;
}): Cell {
  if (cell.content === '') return null;
  if (cell.content.startsWith("'")) return cell.content.slice(1);
  if (engine.helpers.isEvaluationError(cell.content)) return { formula: `=${googleError(cell.content)}` };
  return cell.format === '@' ? cell.content : cell.parsedValue;
}

function contentAndFormat(entered: Cell, format: string): readonly [content: string, format: string] {
  if (entered === null || entered === '') return ['', format];
  if (isFormula(entered)) return [formulaContent(entered.formula), format];
  if (typeof entered === 'string') return textContent(entered, format);
  const content = typeof entered === 'boolean' ? String(entered).toUpperCase() : String(entered);
  // Under the text format the engine would make a text of it.
  return [content, format === '@' ? '' : format];
}

function formulaContent(formula: string): string {
  const error = ERROR_LITERALS[formula.replace(/^=/u, '').toUpperCase()];
  if (error !== undefined) return error;
  return engineTabNames(engineTexts(toEngineFormula(formula)));
}

/** The formula with the names that the engine gives to tabs. */
export function engineTabNames(formula: string): string {
  if (!formula.includes("'")) return formula;
  return formula.replace(/"(?:[^"]|"")*"|'((?:[^']|'')*)'(?=!)/gu, (all, title: string | undefined) =>
    title === undefined ? all : `'${engineTitle(title.replaceAll("''", "'"))}'`,
  );
}

function textContent(text: string, format: string): readonly [content: string, format: string] {
  const special = /^[='#]/u.test(text);
  if (format === '@') return special ? [`'${text}`, ''] : [text, format];
  return [special || looksTyped(text) ? `'${text}` : text, format];
}

// True for a text that the engine would read as a number, a date or a boolean.
function looksTyped(text: string): boolean {
  if (text.length > 40) return false;
  if (/^\s*(?:true|false)\s*$/iu.test(text)) return true;
  // Most texts hold a letter or a sign that no number or date does: parsing them as one costs the most here.
  if (!/\d/u.test(text) || /[^\d\s/.,:+\-%€$£¥()EeAaPpMm]/u.test(text)) return false;
  return engine.helpers.isNumber(text, engine.DEFAULT_LOCALE) || engine.helpers.isDateTime(text, FRENCH);
}
