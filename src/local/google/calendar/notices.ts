/** Whom Google writes to when an event changes. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import type { Params } from '../methods.ts';
import { GoogleRefused, notEmulated } from '../refused.ts';
import type { Notice } from './state.ts';

type Event = calendar_v3.Schema$Event;

/** True when the call asks that guests be told; Google's own default is that they are not. */
export function tellsGuests(params: Params): boolean {
  const { sendUpdates } = params;
  if (sendUpdates === undefined || sendUpdates === 'none') return false;
  if (sendUpdates === 'externalOnly') throw notEmulated('sendUpdates=externalOnly');
  if (sendUpdates !== 'all')
    throw new GoogleRefused(400, 'Invalid value for: sendUpdates is not a valid value', 'invalid');
  return true;
}

/** The mails of a change: an invitation to who is new, a word to all who were there already, a farewell to who is gone. */
export function noticesOf(before: Event | null, after: Event): Pick<Notice, 'kind' | 'to'>[] {
  const addresses = (event: Event | null) => (event?.attendees ?? []).map(({ email }) => email ?? '');
  const was = before === null || before.status === 'cancelled' ? [] : addresses(before);
  const now = after.status === 'cancelled' ? [] : addresses(after);
  return [
    ...now.map((to) => ({ kind: was.includes(to) ? ('update' as const) : ('invitation' as const), to })),
    ...was.filter((to) => !now.includes(to)).map((to) => ({ kind: 'cancellation' as const, to })),
  ];
}
