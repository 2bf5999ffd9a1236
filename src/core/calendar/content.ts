/** What the calendar should say of a session, and how Google is told. */
import { plusDays } from '../day.ts';
import { hashText } from '../digest.ts';
import { french } from '../french.ts';
import { escapedHtml, mailLine, mailText } from '../mails/text.ts';
import { fold } from '../reading/values/text.ts';
import type { Session } from '../tables/session.ts';
import { slotMark } from './slot.ts';
import type { Slot } from './slot.ts';

/** An event as it should be, guests apart. */
export interface Content {
  readonly title: string;
  readonly description: string;
  readonly slot: Slot;
  /** True when Google should make a video call for it. */
  readonly call: boolean;
}

/** A guest and the answer that the calendar has. */
export interface Guest {
  readonly email: string;
  readonly answer: GuestAnswer;
}

/** What a guest answered, in Google's words. */
export type GuestAnswer = 'needsAction' | 'accepted' | 'declined' | 'tentative';

/** What Google knows as an event, as far as Régie writes it. */
export type EventJson = Readonly<Record<string, unknown>>;

const ZONE = 'Europe/Paris';
const ONLINE = /\b(?:visio|visioconference|en ligne|a distance|distanciel|zoom|teams|meet)\b/u;

/** What an event says of the session; `association` and `programme` are names, or empty. */
export function contentOf(
  session: Session,
  slot: Slot,
  { association, programme }: { readonly association: string; readonly programme: string },
): Content {
  const title = mailLine(session.title ?? programme);
  const provider = mailLine(session.provider ?? '');
  const link = mailLine(session.online_link ?? '');
  const lines = [
    programme !== '' && fold(programme) !== fold(title) ? mailLine(programme) : '',
    provider === '' ? '' : french`Intervenant·e : ${provider}`,
    link === '' ? '' : french`Visioconférence : ${link}`,
    'Si vous ne pouvez plus venir, répondez « Non » : votre place profitera à une autre personne.',
    mailLine(association),
  ];
  return {
    title: title === '' ? session.id : title,
    description: escapedHtml(mailText(lines.filter((line) => line !== '').join('\n'))),
    slot,
    call: link === '' && ONLINE.test(fold(slot.place ?? '')),
  };
}

/** A mark of the words of an event: what may change without anybody being told. */
export function textMark({ title, description, call }: Content): string {
  return hashText(JSON.stringify([title, description, call]));
}

/** The id of a session's event: always the same, so that it can never be there twice. Only letters that Google takes. */
export function eventId(session: string): string {
  const codes = Array.from(session.slice(0, 100), (character) => character.codePointAt(0)?.toString(16) ?? '');
  return `regie${codes.join('g')}`;
}

/** The whole event. */
export function eventJson(session: string, content: Content, guests: readonly Guest[]): EventJson {
  return {
    id: eventId(session),
    status: 'confirmed',
    ...textJson(content),
    ...slotJson(content.slot, false),
    attendees: guestsJson(guests),
    guestsCanSeeOtherGuests: false,
    guestsCanInviteOthers: false,
    guestsCanModify: false,
    extendedProperties: { private: { regie: session, sent: slotMark(content.slot), text: textMark(content) } },
    ...(content.call ? callJson(session) : {}),
  };
}

/** The words of an event. */
export function textJson({ title, description }: Content): EventJson {
  return { summary: title, description };
}

/** Time and place; a patch must also say which form of a time goes. */
export function slotJson({ date, until, start, end, place }: Slot, patching: boolean): EventJson {
  const none = (field: string) => (patching ? { [field]: null } : {});
  const day = (value: string) => ({ date: value, ...none('dateTime'), ...none('timeZone') });
  const time = (value: string, at: string) => ({ dateTime: `${value}T${at}:00`, timeZone: ZONE, ...none('date') });
  const times =
    start === null || end === null
      ? { start: day(date), end: day(plusDays(until, 1)) }
      : { start: time(date, start), end: time(until, end) };
  return { ...times, location: place ?? '' };
}

/** The list of guests, with the answers they gave. */
export function guestsJson(guests: readonly Guest[]): readonly EventJson[] {
  return guests.map(({ email, answer }) => ({ email, responseStatus: answer }));
}

/** Asks Google for a video call; asked twice for the same session, it makes one. */
export function callJson(session: string): EventJson {
  const createRequest = { requestId: eventId(session), conferenceSolutionKey: { type: 'hangoutsMeet' } };
  return { conferenceData: { createRequest } };
}
