/** Sending what waits in « Envois »: re-runnable, killed anywhere it converges; a mail leaves at most once. */
import type { Ask, Steps } from './asks.ts';
import { GoogleRefused } from './asks.ts';
import type { State } from './command.ts';
import type { Day } from './day.ts';
import { journalTable } from './journal.ts';
import { lostMails, tabsToJudge } from './mails/causes.ts';
import { claimMails, CLAIM_SIZE, isDue, outgoing, settleMails } from './mails/sending.ts';
import type { Instant, OutgoingMail, SendResult } from './mails/sending.ts';
import { mailRules } from './mails/settings.ts';
import type { MailRules } from './mails/settings.ts';
import { missingColumns } from './mails/wished.ts';
import { outboxTable } from './outbox.ts';
import type { OutboxRow } from './outbox.ts';
import { planOf } from './plan.ts';
import { knownAfter, readTabs, stateOf, titleOf } from './read-tabs.ts';
import type { TabsReading } from './read-tabs.ts';
import { changeTable, readTable } from './records.ts';
import { requestsOf, sheetIdOf } from './requests.ts';
import { nextRevision } from './revision.ts';
import { settingTable } from './tables/setting.ts';

/** What sending asks of a host besides Sheets. */
export type MailAsk =
  /** Does the steps while no other run writes; answers `{result}`, or null when another one holds on. */
  | { readonly do: 'locked'; readonly steps: Steps<unknown> }
  /** How many mails may still leave today. */
  | { readonly do: 'quota' }
  /** Sends one mail and answers a `Sent`; never throws. */
  | { readonly do: 'send'; readonly mail: OutgoingMail }
  /** The civil day in Paris. */
  | { readonly do: 'today' }
  /** The instant in milliseconds; asked before each mail, so it costs nothing. */
  | { readonly do: 'clock' };

/** What a host answers to a sending; `stop` when the next ones would fare no better. */
export type Sent = SendResult & { readonly stop?: 'quota' | 'rights' };

/** Steps of sending. */
export type MailSteps<T> = Generator<Ask | MailAsk, T, unknown>;

/** What a run did, and what it left. */
export interface MailReport {
  readonly sent: number;
  readonly refused: number;
  /** Mails of which nobody knows whether they left. */
  readonly uncertain: number;
  /** Mails that do not leave because their reason went, or cannot be told any more. */
  readonly withdrawn: number;
  /** Mails that are due and still wait. */
  readonly left: number;
  /** Why some are left: the day's quota, the time of this run, another run, missing rights, no answer, a tab to mend. */
  readonly stopped: 'quota' | 'time' | 'busy' | 'rights' | 'trouble' | 'tab' | null;
}

/** How a run is bounded. */
export interface MailRun {
  readonly known: readonly string[] | null;
  /** No mail is sent once so many milliseconds have passed. */
  readonly budget: number;
}

const LOCK_TRIES = 6;
const UNKNOWN_IN_A_ROW = 3;

/** Sends what is due until nothing is left, the time is over or the quota is used; outside the host's lock. */
export function* sendMails({ known: first, budget }: MailRun): MailSteps<MailReport> {
  // The host answers each ask as it is declared. One day counts for the whole run, which lasts a few minutes.
  const start = Number(yield { do: 'clock' });
  const today = String(yield { do: 'today' });
  const allowed = Number(yield { do: 'quota' });
  const run: Progress = {
    start,
    budget,
    allowed,
    sent: 0,
    refused: 0,
    uncertain: 0,
    withdrawn: 0,
    left: 0,
    stopped: null,
  };
  let results: ReadonlyMap<string, SendResult> = new Map();
  let known = first;
  for (;;) {
    const turn = yield* locked({ results, known, today, allowed: run.stopped === null ? run.allowed : 0 });
    if (turn === null) return { ...reportOf(run), stopped: 'busy' };
    known = turn.known ?? known;
    run.left = turn.left;
    run.refused += turn.refused;
    run.uncertain += turn.uncertain;
    run.withdrawn += turn.withdrawn;
    if (turn.broken) return { ...reportOf(run), stopped: 'tab' };
    if (turn.claimed.length === 0) {
      if (turn.left > 0) run.stopped ??= 'quota';
      return reportOf(run);
    }
    results = yield* sendAll(turn, run);
  }
}

interface Progress {
  readonly start: number;
  readonly budget: number;
  /** How many mails the day still permits, the reserve included. */
  allowed: number;
  sent: number;
  refused: number;
  uncertain: number;
  withdrawn: number;
  left: number;
  stopped: MailReport['stopped'];
}

function reportOf({ sent, refused, uncertain, withdrawn, left, stopped }: Progress): MailReport {
  return { sent, refused, uncertain, withdrawn, left, stopped };
}

/** Sends each claimed mail; those that are not tried get a result too, so that their claim is taken back. */
function* sendAll({ claimed, rules }: Turn, run: Progress): MailSteps<ReadonlyMap<string, SendResult>> {
  const results = new Map<string, SendResult>();
  let unknown = 0;
  for (const row of claimed) {
    run.stopped ??= yield* isOver(run);
    if (run.stopped !== null) {
      results.set(row.id, { outcome: 'untried', reason: UNTRIED[run.stopped] });
      continue;
    }
    const sent = (yield { do: 'send', mail: outgoing(row, rules) }) as Sent;
    results.set(row.id, sent);
    if (sent.outcome !== 'untried') run[sent.outcome] += 1;
    if (sent.outcome === 'sent' || sent.outcome === 'uncertain') run.allowed -= 1;
    unknown = sent.outcome === 'uncertain' ? unknown + 1 : 0;
    run.stopped = sent.stop ?? (unknown >= UNKNOWN_IN_A_ROW ? 'trouble' : null);
  }
  return results;
}

const UNTRIED = {
  quota: 'Le nombre de messages permis aujourd’hui est atteint : celui-ci partira demain.',
  rights: 'Google n’autorise pas encore Régie à envoyer des messages : ouvrez Régie et acceptez.',
  time: null,
  busy: null,
  trouble: null,
  tab: null,
} as const;

function* isOver({ start, budget }: Progress): MailSteps<'time' | null> {
  return Number(yield { do: 'clock' }) - start >= budget ? 'time' : null;
}

/** What one turn under the lock found and wrote. */
interface Turn {
  readonly claimed: readonly OutboxRow[];
  readonly rules: MailRules;
  readonly refused: number;
  readonly uncertain: number;
  readonly withdrawn: number;
  /** Due mails that are not claimed by this turn. */
  readonly left: number;
  readonly broken: boolean;
  /** The tabs that exist, when this reading tells: spares the next ones a call. */
  readonly known: readonly string[] | null;
}

interface TurnParts {
  /** What the last turn's sendings gave, to be written down. */
  readonly results: ReadonlyMap<string, SendResult>;
  readonly known: readonly string[] | null;
  readonly today: Day;
  /** How many mails may be claimed at most, the reserve included. */
  readonly allowed: number;
}

function* locked(parts: TurnParts): MailSteps<Turn | null> {
  // What was sent must be written down: with results at hand, another writer or a failing Google is waited for.
  const tries = parts.results.size > 0 ? LOCK_TRIES : 1;
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const at = { today: parts.today, milliseconds: Number(yield { do: 'clock' }) };
    try {
      const done = (yield { do: 'locked', steps: takeTurn(parts, at) }) as { result: Turn } | null;
      if (done !== null) return done.result;
    } catch (error) {
      if (attempt === tries) throw error;
    }
  }
  return null;
}

const WRITE_TRIES = 3;
const READS = [outboxTable.tab, settingTable.tab];

/**
 * One read and one batch: the last results are written down and the next mails claimed. Where mails that a rule made are
 * due, one more read tells whether their reason still stands.
 */
function* takeTurn({ results, known, allowed }: TurnParts, at: Instant): Steps<Turn> {
  let attempted: readonly OutboxRow[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const reading = yield* readTabs(READS, false, known);
    const state = stateOf(reading, READS);
    const titles = knownAfter(reading, READS);
    const rules = mailRules(readSettings(state), at.today);
    if (missingColumns(state.workbook[outboxTable.tab]).length > 0)
      return { ...idle, rules, known: titles, broken: true };
    const rows = readTable(outboxTable, state.workbook[outboxTable.tab], state.shown[outboxTable.tab]).records;
    const settled = settleMails(rows, results, at.today);
    const now = rows.map((row) => settled.find(({ id }) => id === row.id) ?? row);
    // A batch whose answer was lost may have gone through: its claims are ours.
    const mine = now.filter(
      (row) =>
        row.status === 'claimed' && attempted.some((one) => one.id === row.id && one.claimed_at === row.claimed_at),
    );
    const size = mine.length > 0 ? 0 : Math.min(CLAIM_SIZE, allowed - rules.reserve);
    const lost = yield* lostAmong(now, at.today, titles ?? known);
    const { claimed, setAside } = claimMails(now, at, size, lost);
    const put = [...settled, ...setAside, ...claimed];
    const taken = new Set([...setAside, ...claimed].map(({ id }) => id));
    const turn: Turn = {
      claimed: mine.length > 0 ? mine : claimed,
      rules,
      refused: setAside.filter(({ status }) => status === 'refused').length,
      uncertain: setAside.filter(({ status }) => status === 'uncertain').length,
      withdrawn: setAside.filter(({ status }) => status === 'cancelled' || status === 'draft').length,
      left: now.filter((row) => isDue(row, at.today) && !taken.has(row.id)).length,
      broken: false,
      known: titles,
    };
    if (put.length === 0) return turn;
    try {
      yield { do: 'batchUpdate', requests: batchOf(reading, state, put) };
      return turn;
    } catch (error) {
      if (attempt >= WRITE_TRIES) throw error;
      attempted = error instanceof GoogleRefused ? [] : claimed;
    }
  }
}

const idle = { claimed: [], refused: 0, uncertain: 0, withdrawn: 0, left: 0 } as const;

/** The due mails whose rule no longer speaks for them. */
function* lostAmong(
  rows: readonly OutboxRow[],
  today: Day,
  known: readonly string[] | null,
): Steps<ReturnType<typeof lostMails>> {
  const due = rows.filter((row) => isDue(row, today));
  const tabs = tabsToJudge(due);
  if (tabs.length === 0) return new Map();
  return lostMails(stateOf(yield* readTabs(tabs, false, known), tabs), due, today);
}

function readSettings({ workbook, shown }: State) {
  return readTable(settingTable, workbook[settingTable.tab], shown[settingTable.tab]).records;
}

function batchOf(reading: TabsReading, state: State, put: readonly OutboxRow[]) {
  const { snapshot } = reading;
  const tab = titleOf(reading, outboxTable.tab);
  const grid = state.workbook[outboxTable.tab];
  const wished = changeTable(outboxTable, grid, { put }, state.shown[outboxTable.tab]);
  const plan = planOf({ [tab]: grid ?? [] }, { [tab]: wished });
  const sheet = (title: string) => snapshot.tabs.find((one) => one.title === title)?.sheetId;
  const marked = sheet(titleOf(reading, journalTable.tab)) ?? sheet(tab) ?? sheetIdOf(tab);
  const mark = nextRevision(snapshot, marked);
  return [...mark.before, ...requestsOf(snapshot, plan, {}), ...mark.after];
}
