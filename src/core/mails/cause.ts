/** Why a mail was made by a rule, to be asked again before it leaves. */
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import type { OutboxRow } from '../outbox.ts';

/** What becomes of a mail that must not leave: cancelled when its reason went, back to be read when nobody can tell. */
export interface Lost {
  readonly fate: 'cancelled' | 'draft';
  /** French: why it does not leave. */
  readonly why: string;
}

/** A rule that makes mails: what is true when they are prepared may be so no more when they are released or sent. */
export interface MailCause {
  /** The tabs that must be read to judge its mails. */
  readonly reads: readonly string[];
  readonly isOwn: (row: OutboxRow) => boolean;
  /** Those of its mails that must not leave as the workbook stands, by their number. */
  readonly lost: (state: State, rows: readonly OutboxRow[], today: Day) => ReadonlyMap<string, Lost>;
}

/** True when a text names sums, and that one is not among them. */
export function namesOtherSums(text: string | null, cents: number): boolean {
  const sums = [...(text ?? '').matchAll(/(\d[\d\u00A0\u202F ]*(?:,\d{1,2})?)[\u00A0\u202F ]?€/gu)].map(
    ([, sum = '']) => Math.round(Number(sum.replace(/[\u00A0\u202F ]/gu, '').replace(',', '.')) * 100),
  );
  return sums.length > 0 && !sums.includes(cents);
}
