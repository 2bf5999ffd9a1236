/** « Redevances »: what each occupant owes for a month, with its computation. */
import type { RecordOf, Table } from '../table.ts';

/** One row per occupancy and month. */
export const rentChargeTable = {
  name: 'rent_charge',
  tab: 'Redevances',
  purpose: 'La redevance d’une occupation pour un mois, avec son calcul.',
  prefix: 'RED',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'month', header: 'Mois', type: 'date', help: 'Le mois dû, par exemple 2023-05.' },
    { field: 'occupancy', header: 'N° d’occupation', type: 'text', width: 110 },
    { field: 'space', header: 'N° d’espace', type: 'text', width: 100 },
    { field: 'space_name', header: 'Espace', type: 'text', width: 120 },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Occupant', type: 'text', width: 220 },
    { field: 'days', header: 'Jours dus', type: 'integer' },
    { field: 'month_days', header: 'Jours du mois', type: 'integer' },
    { field: 'computation', header: 'Calcul', type: 'text', width: 260 },
    { field: 'amount', header: 'Montant', type: 'money' },
    { field: 'due_on', header: 'À payer avant le', type: 'date' },
    { field: 'called_on', header: 'Appelée le', type: 'date' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
  ],
} as const satisfies Table;

/** A row of « Redevances ». */
export type RentCharge = RecordOf<typeof rentChargeTable>;
