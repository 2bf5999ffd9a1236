/** The identifiers that records use, with their French words; printed with every reading. */
import type { Json } from './types.ts';

/** Identifier → French word, by enumeration. */
export const ENUMS: Readonly<Record<string, Json>> = {
  affiliation: {
    hosted: 'membre hébergé',
    coworking: 'coworkeur·se',
    shop_based: 'membre en boutique',
    non_resident: 'bénéficiaire',
  },
  activity: {
    label: 'label',
    producer: 'producteur',
    booker: 'tourneur',
    manager: "manager d'artistes",
    publisher: 'éditeur',
    press_officer: 'attaché de presse',
    innovation_expert: 'expert en innovation musicale (marketing, stratégie digitale)',
    other: 'Autre (texte dans activity_other)',
  },
  payment_method: {
    cheque: 'chèque',
    bank_transfer: 'virement',
    card: 'CB',
    cash: 'espèces',
    direct_debit: 'prélèvement',
  },
  space_kind: {
    office: 'bureau',
    studio: 'petit studio',
    desk: 'poste de coworking',
    shop_unit: 'boutique',
    premises: "local loué par l'association",
  },
  space_status: {
    occupied: 'occupé',
    vacant: 'libre',
    reserved: 'en attente',
    rented_by_association: "loué par l'association",
    unknown: 'occupant illisible',
  },
  grant_status: {
    requested: 'sollicitée',
    awarded: 'attribuée',
  },
  session_status: {
    held: 'tenue (présents connus)',
    to_confirm: 'passée, sans présents',
    planned: 'à venir',
    cancelled: 'annulée',
    unscheduled: 'sans date',
  },
  date_precision: ['day', 'month', 'year'],
};
