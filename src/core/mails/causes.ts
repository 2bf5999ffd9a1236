/** The list of rules that make mails: each is asked again before its mails leave. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { duesCause, receiptCause } from '../dues/mail-causes.ts';
import type { OutboxRow } from '../outbox.ts';
import { registrationCause } from '../registrations/mail-cause.ts';
import { rentCause } from '../rents/mail-cause.ts';
import { sessionCause } from '../sessions/mail-cause.ts';
import type { Lost, MailCause } from './cause.ts';

const causes: readonly MailCause[] = [
  // One per line: capabilities add theirs without touching each other’s.
  duesCause,
  receiptCause,
  rentCause,
  sessionCause,
  registrationCause,
];

/** The tabs from which all causes are judged. */
export const causeTabs: readonly string[] = [...new Set(causes.flatMap(({ reads }) => reads))];

/** The tabs that must be read to judge those mails; none when no rule made them. */
export function tabsToJudge(rows: readonly OutboxRow[]): readonly string[] {
  return [...new Set(causes.flatMap(({ isOwn, reads }) => (rows.some(isOwn) ? reads : [])))];
}

/** Those of the mails that must not leave as the workbook stands, by their number. */
export function lostMails(state: State, rows: readonly OutboxRow[], today: Day): ReadonlyMap<string, Lost> {
  const lost = causes.flatMap((cause) => {
    const own = rows.filter(cause.isOwn);
    return own.length === 0 ? [] : [...cause.lost(state, own, today)];
  });
  return new Map(lost);
}

/** The row of a mail that must not leave; cancelled, its key is free unless it may have left: its reason may come back. */
export function withdrawn(row: OutboxRow, { fate, why }: Lost, today: Day): OutboxRow {
  const isFree = fate === 'cancelled' && row.status !== 'uncertain';
  return { ...row, status: fate, changed_on: today, error: why, key: isFree ? null : row.key };
}
