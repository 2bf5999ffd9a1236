/** « Financements » from the budget’s lines to the last payment: what commands write, and what they refuse. */
import { addGrant } from '../../../src/core/commands/add-grant.ts';
import { allocateGrant } from '../../../src/core/commands/allocate-grant.ts';
import { editGrant } from '../../../src/core/commands/edit-grant.ts';
import { recordInstalment } from '../../../src/core/commands/record-instalment.ts';
import { seedGrants } from '../../../src/core/commands/seed-grants.ts';
import { isEmptyPlan, planOf } from '../../../src/core/plan.ts';
import { readTable } from '../../../src/core/records.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import { grantPartTable, grantTable, instalmentTable } from '../../../src/core/tables/grant.ts';
import { programmeTable } from '../../../src/core/tables/programme.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { budget2023 } from '../../support/budget-fixture.ts';
import { grant, grantPart, granted, instalment, plain, tabOf, wished } from '../../support/grants.ts';

const budget = tabOf(budgetTable, budget2023());
const read = (workbook: Workbook) => readTable(grantTable, workbook[grantTable.tab]).records;
const lines = (workbook: Workbook) => readTable(budgetTable, workbook[budgetTable.tab]).records;
const parts = (workbook: Workbook) => readTable(grantPartTable, workbook[grantPartTable.tab]).records;

test('the six subventions of the 2023 budget become grants, DGMIC with its whole awards; doing it again changes nothing', () => {
  const wish = wished(seedGrants, budget, {});
  const after = granted(budget, wish);
  expect(
    read(after).map(({ funder, desk, requested, period_start: start }) => [funder, desk, requested, start]),
  ).toEqual([
    ['Ville de Paris', 'DAE', 2_000_000, '2023-01-01'],
    ['Ville de Paris', 'DAC', 1_500_000, '2023-01-01'],
    ['Ministère de la Culture', null, 2_500_000, '2022-09-01'],
    ['Ministère de la Culture', null, 2_500_000, '2023-09-01'],
    ['CNM', null, 690_000, '2023-01-01'],
    ['ASP', null, 60_000, '2023-01-01'],
  ]);
  expect(parts(after).map(({ amount }) => amount)).toEqual([2_000_000, 1_500_000, 1_666_700, 833_300, 690_000, 60_000]);
  expect(plain(wish.summary[0] ?? '')).toBe(
    '6 subventions du budget entrent dans « Financements » : 92 500 € en tout.',
  );
  expect(wished(seedGrants, after, {}).summary).toEqual([
    'Toutes les subventions du budget sont déjà dans « Financements ».',
  ]);
  expect(isEmptyPlan(planOf(after, wished(seedGrants, after, {}).tabs))).toBe(true);
});

test('a grant already typed by hand is not doubled: its line is named', () => {
  const typed = {
    ...budget,
    ...tabOf(grantTable, [grant({ funder: 'VDP', desk: 'DAE', purpose: 'Ville de Paris - DAE (sollicitée)' })]),
  };
  const wish = wished(seedGrants, typed, {});
  expect(wish.problems.map(({ kind, raw }) => [kind, raw])).toEqual([['grant_known', 'BUD-0038']]);
  expect(read(granted(typed, wish))).toHaveLength(6);
});

test('a new request says when its report is due, and that this day is a Sunday', () => {
  const wish = wished(
    addGrant,
    {},
    {
      funder: 'CNM',
      purpose: 'Égalité',
      project: 'CRESC',
      requested: 690_000,
      period_start: '2023-01-01',
      period_end: '2023-12-31',
    },
  );
  expect(wish.summary.map(plain)).toEqual([
    '« CNM – Égalité » s’ajoute à « Financements » : 6 900 €, sollicitée.',
    'Compte rendu financier à envoyer avant le 30/06/2024, six mois après la fin de l’exercice.',
    'La date du compte rendu (30/06/2024) est un dimanche : visez le 28/06/2024, dernier jour ouvré avant.',
  ]);
});

test.each([
  [{ funder: ' ' }, 'Donnez le nom du financeur'],
  [{ funder: 'CNM', period_start: '2023-13-01' }, 'n’est pas une date'],
  [{ funder: 'CNM', period_start: '2023-09-01', period_end: '2023-08-31' }, 'La période finit (31/08/2023) avant'],
  [{ funder: 'CNM', project: 'CRESSENDO' }, 'Le programme « CRESSENDO » n’est pas dans « Programmes »'],
  [{ funder: 'Mairie de Paris', desk: 'dae', period_start: '2023-01-01' }, 'existe déjà (FIN-0001)'],
])('%o is refused', (input, why) => {
  const workbook = {
    ...tabOf(grantTable, [grant({ desk: 'DAE' })]),
    ...tabOf(programmeTable, [{ ...blank(programmeTable, 'PRG-0001'), code: 'CRESC', name: 'Crescendo' }]),
  };
  expect(plain(wished(addGrant, workbook, input).refusal)).toContain(why);
});

test('a negative amount never passes the form', () => {
  expect(() => wished(addGrant, {}, { funder: 'CNM', requested: -100 })).toThrow();
});

test('a grant is awarded less than asked: the change is told, and that the budget does not follow by itself', () => {
  const workbook = {
    ...budget,
    ...tabOf(grantTable, [grant({ requested: 2_000_000, desk: 'DAE' })]),
    ...tabOf(grantPartTable, [grantPart({ year: 2023, amount: 2_000_000, line: 'BUD-0038' })]),
  };
  const wish = wished(editGrant, workbook, { id: 'FIN-0001', state: 'awarded', awarded: 1_800_000 });
  expect(wish.summary.map(plain)).toEqual([
    'Ville de Paris – DAE – État : sollicitée → attribuée.',
    'Ville de Paris – DAE – Attribué : vide → 18 000 €.',
    'Le budget compte encore 20 000 € pour ce financement (BUD-0038) : utilisez « Inscrire au budget » pour le mettre à jour.',
  ]);
  const after = granted(workbook, wish);
  const next = wished(allocateGrant, after, { grant: 'FIN-0001' });
  expect(next.summary.map(plain)).toContain('La ligne BUD-0038 de « Budget » passe de 20 000 € à 18 000 €.');
  const line = lines(granted(after, next)).find(({ id }) => id === 'BUD-0038');
  expect(line).toMatchObject({ amount: 1_800_000, grant_status: 'awarded', computation: 'FIN-0001, part 2023' });
});

test('a grant that is not there is refused, not skipped', () => {
  expect(plain(wished(editGrant, {}, { id: 'FIN-0009' }).refusal)).toContain('« FIN-0009 » n’est plus');
  expect(plain(wished(allocateGrant, {}, { grant: 'FIN-0009' }).refusal)).toContain('n’est plus');
  expect(plain(wished(recordInstalment, {}, { grant: 'FIN-0009' }).refusal)).toContain('n’est plus');
});

const dgmic = grant({
  funder: 'Ministère de la Culture',
  desk: 'DGMIC',
  project: 'ACCOMP',
  requested: 2_500_000,
  period_start: '2022-09-01',
  period_end: '2023-08-31',
  allocation: 'months',
});

test('two lines may carry the part of 2023: she is asked which, and 16 667 € go there', () => {
  const workbook = { ...budget, ...tabOf(grantTable, [dgmic]) };
  const ask = wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2023 });
  expect(ask.questions.map(({ id, answer, choices }) => [id, answer, choices.map(({ value }) => value)])).toEqual([
    ['line', null, ['BUD-0040', 'BUD-0041', 'new']],
  ]);
  expect(ask.tabs).toEqual({});
  const wish = wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2023, answers: { line: 'BUD-0040' } });
  expect(parts(granted(workbook, wish))).toMatchObject([{ year: 2023, amount: 1_666_700, line: 'BUD-0040' }]);
});

test('a part of a year without budget is kept, without a line', () => {
  const workbook = { ...budget, ...tabOf(grantTable, [dgmic]) };
  const wish = wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2022 });
  expect(plain(wish.summary[1] ?? '')).toContain('n’a pas (encore) de lignes pour 2022');
  expect(parts(granted(workbook, wish))).toMatchObject([{ year: 2022, amount: 833_300, line: null }]);
});

test('the same grant in two projects is never counted for more than its amount', () => {
  const workbook = {
    ...budget,
    ...tabOf(grantTable, [grant({ requested: 2_000_000, allocation: 'manual' })]),
    ...tabOf(grantPartTable, [grantPart({ year: 2023, project: 'CRESC', amount: 1_500_000, line: 'BUD-0038' })]),
  };
  const wish = wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2023, project: 'CLUB', amount: 600_000 });
  expect(plain(wish.refusal)).toBe(
    '6 000 € dépassent ce qui reste de « Ville de Paris » : son montant est 20 000 €, dont 15 000 € déjà inscrits (2023, CRESC, BUD-0038). Il reste 5 000 €.',
  );
  const fits = wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2023, project: 'CLUB', amount: 500_000 });
  expect(plain(fits.summary[1] ?? '')).toMatch(/^Une ligne s’ajoute à « Budget » : BUD-\d+\.$/u);
  expect(lines(granted(workbook, fits)).at(-1)).toMatchObject({
    project: 'CLUB',
    amount: 500_000,
    account_class: '74',
    year: 2023,
  });
});

test('more than the months of the year is refused while months decide, and a refused grant never enters', () => {
  const workbook = { ...budget, ...tabOf(grantTable, [dgmic]) };
  expect(plain(wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2022, amount: 900_000 }).refusal)).toContain(
    'dépassent la part de 2022 au prorata des mois (8 333 € encore libres)',
  );
  const refused = { ...budget, ...tabOf(grantTable, [{ ...dgmic, state: 'refused' as const }]) };
  expect(plain(wished(allocateGrant, refused, { grant: 'FIN-0001' }).refusal)).toContain('est « refusée »');
  expect(plain(wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 2030 }).refusal)).toContain(
    'Il ne reste rien',
  );
  expect(plain(wished(allocateGrant, workbook, { grant: 'FIN-0001', year: 30 }).refusal)).toContain(
    'n’est pas une année',
  );
});

test('payments lead from « attribuée » to « versée », and never beyond the award', () => {
  const workbook = tabOf(grantTable, [grant({ state: 'awarded', requested: 2_000_000, awarded: 2_000_000 })]);
  const pay = (on: Workbook, input: object) => wished(recordInstalment, on, { grant: 'FIN-0001', ...input });
  const first = pay(workbook, { label: 'Acompte', amount: 1_000_000, received_on: '2023-06-15' });
  expect(first.summary.map(plain)).toEqual([
    '10 000 € reçus de « Ville de Paris » le 15/06/2023.',
    'Reçu en tout : 10 000 € sur 20 000 € ; il reste 10 000 € à recevoir.',
    'Son état devient « versée en partie ».',
  ]);
  const half = granted(workbook, first);
  expect(plain(pay(half, { label: 'Solde', amount: 1_200_000, due_on: '2023-12-15' }).refusal)).toContain(
    'feraient 22 000 €, plus que son montant (20 000 €). Déjà notés : 10 000 €.',
  );
  const due = granted(half, pay(half, { label: 'Solde', amount: 1_000_000, due_on: '2023-12-15' }));
  const paid = granted(due, pay(due, { id: 'ECF-0002', received_on: '2023-12-20' }));
  expect(read(paid)[0]?.state).toBe('paid');
  expect(readTable(instalmentTable, paid[instalmentTable.tab]).records).toMatchObject([
    { label: 'Acompte', received_on: '2023-06-15' },
    { label: 'Solde', due_on: '2023-12-15', received_on: '2023-12-20' },
  ]);
});

test.each([
  [{ due_on: '2023-12-15' }, 'Indiquez le montant'],
  [{ amount: 100_000 }, 'Indiquez quand'],
  [{ amount: 100_000, due_on: '2023-09-01', label: 'acompte' }, 'déjà noté (ECF-0001)'],
  [{ amount: 100_000, due_on: 'demain' }, 'n’est pas une date'],
  [{ id: 'ECF-0009', amount: 100 }, 'n’est plus parmi ceux de'],
])('the payment %o is refused', (input, why) => {
  const workbook = {
    ...tabOf(grantTable, [grant({ requested: 2_000_000 })]),
    ...tabOf(instalmentTable, [instalment({ label: 'Acompte', amount: 100_000, due_on: '2023-09-01' })]),
  };
  expect(plain(wished(recordInstalment, workbook, { grant: 'FIN-0001', ...input }).refusal)).toContain(why);
});

test('a column that went stops every command with its name and the cure', () => {
  const grid = (tabOf(grantTable, [grant({})])[grantTable.tab] ?? []).map((row, index) =>
    index === 0 ? row.map((cell) => (cell === 'État' ? 'Statut perdu' : cell)) : row,
  );
  expect(plain(wished(addGrant, { [grantTable.tab]: grid }, { funder: 'CNM' }).refusal)).toContain(
    'il manque « État »',
  );
});
