/** « Financements »: what funders are asked for and give; « Parts des financements » and « Échéances » belong to them. */
import type { RecordOf, Table } from '../table.ts';

/** How far a grant is, and what it counts for in the budget (domain: C5). */
export const grantStates = {
  envisaged: 'envisagée',
  requested: 'sollicitée',
  awarded: 'attribuée',
  agreement_signed: 'convention signée',
  partly_paid: 'versée en partie',
  paid: 'versée',
  refused: 'refusée',
  settled: 'soldée',
  to_repay: 'à reverser',
} as const;

/** How an award is shared between the years that it crosses (domain: C5). */
export const allocationMethods = {
  months: 'au prorata des mois',
  agreement: 'selon la convention',
  manual: 'à la main',
} as const;

/** One row per request; desks of one funder are rows of their own. */
export const grantTable = {
  name: 'grant',
  tab: 'Financements',
  purpose: 'Une subvention envisagée, demandée ou obtenue, avec ses montants et ses dates.',
  prefix: 'FIN',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'funder', header: 'Financeur', type: 'text', width: 180 },
    {
      field: 'desk',
      header: 'Guichet',
      type: 'text',
      width: 90,
      help: 'Le service qui instruit la demande, par exemple DAE ou DAC. Les guichets d’un même financeur font un seul total.',
    },
    { field: 'purpose', header: 'Objet', type: 'text', width: 240 },
    {
      field: 'project',
      header: 'Programme',
      type: 'text',
      width: 100,
      help: 'Le code d’un programme ; vide pour le fonctionnement de l’association.',
    },
    { field: 'state', header: 'État', type: 'choice', width: 140, choices: grantStates },
    { field: 'requested', header: 'Demandé', type: 'money' },
    { field: 'awarded', header: 'Attribué', type: 'money' },
    { field: 'period_start', header: 'Début de la période', type: 'date' },
    { field: 'period_end', header: 'Fin de la période', type: 'date' },
    {
      field: 'allocation',
      header: 'Répartition par année',
      type: 'choice',
      width: 150,
      choices: allocationMethods,
      help: 'Quand la période couvre plusieurs années : au prorata des mois, selon la convention, ou à la main.',
    },
    {
      field: 'rate',
      header: 'Taux (%)',
      type: 'decimal',
      help: 'La part du budget du programme que le financeur prend en charge, par exemple 60.',
    },
    {
      field: 'rate_is_cap',
      header: 'Baisse avec les dépenses',
      type: 'yes_no',
      width: 110,
      help: 'oui : si les dépenses réelles sont plus faibles, la subvention baisse en proportion. non : le montant reste acquis.',
    },
    { field: 'cap', header: 'Plafond', type: 'money', help: 'Le montant que le financeur ne dépasse jamais.' },
    {
      field: 'is_public',
      header: 'Argent public',
      type: 'yes_no',
      help: 'Vide : Régie le déduit du nom du financeur (État, ville, établissement public…).',
    },
    { field: 'deadline', header: 'Date limite de dépôt', type: 'date' },
    { field: 'decided_on', header: 'Décision le', type: 'date' },
    { field: 'agreement_on', header: 'Convention signée le', type: 'date' },
    { field: 'report_due', header: 'Compte rendu avant le', type: 'date' },
    { field: 'reported_on', header: 'Compte rendu envoyé le', type: 'date' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 240, wrap: true },
  ],
} as const satisfies Table;

/** A row of « Financements ». */
export type Grant = RecordOf<typeof grantTable>;

/** One row per part of a grant: what of it belongs to a year, and which line of « Budget » says so. */
export const grantPartTable = {
  name: 'grant_part',
  tab: 'Parts des financements',
  purpose: 'La part d’un financement inscrite au budget d’une année.',
  prefix: 'PFI',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'grant', header: 'Financement', type: 'text', width: 110, help: 'Le numéro d’un financement (FIN).' },
    { field: 'year', header: 'Année', type: 'integer' },
    { field: 'project', header: 'Programme', type: 'text', width: 110 },
    { field: 'amount', header: 'Montant', type: 'money' },
    {
      field: 'line',
      header: 'Ligne de « Budget »',
      type: 'text',
      width: 120,
      help: 'Le numéro de la ligne (BUD) qui porte cette part ; vide tant que le budget de l’année n’existe pas.',
    },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
  ],
} as const satisfies Table;

/** A row of « Parts des financements ». */
export type GrantPart = RecordOf<typeof grantPartTable>;

/** One row per payment that a funder announces or makes. */
export const instalmentTable = {
  name: 'instalment',
  tab: 'Échéances des financements',
  purpose: 'Un versement attendu ou reçu d’un financeur.',
  prefix: 'ECF',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'grant', header: 'Financement', type: 'text', width: 110, help: 'Le numéro d’un financement (FIN).' },
    { field: 'label', header: 'Versement', type: 'text', width: 180, help: 'Acompte, solde…' },
    { field: 'due_on', header: 'Attendu le', type: 'date' },
    { field: 'amount', header: 'Montant', type: 'money' },
    { field: 'received_on', header: 'Reçu le', type: 'date' },
    { field: 'notes', header: 'Remarques', type: 'text', width: 220 },
  ],
} as const satisfies Table;

/** A row of « Échéances des financements ». */
export type Instalment = RecordOf<typeof instalmentTable>;
