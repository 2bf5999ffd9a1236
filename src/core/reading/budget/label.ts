/** What the label of a budget line says: its accounts, components, hours, and whether it stands apart. */
import { NUMBER_PATTERN, centsOf, readNumber } from '../values/amount.ts';
import { clean, fold } from '../values/text.ts';

/** A part of a line that its label writes with its own amount. */
export interface LabelComponent {
  readonly label: string;
  readonly cents: number;
}

/** Volunteering written as hours times a rate. */
export interface Valuation {
  readonly hours: number;
  readonly rate_cents: number;
}

/** The accounts of a line and the class they share. */
export interface LineAccounts {
  readonly codes: readonly string[];
  /** The two digits that all codes share, `null` when they differ or when there are none. */
  readonly account_class: string | null;
  /** True when the label or the account column begins with a class of two digits alone. */
  readonly isClass: boolean;
}

const CODE = '[678]\\d{1,5}|1[0-2]\\d{0,3}';
const NOT_A_UNIT = '(?!\\s*(?:%|€|euros?\\b|ans?\\b|h\\b|heures?\\b|jours?\\b|mois\\b|m²|m2\\b|x\\b|×|\\*|[./]\\d))';
const LEADING = new RegExp(
  `^(?:comptes?\\s+|cpte?\\s+)?((?:${CODE})(?:\\s*(?:[-–/+,&]|et|à|a)\\s*(?:${CODE})(?!\\d))*)(?!\\d)${NOT_A_UNIT}`,
  'iu',
);
const IN_PARENTHESES = new RegExp(`\\(((?:${CODE})(?:\\s*[-–/+,&]\\s*(?:${CODE}))*)\\)`, 'u');
const COMPONENT = new RegExp(`^(.*?\\p{L}.*?)\\s+(${NUMBER_PATTERN})\\s*(?:€|euros?)?$`, 'iu');

/** The accounts that a label begins with or names in parentheses, or those of the account column. */
export function accountsIn(label: string, account = ''): LineAccounts {
  const own = codesIn(LEADING.exec(account.trim())?.[1]);
  const leading = own.length > 0 ? own : codesIn(LEADING.exec(label.trim())?.[1]);
  const codes = leading.length > 0 ? leading : codesIn(IN_PARENTHESES.exec(label)?.[1]);
  const classes = new Set(codes.map((code) => code.slice(0, 2)));
  const account_class = classes.size === 1 ? ([...classes][0] ?? null) : null;
  return { codes, account_class, isClass: leading.length > 0 && leading.every((code) => code.length === 2) };
}

/** The parts that the label writes as « cotis 13860 + dons 1000 », when they add up to the line; else none. */
export function componentsIn(label: string, cents: number): readonly LabelComponent[] {
  const bare = label
    .trim()
    .replace(LEADING, '')
    .replace(/^[\s:.–-]+/u, '');
  const pieces = bare.split(/\s*[+;]\s*|\s+et\s+/iu).filter((piece) => piece !== '');
  const parts = pieces.map(componentIn);
  if (parts.length < 2 || parts.some((part) => part === null)) return [];
  const components = parts.filter((part) => part !== null);
  return components.reduce((total, part) => total + part.cents, 0) === cents ? components : [];
}

/** A label with its amount in one cell, « ASP 600 », or `null`. */
export function componentIn(text: string): LabelComponent | null {
  const [, label = '', digits = ''] = COMPONENT.exec(clean(text)) ?? [];
  const number = readNumber(digits);
  const isYear = /^(?:19|20)\d{2}$/u.test(digits) && !/€|euro/iu.test(text);
  if (label === '' || number === null || isYear) return null;
  return { label: clean(label.replace(/[\s:=–-]+$/u, '')), cents: centsOf(number.value) };
}

/** Hours and rate of « 270h x 18 », or `null`. */
export function valuationIn(label: string): Valuation | null {
  const [, hours = '', rate = ''] =
    new RegExp(`(${NUMBER_PATTERN})\\s*h(?:eures?)?\\s*(?:x|×|\\*|à|a|@)\\s*(${NUMBER_PATTERN})`, 'iu').exec(label) ??
    [];
  const [read, paid] = [readNumber(hours), readNumber(rate)];
  return read === null || paid === null ? null : { hours: read.value, rate_cents: centsOf(paid.value) };
}

/** True for the voluntary contributions, which balance apart from the budget. */
export function isInKind(label: string, { account_class }: LineAccounts): boolean {
  if (account_class === '86' || account_class === '87') return true;
  if (account_class !== null) return false;
  return /\bbenevol|\bvolontariat\b|\ben nature\b|\bcontributions? volontaires?\b|\bmises? a disposition gratuites?\b/u.test(
    fold(label),
  );
}

/** True for the result brought forward from earlier years, which is neither class 6 nor class 7. */
export function isBroughtForward(label: string, { codes, account_class }: LineAccounts): boolean {
  if (codes.some((code) => /^1[0-2]/u.test(code))) return true;
  if (account_class !== null) return false;
  return /^(?:report|reports)\b|\breport a nouveau\b|\bresultat (?:reporte|anterieur|n 1|de l annee|de l exercice|(?:19|20)\d{2})|\b(?:excedent|deficit|fonds) (?:anterieur|reporte|n 1|(?:19|20)\d{2})/u.test(
    fold(label),
  );
}

function codesIn(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const span = /^(\d{2})\s*(?:à|a)\s*(\d{2})$/iu.exec(text);
  if (span !== null) return spanOf(Number(span[1]), Number(span[2]));
  return text.match(/\d{2,6}/gu) ?? [];
}

function spanOf(first: number, last: number): readonly string[] {
  if (last < first || last - first > 9) return [String(first), String(last)];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}
