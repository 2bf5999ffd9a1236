/** The words of « À vérifier »: a problem's sentence in two parts, and short names for its nature. */
import { capital, french, quoted } from '../french.ts';
import type { ReadingProblem } from '../reading/types.ts';

const KINDS: Readonly<Record<string, string>> = {
  affiliation_conflict: 'Statut contradictoire',
  affiliation_space_mismatch: 'Statut et espace',
  approximate_number: 'Nombre estimé',
  category_missing: 'Catégorie absente',
  category_unknown: 'Catégorie inconnue',
  combined_accounts: 'Comptes réunis',
  derived_from_above: 'Valeur reprise du dessus',
  dot_thousands: 'Milliers avec un point',
  duplicate_row: 'Doublon probable',
  duration_mismatch: 'Durée contradictoire',
  end_of_stay: 'Fin de séjour proche',
  error_cell: 'Erreur de formule',
  exit_to_finish: 'Départ à finir',
  explicit_unknown: 'Valeur inconnue',
  fee_twice: 'Deux cotisations pour une année',
  implausible_date: 'Date improbable',
  invalid_date: 'Date illisible',
  invalid_email: 'E-mail illisible',
  invalid_phone: 'Téléphone illisible',
  money_with_text: 'Montant avec des mots',
  negative_amount: 'Montant négatif',
  non_member: 'Personne non adhérente',
  note_to_check: 'Note à vérifier',
  number_in_words: 'Nombre en lettres',
  organisation_not_found: 'Structure introuvable',
  over_36_months: 'Plus de 36 mois',
  people_to_confirm: 'Personnes à confirmer',
  person_without_name: 'Personne sans nom',
  phone_incomplete: 'Téléphone incomplet',
  phone_lost_zero: 'Zéro perdu',
  place_alias: 'Lieu écrit autrement',
  planned_end_after_max: 'Sortie après 36 mois',
  range_expanded: 'Ligne pour plusieurs espaces',
  session_cancelled: 'Séance annulée',
  session_moved: 'Séance déplacée',
  shared_space: 'Espace partagé',
  side_mismatch: 'Mauvaise colonne',
  space_conflict: 'Espace contradictoire',
  stray_amount: 'Montant à côté du tableau',
  total_mismatch: 'Total différent',
  unreadable_yes_no: 'Paiement illisible',
  withdrawal: 'Désistement',
  remark_task: 'Remarque à suivre',
  remark_date: 'Date dans une remarque',
  sheet_note: 'Note de l’onglet',
  source_conflict: 'Modifié des deux côtés',
  source_row_gone: 'Ligne d’origine disparue',
  invalid_time: 'Heure illisible',
  invalid_amount: 'Montant illisible',
  invalid_number: 'Nombre illisible',
  unknown_choice: 'Valeur hors de la liste',
  column_missing: 'Colonne manquante',
  column_repeated: 'Colonne en double',
  column_moved: 'Colonnes déplacées',
  id_missing: 'Ligne sans numéro',
  id_repeated: 'Numéro en double',
  pasted_formula: 'Formule dans une fiche',
  dead_link: 'Numéro sans fiche',
  invalid_siret: 'SIRET à vérifier',
  several_emails: 'Plusieurs e-mails',
  member_without_contact: 'Adhérent sans contact',
  charter_unsigned: 'Charte à signer',
  stay_overlap: 'Deux occupants à la fois',
  space_status: 'État de l’espace',
  end_before_start: 'Sortie avant l’entrée',
  extension_undecided: 'Prolongation sans décision',
  stay_without_start: 'Entrée inconnue',
  insurance_expired: 'Assurance expirée',
  deposit_to_return: 'Caution à rendre',
};

/** The French name of a point's nature. */
export function kindLabel(kind: string): string {
  return Object.hasOwn(KINDS, kind) ? (KINDS[kind] ?? kind) : 'Autre point';
}

/** What is wrong, and what to do: the two halves of the problem's sentence, without its place. */
export function sentenceParts(problem: ReadingProblem): { what: string; cure: string } {
  const { tab, row, column, message } = problem;
  const line = row === null ? '' : `, ligne ${String(row)}`;
  const where = column === null ? '' : `, colonne ${column}`;
  const place = french`Onglet ${quoted(tab)}${line}${where} : `;
  const sentence = message.startsWith(place) ? message.slice(place.length) : message;
  const cut = sentence.lastIndexOf('\u00A0; ');
  if (cut < 0) return { what: sentence, cure: 'Vérifiez.' };
  return { what: `${capital(sentence.slice(0, cut))}.`, cure: capital(sentence.slice(cut + 3)) };
}
