/** Local Google over HTTP with Google's own paths, for the official client and for anything that speaks REST. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LocalGoogle } from './index.ts';
import { GoogleRefused } from './refused.ts';

const LARGEST_BODY = 100 * 1024 * 1024;
const PREFIXES =
  /^\/(?:v4\/spreadsheets|calendar\/v3|v1\/forms|(?:upload\/)?drive\/v3|(?:upload\/)?gmail\/v1)(?:[/:]|$)/u;

/** Answers a request for one of Google's paths, and says so; any other request is left to the caller (false). */
export function answerHttp(google: LocalGoogle, request: IncomingMessage, response: ServerResponse): boolean {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (!PREFIXES.test(url.pathname)) return false;
  void answer(google, request, url).then(
    (result) => send(response, 200, result),
    (error: unknown) => {
      if (error instanceof GoogleRefused) send(response, error.status, error.body());
      else {
        console.error(error);
        send(response, 500, new GoogleRefused(500, 'Internal error encountered.').body());
      }
    },
  );
  return true;
}

async function answer(google: LocalGoogle, request: IncomingMessage, url: URL): Promise<unknown> {
  if (!isLoopback(request)) throw new GoogleRefused(403, 'The local Google answers this machine only.');
  const body = await readBody(request);
  const ifMatch = request.headers['if-match'];
  return google.rest({ verb: request.method ?? '', path: url.pathname, query: url.searchParams, body, ifMatch });
}

// Also by name: another site's page must not reach it through a name that leads here.
function isLoopback(request: IncomingMessage): boolean {
  const name = (request.headers.host ?? '').replace(/:\d+$/u, '');
  const from = request.socket.remoteAddress ?? '';
  return ['localhost', '127.0.0.1', '[::1]'].includes(name) && ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    parts.push(part as Buffer);
    size += (part as Buffer).length;
    if (size > LARGEST_BODY) throw new GoogleRefused(413, 'Request payload size exceeds the limit.');
  }
  const text = Buffer.concat(parts).toString('utf8');
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new GoogleRefused(400, 'Invalid JSON payload received.');
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (body === null) {
    response.writeHead(204, { 'cache-control': 'no-store' });
    response.end();
    return;
  }
  response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
