import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Act } from '../apps-script/index.ts';
import { type Doc, openDocument } from '../engine/index.ts';
import type { Menu, OpenWorkbook, Places, RunRequest } from '../page/protocol.ts';
import { RequestRefused } from './reply.ts';
import type { Follower } from './workspace.ts';

/** How a run of the add-on ended. */
export type Outcome =
  { readonly value: unknown } | { readonly error: { readonly name: string; readonly message: string } };

/** A workbook with the Google and the add-on around it. */
export type Book = {
  readonly snapshot: () => Pick<OpenWorkbook, 'snapshot' | 'revisions' | 'revisionId'>;
  readonly follow: (send: (revision: string) => void) => Follower;
  readonly onRevision: (listener: (revisionId: string) => void) => () => void;
  readonly menus: () => readonly Menu[];
  readonly run: (request: RunRequest) => { readonly acts: readonly Act[]; readonly outcome: Outcome };
  readonly places: () => Places;
  readonly save: () => Promise<Buffer>;
  /** Everything of it, as JSON to be kept. */
  readonly state: () => unknown;
  readonly answer: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** A French sentence when the add-on itself cannot run, or null. */
  readonly trouble: () => string | null;
};

/** Where the add-on is, and its clock. */
export type BookSettings = { readonly bundle: string; readonly now: () => number };

/** Opens a workbook from what state() gave. */
export function openBook(state: unknown, _settings: BookSettings): Book {
  return bookOf(openDocument((state as { document?: unknown }).document));
}

/** Opens a workbook from an .xlsx file. */
export function importBook(_bytes: Buffer, _settings: BookSettings): Promise<Book> {
  return Promise.resolve(bookOf(openDocument()));
}

function bookOf(doc: Doc): Book {
  return {
    snapshot: () => {
      const { data, revisions } = doc.snapshot();
      return {
        snapshot: data,
        revisions: revisions as never[],
        revisionId: (data as { revisionId: string }).revisionId,
      };
    },
    follow: (send) => doc.join(send),
    onRevision: (listener) => doc.onChange(({ revisionId }) => listener(revisionId)),
    menus: () => [],
    run: () => ({ acts: [], outcome: { error: { name: 'Error', message: 'Rien à exécuter' } } }),
    places: () => ({ forms: [], events: [], mails: [] }),
    save: () => Promise.reject(new RequestRefused(501, 'Pas encore')),
    state: () => ({ document: doc.state() }),
    answer: () => Promise.resolve(false),
    trouble: () => null,
  };
}
