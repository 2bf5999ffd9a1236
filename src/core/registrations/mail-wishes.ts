/** From what people are to be told to the mails that tell it, with their links. */
import { french } from '../french.ts';
import { mailLine } from '../mails/text.ts';
import type { MailTemplate } from '../mails/template.ts';
import { mailWish } from '../mails/wished.ts';
import type { MailWish } from '../mails/wished.ts';
import { associationSetting, settingText } from '../settings.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import type { Notice, NoticeKind } from './bench.ts';
import type { Desk } from './desk.ts';
import { saidInstant } from './instant.ts';
import { filledLink } from './links.ts';
import { freedMail, offerMail, refusedMail, seatMail, waitingMail, withdrawnMail } from './mails.ts';
import type { RegistrationField } from './mails.ts';
import { rankOf } from './seats.ts';
import { saidDate } from './sessions.ts';
import { sessionTitle } from '../sessions/read.ts';

const templates: Readonly<Record<NoticeKind, MailTemplate<RegistrationField>>> = {
  seat: seatMail,
  freed: freedMail,
  waiting: waitingMail,
  offer: offerMail,
  withdrawn: withdrawnMail,
  refused: refusedMail,
};

const BY_ANSWER = 'en répondant à ce message';

/** The mails for those notices; whoever has no address gets none. */
export function registrationMails(
  notices: readonly Notice[],
  { form, settings }: Pick<Desk, 'form' | 'settings'>,
  registrations: readonly Registration[],
): MailWish[] {
  return notices.flatMap((notice) => {
    const { kind, registration, session, email, reason, occasion } = notice;
    if (email === null) return [];
    const link = (wish: 'yes' | 'no'): string =>
      form?.link && session !== null ? filledLink(form.link, filled(notice, session, wish)) : BY_ANSWER;
    const values: Record<RegistrationField, string> = {
      person: personOf(notice.name),
      session: session === null ? 'une séance' : sessionTitle(session),
      date: session === null ? 'date inconnue' : saidDate(session),
      place: session === null ? 'lieu inconnu' : placeOf(session),
      rank: registration === null ? '–' : String(rankOf(registration, registrations) ?? '–'),
      until: saidInstant(registration?.offer_until ?? '–'),
      accept: link('yes'),
      withdraw: link('no'),
      reason: reason ?? '–',
      association: settingText(settings, associationSetting) || 'L’équipe',
    };
    return [
      mailWish(templates[kind], values, {
        key: keyOf(notice),
        to: email,
        reason: registration?.why ?? french`Réponse ${occasion} : ${reason ?? ''}`,
        records: [registration?.id, session?.id].filter((id) => id !== undefined),
      }),
    ];
  });
}

/** « rsvp/INS-0012/seat/RCU-0034 »: the same news of the same occasion is never told twice. */
function keyOf({ kind, registration, occasion }: Notice): string {
  return `rsvp/${registration?.id ?? 'sans'}/${kind}/${occasion}`;
}

function filled({ email, name, registration }: Notice, session: Session, wish: 'yes' | 'no') {
  return { session: session.id, wish, email, name, organisation: registration?.organisation ?? null };
}

/** The name for « Bonjour »; one that holds an address or a link is left out: anybody may type anybody’s e-mail. */
export function personOf(name: string | null): string {
  const line = mailLine(name ?? '');
  return line === '' || line.length > 80 || /[@/\\<>{}]|www\.|\.(?:com|fr|net|org)\b/iu.test(line) ? 'à vous' : line;
}

function placeOf({ place, online_link: online }: Session): string {
  const parts = [place, online === null ? null : `en ligne : ${online}`].filter((part) => part !== null);
  return parts.length === 0 ? 'lieu à préciser' : parts.join(', ');
}
