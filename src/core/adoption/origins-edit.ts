/** « Régie · origines » after a run: one row per imported record, brought up to date. */
import { writeCell } from '../cells.ts';
import { nextIds } from '../table.ts';
import { originTable } from '../tables/origin.ts';
import type { Origin } from '../tables/origin.ts';
import { sameCell } from '../workbook.ts';
import { emptyEdit } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';

/** The edit for the origins of this run; those of tabs that were not read stay. */
export function editOrigins(origins: readonly Omit<Origin, 'id'>[], state: TableState): TableEdit {
  const edit = emptyEdit();
  // The tab holds what its table declares.
  const known = new Map(
    ([...state.records.values()] as unknown as Origin[]).map((origin) => [origin.record ?? '', origin]),
  );
  const fresh = origins.filter(({ record }) => !known.has(record ?? ''));
  for (const origin of origins) {
    const before = known.get(origin.record ?? '');
    if (before === undefined) continue;
    const changes = originTable.columns.filter(
      (column) =>
        column.field !== 'id' &&
        before[column.field] !== origin[column.field] &&
        !sameCell(writeCell(column, before[column.field]), writeCell(column, origin[column.field])),
    );
    if (changes.length === 0) continue;
    edit.set.set(
      before.id,
      Object.fromEntries(changes.map(({ field }) => [field, origin[field as keyof typeof origin]])),
    );
  }
  const ids = nextIds(originTable.prefix, state.records.keys(), fresh.length);
  fresh.forEach((origin, index) => edit.add.set(ids[index] ?? '', origin));
  return edit;
}
