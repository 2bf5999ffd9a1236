/** Undo: an action leads back exactly, except where someone changed things since, and then she chooses. */
import fc from 'fast-check';
import { readUndo, undoEntry, undoWish, writeUndo } from '../../src/core/journal.ts';
import { afterPlan, planOf } from '../../src/core/plan.ts';
import type { WishedTabs } from '../../src/core/plan.ts';
import { sameGrid } from '../../src/core/workbook.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { grid, workbook } from '../support/arbitrary.ts';

function stored(before: Workbook, wished: WishedTabs) {
  const plan = planOf(before, wished);
  const after = afterPlan(before, plan);
  const chunks = writeUndo(undoEntry(before, plan, []));
  const entry = readUndo(
    (chunks ?? []).map((text, part) => ['J-0001', part + 1, text]),
    'J-0001',
  );
  if (!entry) throw new Error('Cannot read the undo store: the entry is not whole');
  return { after, entry };
}

test('undoWish() brings back every cell of any change', () => {
  const wish = fc.dictionary(fc.constantFrom('Feuille 1', 'Locaux', 'Neuf'), fc.option(grid, { nil: null }), {
    noNullPrototype: true,
  });
  fc.assert(
    fc.property(workbook, wish, (before, wished) => {
      const { after, entry } = stored(before, wished);
      const { tabs, differences } = undoWish(after, entry, { force: false, standing: [] });
      expect(differences).toEqual([]);
      const back = afterPlan(after, planOf(after, tabs));
      for (const tab of new Set([...Object.keys(before), ...Object.keys(back)])) {
        expect([tab, Object.hasOwn(back, tab)]).toEqual([tab, Object.hasOwn(before, tab)]);
        expect(sameGrid(back[tab] ?? [], before[tab] ?? [])).toBe(true);
      }
    }),
  );
});

const members: Workbook = {
  Adhérents: [
    ['N°', 'Nom', 'Ville'],
    ['ADH-0001', 'Marée', 'Paris'],
    ['ADH-0002', 'Palier', 'Paris'],
  ],
};
const renamed: WishedTabs = {
  Adhérents: [
    ['N°', 'Nom', 'Ville'],
    ['ADH-0001', 'Marée Basse', 'Paris'],
    ['ADH-0002', 'Palier', 'Lille'],
    ['ADH-0003', 'Tournesol'],
  ],
};

test('undoWish() finds rows by their number after a sort and a new column', () => {
  const { entry } = stored(members, renamed);
  const sorted: Workbook = {
    Adhérents: [
      ['N°', 'Note', 'Nom', 'Ville'],
      ['ADH-0003', null, 'Tournesol'],
      ['ADH-0002', 'à moi', 'Palier', 'Lille'],
      ['ADH-0001', null, 'Marée Basse', 'Paris'],
    ],
  };
  const { tabs, differences } = undoWish(sorted, entry, { force: false, standing: [] });
  expect(differences).toEqual([]);
  expect(tabs['Adhérents']).toEqual([
    ['N°', 'Note', 'Nom', 'Ville'],
    ['ADH-0002', 'à moi', 'Palier', 'Paris'],
    ['ADH-0001', null, 'Marée', 'Paris'],
  ]);
});

test('undoWish() keeps what was edited since, and lists it', () => {
  const { after, entry } = stored(members, renamed);
  const edited = {
    Adhérents: (after['Adhérents'] ?? []).map((row) => row.map((cell) => (cell === 'Lille' ? 'Nantes' : cell))),
  };
  const kept = undoWish(edited, entry, { force: false, standing: [] });
  expect(kept.differences).toEqual([{ tab: 'Adhérents', row: 3, key: 'ADH-0002' }]);
  expect(kept.tabs['Adhérents']?.[2]).toEqual(['ADH-0002', 'Palier', 'Nantes']);
  expect(undoWish(edited, entry, { force: true, standing: [] }).tabs['Adhérents']).toEqual(members['Adhérents']);
});

test('undoWish() does not delete a created tab in which someone typed since', () => {
  const { after, entry } = stored({}, { Neuf: [['N°'], ['NEU-0001', 'a']] });
  const typed = { ...after, Neuf: [...(after['Neuf'] ?? []), ['NEU-0002', 'tapé depuis']] };
  const { tabs, differences } = undoWish(typed, entry, { force: false, standing: [] });
  expect(tabs).toEqual({});
  expect(differences).toEqual([{ tab: 'Neuf', row: 3, key: 'NEU-0002' }]);
  expect(undoWish(typed, entry, { force: true, standing: [] }).tabs).toEqual({ Neuf: null });
});

test('writeUndo() gives up beyond what the store accepts', () => {
  const long = 'x'.repeat(30_000);
  const before: Workbook = { A: Array.from({ length: 80 }, () => [long]) };
  const plan = planOf(before, { A: [] });
  expect(writeUndo(undoEntry(before, plan, []))).toBeNull();
});

test('writeUndo() keeps each part within what a cell of an .xlsx holds', () => {
  const before: Workbook = { A: Array.from({ length: 30 }, () => ['x'.repeat(9_000)]) };
  const parts = writeUndo(undoEntry(before, planOf(before, { A: [] }), [])) ?? [];
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(32_767);
});
