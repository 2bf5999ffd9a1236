/** A row without the person, as it stands in a tab of hers and as « Régie · origines » keeps it: both lose the same. */
import { fold } from '../reading/values/text.ts';
import type { Cell } from '../workbook.ts';
import { maskedCell, splitNames } from './mask.ts';
import type { Trace } from './mask.ts';

/** The source row as it would be read once its tab has lost the person, so that reading the tab again finds it. */
export function maskedRaw(cell: Cell, trace: Trace, emptied: ReadonlySet<string> = new Set()): Cell {
  if (typeof cell !== 'string') return cell;
  const values = parsed(cell);
  if (values === null) return maskedCell(cell, trace);
  const entries = Object.entries(values);
  const masked = withoutPerson(
    entries.map(([, value]) => (isPlain(value) ? value : null)),
    trace,
    emptied,
  );
  const kept = entries.flatMap(([header, value], index): [string, unknown][] => {
    const left = isPlain(value) ? (masked[index] ?? null) : value;
    return left === null ? [] : [[header, left]];
  });
  const text = JSON.stringify(Object.fromEntries(kept));
  return text === JSON.stringify(values) ? cell : text;
}

function parsed(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A row without the person: also empty where it repeats what was emptied elsewhere; a name may be split over two cells. */
export function withoutPerson(cells: readonly Cell[], trace: Trace, emptied: ReadonlySet<string>): readonly Cell[] {
  const masked = cells.map((cell) =>
    typeof cell === 'string' && emptied.has(fold(cell)) ? null : maskedCell(cell, trace),
  );
  for (const { column, label } of splitNames(cells, trace)) {
    masked[column] = label;
    masked[column + 1] = null;
  }
  return masked;
}
