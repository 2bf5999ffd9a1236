import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Act, AgendaAct, OpenWorkbook, Places, RunAnswer, RunRequest, Status } from '../page/protocol.ts';

/** A page that follows the open workbook. */
export type Follower = {
  readonly receive: (revision: string) => void;
  readonly leave: () => void;
};

/** What pages are told: the status changed, or the workbook was replaced (its generation differs). */
export type Change = { readonly kind: 'status' };

/** What the server serves: one open workbook, and what Régie did around it. Refusals are RequestRefused, in French. */
export type Workspace = {
  /** Where its state is kept, as an absolute path. */
  readonly folder: string;
  readonly status: () => Status;
  readonly revisionId: () => string;
  readonly openWorkbook: () => OpenWorkbook;
  readonly follow: (send: (revision: string) => void, show: (act: Act) => void) => Follower;
  readonly run: (request: RunRequest) => RunAnswer;
  readonly turnClock: (day: string | null) => void;
  readonly startAgain: () => Promise<void>;
  readonly openFile: (fileName: string, bytes: Buffer) => Promise<void>;
  readonly saveFile: () => Promise<Buffer>;
  readonly places: () => Places;
  /** Does in the calendar what a guest or its owner does. */
  readonly inAgenda: (act: AgendaAct) => void;
  /** The add-on's HTML kept at an address, ready for its frame; null when there is none. */
  readonly frame: (address: string) => Promise<string | null>;
  /** Answers in the place of Google; false when the address is not one of Google's. */
  readonly mounted: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly onChange: (listener: (change: Change) => void) => void;
  /** Writes what is not yet on disk. */
  readonly close: () => Promise<void>;
};
