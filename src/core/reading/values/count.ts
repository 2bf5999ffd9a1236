/** Numbers of people, of things or of square metres, as typed. */
import type { Shown } from '../../workbook.ts';
import { readNumber } from './amount.ts';
import { clean, fold, saysNothing, saysUnknown, textOf } from './text.ts';

/** What a cell holds where a number is expected. */
export type CountReading =
  | { readonly state: 'empty' | 'unknown' | 'unreadable' | 'error' }
  | {
      readonly state: 'count';
      readonly value: number;
      /** True for an estimate: « ~10 », « 30 env. », « 82? », « "25" ». */
      readonly approximate: boolean;
      /** True for « dix m² ». */
      readonly inWords: boolean;
      /** What is counted, as typed: « struct. », « séances », « m² »; "" when not said. */
      readonly unit: string;
    };

const IN_WORDS: readonly (readonly [string, number])[] = [
  ['zero', 0],
  ['un', 1],
  ['une', 1],
  ['deux', 2],
  ['trois', 3],
  ['quatre', 4],
  ['cinq', 5],
  ['six', 6],
  ['sept', 7],
  ['huit', 8],
  ['neuf', 9],
  ['dix', 10],
  ['onze', 11],
  ['douze', 12],
  ['treize', 13],
  ['quatorze', 14],
  ['quinze', 15],
  ['seize', 16],
  ['vingt', 20],
  ['trente', 30],
  ['quarante', 40],
  ['cinquante', 50],
  ['soixante', 60],
  ['cent', 100],
];
const VALUES: ReadonlyMap<string, number> = new Map(IN_WORDS);
const DOZENS: ReadonlyMap<string, number> = new Map([
  ['dizaine', 10],
  ['douzaine', 12],
  ['quinzaine', 15],
  ['vingtaine', 20],
  ['trentaine', 30],
  ['quarantaine', 40],
  ['cinquantaine', 50],
  ['centaine', 100],
]);
const ESTIMATES =
  /[~≈±?"“”«»!()<>]|\+\s?\/\s?-|\+$|\benv(?:iron)?\b\.?|\bapprox\b\.?|\bcirca\b|\bvers\b|\bpresque\b|(?:\bplus|\+)\sde\b/giu;
const ESTIMATE =
  /[~≈±?"“”«»<>]|\+\s?\/\s?-|\+$|\benv(?:iron)?\b|\bapprox\b|\bcirca\b|\bvers\b|\bpresque\b|(?:\bplus|\+)\sde\b/iu;

/** Reads one number with its unit; estimates are told apart. */
export function readCount(shown: Shown): CountReading {
  if (shown === null) return { state: 'empty' };
  if (typeof shown === 'object') return { state: 'error' };
  if (typeof shown === 'number') return Number.isFinite(shown) ? count(shown, '', {}) : { state: 'error' };
  const text = textOf(shown);
  if (text === '' || saysNothing(text)) return { state: 'empty' };
  if (saysUnknown(text)) return { state: 'unknown' };
  if (typeof shown === 'boolean') return { state: 'unreadable' };
  return inDigits(text) ?? inWords(text) ?? { state: 'unreadable' };
}

function inDigits(text: string): CountReading | null {
  const bare = clean(text.replace(/\((?=[^)]*\p{L})[^)]*\)/gu, ' ').replace(ESTIMATES, ' '));
  const sum = /^(\d{1,5})\s?\+\s?(\d{1,5})$/u.exec(bare);
  if (sum !== null) return count(Number(sum[1]) + Number(sum[2]), '', { approximate: ESTIMATE.test(text) });
  // « 9 sur 12 »; « 9/12 » may be a day or a hesitation and is left alone.
  const share = /^(\d{1,4})\s?sur\s?(\d{1,4})$/iu.exec(bare);
  if (share !== null && Number(share[1]) <= Number(share[2]))
    return count(Number(share[1]), '', { approximate: ESTIMATE.test(text) });
  const found = /^(\d{1,3}(?:\s\d{3})+|\d+(?:[.,]\d+)?)\s*(?:dont\s.*|(\p{L}[^\d]*²?2?))?$/iu.exec(bare);
  const number = found === null ? null : readNumber(found[1] ?? '');
  if (found === null || number === null) return null;
  return count(number.value, clean(found[2] ?? ''), { approximate: ESTIMATE.test(text) });
}

function inWords(text: string): CountReading | null {
  const [first = '', second = '', ...others] = fold(text.replace(/\set\s/iu, ' ')).split(' ');
  const dozen = DOZENS.get(second) ?? DOZENS.get(first);
  if (dozen !== undefined) return count(dozen, '', { approximate: true, inWords: true });
  const tens = VALUES.get(first);
  if (tens === undefined || others.length > 2) return null;
  const units = VALUES.get(second);
  const isCompound = units !== undefined && tens >= 10 && units < 20 && units > 0;
  const unit = clean(text.replace(/\set\s/iu, ' '))
    .split(/[\s-]+/u)
    .slice(isCompound ? 2 : 1)
    .join(' ');
  return count(isCompound ? tens + units : tens, unit, { approximate: ESTIMATE.test(text), inWords: true });
}

function count(value: number, unit: string, marks: { approximate?: boolean; inWords?: boolean }): CountReading {
  return { state: 'count', value, unit, approximate: marks.approximate ?? false, inWords: marks.inWords ?? false };
}
