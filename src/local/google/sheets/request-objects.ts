/** Requests on named ranges, protections, charts and filters. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnLetters, quoteTab } from '../../../core/workbook.ts';
import { engineTitle, isDrawn } from '../../engine/index.ts';
import type { ChartPlace, ChartShape, Tab } from '../../engine/index.ts';
import { notEmulated } from '../refused.ts';
import { gridRange } from './grid.ts';
import { isWhole, placeOf, tabOf } from './requests.ts';
import type { Context, Handler } from './requests.ts';
import { chartNumber, charts, namedRanges, protectedRange } from './rules-read.ts';

/** Adds a named range, with the id that the request chooses; an id or a name that exists is refused. */
export const addNamedRange: Handler<'addNamedRange'> = ({ namedRange = {} }, context) => {
  const { name } = namedRange;
  if (!name || !/^[\p{L}_][\p{L}\d_.]*$/u.test(name) || /^[A-Za-z]{1,3}\d+$/u.test(name))
    throw context.refuse(`Invalid name: ${name ?? ''}`);
  const { tab, zone } = placeOf(context, namedRange.range);
  const held = namedRanges(context.doc);
  if (held.some((one) => one.name?.toLowerCase() === name.toLowerCase())) {
    throw context.refuse(`A named range with the name "${name}" already exists.`);
  }
  const id = namedRange.namedRangeId ?? `nr-${name}`;
  if (held.some((one) => one.namedRangeId === id))
    throw context.refuse(`A named range with the ID "${id}" already exists.`);
  context.write.addName(tab.id, zone, { id, name });
  return { addNamedRange: { namedRange: { namedRangeId: id, name, range: gridRange(tab.id, zone) } } };
};

/** Deletes a named range by its id; an unknown one is refused. */
export const deleteNamedRange: Handler<'deleteNamedRange'> = ({ namedRangeId }, context) => {
  const held = namedRanges(context.doc).find((one) => one.namedRangeId === namedRangeId);
  if (!held?.name) throw context.refuse(`No named range with ID: ${namedRangeId ?? ''}`);
  context.write.removeName(held.name);
  return undefined;
};

/** Protects a range or a tab; the owner may always write, so that only warnings show in the grid. */
export const addProtectedRange: Handler<'addProtectedRange'> = ({ protectedRange: wanted = {} }, context) => {
  if (wanted.unprotectedRanges?.length) throw notEmulated('ProtectedRange.unprotectedRanges');
  const { tab, zone } = placeOf(context, wanted.range);
  const held = context.doc.read.protections();
  const id = wanted.protectedRangeId ?? Math.max(0, ...held.map((one) => one.id)) + 1;
  if (held.some((one) => one.id === id)) throw context.refuse(`A protected range with ID ${id} already exists.`);
  const whole =
    wanted.range?.startRowIndex === undefined && wanted.range?.startColumnIndex === undefined && isWhole(tab, zone);
  context.write.setProtection(tab.id, whole ? null : zone, {
    id,
    warningOnly: wanted.warningOnly === true,
    description: wanted.description ?? '',
  });
  const made = context.doc.read.protections().find((one) => one.id === id);
  return made ? { addProtectedRange: { protectedRange: protectedRange(tab.id, made) } } : undefined;
};

/** Takes a protection away by its id. */
export const deleteProtectedRange: Handler<'deleteProtectedRange'> = ({ protectedRangeId }, context) => {
  const id = protectedRangeId ?? 0;
  if (!context.doc.read.protections().some((one) => one.id === id))
    throw context.refuse(`No protected range with ID: ${id}`);
  context.write.removeProtection(id);
  return undefined;
};

/** Adds a chart of a kind that the grid can draw. */
export const addChart: Handler<'addChart'> = ({ chart = {} }, context) => {
  const { spec = {}, position = {} } = chart;
  if (position.newSheet === true || position.sheetId !== undefined) throw notEmulated('charts on a sheet of their own');
  const overlay = position.overlayPosition;
  const shape = chartShape(context, spec);
  const tab = tabOf(context, overlay?.anchorCell?.sheetId);
  const taken = context.doc.read.tabs().flatMap((one) => charts(context.doc, one.id).map(({ chartId }) => chartId));
  const id = chart.chartId ?? Math.max(0, ...taken.map((one) => one ?? 0)) + 1;
  if (taken.includes(id)) throw context.refuse(`A chart with ID ${id} already exists.`);
  context.write.addChart(tab.id, id, shape, chartPlace(overlay ?? {}));
  context.write.setRecord(`chart:${id}`, spec);
  return { addChart: { chart: charts(context.doc, tab.id).find(({ chartId }) => chartId === id) ?? {} } };
};

/** Deletes a chart by its id. */
export const deleteEmbeddedObject: Handler<'deleteEmbeddedObject'> = ({ objectId }, context) => {
  const { getters } = context.doc.read;
  for (const tab of context.doc.read.tabs()) {
    const id = getters.getChartIds(context.doc.read.idOf(tab.id)).find((one) => chartNumber(one) === objectId);
    if (id === undefined) continue;
    context.write.removeChart(tab.id, id);
    context.write.setRecord(`chart:${id}`, null);
    return undefined;
  }
  throw context.refuse(`No embedded object with id: ${objectId ?? 0}`);
};

/** Puts a filter on a range: kept and answered; rows are not hidden by it here. */
export const setBasicFilter: Handler<'setBasicFilter'> = ({ filter = {} }, context) => {
  const { tab } = placeOf(context, filter.range);
  if (filter.criteria || filter.filterSpecs?.length || filter.sortSpecs?.length)
    throw notEmulated('filters with criteria or sorts');
  context.write.setRecord(`filter:${tab.id}`, filter);
  return undefined;
};

/** Takes the filter of a tab away. */
export const clearBasicFilter: Handler<'clearBasicFilter'> = ({ sheetId }, context) => {
  const tab = tabOf(context, sheetId);
  context.write.setRecord(`filter:${tab.id}`, null);
  return undefined;
};

const LEGENDS: Readonly<Record<string, ChartShape['legend']>> = {
  TOP_LEGEND: 'top',
  BOTTOM_LEGEND: 'bottom',
  LEFT_LEGEND: 'left',
  RIGHT_LEGEND: 'right',
  LABELED_LEGEND: 'right',
  NO_LEGEND: 'none',
};

function chartShape(context: Context, spec: sheets_v4.Schema$ChartSpec): ChartShape {
  const { basicChart, pieChart } = spec;
  const title = spec.title ?? '';
  if (pieChart) return pieShape(context, pieChart, title);
  const kind = basicChart?.chartType ?? Object.keys(spec).find((key) => key.endsWith('Chart')) ?? 'none';
  if (!basicChart || !isDrawn(kind)) throw notEmulated(`charts of type ${kind}`);
  return {
    kind,
    title,
    labels: sourceText(context, basicChart.domains?.[0]?.domain),
    series: present((basicChart.series ?? []).map(({ series }) => sourceText(context, series))),
    hasHeader: (basicChart.headerCount ?? 0) > 0,
    stacked: ['STACKED', 'PERCENT_STACKED'].includes(basicChart.stackedType ?? ''),
    legend: LEGENDS[basicChart.legendPosition ?? ''] ?? 'bottom',
  };
}

function pieShape(context: Context, pie: sheets_v4.Schema$PieChartSpec, title: string): ChartShape {
  return {
    kind: (pie.pieHole ?? 0) > 0 ? 'DOUGHNUT' : 'PIE',
    title,
    labels: sourceText(context, pie.domain),
    series: present([sourceText(context, pie.series)]),
    hasHeader: false,
    stacked: false,
    legend: LEGENDS[pie.legendPosition ?? ''] ?? 'right',
  };
}

function chartPlace(overlay: sheets_v4.Schema$OverlayPosition): ChartPlace {
  return {
    row: overlay.anchorCell?.rowIndex ?? 0,
    column: overlay.anchorCell?.columnIndex ?? 0,
    offsetX: overlay.offsetXPixels ?? 0,
    offsetY: overlay.offsetYPixels ?? 0,
    width: overlay.widthPixels ?? 600,
    height: overlay.heightPixels ?? 371,
  };
}

function sourceText(context: Context, data: sheets_v4.Schema$ChartData | undefined): string | null {
  const source = data?.sourceRange?.sources?.[0];
  if (!source) return null;
  const { tab, zone } = placeOf(context, source);
  return `${quotedName(tab)}!${columnLetters(zone.left)}${zone.top + 1}:${columnLetters(zone.right)}${zone.bottom + 1}`;
}

function quotedName(tab: Tab): string {
  return quoteTab(engineTitle(tab.title));
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value): value is T => value !== null);
}
