/** Numbers as French people type them, with spaces, dots and commas. */

/** A number read from its digits; `dotThousands` tells of « 15.000 » (not of « 15.000,00 », which is clear), `ambiguous` of « 1,250 ». */
export interface Amount {
  readonly value: number;
  readonly dotThousands: boolean;
  readonly ambiguous: boolean;
}

const SPACE = '[\\s\\u00A0\\u202F]';

/** What a number looks like inside a text, for building expressions. */
export const NUMBER_PATTERN = `\\d{1,3}(?:${SPACE}\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,2})?(?!\\d)|\\d{1,3}(?:,\\d{3})+\\.\\d{1,2}(?!\\d)|\\d{1,3}(?:'\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d+(?:[.,]\\d+)?`;

/** The number that the whole text writes, or `null`. */
export function readNumber(text: string): Amount | null {
  const bare = text.replace(/[\s\u00A0\u202F']/gu, '');
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(bare)) {
    return amount(bare.replaceAll('.', '').replace(',', '.'), { dotThousands: !bare.includes(',') });
  }
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/u.test(bare) || /^\d{1,3}(?:,\d{3}){2,}$/u.test(bare))
    return amount(bare.replaceAll(',', ''), {});
  if (/^[1-9]\d{0,2},\d{3}$/u.test(bare)) return amount(bare.replace(',', ''), { ambiguous: true });
  return /^\d+(?:[.,]\d+)?$/u.test(bare) ? amount(bare.replace(',', '.'), {}) : null;
}

/** A number of euros in whole cents, rounded half away from zero. */
export function centsOf(euros: number): number {
  return Math.sign(euros) * Math.round(Number((Math.abs(euros) * 100).toFixed(6)));
}

function amount(digits: string, marks: Partial<Amount>): Amount {
  return { value: Number(digits), dotThousands: false, ambiguous: false, ...marks };
}
