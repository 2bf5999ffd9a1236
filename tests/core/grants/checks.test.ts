/** Thresholds, caps, shares and dates of grants: each with its row, column and cure; and what the week and the view show. */
import { grantProblems } from '../../../src/core/grants/checks.ts';
import { readGrants } from '../../../src/core/grants/read.ts';
import { blank } from '../../../src/core/stays/desk.ts';
import { budgetTable } from '../../../src/core/tables/budget-line.ts';
import { grantPartTable, grantTable, instalmentTable } from '../../../src/core/tables/grant.ts';
import type { Grant } from '../../../src/core/tables/grant.ts';
import { programmeTable } from '../../../src/core/tables/programme.ts';
import { grantsView } from '../../../src/core/views/grants.ts';
import type { GrantsView } from '../../../src/core/views/grants.ts';
import { grantsPart } from '../../../src/core/week/grants.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { seedGrants } from '../../../src/core/commands/seed-grants.ts';
import { budget2023 } from '../../support/budget-fixture.ts';
import { grant, grantPart, granted, instalment, plain, stateOf, tabOf, wished } from '../../support/grants.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const city = (id: string, desk: string, requested: number, parts: Partial<Grant> = {}) =>
  grant({ id, desk, purpose: desk, requested, ...parts });

function problems(workbook: Workbook): (readonly [string, string])[] {
  const ground = {
    all: readGrants(stateOf(workbook)),
    workbook,
    lines: budget2023(),
    year: 2023,
    today: moment.today,
  };
  return grantProblems(ground).map(({ kind, message }) => [kind, plain(message)] as const);
}

test('DAE and DAC are one administration: 35 000 € expect an agreement though neither passes 23 000 € alone', () => {
  const workbook = tabOf(grantTable, [city('FIN-0001', 'DAE', 2_000_000), city('FIN-0002', 'DAC', 1_500_000)]);
  expect(problems(workbook)).toEqual([
    [
      'agreement_expected',
      'Ville de Paris : 35 000 € pour 2023, plus de 23 000 € : une convention est à prévoir (FIN-0001 DAE 20 000 € et FIN-0002 DAC 15 000 €). Notez sa date dans « Convention signée le ».',
    ],
  ]);
  const signed = tabOf(grantTable, [
    city('FIN-0001', 'DAE', 2_000_000, { agreement_on: '2023-04-01' }),
    city('FIN-0002', 'DAC', 1_500_000, { state: 'agreement_signed', awarded: 1_500_000 }),
  ]);
  expect(problems(signed)).toEqual([]);
});

test('above 153 000 € of public money an auditor is compulsory; private money does not count', () => {
  const kinds = (parts: Partial<Grant>) =>
    problems(tabOf(grantTable, [city('FIN-0001', 'DAE', 15_300_100, { agreement_on: '2023-01-01', ...parts })])).map(
      ([kind]) => kind,
    );
  expect(kinds({})).toEqual(['audit_threshold']);
  expect(kinds({ requested: 15_300_000 })).toEqual([]);
  expect(kinds({ funder: 'Fondation Untel' })).toEqual([]);
  expect(kinds({ is_public: false })).toEqual([]);
});

test('public money above four fifths of Crescendo, and above the 60 % of its funder', () => {
  const found = problems(tabOf(grantTable, [grant({ funder: 'CNM', project: 'CRESC', requested: 950_000, rate: 60 })]));
  expect(found).toEqual([
    [
      'rate_exceeded',
      'Onglet « Financements », ligne 2, colonne « Taux (%) » : 9 500 € pour 2023 dépassent 60 % du budget du programme (11 500 €), soit 6 900 €. Corrigez le montant, le taux ou les lignes du programme.',
    ],
    [
      'public_share',
      'Onglet « Financements », ligne 2, colonne « Programme » : l’argent public paie 82,61 % du programme « CRESC » (9 500 € sur 11 500 €), plus de 80 % : « CNM ». Prévoyez d’autres ressources, ou complétez ses dépenses dans « Budget ».',
    ],
  ]);
  expect(
    problems(tabOf(grantTable, [grant({ funder: 'CNM', project: 'CRESC', requested: 690_000, rate: 60 })])),
  ).toEqual([]);
});

test('what was typed in the tab by hand is located: negative, reversed, unknown programme, over its cap, award missing', () => {
  const workbook = {
    ...tabOf(grantTable, [
      grant({ requested: -5_000, period_start: '2023-09-01', period_end: '2023-08-31', project: 'CRESSENDO' }),
      grant({ id: 'FIN-0002', funder: 'CNM', requested: 1_200_000, cap: 1_000_000 }),
      grant({ id: 'FIN-0003', funder: 'SACEM', state: 'awarded', requested: 1_000 }),
    ]),
    ...tabOf(programmeTable, [{ ...blank(programmeTable, 'PRG-0001'), code: 'CRESC', name: 'Crescendo' }]),
    ...tabOf(grantPartTable, [grantPart({ grant: 'FIN-0007', amount: -100 })]),
    ...tabOf(instalmentTable, [instalment({ grant: 'FIN-0003', amount: -1 })]),
  };
  const found = problems(workbook);
  expect(found.map(([kind]) => kind)).toEqual([
    'negative_amount',
    'unknown_programme',
    'period_reversed',
    'cap_exceeded',
    'award_missing',
    'dead_link',
    'negative_amount',
    'negative_amount',
  ]);
  expect(found[0]?.[1]).toBe(
    'Onglet « Financements », ligne 2, colonne « Demandé » : −50 € est négatif. Tapez le montant sans signe.',
  );
  expect(found[5]?.[1]).toContain('Onglet « Parts des financements », ligne 2, colonne « Financement »');
});

test('an award over two years without parts, with parts that are not all there, or with too many', () => {
  const award = grant({ funder: 'CNM', requested: 2_000_000, period_start: '2023-09-01', period_end: '2024-08-31' });
  const kinds = (more: Workbook, parts: Partial<Grant> = {}) =>
    problems({ ...tabOf(grantTable, [{ ...award, ...parts }]), ...more }).map(([kind]) => kind);
  expect(kinds({})).toEqual(['parts_missing']);
  expect(kinds({}, { allocation: 'months' })).toEqual([]);
  expect(kinds(tabOf(grantPartTable, [grantPart({ year: 2023, amount: 500_000 })]))).toEqual(['parts_incomplete']);
  expect(kinds(tabOf(grantPartTable, [grantPart({ year: 2023, amount: 2_100_000 })]))).toEqual(['grant_overallocated']);
});

test('a deadline on a Sunday proposes the Friday before', () => {
  expect(problems(tabOf(grantTable, [grant({ funder: 'CNM', deadline: '2023-11-26' })]))).toEqual([
    [
      'closed_day',
      'Onglet « Financements », ligne 2, colonne « Date limite de dépôt » : le 26/11/2023 est un dimanche. Visez le 24/11/2023, dernier jour ouvré avant.',
    ],
  ]);
});

test('the week shows the file to send, the report due and the late payment, each when its time comes', () => {
  const workbook = {
    ...tabOf(grantTable, [
      grant({ id: 'FIN-0001', state: 'envisaged', deadline: '2023-05-18' }),
      grant({ id: 'FIN-0002', funder: 'CNM', state: 'paid', report_due: '2023-06-30' }),
      grant({ id: 'FIN-0003', funder: 'ASP', state: 'awarded', report_due: '2023-07-30' }),
      grant({ id: 'FIN-0004', funder: 'ASP', state: 'paid', report_due: '2023-05-01', reported_on: '2023-04-20' }),
    ]),
    ...tabOf(instalmentTable, [
      instalment({ grant: 'FIN-0003', amount: 60_000, due_on: '2023-03-31' }),
      instalment({ id: 'ECF-0002', grant: 'FIN-0003', amount: 60_000, due_on: '2023-06-30' }),
    ]),
  };
  expect(
    grantsPart
      .steps(stateOf(workbook), moment)
      .map(({ title, text, tone, urgency }) => [title, plain(text), tone, urgency]),
  ).toEqual([
    [
      'Dossier à déposer',
      'Ville de Paris : la campagne ferme le 18/05/2023, dans 6 jours. Ce jour-là est fermé : visez le 17/05/2023.',
      'urgent',
      6,
    ],
    ['Compte rendu financier à envoyer', 'CNM : il est dû le 30/06/2023, dans 49 jours.', 'normal', 49],
    [
      'Versement en retard',
      'ASP : 600 € attendus le 31/03/2023. Relancez le financeur, ou notez la somme reçue.',
      'urgent',
      0,
    ],
  ]);
});

test('the view lists funders with their totals, desks together, and what the budget still holds', () => {
  const budget = tabOf(budgetTable, budget2023());
  const look = (workbook: Workbook) => grantsView.view(stateOf(workbook), {}, moment) as GrantsView;
  expect(look(budget)).toMatchObject({ year: 2023, funders: [], seedable: 6 });
  const view = look(granted(budget, wished(seedGrants, budget, {})));
  expect(
    view.funders.map(({ funder, requested, awarded, grants }) => [funder, requested, awarded, grants.length]),
  ).toEqual([
    ['Ville de Paris', 3_500_000, 0, 2],
    ['Ministère de la Culture', 5_000_000, 0, 2],
    ['CNM', 690_000, 0, 1],
    ['ASP', 60_000, 0, 1],
  ]);
  expect(view.publicTotal).toBe(6_750_000);
  expect(view.seedable).toBe(0);
  expect(view.funders[1]?.grants.map(({ part, lines }) => [part, lines])).toEqual([
    [1_666_700, ['BUD-0040']],
    [833_300, ['BUD-0041']],
  ]);
});
