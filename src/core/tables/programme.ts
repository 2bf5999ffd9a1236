/** « Programmes »: what the association offers its members; sessions and budget lines name them by code. */
import type { RecordOf, Table } from '../table.ts';
import { sourceTab } from './source-columns.ts';

/** Families of programmes, as the yearly project presents them. */
export const programmeFamilies = {
  hosting: 'hébergement',
  individual_support: 'accompagnement individuel',
  collective_support: 'accompagnement collectif',
  complementary_service: 'service complémentaire',
  networking: 'réseaux',
  representation: 'représentation',
  local_life: 'vie de quartier',
  community_life: 'vie associative',
} as const;

/** How a programme is delivered. */
export const programmeModes = {
  continuous: 'en continu',
  individual: 'rendez-vous individuels',
  individual_in_session: 'rendez-vous dans une séance',
  group: 'séances collectives',
  service: 'service',
  booking: 'réservation',
  event: 'événement',
} as const;

/** Whom a programme is for. */
export const programmeAudiences = {
  all_members: 'tous les adhérents',
  paid_up_members: 'adhérents à jour de cotisation',
  hosted: 'adhérents hébergés',
  coworking: 'adhérents en coworking',
  shop_based: 'adhérents en boutique',
  managers: 'managers',
  members_and_networks: 'adhérents et réseaux partenaires',
  women_and_gender_minorities: 'femmes et minorités de genre',
  public: 'public',
  guests: 'invités',
} as const;

/** How often a programme has a session. */
export const programmeRhythms = {
  monthly: 'chaque mois',
  two_monthly: 'tous les deux mois',
  quarterly: 'tous les trois mois',
  yearly: 'chaque année',
  once: 'une fois',
  on_request: 'à la demande',
  continuous: 'en continu',
} as const;

/** Which one of the month's days of that name. */
export const monthRanks = { first: '1er', second: '2e', third: '3e', fourth: '4e', last: 'dernier' } as const;

/** The days of the week, Monday first. */
export const weekdays = {
  monday: 'lundi',
  tuesday: 'mardi',
  wednesday: 'mercredi',
  thursday: 'jeudi',
  friday: 'vendredi',
  saturday: 'samedi',
  sunday: 'dimanche',
} as const;

/** What becomes of a date that falls on a holiday (domain: D8). */
export const holidayPolicies = {
  skip: 'pas de séance ce mois-là',
  next_same_weekday: 'même jour, une semaine plus tard',
  next_working_day: 'jour ouvré suivant',
  ask: 'me demander',
} as const;

/** One row per programme that the adopted tabs refer to. */
export const programmeTable = {
  name: 'programme',
  tab: 'Programmes',
  purpose: 'Un programme ou un service, avec ses objectifs.',
  prefix: 'PRG',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'code', header: 'Code', type: 'text', width: 100 },
    { field: 'name', header: 'Programme', type: 'text', width: 300 },
    { field: 'family', header: 'Famille', type: 'choice', width: 190, choices: programmeFamilies },
    { field: 'target_min', header: 'Objectif (min.)', type: 'integer', width: 90 },
    { field: 'target_max', header: 'Objectif (max.)', type: 'integer', width: 90 },
    { field: 'notes', header: 'Remarques', type: 'text', width: 240 },
    { field: 'mode', header: 'Forme', type: 'choice', width: 170, choices: programmeModes, later: true },
    { field: 'audience', header: 'Pour qui', type: 'choice', width: 190, choices: programmeAudiences, later: true },
    {
      field: 'networks',
      header: 'Réseaux invités',
      type: 'list',
      width: 130,
      later: true,
      help: 'Les réseaux partenaires dont les membres peuvent s’inscrire, par exemple MAP.',
    },
    {
      field: 'unit_hours_min',
      header: 'Heures par rendez-vous (min.)',
      type: 'decimal',
      width: 110,
      later: true,
    },
    {
      field: 'unit_hours_max',
      header: 'Heures par rendez-vous (max.)',
      type: 'decimal',
      width: 110,
      later: true,
    },
    { field: 'sessions_min', header: 'Séances prévues (min.)', type: 'integer', width: 90, later: true },
    { field: 'sessions_max', header: 'Séances prévues (max.)', type: 'integer', width: 90, later: true },
    { field: 'rhythm', header: 'Rythme', type: 'choice', width: 140, choices: programmeRhythms, later: true },
    { field: 'month_rank', header: 'Rang dans le mois', type: 'choice', width: 90, choices: monthRanks, later: true },
    { field: 'weekday', header: 'Jour', type: 'choice', width: 100, choices: weekdays, later: true },
    {
      field: 'first_month',
      header: 'À partir du mois',
      type: 'integer',
      width: 90,
      later: true,
      help: 'De 1 (janvier) à 12. Vide : janvier.',
    },
    { field: 'start_time', header: 'Heure de début', type: 'time', later: true },
    { field: 'end_time', header: 'Heure de fin', type: 'time', later: true },
    { field: 'place', header: 'Lieu', type: 'text', width: 150, later: true },
    {
      field: 'capacity',
      header: 'Places',
      type: 'integer',
      later: true,
      help: 'Combien de personnes peuvent s’inscrire à une séance ; vide : autant qu’il en vient.',
    },
    { field: 'one_per_organisation', header: 'Une personne par structure', type: 'yes_no', width: 110, later: true },
    {
      field: 'variants',
      header: 'Types de séances',
      type: 'list',
      width: 170,
      later: true,
      help: 'Par exemple « rencontre ; atelier ».',
    },
    {
      field: 'alternate',
      header: 'Types en alternance',
      type: 'yes_no',
      width: 100,
      later: true,
      help: '« oui » : chaque séance proposée prend le type qui suit celui de la précédente.',
    },
    { field: 'funder', header: 'Financeur', type: 'text', width: 160, later: true },
    {
      field: 'charter_axes',
      header: 'Axes de la charte',
      type: 'list',
      width: 170,
      later: true,
      help: 'Par exemple « écologie ; inclusion ».',
    },
    {
      field: 'holiday_policy',
      header: 'Si c’est férié',
      type: 'choice',
      width: 200,
      choices: holidayPolicies,
      later: true,
      help: 'Ce qui est proposé quand la date tombe un jour férié ; vide : vous demander.',
    },
    sourceTab,
  ],
} as const satisfies Table;

/** A row of « Programmes ». */
export type Programme = RecordOf<typeof programmeTable>;
