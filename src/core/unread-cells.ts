/** Which records have a cell that cannot be read where something depends on it: they wait until it is mended. */
import { readCell } from './cells.ts';
import type { State } from './command.ts';
import type { Problem } from './problem.ts';
import { placesOf } from './records.ts';
import type { Table } from './table.ts';
import { cellAt, columnLetters } from './workbook.ts';

/** The first unreadable cell of each record among those fields, with its place and its cure. */
export function unreadCells(
  { workbook, shown }: State,
  { table, fields, problems }: { table: Table; fields: readonly string[]; problems: readonly Problem[] },
): ReadonlyMap<string, Problem> {
  const unread = new Map<string, Problem>();
  const grid = workbook[table.tab] ?? [];
  const [idColumn] = table.columns;
  const own = problems.filter(({ tab, kind, row }) => tab === table.tab && row !== null && !kind.startsWith('id_'));
  if (own.length === 0 || idColumn === undefined) return unread;
  const places = placesOf(table, grid);
  const columns = new Set(fields.flatMap((field) => columnLetters(places.get(field) ?? -1)));
  const place = places.get(idColumn.field) ?? 0;
  const idIn = (row: number): string => {
    const reading = readCell(idColumn, cellAt(grid, row, place), shown[table.tab]?.[row]?.[place] ?? null);
    return reading.ok ? String(reading.value ?? '') : '';
  };
  for (const problem of own) {
    if (problem.row === 1 || problem.column === null || !columns.has(problem.column)) continue;
    const id = idIn((problem.row ?? 1) - 1);
    if (id !== '' && !unread.has(id)) unread.set(id, problem);
  }
  return unread;
}
