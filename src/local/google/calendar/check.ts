/** What Google refuses of an event, and what this workspace does not imitate of it. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { GoogleRefused, notEmulated } from '../refused.ts';
import { instantIn, isZone } from './time.ts';

type Event = calendar_v3.Schema$Event;
type Time = calendar_v3.Schema$EventDateTime;

const FIELDS: readonly string[] = [
  'id',
  'status',
  'summary',
  'description',
  'location',
  'start',
  'end',
  'attendees',
  'extendedProperties',
  'guestsCanInviteOthers',
  'guestsCanModify',
  'guestsCanSeeOtherGuests',
  'conferenceData',
  'sequence',
  'source',
  'reminders',
  'transparency',
  'visibility',
  'etag',
];
const ANSWERS: readonly unknown[] = ['needsAction', 'declined', 'tentative', 'accepted'];
const GUEST_FIELDS: readonly string[] = ['email', 'displayName', 'responseStatus', 'optional', 'comment'];
// Offset or zone as RFC 3339 wants them: « 2023-06-05T18:30:00+02:00 », or no offset beside a time zone.
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/u;
const LONGEST_TEXT = 8192;
const MOST_GUESTS = 200;

/** Refuses a field of an event that is not imitated. */
export function checkFields(event: Event): void {
  const strange = Object.keys(event).find((field) => !FIELDS.includes(field));
  if (strange !== undefined) throw notEmulated(`calendar events with ${strange}`);
}

/** Refuses an id that an event cannot bear. */
export function checkId(id: string): void {
  if (!/^[a-v0-9]{5,1024}$/u.test(id)) throw new GoogleRefused(400, 'Invalid resource id value.', 'invalid');
}

/** Refuses a whole event that Google would refuse. */
export function checkEvent({ start, end, attendees = [], extendedProperties, ...event }: Event): void {
  if (!start) throw required('Missing start time.');
  if (!end) throw required('Missing end time.');
  const [from, to] = [instantOf(start), instantOf(end)];
  if (((start.date ?? null) === null) !== ((end.date ?? null) === null))
    throw new GoogleRefused(400, 'Start and end times must either both be date or both be dateTime.', 'invalid');
  if (to < from || (to === from && typeof start.date === 'string'))
    throw new GoogleRefused(400, 'The specified time range is empty.', 'timeRangeEmpty');
  for (const text of [event.summary, event.description, event.location])
    if ((text ?? '').length > LONGEST_TEXT)
      throw new GoogleRefused(400, 'Request contains too long a text.', 'invalid');
  checkGuests(attendees);
  checkProperties(extendedProperties?.private ?? {});
}

function checkGuests(guests: readonly calendar_v3.Schema$EventAttendee[]): void {
  if (guests.length > MOST_GUESTS) throw notEmulated(`events with more than ${MOST_GUESTS} guests`);
  for (const guest of guests) {
    const strange = Object.keys(guest).find((field) => !GUEST_FIELDS.includes(field));
    if (strange !== undefined) throw notEmulated(`guests with ${strange}`);
    if (!/^[^\s@<>",;()]+@[^\s@<>",;()]+\.[^\s@<>",;()]+$/u.test(guest.email ?? ''))
      throw new GoogleRefused(400, 'Invalid attendee email.', 'invalid');
    if (typeof guest.responseStatus === 'string' && !ANSWERS.includes(guest.responseStatus))
      throw new GoogleRefused(400, 'Invalid attendee response status.', 'invalid');
  }
  const addresses = guests.map(({ email }) => (email ?? '').toLowerCase());
  if (new Set(addresses).size < addresses.length) throw notEmulated('the same guest twice in an event');
}

function checkProperties(properties: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(properties))
    if (key.length > 44 || typeof value !== 'string' || value.length > 1024)
      throw new GoogleRefused(400, 'Invalid extended property.', 'invalid');
}

/** The instant of a time, or of midnight. */
function instantOf({ date, dateTime, timeZone }: Time): number {
  const has = (value: unknown) => value !== undefined && value !== null;
  if (has(date) === has(dateTime)) throw new GoogleRefused(400, 'Invalid start or end time.', 'invalid');
  if (typeof date === 'string') {
    const at = Date.parse(`${date}T00:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || Number.isNaN(at)) throw badValue(date);
    return at;
  }
  const text = dateTime ?? '';
  const [written, offset] = DATE_TIME.exec(text) ?? [];
  if (written === undefined || Number.isNaN(Date.parse(offset === undefined ? `${text}Z` : text))) throw badValue(text);
  if (offset === undefined && !has(timeZone)) throw required('Missing time zone definition for start time.');
  if (typeof timeZone === 'string' && !isZone(timeZone))
    throw new GoogleRefused(400, 'Invalid time zone definition.', 'invalid');
  return instantIn(text, timeZone ?? 'UTC');
}

function required(message: string): GoogleRefused {
  return new GoogleRefused(400, message, 'required');
}

function badValue(value: string): GoogleRefused {
  return new GoogleRefused(400, `Invalid value for: Invalid format: "${value}"`, 'invalid');
}
