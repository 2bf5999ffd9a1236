/** The mails about a session: moved, cancelled, the week and the day before, thanks afterwards. */
import type { MailField, MailTemplate } from '../mails/template.ts';
import type { Session } from '../tables/session.ts';
import { isDay } from '../day.ts';
import { frenchDate } from '../french.ts';
import { longDay } from '../registrations/instant.ts';
import { sessionTitle, timeText } from './read.ts';

type SessionField = 'session' | 'when' | 'place' | 'association';

const common: Readonly<Record<SessionField, MailField>> = {
  session: { name: 'séance', example: 'Club MILA' },
  when: { name: 'quand', example: 'lundi 15 mai 2023, 18\u00A0h – 20\u00A0h' },
  place: { name: 'lieu', example: 'Salle de réunion du pôle' },
  association: { name: 'association', example: 'MILA' },
};

const former: MailField = { name: 'ancienne date', example: 'lundi 1er mai 2023, 18\u00A0h – 20\u00A0h' };
const reason: MailField = { name: 'motif', example: 'Motif\u00A0: jour férié.' };

/** A session has another day, time or place. */
export const sessionMoved: MailTemplate<SessionField | 'former' | 'reason'> = {
  key: 'session-moved',
  name: 'Séance déplacée',
  purpose: 'Prévient chaque personne inscrite que la date, l’heure ou le lieu a changé.',
  fields: { ...common, former, reason },
  subject: 'Changement : {{séance}}, {{quand}}',
  body: `Bonjour,

La séance « {{séance}} » prévue {{ancienne date}} change :

Quand : {{quand}}
Où : {{lieu}}

{{motif}}

Votre place est gardée. Si vous ne pouvez pas venir, répondez simplement à ce message : nous la proposerons à quelqu’un d’autre.

À bientôt,

{{association}}`,
};

/** A session does not take place. */
export const sessionCancelled: MailTemplate<SessionField | 'reason'> = {
  key: 'session-cancelled',
  name: 'Séance annulée',
  purpose: 'Prévient chaque personne inscrite ou en attente que la séance n’aura pas lieu.',
  fields: { ...common, reason },
  subject: 'Annulation : {{séance}}, {{quand}}',
  body: `Bonjour,

La séance « {{séance}} » prévue {{quand}} n’aura pas lieu.

{{motif}}

Nous vous prions de nous excuser, et nous vous tiendrons au courant de la suite.

Bien cordialement,

{{association}}`,
};

/** The reminder a week before. */
export const sessionWeekBefore: MailTemplate<SessionField> = {
  key: 'session-week-before',
  name: 'Rappel une semaine avant',
  purpose: 'Rappelle la séance aux personnes inscrites, sept jours avant.',
  fields: common,
  subject: 'Dans une semaine : {{séance}}',
  body: `Bonjour,

Vous êtes inscrit·e à « {{séance}} » :

Quand : {{quand}}
Où : {{lieu}}

Si vous ne pouvez pas venir, répondez à ce message : votre place fera plaisir à quelqu’un d’autre.

À bientôt,

{{association}}`,
};

/** The reminder on the eve. */
export const sessionDayBefore: MailTemplate<SessionField> = {
  key: 'session-day-before',
  name: 'Rappel la veille',
  purpose: 'Rappelle la séance aux personnes inscrites, la veille.',
  fields: common,
  subject: 'Demain : {{séance}}',
  body: `Bonjour,

À demain pour « {{séance}} » :

Quand : {{quand}}
Où : {{lieu}}

Un empêchement ? Répondez vite à ce message, s’il vous plaît.

À demain,

{{association}}`,
};

/** Thanks to those who came. */
export const sessionThanks: MailTemplate<SessionField | 'replay'> = {
  key: 'session-thanks',
  name: 'Remerciement après une séance',
  purpose: 'Remercie les personnes présentes, avec le lien du replay quand il y en a un.',
  fields: {
    ...common,
    replay: { name: 'replay', example: 'Le replay est en ligne\u00A0: https://video.example/club-mila' },
  },
  subject: 'Merci d’être venu·e : {{séance}}',
  body: `Bonjour,

Merci d’avoir participé à « {{séance}} » ({{quand}}).

{{replay}}

À bientôt,

{{association}}`,
};

/** The templates of sessions, in the order in which she sees them. */
export const sessionTemplates: readonly MailTemplate[] = [
  sessionWeekBefore,
  sessionDayBefore,
  sessionMoved,
  sessionCancelled,
  sessionThanks,
];

/** « lundi 15 mai 2023, 18 h – 20 h ». */
export function whenText(session: Pick<Session, 'date' | 'start_time' | 'end_time'>): string {
  const { date } = session;
  const day = date === null ? 'à une date à préciser' : isDay(date) ? longDay(date) : frenchDate(date);
  const times = timeText(session);
  return times === '' ? day : `${day}, ${times}`;
}

/** The place, the link of a session online, or both; « à préciser » when neither is known. */
export function whereText({ place, online_link: link }: Pick<Session, 'place' | 'online_link'>): string {
  const online = link === null ? null : `en ligne\u00A0: ${link}`;
  return [place, online].filter((part) => part !== null).join(', ') || 'à préciser';
}

/** The fields that every mail about a session has. */
export function sessionValues(session: Session, association: string): Readonly<Record<SessionField, string>> {
  return {
    session: sessionTitle(session),
    when: whenText(session),
    place: whereText(session),
    association,
  };
}

/** What was said of a session: another day, hour or place gives another text. */
export function announced(
  session: Pick<Session, 'date' | 'start_time' | 'end_time' | 'place' | 'online_link'>,
): string {
  return `${whenText(session)} @ ${whereText(session)}`.replaceAll('/', '-');
}
