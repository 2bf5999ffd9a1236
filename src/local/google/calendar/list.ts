/** Listing the events of a calendar, whole or since a sync token. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import type { Params } from '../methods.ts';
import { textParam } from '../methods.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import type { StoredCalendar, StoredEvent } from './state.ts';

const KNOWN: readonly string[] = [
  'calendarId',
  'syncToken',
  'pageToken',
  'maxResults',
  'showDeleted',
  'singleEvents',
  'privateExtendedProperty',
  'fields',
];
const PAGE = 250;
const LARGEST_PAGE = 2500;

/** The answer of events.list; a token that this calendar did not give is gone (410), as an old one is with Google. */
export function listEvents(calendar: StoredCalendar, params: Params): calendar_v3.Schema$Events {
  const strange = Object.keys(params).find((name) => !KNOWN.includes(name));
  if (strange !== undefined) throw notEmulated(`events.list with ${strange}`);
  const token = textParam(params, 'syncToken');
  const property = textParam(params, 'privateExtendedProperty');
  if (token !== undefined && property !== undefined)
    throw new GoogleRefused(400, 'Sync token cannot be combined with other query restrictions.', 'badRequest');
  const since = token === undefined ? -1 : changeOf(calendar, token);
  const withDeleted = token !== undefined || isTrue(params['showDeleted']);
  const found = Object.values(calendar.events)
    .filter(({ change }) => change > since)
    .filter(({ resource }) => withDeleted || resource.status !== 'cancelled')
    .filter((event) => property === undefined || bears(event, property))
    .sort((a, b) => a.change - b.change);
  const start = Number(textParam(params, 'pageToken')?.replace(/^page-/u, '') ?? 0);
  const size = pageSize(params['maxResults']);
  const page = found.slice(start, start + size);
  const isLast = start + size >= found.length;
  return {
    kind: 'calendar#events',
    etag: `"${calendar.changes}"`,
    summary: calendar.summary,
    timeZone: calendar.timeZone,
    accessRole: 'owner',
    defaultReminders: [],
    ...(isLast
      ? property === undefined
        ? { nextSyncToken: tokenAt(calendar, calendar.changes) }
        : {}
      : { nextPageToken: `page-${start + size}` }),
    items: page.map(({ resource }) => resource),
  };
}

function pageSize(asked: unknown): number {
  const size = asked === undefined ? PAGE : Number(asked);
  if (!Number.isInteger(size) || size < 1) throw new GoogleRefused(400, 'Invalid value for maxResults.', 'invalid');
  return Math.min(size, LARGEST_PAGE);
}

function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

function bears({ resource }: StoredEvent, property: string): boolean {
  const at = property.indexOf('=');
  return resource.extendedProperties?.private?.[property.slice(0, at)] === property.slice(at + 1);
}

function tokenAt({ id }: StoredCalendar, change: number): string {
  return Buffer.from(`${id}#${change}`).toString('base64url');
}

function changeOf(calendar: StoredCalendar, token: string): number {
  const [id, change] = Buffer.from(token, 'base64url').toString('utf8').split('#');
  const at = Number(change);
  if (id !== calendar.id || !Number.isInteger(at) || at > calendar.changes || token !== tokenAt(calendar, at))
    throw new GoogleRefused(410, 'Sync token is no longer valid, a full sync is required.', 'fullSyncRequired');
  return at;
}
