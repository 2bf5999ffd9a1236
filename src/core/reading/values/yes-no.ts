/** Yes and no, and fees said to be paid. */
import type { Shown } from '../../workbook.ts';
import type { SourceCell } from '../source.ts';
import { paymentMethod, readMoney } from './money.ts';
import type { PaymentMethod } from '../records.ts';
import { fold, saysNothing, saysUnknown, textOf } from './text.ts';

/** An answer; an empty cell is unknown, and `readable` is false when words say neither. */
export interface YesNoReading {
  readonly value: boolean | null;
  readonly readable: boolean;
}

/** A fee said to be paid: an amount alone means paid. */
export interface PaidReading extends YesNoReading {
  readonly cents: number | null;
  readonly method: PaymentMethod | null;
}

const YES =
  /^(?:oui|o|x|xx|v|ok|yes|y|vrai|true|1|paye|payee|payes|payees|regle|reglee|recu|recue|encaisse|encaissee|a jour|fait|oui oui|d accord)$/u;
const NO =
  /^(?:non|n|no|0|faux|false|pas paye|pas payee|non paye|non payee|non regle|non reglee|impaye|impayee|a payer|a regler|pas encore|du|pas a jour|en retard|jamais)$/u;
const PART =
  /\b(?:reste|acompte|partiel|partielle|moitie|sur|doit|manque|en attente|a venir|relance|relancer|promis|prevu)\b/u;
const UNREADABLE: PaidReading = { value: null, readable: false, cents: null, method: null };
const YES_MARK = /^[✓✔☑✅🗸√]\uFE0F?$/u;
const NO_MARK = /^[✗✘☐❌✕☒]\uFE0F?$/u;

/** Reads yes or no; « ? », « - » and an empty cell are unknown. */
export function readYesNo(shown: Shown): YesNoReading {
  if (typeof shown === 'boolean') return { value: shown, readable: true };
  const text = textOf(shown);
  if (text === '' || saysNothing(text) || saysUnknown(text))
    return { value: null, readable: typeof shown !== 'object' || shown === null };
  const folded = fold(text);
  if (YES_MARK.test(text) || YES.test(folded)) return { value: true, readable: true };
  if (NO_MARK.test(text) || NO.test(folded)) return { value: false, readable: true };
  return { value: null, readable: false };
}

/** Reads a fee's payment: yes or no, an amount with its way of paying (« 250€ chq »), or the day it was paid. */
export function readPaid(shown: Shown, temporal?: SourceCell['temporal']): PaidReading {
  if (typeof shown === 'number' && temporal !== undefined) return paid(null, null);
  const answer = readYesNo(shown);
  if (answer.value !== null || answer.readable) return { ...answer, cents: null, method: null };
  return readWords(shown);
}

function readWords(shown: Shown): PaidReading {
  const text = textOf(shown);
  const folded = fold(text);
  const [first = '', ...others] = folded.split(' ');
  if (isNo(first, others)) return { value: false, readable: true, cents: null, method: null };
  if (PART.test(folded)) return UNREADABLE;
  const method = paymentMethod(text);
  // « oui (50) » is no negative amount.
  const said = withoutDates(text).replace(/[()]/gu, ' ');
  const money = readMoney(typeof shown === 'number' ? shown : said);
  if (money.state === 'amount' && money.cents > 0 && !isYear(said)) return paid(money.cents, method);
  const isYes = YES.test(first) || YES_MARK.test(first);
  const isMethod = method !== null && fold(said).split(' ').length <= 1;
  const isDay = said !== text && fold(said) === '';
  return isYes || isMethod || isDay ? paid(null, method) : UNREADABLE;
}

function isNo(first: string, others: readonly string[]): boolean {
  if (/^(?:non|impaye|impayee|no)$/u.test(first)) return true;
  return /^(?:pas|a)$/u.test(first) && /^(?:paye|payee|regle|reglee|payer|regler|encore)$/u.test(others[0] ?? '');
}

function paid(cents: number | null, method: PaymentMethod | null): PaidReading {
  return { value: true, readable: true, cents, method };
}

// « ok 2023 » names the year that was paid; no fee is of 2 023 €.
function isYear(text: string): boolean {
  return /^[^\d]*20[1-3]\d[^\d€]*$/u.test(text);
}

// « payé le 12/01/23 » holds a date, not an amount.
function withoutDates(text: string): string {
  return text.replace(/\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b/gu, ' ').replace(/\b(?:en|pour)\s+20\d{2}\b/giu, ' ');
}
