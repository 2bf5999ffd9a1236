/** A spreadsheet document: one model of the engine, one ordered log of revisions. */
import type * as Engine from '@odoo/o-spreadsheet';
import { dispatchBatch, engine, FRENCH, quietly } from './engine.ts';
import type { Model } from './engine.ts';
import { sendWhole } from './extension.ts';
import { createHub } from './hub.ts';
import type { AcceptedRevision, Member } from './hub.ts';
import { createReader } from './reader.ts';
import type { Reader } from './reader.ts';
import { createWriter } from './writer.ts';
import type { Writer } from './writer.ts';

/** What a page needs to build its own model: `new Model(data, { transportService, client }, revisions)`. */
export interface PageSnapshot {
  readonly data: unknown;
  readonly revisions: readonly unknown[];
  /** The revision that the data and revisions lead to. */
  readonly revisionId: string;
}

/** One spreadsheet, in memory. */
export interface Doc {
  readonly read: Reader;
  /** Changes as one revision and one evaluation; when the work throws, nothing of it remains and the error is thrown on. */
  batch(work: (write: Writer) => void): void;
  /** JSON to persist, and to give back to `openDocument`. */
  state(): unknown;
  snapshot(): PageSnapshot;
  /** Lets a page take part: `send` gets each accepted message as text, the page's own included. */
  join(send: (message: string) => void): Member;
  /** Calls the listener after each accepted revision, whoever made it; the answer stops it. */
  onChange(listener: (revision: AcceptedRevision) => void): () => void;
}

/** Opens a document: from a state, or with one empty tab « Feuille 1 » (id 0) of 1,000 rows and 26 columns. */
export function openDocument(state?: unknown): Doc {
  const data = state === undefined ? emptyData() : (JSON.parse(JSON.stringify(state)) as unknown);
  const first = (data as { revisionId?: string }).revisionId ?? 'START_REVISION';
  const hub = createHub(first, (work) => quietly(work));
  const model: Model = quietly(
    () =>
      new engine.Model(data as object, { transportService: hub.transport, client: { id: 'server', name: 'Régie' } }),
  );
  sendWhole(model);
  const read = createReader(model);
  const write = createWriter(model, read);
  let cached: { revision: string; data: unknown } | null = null;
  const exported = (): unknown => {
    if (cached?.revision !== hub.revisionId()) cached = { revision: hub.revisionId(), data: exportData(model) };
    return cached.data;
  };
  return {
    read,
    batch: (work) => dispatchBatch(model, () => work(write)),
    state: exported,
    snapshot: () => ({ data: exported(), revisions: [], revisionId: hub.revisionId() }),
    join: (send) => hub.join(send),
    onChange: (listener) => hub.onRevision(listener),
  };
}

/** The engine's data of a workbook without any tab, to be filled before `openDocument`. */
export function bareData(): Engine.WorkbookData {
  return { ...engine.helpers.createEmptyWorkbookData(), sheets: [], settings: { locale: FRENCH } };
}

/** The engine's data of an empty tab. */
export function bareSheet(
  id: number,
  name: string,
  { rows, columns }: { readonly rows: number; readonly columns: number },
): Engine.SheetData {
  return { ...engine.helpers.createEmptySheet(String(id), name), rowNumber: rows, colNumber: columns };
}

function emptyData(): Engine.WorkbookData {
  return { ...bareData(), sheets: [bareSheet(0, 'Feuille 1', { rows: 1000, columns: 26 })] };
}

function exportData(model: Model): unknown {
  // Not `exportData()`: that one builds a second model to check itself.
  const inner = model as unknown as { _exportData: (squished: boolean) => unknown };
  return quietly(() => inner._exportData(false));
}
