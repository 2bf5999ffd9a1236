/** French names of kinds and of what tables hold. */
import { frenchNumber } from '../french.ts';
import { ADOPTED_KINDS, FIELDS } from '../reading/synonyms.ts';
import type { Kind } from '../reading/types.ts';
import type { KindOption } from './details.ts';

const KIND_LABELS: Readonly<Record<Kind | 'skip', string>> = {
  members: 'Liste d’adhérents',
  spaces: 'Espaces et occupants',
  budget: 'Budget prévisionnel',
  sessions: 'Suivi des séances',
  attendance_sheet: 'Feuille de présence',
  actuals: 'Écritures comptables',
  unknown: 'Laissé tel quel',
  empty: 'Onglet vide',
  skip: 'Laissé tel quel',
};

const NOUNS: Readonly<Record<string, readonly [string, string]>> = {
  member: ['adhérent', 'adhérents'],
  contact: ['contact', 'contacts'],
  membership_fee: ['cotisation', 'cotisations'],
  space: ['espace', 'espaces'],
  occupancy: ['occupation', 'occupations'],
  programme: ['programme', 'programmes'],
  session: ['séance', 'séances'],
  registration: ['inscription', 'inscriptions'],
  budget_line: ['ligne de budget', 'lignes de budget'],
  entry: ['écriture', 'écritures'],
  check: ['point à vérifier', 'points à vérifier'],
};

/** What a tab was recognised as, or chosen to be. */
export function kindLabelOf(kind: Kind | 'skip'): string {
  return KIND_LABELS[kind];
}

/** The kinds a tab may be read as, with their fields, and « laissé tel quel ». */
export function kindOptions(): KindOption[] {
  return [
    ...ADOPTED_KINDS.map((kind) => ({
      kind,
      label: KIND_LABELS[kind],
      fields: Object.entries(FIELDS[kind]).map(([field, { label }]) => ({ field, label })),
    })),
    { kind: 'skip' as const, label: KIND_LABELS.skip, fields: [] },
  ];
}

/** The noun for what a table holds, in the right number. */
export function nounOf(table: string, count: number): string {
  const [one, many] = NOUNS[table] ?? ['fiche', 'fiches'];
  return count < 2 ? one : many;
}

/** « 100 adhérents », « 1 espace ». */
export function counted(table: string, count: number): string {
  return `${frenchNumber(count)}\u00A0${nounOf(table, count)}`;
}

/** The noun with its number: « 3 lignes », « 1 ligne ». */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${frenchNumber(count)}\u00A0${count < 2 ? one : many}`;
}
