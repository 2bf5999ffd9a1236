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
  const [award, months] = awardAndMonths(computation ?? '');
  const [first, second] = yearsIn(label ?? '');
  const isPart = award > 0 && months >= 1 && months <= 11 && Math.abs((award * months) / 12 - (amount ?? 0)) <= 100;
  if (!isPart || second !== first + 1 || (year !== first && year !== second)) return null;
  // A part of the first year counts its last months, a part of the second one its first.
  const start = plusMonths(`${String(first)}-01-01`, year === first ? 12 - months : months);
  return { award, start, end: plusDays(plusMonths(start, 12), -1) };
}

function awardAndMonths(computation: string): readonly [number, number] {
  const [, award = '', months = ''] =
    /^=?\s*([\d\s\u00a0\u202f]{1,12})\*\s*(\d{1,2})\s*\/\s*12\s*$/u.exec(computation) ?? [];
  return [Number(award.replace(/\D/gu, '')) * 100, Number(months)];
}

function yearsIn(label: string): readonly [number, number] {
  const [, first = '', second = ''] = /\b(20\d{2})\s*[/-]\s*(20\d{2})\b/u.exec(label) ?? [];
  return [Number(first), Number(second)];
}
