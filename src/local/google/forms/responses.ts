/** `forms.responses.list`: all responses, or those since a time; page by page. */
import type { forms_v1 } from 'googleapis/build/src/apis/forms/v1.js';
import { GoogleRefused } from '../refused.ts';
import type { StoredForm } from './stored.ts';

const MOST = 5000;

interface Asked {
  readonly filter: string | undefined;
  readonly pageSize: string | undefined;
  readonly pageToken: string | undefined;
}

/** One page of the responses of a form; none at all gives an empty object, as Google does. */
export function listResponses(
  { responses }: StoredForm,
  { filter, pageSize, pageToken }: Asked,
): forms_v1.Schema$ListFormResponsesResponse {
  const isWanted = filterOf(filter);
  const size = pageSize === undefined ? MOST : Number(pageSize);
  if (!Number.isInteger(size) || size < 0)
    throw new GoogleRefused(400, `Invalid value at 'page_size', "${pageSize ?? ''}"`);
  const start = pageToken === undefined ? 0 : Number(pageToken);
  if (!Number.isInteger(start) || start < 0) throw new GoogleRefused(400, 'Invalid page token.');
  const wanted = responses.filter(({ lastSubmittedTime }) => isWanted(Date.parse(lastSubmittedTime ?? '')));
  const end = start + Math.min(size === 0 ? MOST : size, MOST);
  const page = wanted.slice(start, end);
  if (page.length === 0) return {};
  return { responses: page, ...(end < wanted.length ? { nextPageToken: String(end) } : {}) };
}

function filterOf(filter: string | undefined): (time: number) => boolean {
  if (filter === undefined || filter === '') return () => true;
  const [, sign, instant = ''] =
    /^timestamp (>=?) (\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)$/u.exec(filter) ?? [];
  const since = Date.parse(instant);
  if (sign === undefined || Number.isNaN(since)) throw new GoogleRefused(400, 'Request contains an invalid argument.');
  return (time) => (sign === '>' ? time > since : time >= since);
}
