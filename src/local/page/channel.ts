import type { Revision, Status, ToPage, ToServer } from './protocol.ts';

type Listener = (message: Revision) => void;

/** What the channel tells the page besides revisions. */
export type ChannelEvents = {
  readonly onStatus: (status: Status) => void;
  readonly onAct: (act: Extract<ToPage, { kind: 'act' }>['act']) => void;
  readonly onConnected: (connected: boolean) => void;
  readonly onLost: () => void;
};

/** The revision log over a WebSocket, as the engine wants it; reconnects by itself. */
export type Channel = {
  readonly transport: {
    readonly sendMessage: (message: Revision) => Promise<void>;
    readonly onNewMessage: (id: string, callback: Listener) => void;
    readonly leave: (id: string) => void;
  };
  readonly settled: () => boolean;
};

const RETRY_MS = 1000;

type State = {
  socket: WebSocket | null;
  revisionId: string;
  pending: Revision | null;
  readonly listeners: Map<string, Listener>;
};

/** Connects to the server, from a known revision on. Calls onLost when only a reload can help. */
export function openChannel(generation: string, revisionId: string, events: ChannelEvents): Channel {
  const state: State = { socket: null, revisionId, pending: null, listeners: new Map() };
  connect(state, generation, events);
  return {
    transport: {
      onNewMessage: (id, callback) => void state.listeners.set(id, callback),
      leave: (id) => void state.listeners.delete(id),
      sendMessage: (message) => {
        if (message.nextRevisionId === undefined) return Promise.resolve(); // Cursors of other pages: not shown.
        state.pending = message;
        send(state, message);
        return Promise.resolve();
      },
    },
    settled: () => state.pending === null,
  };
}

function send(state: State, message: Revision): void {
  const envelope: ToServer = { kind: 'revision', message };
  if (state.socket?.readyState === WebSocket.OPEN) state.socket.send(JSON.stringify(envelope));
}

function connect(state: State, generation: string, events: ChannelEvents): void {
  const socket = new WebSocket(`ws://${location.host}/socket`);
  socket.addEventListener('open', () => {
    state.socket = socket;
  });
  socket.addEventListener('message', (event) =>
    receive(state, generation, events, JSON.parse(String(event.data)) as ToPage),
  );
  socket.addEventListener('close', () => {
    state.socket = null;
    events.onConnected(false);
    setTimeout(() => connect(state, generation, events), RETRY_MS);
  });
}

function receive(state: State, generation: string, events: ChannelEvents, message: ToPage): void {
  switch (message.kind) {
    case 'revision':
      deliver(state, message.message);
      break;
    case 'act':
      events.onAct(message.act);
      break;
    case 'status':
      if (message.status.generation !== generation || message.revisionId !== state.revisionId) {
        events.onLost();
        return;
      }
      events.onConnected(true);
      events.onStatus(message.status);
      if (state.pending !== null) send(state, state.pending);
      break;
  }
}

function deliver(state: State, message: Revision): void {
  if (message.nextRevisionId !== undefined) {
    state.revisionId = message.nextRevisionId;
    if (message.nextRevisionId === state.pending?.nextRevisionId) state.pending = null;
  }
  for (const listener of [...state.listeners.values()]) listener(message);
}
