/** Conditions of validations and conditional formats, between Google's writing and the engine's. */
import type * as Engine from '@odoo/o-spreadsheet';
import { engineTabNames } from './content.ts';
import { fromEngineFormula, toEngineFormula } from './formula.ts';

/** A condition as Sheets v4 writes it: a type and its values as a person would type them. */
export interface Condition {
  readonly type: string;
  readonly values: readonly string[];
}

/** A validation rule as Sheets v4 writes it. */
export interface ValidationRule {
  readonly condition: Condition;
  readonly strict: boolean;
  readonly showCustomUi: boolean;
  readonly inputMessage: string | null;
}

interface Criterion {
  readonly type: string;
  readonly values: readonly string[];
  readonly dateValue?: string;
  readonly displayStyle?: string;
}

const KINDS: readonly (readonly [google: string, engine: string])[] = [
  ['TEXT_CONTAINS', 'containsText'],
  ['TEXT_NOT_CONTAINS', 'notContainsText'],
  ['TEXT_STARTS_WITH', 'beginsWithText'],
  ['TEXT_ENDS_WITH', 'endsWithText'],
  ['TEXT_EQ', 'isEqualText'],
  ['TEXT_IS_EMAIL', 'isEmail'],
  ['TEXT_IS_URL', 'isLink'],
  ['NUMBER_GREATER', 'isGreaterThan'],
  ['NUMBER_GREATER_THAN_EQ', 'isGreaterOrEqualTo'],
  ['NUMBER_LESS', 'isLessThan'],
  ['NUMBER_LESS_THAN_EQ', 'isLessOrEqualTo'],
  ['NUMBER_EQ', 'isEqual'],
  ['NUMBER_NOT_EQ', 'isNotEqual'],
  ['NUMBER_BETWEEN', 'isBetween'],
  ['NUMBER_NOT_BETWEEN', 'isNotBetween'],
  ['DATE_IS_VALID', 'dateIsValid'],
  ['DATE_EQ', 'dateIs'],
  ['DATE_BEFORE', 'dateIsBefore'],
  ['DATE_ON_OR_BEFORE', 'dateIsOnOrBefore'],
  ['DATE_AFTER', 'dateIsAfter'],
  ['DATE_ON_OR_AFTER', 'dateIsOnOrAfter'],
  ['DATE_BETWEEN', 'dateIsBetween'],
  ['DATE_NOT_BETWEEN', 'dateIsNotBetween'],
  ['ONE_OF_LIST', 'isValueInList'],
  ['ONE_OF_RANGE', 'isValueInRange'],
  ['BOOLEAN', 'isBoolean'],
  ['BLANK', 'isEmpty'],
  ['NOT_BLANK', 'isNotEmpty'],
  ['CUSTOM_FORMULA', 'customFormula'],
];

const VALIDATION_ONLY = ['TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_IS_VALID', 'ONE_OF_LIST', 'ONE_OF_RANGE', 'BOOLEAN'];
const FORMAT_ONLY = ['TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'BLANK', 'NOT_BLANK'];

/** True when validations can have this type of condition here. */
export function isValidationType(type: string): boolean {
  return KINDS.some(([google]) => google === type) && !FORMAT_ONLY.includes(type);
}

/** True when conditional formats can have this type of condition here. */
export function isFormatType(type: string): boolean {
  return KINDS.some(([google]) => google === type) && !VALIDATION_ONLY.includes(type);
}

/** The engine's criterion of a validation. */
export function criterionOf({ condition, showCustomUi }: ValidationRule): Engine.DataValidationCriterion {
  const { type, values } = condition;
  const criterion: Criterion = {
    type: KINDS.find(([google]) => google === type)?.[1] ?? type,
    values: values.map((value) => engineValue(type, value)),
    ...(type.startsWith('DATE_') ? { dateValue: 'exactDate' } : {}),
    ...(type.startsWith('ONE_OF_') ? { displayStyle: showCustomUi ? 'arrow' : 'plainText' } : {}),
  };
  // Every type of the table above is one of the engine's.
  return criterion as unknown as Engine.DataValidationCriterion;
}

/** The validation that an engine's rule amounts to, when it was made or changed in a page. */
export function validationOf(rule: {
  readonly criterion: Engine.DataValidationCriterion;
  readonly isBlocking?: boolean | undefined;
}): ValidationRule {
  const criterion = rule.criterion as unknown as Criterion;
  const type = KINDS.find(([, kind]) => kind === criterion.type)?.[0] ?? 'CUSTOM_FORMULA';
  return {
    condition: { type, values: criterion.values.map((value) => googleValue(type, value)) },
    strict: rule.isBlocking === true,
    showCustomUi: criterion.displayStyle !== 'plainText',
    inputMessage: null,
  };
}

/** The engine's rule of a conditional format with one condition. */
export function cellRuleOf({ type, values }: Condition, style: Engine.Style): Engine.ConditionalFormatRule {
  const rule = {
    type: 'CellIsRule',
    operator: KINDS.find(([google]) => google === type)?.[1] ?? type,
    values: values.map((value) => engineValue(type, value)),
    style,
    ...(type.startsWith('DATE_') ? { dateValue: 'exactDate' } : {}),
  };
  return rule as Engine.ConditionalFormatRule;
}

/** The condition that an engine's rule amounts to. */
export function conditionOf(operator: string, values: readonly string[]): Condition {
  const type = KINDS.find(([, kind]) => kind === operator)?.[0] ?? 'CUSTOM_FORMULA';
  return { type, values: values.map((value) => googleValue(type, value)) };
}

function engineValue(type: string, value: string): string {
  if (type === 'ONE_OF_RANGE') return engineTabNames(value).replace(/^=/u, '');
  return value.startsWith('=') ? engineTabNames(toEngineFormula(value)) : value;
}

function googleValue(type: string, value: string): string {
  if (type === 'ONE_OF_RANGE') return `=${value}`;
  return value.startsWith('=') ? fromEngineFormula(value) : value;
}
