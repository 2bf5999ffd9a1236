/** Records with a cell that cannot be read where it decides what may be published: in doubt, nothing is. */
import type { State } from '../command.ts';
import { placesOf } from '../records.ts';
import type { TableReading } from '../records.ts';
import type { Table } from '../table.ts';
import { consentTable } from '../tables/consent.ts';
import { contactTable } from '../tables/contact.ts';
import { memberTable } from '../tables/member.ts';
import { columnLetters } from '../workbook.ts';

/** The members and people of whom nothing may be said until a cell is mended. */
export interface Doubtful {
  readonly members: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
}

/** Cells of these columns say that a member or a person is gone. */
const decisive: ReadonlyMap<string, readonly string[]> = new Map([
  [memberTable.tab, ['left_on', 'merged_into', 'imposed_status']],
  [contactTable.tab, ['left_on', 'member']],
]);

/** The doubtful members and people, filled as the register is read with `hear`. */
export function doubtfulRecords(state: State): {
  readonly doubtful: Doubtful;
  readonly hear: (table: Table, reading: TableReading<Table>) => void;
} {
  const doubtful = { members: new Set<string>(), contacts: new Set<string>() };
  const hear = (table: Table, { rowOf, problems }: TableReading<Table>): void => {
    const grid = state.workbook[table.tab] ?? [];
    const places = placesOf(table, grid);
    if (table.tab === consentTable.tab) {
      // A row that cannot be read may be the withdrawal: it stops all that this member agreed to.
      for (const { row } of problems) {
        const member = row === null || row === 1 ? null : (grid[row - 1]?.[places.get('member') ?? -1] ?? null);
        if (typeof member === 'string') doubtful.members.add(member);
      }
      return;
    }
    const fields = decisive.get(table.tab);
    if (fields === undefined) return;
    const letters = fields.flatMap((field) => {
      const place = places.get(field);
      return place === undefined ? [] : [columnLetters(place)];
    });
    const rows = new Set(
      problems.filter(({ column }) => column !== null && letters.includes(column)).map(({ row }) => row),
    );
    const own = table.tab === memberTable.tab ? doubtful.members : doubtful.contacts;
    for (const [id, row] of rowOf) if (rows.has(row + 1)) own.add(id);
  };
  return { doubtful, hear };
}
