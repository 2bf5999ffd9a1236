/** « Inscriptions »: who registered for a session and who came. */
import type { RecordOf, Table } from '../table.ts';
import { sourceLook, sourceRow, sourceTab } from './source-columns.ts';

/** Where a registration stands. */
export const attendanceStatuses = {
  registered: 'inscrit·e',
  present: 'présent·e',
  excused: 'excusé·e',
  absent: 'absent·e',
  waiting: 'en attente',
  offered: 'place proposée',
  withdrawn: 's’est désisté·e',
  to_verify: 'à vérifier',
  refused: 'sans place',
} as const;

/** What a guest answered to the invitation of the calendar. */
export const invitationAnswers = { accepted: 'oui', declined: 'non', tentative: 'peut-être' } as const;

/** Where a registration stands, by name. */
export type RegistrationStatus = keyof typeof attendanceStatuses;

/** One row per person, or per organisation where no person is named. */
export const registrationTable = {
  name: 'registration',
  tab: 'Inscriptions',
  purpose: 'Une personne ou une structure inscrite à une séance, et si elle est venue.',
  prefix: 'INS',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'session', header: 'N° de séance', type: 'text', width: 100 },
    { field: 'session_title', header: 'Séance', type: 'text', width: 240 },
    { field: 'last_name', header: 'Nom', type: 'text', width: 150 },
    { field: 'first_name', header: 'Prénom', type: 'text', width: 120 },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 220 },
    {
      field: 'network',
      header: 'Réseau',
      type: 'text',
      width: 100,
      help: 'Le réseau partenaire d’où vient une personne qui n’est pas adhérente.',
    },
    { field: 'role', header: 'Fonction', type: 'text', width: 140 },
    { field: 'status', header: 'État', type: 'choice', choices: attendanceStatuses },
    { field: 'signature', header: 'Signature', type: 'text', width: 110 },
    { field: 'rank', header: 'Rang', type: 'integer', width: 60 },
    {
      field: 'repeats',
      header: 'Doublon de',
      type: 'text',
      width: 100,
      help: 'Le numéro de la première inscription de la même personne.',
    },
    { field: 'notes', header: 'Remarques', type: 'text', width: 200 },
    { field: 'email', header: 'E-mail', type: 'text', width: 200, later: true },
    {
      field: 'answered_at',
      header: 'Place prise le',
      type: 'text',
      width: 130,
      later: true,
      help: 'Le moment de la réponse : c’est lui qui donne le rang dans la liste d’attente.',
    },
    {
      field: 'offer_until',
      header: 'Place proposée jusqu’au',
      type: 'text',
      width: 130,
      later: true,
      help: 'Passé ce moment, la place est proposée à la personne suivante.',
    },
    { field: 'why', header: 'Pourquoi', type: 'text', width: 300, later: true },
    { field: 'answer', header: 'Réponse', type: 'text', width: 90, hidden: true, later: true },
    {
      field: 'invitation',
      header: 'Réponse à l’invitation',
      type: 'choice',
      width: 110,
      choices: invitationAnswers,
      later: true,
      help: 'Ce que la personne a répondu dans son agenda. « non » libère sa place.',
    },
    sourceLook,
    sourceTab,
    sourceRow,
  ],
} as const satisfies Table;

/** A row of « Inscriptions ». */
export type Registration = RecordOf<typeof registrationTable>;
