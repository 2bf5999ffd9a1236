/** Amounts of money as people type them, with the words around. */
import { remembered } from '../../remembered.ts';
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
interface MoneyAmount {
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
  ['cheque', /\b(?:chq|chqs|cheque|cheques|chk)\b|\bch\b(?! (?:compris|incl|c\b))/u],
  ['bank_transfer', /\b(?:vir|virt|virmt|virement|virements|vrt)\b/u],
  ['card', /\b(?:cb|carte|carte bleue|carte bancaire|tpe|helloasso)\b/u],
  ['cash', /\b(?:espece|especes|esp|liquide|liquides|cash)\b/u],
  ['direct_debit', /\b(?:prelevement|prelevements|prelev|prlv|sepa)\b/u],
];

const FOUND = new RegExp(
  `(?<![\\p{L}\\d.,])([-−–]\\s?|\\(\\s?)?(€\\s?)?(${NUMBER_PATTERN})(?:\\s?(k)(?:\\s?€)?(?!\\p{L})|\\s?(€|euros?\\b|eur\\b)(\\d{2}(?!\\d))?)?(\\s?\\))?(-(?=$|\\s))?`,
  'giu',
);
const TIMES = /^(\d{1,3})\s?[x×*]\s?(?=\d)/iu;

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

const readAmount = remembered((typed): MoneyReading => {
  const factor = Number(TIMES.exec(typed)?.[1] ?? 1);
  const text = typed.replace(TIMES, '').replaceAll('’', "'");
  const found = theAmount([...text.matchAll(FOUND)].filter((match) => !isPercent(match)));
  const number = found === null ? null : readNumber(found[3] ?? '');
  if (found === null || number === null) return { state: 'unreadable' };
  const after = text.slice(found.index + found[0].length);
  const rest = clean(`${text.slice(0, found.index)} ${after}`);
  const euros = number.value + Number(found[6] ?? 0) / 100;
  return {
    state: 'amount',
    cents: centsOf(euros * factor * (found[4] === undefined ? 1 : 1000)) * signOf(found, text),
    period: periodIn(rest),
    per: perIn(rest),
    method: paymentMethod(rest),
    extra: extraIn(after),
    approximate: /[~≈±]|\benv(?:iron)?\b|\bcirca\b|\?/iu.test(rest),
    dotThousands: number.dotThousands,
    ambiguous: number.ambiguous,
    rest,
  };
});

// Of several numbers the one with « € » is meant, else the first that is neither a year nor a part of a date.
function theAmount(found: readonly RegExpExecArray[]): RegExpExecArray | null {
  const inEuros = found.find((match) => match[2] !== undefined || match[5] !== undefined);
  const plain = found.find((match) => !/^(?:19|20)\d{2}$/u.test(match[3] ?? '') && !isDatePart(match));
  return inEuros ?? plain ?? found[0] ?? null;
}

function isPercent({ input, index, 0: text }: RegExpExecArray): boolean {
  return /^\s?%/u.test(input.slice(index + text.length));
}

function isDatePart({ input, index, 0: text }: RegExpExecArray): boolean {
  return /^\/\d/u.test(input.slice(index + text.length)) || /\d\/$/u.test(input.slice(0, index));
}

// A dash after words (« loyer - 385 ») separates; only at the start, or right after the number, it makes it negative.
function signOf(found: RegExpExecArray, text: string): 1 | -1 {
  if (found[8] !== undefined) return -1;
  if ((found[1] ?? '').startsWith('(')) return found[7] === undefined ? 1 : -1;
  return found[1] !== undefined && text.slice(0, found.index).trim() === '' ? -1 : 1;
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
  if (/^\W*HC\b/u.test(after)) return 'charges';
  const extra = /^\s*(?:€|euros?)?\s*(?:\/\s*\p{L}+\.?|par\s\p{L}+\.?)?\s*(?:\+|hors|plus)\s*([\p{L}\d].*)$/iu.exec(
    after,
  )?.[1];
  return extra === undefined ? null : clean(extra);
}
