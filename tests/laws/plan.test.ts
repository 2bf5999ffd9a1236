/** Laws 1 of plans: they lead to the wish, lead back, and refuse another base. */
import fc from 'fast-check';
import { afterPlan, isEmptyPlan, planOf, reversePlan, StalePlan } from '../../src/core/plan.ts';
import type { WishedTabs } from '../../src/core/plan.ts';
import { sameGrid, trimGrid } from '../../src/core/workbook.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { grid, workbook } from '../support/arbitrary.ts';

const wish: fc.Arbitrary<WishedTabs> = fc.dictionary(
  fc.constantFrom('Feuille 1', 'Adhérents', 'Locaux', 'Journal'),
  fc.option(grid, { nil: null }),
  { maxKeys: 4, noNullPrototype: true },
);

function same(a: Workbook, b: Workbook): boolean {
  const tabs = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return tabs.every((tab) => Object.hasOwn(a, tab) === Object.hasOwn(b, tab) && sameGrid(a[tab] ?? [], b[tab] ?? []));
}

test('afterPlan() of planOf() gives the wish, and touches no other tab', () => {
  fc.assert(
    fc.property(workbook, wish, (before, wished) => {
      const after = afterPlan(before, planOf(before, wished));
      for (const [tab, wanted] of Object.entries(wished)) {
        expect(Object.hasOwn(after, tab)).toBe(wanted !== null);
        if (wanted) expect(sameGrid(after[tab] ?? [], trimGrid(wanted))).toBe(true);
      }
      for (const tab of Object.keys(before)) if (!Object.hasOwn(wished, tab)) expect(after[tab]).toBe(before[tab]);
    }),
  );
});

test('reversePlan() leads back to every cell', () => {
  fc.assert(
    fc.property(workbook, wish, (before, wished) => {
      const plan = planOf(before, wished);
      expect(same(afterPlan(afterPlan(before, plan), reversePlan(plan)), before)).toBe(true);
    }),
  );
});

test('planOf() a wish that is granted is empty', () => {
  fc.assert(
    fc.property(workbook, wish, (before, wished) => {
      expect(isEmptyPlan(planOf(afterPlan(before, planOf(before, wished)), wished))).toBe(true);
    }),
  );
});

test('afterPlan() refuses a workbook in which a planned cell was changed meanwhile', () => {
  const before: Workbook = { Budget: [['Achats', 100]] };
  const plan = planOf(before, { Budget: [['Achats', 120]] });
  expect(() => afterPlan({ Budget: [['Achats', 110]] }, plan)).toThrow(StalePlan);
  expect(() => afterPlan({}, plan)).toThrow(StalePlan);
  expect(() => afterPlan({ Budget: [['Achats', 100]], Autre: [] }, planOf({}, { Autre: [['x']] }))).toThrow(StalePlan);
});
