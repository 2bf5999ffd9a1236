/** Local Google over HTTP with Google's own paths, for the official client and for anything that speaks REST. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api, LocalGoogle } from './index.ts';
import { GoogleRefused, notEmulated } from './refused.ts';

interface Route {
  readonly verb: string;
  readonly path: RegExp;
  readonly api: Api;
  readonly method: string;
}

const LARGEST_BODY = 100 * 1024 * 1024;
const PREFIXES =
  /^\/(?:v4\/spreadsheets|calendar\/v3|v1\/forms|(?:upload\/)?drive\/v3|(?:upload\/)?gmail\/v1)(?:[/:]|$)/u;

const ROUTES: readonly Route[] = [
  route('GET', '/v4/spreadsheets/{spreadsheetId}', 'sheets', 'spreadsheets.get'),
  route('POST', '/v4/spreadsheets', 'sheets', 'spreadsheets.create'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}:batchUpdate', 'sheets', 'spreadsheets.batchUpdate'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}:getByDataFilter', 'sheets', 'spreadsheets.getByDataFilter'),
  route('GET', '/v4/spreadsheets/{spreadsheetId}/values:batchGet', 'sheets', 'spreadsheets.values.batchGet'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchUpdate', 'sheets', 'spreadsheets.values.batchUpdate'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values:batchClear', 'sheets', 'spreadsheets.values.batchClear'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values/{range}:append', 'sheets', 'spreadsheets.values.append'),
  route('POST', '/v4/spreadsheets/{spreadsheetId}/values/{range}:clear', 'sheets', 'spreadsheets.values.clear'),
  route('GET', '/v4/spreadsheets/{spreadsheetId}/values/{range}', 'sheets', 'spreadsheets.values.get'),
  route('PUT', '/v4/spreadsheets/{spreadsheetId}/values/{range}', 'sheets', 'spreadsheets.values.update'),
  route('GET', '/calendar/v3/users/me/calendarList', 'calendar', 'calendarList.list'),
  route('GET', '/calendar/v3/users/me/calendarList/{calendarId}', 'calendar', 'calendarList.get'),
  route('POST', '/calendar/v3/calendars', 'calendar', 'calendars.insert'),
  route('GET', '/calendar/v3/calendars/{calendarId}', 'calendar', 'calendars.get'),
  route('GET', '/calendar/v3/calendars/{calendarId}/events', 'calendar', 'events.list'),
  route('POST', '/calendar/v3/calendars/{calendarId}/events', 'calendar', 'events.insert'),
  route('GET', '/calendar/v3/calendars/{calendarId}/events/{eventId}', 'calendar', 'events.get'),
  route('PUT', '/calendar/v3/calendars/{calendarId}/events/{eventId}', 'calendar', 'events.update'),
  route('PATCH', '/calendar/v3/calendars/{calendarId}/events/{eventId}', 'calendar', 'events.patch'),
  route('DELETE', '/calendar/v3/calendars/{calendarId}/events/{eventId}', 'calendar', 'events.delete'),
  route('POST', '/v1/forms', 'forms', 'forms.create'),
  route('GET', '/v1/forms/{formId}', 'forms', 'forms.get'),
  route('POST', '/v1/forms/{formId}:batchUpdate', 'forms', 'forms.batchUpdate'),
  route('GET', '/v1/forms/{formId}/responses', 'forms', 'forms.responses.list'),
  route('GET', '/drive/v3/files', 'drive', 'files.list'),
  route('POST', '/drive/v3/files', 'drive', 'files.create'),
  route('GET', '/drive/v3/files/{fileId}', 'drive', 'files.get'),
  route('PATCH', '/drive/v3/files/{fileId}', 'drive', 'files.update'),
  route('POST', '/gmail/v1/users/{userId}/messages/send', 'gmail', 'users.messages.send'),
];

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
  const path = url.pathname;
  const found = ROUTES.find((one) => one.verb === request.method && one.path.test(path));
  if (!found) throw notEmulated(`${request.method ?? ''} ${path}`);
  const inPath = Object.entries(found.path.exec(path)?.groups ?? {}).map(
    ([name, value]) => [name, decodeURIComponent(value)] as const,
  );
  const inQuery = [...new Set(url.searchParams.keys())].map((name) => {
    const values = url.searchParams.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  const ifMatch = found.api === 'calendar' ? request.headers['if-match'] : undefined;
  const inHeaders = ifMatch === undefined ? [] : [['ifMatch', ifMatch] as const];
  return google.call(found.api, found.method, Object.fromEntries<unknown>([...inQuery, ...inPath, ...inHeaders]), body);
}

function route(verb: string, path: string, api: Api, method: string): Route {
  const pattern = path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+?)');
  return { verb, path: new RegExp(`^${pattern}$`, 'u'), api, method };
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
