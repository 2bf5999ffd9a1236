/** The advanced service `Sheets`: each method is one REST call of local Google. */
import { fieldsOf, textOf } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';

const scopes = ['spreadsheets', 'drive.file', 'drive'];

/** `Sheets`, with what Régie may use of it. */
export function sheetsService(execution: Execution): object {
  const { google } = execution.shared.options;
  const call = (method: string, params: Readonly<Record<string, unknown>>, body?: unknown): unknown => {
    try {
      return google.call('sheets', method, params, body);
    } catch (error) {
      throw wordedAsAppsScript(`sheets.${method}`, error);
    }
  };
  const values: Record<string, Method> = {
    get: (id, range, options) =>
      call('spreadsheets.values.get', { spreadsheetId: textOf(id), range: textOf(range), ...fieldsOf(options) }),
    batchGet: (id, options) =>
      call('spreadsheets.values.batchGet', { spreadsheetId: textOf(id), ...fieldsOf(options) }),
    update: (body, id, range, options) =>
      call(
        'spreadsheets.values.update',
        { spreadsheetId: textOf(id), range: textOf(range), ...fieldsOf(options) },
        fieldsOf(body),
      ),
    batchUpdate: (body, id) => call('spreadsheets.values.batchUpdate', { spreadsheetId: textOf(id) }, fieldsOf(body)),
  };
  const spreadsheets: Record<string, Method> = {
    get: (id, options) => call('spreadsheets.get', { spreadsheetId: textOf(id), ...fieldsOf(options) }),
    batchUpdate: (body, id) => call('spreadsheets.batchUpdate', { spreadsheetId: textOf(id) }, fieldsOf(body)),
  };
  const Values = serviceObject(execution, 'Sheets.Spreadsheets.Values', { methods: values, scopes });
  const Spreadsheets = serviceObject(execution, 'Sheets.Spreadsheets', {
    methods: spreadsheets,
    constants: { Values },
    scopes,
  });
  return serviceObject(execution, 'Sheets', { constants: { Spreadsheets } });
}

interface Refusal {
  readonly code: number;
  readonly message: string;
  readonly reason: string;
}

/** The error that an advanced service throws for a refusal of Google; anything else is a fault of ours and stays as it is. */
function wordedAsAppsScript(method: string, error: unknown): unknown {
  const refusal = refusalOf(error);
  if (refusal === null) return error;
  const { code, message, reason } = refusal;
  return new ServiceError(`API call to ${method} failed with error: ${message}`, {
    name: 'GoogleJsonResponseException',
    details: { code, message, errors: [{ domain: 'global', reason, message }] },
  });
}

const reasons: Readonly<Record<number, string>> = {
  401: 'authError',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
  429: 'rateLimitExceeded',
  500: 'backendError',
  503: 'backendError',
};

function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return null;
  return { code: error.status, message: error.message, reason: reasons[error.status] ?? 'badRequest' };
}
