/** « Compte rendu financier » as the spreadsheet calculates it: fixture B6 of the facts, to the euro and the tenth of a percent. */
import { buildGrantReport } from '../../src/core/commands/build-grant-report.ts';
import { REPORT_SHEET } from '../../src/core/grants/report-sheet.ts';
import { readTable } from '../../src/core/records.ts';
import { apply } from '../../src/core/shell.ts';
import { blank } from '../../src/core/stays/desk.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import { entryTable } from '../../src/core/tables/entry.ts';
import { grantPartTable, grantTable } from '../../src/core/tables/grant.ts';
import { reportLineTable } from '../../src/core/tables/report-line.ts';
import type { Shown, Workbook } from '../../src/core/workbook.ts';
import { budget2023 } from '../support/budget-fixture.ts';
import { grant, grantPart, plain, tabOf, wished } from '../support/grants.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

const entry = (id: number, account: string | null, debit: number, parts: object = {}) => ({
  ...blank(entryTable, `ECR-000${id}`),
  date: '2023-10-05',
  label: 'Dépense',
  debit: debit * 100,
  account,
  project: 'CRESC',
  ...parts,
});

const crescendo: Workbook = {
  ...tabOf(budgetTable, budget2023()),
  ...tabOf(entryTable, [
    entry(1, '6226', 2000),
    entry(2, '6226', 1080),
    entry(3, '623', 1610),
    entry(4, '6257', 4018),
    entry(5, '6411', 2250),
    entry(6, '6226', 900, { project: 'CLUB' }),
    entry(7, '6226', 700, { date: '2022-12-31' }),
    entry(8, '512', 5000),
  ]),
  ...tabOf(grantTable, [
    grant({
      funder: 'CNM',
      purpose: 'Égalité F/H',
      project: 'CRESC',
      state: 'agreement_signed',
      requested: 690_000,
      awarded: 690_000,
      rate: 60,
      rate_is_cap: true,
    }),
  ]),
  ...tabOf(grantPartTable, [grantPart({ year: 2023, project: 'CRESC', amount: 690_000, line: 'BUD-0042' })]),
};

function built(workbook: Workbook): LocalHost {
  const host = localHost(workbook);
  build(host);
  return host;
}

function build(host: LocalHost): void {
  const run = {
    command: buildGrantReport,
    input: { grant: 'FIN-0001', year: 2023 },
    moment: { today: '2024-03-01', time: '10:00' },
    known: null,
  };
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
}

function rows(host: LocalHost): readonly (readonly Shown[])[] {
  return host.snapshot().tabs.find(({ title }) => title === REPORT_SHEET)?.shown ?? [];
}

/** The line of that account or label: forecast, actual, difference, difference in percent, completion in percent. */
function figures(host: LocalHost, name: string): unknown[] {
  const row = rows(host).find((cells) => cells[0] === name || cells[1] === name) ?? [];
  const tenth = (cell: Shown | undefined) => (typeof cell === 'number' ? Math.round(cell * 1000) / 10 : cell);
  return [row[2], row[3], row[4], tenth(row[5]), tenth(row[6])];
}

test('the report of Crescendo 2023 is the one of the facts, line by line', () => {
  const host = built(crescendo);
  expect(figures(host, '622')).toEqual([3300, 3080, -220, -6.7, 93.3]);
  expect(figures(host, '623')).toEqual([1480, 1610, 130, 8.8, 108.8]);
  expect(figures(host, '625')).toEqual([4470, 4018, -452, -10.1, 89.9]);
  expect(figures(host, '641')).toEqual([2250, 2250, 0, 0, 100]);
  expect(figures(host, 'TOTAL DES CHARGES')).toEqual([11500, 10958, -542, -4.7, 95.3]);
  expect(figures(host, 'CNM')).toEqual([6900, 6575, -325, -4.7, 95.3]);
  expect(figures(host, 'Ressources propres affectées')).toEqual([4600, 4383, -217, -4.7, 95.3]);
  expect(figures(host, 'TOTAL DES PRODUITS')).toEqual([11500, 10958, -542, -4.7, 95.3]);
  const texts = rows(host)
    .flat()
    .map((cell) => (typeof cell === 'string' ? plain(cell) : ''));
  expect(texts).toContain('Équilibré : le total des charges est égal au total des produits.');
  expect(texts).toContain(
    'La subvention de 6 900 € représente 60 % du total des produits prévus ; réalisée à 6 575 €, elle représente 60 % du total des produits réalisés (montant / total des produits x 100).',
  );
  expect(texts.filter((text) => text === 'À commenter')).toHaveLength(1);
});

test('what she types beside a line replaces the entries at once, and her comment is printed', () => {
  const host = built(crescendo);
  const tab = host.snapshot().tabs.find(({ title }) => title === reportLineTable.tab);
  const lines = readTable(reportLineTable, tab?.entered).rowOf;
  const records = readTable(reportLineTable, tab?.entered).records;
  const line = records.find(({ about }) => about === '625');
  const column = (field: string) => reportLineTable.columns.findIndex((one) => one.field === field);
  const cell = (field: string, userEnteredValue: object) => ({
    updateCells: {
      start: { sheetId: tab?.sheetId, rowIndex: lines.get(line?.id ?? ''), columnIndex: column(field) },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  });
  host.edit([cell('actual', { numberValue: 4470 }), cell('comment', { stringValue: 'Une facture reçue en janvier.' })]);
  expect(figures(host, '625')).toEqual([4470, 4470, 0, 0, 100]);
  expect(figures(host, 'TOTAL DES CHARGES').slice(0, 2)).toEqual([11500, 11410]);
  expect(figures(host, 'CNM').slice(0, 2)).toEqual([6900, 6846]);
  expect(rows(host).flat()).toContain('Une facture reçue en janvier.');
});

test('an expense that nobody forecast is « n.s. », never a division error; an amount that stands does not follow', () => {
  const host = built({
    ...crescendo,
    ...tabOf(entryTable, [entry(1, '626', 50)]),
    ...tabOf(grantTable, [
      grant({
        funder: 'CNM',
        purpose: 'Égalité F/H',
        project: 'CRESC',
        requested: 690_000,
        rate: 60,
        rate_is_cap: false,
      }),
    ]),
  });
  expect(figures(host, '626')).toEqual([0, 50, 50, 'n.s.', 'n.s.']);
  expect(figures(host, 'CNM').slice(0, 2)).toEqual([6900, 6900]);
  expect(
    rows(host)
      .flat()
      .filter((cell) => typeof cell === 'object' && cell !== null),
  ).toEqual([]);
});

test('built again with nothing new, nothing changes', () => {
  const host = built(crescendo);
  const before = host.workbook();
  const wish = wished(buildGrantReport, before, { grant: 'FIN-0001', year: 2023 });
  expect(wish.refusal).toBeNull();
  const run = {
    command: buildGrantReport,
    input: { grant: 'FIN-0001', year: 2023 },
    moment: { today: '2024-05-01', time: '10:00' },
    known: null,
  };
  host.run(apply(run, null, 'moi'));
  expect(host.workbook()[REPORT_SHEET]).toEqual(before[REPORT_SHEET]);
});

test('an entry of the programme without account is named with its cure', () => {
  const wish = wished(
    buildGrantReport,
    { ...crescendo, ...tabOf(entryTable, [entry(1, null, 10)]) },
    { grant: 'FIN-0001', year: 2023 },
  );
  expect(wish.problems.map(({ kind, message }) => [kind, plain(message)])).toEqual([
    [
      'entry_without_account',
      'Onglet « Réalisé » : une écriture du programme n’a pas de compte (ECR-0001) et ne compte dans aucune ligne. Remplissez « Compte », puis reconstruisez.',
    ],
  ]);
});

test.each([
  [{ grant: 'FIN-0009' }, {}, '« FIN-0009 » n’est plus'],
  [{ grant: 'FIN-0001' }, tabOf(grantTable, [grant({})]), 'n’a pas de programme'],
  [{ grant: 'FIN-0001', year: 2030 }, {}, 'n’a pas de lignes pour 2030'],
  [{ grant: 'FIN-0001' }, tabOf(grantTable, [grant({ project: 'RIEN' })]), 'n’ont de charge du programme « RIEN »'],
])('the report of %o is refused with the reason', (input, more, why) => {
  expect(plain(wished(buildGrantReport, { ...crescendo, ...more }, input).refusal)).toContain(why);
});
