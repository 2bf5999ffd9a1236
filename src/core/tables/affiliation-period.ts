/** « Parcours »: what each member was, from when to when; « qui était quoi au 31/12 » is read here. */
import type { RecordOf, Table } from '../table.ts';
import { affiliations } from './member.ts';

/** One row per member and affiliation, dated; the last one is open. A member without any row has been what « Adhérents » says. */
export const affiliationPeriodTable = {
  name: 'affiliation_period',
  tab: 'Parcours',
  purpose: 'Le statut d’un adhérent pendant une période.',
  prefix: 'PAR',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    { field: 'affiliation', header: 'Statut', type: 'choice', width: 165, choices: affiliations },
    { field: 'start', header: 'Du', type: 'date' },
    { field: 'end', header: 'Au', type: 'date', help: 'Le dernier jour ; vide : toujours en cours.' },
    { field: 'reason', header: 'Pourquoi', type: 'text', width: 220 },
  ],
} as const satisfies Table;

/** A row of « Parcours ». */
export type AffiliationPeriod = RecordOf<typeof affiliationPeriodTable>;
