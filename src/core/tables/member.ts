/** « Adhérents »: one row per organisation record; duplicates stay, linked by « Fusionné dans » when she says so. */
import type { RecordOf, Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** How a member belongs to the association. */
export const affiliations = {
  hosted: 'membre hébergé',
  coworking: 'coworkeur·se',
  shop_based: 'membre en boutique',
  non_resident: 'bénéficiaire',
} as const;

/** Where a member stands; computed from payments and dates unless one is imposed (domain: D3). */
export const memberStatuses = {
  candidate: 'candidat',
  active: 'à jour',
  due: 'cotisation attendue',
  lapsed: 'cotisation en retard',
  left: 'parti',
  excluded: 'exclu',
} as const;

/** Trades of the music sector, as the association counts them. */
export const activities = {
  label: 'label',
  producer: 'producteur',
  booker: 'tourneur',
  manager: 'manager d’artistes',
  publisher: 'éditeur',
  press_officer: 'attaché de presse',
  innovation_expert: 'expert en innovation musicale',
  other: 'autre',
} as const;

/** A member: an organisation, with how to reach it. */
export const memberTable = {
  name: 'member',
  tab: 'Adhérents',
  purpose: 'Une structure adhérente, avec son statut, ses activités et ses coordonnées.',
  prefix: 'ADH',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    { field: 'affiliation', header: 'Statut', type: 'choice', width: 165, choices: affiliations },
    { field: 'activities', header: 'Activités', type: 'list', width: 240 },
    { field: 'activity_other', header: 'Autre activité', type: 'text', width: 130 },
    { field: 'email', header: 'E-mail', type: 'text', width: 250 },
    { field: 'other_emails', header: 'Autres e-mails', type: 'list', width: 230 },
    { field: 'phone', header: 'Téléphone', type: 'text', width: 120 },
    { field: 'other_phones', header: 'Autres téléphones', type: 'list', width: 130 },
    {
      field: 'unreadable_contacts',
      header: 'Coordonnées à vérifier',
      type: 'list',
      width: 180,
      help: 'Adresses et numéros gardés tels qu’ils étaient écrits, parce qu’ils ne sont pas valides.',
    },
    { field: 'start', header: 'Adhérent depuis', type: 'date', width: 110 },
    { field: 'left_on', header: 'Parti le', type: 'date', later: true },
    { field: 'leaving_reason', header: 'Motif du départ', type: 'text', width: 160, later: true },
    {
      field: 'imposed_status',
      header: 'État imposé',
      type: 'choice',
      width: 130,
      choices: memberStatuses,
      later: true,
      help: 'L’état est calculé d’après les cotisations et les dates. Écrivez-en un ici pour l’imposer, avec sa raison.',
    },
    { field: 'status_reason', header: 'Raison de l’état imposé', type: 'text', width: 180, later: true },
    {
      field: 'siret',
      header: 'SIRET',
      type: 'text',
      width: 130,
      later: true,
      help: 'Quatorze chiffres, gardés comme un texte.',
    },
    { field: 'legal_form', header: 'Forme juridique', type: 'text', width: 120, later: true },
    { field: 'address', header: 'Adresse', type: 'text', width: 220, later: true },
    { field: 'website', header: 'Site web', type: 'text', width: 180, later: true },
    {
      field: 'presentation',
      header: 'Présentation',
      type: 'text',
      width: 280,
      later: true,
      help: 'Deux ou trois phrases pour l’annuaire.',
    },
    { field: 'charter_signed_on', header: 'Charte signée le', type: 'date', later: true },
    { field: 'charter_version', header: 'Version de la charte', type: 'text', width: 100, later: true },
    { field: 'former_names', header: 'Anciens noms', type: 'list', width: 140 },
    {
      field: 'space_hints',
      header: 'Espace mentionné',
      type: 'list',
      width: 110,
      help: 'L’espace dont parle la ligne d’origine ; l’occupation elle-même est dans « Occupations ».',
    },
    { field: 'notes', header: 'Remarques', type: 'text', width: 240 },
    {
      field: 'merged_into',
      header: 'Fusionné dans',
      type: 'text',
      width: 110,
      help: 'Le numéro de la fiche gardée, quand cette fiche est un doublon : elle reste, mais n’est plus comptée.',
    },
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

/** A row of « Adhérents ». */
export type Member = RecordOf<typeof memberTable>;
