/** Yes and no, and fees said to be paid. */
import type { Shown } from '../../workbook.ts';
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

/** Reads a fee's payment: yes or no, or an amount with its way of paying (« 250€ chq », « OK virt 110 »). */
export function readPaid(shown: Shown): PaidReading {
  const answer = readYesNo(shown);
  const text = textOf(shown);
  if (answer.value !== null || answer.readable) return { ...answer, cents: null, method: null };
  const method = paymentMethod(text);
  const [first = '', ...others] = fold(text).split(' ');
  if (isNo(first, others)) return { value: false, readable: true, cents: null, method: null };
  const money = readMoney(typeof shown === 'number' ? shown : withoutDates(text));
  const isPart =
    /\b(?:reste|acompte|partiel|partielle|moitie|sur|doit|manque|en attente|a venir|relance|relancer|promis|prevu)\b/u.test(
      fold(text),
    );
  if (money.state === 'amount' && !isPart && money.cents > 0)
    return { value: true, readable: true, cents: money.cents, method };
  if (!isPart && (YES.test(first) || YES_MARK.test(first) || (method !== null && others.length === 0))) {
    return { value: true, readable: true, cents: null, method };
  }
  return { value: null, readable: false, cents: null, method: null };
}

function isNo(first: string, others: readonly string[]): boolean {
  if (/^(?:non|impaye|impayee|no)$/u.test(first)) return true;
  return /^(?:pas|a)$/u.test(first) && /^(?:paye|payee|regle|reglee|payer|regler|encore)$/u.test(others[0] ?? '');
}

// « payé le 12/01/23 » holds a date, not an amount.
function withoutDates(text: string): string {
  return text.replace(/\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?\b/gu, ' ').replace(/\b(?:en|pour)\s+20\d{2}\b/giu, ' ');
}
