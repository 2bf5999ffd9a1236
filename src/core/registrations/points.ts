/** What registrations leave in « À vérifier »: unknown addresses with a proposal, answers that nobody can read. */
import { french, quoted } from '../french.ts';
import type { Point } from '../members/points.ts';
import type { Answer } from '../tables/answer.ts';
import type { Desk } from './desk.ts';
import type { QueueRun } from './queue.ts';
import { sessionTitle } from '../sessions/read.ts';

/** One point per doubt of this run. */
export function registrationPoints({ answers, registrations }: QueueRun, desk: Desk): Point[] {
  const rows = new Map(registrations.map((row) => [row.id, row]));
  const sessions = new Map(desk.sessions.map((session) => [session.id, session]));
  const pointsOf = (answer: Answer): Point[] => {
    const { outcome, registration, email, wish } = answer;
    const row = rows.get(registration ?? '');
    const session = sessions.get(answer.session ?? '');
    const title = quoted(session === undefined ? (answer.choice ?? 'sans séance') : sessionTitle(session));
    const common = commonOf(answer);
    if (isLost(answer))
      return [
        {
          ...common,
          kind: 'answer_unread',
          what: french`La réponse de ${whoOf(answer)} à ${title} n’a pas pu être prise en compte : ${faultOf(answer)}.`,
          cure: 'Écrivez-lui, ou inscrivez la personne vous-même depuis la séance.',
        },
      ];
    if (row === undefined) return [];
    if (outcome === 'unknown')
      return [
        {
          ...common,
          kind: 'registration_unknown',
          what: french`${whoOf(answer)} veut venir à ${title}. ${row.why ?? ''}`,
          cure: 'Si c’est un adhérent, notez son N° d’adhérent dans « Inscriptions », ou son adresse dans sa fiche : la place lui est donnée à son rang. Sinon, retirez la personne.',
        },
      ];
    const isAddressKnown = desk.identities.find({ email, organisation: null }).member !== null;
    if (row.member === null || isAddressKnown || wish !== 'yes') return [];
    return [
      {
        ...common,
        kind: 'registration_address',
        record: row.member,
        what: french`${whoOf(answer)} s’est inscrit·e à ${title} au nom de ${quoted(row.organisation ?? '')}. Cette adresse n’est pas dans la fiche.`,
        cure: 'Si la personne est bien de cette structure, ajoutez son adresse à la fiche ou aux contacts. Sinon, retirez-la de la séance.',
      },
    ];
  };
  return answers.flatMap(pointsOf);
}

function commonOf({ id, registration, email }: Answer) {
  return { severity: 'warning', record: registration ?? id, identity: email ?? id } as const;
}

function whoOf({ name, email }: Answer): string {
  return [name === null ? 'Une personne' : quoted(name), email === null ? '' : `(${email})`]
    .filter((part) => part !== '')
    .join(' ');
}

function faultOf({ email, outcome }: Answer): string {
  if (outcome === 'gone') return 'la séance est introuvable';
  return email === null ? 'l’adresse e-mail n’en est pas une' : 'on ne sait pas si la personne vient';
}

/** True for an answer that changed nothing and that she should see. */
function isLost({ outcome, wish }: Answer): boolean {
  return outcome === 'unreadable' || (outcome === 'gone' && wish === 'yes');
}
