/** « Occupations »: who is in which space, since when and until when. */
import type { RecordOf, Table } from '../table.ts';
import { sourceRow, sourceTab } from './source-columns.ts';

/** On what ground an occupant is there (domain: D1). */
export const agreements = {
  short_occupancy: 'convention d’occupation précaire',
  service_agreement: 'convention de mise à disposition',
  short_lease: 'bail dérogatoire',
  commercial_lease: 'bail commercial',
  landlord_lease: 'bail direct avec le bailleur',
  domiciliation: 'domiciliation',
} as const;

/** One row per occupant of a space. */
export const occupancyTable = {
  name: 'occupancy',
  tab: 'Occupations',
  purpose: 'Un occupant d’un espace, sa part, son entrée et sa sortie.',
  prefix: 'OCC',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'space', header: 'N° d’espace', type: 'text', width: 100 },
    { field: 'space_name', header: 'Espace', type: 'text', width: 120 },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Occupant', type: 'text', width: 220 },
    { field: 'person', header: 'Personne', type: 'text', width: 140 },
    { field: 'share', header: 'Part (%)', type: 'decimal' },
    { field: 'start', header: 'Entrée', type: 'date' },
    { field: 'planned_end', header: 'Sortie prévue', type: 'date' },
    {
      field: 'max_end',
      header: 'Limite des 36 mois',
      type: 'date',
      width: 110,
      help: 'La fin du séjour le plus long permis, d’après l’entrée ; vide pour les boutiques.',
    },
    { field: 'end', header: 'Sortie', type: 'date' },
    { field: 'agreement', header: 'Type de convention', type: 'choice', width: 170, choices: agreements, later: true },
    { field: 'signed_on', header: 'Signée le', type: 'date', later: true },
    {
      field: 'monthly_fee',
      header: 'Redevance convenue par mois',
      type: 'money',
      later: true,
      help: 'Vide : celle de l’espace, selon la part.',
    },
    { field: 'deposit', header: 'Caution', type: 'money', later: true },
    { field: 'deposit_paid_on', header: 'Caution reçue le', type: 'date', later: true },
    { field: 'deposit_returned_on', header: 'Caution rendue le', type: 'date', later: true },
    { field: 'insurance_until', header: 'Assurance valable jusqu’au', type: 'date', later: true },
    { field: 'storage_unit', header: 'Armoire', type: 'text', width: 90, later: true },
    { field: 'keys', header: 'Clés et badges', type: 'text', width: 120, later: true },
    { field: 'keys_returned_on', header: 'Clés rendues le', type: 'date', later: true },
    { field: 'inventory_in', header: 'État des lieux d’entrée', type: 'date', later: true },
    { field: 'inventory_out', header: 'État des lieux de sortie', type: 'date', later: true },
    {
      field: 'extended_until',
      header: 'Prolongée jusqu’au',
      type: 'date',
      later: true,
      help: 'Au-delà de la limite, par une décision datée et motivée.',
    },
    { field: 'extension_decided_on', header: 'Prolongation décidée le', type: 'date', later: true },
    { field: 'extension_reason', header: 'Motif de la prolongation', type: 'text', width: 200, later: true },
    { field: 'exit_reason', header: 'Motif de la sortie', type: 'text', width: 160, later: true },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;

/** A row of « Occupations ». */
export type Occupancy = RecordOf<typeof occupancyTable>;
