/** A spreadsheet on Google, through the official client: the only file here that knows it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Moment } from '../core/command.ts';
import { apply, driveAsync, GoogleRefused, show } from '../core/shell.ts';
import type { Ask } from '../core/shell.ts';
import { fieldMask, readSnapshot } from '../core/snapshot.ts';
import { Cannot, EXIT } from './cannot.ts';
import type { Host } from './host.ts';
import { writeCalls } from './calls-file.ts';

const SCOPES = ['https://www.googleapis.com/auth/spreadsheets'];

/** How to reach a spreadsheet. */
export interface GooglePlace {
  readonly id: string;
  /** Another server than Google's, for tests; null for Google. */
  readonly rootUrl: string | null;
  /** An access token; null for the machine's default credentials. */
  readonly token: string | null;
  /** Who the journal names. */
  readonly who: string;
  readonly moment: () => Moment;
}

/** The spreadsheet as a host; its calls are counted. */
export async function openGoogle({ id, rootUrl, token, who, moment }: GooglePlace): Promise<Host> {
  const client = await clientOf(rootUrl, token);
  const calls: Record<string, number> = {};
  const call = async (ask: Ask): Promise<unknown> => {
    const name = `sheets.spreadsheets.${ask.do}`;
    calls[name] = (calls[name] ?? 0) + 1;
    try {
      return await send(client, id, ask);
    } catch (error) {
      throw refusalOf(error);
    }
  };
  const worded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw cannotOf(error);
    }
  };
  const snapshot = () =>
    worded(async () => readSnapshot(await call({ do: 'get', ranges: null, fields: fieldMask(true) })));
  return {
    name: (await worded(async () => readSnapshot(await call({ do: 'get', ranges: null, fields: 'properties(title)' }))))
      .title,
    snapshot,
    show: ({ command, input }) =>
      worded(() => driveAsync(show({ command, input, moment: moment(), known: null }), call)),
    apply: ({ command, input }, shown) => {
      for (const name of Object.keys(calls)) Reflect.deleteProperty(calls, name);
      const run = { command, input, moment: shown.moment, known: shown.known };
      return worded(() => driveAsync(apply(run, shown.preview.digest, who), call));
    },
    save: (folder) => writeCalls(folder, calls),
  };
}

async function clientOf(rootUrl: string | null, token: string | null): Promise<sheets_v4.Sheets> {
  // Loaded here: it takes a while, and a workbook in a file never needs it.
  const { auth, sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  const server = rootUrl === null ? {} : { rootUrl: rootUrl.endsWith('/') ? rootUrl : `${rootUrl}/` };
  if (token !== null) {
    const bearer = new auth.OAuth2();
    bearer.setCredentials({ access_token: token });
    return sheets({ version: 'v4', auth: bearer, ...server });
  }
  if (rootUrl !== null) return sheets({ version: 'v4', ...server });
  return sheets({ version: 'v4', auth: new auth.GoogleAuth({ scopes: SCOPES }), ...server });
}

async function send(client: sheets_v4.Sheets, spreadsheetId: string, ask: Ask): Promise<unknown> {
  if (ask.do === 'batchUpdate') {
    // Each request was made by core, which writes the public JSON of Sheets v4.
    const requests = [...ask.requests] as sheets_v4.Schema$Request[];
    return (await client.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data;
  }
  const ranges = ask.ranges === null ? {} : { ranges: [...ask.ranges] };
  return (await client.spreadsheets.get({ spreadsheetId, fields: ask.fields, ...ranges })).data;
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('status' in error)) return error;
  const status = Number(error.status);
  return status >= 400 && status < 500 ? new GoogleRefused(status, error.message, { cause: error }) : error;
}

function cannotOf(error: unknown): unknown {
  if (error instanceof GoogleRefused) return new Cannot(refusedText(error), EXIT.failed, { cause: error });
  const message = error instanceof Error ? error.message : String(error);
  if (/default credentials/iu.test(message))
    return new Cannot(
      'Aucun accès à Google : connectez la machine (gcloud auth application-default login) ou donnez un jeton dans REGIE_GOOGLE_TOKEN.',
      EXIT.failed,
      { cause: error },
    );
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|socket hang up|network/iu.test(message))
    return new Cannot(`Google ne répond pas (${message}). Réessayez plus tard.`, EXIT.failed, { cause: error });
  return error;
}

function refusedText({ status, message }: GoogleRefused): string {
  if (status === 404) return 'Ce classeur Google est introuvable : vérifiez l’identifiant donné à --spreadsheet.';
  if (status === 401) return 'Google refuse ce jeton : il est faux ou périmé.';
  if (status === 403) return `Google refuse l’accès à ce classeur : ${message}`;
  return `Google a refusé l’opération (${status}) : ${message}`;
}
