/** Number formats between what Sheets and Excel store and what the engine can show. */
import { engine, FRENCH } from './engine.ts';

/** The kinds of number format that Sheets knows. */
export type NumberFormatType =
  'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'TIME' | 'DATE_TIME' | 'SCIENTIFIC';

const known = new Map<string, string>();

/** A format that the engine shows without error, as near as it can to the pattern; "" is the general format. */
export function engineFormat(pattern: string): string {
  const held = known.get(pattern);
  if (held !== undefined) return held;
  const format = [pattern, simplified(pattern), fallback(pattern)].find(isShown) ?? '';
  known.set(pattern, format);
  return format;
}

/** The kind of a pattern, read from its letters. */
export function numberFormatType(pattern: string): NumberFormatType {
  const bare = bareLetters(pattern);
  const date = /[dy]|m{3,}|(?<![hs:.\]])\bm{1,2}\b(?!:)/iu.test(bare);
  const time = /h|s/iu.test(bare);
  if (date && time && /[dy]/iu.test(bare)) return 'DATE_TIME';
  if (time) return 'TIME';
  if (date) return 'DATE';
  if (bare.includes('@') && !/[0#]/u.test(bare)) return 'TEXT';
  if (bare.includes('%')) return 'PERCENT';
  if (/E[+-]/u.test(bare)) return 'SCIENTIFIC';
  return /[€$£¥]/u.test(pattern) ? 'CURRENCY' : 'NUMBER';
}

// Without quoted texts, escaped characters and bracketed locales: only letters that mean something remain.
function bareLetters(pattern: string): string {
  return pattern
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[\$[^\]]*\]/gu, '')
    .replace(/\[(h+|m+|s+)\]/giu, '$1')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/general/giu, '');
}

function simplified(pattern: string): string {
  return pattern
    .split(';')
    .slice(0, 3)
    .join(';')
    .replace(/\[\$([^\]-]*)-[^\]]*\]/gu, (_all, symbol: string) => (symbol === '' ? '' : `[$${symbol}]`))
    .replace(/\[h+\](?=:)/giu, 'hhhh')
    .replace(/\[(?!\$)[^\]]*\]/gu, '')
    .replace(/_.|\*./gu, '')
    .replace(/"([^"]*)"/gu, (_all, text: string) => (/^[\s€$£¥]+$/u.test(text) ? text : `"${text}"`))
    .replace(/\\([\s€$£¥])/gu, '$1')
    .replace(/(?<!\[\$)[€£¥]/gu, (symbol) => `[$${symbol}]`)
    .replace(/\?/gu, '#')
    .replace(/\s+$/u, '');
}

function fallback(pattern: string): string {
  const decimals = /[0#][.,](0+)/u.exec(pattern)?.[1] ?? '';
  const fraction = decimals === '' ? '' : `.${decimals}`;
  switch (numberFormatType(pattern)) {
    case 'DATE':
      return 'dd/mm/yyyy';
    case 'TIME':
      return 'hh:mm';
    case 'DATE_TIME':
      return 'dd/mm/yyyy hh:mm';
    case 'PERCENT':
      return `0${fraction}%`;
    case 'CURRENCY':
      return `#,##0${fraction} [$€]`;
    case 'TEXT':
      return '@';
    case 'NUMBER':
      return /[#0]/u.test(pattern) && decimals !== '' ? `#,##0${fraction}` : '';
    case 'SCIENTIFIC':
      return '';
  }
}

function isShown(format: string): boolean {
  if (format === '') return true;
  try {
    return [1234.5, -2, 0].every(
      (value) => !engine.helpers.formatValue(value, { format, locale: FRENCH }).startsWith('#ERROR'),
    );
  } catch {
    return false;
  }
}
