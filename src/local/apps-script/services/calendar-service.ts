/** The advanced service `Calendar`: each method is one REST call of local Google, on calendars that the script made. */
import { fieldsOf, textOf } from '../arguments.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';
import { wordedAsAppsScript } from './refusal.ts';

const scopes = ['calendar.app.created', 'calendar'];

/** `Calendar`, with what the narrow scope lets Régie use of it. */
export function calendarService(execution: Execution): object {
  const { google } = execution.shared.options;
  const call = (method: string, params: Readonly<Record<string, unknown>>, body?: unknown): unknown => {
    try {
      return google.call('calendar', method, params, body);
    } catch (error) {
      throw wordedAsAppsScript(`calendar.${method}`, error);
    }
  };
  // Headers come after the options, which must then be given too.
  const writing = (eventId: unknown, [calendarId, options, headers]: readonly unknown[]) => {
    const { 'If-Match': ifMatch } = fieldsOf(headers);
    return {
      calendarId: textOf(calendarId),
      ...(eventId === null ? {} : { eventId: textOf(eventId) }),
      ...fieldsOf(options),
      ...(ifMatch === undefined ? {} : { ifMatch: textOf(ifMatch) }),
    };
  };
  const events: Record<string, Method> = {
    list: (calendarId, options) => call('events.list', { calendarId: textOf(calendarId), ...fieldsOf(options) }),
    get: (calendarId, eventId, options) => call('events.get', writing(eventId, [calendarId, options])),
    insert: (body, calendarId, options) => call('events.insert', writing(null, [calendarId, options]), fieldsOf(body)),
    patch: (body, calendarId, eventId, ...rest) =>
      call('events.patch', writing(eventId, [calendarId, ...rest]), fieldsOf(body)),
    update: (body, calendarId, eventId, ...rest) =>
      call('events.update', writing(eventId, [calendarId, ...rest]), fieldsOf(body)),
    remove: (calendarId, eventId, ...rest) => call('events.delete', writing(eventId, [calendarId, ...rest])),
  };
  const calendars: Record<string, Method> = {
    get: (calendarId) => call('calendars.get', { calendarId: textOf(calendarId) }),
    insert: (body) => call('calendars.insert', {}, fieldsOf(body)),
  };
  const Events = serviceObject(execution, 'Calendar.Events', { methods: events, scopes });
  const Calendars = serviceObject(execution, 'Calendar.Calendars', { methods: calendars, scopes });
  return serviceObject(execution, 'Calendar', { constants: { Events, Calendars } });
}
