/** « Programmes »: what the association offers its members; sessions and budget lines name them by code. */
import type { Table } from '../table.ts';
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
    sourceTab,
  ],
} as const satisfies Table;
