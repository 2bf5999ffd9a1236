/** Records with only the fields that a test is about. */
import { emptyValue } from '../../src/core/cells.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';

/** The record with every other field empty. */
export function blank<T extends Table>(table: T, fields: Partial<RecordOf<T>>): RecordOf<T> {
  const empty = Object.fromEntries(table.columns.map((column) => [column.field, emptyValue(column)]));
  return { ...empty, ...fields } as RecordOf<T>;
}
