/** « Agenda »: where the calendar stands, what was changed in it by hand, and each event with its guests' answers. */
import { guestsIn } from '../calendar/known.ts';
import { agreedSlot, foundSlot, slotOf } from '../calendar/slot.ts';
import { eventRows, wantedEvents } from '../calendar/wanted.ts';
import { slotText } from '../calendar/words.ts';
import { calendarTabs } from '../calendar/wanted.ts';
import type { State } from '../command.ts';
import { saidInstant } from '../registrations/instant.ts';
import { readTable } from '../records.ts';
import { agendaTable, calendarRow } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import { sessionTable } from '../tables/session.ts';
import type { View } from '../view.ts';

/** How many guests answered what. */
export interface Answers {
  readonly guests: number;
  readonly yes: number;
  readonly no: number;
  readonly maybe: number;
}

/** Something that « Séances » and the calendar say differently; settle it with « settle-calendar-move ». */
export interface Difference extends Answers {
  readonly session: string;
  readonly title: string;
  readonly kind: 'moved' | 'deleted' | 'orphan';
  /** What each says, in French; null where it says nothing. */
  readonly sheet: string | null;
  readonly calendar: string | null;
  readonly agreed: string | null;
  /** True once she chose: the next exchange does it. */
  readonly chosen: boolean;
}

/** A session in the calendar. */
export interface EventItem extends Answers {
  readonly session: string;
  readonly title: string;
  readonly when: string;
  readonly link: string | null;
  /** What Google refused of it, in French. */
  readonly trouble: string | null;
}

/** The answer of the view « calendar ». */
export interface CalendarView {
  /** « none » and « lost »: she may ask for one. */
  readonly state: 'none' | 'lost' | 'coming' | 'ready';
  readonly title: string | null;
  /** « vendredi 12 mai 2023 à 10 h 30 »: the last exchange that changed something. */
  readonly exchanged: string | null;
  readonly trouble: string | null;
  readonly differences: readonly Difference[];
  readonly events: readonly EventItem[];
  /** Sessions that the next exchange will put in the calendar. */
  readonly waiting: number;
}

/** The view « calendar ». */
export const calendarView: View = {
  name: 'calendar',
  reads: calendarTabs,
  view: (state, _input, { today }): CalendarView => {
    const rows = readTable(agendaTable, state.workbook[agendaTable.tab], state.shown[agendaTable.tab]).records;
    const calendar = calendarRow(rows);
    const bySession = eventRows(rows);
    const waiting = wantedEvents(state, today).filter(
      ({ session, event }) => typeof event === 'object' && (bySession.get(session)?.event ?? null) === null,
    );
    return {
      state: stateOf(calendar),
      title: calendar?.title ?? null,
      exchanged: typeof calendar?.synced_at === 'string' ? saidInstant(calendar.synced_at) : null,
      trouble: calendar?.trouble ?? null,
      differences: differencesIn(state, [...bySession.values()]),
      events: [...bySession.values()]
        .flatMap((row) => eventItem(row, today) ?? [])
        .sort(bySlot)
        .map(({ item }) => item),
      waiting: waiting.length,
    };
  },
};

function stateOf(calendar: AgendaRow | null): CalendarView['state'] {
  if (calendar === null) return 'none';
  if (calendar.state === 'lost') return 'lost';
  return calendar.event === null ? 'coming' : 'ready';
}

function differencesIn(state: State, rows: readonly AgendaRow[]): Difference[] {
  const { records } = readTable(sessionTable, state.workbook[sessionTable.tab], state.shown[sessionTable.tab]);
  const sessions = new Map(records.map((session) => [session.id, session]));
  return rows.flatMap((row): Difference[] => {
    const { session, state: kind } = row;
    if (session === null || (kind !== 'moved' && kind !== 'deleted' && kind !== 'orphan')) return [];
    const own = sessions.get(session);
    const slots = { sheet: own === undefined ? null : slotOf(own), calendar: foundSlot(row), agreed: agreedSlot(row) };
    const said = (slot: typeof slots.sheet) => (slot === null ? null : slotText(slot));
    return [
      {
        session,
        title: row.title ?? session,
        kind,
        sheet: said(slots.sheet),
        calendar: kind === 'orphan' ? said(slots.agreed) : said(slots.calendar),
        agreed: said(slots.agreed),
        chosen: row.chosen !== null,
        ...answersOf(row),
      },
    ];
  });
}

function eventItem(row: AgendaRow, today: string): { readonly at: string; readonly item: EventItem } | null {
  const slot = agreedSlot(row);
  if (row.session === null || (row.state !== 'sent' && row.trouble === null)) return null;
  if (slot !== null && slot.until < today) return null;
  return {
    at: slot === null ? '' : `${slot.date} ${slot.start ?? ''}`,
    item: {
      session: row.session,
      title: row.title ?? row.session,
      when: slot === null ? '' : slotText(slot),
      link: row.link,
      trouble: row.trouble,
      ...answersOf(row),
    },
  };
}

function bySlot(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0;
}

function answersOf(row: AgendaRow): Answers {
  const guests = guestsIn(row);
  const how = (answer: string) => guests.filter((guest) => guest.answer === answer).length;
  return { guests: guests.length, yes: how('accepted'), no: how('declined'), maybe: how('tentative') };
}
