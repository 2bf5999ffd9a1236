/** What a row of the ledger becomes. */
import type { EntryRecord } from '../reading/types.ts';
import { entryTable } from '../tables/entry.ts';
import { dateValue, handleOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { fold } from '../reading/values/text.ts';
import { sourceFields } from './tab-context.ts';
import type { TabContext } from './tab-context.ts';

/** The draft of one entry. */
export function entryDraft(record: EntryRecord, context: TabContext): Draft {
  const { source_tab: tab, source_row: row } = record;
  return {
    tab,
    row,
    handle: handleOf(tab, row, 'entry'),
    table: entryTable,
    part: 'entry',
    key: fold(`${record.date?.value ?? ''} ${record.label ?? ''}`),
    links: {},
    own: context.own(record.custom, row),
    fields: {
      date: dateValue(record.date),
      label: record.label,
      debit: record.debit_cents,
      credit: record.credit_cents,
      account: record.account_code,
      category: record.category,
      project: record.project,
      balance: record.balance_cents,
      source_look: context.look(row),
      ...sourceFields(record),
    },
  };
}
