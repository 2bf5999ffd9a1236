/** Cerfa 12156: which line of the form each budget line goes to (facts: domain C2, C4). */
import fc from 'fast-check';
import { budgetOf } from '../../../src/core/budget.ts';
import { formColumn } from '../../../src/core/budget/form-column.ts';
import { formLines } from '../../../src/core/budget/form.ts';
import { formPlaceOf } from '../../../src/core/budget/form-place.ts';
import { formProblems, unsortedLines } from '../../../src/core/budget/form-problems.ts';
import { budgetFormulas } from '../../../src/core/budget-formulas.ts';
import type { BudgetLine } from '../../../src/core/tables/budget-line.ts';
import { budget2023, budgetLine } from '../../support/budget-fixture.ts';

const place = (parts: Partial<BudgetLine>, chart: '2018-06' | '99-01' = '2018-06') => {
  const found = formPlaceOf(budgetLine({ side: 'expense', ...parts }), chart);
  return found.kind === 'line' ? found.code : found.kind;
};
const charge = (account: string) => place({ account_class: account.slice(0, 2), accounts: [account] });

test.each([
  ['6061', '601'],
  ['6063', '60x'],
  ['604', '604'],
  ['6132', '613'],
  ['614', '613'],
  ['6226', '622'],
  ['6257', '625'],
  ['6281', '62x'],
  ['6333', '631'],
  ['6451', '645'],
  ['6475', '647'],
])('account %s goes to line %s, the longest prefix winning', (account, line) => {
  expect(charge(account)).toBe(line);
});

test('an account that maps nowhere is « À classer », never guessed; a class alone stays with its class', () => {
  expect(charge('611')).toBe('unsorted');
  expect(charge('61')).toBe('class');
  expect(place({ account_class: '61', accounts: ['613', '615'] })).toBe('unsorted');
  expect(place({ account_class: '62', accounts: ['626', '627', '6281'] })).toBe('62x');
});

test('the line that she chose wins, but not one of the other side', () => {
  expect(place({ account_class: '61', accounts: ['611'], form_line: '613' })).toBe('613');
  expect(place({ account_class: '61', accounts: ['611'], form_line: '756' })).toBe('unsorted');
});

test('the account that the label suggests serves while none is written', () => {
  expect(place({ account_class: '60', accounts: ['60'], suggested_account: '6061' })).toBe('601');
});

test.each([
  [{ funder: 'Ville de Paris', desk: 'DAE' }, '74com'],
  [{ funder: 'VDP', desk: 'DAC' }, '74com'],
  [{ funder: 'Ministère de la Culture' }, '74etat'],
  [{ funder: 'DGMIC' }, '74etat'],
  [{ funder: 'CNM' }, '74x'],
  [{ funder: 'ASP' }, '74agenceserv'],
  [{ funder: 'SACEM' }, '74aidespriv'],
  [{ funder: 'Région Île-de-France' }, '74region'],
  [{ funder: null, label: 'CNM Crescendo 60%' }, '74x'],
  [{ funder: 'Les amis du quartier' }, 'unsorted'],
] as const)('the grant of %o goes to %s', (parts, line) => {
  expect(place({ side: 'income', account_class: '74', ...parts })).toBe(line);
});

test('gifts are on the form’s line 758 whatever their account; other sundry income is not', () => {
  const income = (account: string, label: string) =>
    place({ side: 'income', account_class: '75', accounts: [account], label });
  expect(income('7541', 'Dons manuels')).toBe('758');
  expect(income('758', 'Dons reçus')).toBe('758');
  expect(income('758', 'Divers')).toBe('750');
  expect(income('756', 'Cotisations')).toBe('756');
});

test('870 and 875 are read by their label, else by the chart in use', () => {
  const given = (account: string, label: string | null, chart: '2018-06' | '99-01') =>
    place({ side: 'income', account_class: '87', accounts: [account], label }, chart);
  expect(given('870', 'Bénévolat', '2018-06')).toBe('870');
  expect(given('875', 'Bénévolat', '2018-06')).toBe('870');
  expect(given('875', null, '2018-06')).toBe('870');
  expect(given('875', null, '99-01')).toBe('875');
  expect(given('870', null, '2018-06')).toBe('875');
});

test('contributions on the expense side are read by their label too', () => {
  const given = (label: string) => place({ account_class: '86', accounts: ['86'], label });
  expect(given('bénévolat 270h x 18')).toBe('864');
  expect(given('Mise à disposition gratuite')).toBe('861');
  expect(given('Divers')).toBe('class');
});

const formulas = budgetFormulas({ tab: 'Budget', places: new Map() }, null);

function column(lines: readonly BudgetLine[], side: 'expense' | 'income') {
  return formColumn({ side: budgetOf(lines)[side], name: side, formulas, chart: '2018-06' });
}

test('the 2023 forecast fills the form as the facts say', () => {
  const amounts = Object.fromEntries(
    [...column(budget2023(), 'expense'), ...column(budget2023(), 'income')].map(({ code, label, cents }) => [
      code === '' ? label : code,
      cents / 100,
    ]),
  );
  expect(amounts).toMatchObject({
    ...{ '604': 6580, '601': 8400, '613': 43440, '615': 9740, '616': 1650, '618': 320 },
    ...{ '622': 23550, '623': 4580, '625': 9370, '631': 195, '635': 480, '641': 36065, '645': 14203, '647': 2000 },
    ...{ '65': 1200, '68': 3798, '756': 13860, '758': 1000, '750': 0, '76': 620 },
    'Autres fournitures': 3230,
    'Services bancaires, autres': 4650,
    Communes: 35000,
    'État : ministères, directions ou services déconcentrés': 25000,
    'Agence de services et de paiement (emplois aidés)': 600,
    'Autres établissements publics': 6900,
  });
  expect(formProblems(budgetOf(budget2023()), '2018-06')).toEqual([]);
});

test('an account without a line is named with its amount and cure, and a class without detail is said', () => {
  const budget = budgetOf([
    budgetLine({
      id: 'BUD-0001',
      side: 'expense',
      account_class: '61',
      accounts: ['611'],
      label: 'Sous-traitance',
      amount: 120_000,
    }),
    budgetLine({
      id: 'BUD-0002',
      side: 'expense',
      account_class: '62',
      accounts: ['62'],
      label: 'Divers',
      amount: 500_000,
    }),
  ]);
  const messages = formProblems(budget, '2018-06').map(({ kind, message }) => [
    kind,
    message.replaceAll('\u00a0', ' '),
  ]);
  expect(messages).toEqual([
    [
      'form_line_missing',
      'Onglet « Budget », BUD-0001 : « Sous-traitance » (1 200 €) est « À classer » : le compte 611 n’a pas de ligne dans le formulaire. Choisissez sa « Ligne du formulaire », ou complétez « Comptes ».',
    ],
    [
      'form_line_bare',
      'Onglet « Budget » : 5 000 € de la classe 62 (Autres services extérieurs) n’ont pas de ligne dans le formulaire et y figurent « Sans détail ». Complétez « Comptes » ou « Ligne du formulaire ».',
    ],
  ]);
  expect(unsortedLines(budget, '2018-06').map(({ line }) => line.id)).toEqual(['BUD-0001']);
});

const anyLine = fc.record({
  account: fc.oneof(
    fc.constantFrom('60', '6061', '611', '613', '62', '626', '641', '65', '68'),
    fc.constantFrom('70', '706', '741', '756', '7541', '758', '76', '79'),
  ),
  label: fc.constantFrom('Dons', 'Loyer', 'Ville', null),
  funder: fc.constantFrom('CNM', 'Ville de Paris', 'Inconnu', null),
  amount: fc.integer({ min: -100_000, max: 10_000_000 }),
});

test('every counted line is in the form once: the leaves add up to the total of each side', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { maxLength: 20 }), (some) => {
      const lines = some.map(({ account, label, funder, amount }, index) =>
        budgetLine({
          id: `BUD-${String(index + 1).padStart(4, '0')}`,
          side: account.startsWith('6') ? 'expense' : 'income',
          account_class: account.slice(0, 2),
          accounts: [account],
          label,
          funder: account === '741' ? funder : null,
          amount,
        }),
      );
      for (const side of ['expense', 'income'] as const) {
        const rows = column(lines, side);
        const leaves = rows.filter(({ exact }) => exact !== null);
        expect(leaves.reduce((sum, { cents }) => sum + cents, 0)).toBe(budgetOf(lines)[side].total);
        for (const { exact, parts, cents } of rows)
          if (exact === null) expect(parts.reduce((sum, part) => sum + (rows[part]?.cents ?? 0), 0)).toBe(cents);
      }
    }),
  );
});

test('each line of the form has a code of its own', () => {
  expect(new Set(formLines.map(({ code }) => code)).size).toBe(formLines.length);
});
