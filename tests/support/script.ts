/** The add-on's bundle on a spreadsheet of local Google, for tests. */
import type { Answers, Method, Reply, RequestOf } from '../../src/core/rpc.ts';
import type { ApplyAnswer, ShowAnswer } from '../../src/core/shell.ts';
import { fieldMask, readSnapshot } from '../../src/core/snapshot.ts';
import type { Snapshot } from '../../src/core/snapshot.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { createAppsScript, readBundle } from '../../src/local/apps-script/index.ts';
import type { Act, AppsScript, Bundle } from '../../src/local/apps-script/index.ts';
import { createLocalGoogle, createSpreadsheet } from '../../src/local/google/index.ts';
import type { LocalGoogle } from '../../src/local/google/index.ts';
import { builtBundle } from './built.ts';

/** Half past ten in Paris, on the day of the sample. */
export const INSTANT = Date.parse('2023-05-12T08:30:00Z');

/** The add-on on a spreadsheet. */
export interface ScriptHost {
  readonly script: AppsScript;
  /** The Google around it. */
  readonly google: LocalGoogle;
  readonly acts: readonly Act[];
  /** Asks as a page does, with its pass; throws on a refusal. */
  readonly ask: <M extends Method>(method: M, request: RequestOf<M>) => Answers[M];
  readonly reply: <M extends Method>(method: M, request: RequestOf<M>) => Reply<M>;
  readonly show: (command: string, input?: unknown, known?: readonly string[] | null) => ShowAnswer;
  readonly apply: (shown: ShowAnswer, input?: unknown) => ApplyAnswer;
  readonly snapshot: () => Snapshot;
  readonly workbook: () => Workbook;
  readonly edit: (requests: readonly unknown[]) => void;
}

/** A new spreadsheet with the add-on installed; calls are counted from then on. */
export function scriptHost(
  workbook: Workbook,
  bundle: Bundle = readBundle(builtBundle()),
  clock = () => INSTANT,
): ScriptHost {
  const google = createLocalGoogle(undefined, clock);
  const spreadsheetId = google.add(createSpreadsheet(workbook, { title: 'Essai' }));
  const script = createAppsScript({
    google,
    spreadsheetId,
    bundle,
    clock,
    user: 'ana@incubateur.example',
  });
  const acts: Act[] = [];
  script.onUi((act) => acts.push(act));
  script.run('openSidebar');
  const [sidebar] = acts.splice(0);
  const pass = /data-pass="([^"]*)"/u.exec(sidebar?.kind === 'sidebar' ? sidebar.html : '')?.[1] ?? '';
  script.resetCalls();
  const reply = <M extends Method>(method: M, request: RequestOf<M>) =>
    JSON.parse(String(script.run('rpc', [method, JSON.stringify(request), pass]))) as Reply<M>;
  const ask = <M extends Method>(method: M, request: RequestOf<M>): Answers[M] => {
    const answer = reply(method, request);
    if (!answer.ok) throw new Error(answer.message);
    return answer.answer;
  };
  const snapshot = () =>
    readSnapshot(google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields: fieldMask(true) }));
  return {
    script,
    google,
    acts,
    ask,
    reply,
    show: (command, input = {}, known = null) => ask('show', { command, input, known }),
    apply: ({ preview, moment, known }, input = {}) =>
      ask('apply', { command: preview.command, input, moment, digest: preview.digest, known }),
    snapshot,
    workbook: () => Object.fromEntries(snapshot().tabs.map((tab) => [tab.title, tab.entered])),
    edit: (requests) => void google.call('sheets', 'spreadsheets.batchUpdate', { spreadsheetId }, { requests }),
  };
}
