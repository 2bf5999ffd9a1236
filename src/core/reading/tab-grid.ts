/** The filled extent of a source tab. */
import { isFilled } from './cells.ts';
import type { SourceTab } from './source.ts';

/** How many rows there are down to the last filled one. */
export function gridRows(source: SourceTab): number {
  let end = source.rows.length;
  while (end > 0 && source.rows[end - 1]?.some(isFilled) !== true) end -= 1;
  return end;
}

/** How many columns there are up to the last filled one. */
export function gridColumns(source: SourceTab): number {
  return source.rows.reduce((width, row) => {
    let end = row.length;
    while (end > width && !isFilled(row[end - 1])) end -= 1;
    return Math.max(width, end);
  }, 0);
}
