/** What keeping the calendar asks of a host, besides Sheets. */
import type { Ask, Steps } from '../asks.ts';
import type { EventJson } from './content.ts';

/** One call of Calendar v3 each; a refusal is thrown as `GoogleRefused` with its status, 429 where a limit is reached. */
export type CalendarCall =
  /** Makes a calendar in the zone of Paris; answers it. */
  | { readonly do: 'createCalendar'; readonly title: string; readonly description: string }
  /** Answers a page of the events that changed since the token, or of all. */
  | {
      readonly do: 'listEvents';
      readonly calendar: string;
      readonly token: string | null;
      readonly page: string | null;
    }
  | { readonly do: 'getEvent'; readonly calendar: string; readonly event: string }
  /** Adds an event under the id that it bears; its guests are invited. */
  | { readonly do: 'insertEvent'; readonly calendar: string; readonly event: EventJson }
  /** Brings back a deleted event; its guests are invited. */
  | { readonly do: 'reviveEvent'; readonly calendar: string; readonly id: string; readonly event: EventJson }
  /** Changes what is named, unless the event is no longer of that version; tells the guests or does not. */
  | {
      readonly do: 'patchEvent';
      readonly calendar: string;
      readonly id: string;
      readonly changes: EventJson;
      readonly etag: string;
      readonly tell: boolean;
    }
  /** Deletes the event, unless it is no longer of that version; its guests are told. */
  | { readonly do: 'deleteEvent'; readonly calendar: string; readonly id: string; readonly etag: string };

/** What keeping the calendar asks. */
export type CalendarAsk =
  | CalendarCall
  /** Does the steps while no other run writes; answers `{result}`, or null when another one holds on. */
  | { readonly do: 'locked'; readonly steps: Steps<unknown> }
  /** The civil day and time in Paris. */
  | { readonly do: 'moment' }
  /** The instant in milliseconds; asked before each call, so it costs nothing. */
  | { readonly do: 'clock' };

/** Steps of keeping the calendar. */
export type CalendarSteps<T> = Generator<Ask | CalendarAsk, T, unknown>;

/** What a run did, and what it left. */
export interface CalendarReport {
  /** False as long as she has not asked for a calendar. */
  readonly exists: boolean;
  /** True when this run made the calendar. */
  readonly created: boolean;
  readonly added: number;
  readonly changed: number;
  readonly cancelled: number;
  /** Changes made by hand in the calendar, about which she is asked. */
  readonly toSettle: number;
  /** Answers of guests that came in. */
  readonly answers: number;
  /** True when another run has something to do at once. */
  readonly again: boolean;
  /** Why something is left: a limit of Google, the time of this run, another run, missing rights, no answer, the calendar is gone, a tab to mend. */
  readonly stopped: 'quota' | 'time' | 'busy' | 'rights' | 'trouble' | 'gone' | 'tab' | null;
}
