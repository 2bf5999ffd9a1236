/** Which rows a total stands for. */
import { columnIndex, isFormula } from '../workbook.ts';
import type { Frame, FrameRow } from './types.ts';
import { fold, words } from './values/text.ts';

/** First and last row, one-based, both included. */
export type Block = readonly [number, number];

/** Where a total stands and what its row is called. */
export interface TotalPlace {
  readonly column: string;
  readonly label: string;
}

/** The rows that a total adds up: its formula's, those of the section it names, or those that agree; `null` without data above. */
export function totalBlock(
  frame: Frame,
  total: FrameRow,
  place: TotalPlace,
  agrees: (block: Block) => boolean,
): Block | null {
  return formulaBlock(total, place.column) ?? literalBlock(frame, total, place.label, agrees);
}

// A literal beside a SUM stands for the same rows as the SUM; a formula without a range adds other totals up.
function formulaBlock(total: FrameRow, column: string): Block | null {
  const own = total.cells[columnIndex(column)];
  if (own !== undefined && isFormula(own.entered)) return rangeIn(own.entered.formula);
  for (const cell of total.cells) {
    const range = cell !== undefined && isFormula(cell.entered) ? rangeIn(cell.entered.formula) : null;
    if (range !== null) return range;
  }
  return null;
}

function rangeIn(formula: string): Block | null {
  const ranges = [...formula.matchAll(/(?<![!'\p{L}])\$?[A-Z]{1,3}\$?(\d+):\$?[A-Z]{1,3}\$?(\d+)/giu)];
  if (ranges.length === 0) return null;
  const ends = ranges.flatMap(([, first, last]) => [Number(first), Number(last)]);
  return [Math.min(...ends), Math.max(...ends)];
}

function literalBlock(frame: Frame, total: FrameRow, label: string, agrees: (block: Block) => boolean): Block | null {
  const section = lastBefore(
    frame.sections.map(({ row }) => row),
    total.row,
  );
  const earlier = lastBefore(
    frame.totals.map(({ row }) => row),
    total.row,
  );
  const whole = blockBetween(frame, 0, total.row);
  if (isGeneral(label)) return whole;
  const nearest = blockBetween(frame, Math.max(section, earlier), total.row);
  if (nearest === null) return whole;
  const text = frame.sections.find(({ row }) => row === section)?.text ?? '';
  if (whole === null || isNamed(label, text) || agrees(nearest)) return nearest;
  return agrees(whole) || isLast(frame, total) ? whole : nearest;
}

// The last total of a tab with several sections is the grand one, whatever its label.
function isLast(frame: Frame, total: FrameRow): boolean {
  return frame.sections.length > 1 && frame.totals.at(-1)?.row === total.row;
}

function isGeneral(label: string): boolean {
  return /\b(?:general|generale|gen|global|globale|grand total|tout|tous|toutes)\b/u.test(fold(label));
}

function isNamed(label: string, section: string): boolean {
  const named = new Set(words(section).filter((word) => word.length > 3));
  return words(label).some((word) => named.has(word));
}

function lastBefore(rows: readonly number[], row: number): number {
  let last = 0;
  for (const candidate of rows) if (candidate < row && candidate > last) last = candidate;
  return last;
}

function blockBetween(frame: Frame, after: number, before: number): Block | null {
  let first = 0;
  let last = 0;
  for (const row of frame.data_rows) {
    if (row <= after || row >= before) continue;
    if (first === 0) first = row;
    last = row;
  }
  return first === 0 ? null : [first, last];
}
