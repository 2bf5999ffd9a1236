/** Registers as a careful person keeps them: numbers that exist, dates in order; so that commands have something to accept. */
import fc from 'fast-check';
import { plusDays } from '../../src/core/day.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { registerOf } from './stays.ts';

const day = fc.integer({ min: -900, max: 600 }).map((days) => plusDays('2023-05-12', days));
const number = (prefix: string) => fc.integer({ min: 1, max: 3 }).map((one) => `${prefix}-000${String(one)}`);

const space = fc.record({
  kind: fc.constantFrom('office', 'office', 'desk', 'studio', 'shop_unit'),
  status: fc.constantFrom('vacant', 'occupied', null),
  monthly_fee: fc.option(fc.integer({ min: 0, max: 100_000 })),
  places: fc.constantFrom(null, null, 2),
});

const member = fc.record({
  organisation: fc.constantFrom('Label Marée Basse', 'Tournesol Booking', '=1+1', 'Bahia Sons'),
  email: fc.constantFrom('anna@maree.example', null),
  charter_signed_on: fc.option(day),
});

const stay = fc
  .tuple(day, fc.integer({ min: 0, max: 1100 }), number('ESP'), number('ADH'))
  .chain(([start, length, where, who]) =>
    fc.record({
      space: fc.constant(where),
      member: fc.constant(who),
      organisation: fc.constant('Label'),
      start: fc.constant(start),
      planned_end: fc.option(fc.constant(plusDays(start, length))),
      end: fc.constantFrom(null, null, null, plusDays(start, length)),
      share: fc.constantFrom(null, 50, 100),
    }),
  );

/** Three members, three spaces, and up to two stays. */
export const keptRegister: fc.Arbitrary<Workbook> = fc
  .record({
    members: fc.array(member, { minLength: 3, maxLength: 3 }),
    spaces: fc.array(space, { minLength: 3, maxLength: 3 }),
    stays: fc.array(stay, { minLength: 1, maxLength: 2 }),
  })
  .map((parts) => registerOf(parts));
