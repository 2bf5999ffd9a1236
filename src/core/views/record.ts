/** One record by its id: how people name it, and where it stands now. */
import * as z from 'zod';
import { tableState } from '../adoption/table-edit.ts';
import { titleIn } from '../command.ts';
import type { State } from '../command.ts';
import { dataTables, tableOfId } from '../tables/index.ts';
import type { View } from '../view.ts';

/** The answer of the view « record »; input: {record}. Null when the id is none of ours. */
export interface RecordView {
  readonly record: RecordPlace | null;
}

/** Where a record stands; label and cell are null once it is gone. */
export interface RecordPlace {
  readonly id: string;
  /** The actual title of its tab. */
  readonly tab: string;
  readonly label: string | null;
  readonly cell: string | null;
}

const input = z.object({ record: z.string().max(40) });

/** The view « record »; it reads the one tab of that record. */
export const recordView: View = {
  name: 'record',
  reads: dataTables.map(({ tab }) => tab),
  narrow: (asked) => {
    const wanted = input.safeParse(asked);
    const table = wanted.success ? tableOfId(wanted.data.record) : null;
    return dataTables.flatMap((one) => (one === table ? [one.tab] : []));
  },
  view: (state, asked): RecordView => {
    const wanted = input.safeParse(asked);
    return { record: wanted.success ? placeOf(state, wanted.data.record) : null };
  },
};

function placeOf(state: State, id: string): RecordPlace | null {
  const table = tableOfId(id);
  if (table === null) return null;
  const { rowOf, records } = tableState(table, state.workbook[table.tab], state.shown[table.tab]);
  const row = rowOf.get(id);
  const name = NAMES.map((field) => records.get(id)?.[field]).find(
    (value) => typeof value === 'string' && value !== '',
  );
  return {
    id,
    tab: titleIn(state, table.tab),
    label: typeof name === 'string' ? name : null,
    cell: row === undefined ? null : `A${row + 1}`,
  };
}

/** The fields by which people name a record, in the order in which they are tried. */
const NAMES = ['organisation', 'name', 'title', 'label', 'space_name', 'last_name', 'session_title'];
