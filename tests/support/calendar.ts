/** An office whose calendar is kept on local Google, for tests: every call is counted and may be the last. */
import type { Ask } from '../../src/core/asks.ts';
import type { CalendarAsk, CalendarCall, CalendarReport } from '../../src/core/calendar/asks.ts';
import { keepCalendar } from '../../src/core/calendar/sync.ts';
import { journalTable, UNDO_HEADER, UNDO_TAB } from '../../src/core/journal.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { drive, GoogleRefused } from '../../src/core/shell.ts';
import { agendaTable } from '../../src/core/tables/agenda.ts';
import type { AgendaRow } from '../../src/core/tables/agenda.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { programmeTable } from '../../src/core/tables/programme.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import type { Registration } from '../../src/core/tables/registration.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import type { Session } from '../../src/core/tables/session.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { createLocalGoogle, GoogleRefused as LocalRefused } from '../../src/local/google/index.ts';
import type { LocalGoogle } from '../../src/local/google/index.ts';
import { blank } from './blank.ts';
import { localHost } from './local-host.ts';
import type { LocalHost } from './local-host.ts';

/** A run that died. */
export class Killed extends Error {}

/** The office. */
export interface Office {
  readonly host: LocalHost;
  readonly google: LocalGoogle;
  /** The calls of services so far, by name. */
  readonly calls: string[];
  /** Called around each call; may throw. */
  around: (when: 'before' | 'after', call: string) => void;
  moment: { today: string; time: string };
  now: number;
  readonly run: (budget?: number) => CalendarReport;
  readonly rows: () => readonly AgendaRow[];
  readonly records: <T extends Table>(table: T) => readonly RecordOf<T>[];
  /** Writes records of a tab, and takes others away, as a person or another command does. */
  readonly put: <T extends Table>(table: T, records: readonly RecordOf<T>[], remove?: readonly string[]) => void;
  /** The events that are not deleted. */
  readonly events: () => readonly { readonly summary?: string | null | undefined }[];
  /** « invitation ana@… », since the last time it was asked. */
  readonly told: () => readonly string[];
  readonly calendarId: () => string;
}

/** A planned session of June 2023. */
export function session(number: number, fields: Partial<Session> = {}): Session {
  return blank(sessionTable, {
    id: `SEA-${String(number).padStart(4, '0')}`,
    date: `2023-06-${String(((number - 1) % 28) + 1).padStart(2, '0')}`,
    start_time: '18:30',
    end_time: '20:30',
    title: `Club ${number}`,
    place: 'Salle de réunion',
    status: 'planned',
    ...fields,
  });
}

/** Someone with a seat in it. */
export function seat(number: number, of: string, fields: Partial<Registration> = {}): Registration {
  return blank(registrationTable, {
    id: `INS-${String(number).padStart(4, '0')}`,
    session: of,
    last_name: `Personne ${number}`,
    email: `p${number}@musique.example`,
    status: 'registered',
    ...fields,
  });
}

/** A workbook with a calendar that is in place, or only wanted, and nothing in it yet. */
export function calendarWorkbook(
  sessions: readonly Session[],
  seats: readonly Registration[],
  calendar: Partial<AgendaRow> = {},
): Workbook {
  const row = blank(agendaTable, { id: 'AGD-0001', kind: 'calendar', state: 'wanted', title: 'Séances', ...calendar });
  // All tabs that are read exist, as they do after an adoption: a missing one costs two more readings.
  const others = [contactTable, memberTable, programmeTable, settingTable, journalTable, outboxTable];
  return {
    ...Object.fromEntries(others.map((table: Table) => [table.tab, changeTable(table, undefined, {})])),
    [UNDO_TAB]: [[...UNDO_HEADER]],
    [sessionTable.tab]: changeTable(sessionTable, undefined, { put: sessions }),
    [registrationTable.tab]: changeTable(registrationTable, undefined, { put: seats }),
    [agendaTable.tab]: changeTable(agendaTable, undefined, { put: [row] }),
  };
}

/** An office over that workbook; its calendar is made at once unless told otherwise. */
export function office(workbook: Workbook, { made = true } = {}): Office {
  const host = localHost(workbook);
  const google = createLocalGoogle(undefined, () => Date.parse('2023-05-12T08:30:00Z'));
  let heard = 0;
  const records = <T extends Table>(table: T) => readTable(table, host.workbook()[table.tab]).records;
  const it: Office = {
    host,
    google,
    calls: [],
    around: () => undefined,
    moment: { today: '2023-05-12', time: '10:30' },
    now: 0,
    run: (budget = 270_000) => drive(keepCalendar({ known: null, budget }), perform),
    rows: () => records(agendaTable),
    records,
    put: (table, put, remove = []) => {
      const before = host.snapshot();
      const tab = before.tabs.find(({ title }) => title === table.tab);
      const grid = changeTable(table, tab?.entered, { put, remove });
      const old = tab?.entered ?? [];
      const height = Math.max(grid.length, old.length);
      const width = Math.max(...[...grid, ...old].map((row) => row.length));
      const cell = (value: unknown) =>
        typeof value === 'number'
          ? { userEnteredValue: { numberValue: value } }
          : typeof value === 'string'
            ? { userEnteredValue: { stringValue: value } }
            : {};
      const rows = Array.from({ length: height }, (_, row) => ({
        values: Array.from({ length: width }, (__, column) => cell(grid[row]?.[column] ?? null)),
      }));
      const start = { sheetId: tab?.sheetId ?? 0, rowIndex: 0, columnIndex: 0 };
      host.edit([{ updateCells: { start, rows, fields: 'userEnteredValue' } }]);
    },
    events: () =>
      google
        .calendars()
        .calendars.flatMap(({ events }) => Object.values(events).map(({ resource }) => resource))
        .filter(({ status }) => status !== 'cancelled'),
    told: () => {
      const { notices } = google.calendars();
      const fresh = notices.slice(heard).map(({ kind, to }) => `${kind} ${to}`);
      heard = notices.length;
      return fresh;
    },
    calendarId: () => google.calendars().calendars.at(-1)?.id ?? '',
  };
  const counted = <T>(name: string, work: () => T): T => {
    it.around('before', name);
    it.calls.push(name);
    const result = work();
    it.around('after', name);
    return result;
  };
  const steps = (inner: Ask): unknown =>
    counted(inner.do, () =>
      host.run(
        (function* () {
          return yield inner;
        })(),
      ),
    );
  const perform = (ask: Ask | CalendarAsk): unknown => {
    switch (ask.do) {
      case 'clock':
        return it.now;
      case 'moment':
        return it.moment;
      case 'locked':
        return counted('lock', () => ({ result: drive(ask.steps, steps) }));
      case 'get':
      case 'batchUpdate':
        return steps(ask);
      default:
        return counted(ask.do, () => performCalendar(google, ask));
    }
  };
  if (made) {
    it.run();
    it.calls.splice(0);
  }
  return it;
}

/** One call of Calendar v3 on local Google, with the refusals that the shell knows. */
function performCalendar(google: LocalGoogle, ask: CalendarCall): unknown {
  const call = (method: string, params: Readonly<Record<string, unknown>>, body?: unknown) => {
    try {
      return google.call('calendar', method, params, body);
    } catch (error) {
      if (error instanceof LocalRefused) throw new GoogleRefused(error.status, error.message, { cause: error });
      throw error;
    }
  };
  const place = (eventId: string) => ({ calendarId: 'calendar' in ask ? ask.calendar : '', eventId });
  switch (ask.do) {
    case 'createCalendar':
      return call('calendars.insert', {}, { summary: ask.title, timeZone: 'Europe/Paris' });
    case 'listEvents':
      return call('events.list', {
        calendarId: ask.calendar,
        ...(ask.token === null ? { showDeleted: true } : { syncToken: ask.token }),
        ...(ask.page === null ? {} : { pageToken: ask.page }),
      });
    case 'getEvent':
      return call('events.get', place(ask.event));
    case 'insertEvent':
      return call(
        'events.insert',
        { calendarId: ask.calendar, sendUpdates: 'all', conferenceDataVersion: 1 },
        ask.event,
      );
    case 'reviveEvent':
      return call('events.update', { ...place(ask.id), sendUpdates: 'all' }, ask.event);
    case 'patchEvent': {
      const sendUpdates = ask.tell ? 'all' : 'none';
      return call('events.patch', { ...place(ask.id), sendUpdates, ifMatch: ask.etag }, ask.changes);
    }
    case 'deleteEvent':
      return call('events.delete', { ...place(ask.id), sendUpdates: 'all', ifMatch: ask.etag });
  }
}
