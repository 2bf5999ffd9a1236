/** « idem » and ditto marks replaced by what stands above them. */
import { columnIndex, columnLetters } from '../workbook.ts';
import { columnsOf, quoteOf } from './cells.ts';
import type { SourceCell } from './source.ts';
import type { Finding, Frame, FrameRow } from './types.ts';
import { saysSame } from './values/text.ts';

/** A row whose « idem » are replaced by what stands above, and the row as it stands. */
export interface FilledRow {
  readonly row: FrameRow;
  readonly original: FrameRow;
  readonly findings: readonly Finding[];
}

/** The tab's rows with « idem » and ditto marks of these fields replaced by the value above, each told. */
export function filledFromAbove(frame: Frame, fields: readonly string[]): readonly FilledRow[] {
  const columns = fields.flatMap((field) => columnsOf(frame, field)).map(columnIndex);
  let above: readonly (SourceCell | undefined)[] = [];
  return frame.data.map((original) => {
    const same = columns.filter((column) => isSame(original.cells[column]));
    const cells = same.length === 0 ? original.cells : copied(original.cells, same, above);
    above = cells;
    const findings = same.map((column): Finding => ({
      row: original.row,
      column: columnLetters(column),
      kind: 'derived_from_above',
      raw: quoteOf(original.cells[column]),
    }));
    return { row: same.length === 0 ? original : { ...original, cells }, original, findings };
  });
}

function isSame(cell: SourceCell | undefined): boolean {
  return typeof cell?.shown === 'string' && saysSame(cell.shown);
}

function copied(
  cells: readonly (SourceCell | undefined)[],
  columns: readonly number[],
  above: readonly (SourceCell | undefined)[],
): readonly (SourceCell | undefined)[] {
  return cells.map((cell, column) => (columns.includes(column) ? bare(above[column]) : cell));
}

// The value repeats, the note beside it does not.
function bare(cell: SourceCell | undefined): SourceCell | undefined {
  if (cell === undefined) return cell;
  const { note, ...others } = cell;
  return note === undefined ? cell : others;
}
