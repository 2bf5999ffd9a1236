/** The one shell: show and apply any command, on any host. Hosts perform the asks; nothing else touches a spreadsheet. */
import type { Ask, Steps } from './asks.ts';
import { GoogleRefused } from './asks.ts';
import type { Command, Moment, Wish } from './command.ts';
import type { Dress } from './dress.ts';
import type { SheetsRequest } from './dress-requests.ts';
import { journalId, journalTable, UNDO_HEADER, UNDO_TAB, undoEntry, writeUndo } from './journal.ts';
import type { JournalRow } from './journal.ts';
import { numbersAfter, numbersCell, numbersRequests } from './numbers.ts';
import { outboxTable, TO_MYSELF } from './outbox.ts';
import { decide } from './preview.ts';
import type { Decision, Preview } from './preview.ts';
import { knownAfter, readTabs, stateOf, titleOf } from './read-tabs.ts';
import type { TabsReading } from './read-tabs.ts';
import { changeTable } from './records.ts';
import { appendRequests, requestsOf, sheetIdOf } from './requests.ts';
import { nextRevision } from './revision.ts';
import type { AnyRecord, Table } from './table.ts';
import { addedColumnsDress, tableDress } from './table-dress.ts';
import { tables } from './tables/index.ts';
import type { View } from './view.ts';
import type { Grid, Workbook } from './workbook.ts';

export { GoogleRefused } from './asks.ts';
export type { Ask, Steps } from './asks.ts';

/** A run of a command: what it is given, and who asks. */
export interface Run {
  readonly command: Command;
  readonly input: unknown;
  readonly moment: Moment;
  /** Titles of the tabs known to exist, from the last answer: spares a call when a tab of the command is not there yet. */
  readonly known: readonly string[] | null;
}

/** A preview with what must be given back to apply it. */
export interface ShowAnswer {
  readonly preview: Preview;
  readonly moment: Moment;
  readonly known: readonly string[] | null;
}

/** What became of an apply; "changed" means that the workbook moved since it was shown, and `shown` is the new preview. */
export interface ApplyAnswer {
  readonly outcome: 'applied' | 'nothing' | 'changed' | 'waiting' | 'refused';
  readonly journalId: string | null;
  readonly undoable: boolean;
  /** The mails of this action: those to send now, and those that she must read first. */
  readonly mails: { readonly waiting: number; readonly drafts: number };
  readonly shown: ShowAnswer;
}

const NO_MAIL = { waiting: 0, drafts: 0 } as const;

/** What the command would do now; writes nothing. */
export function* show(run: Run): Steps<ShowAnswer> {
  const { decision, reading } = yield* read(run);
  return answer(run, decision, reading);
}

/** Carries out what was shown under that digest, in one batch; call it inside the host's lock. A null digest applies at once. */
export function* apply(run: Run, digest: string | null, who: string): Steps<ApplyAnswer> {
  const { decision, reading } = yield* read(run);
  const { preview } = decision;
  const shown = answer(run, decision, reading);
  const nothingDone = { journalId: null, undoable: false, mails: NO_MAIL, shown };
  if (digest !== null && digest !== preview.digest) return { outcome: 'changed', ...nothingDone };
  if (preview.state === 'nothing') return { outcome: 'nothing', ...nothingDone };
  if (preview.state === 'question') return { outcome: 'waiting', ...nothingDone };
  if (preview.state === 'refused') return { outcome: 'refused', ...nothingDone };
  const batch = batchOf({ run, decision, reading, who });
  const applied = {
    outcome: 'applied',
    journalId: batch.journalId,
    undoable: batch.undoable,
    mails: mailCounts(decision.wish),
    shown: afterwards(shown, decision, reading),
  } as const;
  try {
    yield { do: 'batchUpdate', requests: batch.requests };
  } catch (error) {
    const again = yield* read({ ...run, known: null });
    const written = again.reading.snapshot.revision > reading.snapshot.revision;
    // No answer came, yet the wish is granted: the batch went through.
    if (written && !(error instanceof GoogleRefused) && again.decision.preview.state === 'nothing') return applied;
    // A batch is all or nothing, so whatever moved was moved by someone else.
    if (!written && again.decision.preview.digest === preview.digest) throw error;
    return { outcome: 'changed', ...nothingDone, shown: answer(run, again.decision, again.reading) };
  }
  return applied;
}

function mailCounts({ outbox, effects }: Wish): ApplyAnswer['mails'] {
  const drafts = outbox.filter(({ status }) => status === 'draft').length;
  return { waiting: effects.filter(({ kind }) => kind === 'mail').length - drafts, drafts };
}

/** A view of the workbook: one reading, no change. */
export function* look(view: View, input: unknown, moment: Moment, known: readonly string[] | null): Steps<unknown> {
  const reads = view.narrow?.(input) ?? view.reads;
  const reading = yield* readTabs(reads, view.looks ?? false, known);
  return {
    view: view.view(stateOf(reading, reads), input, moment),
    known: knownAfter(reading, reads),
  };
}

/** Performs the steps with a host whose calls answer at once. */
export function drive<T, A = Ask>(steps: Generator<A, T, unknown>, perform: (ask: A) => unknown): T {
  let step = steps.next();
  while (!step.done) {
    let result: unknown;
    try {
      result = perform(step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
  return step.value;
}

/** Performs the steps with a host whose calls are promises. */
export async function driveAsync<T, A = Ask>(
  steps: Generator<A, T, unknown>,
  perform: (ask: A) => Promise<unknown>,
): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    let result: unknown;
    try {
      result = await perform(step.value);
    } catch (error) {
      step = steps.throw(error);
      continue;
    }
    step = steps.next(result);
  }
  return step.value;
}

function* read(run: Run): Steps<{ decision: Decision; reading: TabsReading }> {
  const reads = run.command.reads(run.input);
  const reading = yield* readTabs(reads, run.command.looks, run.known);
  return { decision: decide(run.command, stateOf(reading, reads), run), reading };
}

function answer(run: Run, { preview }: Decision, reading: TabsReading): ShowAnswer {
  return { preview, moment: run.moment, known: knownAfter(reading, run.command.reads(run.input)) };
}

/** The same answer with the tabs that exist once the batch is written. */
function afterwards(shown: ShowAnswer, { plan, wish }: Decision, reading: TabsReading): ShowAnswer {
  const named = (existence: string) =>
    plan.tabs.filter((tab) => tab.existence === existence).map(({ tab }) => titleOf(reading, tab));
  const gone = named('deleted');
  const trust = [journalTable.tab, UNDO_TAB, ...(wish.outbox.length > 0 ? [outboxTable.tab] : [])];
  if (shown.known === null) return shown;
  const kept = shown.known.filter((tab) => !gone.includes(tab));
  return {
    ...shown,
    known: [...new Set([...kept, ...named('created'), ...trust.map((tab) => titleOf(reading, tab))])],
  };
}

interface BatchParts {
  readonly run: Run;
  readonly decision: Decision;
  readonly reading: TabsReading;
  readonly who: string;
}

interface Batch {
  readonly requests: SheetsRequest[];
  readonly journalId: string;
  readonly undoable: boolean;
}

/** All that one apply writes, in one atomic batch: the change, the journal, what undo needs, the outbox, the revision mark. */
export function batchOf({ run, decision, reading, who }: BatchParts): Batch {
  const { wish, preview } = decision;
  const { snapshot } = reading;
  const titled = <T>(tabs: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(tabs).map(([tab, value]) => [titleOf(reading, tab), value]));
  const plan = { tabs: decision.plan.tabs.map((tab) => ({ ...tab, tab: titleOf(reading, tab.tab) })) };
  const { workbook, lastNumbers = {} } = stateOf(reading, run.command.reads(run.input));
  const before = titled(workbook);
  const revision = snapshot.revision + 1;
  const id = journalId(revision);
  const trust = [journalTable.tab, UNDO_TAB].map((tab) => titleOf(reading, tab));
  const entry = { ...undoEntry(before, plan, trust, wish.dress), numbers: lastNumbers };
  // Mails that have not left can be held back: that is something to undo too.
  const something = entry.tabs.length > 0 || wish.outbox.length > 0;
  const chunks = something && run.command.undoable ? writeUndo(entry) : null;
  const row: JournalRow = {
    id,
    day: run.moment.today,
    time: run.moment.time,
    who,
    action: preview.label,
    summary: preview.summary.join(' '),
    undo: chunks ? 'possible' : 'impossible',
    command: run.command.name,
    tabs: plan.tabs.map(({ tab }) => tab),
  };
  const journal = appendix(journalTable, [row], reading);
  const mails = wish.outbox.map((mail) => ({ ...mail, action: id, to: mail.to === TO_MYSELF ? who : mail.to }));
  const outbox = appendix(outboxTable, mails, reading);
  const given = numbersAfter(lastNumbers, [
    ...Object.entries(workbook),
    ...Object.entries(wish.tabs),
    [outboxTable.tab, [[outboxTable.columns[0].header], ...mails.map((mail) => [mail.id])]],
  ]);
  const numbers = { ...given, ...wish.numbersBack };
  const undoStore = {
    tab: UNDO_TAB,
    header: [...UNDO_HEADER, numbersCell(numbers)],
    rows: (chunks ?? []).map((text, part) => [id, part + 1, text]),
    dress: { hidden: true, frozenRows: 1, tabColor: '#9aa0a6' },
  };
  const journalSheet = snapshot.tabs.find((tab) => tab.title === journal.tab)?.sheetId ?? sheetIdOf(journal.tab);
  const mark = nextRevision(snapshot, journalSheet);
  const storeTab = snapshot.tabs.find((tab) => tab.title === UNDO_TAB);
  const requests = [
    ...mark.before,
    ...requestsOf(snapshot, plan, titled(wish.dress), titled(addedLooks(decision.plan, workbook))),
    ...appendRequests(snapshot, journal),
    ...appendRequests(snapshot, undoStore),
    ...(storeTab && numbersCell(numbers) !== numbersCell(lastNumbers) ? numbersRequests(storeTab, numbers) : []),
    ...(wish.outbox.length > 0 ? appendRequests(snapshot, outbox) : []),
    ...mark.after,
  ];
  return { requests, journalId: id, undoable: chunks !== null };
}

/** The looks of the columns that come to tabs of ours. */
function addedLooks({ tabs: plans }: Decision['plan'], workbook: Workbook): Record<string, Dress> {
  return Object.fromEntries(
    plans.flatMap((plan) => {
      const table = plan.existence === 'kept' ? tables.find(({ tab }) => tab === plan.tab) : undefined;
      const dress = table && addedColumnsDress(table, workbook[plan.tab] ?? [], plan);
      return dress ? [[plan.tab, dress]] : [];
    }),
  );
}

/** Rows below a tab of trust, each value under its header wherever she moved it. */
function appendix(
  table: Table,
  records: readonly AnyRecord[],
  reading: TabsReading,
): { tab: string; header: string[]; rows: Grid; dress: Dress } {
  const tab = titleOf(reading, table.tab);
  const header = reading.snapshot.tabs.find(({ title }) => title === tab)?.entered[0];
  const grid = changeTable(table, header && header.length > 0 ? [header] : undefined, { put: records });
  return {
    tab,
    header: table.columns.map((column) => column.header),
    rows: grid.slice(1),
    dress: tableDress(table),
  };
}
