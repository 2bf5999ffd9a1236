/** What holds of spaces and stays whatever is asked: no accepted command makes two occupants meet, and undo restores all. */
import fc from 'fast-check';
import { addStay } from '../../src/core/commands/add-stay.ts';
import { editStay } from '../../src/core/commands/edit-stay.ts';
import { endStay } from '../../src/core/commands/end-stay.ts';
import { extendStay } from '../../src/core/commands/extend-stay.ts';
import { plusDays } from '../../src/core/day.ts';
import { afterPlan, reversePlan } from '../../src/core/plan.ts';
import { crowdings } from '../../src/core/stays/places.ts';
import { sameGrid } from '../../src/core/workbook.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { decideOn, registerOf, staysIn, TODAY } from '../support/stays.ts';

const commands = { addStay, editStay, endStay, extendStay };

const day = fc.integer({ min: 0, max: 1500 }).map((days) => plusDays('2021-01-01', days));
const share = fc.constantFrom(null, 30, 50, 70, 100);
const stayId = fc.integer({ min: 1, max: 9 }).map((number) => `OCC-000${String(number)}`);

const step = fc.oneof(
  fc.record({
    command: fc.constant('addStay' as const),
    input: fc.record({
      space: fc.constantFrom('ESP-0001', 'ESP-0002', 'ESP-0003'),
      member: fc.constantFrom('ADH-0001', 'ADH-0002', 'ADH-0003'),
      start: day,
      plannedEnd: fc.option(day),
      share,
    }),
  }),
  fc.record({
    command: fc.constant('editStay' as const),
    input: fc.record(
      { id: stayId, start: day, planned_end: fc.option(day), end: fc.option(day), share },
      { requiredKeys: ['id'] },
    ),
  }),
  fc.record({ command: fc.constant('endStay' as const), input: fc.record({ id: stayId, end: day }) }),
  fc.record({
    command: fc.constant('extendStay' as const),
    input: fc.record({
      id: stayId,
      until: day,
      decidedOn: fc.constant('2023-01-02'),
      reason: fc.constant('Travaux'),
    }),
  }),
);

const empty = registerOf({
  spaces: [{}, { kind: 'desk' }, { kind: 'shop_unit', places: 2 }],
  members: [{ organisation: 'Un' }, { organisation: 'Deux' }, { organisation: 'Trois' }],
});

function crowded(workbook: Workbook): string[] {
  const stays = staysIn(workbook);
  return stays.spaces.flatMap((space) => crowdings(space, stays.inSpace(space), TODAY).map(({ stay }) => stay.id));
}

test('no accepted command puts two occupants where there is one place, and undo restores every cell', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let workbook = empty;
      for (const { command, input } of steps) {
        const { plan, after, refusal } = decideOn(workbook, commands[command], input);
        if (refusal === null) accepted += 1;
        const restored = afterPlan(after, reversePlan(plan));
        expect(Object.keys(workbook).every((tab) => sameGrid(workbook[tab] ?? [], restored[tab] ?? []))).toBe(true);
        workbook = after;
        expect(crowded(workbook)).toEqual([]);
      }
    }),
    { numRuns: 150 },
  );
  expect(accepted).toBeGreaterThan(100);
});
