/** From a dress to requests, and the requests that take a former dress off a generated tab. */
import type { Area, Chart, Condition, Dress, Look, Validation } from './dress.ts';
import type { TabState } from './snapshot.ts';

/** A request of `spreadsheets.batchUpdate`, as JSON. */
export type SheetsRequest = Readonly<Record<string, unknown>>;

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The requests that give a tab of that size its look. */
export function dressRequests(sheetId: number, dress: Dress, size: Size): SheetsRequest[] {
  const range = (area: Area) => gridRange(sheetId, area, size);
  return [
    ...(dress.widths ?? []).flatMap((pixelSize, column) =>
      pixelSize === null ? [] : [dimension(sheetId, column, { pixelSize })],
    ),
    ...(dress.hiddenColumns ?? []).map((column) => dimension(sheetId, column, { hiddenByUser: true })),
    ...(dress.looks ?? []).flatMap(({ area, look }) => lookRequests(range(area), look)),
    ...(dress.merges ?? []).map((area) => ({ mergeCells: { range: range(area), mergeType: 'MERGE_ALL' } })),
    ...(dress.validations ?? []).map((validation) => validationRequest(range(validation.area), validation)),
    ...(dress.conditions ?? []).map((condition, index) => conditionRequest(range(condition.area), condition, index)),
    ...(dress.notes ?? []).map(({ row, column, text }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: column },
        rows: [{ values: [{ note: text }] }],
        fields: 'note',
      },
    })),
    ...(dress.charts ?? []).map((chart, index) => chartRequest(sheetId, chart, { index, size })),
    ...(dress.protection === undefined
      ? []
      : [
          {
            addProtectedRange: {
              protectedRange: { range: { sheetId }, warningOnly: true, description: dress.protection },
            },
          },
        ]),
  ];
}

/** The requests that bring a generated tab back to a bare one before it is dressed anew. */
export function undressRequests(tab: TabState): SheetsRequest[] {
  const range = { sheetId: tab.sheetId };
  return [
    ...(tab.merges.length > 0 ? [{ unmergeCells: { range } }] : []),
    { repeatCell: { range, cell: {}, fields: 'userEnteredFormat,note,dataValidation' } },
    ...Array.from({ length: tab.conditionCount }, () => ({
      deleteConditionalFormatRule: { sheetId: tab.sheetId, index: 0 },
    })),
    ...tab.chartIds.map((objectId) => ({ deleteEmbeddedObject: { objectId } })),
    ...tab.protectionIds.map((protectedRangeId) => ({ deleteProtectedRange: { protectedRangeId } })),
  ];
}

function gridRange(sheetId: number, area: Area, size: Size): SheetsRequest {
  return {
    sheetId,
    startRowIndex: area.startRow,
    endRowIndex: area.endRow ?? size.rows,
    startColumnIndex: area.startColumn,
    endColumnIndex: area.endColumn,
  };
}

function dimension(
  sheetId: number,
  column: number,
  properties: { pixelSize: number } | { hiddenByUser: boolean },
): SheetsRequest {
  return {
    updateDimensionProperties: {
      range: { sheetId, dimension: 'COLUMNS', startIndex: column, endIndex: column + 1 },
      properties,
      fields: Object.keys(properties).join(','),
    },
  };
}

function lookRequests(range: SheetsRequest, look: Look): SheetsRequest[] {
  const format = cellFormat(look);
  const requests: SheetsRequest[] = [];
  if (format.fields.length > 0) {
    requests.push({
      repeatCell: { range, cell: { userEnteredFormat: format.value }, fields: format.fields.join(',') },
    });
  }
  const line = (hex: string) => ({ style: 'SOLID', colorStyle: { rgbColor: colorOf(hex) } });
  if (look.topLine !== undefined) requests.push({ updateBorders: { range, top: line(look.topLine) } });
  if (look.bottomLine !== undefined) requests.push({ updateBorders: { range, bottom: line(look.bottomLine) } });
  if (look.leftLine !== undefined) requests.push({ updateBorders: { range, left: line(look.leftLine) } });
  return requests;
}

function cellFormat(look: Look): { value: SheetsRequest; fields: string[] } {
  const textFormat: Record<string, unknown> = {};
  if (look.bold !== undefined) textFormat['bold'] = look.bold;
  if (look.italic !== undefined) textFormat['italic'] = look.italic;
  if (look.size !== undefined) textFormat['fontSize'] = look.size;
  if (look.color !== undefined) textFormat['foregroundColorStyle'] = { rgbColor: colorOf(look.color) };
  const value: Record<string, unknown> = {};
  if (look.format) value['numberFormat'] = look.format;
  if (look.fill !== undefined) value['backgroundColorStyle'] = { rgbColor: colorOf(look.fill) };
  if (look.align) value['horizontalAlignment'] = look.align;
  if (look.vertical) value['verticalAlignment'] = look.vertical;
  if (look.wrap !== undefined) value['wrapStrategy'] = look.wrap ? 'WRAP' : 'OVERFLOW_CELL';
  const fields = [
    ...Object.keys(value).map((key) => `userEnteredFormat.${key}`),
    ...Object.keys(textFormat).map((key) => `userEnteredFormat.textFormat.${key}`),
  ];
  return { value: Object.keys(textFormat).length > 0 ? { ...value, textFormat } : value, fields };
}

function validationRequest(range: SheetsRequest, { choices, help }: Validation): SheetsRequest {
  return {
    setDataValidation: {
      range,
      rule: {
        condition: { type: 'ONE_OF_LIST', values: choices.map((choice) => ({ userEnteredValue: choice })) },
        strict: false,
        showCustomUi: true,
        ...(help === undefined ? {} : { inputMessage: help }),
      },
    },
  };
}

function conditionRequest(range: SheetsRequest, { formula, look }: Condition, index: number): SheetsRequest {
  const textFormat = {
    ...(look.bold === undefined ? {} : { bold: look.bold }),
    ...(look.italic === undefined ? {} : { italic: look.italic }),
    ...(look.color === undefined ? {} : { foregroundColorStyle: { rgbColor: colorOf(look.color) } }),
  };
  const format = {
    ...(look.fill === undefined ? {} : { backgroundColorStyle: { rgbColor: colorOf(look.fill) } }),
    ...(Object.keys(textFormat).length === 0 ? {} : { textFormat }),
  };
  const booleanRule = { condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] }, format };
  return { addConditionalFormatRule: { rule: { ranges: [range], booleanRule }, index } };
}

function chartRequest(sheetId: number, chart: Chart, { index, size }: { index: number; size: Size }): SheetsRequest {
  const source = (area: Area) => ({ sourceRange: { sources: [gridRange(sheetId, area, size)] } });
  const spec =
    chart.kind === 'PIE'
      ? {
          pieChart: {
            legendPosition: 'RIGHT_LEGEND',
            domain: source(chart.labels),
            series: chart.series[0] ? source(chart.series[0]) : undefined,
          },
        }
      : {
          basicChart: {
            chartType: chart.kind,
            legendPosition: 'BOTTOM_LEGEND',
            headerCount: 1,
            domains: [{ domain: source(chart.labels) }],
            series: chart.series.map((area) => ({ series: source(area) })),
          },
        };
  const anchorCell = { sheetId, rowIndex: chart.anchor.row, columnIndex: chart.anchor.column };
  return {
    addChart: {
      chart: {
        chartId: (sheetId % 1_000_000_000) + index + 1,
        spec: { title: chart.title, ...spec },
        position: { overlayPosition: { anchorCell, widthPixels: chart.width, heightPixels: chart.height } },
      },
    },
  };
}

/** A "#RRGGBB" colour as Sheets wants it. */
export function colorOf(hex: string): SheetsRequest {
  const part = (start: number) => Number.parseInt(hex.slice(start, start + 2), 16) / 255;
  return { red: part(1), green: part(3), blue: part(5) };
}
