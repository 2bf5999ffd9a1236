import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { ToPage } from '../page/protocol.ts';
import { codeOf } from './error-code.ts';
import { type Asking, turnedAway } from './guard.ts';
import { RequestRefused, send, sendRefusal } from './reply.ts';
import { pageRoutes, serveFile } from './routes.ts';
import type { Workspace } from './workspace.ts';

const HOST = '127.0.0.1';
const TRIES = 20;
const MESSAGE_LIMIT = 20_000_000;

/** The workspace being served. */
export type Serving = { readonly port: number; readonly close: () => Promise<void> };

/** Serves the workspace on this machine only, at the port or the next free one. */
export async function serve(workspace: Workspace, port: number): Promise<Serving> {
  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const bound = await listen(server, port);
  const routes = pageRoutes(workspace);
  const sockets = followers(server, workspace, bound);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asking = askingOf(request);
    const why = turnedAway(asking, bound);
    if (why !== null) {
      send(response, { status: 403, type: 'text/plain; charset=utf-8', body: why });
      return;
    }
    try {
      const key = `${asking.method} ${asking.path}`;
      const route = Object.hasOwn(routes, key) ? routes[key] : undefined;
      if (route !== undefined) await route(request, response);
      else if (!(await serveElsewhere(request, response, asking))) {
        send(response, { status: 404, type: 'text/plain; charset=utf-8', body: `Cannot find "${key}"` });
      }
    } catch (error) {
      sendError(response, error);
    }
  }

  async function serveElsewhere(request: IncomingMessage, response: ServerResponse, asking: Asking): Promise<boolean> {
    if (asking.method === 'GET' && (await serveFile(workspace, asking.path, response))) return true;
    return workspace.mounted(request, response);
  }

  return {
    port: bound,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((done) => {
        server.close(done);
        server.closeAllConnections();
      });
    },
  };
}

function sendError(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (error instanceof RequestRefused) {
    response.setHeader('connection', 'close'); // What is left of its body is not read.
    sendRefusal(response, error.status, error.message);
    return;
  }
  console.error(error);
  sendRefusal(
    response,
    500,
    'L’espace local a rencontré une erreur : elle est écrite dans la fenêtre où tourne « npm start ».',
  );
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value.join() : value);

function askingOf(request: IncomingMessage): Asking {
  const { headers, method = 'GET', url = '/' } = request;
  return {
    method,
    path: url.split('?')[0] ?? '/',
    host: headers.host,
    origin: one(headers.origin),
    fetchSite: one(headers['sec-fetch-site']),
    fetchMode: one(headers['sec-fetch-mode']),
  };
}

async function listen(server: Server, first: number): Promise<number> {
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, HOST, () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as AddressInfo).port; // Listening on a port, so not a pipe's name.
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || port - first >= TRIES) throw error;
    }
  }
}

function followers(server: Server, workspace: Workspace, port: number): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const asking = askingOf(request);
    // Browsers always say where a socket comes from; a socket without an origin is not our page's.
    if (asking.path !== '/socket' || asking.origin === undefined || turnedAway(asking, port) !== null) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => follow(opened, workspace));
  });
  workspace.onChange(() => {
    for (const socket of sockets.clients) socket.send(JSON.stringify(statusOf(workspace)));
  });
  return sockets;
}

const statusOf = (workspace: Workspace): ToPage => ({
  kind: 'status',
  status: workspace.status(),
  revisionId: workspace.revisionId(),
});

function follow(socket: WebSocket, workspace: Workspace): void {
  const tell = (message: ToPage): void => socket.send(JSON.stringify(message));
  const follower = workspace.follow(
    (revision) => socket.send(`{"kind":"revision","message":${revision}}`),
    (act) => tell({ kind: 'act', act }),
  );
  tell(statusOf(workspace));
  socket.on('message', (data) => {
    const revision = revisionIn(textOf(data));
    if (revision !== null) follower.receive(revision);
  });
  socket.on('close', follower.leave);
  socket.on('error', () => socket.terminate());
}

function textOf(data: RawData): string {
  if (Array.isArray(data)) return Buffer.concat(data).toString('utf8');
  return (data instanceof ArrayBuffer ? Buffer.from(data) : data).toString('utf8');
}

function revisionIn(text: string): string | null {
  try {
    const message: unknown = JSON.parse(text);
    const known = typeof message === 'object' && message !== null && 'kind' in message && 'message' in message;
    return known && message.kind === 'revision' ? JSON.stringify(message.message) : null;
  } catch {
    return null;
  }
}
