/**
 * Keeping the calendar: what « Séances » and « Inscriptions » say goes out, what guests answer and what she moves by hand
 * comes back. Re-runnable and killed anywhere it converges: events bear ids of ours, and what was sent is written in them.
 */
import { GoogleRefused } from '../asks.ts';
import type { Moment } from '../command.ts';
import { knownAfter, readTabs, stateOf } from '../read-tabs.ts';
import { readTable } from '../records.ts';
import { agendaTable, calendarRow } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import type { CalendarAsk, CalendarCall, CalendarReport, CalendarSteps } from './asks.ts';
import { eventId } from './content.ts';
import { createCalendar } from './create.ts';
import { standingOf, stepFor } from './decide.ts';
import type { Case, Step } from './decide.ts';
import { readEvent, readPage } from './found.ts';
import type { FoundEvent } from './found.ts';
import { guestsIn, remembered, rowFields, saysAlready } from './known.ts';
import type { Known, RowFields } from './known.ts';
import { writeDown } from './record.ts';
import type { Answered } from './record.ts';
import { calendarTabs, eventRows, wantedEvents } from './wanted.ts';
import type { Wanted } from './wanted.ts';

/** How a run is bounded. */
export interface CalendarRun {
  readonly known: readonly string[] | null;
  /** No event is sent once so many milliseconds have passed. */
  readonly budget: number;
}

const MOST_STEPS = 4;
const LOCK_TRIES = 4;
const nothing: CalendarReport = {
  exists: true,
  created: false,
  added: 0,
  changed: 0,
  cancelled: 0,
  toSettle: 0,
  answers: 0,
  again: false,
  stopped: null,
};

/** One run: reads, brings the calendar up to date, writes down what became of it. Outside the host's lock. */
export function* keepCalendar({ known, budget }: CalendarRun): CalendarSteps<CalendarReport> {
  const start = Number(yield { do: 'clock' });
  const moment = (yield { do: 'moment' }) as Moment; // Answered as it is declared.
  const reading = yield* readTabs(calendarTabs, false, known);
  const state = stateOf(reading, calendarTabs);
  const rows = readTable(agendaTable, state.workbook[agendaTable.tab], state.shown[agendaTable.tab]).records;
  const calendar = calendarRow(rows);
  if (calendar === null || calendar.state === 'lost') return { ...nothing, exists: false };
  const titles = knownAfter(reading, calendarTabs) ?? known;
  if (calendar.event === null) return yield* created(calendar, titles, moment);
  let listing: Listing;
  try {
    listing = yield* listed(calendar.event, calendar.token);
  } catch (error) {
    return yield* withoutListing(error, titles, moment);
  }
  const run: Run = {
    calendar: calendar.event,
    moment,
    listing,
    rows: eventRows(rows),
    out: { rows: new Map(), answers: [] },
    report: { ...nothing },
    isOver: function* () {
      return Number(yield { do: 'clock' }) - start >= budget;
    },
  };
  for (const wanted of wantedEvents(state, moment.today)) yield* keepSession(run, wanted);
  return yield* concluded(run, calendar, titles);
}

function* created(calendar: AgendaRow, known: readonly string[] | null, moment: Moment): CalendarSteps<CalendarReport> {
  try {
    const made = yield* createCalendar(calendar, known, moment);
    return made ? { ...nothing, created: true, again: true } : { ...nothing, stopped: 'busy' };
  } catch (error) {
    return { ...nothing, exists: false, stopped: whyStopped(error) };
  }
}

interface Listing {
  readonly events: ReadonlyMap<string, FoundEvent>;
  readonly token: string | null;
  /** True when all events were listed, and not only those that changed. */
  readonly isFull: boolean;
}

/** What changed since the token; without one, or when Google has forgotten it, everything. */
function* listed(calendar: string, token: string | null): CalendarSteps<Listing> {
  const events = new Map<string, FoundEvent>();
  let page: string | null = null;
  for (;;) {
    let answer: unknown;
    try {
      answer = yield { do: 'listEvents', calendar, token, page };
    } catch (error) {
      if (token !== null && error instanceof GoogleRefused && error.status === 410)
        return yield* listed(calendar, null);
      throw error;
    }
    const found = readPage(answer);
    for (const event of found.events) events.set(event.id, event);
    if (found.nextPage === null) return { events, token: found.token, isFull: token === null };
    page = found.nextPage;
  }
}

function* withoutListing(
  error: unknown,
  known: readonly string[] | null,
  moment: Moment,
): CalendarSteps<CalendarReport> {
  if (!(error instanceof GoogleRefused) || error.status !== 404) return { ...nothing, stopped: whyStopped(error) };
  const record = { rows: new Map<string, RowFields>(), answers: [], calendar: { state: 'lost' as const } };
  yield { do: 'locked', steps: writeDown(record, known, moment) };
  return { ...nothing, exists: false, stopped: 'gone' };
}

interface Run {
  readonly calendar: string;
  readonly moment: Moment;
  readonly listing: Listing;
  readonly rows: ReadonlyMap<string, AgendaRow>;
  readonly out: { readonly rows: Map<string, RowFields>; readonly answers: Answered[] };
  report: CalendarReport;
  readonly isOver: () => CalendarSteps<boolean>;
}

/** Brings the event of one session up to date, unless the run has stopped: what was listed of it is noted in any case. */
function* keepSession(run: Run, wanted: Wanted): CalendarSteps<void> {
  const row = run.rows.get(wanted.session) ?? null;
  const found = run.listing.events.get(eventId(wanted.session));
  let known: Known | null = found ?? (run.listing.isFull ? null : remembered(row));
  if (found !== undefined) noteAnswers(run, wanted, { row, known: found });
  for (let turn = 0; turn < MOST_STEPS; turn += 1) {
    const one: Case = { wanted, row, known, today: run.moment.today };
    const step = stepFor(one);
    if (step.do === 'nothing') return note(run, one, step.row);
    if (run.report.stopped === null && (yield* run.isOver())) count(run, { stopped: 'time' });
    if (run.report.stopped !== null) return;
    const sent = yield* attempt(run, one, step);
    if (sent === 'done' || sent === 'failed') return;
    known = sent;
  }
}

function note(run: Run, { wanted, row }: Case, fields: RowFields | null): void {
  if (fields === null) return;
  if (fields.state === 'moved' || fields.state === 'deleted' || fields.state === 'orphan')
    count(run, { toSettle: run.report.toSettle + 1 });
  if (!saysAlready(row, fields)) run.out.rows.set(wanted.session, fields);
}

/** One call; answers the event as it then is, or that nothing more can be done about it now. */
function* attempt(
  run: Run,
  one: Case,
  step: Exclude<Step, { do: 'nothing' }>,
): CalendarSteps<Known | 'done' | 'failed'> {
  const { calendar } = run;
  const id = eventId(one.wanted.session);
  try {
    const answer = yield callOf(step, calendar, id);
    count(run, counted(run.report, step));
    if (step.do !== 'delete') return readEvent(answer) ?? 'failed';
    run.out.rows.set(one.wanted.session, step.row);
    return 'done';
  } catch (error) {
    if (!(error instanceof GoogleRefused)) {
      // Nobody knows whether it took effect: the next run will see.
      count(run, { stopped: 'trouble' });
      return 'failed';
    }
    // Its id is taken: a run was killed before it could write down what it sent, or the event was deleted.
    if (step.do === 'insert' && error.status === 409) return yield* asked(run, id);
    if (step.do === 'delete' && (error.status === 404 || error.status === 410)) {
      run.out.rows.set(one.wanted.session, step.row);
      return 'done';
    }
    // It changed since it was listed: the next listing tells how.
    if (error.status === 412) return 'failed';
    if (error.status === 404 || error.status === 410) return yield* asked(run, id);
    refused(run, one, error);
    return 'failed';
  }
}

function* asked({ calendar, report }: Run, event: string): CalendarSteps<Known | 'failed'> {
  if (report.stopped !== null) return 'failed';
  try {
    return readEvent(yield { do: 'getEvent', calendar, event }) ?? 'failed';
  } catch (error) {
    if (error instanceof GoogleRefused) return 'failed';
    throw error;
  }
}

function callOf(step: Exclude<Step, { do: 'nothing' }>, calendar: string, id: string): CalendarCall {
  switch (step.do) {
    case 'insert':
      return { do: 'insertEvent', calendar, event: step.event };
    case 'revive':
      return { do: 'reviveEvent', calendar, id, event: step.event };
    case 'patch':
      return { do: 'patchEvent', calendar, id, changes: step.changes, etag: step.etag, tell: step.tell };
    case 'delete':
      return { do: 'deleteEvent', calendar, id, etag: step.etag };
  }
}

function counted({ added, changed, cancelled }: CalendarReport, step: Step): Partial<CalendarReport> {
  if (step.do === 'insert' || step.do === 'revive') return { added: added + 1 };
  return step.do === 'delete' ? { cancelled: cancelled + 1 } : { changed: changed + 1 };
}

function count(run: Run, parts: Partial<CalendarReport>): void {
  run.report = { ...run.report, ...parts };
}

/** A limit or a missing right stops the run; anything else concerns this session only, and is shown beside it. */
function refused(run: Run, { wanted, row, known }: Case, error: GoogleRefused): void {
  const stopped = whyStopped(error);
  if (stopped !== 'trouble') return count(run, { stopped });
  const base: Known = known ?? {
    cancelled: false,
    etag: '',
    slot: null,
    sent: null,
    text: null,
    guests: [],
    link: null,
  };
  const standing = standingOf({ row, known: base, wanted });
  const trouble = `Google refuse cet événement : ${error.message.slice(0, 200)}`;
  // Without an event to remember, the next run tries again from the start.
  const fields = { ...rowFields(base, { ...standing, trouble }), ...(known === null ? { event: null } : {}) };
  if (!saysAlready(row, fields)) run.out.rows.set(wanted.session, fields);
}

function whyStopped(error: unknown): 'quota' | 'rights' | 'trouble' {
  if (!(error instanceof GoogleRefused)) return 'trouble';
  if (error.status === 429) return 'quota';
  return error.status === 401 || error.status === 403 ? 'rights' : 'trouble';
}

function noteAnswers(run: Run, wanted: Wanted, { row, known }: { row: AgendaRow | null; known: FoundEvent }): void {
  const before = new Map(row === null ? [] : guestsIn(row).map(({ email, answer }) => [email, answer]));
  for (const { email, answer } of known.guests) {
    const registrations = wanted.guests.get(email);
    if (registrations === undefined || (before.get(email) ?? 'needsAction') === answer) continue;
    run.out.answers.push({ registrations, answer });
  }
  count(run, { answers: run.out.answers.length });
}

function* concluded(
  { out, report, listing, moment }: Run,
  calendar: AgendaRow,
  known: readonly string[] | null,
): CalendarSteps<CalendarReport> {
  // A run that stopped early keeps the old token: what it did not come to is listed again.
  const token = report.stopped === null ? listing.token : null;
  const isNew = token !== null && (calendar.token === null || listing.isFull);
  const trouble = report.stopped === 'rights' ? 'Google n’autorise pas encore Régie à tenir l’agenda.' : null;
  const isSaid = calendar.trouble === trouble;
  if (out.rows.size === 0 && out.answers.length === 0 && !isNew && isSaid) return report;
  const record = { ...out, calendar: { ...(token === null ? {} : { token }), trouble } };
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const ask: CalendarAsk = { do: 'locked', steps: writeDown(record, known, moment) };
    const done = (yield ask) as { readonly result: boolean } | null;
    if (done !== null) return done.result ? { ...report, again: report.answers > 0 } : { ...report, stopped: 'tab' };
  }
  return { ...report, stopped: 'busy' };
}
