/** `UrlFetchApp`: reaches local Google's REST resources and nothing else; every other address is refused by name. */
import { fieldsOf, textOf, textOr } from '../arguments.ts';
import { ServiceError, SignatureMismatch } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';

const HOSTS: Readonly<Record<string, readonly string[]>> = {
  'forms.googleapis.com': ['forms.body', 'drive.file', 'drive'],
};
/** The token that `ScriptApp.getOAuthToken` gives. */
export const TOKEN = 'ya29.local';

interface Sending {
  readonly url: string;
  readonly verb: string;
  readonly body: string | null;
  readonly mute: boolean;
  readonly authorization: string;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Calls over the network, one by one or together. */
export function urlFetchApp(execution: Execution): object {
  return serviceObject(execution, 'UrlFetchApp', {
    scopes: ['script.external_request'],
    methods: {
      fetch: (url, params) => responseOf(execution, sendingOf(textOf(url), fieldsOf(params ?? {}))),
      fetchAll: (requests) => {
        if (!Array.isArray(requests)) throw new SignatureMismatch();
        const sendings = requests.map((request: unknown) => {
          if (typeof request === 'string') return sendingOf(request, {});
          const { url, ...params } = fieldsOf(request);
          return sendingOf(textOf(url), params);
        });
        return sendings.map((sending) => responseOf(execution, sending));
      },
    },
  });
}

function sendingOf(url: string, params: Readonly<Record<string, unknown>>): Sending {
  const known = ['method', 'contentType', 'payload', 'headers', 'muteHttpExceptions'];
  const strange = Object.keys(params).find((key) => !known.includes(key));
  if (strange !== undefined) throw notEmulated(`UrlFetchApp option "${strange}"`);
  const headers = fieldsOf(params['headers'] ?? {});
  return {
    url,
    verb: textOr(params['method'], 'get').toUpperCase(),
    body: textOr(params['payload'], null),
    mute: params['muteHttpExceptions'] === true,
    authorization: textOr(headers['Authorization'], ''),
  };
}

function responseOf(execution: Execution, sending: Sending): object {
  const { status, text } = sent(execution, sending);
  if (status >= 400 && !sending.mute)
    throw new ServiceError(
      `Request failed for ${new URL(sending.url).origin} returned code ${String(status)}. Truncated server response: ${text.slice(0, 200)} (use muteHttpExceptions option to examine full response)`,
    );
  return serviceObject(execution, 'HTTPResponse', {
    methods: { getResponseCode: () => status, getContentText: () => text },
  });
}

function sent({ shared }: Execution, { url, verb, body, authorization }: Sending): Answer {
  const { hostname, pathname, searchParams } = new URL(url);
  const scopes = HOSTS[hostname];
  if (scopes === undefined) throw notEmulated(`UrlFetchApp.fetch of ${hostname}`);
  if (authorization !== `Bearer ${TOKEN}`)
    return refusal(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
  const granted = (scope: string) => shared.manifest.oauthScopes.includes(`https://www.googleapis.com/auth/${scope}`);
  const wanted = pathname.endsWith('/responses') ? ['forms.responses.readonly', 'drive.file', 'drive'] : scopes;
  if (!wanted.some(granted))
    return refusal(403, 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.');
  try {
    const parsed: unknown = body === null ? undefined : JSON.parse(body);
    const result = shared.options.google.rest?.({ verb, path: pathname, query: searchParams, body: parsed });
    return { status: 200, text: JSON.stringify(result) };
  } catch (error) {
    return answerOfRefusal(error);
  }
}

/** What local Google refuses comes back as its status and JSON, as over the network. */
function answerOfRefusal(error: unknown): Answer {
  if (!(error instanceof Error) || !('status' in error) || !('body' in error)) throw error;
  const { status, body } = error;
  if (typeof status !== 'number' || typeof body !== 'function') throw error;
  if (status === 501) throw notEmulated(error.message);
  return { status, text: JSON.stringify(Reflect.apply(body as () => unknown, error, [])) };
}

function refusal(code: number, status: string, message: string): Answer {
  return { status: code, text: JSON.stringify({ error: { code, message, status } }) };
}

function notEmulated(what: string): ServiceError {
  return new ServiceError(`${what} is not emulated by the local workspace`, { name: 'NotEmulated' });
}
