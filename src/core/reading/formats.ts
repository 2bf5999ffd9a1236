/** The look of a tab that carries meaning: colours, strikethrough, notes, merges, hidden rows and columns. */
import { columnLetters } from '../workbook.ts';
import type { Merge, SourceCell, SourceTab } from './source.ts';
import type { Formats } from './types.ts';

/** The usual name of a colour given as "FFRRGGBB". */
export function colourName(argb: string): string {
  const [red, green, blue] = [2, 4, 6].map((at) => parseInt(argb.slice(at, at + 2), 16) / 255);
  if (red === undefined || green === undefined || blue === undefined || Number.isNaN(red + green + blue))
    return 'other';
  const high = Math.max(red, green, blue);
  const low = Math.min(red, green, blue);
  if (high - low < 0.08) return high > 0.97 ? 'white' : high < 0.15 ? 'black' : 'grey';
  return nameOfHue(hueOf({ red, green, blue }, high, high - low), { high, saturation: (high - low) / high });
}

/** Everything in the look of the tab that someone may have meant; white is no colour. */
export function formatsOf(source: SourceTab): Formats {
  const colours = new Map<string, string[]>();
  const strikethrough: string[] = [];
  const notes: { cell: string; text: string }[] = [];
  const covered = coveredCells(source);
  source.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (cell === undefined || covered.has(`${String(row)}:${String(column)}`)) return;
      const address = `${columnLetters(column)}${String(row + 1)}`;
      if (isColoured(cell)) addTo(colours, cell.fill, address);
      if (cell.strike === true) strikethrough.push(address);
      if (cell.note !== undefined && cell.note.trim() !== '') notes.push({ cell: address, text: cell.note });
    });
  });
  return {
    colours: [...colours].map(([argb, cells]) => ({ colour: colourName(argb), argb, cells })),
    strikethrough,
    notes,
    merges: source.merges.map(rangeOf),
    hidden_columns: source.hiddenColumns.map(columnLetters),
    hidden_rows: source.hiddenRows.map((row) => row + 1),
  };
}

function addTo(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function coveredCells(source: SourceTab): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const { startRow, endRow, startColumn, endColumn } of source.merges) {
    for (let row = startRow; row < Math.min(endRow, source.rows.length); row += 1) {
      for (let column = startColumn; column < Math.min(endColumn, source.rows[row]?.length ?? 0); column += 1) {
        if (row !== startRow || column !== startColumn) covered.add(`${String(row)}:${String(column)}`);
      }
    }
  }
  return covered;
}

function isColoured(cell: SourceCell): cell is SourceCell & { fill: string } {
  return cell.fill !== undefined && colourName(cell.fill) !== 'white';
}

function rangeOf(merge: Merge): string {
  const start = `${columnLetters(merge.startColumn)}${String(merge.startRow + 1)}`;
  return `${start}:${columnLetters(merge.endColumn - 1)}${String(merge.endRow)}`;
}

function hueOf(
  { red, green, blue }: { red: number; green: number; blue: number },
  high: number,
  spread: number,
): number {
  if (high === red) return (60 * ((green - blue) / spread) + 360) % 360;
  if (high === green) return 60 * ((blue - red) / spread) + 120;
  return 60 * ((red - green) / spread) + 240;
}

function nameOfHue(hue: number, { high, saturation }: { high: number; saturation: number }): string {
  if (hue >= 15 && hue < 40 && high < 0.6) return 'brown';
  if (hue < 15 || hue >= 345) return saturation < 0.35 && high > 0.9 ? 'pink' : 'red';
  if (hue < 50) return 'orange';
  if (hue < 70) return 'yellow';
  if (hue < 165) return 'green';
  if (hue < 260) return 'blue';
  return hue < 300 ? 'purple' : 'pink';
}
