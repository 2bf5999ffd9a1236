/** The budget of a project as the spreadsheet calculates it (facts: Crescendo costs 11 500 €, the CNM gives 60 %). */
import { buildProjectBudget } from '../../src/core/commands/build-project-budget.ts';
import { changeTable } from '../../src/core/records.ts';
import { apply, show } from '../../src/core/shell.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import type { BudgetLine } from '../../src/core/tables/budget-line.ts';
import type { Shown, Workbook } from '../../src/core/workbook.ts';
import { budget2023 } from '../support/budget-fixture.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

const TAB = 'Budget du projet CRESC';
const asked = (input: object) => ({
  command: buildProjectBudget,
  input: { project: 'CRESC', ...input },
  moment: { today: '2023-05-12', time: '10:00' },
  known: null,
});
const withLines = (lines: readonly BudgetLine[], more: Workbook = {}) =>
  localHost({ ...more, [budgetTable.tab]: changeTable(budgetTable, undefined, { put: lines }) });

function beside(host: LocalHost, label: string): Shown[] {
  const rows = host.snapshot().tabs.find(({ title }) => title === TAB)?.shown ?? [];
  return rows.flatMap((row) =>
    row.flatMap((cell, column) =>
      typeof cell === 'string' && cell.replaceAll('\u00a0', ' ').startsWith(label) ? [row[column + 1] ?? null] : [],
    ),
  );
}

test('Crescendo costs 11 500 €, of which the CNM gives 6 900 € and the association 4 600 €', () => {
  const host = withLines(budget2023());
  expect(host.run(apply(asked({}), null, 'moi')).outcome).toBe('applied');
  expect(beside(host, 'TOTAL DES CHARGES')).toEqual([11500]);
  expect(beside(host, 'TOTAL DES PRODUITS')).toEqual([11500]);
  expect(beside(host, 'Autres établissements publics')).toEqual([6900]);
  expect(beside(host, 'Ressources propres affectées au projet')).toEqual([4600]);
  expect(beside(host, 'Écart (produits − charges)')).toEqual([0]);
  expect(host.run(apply(asked({}), null, 'moi')).outcome).toBe('nothing');
});

test('indirect costs follow the key that is written beside them, and own resources take the rest', () => {
  const host = withLines(budget2023());
  host.run(apply(asked({ key: 'percent', percent: 10 }), null, 'moi'));
  expect(beside(host, 'Charges indirectes affectées au projet (10 % des charges directes)')).toEqual([1150]);
  expect(beside(host, 'Ressources propres affectées au projet')).toEqual([5750]);
  host.run(apply(asked({ key: 'prorata' }), null, 'moi'));
  const general = budget2023()
    .filter(({ side, project, in_kind: inKind }) => side === 'expense' && project === null && inKind === false)
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const share = Math.round(((general / 100) * 11500) / 173451);
  expect(beside(host, 'Charges indirectes affectées au projet (charges sans programme')).toEqual([share]);
  expect(beside(host, 'TOTAL DES PRODUITS')).toEqual([11500 + share]);
});

test('a changed line changes the project’s budget at once, still balanced', () => {
  const host = withLines(budget2023());
  host.run(apply(asked({ key: 'prorata' }), null, 'moi'));
  const budget = host.snapshot().tabs.find(({ title }) => title === budgetTable.tab);
  const row = budget2023().findIndex(({ label }) => label === 'Crescendo : communication') + 1;
  const column = budgetTable.columns.findIndex(({ field }) => field === 'amount');
  host.edit([
    {
      updateCells: {
        start: { sheetId: budget?.sheetId, rowIndex: row, columnIndex: column },
        rows: [{ values: [{ userEnteredValue: { numberValue: 2480 } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  expect(beside(host, 'Publicité, publications')).toEqual([2480]);
  expect(beside(host, 'Écart (produits − charges)')).toEqual([0]);
});

test('refuses a project without lines and a tab of hers that bears the title; says when more is granted than spent', () => {
  const host = withLines(budget2023());
  expect(host.run(show(asked({ project: 'RIEN' }))).preview.refusal).toContain('ne porte le programme');
  const hers = withLines(budget2023(), { [TAB]: [['à moi'], ['ici']] });
  expect(hers.run(show(asked({}))).preview.refusal).toContain('qui est à vous existe déjà');
  const rich = withLines(budget2023().map((line) => (line.funder === 'CNM' ? { ...line, amount: 1_200_000 } : line)));
  expect(rich.run(show(asked({}))).preview.problems.map(({ kind }) => kind)).toContain('project_overfunded');
});
