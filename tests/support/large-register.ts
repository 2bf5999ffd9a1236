/** A register of any size, as a large incubator would have it after ten years; the same for the same sizes. */
import { plusDays } from '../../src/core/day.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { registerOf } from './stays.ts';

const kinds = ['office', 'office', 'desk', 'shop_unit', 'studio'] as const;
const padded = (number: number) => String(number).padStart(4, '0');

/** Members, and stays one after the other in a tenth as many spaces. */
export function largeRegister(members: number, stays: number): Workbook {
  const spaces = Math.max(1, Math.round(stays / 10));
  return registerOf({
    members: Array.from({ length: members }, (_, index) => ({
      organisation: `Structure ${index}`,
      email: `contact@structure-${index}.example`,
      start: '2015-01-01',
    })),
    spaces: Array.from({ length: spaces }, (_, index) => ({
      name: `E${index}`,
      kind: kinds[index % kinds.length] ?? 'office',
      monthly_fee: 38_500,
      status: 'occupied' as const,
    })),
    stays: Array.from({ length: stays }, (_, index) => {
      const turn = Math.floor(index / spaces);
      const start = plusDays('2014-01-01', turn * 365);
      return {
        space: `ESP-${padded((index % spaces) + 1)}`,
        member: `ADH-${padded((index % members) + 1)}`,
        organisation: `Structure ${index % members}`,
        start,
        planned_end: plusDays(start, 364),
        end: turn < 9 ? plusDays(start, 364) : null,
      };
    }),
  });
}
