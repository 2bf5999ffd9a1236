/** The one shell: show and apply any command, on any host. Hosts perform the asks; nothing else touches a spreadsheet. */
import type { Command, Moment, State } from './command.ts';
import type { Dress } from './dress.ts';
import type { SheetsRequest } from './dress-requests.ts';
import { journalId, journalTable, UNDO_HEADER, UNDO_TAB, undoEntry, writeUndo } from './journal.ts';
import type { JournalRow } from './journal.ts';
import { outboxTable } from './outbox.ts';
import { decide } from './preview.ts';
import type { Decision, Preview } from './preview.ts';
import { changeTable } from './records.ts';
import { appendRequests, requestsOf, sheetIdOf } from './requests.ts';
import { fieldMask, readSnapshot, REVISION_MARK } from './snapshot.ts';
import type { Snapshot, TabState } from './snapshot.ts';
import type { AnyRecord, Table } from './table.ts';
import { tableDress } from './table-dress.ts';
import type { View } from './view.ts';
import type { Grid } from './workbook.ts';
import { quoteTab } from './workbook.ts';

/** What a host must do: one call of Sheets v4 each. `ranges` null means the whole spreadsheet. */
export type Ask =
  | { readonly do: 'get'; readonly ranges: readonly string[] | null; readonly fields: string }
  | { readonly do: 'batchUpdate'; readonly requests: readonly SheetsRequest[] };

/** Steps towards an answer; each yields an ask and is resumed with Google's JSON answer. */
export type Steps<T> = Generator<Ask, T, unknown>;

/** Google refused a call; `status` is the HTTP status. Hosts throw it so that the shell can tell a refusal from a fault. */
export class GoogleRefused extends Error {
  override name = 'GoogleRefused';
  readonly status: number;
  constructor(status: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

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
  readonly known: readonly string[];
}

/** What became of an apply; "changed" means that the workbook moved since it was shown, and `shown` is the new preview. */
export interface ApplyAnswer {
  readonly outcome: 'applied' | 'nothing' | 'changed' | 'waiting' | 'refused';
  readonly journalId: string | null;
  readonly undoable: boolean;
  readonly shown: ShowAnswer;
}

/** What the command would do now; writes nothing. */
export function* show(run: Run): Steps<ShowAnswer> {
  const { decision, snapshot } = yield* read(run);
  return answer(run, decision, snapshot);
}

/** Carries out what was shown under that digest, in one batch; call it inside the host's lock. A null digest applies at once. */
export function* apply(run: Run, digest: string | null, who: string): Steps<ApplyAnswer> {
  const { decision, snapshot } = yield* read(run);
  const { preview } = decision;
  const shown = answer(run, decision, snapshot);
  const nothingDone = { journalId: null, undoable: false, shown };
  if (digest !== null && digest !== preview.digest) return { outcome: 'changed', ...nothingDone };
  if (preview.state === 'nothing') return { outcome: 'nothing', ...nothingDone };
  if (preview.state === 'question') return { outcome: 'waiting', ...nothingDone };
  if (preview.state === 'refused') return { outcome: 'refused', ...nothingDone };
  const batch = batchOf({ run, decision, snapshot, who });
  const applied = {
    outcome: 'applied',
    journalId: batch.journalId,
    undoable: batch.undoable,
    shown: afterwards(shown, decision),
  } as const;
  try {
    yield { do: 'batchUpdate', requests: batch.requests };
  } catch (error) {
    const again = yield* read({ ...run, known: null });
    const written = again.snapshot.revision > snapshot.revision;
    // No answer came, yet the wish is granted: the batch went through.
    if (written && !(error instanceof GoogleRefused) && again.decision.preview.state === 'nothing') return applied;
    // A batch is all or nothing, so whatever moved was moved by someone else.
    if (!written && again.decision.preview.digest === preview.digest) throw error;
    return { outcome: 'changed', journalId: null, undoable: false, shown: answer(run, again.decision, again.snapshot) };
  }
  return applied;
}

/** A view of the workbook: one reading, no change. */
export function* look(view: View, input: unknown, moment: Moment, known: readonly string[] | null): Steps<unknown> {
  const snapshot = yield* readTabs(view.reads, false, known);
  return { view: view.view(stateOf(snapshot, view.reads), input, moment), known: titles(snapshot, known, view.reads) };
}

/** Performs the steps with a host whose calls answer at once. */
export function drive<T>(steps: Steps<T>, perform: (ask: Ask) => unknown): T {
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
export async function driveAsync<T>(steps: Steps<T>, perform: (ask: Ask) => Promise<unknown>): Promise<T> {
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

function* read(run: Run): Steps<{ decision: Decision; snapshot: Snapshot }> {
  const reads = run.command.reads(run.input);
  const snapshot = yield* readTabs(reads, run.command.looks, run.known);
  return { decision: decide(run.command, stateOf(snapshot, reads), run), snapshot };
}

/** One call when the tabs asked for exist or are known to be missing; else Google refuses the range, and their list is read first. */
export function* readTabs(
  reads: readonly string[] | 'all',
  withLooks: boolean,
  known: readonly string[] | null,
): Steps<Snapshot> {
  const fields = fieldMask(withLooks);
  if (reads === 'all') return readSnapshot(yield { do: 'get', ranges: null, fields });
  const wanted = [...reads, ...trustTabs.filter((tab) => !reads.includes(tab))];
  const rangesOf = (tabs: readonly string[]) =>
    wanted
      .filter((tab) => tabs.includes(tab))
      .map((tab) => (reads.includes(tab) ? quoteTab(tab) : `${quoteTab(tab)}!A1`));
  const ranges = rangesOf(known ?? wanted);
  if (ranges.length > 0) {
    try {
      return readSnapshot(yield { do: 'get', ranges, fields });
    } catch (error) {
      if (!(error instanceof GoogleRefused) || error.status !== 400) throw error;
    }
  }
  const list = readSnapshot(yield { do: 'get', ranges: null, fields: TAB_LIST });
  const existing = rangesOf(list.tabs.map((tab) => tab.title));
  return existing.length === 0 ? { ...list, tabs: [] } : readSnapshot(yield { do: 'get', ranges: existing, fields });
}

const TAB_LIST = 'properties(title),namedRanges(namedRangeId,name),sheets(properties(sheetId,title,index))';
const trustTabs: readonly string[] = [journalTable.tab, UNDO_TAB, outboxTable.tab];

/** What a command sees of a snapshot: the tabs it asked for. */
export function stateOf(snapshot: Snapshot, reads: readonly string[] | 'all'): State {
  const tabs = snapshot.tabs.filter(({ title }) => reads === 'all' || reads.includes(title));
  const by = <T>(value: (tab: TabState) => T) => Object.fromEntries(tabs.map((tab) => [tab.title, value(tab)]));
  return {
    workbook: by((tab) => tab.entered),
    shown: by((tab) => tab.shown),
    tabs: tabs.map((tab) => tab.title),
    sources: tabs.map((tab) => tab.source),
  };
}

function answer(run: Run, { preview }: Decision, snapshot: Snapshot): ShowAnswer {
  return { preview, moment: run.moment, known: titles(snapshot, run.known, run.command.reads(run.input)) };
}

/** The tabs that exist as far as this reading tells; those it did not ask for stay as they were known. */
function titles(snapshot: Snapshot, known: readonly string[] | null, reads: readonly string[] | 'all'): string[] {
  const found = snapshot.tabs.map((tab) => tab.title);
  const asked = reads === 'all' ? [] : [...reads, ...trustTabs];
  const others = reads === 'all' ? [] : (known ?? []).filter((tab) => !asked.includes(tab));
  return [...new Set([...found, ...others])];
}

/** The same answer with the tabs that exist once the batch is written. */
function afterwards(shown: ShowAnswer, { plan, wish }: Decision): ShowAnswer {
  const gone = plan.tabs.filter(({ existence }) => existence === 'deleted').map(({ tab }) => tab);
  const made = plan.tabs.filter(({ existence }) => existence === 'created').map(({ tab }) => tab);
  const trust = [journalTable.tab, UNDO_TAB, ...(wish.outbox.length > 0 ? [outboxTable.tab] : [])];
  return { ...shown, known: [...new Set([...shown.known.filter((tab) => !gone.includes(tab)), ...made, ...trust])] };
}

interface BatchParts {
  readonly run: Run;
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly who: string;
}

interface Batch {
  readonly requests: SheetsRequest[];
  readonly journalId: string;
  readonly undoable: boolean;
}

/** All that one apply writes, in one atomic batch: the change, the journal, what undo needs, the outbox, the revision mark. */
export function batchOf({ run, decision, snapshot, who }: BatchParts): Batch {
  const { plan, wish, preview } = decision;
  const revision = snapshot.revision + 1;
  const id = journalId(revision);
  const before = stateOf(snapshot, run.command.reads(run.input)).workbook;
  const entry = undoEntry(before, plan, [journalTable.tab, outboxTable.tab, UNDO_TAB]);
  const chunks = entry.tabs.length > 0 && run.command.name !== 'undo' ? writeUndo(entry) : null;
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
  const journal = appendix(journalTable, [row]);
  const undoStore = {
    tab: UNDO_TAB,
    header: UNDO_HEADER,
    rows: (chunks ?? []).map((text, part) => [id, part + 1, text]),
    dress: { hidden: true, frozenRows: 1, tabColor: '#9aa0a6' },
  };
  const outbox = appendix(outboxTable, wish.outbox);
  const journalSheet =
    snapshot.tabs.find((tab) => tab.title === journalTable.tab)?.sheetId ?? sheetIdOf(journalTable.tab);
  const requests = [
    ...(snapshot.revision > 0 ? [{ deleteNamedRange: { namedRangeId: `${REVISION_MARK}${snapshot.revision}` } }] : []),
    ...requestsOf(snapshot, plan, wish.dress),
    ...appendRequests(snapshot, journal),
    ...appendRequests(snapshot, undoStore),
    ...(wish.outbox.length > 0 ? appendRequests(snapshot, outbox) : []),
    { addNamedRange: { namedRange: revisionRange(revision, journalSheet) } },
  ];
  return { requests, journalId: id, undoable: chunks !== null };
}

function revisionRange(revision: number, sheetId: number): SheetsRequest {
  const name = `${REVISION_MARK}${revision}`;
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 };
  return { namedRangeId: name, name, range };
}

function appendix(
  table: Table,
  records: readonly AnyRecord[],
): { tab: string; header: string[]; rows: Grid; dress: Dress } {
  const grid = changeTable(table, undefined, { put: records });
  return {
    tab: table.tab,
    header: table.columns.map((column) => column.header),
    rows: grid.slice(1),
    dress: tableDress(table),
  };
}
