/** Validations, conditional formats, names, charts and protections as `spreadsheets.get` answers them. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { conditionOf, validationOf } from '../../engine/index.ts';
import type { Doc, Protection, ValidationRule, Zone } from '../../engine/index.ts';
import { gridRange } from './grid.ts';
import { googleColor, textFormat } from './look.ts';

/** What is kept of a rule: Google's own writing, and the engine's rule that it stood for. */
export interface KeptRule<T> {
  readonly rule: T;
  readonly engine: string;
}

/** The validation of a cell. */
export function validationAt(
  doc: Doc,
  tab: number,
  row: number,
  column: number,
): sheets_v4.Schema$DataValidationRule | undefined {
  const rule = doc.read.getters.getValidationRuleForCell({ sheetId: doc.read.idOf(tab), row, col: column });
  if (!rule) return undefined;
  const { condition, strict, showCustomUi, inputMessage } = keptValidation(doc, rule);
  return {
    condition: googleCondition(condition),
    ...(inputMessage === null ? {} : { inputMessage }),
    ...(strict ? { strict } : {}),
    ...(showCustomUi ? { showCustomUi } : {}),
  };
}

/** The zones of a tab that have a validation, with their rules. */
export function validationZones(
  doc: Doc,
  tab: number,
): readonly { readonly zone: Zone; readonly rule: ValidationRule }[] {
  const rules = doc.read.getters.getDataValidationRules(doc.read.idOf(tab));
  return rules.flatMap((rule) => rule.ranges.map(({ zone }) => ({ zone, rule: keptValidation(doc, rule) })));
}

type EngineValidation = ReturnType<Doc['read']['getters']['getDataValidationRules']>[number];

function keptValidation(doc: Doc, rule: EngineValidation): ValidationRule {
  const kept = doc.read.record(`rule:${rule.id}`) as KeptRule<ValidationRule> | undefined;
  return kept?.engine === JSON.stringify(rule.criterion) ? kept.rule : validationOf(rule);
}

/** A tab's conditional formats, the first one first. */
export function conditionalFormats(doc: Doc, tab: number): sheets_v4.Schema$ConditionalFormatRule[] {
  const sheetId = doc.read.idOf(tab);
  return doc.read.getters.getConditionalFormats(sheetId).map(({ id, rule, ranges }) => {
    const kept = doc.read.record(`cf:${id}`) as KeptRule<sheets_v4.Schema$ConditionalFormatRule> | undefined;
    const zones = ranges.map((xc) => doc.read.getters.getRangeFromSheetXC(sheetId, xc).zone);
    const body = kept?.engine === JSON.stringify(rule) ? kept.rule : googleRule(rule);
    return { ranges: zones.map((zone) => gridRange(tab, zone)), ...body };
  });
}

/** The ids of a tab's conditional formats in their order. */
export function conditionalFormatIds(doc: Doc, tab: number): readonly string[] {
  return doc.read.getters.getConditionalFormats(doc.read.idOf(tab)).map(({ id }) => id);
}

/** The spreadsheet's named ranges; one that was made in the grid has its name for an id. */
export function namedRanges(doc: Doc): sheets_v4.Schema$NamedRange[] {
  const tabs = doc.read.tabs();
  return doc.read.getters.getNamedRanges().flatMap(({ name, range }) => {
    const tab = tabs.find(({ id }) => doc.read.hasTab(id) && doc.read.idOf(id) === range.sheetId);
    const namedRangeId = (doc.read.record(`name:${name.toLowerCase()}`) as string | undefined) ?? name;
    return tab ? [{ namedRangeId, name, range: gridRange(tab.id, range.zone) }] : [];
  });
}

/** A tab's charts, where they are now. */
export function charts(doc: Doc, tab: number): sheets_v4.Schema$EmbeddedChart[] {
  const { getters } = doc.read;
  const sheetId = doc.read.idOf(tab);
  return getters.getChartIds(sheetId).map((id) => {
    const figure = getters.getFigure(sheetId, getters.getFigureIdFromChartId(id));
    const spec = (doc.read.record(`chart:${id}`) as sheets_v4.Schema$ChartSpec | undefined) ?? {
      title: (getters.getChartDefinition(id) as { title?: { text?: string } }).title?.text ?? '',
    };
    const anchorCell = { sheetId: tab, rowIndex: figure?.row ?? 0, columnIndex: figure?.col ?? 0 };
    const size = { widthPixels: figure?.width ?? 600, heightPixels: figure?.height ?? 371 };
    const offset = { offsetXPixels: figure?.offset.x ?? 0, offsetYPixels: figure?.offset.y ?? 0 };
    return { chartId: chartNumber(id), spec, position: { overlayPosition: { anchorCell, ...offset, ...size } } };
  });
}

/** The number of a chart; one that was made in the grid gets a number from its id. */
export function chartNumber(id: string): number {
  if (/^\d{1,10}$/u.test(id)) return Number(id);
  return [...id].reduce((hash, character) => (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) & 0x7fffffff, 7);
}

/** A protected range, on its tab. */
export function protectedRange(tab: number, protection: Protection): sheets_v4.Schema$ProtectedRange {
  const { id, zone, warningOnly, description } = protection;
  return {
    protectedRangeId: id,
    range: zone === null ? { sheetId: tab } : gridRange(tab, zone),
    ...(description === '' ? {} : { description }),
    ...(warningOnly ? { warningOnly } : {}),
    requestingUserCanEdit: true,
  };
}

/** The zones of merges as GridRanges. */
export function merges(doc: Doc, tab: number): sheets_v4.Schema$GridRange[] {
  return doc.read.merges(tab).map((zone: Zone) => gridRange(tab, zone));
}

function googleCondition({ type, values }: ValidationRule['condition']): sheets_v4.Schema$BooleanCondition {
  return values.length === 0 ? { type } : { type, values: values.map((userEnteredValue) => ({ userEnteredValue })) };
}

type EngineRule = ReturnType<Doc['read']['getters']['getConditionalFormats']>[number]['rule'];

function googleRule(rule: EngineRule): sheets_v4.Schema$ConditionalFormatRule {
  if (rule.type !== 'CellIsRule') return { gradientRule: {} };
  const { fillColor } = rule.style;
  const text = textFormat(rule.style as Parameters<typeof textFormat>[0]);
  const fill =
    fillColor === undefined
      ? {}
      : { backgroundColor: googleColor(fillColor), backgroundColorStyle: { rgbColor: googleColor(fillColor) } };
  const format = { ...fill, ...(Object.keys(text).length === 0 ? {} : { textFormat: text }) };
  return { booleanRule: { condition: googleCondition(conditionOf(rule.operator, rule.values)), format } };
}
