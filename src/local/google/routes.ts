/** Google's public paths, each with the method that answers it. */
import type { Api, LocalGoogle } from './index.ts';
import { notEmulated } from './refused.ts';

interface Route {
  readonly verb: string;
  readonly path: RegExp;
  readonly api: Api;
  readonly method: string;
}

/** A call by its public path. */
export interface RestCall {
  readonly verb: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The version of an event that the caller saw. */
  readonly ifMatch?: string | undefined;
}

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
  route('POST', '/v1/forms/{formId}:setPublishSettings', 'forms', 'forms.setPublishSettings'),
  route('GET', '/v1/forms/{formId}/responses', 'forms', 'forms.responses.list'),
  route('GET', '/drive/v3/files', 'drive', 'files.list'),
  route('POST', '/drive/v3/files', 'drive', 'files.create'),
  route('GET', '/drive/v3/files/{fileId}', 'drive', 'files.get'),
  route('PATCH', '/drive/v3/files/{fileId}', 'drive', 'files.update'),
  route('POST', '/gmail/v1/users/{userId}/messages/send', 'gmail', 'users.messages.send'),
];

/** Calls the method of a path; one that is not imitated is refused by its name. */
export function callByPath(call: LocalGoogle['call'], { verb, path, query, body, ifMatch }: RestCall): unknown {
  const found = ROUTES.find((one) => one.verb === verb && one.path.test(path));
  if (!found) throw notEmulated(`${verb} ${path}`);
  const inPath = Object.entries(found.path.exec(path)?.groups ?? {}).map(
    ([name, value]) => [name, decodeURIComponent(value)] as const,
  );
  const inQuery = [...new Set(query.keys())].map((name) => {
    const values = query.getAll(name);
    return [name, values.length > 1 ? values : values[0]] as const;
  });
  const inHeaders = found.api === 'calendar' && ifMatch !== undefined ? [['ifMatch', ifMatch] as const] : [];
  return call(found.api, found.method, Object.fromEntries<unknown>([...inQuery, ...inPath, ...inHeaders]), body);
}

function route(verb: string, path: string, api: Api, method: string): Route {
  const pattern = path.replaceAll(/\{(\w+)\}/gu, '(?<$1>[^/]+?)');
  return { verb, path: new RegExp(`^${pattern}$`, 'u'), api, method };
}
