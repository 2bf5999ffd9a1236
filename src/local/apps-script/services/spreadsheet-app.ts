/** `SpreadsheetApp`: the open file, where the person stands, and its editor; values go through the advanced service. */
import { numberOf, numberOr, textOf, textOr } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';
import type { Selection } from '../types.ts';
import { ui } from './ui.ts';

const scopes = ['spreadsheets.currentonly', 'spreadsheets'];

/** The bound spreadsheet and its editor. */
export function spreadsheetApp(execution: Execution): object {
  const active = () => spreadsheet(execution);
  return serviceObject(execution, 'SpreadsheetApp', {
    scopes,
    methods: {
      getActive: active,
      getActiveSpreadsheet: active,
      getActiveSheet: () => activeSheet(execution),
      getActiveRange: () => activeRange(execution),
      getCurrentCell: () => activeRange(execution),
      flush: () => undefined,
      getUi: () => {
        if (execution.launch.by === 'trigger')
          throw new ServiceError('Cannot call SpreadsheetApp.getUi() from this context.');
        return ui(execution);
      },
    },
  });
}

interface TabFacts {
  readonly title: string;
  readonly sheetId: number;
  readonly hidden: boolean;
}

function spreadsheet(execution: Execution): object {
  const { shared } = execution;
  const id = shared.options.spreadsheetId;
  const title = (): string => textAt(metadata(execution, 'properties(title)'), 'properties', 'title');
  const self: object = serviceObject(execution, 'Spreadsheet', {
    scopes,
    methods: {
      getId: () => id,
      getName: title,
      getUrl: () => `https://docs.google.com/spreadsheets/d/${id}/edit`,
      getSpreadsheetTimeZone: () => textAt(metadata(execution, 'properties(timeZone)'), 'properties', 'timeZone'),
      getSpreadsheetLocale: () => textAt(metadata(execution, 'properties(locale)'), 'properties', 'locale'),
      getSheets: () => tabsOf(execution).map((tab) => sheet(execution, tab)),
      getSheetByName: (name) => {
        const tab = tabsOf(execution).find((candidate) => candidate.title === textOf(name));
        return tab ? sheet(execution, tab) : null;
      },
      getActiveSheet: () => activeSheet(execution),
      getActiveRange: () => activeRange(execution),
      toast: (message, heading, seconds) => {
        shared.show({
          kind: 'toast',
          message: textOf(message),
          title: textOr(heading, ''),
          seconds: numberOr(seconds, 5),
        });
      },
    },
  });
  return self;
}

function sheet(execution: Execution, tab: TabFacts): object {
  const self: object = serviceObject(execution, 'Sheet', {
    scopes,
    methods: {
      getName: () => tab.title,
      getSheetId: () => tab.sheetId,
      getLastColumn: () => Math.max(0, ...valuesOf(execution, tab).map((row) => row.length)),
      isSheetHidden: () => tab.hidden,
      getRange: (first, column, rows, columns) => range(execution, tab, addressOf(first, column, { rows, columns })),
      activate: () => {
        execution.shared.show({ kind: 'select', tab: tab.title, range: 'A1' });
        return self;
      },
    },
  });
  return self;
}

const ADDRESS = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/u;

/** A range of a tab, for the script. */
export function range(execution: Execution, tab: TabFacts, address: string): object {
  const parts = ADDRESS.exec(address);
  if (!parts) throw new ServiceError('Range not found');
  const self: object = serviceObject(execution, 'Range', {
    scopes,
    methods: {
      getA1Notation: () => address,
      getRow: () => Number(parts[2]),
      getColumn: () => columnNumber(parts[1] ?? ''),
      getNumRows: () => Number(parts[4] ?? parts[2]) - Number(parts[2]) + 1,
      getNumColumns: () => columnNumber(parts[3] ?? parts[1] ?? '') - columnNumber(parts[1] ?? '') + 1,
      getValues: () => rectangle(valuesOf(execution, tab, address), address),
      getSheet: () => sheet(execution, tab),
      activate: () => {
        execution.shared.show({ kind: 'select', tab: tab.title, range: address });
        return self;
      },
    },
  });
  return self;
}

/** The values as the classic service gives them, ragged; a number that shows as a date is a date. */
function valuesOf(execution: Execution, tab: TabFacts, address?: string): unknown[][] {
  const { google, spreadsheetId } = execution.shared.options;
  const title = `'${tab.title.replaceAll("'", "''")}'`;
  const answer = google.call('sheets', 'spreadsheets.get', {
    spreadsheetId,
    ranges: [address === undefined ? title : `${title}!${address}`],
    fields: 'sheets(data(rowData(values(effectiveValue,effectiveFormat(numberFormat)))))',
  });
  return listAt(listAt(listAt(answer, 'sheets')[0], 'data')[0], 'rowData').map((row) =>
    listAt(row, 'values').map(valueOf),
  );
}

const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

function valueOf(cell: unknown): unknown {
  const value = fieldAt(cell, 'effectiveValue');
  const number = fieldAt(value, 'numberValue');
  if (typeof number === 'number') {
    const type = fieldAt(fieldAt(fieldAt(cell, 'effectiveFormat'), 'numberFormat'), 'type');
    return type === 'DATE' || type === 'DATE_TIME' ? new Date(SERIAL_ZERO + number * DAY) : number;
  }
  const error = fieldAt(value, 'errorValue');
  if (error !== undefined) return errorTexts[String(fieldAt(error, 'type'))] ?? '#ERROR!';
  return fieldAt(value, 'stringValue') ?? fieldAt(value, 'boolValue') ?? '';
}

const errorTexts: Readonly<Record<string, string>> = {
  REF: '#REF!',
  N_A: '#N/A',
  VALUE: '#VALUE!',
  NAME: '#NAME?',
  DIVIDE_BY_ZERO: '#DIV/0!',
  NUM: '#NUM!',
  NULL_VALUE: '#NULL!',
};

/** Every cell of the range, those without content as empty texts. */
function rectangle(values: readonly (readonly unknown[])[], address: string): unknown[][] {
  const parts = ADDRESS.exec(address) ?? [];
  const [left = '', top = '', right = left, bottom = top] = parts.slice(1).map((part) => part);
  const width = columnNumber(right) - columnNumber(left) + 1;
  return Array.from({ length: Number(bottom) - Number(top) + 1 }, (_row, row) =>
    Array.from({ length: width }, (_column, column) => values[row]?.[column] ?? ''),
  );
}

function listAt(value: unknown, key: string): unknown[] {
  const list = fieldAt(value, key);
  return Array.isArray(list) ? (list as unknown[]) : [];
}

/** What a simple trigger of an edit is given: the range, and for one cell what was typed in it. */
export function editEvent(execution: Execution, { tab: title, range: address }: Selection, value?: string): object {
  const tab = tabsOf(execution).find((candidate) => candidate.title === title);
  if (!tab) throw new ServiceError('Range not found');
  const edited = range(execution, tab, address);
  return execution.realm.bless({
    authMode: 'LIMITED',
    range: edited,
    source: spreadsheet(execution),
    ...(value === undefined ? {} : { value }),
  });
}

function activeSheet(execution: Execution): object {
  const tabs = tabsOf(execution);
  const { selection } = execution.launch;
  const tab = tabs.find(({ title }) => title === selection?.tab) ?? tabs.find(({ hidden }) => !hidden);
  if (!tab) throw new ServiceError('The spreadsheet has no visible tab');
  return sheet(execution, tab);
}

function activeRange(execution: Execution): object | null {
  const { selection } = execution.launch;
  const tab = tabsOf(execution).find(({ title }) => title === selection?.tab);
  return selection && tab ? range(execution, tab, selection.range) : null;
}

function addressOf(first: unknown, column: unknown, size: { rows: unknown; columns: unknown }): string {
  if (typeof first === 'string') return first.toUpperCase().replaceAll('$', '');
  const [row, left] = [numberOf(first), numberOf(column)];
  const [bottom, right] = [row + numberOr(size.rows, 1) - 1, left + numberOr(size.columns, 1) - 1];
  const start = `${columnName(left)}${row}`;
  return bottom === row && right === left ? start : `${start}:${columnName(right)}${bottom}`;
}

function columnName(column: number): string {
  const rest = (column - 1) % 26;
  const head = Math.floor((column - 1) / 26);
  return (head > 0 ? columnName(head) : '') + String.fromCharCode(65 + rest);
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function metadata(execution: Execution, fields: string): unknown {
  const { google, spreadsheetId } = execution.shared.options;
  return google.call('sheets', 'spreadsheets.get', { spreadsheetId, fields });
}

function tabsOf(execution: Execution): TabFacts[] {
  const answer = metadata(execution, 'sheets(properties(sheetId,title,hidden))');
  const sheets = fieldAt(answer, 'sheets');
  return (Array.isArray(sheets) ? sheets : []).map((one: unknown) => {
    const properties = fieldAt(one, 'properties');
    return {
      title: String(fieldAt(properties, 'title')),
      sheetId: Number(fieldAt(properties, 'sheetId') ?? 0),
      hidden: fieldAt(properties, 'hidden') === true,
    };
  });
}

function fieldAt(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function textAt(value: unknown, outer: string, inner: string): string {
  const found = fieldAt(fieldAt(value, outer), inner);
  return typeof found === 'string' ? found : '';
}
