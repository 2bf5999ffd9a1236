/** Keeping the calendar, after an action and from the clock. */
import type { Ask } from '../core/asks.ts';
import type { CalendarAsk, CalendarReport } from '../core/calendar/asks.ts';
import { keepCalendar } from '../core/calendar/sync.ts';
import type { CalendarRun } from '../core/calendar/sync.ts';
import { drive } from '../core/shell.ts';
import { perform, performCalendar, withLock } from './google.ts';
import { momentNow } from './paris.ts';

/** Brings the calendar up to date and reads what came back from it. */
export function bringCalendarUpToDate(spreadsheetId: string, run: CalendarRun): CalendarReport {
  const answer = (ask: Ask | CalendarAsk): unknown => {
    switch (ask.do) {
      case 'locked':
        return withLock(() => drive(ask.steps, (inner) => perform(spreadsheetId, inner)));
      case 'moment':
        return momentNow();
      case 'clock':
        return Date.now();
      case 'get':
      case 'batchUpdate':
        return perform(spreadsheetId, ask);
      case 'createCalendar':
      case 'listEvents':
      case 'getEvent':
      case 'insertEvent':
      case 'reviveEvent':
      case 'patchEvent':
      case 'deleteEvent':
        return performCalendar(ask);
    }
  };
  return drive(keepCalendar(run), answer);
}
