/** Calendar v3: the routes that Régie will use, and the few that this workspace already answers. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';
import type { Method } from './methods.ts';

/** The methods of Calendar v3; no calendar exists yet. */
export function calendarMethods(): Readonly<Record<string, Method>> {
  return {
    'calendarList.list': (): calendar_v3.Schema$CalendarList => ({ kind: 'calendar#calendarList', items: [] }),
  };
}
