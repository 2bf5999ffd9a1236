/** Changes of one cell: value, look, and the details that the engine does not hold. */
import type * as Engine from '@odoo/o-spreadsheet';
import type { Cell } from '../../core/workbook.ts';
import { toEngine } from './content.ts';
import type { NumberFormat } from './content.ts';
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
    const changesContent = edit.entered !== undefined || edit.format !== undefined;
    const next = toEngine(entered, edit.format === undefined ? held.format : edit.format);
    if (changesContent || edit.style !== undefined) {
      const content = changesContent ? { content: next.content, format: next.format } : {};
      const style = edit.style === undefined ? {} : { style: edit.style };
      send('UPDATE_CELL', { ...position, ...content, ...style });
    }
    const kept = reader.getters.getCellDetail(position) ?? {};
    const details: CellChanges = {
      ...(changesContent ? { format: next.keptFormat } : {}),
      ...(edit.entered === undefined ? {} : { formula: keptFormula(reader, position, next.formula) }),
      ...lookDetails(edit, entered, kept),
    };
    for (const [part, value] of Object.entries(details)) {
      if ((kept[part as DetailPart] ?? null) !== (value ?? null)) send('SET_DETAIL', { ...position, part, value });
    }
  };
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
