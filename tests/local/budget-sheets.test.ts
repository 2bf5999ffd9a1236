/** The generated sheets as the spreadsheet calculates them: their numbers are those of the core's arithmetic. */
import { BUDGET_SHEET } from '../../src/core/budget-sheet.ts';
import { buildBudget } from '../../src/core/commands/build-budget.ts';
import { changeTable } from '../../src/core/records.ts';
import { SELF_FINANCING_SHEET } from '../../src/core/self-financing-sheet.ts';
import { apply } from '../../src/core/shell.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import type { BudgetLine } from '../../src/core/tables/budget-line.ts';
import type { Shown } from '../../src/core/workbook.ts';
import { budget2023, budgetLine } from '../support/budget-fixture.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

function built(lines: readonly BudgetLine[]): LocalHost {
  const host = localHost({ [budgetTable.tab]: changeTable(budgetTable, undefined, { put: lines }) });
  const run = { command: buildBudget, input: {}, moment: { today: '2023-05-12', time: '10:00' }, known: null };
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  return host;
}

function rows(host: LocalHost, tab: string): readonly (readonly Shown[])[] {
  return host.snapshot().tabs.find(({ title }) => title === tab)?.shown ?? [];
}

/** The amounts shown beside a label, left column then right. */
function beside(host: LocalHost, tab: string, label: string): Shown[] {
  return rows(host, tab).flatMap((row) =>
    row.flatMap((cell, column) => (typeof cell === 'string' && cell.trim() === label ? [row[column + 1] ?? null] : [])),
  );
}

test('« Budget prévisionnel » shows both sides, classes, the earlier result and the in-kind block of the facts', () => {
  const host = built(budget2023());
  expect(beside(host, BUDGET_SHEET, 'TOTAL DES CHARGES')).toEqual([173451]);
  expect(beside(host, BUDGET_SHEET, 'TOTAL DES PRODUITS')).toEqual([173451]);
  expect(beside(host, BUDGET_SHEET, 'Services extérieurs')).toEqual([55150]);
  expect(beside(host, BUDGET_SHEET, 'Subventions d’exploitation')).toEqual([67500]);
  expect(beside(host, BUDGET_SHEET, 'VDP – DAE')).toEqual([20000]);
  expect(beside(host, BUDGET_SHEET, 'Écart (produits − charges)')).toEqual([0]);
  expect(beside(host, BUDGET_SHEET, 'Rémunérations intermédiaires et honoraires')).toEqual([23550]);
  expect(beside(host, BUDGET_SHEET, 'Communes')).toEqual([35000]);
  expect(beside(host, BUDGET_SHEET, 'Emplois des contributions volontaires en nature')).toEqual([7560]);
  expect(beside(host, BUDGET_SHEET, 'TOTAL, contributions en nature comprises')).toEqual([181011, 181011]);
  expect(rows(host, BUDGET_SHEET).flat()).toContain('Équilibré : le total des charges est égal au total des produits.');
});

test('« Autofinancement » shows the rate, its parts and the five definitions', () => {
  const host = built(budget2023());
  const [rate] = beside(host, SELF_FINANCING_SHEET, 'Taux d’autofinancement');
  expect(rate).toBeCloseTo(0.594981, 6);
  expect(beside(host, SELF_FINANCING_SHEET, 'Ressources propres (numérateur)')).toEqual([103200]);
  expect(beside(host, SELF_FINANCING_SHEET, 'VDP (DAE + DAC)')).toEqual([35000]);
  expect(beside(host, SELF_FINANCING_SHEET, 'Cotisations des adhérents')).toEqual([13860]);
  const found = rows(host, SELF_FINANCING_SHEET)
    .filter(([name]) => typeof name === 'string' && /^D[1-5]$/u.test(name))
    .slice(1)
    .map((row) => Number(row[2]).toFixed(6));
  expect(found).toEqual(['0.594981', '0.610841', '0.608826', '0.604569', '0.589215']);
});

test('the parts of « Qui finance ? » add up to the total', () => {
  const host = built(budget2023());
  const table = rows(host, SELF_FINANCING_SHEET);
  const start = table.findIndex((row) => row[1] === 'Qui finance ?') + 1;
  const end = table.findIndex((row, index) => index > start && row[1] === 'Total des produits');
  const parts = table.slice(start, end).map((row) => Number(row[2]));
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(173451);
  expect(parts.every((part) => part > 0)).toBe(true);
});

test('a changed line changes both sheets at once, and an added one is counted and announced', () => {
  const host = built(budget2023());
  const budget = host.snapshot().tabs.find(({ title }) => title === budgetTable.tab);
  const column = budgetTable.columns.findIndex(({ field }) => field === 'amount');
  const cell = (rowIndex: number, values: unknown[]) => ({
    updateCells: {
      start: { sheetId: budget?.sheetId, rowIndex, columnIndex: 0 },
      rows: [{ values }],
      fields: 'userEnteredValue',
    },
  });
  host.edit([
    {
      updateCells: {
        start: { sheetId: budget?.sheetId, rowIndex: 1, columnIndex: column },
        rows: [{ values: [{ userEnteredValue: { numberValue: 8500 } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  expect(beside(host, BUDGET_SHEET, 'TOTAL DES CHARGES')).toEqual([173551]);
  expect(beside(host, BUDGET_SHEET, 'Écart (produits − charges)')).toEqual([-100]);
  expect(rows(host, BUDGET_SHEET).flat()).toContain(
    'Insuffisance prévisionnelle : les charges dépassent les produits.',
  );
  const added =
    changeTable(budgetTable, undefined, {
      put: [budgetLine({ id: 'BUD-1000', side: 'income', account_class: '70', amount: 10_000 })],
    })[1] ?? [];
  host.edit([
    cell(
      60,
      added.map((value) =>
        value === null
          ? {}
          : { userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value } },
      ),
    ),
  ]);
  expect(beside(host, BUDGET_SHEET, 'TOTAL DES PRODUITS')).toEqual([173551]);
  expect(rows(host, BUDGET_SHEET).flat()).toContainEqual(
    expect.stringMatching(/^Des lignes ont été ajoutées.*relancez/u),
  );
});

test('rebuilt unchanged, the sheets stay as they are; rebuilt after a change, they keep one chart and no stale look', () => {
  const host = built(budget2023());
  const run = {
    command: buildBudget,
    input: { definition: 'D2' },
    moment: { today: '2023-06-01', time: '10:00' },
    known: null,
  };
  expect(host.run(apply({ ...run, input: {} }, null, 'moi')).outcome).toBe('nothing');
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  const sheet = host.snapshot().tabs.find(({ title }) => title === SELF_FINANCING_SHEET);
  expect([sheet?.chartIds.length, sheet?.protectionIds.length]).toEqual([1, 1]);
  expect(sheet?.shown[1]?.[0]).toEqual(expect.stringContaining('01/06/2023'));
});

test('amounts with cents are shown in whole euros that still add up, on both sides', () => {
  const cents = [33, 33, 34, 50, 49];
  const lines = budget2023().map((line, index) => {
    const extra = cents[index] ?? 0;
    return { ...line, amount: (line.amount ?? 0) + extra };
  });
  const odd = cents.reduce((sum, one) => sum + one, 0);
  const balanced = lines.map((line) => (line.account_class === '76' ? { ...line, amount: line.amount + odd } : line));
  const host = built(balanced);
  const table = rows(host, BUDGET_SHEET);
  for (const [label, column] of [
    ['TOTAL DES CHARGES', 1],
    ['TOTAL DES PRODUITS', 5],
  ] as const) {
    const end = table.findIndex((row) => row[column] === label);
    const exact = column === 1 ? 7 : 8;
    const leaves = table.slice(4, end).filter((row) => typeof row[exact] === 'number');
    const sum = leaves.reduce((total, row) => total + Number(row[column + 1]), 0);
    expect(sum).toBe(Number(table[end]?.[column + 1]));
    expect(sum).toBe(173453);
    expect(leaves.every((row) => Number.isInteger(row[column + 1]))).toBe(true);
  }
});

test('« Budget prévisionnel » writes the request sentence with its share of the income', () => {
  const host = built(
    budget2023().map((line) =>
      line.funder === 'VDP' ? { ...line, funder: 'Ville de Paris', grant_status: 'requested' } : line,
    ),
  );
  const sentences = rows(host, BUDGET_SHEET)
    .flat()
    .filter((cell): cell is string => typeof cell === 'string' && cell.includes('sollicite'));
  expect(sentences.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
    'Ville de Paris : l’association sollicite une subvention de 35 000 €, qui représente 20,18 % du total des produits (contributions en nature exclues).',
  ]);
});
