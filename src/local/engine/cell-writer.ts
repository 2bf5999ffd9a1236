/** Changes of one cell: value, look, and the details that the engine does not hold. */
import type * as Engine from '@odoo/o-spreadsheet';
import type { Cell } from '../../core/workbook.ts';
import { toEngine } from './content.ts';
import type { EngineContent, NumberFormat } from './content.ts';
import type { CellDetail, DetailPart, TextRun } from './extension.ts';
import { fromEngineFormula } from './formula.ts';
import type { CellStyle, Reader } from './reader.ts';

/** What to change in a cell; what is absent stays as it is, null clears. */
export interface CellEdit {
  readonly entered?: Cell;
  readonly style?: CellStyle | null;
  readonly format?: NumberFormat | null;
  readonly note?: string | null;
  readonly runs?: readonly TextRun[] | null;
  readonly fontFamily?: string | null;
}

/** Gives the engine a command; its refusal is an error. */
export type Send = (type: string, payload: Readonly<Record<string, unknown>>) => void;

/** A function that changes one cell, zero-based. */
export function cellSetter(reader: Reader, send: Send) {
  return (tab: number, row: number, column: number, edit: CellEdit): void => {
    const position = { sheetId: reader.idOf(tab), row, col: column };
    const held = reader.held(tab, row, column);
    const entered = edit.entered === undefined ? held.entered : edit.entered;
    const next = toEngine(entered, edit.format === undefined ? held.format : edit.format);
    const update = updateOf(edit, next);
    if (!isUseless(reader.getters.getCell(position), update)) send('UPDATE_CELL', { ...position, ...update });
    const detail = reader.getters.getCellDetail(position);
    // Most cells have no details and get none: they come by the ten thousand.
    if (detail === undefined && isPlain(edit, next)) return;
    const kept = detail ?? {};
    const details: CellChanges = {
      ...(changesContent(edit) ? { format: next.keptFormat } : {}),
      ...(edit.entered === undefined ? {} : { formula: keptFormula(reader, position, next.formula) }),
      ...lookDetails(edit, entered, kept),
    };
    for (const [part, value] of Object.entries(details)) {
      if ((kept[part as DetailPart] ?? null) !== (value ?? null)) send('SET_DETAIL', { ...position, part, value });
    }
  };
}

function changesContent({ entered, format }: CellEdit): boolean {
  return entered !== undefined || format !== undefined;
}

function updateOf(edit: CellEdit, next: EngineContent): Update {
  const content = changesContent(edit) ? { content: next.content, format: next.format } : {};
  return edit.style === undefined ? content : { ...content, style: edit.style };
}

function isPlain(edit: CellEdit, next: EngineContent): boolean {
  return next.keptFormat === null && next.formula === null && !edit.note && !edit.fontFamily && !edit.runs?.length;
}

/** The formula to keep beside the engine's own writing, or null when both are the same. */
export function keptFormula(
  reader: Reader,
  position: Engine.CellPosition,
  text: string | null,
): { text: string; engine: string } | null {
  if (text === null) return null;
  const cell = reader.getters.getCell(position);
  if (!cell?.isFormula) return null;
  const engine = cell.compiledFormula.toFormulaString(reader.getters);
  return fromEngineFormula(engine) === text ? null : { text, engine };
}

type CellChanges = { [Part in DetailPart]?: CellDetail[Part] | null };

function lookDetails(edit: CellEdit, entered: Cell, kept: CellDetail): CellChanges {
  const changes: CellChanges = {};
  if (edit.note !== undefined) changes.note = edit.note === '' ? null : edit.note;
  if (edit.fontFamily !== undefined) changes.fontFamily = edit.fontFamily;
  if (edit.runs !== undefined) {
    const { runs } = edit;
    changes.runs = runs && runs.length > 0 && typeof entered === 'string' ? { text: entered, runs } : null;
  } else if (kept.runs && kept.runs.text !== entered) changes.runs = null;
  return changes;
}

interface Update {
  readonly content?: string;
  readonly format?: string;
  readonly style?: CellStyle | null;
}

// What the engine itself would refuse as no change; a formula is written again, for its text may differ.
function isUseless(cell: Engine.Cell | undefined, { content, format, style }: Update): boolean {
  if (content === undefined && style === undefined) return true;
  if (cell?.isFormula) return false;
  const same = (next: string | undefined, held: string | undefined): boolean =>
    next === undefined || next === (held ?? '');
  if (!same(content, cell?.content) || !same(format, cell?.format)) return false;
  return style === undefined || sameStyle(style ?? {}, (cell?.style ?? {}) as CellStyle);
}

function sameStyle(a: CellStyle, b: CellStyle): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof CellStyle>;
  return [...keys].every((key) => a[key] === b[key]);
}
