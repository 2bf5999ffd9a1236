/** « Envois » without the person: her mails keep their date and nothing else; those that wait do not leave. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { outboxTable } from '../outbox.ts';
import type { OutboxRow } from '../outbox.ts';
import { changeTable, readTable } from '../records.ts';
import type { Grid } from '../workbook.ts';
import { isTraced } from './mask.ts';
import type { Subject } from './subject.ts';

interface Mails {
  readonly grid: Grid;
  readonly cancelled: number;
  readonly sending: boolean;
}

const ERASED_MAIL = 'Message effacé à la demande de la personne.';

/** The tab with the mails to the person, and those about her alone, emptied. */
export function withoutPersonInMails(
  state: State,
  { trace }: Subject,
  { rows, today }: { readonly rows: ReadonlySet<string>; readonly today: Day },
): Mails {
  const grid = state.workbook[outboxTable.tab];
  const { records } = readTable(outboxTable, grid, state.shown[outboxTable.tab]);
  const mine = records.filter(
    ({ to, records: about, body }) =>
      body !== ERASED_MAIL && (isTraced(to, trace) || (about.length > 0 && about.every((id) => rows.has(id)))),
  );
  const waits = ({ status }: OutboxRow) => status === 'draft' || status === 'waiting';
  const put = mine.map((mail): OutboxRow => ({
    ...mail,
    ...(waits(mail) ? { status: 'cancelled', changed_on: today } : {}),
    to: isTraced(mail.to, trace) ? null : mail.to,
    subject: 'Message effacé',
    body: ERASED_MAIL,
    reason: null,
    error: null,
  }));
  return {
    grid: put.length === 0 ? (grid ?? []) : changeTable(outboxTable, grid, { put }, state.shown[outboxTable.tab]),
    cancelled: mine.filter(waits).length,
    sending: mine.some(({ status }) => status === 'claimed'),
  };
}
