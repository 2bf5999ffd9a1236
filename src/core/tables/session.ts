/** « Séances »: workshops, clubs, consultations, meetings: what is planned and what was held. */
import type { Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

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
      choices: {
        held: 'tenue',
        to_confirm: 'passée, sans présents',
        planned: 'à venir',
        cancelled: 'annulée',
        unscheduled: 'sans date',
      },
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
    sourceLook,
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;
