/** « Régie · agenda », hidden: the calendar that Régie keeps, and what was last agreed with it about each session. */
import type { RecordOf, Table } from '../table.ts';

/** Where the calendar stands, or a session in it. */
export const agendaStates = {
  wanted: 'à créer',
  creating: 'création en cours',
  ready: 'en place',
  lost: 'introuvable',
  sent: 'à l’agenda',
  moved: 'déplacée dans l’agenda',
  deleted: 'supprimée dans l’agenda',
  orphan: 'séance disparue',
  cancelled: 'annulée',
} as const;

/** One row for the calendar itself, then one per session that was ever put in it. */
export const agendaTable = {
  name: 'agenda',
  tab: 'Régie · agenda',
  purpose: 'Ce que l’agenda et « Séances » savent l’un de l’autre.',
  prefix: 'AGD',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'kind', header: 'Nature', type: 'choice', choices: { calendar: 'agenda', event: 'séance' } },
    { field: 'session', header: 'N° de séance', type: 'text' },
    { field: 'event', header: 'Repère Google', type: 'text', width: 200 },
    { field: 'state', header: 'État', type: 'choice', width: 150, choices: agendaStates },
    { field: 'title', header: 'Titre', type: 'text', width: 220 },
    { field: 'date', header: 'Date convenue', type: 'date' },
    { field: 'until', header: 'Jusqu’au', type: 'date' },
    { field: 'start_time', header: 'Début convenu', type: 'time' },
    { field: 'end_time', header: 'Fin convenue', type: 'time' },
    { field: 'place', header: 'Lieu convenu', type: 'text' },
    { field: 'text', header: 'Empreinte du texte', type: 'text' },
    { field: 'etag', header: 'Version', type: 'text' },
    { field: 'guests', header: 'Invités', type: 'list', width: 260 },
    { field: 'by_hand', header: 'Invités à la main', type: 'list', width: 160 },
    { field: 'link', header: 'Lien de visioconférence', type: 'text' },
    { field: 'found_date', header: 'Date dans l’agenda', type: 'date' },
    { field: 'found_until', header: 'Jusqu’au, dans l’agenda', type: 'date' },
    { field: 'found_start', header: 'Début dans l’agenda', type: 'time' },
    { field: 'found_end', header: 'Fin dans l’agenda', type: 'time' },
    { field: 'found_place', header: 'Lieu dans l’agenda', type: 'text' },
    { field: 'chosen', header: 'Choix', type: 'text' },
    { field: 'token', header: 'Repère de lecture', type: 'text' },
    { field: 'synced_at', header: 'Dernier échange', type: 'text', width: 130 },
    { field: 'trouble', header: 'Ce qui n’a pas marché', type: 'text', width: 240 },
  ],
} as const satisfies Table;

/** A row of « Régie · agenda ». */
export type AgendaRow = RecordOf<typeof agendaTable>;

/** The row of the calendar itself, or null as long as she has not asked for one. */
export function calendarRow(rows: readonly AgendaRow[]): AgendaRow | null {
  return rows.find(({ kind }) => kind === 'calendar') ?? null;
}
