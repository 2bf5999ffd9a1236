/**
 * Local Google: the public REST resources as strict synchronous calls over state kept in memory.
 * What Google refuses is refused with its status and words; what is not imitated is refused by its name (501).
 *
 *   const google = createLocalGoogle();
 *   const id = google.add(createSpreadsheet({ Adhérents: [['Nom'], ['Anna']] }));
 *   google.call('sheets', 'spreadsheets.get', { spreadsheetId: id, fields: 'sheets.properties' });
 *   google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId: id }, { requests: [...] });
 */
import { openDocument } from '../engine/index.ts';
import type { Doc } from '../engine/index.ts';
import { calendarMethods, emptyCalendars } from './calendar/index.ts';
import type { CalendarState } from './calendar/index.ts';
import { driveMethods } from './drive.ts';
import { formsOf } from './forms/index.ts';
import type { FormShelf, StoredForm } from './forms/index.ts';
import { callByPath } from './routes.ts';
import type { RestCall } from './routes.ts';
import { gmailMethods } from './gmail.ts';
import type { SentMail } from './gmail.ts';
import type { Method, Params } from './methods.ts';
import { notEmulated } from './refused.ts';
import { sheetsMethods } from './sheets/index.ts';

export { GoogleRefused } from './refused.ts';
export type { FormShelf, StoredForm } from './forms/index.ts';
export type { SentMail } from './gmail.ts';
export { createSpreadsheet } from './create-spreadsheet.ts';

/** The APIs that have a place here; Drive refuses every method so far. */
export type Api = 'sheets' | 'calendar' | 'forms' | 'drive' | 'gmail';

/** One Google account's files, in memory. */
export interface LocalGoogle {
  /** Calls a method by its public name ("spreadsheets.values.get"); throws `GoogleRefused`. Answers are plain JSON. */
  call(api: Api, method: string, params: Params, body?: unknown): unknown;
  /** The document of a spreadsheet, for the page's grid; undefined when there is none. */
  doc(spreadsheetId: string): Doc | undefined;
  spreadsheetIds(): readonly string[];
  /** Adds a spreadsheet, or replaces the one with that id; answers its id. */
  add(doc: Doc, id?: string): string;
  /** Every mail sent, oldest first. */
  sent(): readonly SentMail[];
  /** The calendars with their events, and the mails that Google sent about them. */
  calendars(): CalendarState;
  /** The forms, to be filled in. */
  forms(): FormShelf;
  /** The same calls by their public path, as over the network. */
  rest(call: RestCall): unknown;
  /** All of it as JSON, to be given back to `createLocalGoogle`. */
  save(): unknown;
}

interface Saved {
  readonly spreadsheets?: Readonly<Record<string, unknown>>;
  readonly sent?: readonly SentMail[];
  readonly calendars?: CalendarState;
  readonly forms?: readonly StoredForm[];
}

/** An account: empty, or as it was saved; `now` gives its instant, in milliseconds. */
export function createLocalGoogle(state?: unknown, now: () => number = Date.now): LocalGoogle {
  const saved = (state ?? {}) as Saved;
  const docs = new Map(Object.entries(saved.spreadsheets ?? {}).map(([id, one]) => [id, openDocument(one)]));
  const sent = [...(saved.sent ?? [])];
  const calendars = saved.calendars ?? emptyCalendars();
  const keptForms = [...(saved.forms ?? [])];
  const forms = formsOf(keptForms);
  const add = (doc: Doc, id = freeId(docs)): string => {
    docs.set(id, doc);
    return id;
  };
  const apis: Readonly<Record<Api, Readonly<Record<string, Method>>>> = {
    sheets: sheetsMethods({ find: (id) => docs.get(id), add }),
    calendar: calendarMethods(calendars, now),
    forms: forms.methods,
    drive: driveMethods(),
    gmail: gmailMethods(sent),
  };
  const call: LocalGoogle['call'] = (api, method, params, body) => {
    const run = apis[api][method];
    if (!run) throw notEmulated(`${api}.${method}`);
    // Through JSON, as over the network: no shared objects, no undefined.
    return copy(run(params, body === undefined ? undefined : copy(body)));
  };
  return {
    call,
    rest: (asked) => callByPath(call, asked),
    forms: () => forms.shelf,
    calendars: () => calendars,
    doc: (id) => docs.get(id),
    spreadsheetIds: () => [...docs.keys()],
    add,
    sent: () => sent,
    save: () => ({
      spreadsheets: Object.fromEntries([...docs].map(([id, doc]) => [id, doc.state()])),
      sent,
      calendars,
      forms: keptForms,
    }),
  };
}

function freeId(docs: ReadonlyMap<string, Doc>): string {
  let number = docs.size + 1;
  while (docs.has(`classeur-${number}`)) number += 1;
  return `classeur-${number}`;
}

function copy(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown;
}
