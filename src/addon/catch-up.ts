/** Catching up: what the workbook says should leave leaves, after an action and from the clock. */
import type { CalendarReport } from '../core/calendar/asks.ts';
import { sendMails } from '../core/catch-up.ts';
import type { MailAsk, MailReport, MailRun } from '../core/catch-up.ts';
import { drive } from '../core/shell.ts';
import type { Ask } from '../core/shell.ts';
import { bringCalendarUpToDate } from './calendar.ts';
import { readAnswersQuietly } from './forms.ts';
import { remindQuietly } from './reminders.ts';
import {
  currentMoment,
  currentSpreadsheetId,
  keep,
  kept,
  mailQuota,
  perform,
  report,
  runEveryTenMinutes,
  sendMail,
  withLock,
} from './google.ts';

/** The global function that the clock calls (main.ts). */
const TICK = 'tick';
const CLOCK_KEY = 'regie-clock';
const BUDGET = 4.5 * 60_000;
const SILENCE = 24 * 3_600_000;

/** Where to catch up, and for how long. */
type Run = MailRun & { readonly spreadsheetId: string };

/** Keeps the calendar; whoever has it made gets the clock running if nobody's does. */
export function keepCalendarNow({ spreadsheetId, known, budget }: Run, who: string): CalendarReport {
  const done = bringCalendarUpToDate(spreadsheetId, { known, budget });
  // Asking each time would cost more calls than an exchange in which nothing changed.
  if (done.created) attempt(() => installClock(who));
  return done;
}

/** Sends what waits; whoever asks for it gets the clock running if nobody's does. */
export function catchUp({ spreadsheetId, known, budget }: Run, who: string): MailReport {
  // Without the clock mails still leave now; the next catching up installs it.
  attempt(() => installClock(who));
  return send({ spreadsheetId, known, budget });
}

/** One run of the clock: answers first, then the calendar, then the mails that they and the rest of the workbook call for. */
export function tickOfClock(): void {
  const spreadsheetId = currentSpreadsheetId();
  const start = Date.now();
  const left = () => BUDGET - (Date.now() - start);
  // What comes back from the calendar may free a seat, which changes who is invited: then both go round once more.
  attempt(() => {
    for (let turn = 0; turn < 2; turn += 1) {
      readAnswersQuietly(spreadsheetId);
      if (!bringCalendarUpToDate(spreadsheetId, { known: null, budget: left() / 2 }).again) return;
    }
  });
  remindQuietly(spreadsheetId);
  send({ spreadsheetId, known: null, budget: left() });
  const clock = readClock();
  if (clock) keep(CLOCK_KEY, JSON.stringify({ ...clock, seen: Date.now() }));
}

/** The same at an answer to the form, without any clock: mails that waited before it are the clock’s. */
export function answersArrived(): void {
  const spreadsheetId = currentSpreadsheetId();
  if (readAnswersQuietly(spreadsheetId)) send({ spreadsheetId, known: null, budget: BUDGET });
}

/** A step that fails must not keep the next ones from running. */
function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    report(error);
  }
}

function send({ spreadsheetId, known, budget }: Run): MailReport {
  const answer = (ask: Ask | MailAsk): unknown => {
    switch (ask.do) {
      case 'locked':
        return withLock(() => drive(ask.steps, (inner) => perform(spreadsheetId, inner)));
      case 'quota':
        return mailQuota();
      case 'send':
        return sendMail(ask.mail);
      case 'today':
        return currentMoment().today;
      case 'clock':
        return Date.now();
      case 'get':
      case 'batchUpdate':
        return perform(spreadsheetId, ask);
    }
  };
  return drive(sendMails({ known, budget }), answer);
}

interface ClockMark {
  readonly owner: string;
  /** When it last ran, or was installed. */
  readonly seen: number;
}

/** One account's clock runs for the whole file; when it has been silent for a day, the next one takes over. */
function installClock(who: string): void {
  const clock = readClock();
  const now = Date.now();
  if (clock && Math.abs(now - clock.seen) < SILENCE) return;
  runEveryTenMinutes(TICK);
  keep(CLOCK_KEY, JSON.stringify({ owner: who, seen: now }));
}

function readClock(): ClockMark | null {
  try {
    const mark: unknown = JSON.parse(kept(CLOCK_KEY) ?? 'null');
    return typeof mark === 'object' && mark !== null && 'seen' in mark && typeof mark.seen === 'number'
      ? (mark as ClockMark)
      : null;
  } catch {
    return null;
  }
}
