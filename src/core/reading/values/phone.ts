/** Telephone numbers as they are typed, or as a spreadsheet damaged them. */
import type { Shown } from '../../workbook.ts';
import type { ReadPhone } from '../records.ts';
import { clean, saysNothing, saysUnknown } from './text.ts';

/** One number with the kind of problem that it raises, and what to quote. */
export interface PhoneReading {
  readonly phone: ReadPhone;
  readonly problem: 'phone_lost_zero' | 'phone_incomplete' | 'invalid_phone' | null;
  readonly raw: string | number;
}

/** The telephone numbers of a cell in their order; « ? », « - » and an empty cell give none. */
export function readPhones(shown: Shown): readonly PhoneReading[] {
  if (typeof shown === 'number') return [readPhone(String(shown), shown)];
  if (typeof shown !== 'string' || saysUnknown(shown) || saysNothing(shown)) return [];
  const whole = readPhone(clean(shown), clean(shown));
  if (whole.problem === null) return [whole];
  const pieces = shown
    .split(/[/;,\n\r|]|\s(?:ou|et|puis|-)\s/iu)
    .map(clean)
    .filter((piece) => piece !== '');
  if (pieces.length > 1) return pieces.map((piece) => readPhone(piece, piece));
  return sideBySide(shown) ?? [whole];
}

// « 01 99 00 12 34 06 39 98 11 22 »: two whole numbers and nothing else.
function sideBySide(text: string): readonly PhoneReading[] | null {
  const numbers = text.match(/0[1-9](?:[\s.-]?\d{2}){4}/gu) ?? [];
  const isAll = numbers.join('').replace(/\D/gu, '') === text.replace(/[\s.-]/gu, '');
  return numbers.length > 1 && isAll ? numbers.map((number) => readPhone(clean(number), clean(number))) : null;
}

function readPhone(text: string, raw: string | number): PhoneReading {
  const bare = withoutWords(text);
  if (/\p{L}/u.test(bare)) return refused('invalid_phone', raw);
  const digits = bare.replace(/\D/gu, '');
  const isAbroad = bare.startsWith('+') || digits.startsWith('00') || (digits.startsWith('33') && digits.length === 11);
  if (isAbroad) return international(digits.replace(/^00/u, ''), raw);
  if (/^0[1-9]\d{8}$/u.test(digits)) return { phone: { value: digits, valid: true }, problem: null, raw };
  if (/^[1-9]\d{8}$/u.test(digits)) {
    return { phone: { value: `0${digits}`, valid: true, proposed: true }, problem: 'phone_lost_zero', raw };
  }
  return refused(digits.length > 0 && digits.length < 10 ? 'phone_incomplete' : 'invalid_phone', raw);
}

function international(digits: string, raw: string | number): PhoneReading {
  const french = /^33(?:0?)([1-9]\d{8})$/u.exec(digits)?.[1];
  if (french !== undefined) return { phone: { value: `0${french}`, valid: true }, problem: null, raw };
  if (digits.startsWith('33')) return refused(digits.length < 11 ? 'phone_incomplete' : 'invalid_phone', raw);
  if (/^[1-9]\d{6,14}$/u.test(digits)) return { phone: { value: `+${digits}`, valid: true }, problem: null, raw };
  return refused('invalid_phone', raw);
}

function refused(problem: 'phone_incomplete' | 'invalid_phone', raw: string | number): PhoneReading {
  return { phone: { value: null, valid: false, raw: String(raw) }, problem, raw };
}

function withoutWords(text: string): string {
  return text
    .replace(/\((?=[^)]*\p{L})[^)]*\)/gu, '')
    .replace(/^(?:t[ée]l(?:[ée]phone)?|t|port(?:able)?|p|mob(?:ile)?|fixe|bureau|perso|pro)\b\s*[.:]*/iu, '')
    .replace(/\s(?:poste|ext)\b\.?\s*\d{1,4}$/iu, '')
    .replace(/^\(0\)/u, '0')
    .replace(/\(0\)/gu, '')
    .trim();
}
