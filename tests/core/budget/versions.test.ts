/** Versions of the budget: kept as they were, compared, and what refuses them. */
import { pairsOf, reasonOf } from '../../../src/core/budget/comparison-sheet.ts';
import { readVersions } from '../../../src/core/budget/versions.ts';
import { compareBudgets } from '../../../src/core/commands/compare-budgets.ts';
import { keepBudget } from '../../../src/core/commands/keep-budget.ts';
import type { State, Wish } from '../../../src/core/command.ts';
import { afterPlan, isEmptyPlan, planOf } from '../../../src/core/plan.ts';
import { changeTable } from '../../../src/core/records.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import type { BudgetLine } from '../../../src/core/tables/budget-line.ts';
import { budgetVersionTable, keptLineTable } from '../../../src/core/tables/budget-version.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { budget2023, budgetLine } from '../../support/budget-fixture.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const stateOf = (workbook: Workbook): State => ({ workbook, shown: {}, tabs: Object.keys(workbook), sources: [] });
const withLines = (lines: readonly BudgetLine[], more: Workbook = {}): Workbook => ({
  ...more,
  [budgetTable.tab]: changeTable(budgetTable, undefined, { put: lines }),
});
const keep = (workbook: Workbook, input: object): Wish => keepBudget.decide(stateOf(workbook), input, moment);
const after = (workbook: Workbook, { tabs }: Wish): Workbook => ({
  ...workbook,
  ...afterPlan(workbook, planOf(workbook, tabs)),
});
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

test('the budget voted on 12 May is kept with its 55 lines and totals, and keeping it again changes nothing', () => {
  const before = withLines(budget2023());
  const wish = keep(before, { state: 'voted', by: 'AG' });
  expect(wish.summary.map(plain)[0]).toBe(
    'Le budget 2023, voté le 12/05/2023 est gardé : 55 lignes, 173 451 € de charges et 173 451 € de produits.',
  );
  const kept = after(before, wish);
  const [version] = readVersions(stateOf(kept));
  expect(version).toMatchObject({
    intact: true,
    version: { id: 'VBU-0001', state: 'voted', by: 'AG', expense: 17345100 },
  });
  expect(isEmptyPlan(planOf(kept, keep(kept, { state: 'voted', by: 'AG' }).tabs))).toBe(true);
});

test('the lines of a version whose row was deleted stay, and its number is not given again', () => {
  const kept = after(
    withLines([budgetLine({ amount: 100 })]),
    keep(withLines([budgetLine({ amount: 100 })]), { state: 'initial' }),
  );
  const orphaned = { ...kept, [budgetVersionTable.tab]: (kept[budgetVersionTable.tab] ?? []).slice(0, 1) };
  const again = after(orphaned, keep(orphaned, { state: 'initial' }));
  expect(again[keptLineTable.tab]?.map((row) => row.slice(0, 2))).toEqual([
    ['N°', 'Version'],
    ['VBL-0001', 'VBU-0001'],
    ['VBL-0002', 'VBU-0002'],
  ]);
  expect(isEmptyPlan(planOf(again, keep(again, { state: 'initial' }).tabs))).toBe(true);
});

test('a year has one voted budget: another one is refused, a revised one is not', () => {
  const before = withLines(budget2023());
  const kept = after(before, keep(before, { state: 'voted' }));
  const changed = {
    ...kept,
    ...withLines(budget2023().map((line, index) => (index === 0 ? { ...line, amount: 900_000 } : line))),
  };
  expect(plain(keep(changed, { state: 'voted' }).refusal)).toContain(
    'déjà été voté pour cette année (« 2023, voté le 12/05/2023 »)',
  );
  expect(keep(changed, { state: 'revised' }).refusal).toBeNull();
});

test('a version is not sent to a funder without its name, out of balance, or with a line « À classer »', () => {
  const sent = (lines: readonly BudgetLine[], input: object) =>
    plain(keep(withLines(lines), { state: 'sent', ...input }).refusal);
  expect(sent(budget2023(), {})).toBe('Indiquez à quel financeur cette version est envoyée.');
  const odd = budget2023().map((line, index) => (index === 0 ? { ...line, amount: (line.amount ?? 0) + 1 } : line));
  expect(sent(odd, { funder: 'DAE' })).toContain('écart 0,01 €');
  const stray = budget2023().map((line) => (line.accounts[0] === '618' ? { ...line, accounts: ['611'] } : line));
  expect(sent(stray, { funder: 'DAE' })).toContain('Une ligne est « À classer »');
  expect(keep(withLines(budget2023()), { state: 'sent', funder: 'DAE' }).refusal).toBeNull();
});

test('a version altered by hand is said, not hidden', () => {
  const before = withLines(budget2023());
  const kept = after(before, keep(before, { state: 'voted' }));
  const grid = (kept[keptLineTable.tab] ?? []).map((row) => [...row]);
  const amount = keptLineTable.columns.findIndex(({ field }) => field === 'amount');
  (grid[1] ?? [])[amount] = 1;
  const altered = { ...kept, [keptLineTable.tab]: grid };
  expect(readVersions(stateOf(altered))[0]?.intact).toBe(false);
  const wish = compareBudgets.decide(stateOf(altered), { from: 'VBU-0001' }, moment);
  expect(wish.problems.map(({ kind }) => kind)).toEqual(['version_altered']);
});

test('compare-budgets says what moved since the vote, and refuses a version that is not kept', () => {
  const before = withLines(budget2023());
  const kept = after(before, keep(before, { state: 'voted' }));
  const now = {
    ...kept,
    ...withLines(
      budget2023().map((line, index) => (index === 0 ? { ...line, amount: 940_000, computation: '783*12' } : line)),
    ),
  };
  const wish = compareBudgets.decide(stateOf(now), { from: 'VBU-0001' }, moment);
  expect(wish.summary.map(plain)).toEqual(['Charges : + 1 000 €. Produits : aucun écart.']);
  const texts = (wish.tabs['Comparaison des budgets'] ?? [])
    .flat()
    .map((cell) => (typeof cell === 'string' ? plain(cell) : ''));
  expect(texts).toContain('calcul : 700*12 → 783*12');
  expect(compareBudgets.decide(stateOf(now), { from: 'VBU-0009' }, moment).refusal).toBe(
    'La version VBU-0009 n’est plus gardée.',
  );
  expect(compareBudgets.decide(stateOf(now), { from: 'now' }, moment).refusal).toBe(
    'Choisissez deux versions différentes.',
  );
});

test('lines are paired by number, else by what they say, once each', () => {
  const line = (id: string, label: string, amount: number) =>
    budgetLine({ id, side: 'expense', account_class: '60', accounts: ['604'], label, amount });
  const pairs = pairsOf(
    [line('BUD-0001', 'Achats', 100), line('BUD-0002', 'Loyer', 200), line('BUD-0003', 'Fête', 300)],
    [line('BUD-0002', 'Loyer', 250), line('BUD-0010', 'achats', 100), line('BUD-0011', 'Noël', 5)],
  );
  expect(pairs.map(({ from, to }) => [from?.id ?? null, to?.id ?? null])).toEqual([
    ['BUD-0002', 'BUD-0002'],
    ['BUD-0001', 'BUD-0010'],
    [null, 'BUD-0011'],
    ['BUD-0003', null],
  ]);
  expect(pairs.map((one) => plain(reasonOf(one)))).toEqual([
    'montant : 2 € → 2,50 €',
    'libellé : « Achats » → « achats »',
    'ligne ajoutée',
    'ligne retirée',
  ]);
});

test('remarks typed on Windows are kept with the line ends of a spreadsheet', () => {
  const wish = keep(withLines([budgetLine({ amount: 100 })]), { state: 'initial', notes: 'Voté\r\nà l’unanimité' });
  expect(wish.tabs[budgetVersionTable.tab]?.[1]).toContain('Voté\nà l’unanimité');
});
