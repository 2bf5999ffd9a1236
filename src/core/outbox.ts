/** The outbox « Envois »: a mail to send is a row; it is claimed before it is sent, so it never leaves twice. */
import type { Day } from './day.ts';
import type { RecordOf, Table } from './table.ts';

/** « Envois »: one row per mail, from the wish to its fate. */
export const outboxTable = {
  name: 'outbox',
  tab: 'Envois',
  purpose: 'Un message à envoyer, envoyé, ou à vérifier.',
  prefix: 'ENV',
  columns: [
    { field: 'id', header: 'N°', type: 'id', width: 90 },
    {
      field: 'status',
      header: 'État',
      type: 'choice',
      width: 110,
      choices: {
        draft: 'à relire',
        waiting: 'à envoyer',
        claimed: 'envoi…',
        sent: 'envoyé',
        uncertain: 'à vérifier',
        refused: 'refusé',
        cancelled: 'annulé',
      },
    },
    { field: 'to', header: 'Destinataire', type: 'text', width: 220 },
    { field: 'subject', header: 'Objet', type: 'text', width: 280 },
    { field: 'body', header: 'Message', type: 'text', width: 400 },
    { field: 'reason', header: 'Pourquoi', type: 'text', width: 240 },
    { field: 'key', header: 'Clé', type: 'text', width: 120, hidden: true },
    { field: 'changed_on', header: 'Le', type: 'date', width: 100 },
    { field: 'error', header: 'Erreur', type: 'text', width: 200 },
  ],
} as const satisfies Table;

/** A row of « Envois ». */
export type OutboxRow = RecordOf<typeof outboxTable>;

/** How many mails one claim may hold: at most this many are left uncertain by a killed run. */
export const CLAIM_SIZE = 25;

/** The rows to send now, marked « envoi… »: write them first, then send, then mark them sent. */
export function claimMails(rows: readonly OutboxRow[], today: Day): OutboxRow[] {
  return rows
    .filter((row) => row.status === 'waiting')
    .slice(0, CLAIM_SIZE)
    .map((row) => ({ ...row, status: 'claimed', changed_on: today }));
}

/** The rows that a dead run left at « envoi… »: nobody knows whether they left, so she decides. */
export function strandedMails(rows: readonly OutboxRow[], today: Day): OutboxRow[] {
  return rows
    .filter((row) => row.status === 'claimed')
    .map((row) => ({
      ...row,
      status: 'uncertain',
      changed_on: today,
      error: 'L’envoi a été interrompu : vérifiez vos messages envoyés avant de le relancer.',
    }));
}
