/** « Pourquoi ? »: the sentence that a registration bears, and the reason that its person is told. */
import { french } from '../french.ts';
import type { Instant } from './instant.ts';
import { saidInstant } from './instant.ts';

/** The sentences, by what happened. */
export const whys = {
  seat: (at: Instant, free: number | null) =>
    free === null
      ? french`A une place : réponse du ${saidInstant(at)}.`
      : french`A une place : réponse du ${saidInstant(at)}, il en restait ${free}.`,
  freed: (at: Instant, placed: Instant) =>
    french`A une place, libérée et donnée le ${saidInstant(at)} : c’était la première réponse en attente (${saidInstant(placed)}).`,
  offered: (placed: Instant, until: Instant) =>
    french`Une place s’est libérée : proposée à la première réponse en attente (${saidInstant(placed)}), jusqu’au ${saidInstant(until)}.`,
  accepted: (at: Instant) => french`A une place : l’a acceptée le ${saidInstant(at)}.`,
  waiting: (at: Instant, capacity: number | null) =>
    capacity === null
      ? french`En attente depuis le ${saidInstant(at)}.`
      : french`En attente : les ${capacity} places étaient prises le ${saidInstant(at)}.`,
  withdrawn: (at: Instant) => french`S’est désisté·e le ${saidInstant(at)}.`,
  declined: (at: Instant) => french`A refusé la place proposée, le ${saidInstant(at)}.`,
  lapsed: (until: Instant) => french`La place proposée n’a pas été acceptée avant le ${saidInstant(until)}.`,
  unknown: (hint: string | null) =>
    french`Ni cette adresse ni cette structure ne sont celles d’un adhérent. ${hint ?? 'Notez le N° d’adhérent, ou retirez la personne.'}`,
  networkClosed: (network: string) => french`Réseau ${network} : cette séance ne lui est pas ouverte.`,
  sameOrganisation: french`Une personne de cette structure a déjà une place ou l’attend : une seule par structure à cette séance.`,
  byHand: (at: Instant) => french`Inscription faite à la main le ${saidInstant(at)}.`,
  removed: (at: Instant) => french`Retirée par vous le ${saidInstant(at)}.`,
} as const;

/** What is told to someone who gets no seat. */
export const reasons = {
  unknown:
    'Cette séance est réservée à nos adhérents et à nos réseaux partenaires, et nous n’avons pas reconnu votre adresse. Nous vérifions et revenons vers vous ; si vous n’êtes pas encore adhérent·e, répondez-nous, nous vous dirons comment le devenir.',
  networkClosed:
    'Cette séance est réservée à nos adhérents et n’est pas ouverte à votre réseau cette fois-ci. D’autres le seront : nous serons heureux de vous y accueillir.',
  sameOrganisation:
    'Une personne de votre structure a déjà une place, et cette séance en prévoit une seule par structure. Si elle se désiste, votre demande sera reprise d’elle-même.',
  withdrawn: 'Votre désistement est bien noté. Merci de nous avoir prévenus : la place profite à une autre personne.',
  removed: 'Votre inscription a été retirée par l’équipe.',
  late: 'Votre réponse est arrivée alors que la séance avait déjà commencé.',
  cancelled: 'Cette séance a été annulée.',
  gone: 'Cette séance n’est plus à notre programme, ou son code n’a pas été reconnu.',
  lapsed:
    'Le délai pour accepter la place qui vous était proposée est passé : elle a été proposée à la personne suivante.',
} as const;
