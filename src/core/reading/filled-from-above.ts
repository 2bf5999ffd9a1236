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
    const findings: Finding[] = [];
    const cells = original.cells.map((cell, index) => {
      if (!columns.includes(index) || typeof cell?.shown !== 'string' || !saysSame(cell.shown)) return cell;
      findings.push({
        row: original.row,
        column: columnLetters(index),
        kind: 'derived_from_above',
        raw: quoteOf(cell),
      });
      return bare(above[index]);
    });
    above = cells;
    return { row: findings.length === 0 ? original : { ...original, cells }, original, findings };
  });
}

// The value repeats, the note beside it does not.
function bare(cell: SourceCell | undefined): SourceCell | undefined {
  if (cell === undefined) return cell;
  const { note, ...others } = cell;
  return note === undefined ? cell : others;
}
