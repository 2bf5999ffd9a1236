/** An event as Google gives it: hostile JSON until read. */
import { isDay, plusDays } from '../day.ts';
import type { Guest, GuestAnswer } from './content.ts';
import type { Slot } from './slot.ts';

/** What the calendar says of an event. */
export interface FoundEvent {
  readonly id: string;
  /** The session that Régie wrote in it, or null for an event of somebody else's. */
  readonly session: string | null;
  readonly cancelled: boolean;
  readonly etag: string;
  /** Null where Google tells only that it was deleted. */
  readonly slot: Slot | null;
  /** The mark of the slot that Régie last sent. */
  readonly sent: string | null;
  /** The mark of the words that Régie last sent. */
  readonly text: string | null;
  readonly guests: readonly Guest[];
  readonly link: string | null;
}

/** One page of a listing. */
export interface EventPage {
  readonly events: readonly FoundEvent[];
  readonly nextPage: string | null;
  readonly token: string | null;
}

/** The listing that Google answered; whatever is of another shape is left out. */
export function readPage(answer: unknown): EventPage {
  const json = object(answer);
  return {
    events: list(json['items']).flatMap((item) => readEvent(item) ?? []),
    nextPage: text(json['nextPageToken']),
    token: text(json['nextSyncToken']),
  };
}

/** One event, or null when it bears no id. */
export function readEvent(answer: unknown): FoundEvent | null {
  const json = object(answer);
  const id = text(json['id']);
  if (id === null) return null;
  const own = object(object(json['extendedProperties'])['private']);
  return {
    id,
    session: text(own['regie']),
    cancelled: json['status'] === 'cancelled',
    etag: text(json['etag']) ?? '',
    slot: readSlot(object(json['start']), object(json['end']), text(json['location'])),
    sent: text(own['sent']),
    text: text(own['text']),
    guests: list(json['attendees']).flatMap((item) => readGuest(object(item)) ?? []),
    link: text(json['hangoutLink']),
  };
}

const ANSWERS: readonly string[] = ['needsAction', 'accepted', 'declined', 'tentative'] satisfies GuestAnswer[];

/** True for a word that Google uses for an answer. */
export function isAnswer(word: string): word is GuestAnswer {
  return ANSWERS.includes(word);
}

function readGuest(json: Json): Guest | null {
  const email = text(json['email']);
  if (email === null || json['organizer'] === true || json['resource'] === true) return null;
  const answer = text(json['responseStatus']) ?? '';
  return { email: email.toLowerCase(), answer: isAnswer(answer) ? answer : 'needsAction' };
}

/** Times come in the zone of the calendar, which Régie made in Paris. */
function readSlot(start: Json, end: Json, place: string | null): Slot | null {
  const [day, last] = [text(start['date']), text(end['date'])];
  if (day !== null && isDay(day)) {
    const until = last !== null && isDay(last) && last > day ? plusDays(last, -1) : day;
    return { date: day, until, start: null, end: null, place };
  }
  const [from, to] = [text(start['dateTime']) ?? '', text(end['dateTime']) ?? ''];
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/u;
  if (!shape.test(from) || !shape.test(to)) return null;
  return { date: from.slice(0, 10), until: to.slice(0, 10), start: from.slice(11, 16), end: to.slice(11, 16), place };
}

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
