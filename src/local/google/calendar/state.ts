/** The calendars of the account: plain JSON, kept with the workspace. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { GoogleRefused } from '../refused.ts';
import { shownTime } from './time.ts';

/** An event as Google keeps it; a deleted one stays, with the status "cancelled". */
export interface StoredEvent {
  resource: calendar_v3.Schema$Event;
  /** Which change of the calendar it last took part in: what a sync token compares. */
  change: number;
}

/** One calendar and its events by id. */
export interface StoredCalendar {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly timeZone: string;
  changes: number;
  readonly events: Record<string, StoredEvent>;
}

/** A mail that Google sent to a guest of its own accord. */
export interface Notice {
  readonly at: string;
  readonly kind: 'invitation' | 'update' | 'cancellation';
  readonly to: string;
  readonly calendarId: string;
  readonly eventId: string;
}

/** All calendars and the mails that went out about their events, oldest first. */
export interface CalendarState {
  readonly calendars: StoredCalendar[];
  readonly notices: Notice[];
}

/** The state of an account without calendars. */
export function emptyCalendars(): CalendarState {
  return { calendars: [], notices: [] };
}

/** The calendar of that id; Google's refusal when there is none. */
export function calendarOf(state: CalendarState, id: string | undefined): StoredCalendar {
  const calendar = state.calendars.find((one) => one.id === id);
  if (!calendar) throw new GoogleRefused(404, 'Not Found', 'notFound');
  return calendar;
}

/** The event of that id, cancelled ones too; Google's refusal when it never existed. */
export function eventOf(calendar: StoredCalendar, id: string | undefined): StoredEvent {
  const event = id !== undefined && Object.hasOwn(calendar.events, id) ? calendar.events[id] : undefined;
  if (!event) throw new GoogleRefused(404, 'Not Found', 'notFound');
  return event;
}

/** Puts an event in its calendar as it is now: a new change, a new etag, a new « updated ». */
export function putEvent(
  calendar: StoredCalendar,
  resource: calendar_v3.Schema$Event,
  now: number,
): calendar_v3.Schema$Event {
  calendar.changes += 1;
  const { start, end } = resource;
  const stored = {
    ...resource,
    ...(start ? { start: shownTime(start, calendar.timeZone) } : {}),
    ...(end ? { end: shownTime(end, calendar.timeZone) } : {}),
    etag: `"${calendar.changes}"`,
    updated: new Date(now).toISOString(),
  };
  calendar.events[stored.id ?? ''] = { resource: stored, change: calendar.changes };
  return stored;
}
