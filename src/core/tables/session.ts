/** « Séances »: workshops, clubs, consultations, meetings: what is planned and what was held. */
import type { RecordOf, Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** Where a session stands; a proposed one is a date that she has not confirmed yet. */
export const sessionStatuses = {
  held: 'tenue',
  to_confirm: 'passée, sans présents',
  planned: 'à venir',
  cancelled: 'annulée',
  unscheduled: 'sans date',
  proposed: 'proposée',
} as const;

/** One row per session. */
export const sessionTable = {
  name: 'session',
  tab: 'Séances',
  purpose: 'Une séance d’un programme : quand, avec qui, combien d’inscrits et de présents.',
  prefix: 'SEA',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'date', header: 'Date', type: 'date' },
    { field: 'start_time', header: 'Début', type: 'time' },
    { field: 'end_time', header: 'Fin', type: 'time' },
    { field: 'title', header: 'Séance', type: 'text', width: 280 },
    { field: 'programme', header: 'Programme', type: 'text', width: 110, help: 'Le code d’un programme.' },
    { field: 'provider', header: 'Intervenant·e', type: 'text', width: 150 },
    { field: 'place', header: 'Lieu', type: 'text', width: 150 },
    {
      field: 'status',
      header: 'État',
      type: 'choice',
      width: 150,
      choices: sessionStatuses,
    },
    { field: 'registered', header: 'Inscrits', type: 'integer' },
    { field: 'attended', header: 'Présents', type: 'integer' },
    { field: 'women', header: 'Dont femmes', type: 'integer' },
    {
      field: 'approximate',
      header: 'Chiffres approchés',
      type: 'list',
      width: 130,
      help: 'Les colonnes dont le nombre est une estimation.',
    },
    { field: 'duration', header: 'Durée (min)', type: 'integer' },
    {
      field: 'unit_count',
      header: 'Rendez-vous',
      type: 'integer',
      width: 90,
      help: 'Pour une ligne qui réunit plusieurs rendez-vous.',
    },
    { field: 'unit_duration', header: 'Durée de chacun (min)', type: 'integer', width: 115 },
    { field: 'organisations', header: 'Structures présentes', type: 'list', width: 240 },
    { field: 'organisations_unnamed', header: 'Structures non nommées', type: 'integer', width: 125 },
    { field: 'open_list', header: 'Liste incomplète', type: 'yes_no', width: 90 },
    { field: 'end_date', header: 'Jusqu’au', type: 'date' },
    { field: 'previous_dates', header: 'Anciennes dates', type: 'list', width: 120 },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
    {
      field: 'tag',
      header: 'Repère',
      type: 'text',
      width: 110,
      help: 'Ce que voulait dire la couleur de la ligne d’origine.',
    },
    {
      field: 'other_programmes',
      header: 'Autres programmes',
      type: 'list',
      width: 130,
      later: true,
      help: 'Les codes d’autres programmes dont elle fait aussi partie ; elle n’est comptée qu’une fois.',
    },
    {
      field: 'variant',
      header: 'Type',
      type: 'text',
      width: 110,
      later: true,
      help: 'Quand un programme alterne deux sortes de séances, par exemple rencontre et atelier.',
    },
    {
      field: 'capacity',
      header: 'Places',
      type: 'integer',
      later: true,
      help: 'Combien de personnes peuvent s’inscrire ; vide : autant qu’il en vient.',
    },
    {
      field: 'networks',
      header: 'Réseaux invités',
      type: 'list',
      width: 130,
      later: true,
      help: 'Les réseaux partenaires dont les membres peuvent s’inscrire.',
    },
    { field: 'one_per_organisation', header: 'Une personne par structure', type: 'yes_no', width: 110, later: true },
    { field: 'online_link', header: 'Lien visio', type: 'text', width: 160, later: true },
    { field: 'replay_link', header: 'Lien du replay', type: 'text', width: 160, later: true },
    {
      field: 'reason',
      header: 'Motif',
      type: 'text',
      width: 200,
      later: true,
      help: 'Pourquoi elle a été déplacée, annulée ou écartée, ou pourquoi cette date est proposée.',
    },
    {
      field: 'occurrence',
      header: 'Repère du calendrier',
      type: 'text',
      width: 140,
      hidden: true,
      later: true,
      help: 'Le programme et le jour que donne son rythme : le calendrier de l’année n’est jamais proposé deux fois.',
    },
    sourceLook,
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;

/** A row of « Séances ». */
export type Session = RecordOf<typeof sessionTable>;
