/** The 2023 forecast of the fixtures as records of « Budget ». */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BudgetLine } from '../../src/core/tables/budget-line.ts';

const blank: BudgetLine = {
  id: '',
  side: null,
  account_class: null,
  accounts: [],
  label: null,
  computation: null,
  amount: null,
  counted: true,
  level: 'line',
  parent: null,
  funder: null,
  desk: null,
  grant_status: null,
  project: null,
  in_kind: false,
  brought_forward: false,
  suggested_account: null,
  form_line: null,
  hours: null,
  hourly_rate: null,
  origin: null,
  year: 2023,
  version: 'voté',
  notes: null,
  tag: null,
  source_look: null,
  source_tab: null,
  source_row: null,
};

const inKind: readonly (readonly [BudgetLine['side'], string, string, number])[] = [
  ['expense', '861', 'Mise à disposition gratuite', 150_000],
  ['expense', '862', 'Prestations', 120_000],
  ['expense', '864', 'Personnel bénévole', 486_000],
  ['income', '870', 'Bénévolat', 486_000],
  ['income', '871', 'Prestations en nature', 270_000],
];

/** A line with what the test gives and nothing else. */
export function budgetLine(parts: Partial<BudgetLine>): BudgetLine {
  return { ...blank, ...parts };
}

/** The 50 lines of the fixture, balanced at 173 451 €, and the five in-kind lines of the facts. */
export function budget2023(): BudgetLine[] {
  const rows = readFileSync(join(__dirname, '../fixtures/budget-2023.csv'), 'utf8').trim().split('\n').slice(1);
  const lines = rows.map((row, index): BudgetLine => {
    const [side, account = '', label = '', computation = '', amount = '0', funder = '', project = ''] = row
      .split(';')
      .map((cell) => cell.trim());
    const report = account === '110';
    const [name = '', desk] = funder === '' ? [] : funder.split('-');
    return budgetLine({
      id: `BUD-${String(index + 1).padStart(4, '0')}`,
      side: side === 'C' ? 'expense' : 'income',
      account_class: report ? 'report' : account.slice(0, 2),
      accounts: [account],
      label,
      computation: computation === '' ? null : computation,
      amount: Number(amount) * 100,
      funder: name === '' ? null : name,
      desk: desk ?? null,
      project: project === '' ? null : project,
      brought_forward: report,
    });
  });
  const extra = inKind.map(([side, account, label, amount], index) =>
    budgetLine({
      id: `BUD-09${String(index).padStart(2, '0')}`,
      side,
      account_class: account.slice(0, 2),
      accounts: [account],
      label,
      amount,
      in_kind: true,
      counted: false,
    }),
  );
  return [...lines, ...extra];
}
