/** A host for the shell over local Google, for tests: counts its calls. */
import { drive, GoogleRefused } from '../../src/core/shell.ts';
import type { Ask, Steps } from '../../src/core/shell.ts';
import { fieldMask, readSnapshot } from '../../src/core/snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { createLocalGoogle, createSpreadsheet, GoogleRefused as LocalRefused } from '../../src/local/google/index.ts';

/** A spreadsheet on local Google that the shell can be driven on. */
export interface LocalHost {
  readonly run: <T>(steps: Steps<T>) => T;
  /** The calls made so far, oldest first. */
  readonly calls: string[];
  readonly snapshot: () => Snapshot;
  readonly workbook: () => Workbook;
  readonly edit: (requests: readonly unknown[]) => void;
  /** Called before each call; may throw, or change the spreadsheet. */
  before: ((ask: Ask) => void) | null;
  /** Called after each call took effect; may throw. */
  after: ((ask: Ask) => void) | null;
}

/** A host over a new spreadsheet that holds the workbook. */
export function localHost(workbook: Workbook): LocalHost {
  const google = createLocalGoogle();
  const spreadsheetId = google.add(createSpreadsheet(workbook));
  const calls: string[] = [];
  const get = (ranges: readonly string[] | null, fields: string) =>
    google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields, ...(ranges ? { ranges: [...ranges] } : {}) });
  const send = (requests: readonly unknown[]) =>
    google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests });
  const snapshot = () => readSnapshot(get(null, fieldMask(true)));
  const perform = (ask: Ask): unknown => {
    calls.push(ask.do);
    host.before?.(ask);
    const answer = asShell(() => (ask.do === 'get' ? get(ask.ranges, ask.fields) : send(ask.requests)));
    host.after?.(ask);
    return answer;
  };
  const host: LocalHost = {
    run: (steps) => drive(steps, perform),
    calls,
    snapshot,
    // Looks are left out: laws ask for the cells of whole workbooks thousands of times.
    workbook: () =>
      Object.fromEntries(readSnapshot(get(null, fieldMask(false))).tabs.map((tab) => [tab.title, tab.entered])),
    edit: (requests) => void send(requests),
    before: null,
    after: null,
  };
  return host;
}

function asShell(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    if (error instanceof LocalRefused) throw new GoogleRefused(error.status, error.message, { cause: error });
    throw error;
  }
}
