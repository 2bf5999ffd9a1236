/** One ordered log of revisions: the server's model and every page are its clients. */
import type * as Engine from '@odoo/o-spreadsheet';

/** A page that follows the document. */
export interface Member {
  /** A message from the page, as text; a revision made on an older state is dropped, and the page sends it again rebased. */
  receive(message: string): void;
  /** No message is sent to the page any more. */
  leave(): void;
}

/** A revision that was accepted: from the server (a script, an import) or from a page (a person). */
export interface AcceptedRevision {
  readonly origin: 'server' | 'page';
  readonly revisionId: string;
  /** The engine's commands, in its own shape; a page's undo or redo comes without. */
  readonly commands: readonly { readonly type: string }[];
}

type Message = Engine.CollaborationMessage;
type Callback = (message: Message) => void;

/** The log of one document. */
export interface Hub {
  readonly transport: Engine.TransportService;
  revisionId(): string;
  join(send: (message: string) => void): Member;
  onRevision(listener: (revision: AcceptedRevision) => void): () => void;
}

const REVISIONS = ['REMOTE_REVISION', 'REVISION_UNDONE', 'REVISION_REDONE'];
const PRESENCE = ['CLIENT_JOINED', 'CLIENT_LEFT', 'CLIENT_MOVED'];

/** A log that begins at a revision; everything happens in the calling thread, in order. */
export function createHub(firstRevision: string, isolate: (work: () => void) => void): Hub {
  let current = firstRevision;
  let local: { readonly id: string; readonly callback: Callback }[] = [];
  const pages = new Set<(message: string) => void>();
  const listeners = new Set<(revision: AcceptedRevision) => void>();

  const submit = (message: Message, origin: 'server' | 'page'): void => {
    if (REVISIONS.includes(message.type)) {
      const revision = message as Extract<Message, { nextRevisionId: string }>;
      if (revision.serverRevisionId !== current) return;
      current = revision.nextRevisionId;
    } else if (!PRESENCE.includes(message.type)) return;
    isolate(() => {
      for (const { callback } of [...local]) callback(message);
    });
    const text = JSON.stringify(message);
    for (const send of [...pages]) send(text);
    if (!REVISIONS.includes(message.type)) return;
    const commands = message.type === 'REMOTE_REVISION' ? message.commands : [];
    const accepted = { origin, revisionId: current, commands };
    for (const listener of [...listeners]) listener(accepted);
  };

  return {
    revisionId: () => current,
    transport: {
      onNewMessage: (id, callback) => local.push({ id, callback }),
      leave: (id) => {
        local = local.filter((one) => one.id !== id);
      },
      // Not `async`: a refusal must reach the caller in the same turn.
      sendMessage: (message: Message) => {
        submit(message, 'server');
        return Promise.resolve();
      },
    },
    join(send) {
      pages.add(send);
      return {
        receive: (text) => {
          const message = readMessage(text);
          if (message) submit(message, 'page');
        },
        leave: () => pages.delete(send),
      };
    },
    onRevision(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function readMessage(text: string): Message | null {
  try {
    const message: unknown = JSON.parse(text);
    const named =
      typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string';
    // Checked just above as far as the hub reads it; the engine itself refuses commands that make no sense.
    return named ? (message as Message) : null;
  } catch {
    return null;
  }
}
