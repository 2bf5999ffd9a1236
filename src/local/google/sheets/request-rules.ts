/** Requests on validations and conditional formats. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { cellRuleOf, isFormatType, isValidationType } from '../../engine/index.ts';
import type { Condition, Tab, Zone } from '../../engine/index.ts';
import { notEmulated } from '../refused.ts';
import { styleOf } from './cell-edit.ts';
import { givenColor } from './look.ts';
import { placeOf, tabOf } from './requests.ts';
import type { Context, Handler } from './requests.ts';
import { conditionalFormatIds } from './rules-read.ts';

/** Sets or clears the validation of a range. */
export const setDataValidation: Handler<'setDataValidation'> = ({ range, rule }, context) => {
  const place = placeOf(context, range);
  if (rule) validate(context, place, rule);
  else clearValidation(context, place.tab, place.zone);
  return undefined;
};

/** Gives a zone a validation. */
export function validate(
  context: Context,
  { tab, zone }: { tab: Tab; zone: Zone },
  rule: sheets_v4.Schema$DataValidationRule,
): void {
  const condition = conditionIn(context, rule.condition);
  if (!isValidationType(condition.type)) throw notEmulated(`validations of type ${condition.type}`);
  context.write.setValidation(tab.id, zone, {
    id: freeRuleId(context, 'validation'),
    rule: {
      condition,
      strict: rule.strict === true,
      showCustomUi: rule.showCustomUi === true,
      inputMessage: rule.inputMessage ?? null,
    },
  });
}

/** Takes the validations of a zone away. */
export function clearValidation(context: Context, tab: Tab, zone: Zone): void {
  const { getters } = context.doc.read;
  const rules = getters.getDataValidationRules(context.doc.read.idOf(tab.id));
  const touched = rules.some((rule) =>
    rule.ranges.some(
      ({ zone: one }) =>
        one.left <= zone.right && zone.left <= one.right && one.top <= zone.bottom && zone.top <= one.bottom,
    ),
  );
  if (!touched) return;
  // The engine cuts other rules where a new one comes: one comes, and goes.
  const rule = { condition: { type: 'NOT_BLANK', values: [] }, strict: false, showCustomUi: false, inputMessage: null };
  context.write.setValidation(tab.id, zone, {
    id: 'cleared',
    rule: { ...rule, condition: { type: 'CUSTOM_FORMULA', values: ['=TRUE'] } },
  });
  context.write.removeValidation(tab.id, 'cleared');
}

/** Adds a conditional format at an index. */
export const addConditionalFormatRule: Handler<'addConditionalFormatRule'> = ({ rule = {}, index }, context) => {
  const ranges = rule.ranges ?? [];
  if (ranges.length === 0) throw context.refuse('At least one range must be specified.');
  const places = ranges.map((range) => placeOf(context, range));
  const tab = places[0]?.tab;
  if (!tab || places.some((place) => place.tab.id !== tab.id))
    throw context.refuse('All ranges must be on the same grid.');
  const rank = index ?? 0;
  if (rank < 0 || rank > conditionalFormatIds(context.doc, tab.id).length)
    throw context.refuse(`No conditional format on sheet: ${tab.id} at index: ${rank}`);
  const engineRule = rule.gradientRule ? gradient(context, rule.gradientRule) : booleanRule(context, rule.booleanRule);
  const id = freeRuleId(context, 'condition');
  context.write.addConditionalFormat(tab.id, {
    id,
    rule: engineRule,
    zones: places.map(({ zone }) => zone),
    index: rank,
  });
  const body = rule.gradientRule ? { gradientRule: rule.gradientRule } : { booleanRule: rule.booleanRule };
  const held = context.doc.read.getters
    .getConditionalFormats(context.doc.read.idOf(tab.id))
    .find((one) => one.id === id);
  context.write.setRecord(`cf:${id}`, { rule: body, engine: JSON.stringify(held?.rule) });
  return undefined;
};

/** Deletes the conditional format at an index. */
export const deleteConditionalFormatRule: Handler<'deleteConditionalFormatRule'> = ({ sheetId, index }, context) => {
  const tab = tabOf(context, sheetId);
  const id = conditionalFormatIds(context.doc, tab.id)[index ?? 0];
  if (id === undefined) throw context.refuse(`No conditional format on sheet: ${tab.id} at index: ${index ?? 0}`);
  context.write.removeConditionalFormat(tab.id, id);
  context.write.setRecord(`cf:${id}`, null);
  return undefined;
};

type EngineRule = ReturnType<typeof cellRuleOf>;

function booleanRule(context: Context, rule: sheets_v4.Schema$BooleanRule | undefined): EngineRule {
  const condition = conditionIn(context, rule?.condition);
  if (!isFormatType(condition.type)) throw notEmulated(`conditional formats of type ${condition.type}`);
  return cellRuleOf(condition, styleOf(rule?.format ?? {}));
}

const POINT_TYPES: Readonly<Record<string, string>> = {
  NUMBER: 'number',
  PERCENT: 'percentage',
  PERCENTILE: 'percentile',
};

function gradient({ refuse }: Context, rule: sheets_v4.Schema$GradientRule): EngineRule {
  const point = (
    given: sheets_v4.Schema$InterpolationPoint | undefined,
  ): { color: number; type: string; value?: string } => {
    const hex = givenColor(given?.colorStyle, given?.color);
    if (!given || hex === undefined) throw refuse('A gradient needs a minimum and a maximum with their colours.');
    const type = POINT_TYPES[given.type ?? ''] ?? 'value';
    return {
      color: Number.parseInt(hex.slice(1), 16),
      type,
      ...(type === 'value' ? {} : { value: given.value ?? '0' }),
    };
  };
  const middle = rule.midpoint ? { midpoint: point(rule.midpoint) } : {};
  // Thresholds are of the engine's types by the table above.
  return {
    type: 'ColorScaleRule',
    minimum: point(rule.minpoint),
    maximum: point(rule.maxpoint),
    ...middle,
  } as EngineRule;
}

function conditionIn({ refuse }: Context, condition: sheets_v4.Schema$BooleanCondition | undefined): Condition {
  if (!condition?.type) throw refuse('A condition must have a type.');
  const values = (condition.values ?? []).map((value) => {
    if (value.relativeDate) throw notEmulated(`the relative date ${value.relativeDate}`);
    return value.userEnteredValue ?? '';
  });
  const formula = values[0] ?? '';
  if (condition.type === 'CUSTOM_FORMULA' && !/^[=+]/u.test(formula))
    throw refuse('A custom formula must begin with "=" or "+".');
  return { type: condition.type, values };
}

function freeRuleId({ doc, write }: Context, kind: string): string {
  const next = ((doc.read.record('next-rule') as number | undefined) ?? 0) + 1;
  write.setRecord('next-rule', next);
  return `${kind}-${next}`;
}
