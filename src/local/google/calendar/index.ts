/** Calendar v3: calendars that Régie makes and their events, with the guests' mails that Google would send. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { parseMask, project } from '../fields.ts';
import type { Method, Params } from '../methods.ts';
import { textParam } from '../methods.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import { checkEvent, checkFields, checkId } from './check.ts';
import { listEvents } from './list.ts';
import { noticesOf, tellsGuests } from './notices.ts';
import { calendarOf, eventOf, putEvent } from './state.ts';
import type { CalendarState, StoredCalendar } from './state.ts';
import { shownTime } from './time.ts';

export { emptyCalendars } from './state.ts';
export type { CalendarState, Notice } from './state.ts';
export { answerInvitation, moveEvent, removeEvent } from './people.ts';

type Event = calendar_v3.Schema$Event;

const WRITING: readonly string[] = [
  'calendarId',
  'eventId',
  'sendUpdates',
  'conferenceDataVersion',
  'ifMatch',
  'fields',
];

/** The methods of Calendar v3 over these calendars; `now` gives the instant of the account. */
export function calendarMethods(state: CalendarState, now: () => number): Readonly<Record<string, Method>> {
  const methods: Readonly<Record<string, Method>> = {
    'calendarList.list': () => ({ kind: 'calendar#calendarList', items: state.calendars.map(listEntry) }),
    'calendarList.get': (params) => listEntry(calendarOf(state, textParam(params, 'calendarId'))),
    'calendars.insert': (_params, body) => insertCalendar(state, body ?? {}),
    'calendars.get': (params) => calendarResource(calendarOf(state, textParam(params, 'calendarId'))),
    'events.list': (params) => listEvents(calendarOf(state, textParam(params, 'calendarId')), params),
    'events.get': (params) => find(state, params).event.resource,
    'events.insert': (params, body) => insertEvent({ state, now, params }, body ?? {}),
    'events.update': (params, body) => updateEvent({ state, now, params }, body ?? {}),
    'events.patch': (params, body) => patchEvent({ state, now, params }, body ?? {}),
    'events.delete': (params) => deleteEvent({ state, now, params }),
  };
  return Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, masked(method)]));
}

function masked(method: Method): Method {
  return (params, body) => {
    const answer = method(params, body);
    const fields = textParam(params, 'fields');
    return fields === undefined ? answer : project(answer, parseMask(fields));
  };
}

function insertCalendar(
  state: CalendarState,
  { summary, description, timeZone, ...rest }: calendar_v3.Schema$Calendar,
): calendar_v3.Schema$Calendar {
  const [strange] = Object.keys(rest);
  if (strange !== undefined) throw notEmulated(`calendars with ${strange}`);
  if (!summary) throw new GoogleRefused(400, 'Missing title.', 'required');
  const calendar: StoredCalendar = {
    id: `agenda-${state.calendars.length + 1}@group.calendar.google.com`,
    summary,
    description: description ?? '',
    timeZone: timeZone ?? 'UTC',
    changes: 0,
    events: {},
  };
  state.calendars.push(calendar);
  return calendarResource(calendar);
}

function calendarResource({ id, summary, description, timeZone }: StoredCalendar): calendar_v3.Schema$Calendar {
  return { kind: 'calendar#calendar', id, summary, description, timeZone };
}

function listEntry({ id, summary, timeZone }: StoredCalendar): calendar_v3.Schema$CalendarListEntry {
  return { kind: 'calendar#calendarListEntry', id, summary, timeZone, accessRole: 'owner' };
}

interface Call {
  readonly state: CalendarState;
  readonly now: () => number;
  readonly params: Params;
}

function find(state: CalendarState, params: Params) {
  const calendar = calendarOf(state, textParam(params, 'calendarId'));
  return { calendar, event: eventOf(calendar, textParam(params, 'eventId')) };
}

function insertEvent(call: Call, body: Event): Event {
  const calendar = calendarOf(call.state, textParam(call.params, 'calendarId'));
  checkFields(body);
  const id = body.id ?? `evenement${calendar.changes + 1}`;
  checkId(id);
  checkEvent(body);
  if (Object.hasOwn(calendar.events, id))
    throw new GoogleRefused(409, 'The requested identifier already exists.', 'duplicate');
  return written(call, calendar, null, { ...body, id, status: body.status ?? 'confirmed', sequence: 0 });
}

function updateEvent(call: Call, body: Event): Event {
  const { calendar, event } = find(call.state, call.params);
  checkFields(body);
  checkEvent(body);
  checkMatch(call.params, event.resource);
  if ((body.sequence ?? Infinity) < (event.resource.sequence ?? 0))
    throw new GoogleRefused(400, 'Invalid sequence value.', 'invalid');
  const { hangoutLink, created } = event.resource;
  const kept = { ...(hangoutLink ? { hangoutLink } : {}), ...(created ? { created } : {}) };
  const status = body.status ?? event.resource.status;
  return written(call, calendar, event.resource, { ...kept, ...body, id: event.resource.id, status } as Event);
}

function patchEvent(call: Call, body: Event): Event {
  const { calendar, event } = find(call.state, call.params);
  checkFields(body);
  checkMatch(call.params, event.resource);
  if (event.resource.status === 'cancelled') throw notEmulated('events.patch of a cancelled event');
  const merged = merge(event.resource, body) as Event;
  checkEvent(merged);
  return written(call, calendar, event.resource, merged);
}

function deleteEvent(call: Call): null {
  const { calendar, event } = find(call.state, call.params);
  checkMatch(call.params, event.resource);
  if (event.resource.status === 'cancelled') throw new GoogleRefused(410, 'Resource has been deleted', 'deleted');
  written(call, calendar, event.resource, { ...event.resource, status: 'cancelled' });
  return null;
}

function checkMatch({ ifMatch }: Params, { etag }: Event): void {
  if (ifMatch !== undefined && ifMatch !== '*' && ifMatch !== etag)
    throw new GoogleRefused(412, 'Precondition Failed', 'conditionNotMet');
}

/** Objects are merged, lists replaced, null empties: what PATCH means for Google. */
function merge(held: unknown, given: unknown): unknown {
  if (!isObject(held) || !isObject(given)) return given;
  const merged = new Map(Object.entries(held));
  for (const [key, value] of Object.entries(given))
    if (value === null) merged.delete(key);
    else merged.set(key, merge(merged.get(key), value));
  return Object.fromEntries(merged);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written({ state, now, params }: Call, calendar: StoredCalendar, before: Event | null, after: Event): Event {
  const strange = Object.keys(params).find((name) => !WRITING.includes(name));
  if (strange !== undefined) throw notEmulated(`writing events with ${strange}`);
  const tell = tellsGuests(params);
  const at = new Date(now()).toISOString();
  const times = ({ start, end }: Event) =>
    JSON.stringify([start, end].map((time) => time && shownTime(time, calendar.timeZone)));
  const moved = before !== null && times(before) !== times(after);
  const event: Event = {
    ...withConference(params, before, after),
    kind: 'calendar#event',
    iCalUID: `${after.id ?? ''}@google.com`,
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(after.id ?? '').toString('base64url')}`,
    created: before?.created ?? at,
    organizer: { email: calendar.id, displayName: calendar.summary, self: true },
    sequence: (before?.sequence ?? 0) + (moved ? 1 : 0),
    ...(after.attendees
      ? { attendees: after.attendees.map((one) => ({ responseStatus: 'needsAction', ...one })) }
      : {}),
  };
  const stored = putEvent(calendar, event, now());
  if (tell)
    for (const notice of noticesOf(before, stored))
      state.notices.push({ at, ...notice, calendarId: calendar.id, eventId: stored.id ?? '' });
  return stored;
}

/** A video call is made once, for a request that was not made before, and only when the call says it knows them. */
function withConference({ conferenceDataVersion }: Params, before: Event | null, after: Event): Event {
  const { conferenceData, ...rest } = after;
  const asked = conferenceData?.createRequest?.requestId;
  const held = before?.conferenceData;
  const keep = held ? { ...rest, conferenceData: held } : rest;
  if (Number(conferenceDataVersion ?? 0) !== 1 || !asked || held?.createRequest?.requestId === asked) return keep;
  const letters = Buffer.from(asked.padEnd(8, 'x'))
    .toString('hex')
    .replaceAll(/\d/gu, (d) => 'qrstuvwxyz'.charAt(Number(d)));
  const link = `https://meet.google.com/${letters.slice(-10, -7)}-${letters.slice(-7, -3)}-${letters.slice(-3)}`;
  return {
    ...rest,
    hangoutLink: link,
    conferenceData: {
      createRequest: { ...conferenceData.createRequest, status: { statusCode: 'success' } },
      entryPoints: [{ entryPointType: 'video', uri: link }],
    },
  };
}
