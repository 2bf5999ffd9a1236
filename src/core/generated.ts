/** Generated tabs: rebuilt whole, never edited; their stamp changes only when their content does. */
import type { Area, Dress, Look } from './dress.ts';
import { sameGrid } from './workbook.ts';
import type { Cell, Grid } from './workbook.ts';

/** A generated tab: what it holds and how it looks. */
export interface Generated {
  readonly grid: Grid;
  readonly dress: Dress;
}

/** One row under construction; each look covers columns `from` to `to` (excluded). */
export interface SheetRow {
  readonly cells: readonly Cell[];
  readonly looks?: readonly { readonly from: number; readonly to: number; readonly look: Look }[];
}

/** The tab of those rows; looks are gathered row by row, the rest of the dress comes as it is. */
export function generated(rows: readonly SheetRow[], dress: Omit<Dress, 'looks'>): Generated {
  const looks = rows.flatMap(({ looks: own }, row) =>
    (own ?? []).map(({ from, to, look }) => ({ area: rowArea(row, from, to), look })),
  );
  return { grid: rows.map(({ cells }) => cells), dress: { ...dress, looks } };
}

/** One row's rectangle. */
export function rowArea(row: number, from: number, to: number): Area {
  return { startRow: row, endRow: row + 1, startColumn: from, endColumn: to };
}

/** The tab built with the stamp it already bears when nothing else would change, else with the new one; the stamp is cell A2. */
export function stamped(current: Grid | undefined, stamp: string, build: (stamp: string) => Generated): Generated {
  const former = current?.[1]?.[0];
  if (current && typeof former === 'string') {
    const same = build(former);
    if (sameGrid(current, same.grid)) return same;
  }
  return build(stamp);
}

/** A text inside a formula, quotes doubled. */
export function formulaText(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** A text as a criterion that only equals itself: wildcards and comparison signs lose their meaning. */
export function exactly(text: string): string {
  return `=${text.replace(/[~*?]/gu, '~$&')}`;
}

/** How the stamp of every generated tab begins. */
export const STAMP = 'Construit le ';

/** True for a tab that Régie generated, by its stamp. */
export function isGenerated(grid: Grid): boolean {
  const stamp = grid[1]?.[0];
  return typeof stamp === 'string' && stamp.startsWith(STAMP);
}
