/** What people do in the calendar: a guest answers, the owner moves an event by hand or removes it. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import { checkEvent } from './check.ts';
import { noticesOf } from './notices.ts';
import { calendarOf, eventOf, putEvent } from './state.ts';
import type { CalendarState } from './state.ts';

/** Which event, and when it happens to it. */
export interface EventPlace {
  readonly calendarId: string;
  readonly eventId: string;
}

/** The guest answers an invitation at an instant; a guest who is not invited (any more) changes nothing. */
export function answerInvitation(
  state: CalendarState,
  place: EventPlace,
  { email, answer }: { readonly email: string; readonly answer: 'accepted' | 'declined' | 'tentative' },
  now: number,
): void {
  change({ state, place, now }, (event) => ({
    ...event,
    attendees: (event.attendees ?? []).map((guest) =>
      guest.email === email ? { ...guest, responseStatus: answer } : guest,
    ),
  }));
}

/** The owner moves the event by hand; her calendar tells the guests. */
export function moveEvent(
  state: CalendarState,
  place: EventPlace,
  to: Pick<calendar_v3.Schema$Event, 'start' | 'end' | 'location'>,
  now: number,
): void {
  change({ state, place, now }, (event) => ({ ...event, ...to }), true);
}

/** The owner removes the event by hand; her calendar tells the guests. */
export function removeEvent(state: CalendarState, place: EventPlace, now: number): void {
  change({ state, place, now }, (event) => ({ ...event, status: 'cancelled' }), true);
}

interface Scene {
  readonly state: CalendarState;
  readonly place: EventPlace;
  readonly now: number;
}

function change(
  { state, place: { calendarId, eventId }, now }: Scene,
  edit: (event: calendar_v3.Schema$Event) => calendar_v3.Schema$Event,
  tell = false,
): void {
  const calendar = calendarOf(state, calendarId);
  const { resource } = eventOf(calendar, eventId);
  if (resource.status === 'cancelled') return;
  const edited = edit(resource);
  checkEvent(edited);
  putEvent(calendar, edited, now);
  if (!tell) return;
  const at = new Date(now).toISOString();
  for (const notice of noticesOf(resource, edited)) state.notices.push({ at, ...notice, calendarId, eventId });
}
