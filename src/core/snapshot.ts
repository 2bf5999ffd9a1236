/** From the JSON of Sheets v4 `spreadsheets.get` to values: the workbook, what it shows, and the look of source tabs. */
import { canonicalFormula, plainLines, trimGrid } from './workbook.ts';
import type { Cell, Shown, ShownGrid, Grid } from './workbook.ts';
import type { Merge, SourceCell, SourceTab } from './reading/source.ts';

/** One tab of the spreadsheet, with what the requests need to know of it. */
export interface TabState {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly entered: Grid;
  readonly shown: ShownGrid;
  readonly merges: readonly Merge[];
  readonly chartIds: readonly number[];
  readonly conditionCount: number;
  readonly protectionIds: readonly number[];
  readonly source: SourceTab;
}

/** A spreadsheet as it was read. */
export interface Snapshot {
  readonly title: string;
  readonly tabs: readonly TabState[];
  /** How many batches Régie has written (named range `regie_rev_N`); 0 before the first. */
  readonly revision: number;
  /** The ids, as Google gives them, of the named ranges that mark a revision. */
  readonly revisionIds: readonly string[];
}

/** The prefix of the named range that marks the revision. */
export const REVISION_MARK = 'regie_rev_';

const values = 'userEnteredValue,effectiveValue';
const lookValues = `${values},userEnteredFormat(backgroundColor,textFormat(bold,strikethrough)),effectiveFormat(numberFormat),note,textFormatRuns`;

/** The field mask of a reading; with looks it also asks for fills, notes, strikethrough and hidden rows. */
export function fieldMask(withLooks: boolean): string {
  const data = withLooks
    ? `data(startRow,startColumn,rowData(values(${lookValues})),rowMetadata(hiddenByUser,hiddenByFilter),columnMetadata(hiddenByUser))`
    : `data(startRow,startColumn,rowData(values(${values})))`;
  const properties = 'properties(sheetId,title,index,hidden,gridProperties(rowCount,columnCount))';
  const sheets = `sheets(${properties},merges,charts(chartId),conditionalFormats(ranges),protectedRanges(protectedRangeId),${data})`;
  return `properties(title),namedRanges(namedRangeId,name),${sheets}`;
}

/** The snapshot of an answer; whatever is missing or of another shape reads as empty. */
export function readSnapshot(answer: unknown): Snapshot {
  const json = object(answer);
  const marks = list(json['namedRanges']).flatMap((range) => {
    const { name, namedRangeId } = object(range);
    const revision = text(name).startsWith(REVISION_MARK) ? Number(text(name).slice(REVISION_MARK.length)) : Number.NaN;
    return Number.isInteger(revision) ? [{ revision, id: text(namedRangeId) }] : [];
  });
  return {
    title: text(object(json['properties'])['title']),
    tabs: list(json['sheets']).map(readTab),
    revision: marks.reduce((latest, { revision }) => Math.max(latest, revision), 0),
    revisionIds: marks.map(({ id }) => id),
  };
}

function readTab(answer: unknown): TabState {
  const sheet = object(answer);
  const properties = object(sheet['properties']);
  const size = object(properties['gridProperties']);
  const rows = readRows(list(sheet['data']));
  const title = text(properties['title']);
  const merges = list(sheet['merges']).map(readMerge);
  return {
    sheetId: number(properties['sheetId']),
    title,
    index: number(properties['index']),
    rowCount: number(size['rowCount']),
    columnCount: number(size['columnCount']),
    entered: trimGrid(rows.map((row) => Array.from(row, (cell) => cell?.entered ?? null))),
    shown: rows.map((row) => Array.from(row, (cell) => cell?.shown ?? null)),
    merges,
    chartIds: list(sheet['charts']).map((chart) => number(object(chart)['chartId'])),
    conditionCount: list(sheet['conditionalFormats']).length,
    protectionIds: list(sheet['protectedRanges']).map((range) => number(object(range)['protectedRangeId'])),
    source: {
      title,
      hidden: properties['hidden'] === true,
      rows,
      merges,
      hiddenRows: hiddenPlaces(list(sheet['data']), 'rowMetadata', 'startRow'),
      hiddenColumns: hiddenPlaces(list(sheet['data']), 'columnMetadata', 'startColumn'),
    },
  };
}

function readRows(blocks: readonly unknown[]): (SourceCell | undefined)[][] {
  const rows: (SourceCell | undefined)[][] = [];
  for (const block of blocks.map(object)) {
    const startRow = number(block['startRow']);
    const startColumn = number(block['startColumn']);
    list(block['rowData']).forEach((rowData, rowOffset) => {
      list(object(rowData)['values']).forEach((value, columnOffset) => {
        const cell = readSourceCell(object(value));
        if (!cell) return;
        const row = startRow + rowOffset;
        while (rows.length <= row) rows.push([]);
        const cells = rows[row] ?? [];
        cells[startColumn + columnOffset] = cell;
      });
    });
  }
  return rows;
}

function readSourceCell(json: Json): SourceCell | undefined {
  const userEntered = object(json['userEnteredValue']);
  const shown = readShown(object(json['effectiveValue']));
  const entered = readEntered(userEntered, shown);
  const look = readLook(json, entered);
  if (entered === null && shown === null && Object.keys(look).length === 0) return undefined;
  return { entered, shown: shown ?? (typeof entered === 'object' ? null : entered), ...look };
}

function readEntered(json: Json, shown: Shown): Cell {
  if (typeof json['formulaValue'] === 'string') return { formula: canonicalFormula(json['formulaValue']) };
  const value = readValue(json);
  if (value !== undefined) return value;
  // An error typed or imported as a constant is kept as the formula that gives it.
  return 'errorValue' in json && typeof shown === 'object' && shown !== null ? { formula: `=${shown.error}` } : null;
}

const errorNames: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
};

/** The text, number or boolean of a cell. */
function readValue(json: Json): string | number | boolean | null | undefined {
  for (const key of ['stringValue', 'numberValue', 'boolValue']) {
    const value = json[key];
    if (typeof value === 'string') return value === '' ? null : plainLines(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
  }
  return undefined;
}

function readShown(json: Json): Shown {
  const value = readValue(json);
  if (value !== undefined) return value;
  if (!('errorValue' in json)) return null;
  return { error: errorNames[text(object(json['errorValue'])['type'])] ?? '#ERROR!' };
}

type LookFields = Pick<SourceCell, 'fill' | 'strike' | 'struckText' | 'bold' | 'note' | 'format' | 'temporal'>;

function readLook(json: Json, entered: Cell): LookFields {
  const entry = object(json['userEnteredFormat']);
  const textFormat = object(entry['textFormat']);
  const numberFormat = object(object(json['effectiveFormat'])['numberFormat']);
  const fill = readFill(entry['backgroundColor']);
  const note = text(json['note']);
  const format = text(numberFormat['pattern']);
  const temporal = temporals[text(numberFormat['type'])];
  const struckText = readStruckText(list(json['textFormatRuns']), entered);
  return {
    ...(fill ? { fill } : {}),
    ...(textFormat['strikethrough'] === true || struckText !== '' ? { strike: true } : {}),
    ...(struckText === '' ? {} : { struckText }),
    ...(textFormat['bold'] === true ? { bold: true } : {}),
    ...(note === '' ? {} : { note }),
    ...(format === '' ? {} : { format }),
    ...(temporal ? { temporal } : {}),
  };
}

const temporals: Readonly<Record<string, NonNullable<SourceCell['temporal']> | undefined>> = {
  DATE: 'date',
  TIME: 'time',
  DATE_TIME: 'date_time',
};

function readFill(color: unknown): string | null {
  if (typeof color !== 'object' || color === null) return null;
  const json = object(color);
  const hex = ['red', 'green', 'blue'].map((part) =>
    Math.round(number(json[part]) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  const fill = `FF${hex.join('').toUpperCase()}`;
  return fill === 'FFFFFFFF' ? null : fill;
}

function readStruckText(runs: readonly unknown[], entered: Cell): string {
  if (typeof entered !== 'string') return '';
  const starts = runs.map((run) => ({
    start: number(object(run)['startIndex']),
    struck: object(object(run)['format'])['strikethrough'] === true,
  }));
  return starts
    .map(({ start, struck }, index) => (struck ? entered.slice(start, starts[index + 1]?.start ?? entered.length) : ''))
    .join('');
}

function hiddenPlaces(blocks: readonly unknown[], metadata: string, start: string): number[] {
  return blocks.map(object).flatMap((block) =>
    list(block[metadata]).flatMap((entry, offset) => {
      const { hiddenByUser, hiddenByFilter } = object(entry);
      return hiddenByUser === true || hiddenByFilter === true ? [number(block[start]) + offset] : [];
    }),
  );
}

function readMerge(json: unknown): Merge {
  const range = object(json);
  return {
    startRow: number(range['startRowIndex']),
    endRow: number(range['endRowIndex']),
    startColumn: number(range['startColumnIndex']),
    endColumn: number(range['endColumnIndex']),
  };
}

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
