/** The whole award behind a line that holds a part of it: « 25000*8/12 ». */
import { plusDays, plusMonths } from '../day.ts';
import type { Day } from '../day.ts';
import type { BudgetLine } from '../tables/budget-line.ts';

/** An award in cents and the twelve months that it covers. */
export interface Award {
  readonly award: number;
  readonly start: Day;
  readonly end: Day;
}

/**
 * The award of a line whose computation is « amount*months/12 » and whose label names the two years (« 2022/2023 »);
 * null when one of them is missing, or when they do not give the line's amount.
 */
export function awardIn({ computation, label, amount }: BudgetLine, year: number): Award | null {
  const parts = /^=?\s*([\d\s\u00a0\u202f]{1,12})\*\s*(\d{1,2})\s*\/\s*12\s*$/u.exec(computation ?? '');
  const years = /\b(20\d{2})\s*[/-]\s*(20\d{2})\b/u.exec(label ?? '');
  const [award, months] = [Number(parts?.[1]?.replace(/\D/gu, '') ?? 0) * 100, Number(parts?.[2] ?? 0)];
  const [first, second] = [Number(years?.[1] ?? 0), Number(years?.[2] ?? 0)];
  if (award === 0 || months < 1 || months > 11 || second !== first + 1) return null;
  if (year !== first && year !== second) return null;
  if (Math.abs((award * months) / 12 - (amount ?? 0)) > 100) return null;
  // A part of the first year counts its last months, a part of the second one its first.
  const start = plusMonths(`${String(first)}-01-01`, year === first ? 12 - months : months);
  return { award, start, end: plusDays(plusMonths(start, 12), -1) };
}
