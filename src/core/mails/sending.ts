/** What becomes of each row of « Envois »: claimed, sent, refused, or left for her to decide; pure. */
import type { Day } from '../day.ts';
import type { MailStatus, OutboxRow } from '../outbox.ts';
import { french, quoted } from '../french.ts';
import type { Lost } from './cause.ts';
import { withdrawn } from './causes.ts';
import type { MailRules } from './settings.ts';
import { mailAddress, mailHtml, mailLine, mailText } from './text.ts';

/** How many mails one claim may hold: at most this many are left uncertain by a run that was killed. */
export const CLAIM_SIZE = 50;

/** After that many milliseconds no run can still be at work on a claim: Apps Script ends every run after six minutes. */
const LONGEST_RUN = 10 * 60_000;

/** An instant: its civil day in Paris, and its milliseconds. */
export interface Instant {
  readonly today: Day;
  readonly milliseconds: number;
}

/** A mail as it leaves: one recipient, text, and the same text as HTML. */
export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly html: string;
  readonly senderName: string;
  readonly replyTo: string | null;
}

/** What became of one sending; "untried" means that the mail surely did not leave. */
export type SendResult =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'refused' | 'uncertain' | 'untried'; readonly reason: string | null };

/** The rows to write before anything is sent, and those of them to send once they are written. */
export interface Claim {
  readonly claimed: readonly OutboxRow[];
  /** Rows of dead runs, doubles, unsendable ones and those whose reason went: told apart, never sent. */
  readonly setAside: readonly OutboxRow[];
}

/** What to claim now, at most `size` rows in their order; `lost` are those that must not leave any more. */
export function claimMails(
  rows: readonly OutboxRow[],
  at: Instant,
  size: number,
  lost: ReadonlyMap<string, Lost> = new Map(),
): Claim {
  const claimed: OutboxRow[] = [];
  const setAside: OutboxRow[] = strandedMails(rows, at);
  const keys = new Map<string, string>();
  for (const row of rows) {
    const former = row.key === null ? undefined : keys.get(row.key);
    const counts = row.status !== 'cancelled' && row.status !== 'refused';
    const gone = isDue(row, at.today) ? lost.get(row.id) : undefined;
    if (row.key !== null && counts && former === undefined && gone === undefined) keys.set(row.key, row.id);
    if (!isDue(row, at.today)) continue;
    if (gone !== undefined) {
      setAside.push(withdrawn(row, gone, at.today));
      continue;
    }
    const fault =
      former === undefined
        ? faultOf(row)
        : french`C’est le même message que ${former} : il n’est pas envoyé deux fois.`;
    if (fault !== null) setAside.push(changed(row, 'refused', at.today, fault));
    else if (claimed.length < size)
      claimed.push({
        ...changed(row, 'claimed', at.today, null),
        claimed_at: new Date(at.milliseconds).toISOString(),
        attempts: (row.attempts ?? 0) + 1,
      });
  }
  return { claimed, setAside };
}

/** True when the mail waits and its day has come. */
export function isDue({ status, not_before: notBefore }: OutboxRow, today: Day): boolean {
  return status === 'waiting' && (notBefore === null || notBefore <= today);
}

/** Why the mail cannot leave as it stands, in French; null when it can. */
export function faultOf({ to, subject, body }: OutboxRow): string | null {
  if (mailAddress(to ?? '') === null)
    return french`${quoted(to ?? '')} n’est pas une adresse e-mail. Corrigez « Destinataire », puis renvoyez ce message.`;
  if (mailLine(subject ?? '') === '') return 'L’objet est vide. Écrivez-le, puis renvoyez ce message.';
  if (mailText(body ?? '') === '') return 'Le message est vide. Écrivez-le, puis renvoyez ce message.';
  return null;
}

/** The rows that a dead run left at « envoi… »: nobody knows whether they left, so she decides. */
export function strandedMails(rows: readonly OutboxRow[], at: Instant): OutboxRow[] {
  return rows
    .filter((row) => row.status === 'claimed' && !isRecent(row.claimed_at, at.milliseconds))
    .map((row) => changed(row, 'uncertain', at.today, INTERRUPTED));
}

const INTERRUPTED =
  'L’envoi a été interrompu : ce message est peut-être parti. Regardez dans vos messages envoyés avant de décider.';

function isRecent(claimedAt: string | null, now: number): boolean {
  const age = now - Date.parse(claimedAt ?? '');
  // A claim from the future: the clock was turned back; the run is as dead as an old one.
  return Math.abs(age) < LONGEST_RUN;
}

/** The rows of those results, as they are to be written; a row that went meanwhile is left alone. */
export function settleMails(
  rows: readonly OutboxRow[],
  results: ReadonlyMap<string, SendResult>,
  today: Day,
): OutboxRow[] {
  return rows.flatMap((row) => {
    const result = results.get(row.id);
    if (result === undefined) return [];
    if (result.outcome === 'sent') return row.status === 'sent' ? [] : [changed(row, 'sent', today, null)];
    // What she decided meanwhile stands: only our own claim is taken back.
    if (row.status !== 'claimed') return [];
    const status = result.outcome === 'untried' ? 'waiting' : result.outcome;
    return [changed(row, status, today, result.reason)];
  });
}

function changed(row: OutboxRow, status: MailStatus, today: Day, error: string | null): OutboxRow {
  return { ...row, status, changed_on: today, error };
}

/** The mail of a row that has no fault. */
export function outgoing(row: OutboxRow, { senderName, replyTo }: MailRules): OutgoingMail {
  const body = mailText(row.body ?? '');
  return {
    to: mailAddress(row.to ?? '') ?? '',
    subject: mailLine(row.subject ?? ''),
    body,
    html: mailHtml(body),
    senderName,
    replyTo,
  };
}
