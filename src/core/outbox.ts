/** The outbox « Envois »: a mail to send is a row; it is claimed before it is sent, so it never leaves twice. */
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
      help: 'Changez-le depuis Régie (« Envois ») plutôt qu’ici : un message remis « à envoyer » repart.',
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
    { field: 'records', header: 'Fiches concernées', type: 'list', width: 140 },
    { field: 'created_on', header: 'Préparé le', type: 'date', width: 100 },
    {
      field: 'not_before',
      header: 'Pas avant le',
      type: 'date',
      width: 100,
      help: 'Le message attend ce jour pour partir.',
    },
    {
      field: 'changed_on',
      header: 'État depuis le',
      type: 'date',
      width: 100,
      synonyms: ['Le'],
      help: 'Pour un message envoyé, le jour de son départ.',
    },
    { field: 'error', header: 'Ce qui n’a pas marché', type: 'text', width: 260, synonyms: ['Erreur'] },
    { field: 'action', header: 'Action du journal', type: 'text', width: 110 },
    { field: 'template', header: 'Modèle', type: 'text', width: 140, hidden: true },
    { field: 'key', header: 'Clé', type: 'text', width: 120, hidden: true },
    { field: 'claimed_at', header: 'Envoi commencé à', type: 'text', width: 170, hidden: true },
    { field: 'attempts', header: 'Tentatives', type: 'integer', width: 80, hidden: true },
  ],
} as const satisfies Table;

/** A row of « Envois ». */
export type OutboxRow = RecordOf<typeof outboxTable>;

/** Where a mail stands. */
export type MailStatus = NonNullable<OutboxRow['status']>;

/** In « Destinataire » of a wished mail: whoever carries out the action, put in by the shell. */
export const TO_MYSELF = 'moi';
