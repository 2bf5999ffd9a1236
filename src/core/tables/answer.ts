/** « Régie · réponses reçues », hidden: each answer to a form as it was received, and what became of it. */
import type { RecordOf, Table } from '../table.ts';

/** What an answer did. */
export const answerOutcomes = {
  seat: 'place donnée',
  accepted: 'place acceptée',
  waiting: 'liste d’attente',
  repeat: 'déjà inscrit·e',
  withdrawn: 'désistement',
  nothing: 'rien à retirer',
  unknown: 'adresse inconnue',
  network_closed: 'réseau non invité',
  same_organisation: 'structure déjà inscrite',
  late: 'séance commencée',
  cancelled: 'séance annulée',
  gone: 'séance introuvable',
  unreadable: 'réponse illisible',
} as const;

/** One row per answer received; an answer that was edited since has a row for each version. */
export const answerTable = {
  name: 'answer',
  tab: 'Régie · réponses reçues',
  purpose: 'Une réponse au formulaire d’inscription, telle qu’elle est arrivée.',
  prefix: 'RCU',
  hidden: true,
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'response', header: 'Réponse', type: 'text' },
    { field: 'submitted_at', header: 'Envoyée à', type: 'text', help: 'À l’heure universelle (UTC).' },
    { field: 'at', header: 'Reçue le', type: 'text', width: 130, help: 'À l’heure de Paris.' },
    { field: 'session', header: 'N° de séance', type: 'text' },
    { field: 'choice', header: 'Séance choisie', type: 'text', width: 260 },
    { field: 'wish', header: 'Souhait', type: 'choice', choices: { yes: 'oui', no: 'non' } },
    { field: 'name', header: 'Nom', type: 'text' },
    { field: 'email', header: 'E-mail', type: 'text' },
    { field: 'organisation', header: 'Structure', type: 'text' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'network', header: 'Réseau', type: 'text' },
    { field: 'message', header: 'Message', type: 'text', width: 300 },
    { field: 'outcome', header: 'Effet', type: 'choice', choices: answerOutcomes },
    { field: 'registration', header: 'N° d’inscription', type: 'text' },
  ],
} as const satisfies Table;

/** A row of « Régie · réponses reçues ». */
export type Answer = RecordOf<typeof answerTable>;

/** What an answer did, by name. */
export type AnswerOutcome = keyof typeof answerOutcomes;
