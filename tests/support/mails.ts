/** Rows of « Envois » as tests want them. */
import { outboxTable } from '../../src/core/outbox.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';
import { changeTable } from '../../src/core/records.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import type { Workbook } from '../../src/core/workbook.ts';

/** A mail to the member of that number. */
export function outboxRow(number: number, status: OutboxRow['status']): OutboxRow {
  return {
    id: `ENV-${String(number).padStart(4, '0')}`,
    status,
    to: `membre${number}@maree.example`,
    subject: `Votre cotisation ${number}`,
    body: 'Bonjour,\n\nVotre cotisation 2023 n’est pas réglée.',
    reason: 'Cotisation 2023 non réglée.',
    records: [`ADH-${String(number).padStart(4, '0')}`],
    created_on: '2023-05-11',
    not_before: null,
    changed_on: '2023-05-11',
    error: null,
    action: 'J-0001',
    template: 'free',
    key: `dues-2023/${number}`,
    claimed_at: null,
    attempts: null,
  };
}

/** A workbook with those rows in « Envois », and settings by key. */
export function mailWorkbook(rows: readonly OutboxRow[], settings: Readonly<Record<string, string>> = {}): Workbook {
  const put = Object.entries(settings).map(([key, value], index) => ({
    id: `REG-${String(index + 1).padStart(4, '0')}`,
    label: key,
    value,
    help: null,
    key,
  }));
  return {
    [outboxTable.tab]: changeTable(outboxTable, undefined, { put: rows }),
    [settingTable.tab]: changeTable(settingTable, undefined, { put }),
  };
}
