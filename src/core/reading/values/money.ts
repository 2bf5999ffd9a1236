/** Amounts of money as people type them, with the words around. */
import type { Shown } from '../../workbook.ts';
import { NUMBER_PATTERN, centsOf, readNumber } from './amount.ts';
import type { PaymentMethod, Period } from '../records.ts';
import { clean, fold, saysNothing, saysUnknown, textOf } from './text.ts';

/** What a cell holds where an amount is expected. */
export type MoneyReading =
  | { readonly state: 'empty' | 'unknown' | 'none' | 'unreadable' | 'error' }
  | { readonly state: 'months'; readonly months: number }
  | MoneyAmount;

/** An amount with what its words say; `extra` is what changes its meaning (« charges » of « 590 + charges »). */
export interface MoneyAmount {
  readonly state: 'amount';
  readonly cents: number;
  readonly period: Period | null;
  /** « par poste », « /struct. »: what one amount pays for, as typed. */
  readonly per: string | null;
  readonly method: PaymentMethod | null;
  readonly extra: string | null;
  readonly approximate: boolean;
  /** True for « 15.000 », read as 15 000. */
  readonly dotThousands: boolean;
  /** True for « 1,250 », read as 1 250 but worth asking. */
  readonly ambiguous: boolean;
  /** Every word beside the number, as typed. */
  readonly rest: string;
}

const METHODS: readonly (readonly [PaymentMethod, RegExp])[] = [
  ['cheque', /\b(?:chq|chqs|cheque|cheques|ch|chk)\b/u],
  ['bank_transfer', /\b(?:vir|virt|virmt|virement|virements|vrt)\b/u],
  ['card', /\b(?:cb|carte|carte bleue|carte bancaire|tpe|helloasso)\b/u],
  ['cash', /\b(?:espece|especes|esp|liquide|liquides|cash)\b/u],
  ['direct_debit', /\b(?:prelevement|prelevements|prelev|prlv|sepa)\b/u],
];

const FOUND = new RegExp(
  `(?<![\\p{L}\\d.,])([-−–]\\s?|\\(\\s?)?(?:€\\s?)?(${NUMBER_PATTERN})\\s?(?:(k)(?:\\s?€)?(?![\\p{L}])|€|euros?\\b|eur\\b)?(\\s?\\))?`,
  'iu',
);

/** The way of paying that a text names, or `null`. */
export function paymentMethod(text: string): PaymentMethod | null {
  const folded = fold(text);
  return METHODS.find(([, words]) => words.test(folded))?.[0] ?? null;
}

/** Reads the one amount of a cell, in whole cents, with the sign and the words that go with it. */
export function readMoney(shown: Shown): MoneyReading {
  if (shown === null) return { state: 'empty' };
  if (typeof shown === 'object') return { state: 'error' };
  if (typeof shown === 'number') return Number.isFinite(shown) ? plain(shown) : { state: 'error' };
  const text = textOf(shown);
  if (text === '') return { state: 'empty' };
  if (saysUnknown(text)) return { state: 'unknown' };
  if (saysNothing(text) || /^(?:non|sans|zero|gratuit|offert)$/u.test(fold(text))) return { state: 'none' };
  const months = /^(\d+(?:[.,]\d+)?|un|deux|trois)\s*mois\b/u.exec(text.toLowerCase())?.[1];
  if (months !== undefined)
    return { state: 'months', months: { un: 1, deux: 2, trois: 3 }[months] ?? Number(months.replace(',', '.')) };
  return readAmount(text);
}

/** The amount of a period brought to one month, rounded to the cent. */
export function monthlyCents(cents: number, period: Period): number {
  return Math.round(cents / { month: 1, quarter: 3, year: 12 }[period]);
}

/** The percentages of a text, « 59% ou 61% » → 59 and 61. */
export function percentsIn(text: string): readonly number[] {
  return [...text.matchAll(/(\d+(?:[.,]\d+)?)\s?%/gu)].map(([, digits = '']) => Number(digits.replace(',', '.')));
}

function plain(euros: number): MoneyAmount {
  const silent = {
    period: null,
    per: null,
    method: null,
    extra: null,
    approximate: false,
    dotThousands: false,
    ambiguous: false,
    rest: '',
  };
  return { state: 'amount', cents: centsOf(euros), ...silent };
}

function readAmount(text: string): MoneyReading {
  const found = FOUND.exec(text);
  const number = found === null ? null : readNumber(found[2] ?? '');
  if (found === null || number === null) return { state: 'unreadable' };
  const opens = (found[1] ?? '').startsWith('(');
  const isNegative = opens ? found[4] !== undefined : found[1] !== undefined && isSign(text, found.index);
  const euros = number.value * (found[3] === undefined ? 1 : 1000) * (isNegative ? -1 : 1);
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const rest = clean(`${before} ${after}`);
  return {
    state: 'amount',
    cents: centsOf(euros),
    period: periodIn(rest),
    per: perIn(rest),
    method: paymentMethod(rest),
    extra: extraIn(after),
    approximate: /[~≈±]|\benv(?:iron)?\b|\bcirca\b|\?/iu.test(rest),
    dotThousands: number.dotThousands,
    ambiguous: number.ambiguous,
    rest,
  };
}

// A dash after words (« loyer - 385 ») separates; only at the start it makes a negative amount.
function isSign(text: string, index: number): boolean {
  return text.slice(0, index).trim() === '';
}

function periodIn(rest: string): Period | null {
  const folded = fold(rest);
  if (/\b(?:mois|mensuel|mensuelle|mens|m)\b/u.test(folded)) return 'month';
  if (/\b(?:trim|trimestre|trimestriel|trimestrielle|tri|t)\b/u.test(folded)) return 'quarter';
  return /\b(?:an|ans|annee|annuel|annuelle|annuels)\b/u.test(folded) ? 'year' : null;
}

function perIn(rest: string): string | null {
  const thing = /(?:\/|\bpar\s|\ble\s)\s*(\p{L}+)/iu.exec(rest)?.[1];
  return thing === undefined || periodIn(thing) !== null ? null : thing;
}

function extraIn(after: string): string | null {
  const extra = /^\s*(?:€|euros?)?\s*(?:\/\s*\p{L}+\.?|par\s\p{L}+\.?)?\s*(?:\+|hors|plus)\s*(\p{L}.*)$/iu.exec(
    after,
  )?.[1];
  return extra === undefined ? null : clean(extra);
}
