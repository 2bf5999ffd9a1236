/** « Espaces »: offices, desks, shops and premises, with what they cost. */
import type { RecordOf, Table } from '../table.ts';
import { paymentMethods } from './membership-fee.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** How often a sum is due. */
export const periods = { month: 'par mois', quarter: 'par trimestre', year: 'par an' } as const;

/** One row per space. */
export const spaceTable = {
  name: 'space',
  tab: 'Espaces',
  purpose: 'Un bureau, un poste, une boutique ou un local, avec sa surface et sa redevance.',
  prefix: 'ESP',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'name', header: 'Espace', type: 'text', width: 130 },
    {
      field: 'kind',
      header: 'Type',
      type: 'choice',
      width: 150,
      choices: {
        office: 'bureau',
        studio: 'petit studio',
        desk: 'poste de coworking',
        shop_unit: 'boutique',
        premises: 'local loué par l’association',
      },
    },
    { field: 'premises', header: 'Site', type: 'text', width: 110 },
    { field: 'area', header: 'Surface (m²)', type: 'decimal', width: 90 },
    {
      field: 'status',
      header: 'État',
      type: 'choice',
      width: 130,
      choices: {
        occupied: 'occupé',
        vacant: 'libre',
        reserved: 'en attente',
        rented_by_association: 'loué par l’association',
        unknown: 'à préciser',
      },
    },
    { field: 'vacant_since', header: 'Libre depuis', type: 'date' },
    { field: 'fee', header: 'Redevance', type: 'money' },
    { field: 'fee_period', header: 'Due', type: 'choice', width: 110, choices: periods },
    { field: 'monthly_fee', header: 'Redevance par mois', type: 'money' },
    {
      field: 'fee_detail',
      header: 'Précision',
      type: 'text',
      width: 130,
      help: 'Ce que la redevance dit en plus du montant.',
    },
    { field: 'paid_to_association', header: 'Payée à l’association', type: 'yes_no', width: 100 },
    { field: 'paid_to', header: 'Payée à', type: 'text', width: 130 },
    { field: 'deposit', header: 'Caution', type: 'money' },
    { field: 'deposit_detail', header: 'Détail de la caution', type: 'text', width: 130 },
    { field: 'deposit_method', header: 'Caution par', type: 'choice', width: 110, choices: paymentMethods },
    {
      field: 'shares_to_confirm',
      header: 'Parts à confirmer',
      type: 'yes_no',
      width: 90,
      help: '« oui » quand plusieurs occupants se partagent l’espace et que des parts égales sont proposées.',
    },
    {
      field: 'places',
      header: 'Places',
      type: 'integer',
      later: true,
      help: 'Combien d’occupants l’espace peut avoir à la fois ; vide : un.',
    },
    { field: 'priority_district', header: 'En quartier prioritaire (QPV)', type: 'yes_no', width: 100, later: true },
    { field: 'blocked_from', header: 'Indisponible du', type: 'date', later: true },
    { field: 'blocked_until', header: 'Indisponible jusqu’au', type: 'date', later: true },
    { field: 'blocked_reason', header: 'Travaux ou autre raison', type: 'text', width: 160, later: true },
    { field: 'closed_on', header: 'Fermé le', type: 'date', later: true, help: 'Quand l’espace n’est plus géré.' },
    { field: 'lease_holder', header: 'Titulaire du bail', type: 'text', width: 130 },
    { field: 'lease_start', header: 'Début du bail', type: 'date' },
    { field: 'rent', header: 'Loyer', type: 'money' },
    { field: 'rent_period', header: 'Loyer dû', type: 'choice', width: 110, choices: periods },
    { field: 'notes', header: 'Remarques', type: 'text', width: 240 },
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

/** A row of « Espaces ». */
export type Space = RecordOf<typeof spaceTable>;
