/** The advanced service `Sheets`: each method is one REST call of local Google. */
import { fieldsOf, textOf } from '../arguments.ts';
import { serviceObject } from '../execution.ts';
import type { Execution, Method } from '../execution.ts';
import { wordedAsAppsScript } from './refusal.ts';

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
