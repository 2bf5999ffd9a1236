import fc from 'fast-check';
import { readBudget, versionIn } from '../../../src/core/reading/budget.ts';
import { accountsIn, componentsIn } from '../../../src/core/reading/budget/label.ts';
import { funderIn, grantStatusIn } from '../../../src/core/reading/budget/funder.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { sheet } from '../../support/sheet-notation.ts';

function read(drawing: string, title = 'BP 2024') {
  const frame = frameTab(sheet(title, drawing));
  expect(frame.kind).toBe('budget');
  return readBudget(frame);
}

const lines = (drawing: string) =>
  read(drawing).records.map(({ side, level, account_class, label, amount_cents, parent_row }) =>
    [side, level, account_class ?? '-', label, amount_cents / 100, `<${String(parent_row ?? '')}`].join(' '),
  );
const problems = (drawing: string) =>
  read(drawing).findings.map(({ row, column, kind, raw }) => `${String(column)}${String(row)} ${kind} ${String(raw)}`);
const unmatched = (drawing: string) =>
  read(drawing)
    .controls.filter(({ matches }) => !matches)
    .map(({ label, declared, computed }) => [label, declared, computed]);

describe('readBudget()', () => {
  test('two tables side by side are read apart; indented lines belong to the heading above', () => {
    const drawing = `
      BUDGET 2024
      Dépenses | Montant | Recettes | Montant
      60 Achats | =SUM(B4:B5)>3000 | 70 Prestations | 12 000 €
      '  Eau | 1000 | 74 Subventions d'exploitation | 5000
      '  Papeterie | 2000 | '  Région Bretagne (demandée) | 3000
      64 Personnel | 14000 | '  Ville de Rennes : votée | 2000
      TOTAL | =B3+B6>17000 | TOTAL | =SUM(D3;D4)>17000`;
    expect(lines(drawing)).toEqual([
      'expense heading 60 60 Achats 3000 <',
      'expense line 60 Eau 1000 <3',
      'expense line 60 Papeterie 2000 <3',
      'expense line 64 64 Personnel 14000 <',
      'income line 70 70 Prestations 12000 <',
      "income heading 74 74 Subventions d'exploitation 5000 <",
      'income line 74 Région Bretagne (demandée) 3000 <4',
      'income line 74 Ville de Rennes : votée 2000 <4',
    ]);
    const { records, controls, totals } = read(drawing);
    expect(records[6]).toMatchObject({ funder: 'Région Bretagne', desk: null, grant_status: 'requested' });
    expect(records[7]).toMatchObject({ funder: 'Ville de Rennes', grant_status: 'awarded' });
    expect(controls.every(({ matches }) => matches)).toBe(true);
    expect(controls[1]).toMatchObject({ column: 'D', declared_raw: '=SUM(D3,D4)', declared: 1700000 });
    expect(totals).toMatchObject({ balanced: true, gap_cents: 0, grants_cents: 500000 });
  });

  test('one column, one side below the other, accounts in a column, a heading without amount', () => {
    const drawing = `
      Compte | Libellé | Montant
      [grey] CHARGES
      60 | Achats | 3000
      606 | Fournitures | 1000
      604 | Prestations | 2000
      61 | Services extérieurs |
      613 | Locations | 4000
      616 | Assurance | 500
       | TOTAL CHARGES | 7500
      [grey] PRODUITS
      70 | Ventes | 5000
      741 | Ville de Paris DAE | 2500
       | TOTAL PRODUITS | 7500`;
    expect(lines(drawing)).toEqual([
      'expense heading 60 Achats 3000 <',
      'expense line 60 Fournitures 1000 <3',
      'expense line 60 Prestations 2000 <3',
      'expense heading 61 Services extérieurs 4500 <',
      'expense line 61 Locations 4000 <6',
      'expense line 61 Assurance 500 <6',
      'income line 70 Ventes 5000 <',
      'income line 74 Ville de Paris DAE 2500 <',
    ]);
    expect(unmatched(drawing)).toEqual([]);
    expect(read(drawing).totals).toMatchObject({ city_of_paris_cents: 250000, city_share_percent: 33.3333 });
  });

  test('one label for two amounts', () => {
    expect(
      lines(`
        Poste | Dépenses | Recettes
        60 Achats | 1000 |
        61 Loyers | 2000 |
        70 Ventes | | 2500
        74 DRAC (sollicitée) | | 500
        TOTAL | 3000 | 3000`),
    ).toEqual([
      'expense line 60 60 Achats 1000 <',
      'expense line 61 61 Loyers 2000 <',
      'income line 70 70 Ventes 2500 <',
      'income line 74 74 DRAC (sollicitée) 500 <',
    ]);
  });

  test('two-line header: the sides above, the fields of each below', () => {
    const drawing = `
      Budget 2024
      CHARGES | | | PRODUITS | |
      Compte | Libellé | Montant | Compte | Libellé | Montant
      60 | Achats | 6100 | 70 | Ventes | 7000
      61 | Loyers | 1900 | 74 | DRAC | 1000
       | TOTAL | 8000 | | TOTAL | 8000`;
    expect(lines(drawing)).toEqual([
      'expense line 60 Achats 6100 <',
      'expense line 61 Loyers 1900 <',
      'income line 70 Ventes 7000 <',
      'income line 74 DRAC 1000 <',
    ]);
    expect(unmatched(drawing)).toEqual([]);
  });

  test('one table whose header names the first side and the year', () => {
    const drawing = `
      BUDGET PRÉVISIONNEL 2025
      CHARGES | 2025
      60 Achats | 1 000
      64 Personnel | 7 000
      Total charges | 8 000

      PRODUITS | 2025
      70 Ventes | 6 000
      74 Subventions | 2 000
      Total produits | 8 000`;
    expect(lines(drawing)).toEqual([
      'expense line 60 60 Achats 1000 <',
      'expense line 64 64 Personnel 7000 <',
      'income line 70 70 Ventes 6000 <',
      'income line 74 74 Subventions 2000 <',
    ]);
    expect(unmatched(drawing)).toEqual([]);
  });

  test('the year’s forecast is read among several columns of amounts', () => {
    expect(
      lines(`
        Budget prévisionnel 2024
        DEPENSES | BP 2023 | BP 2024 | RECETTES | BP 2023 | BP 2024
        60 - ACHATS | 3 100 € | 3 200 € | 70 - PRESTATIONS | 9 000 € | 9 500 €
        6061 Fluides | 1 100 € | 1 200 € | 7062 Redevances | 8 000 € | 8 500 €
        6064 Papeterie | 2 000 € | 2 000 € | 708 Location salle | 1 000 € | 1 000 €
        64 - SALAIRES | 6 000 € | 6 300 € | |`).map((line) => line.split(' <')[0]),
    ).toEqual([
      'expense heading 60 60 - ACHATS 3200',
      'expense line 60 6061 Fluides 1200',
      'expense line 60 6064 Papeterie 2000',
      'expense line 64 64 - SALAIRES 6300',
      'income heading 70 70 - PRESTATIONS 9500',
      'income line 70 7062 Redevances 8500',
      'income line 70 708 Location salle 1000',
    ]);
  });

  test('subtotals below their lines give them their class', () => {
    const drawing = `
      CHARGES | Montant | PRODUITS | Montant
      Électricité | 800 | Loyers bureaux | 5000
      Eau | 200 | Loyers coworking | 2000
      Sous-total 60 Achats | 1000 | Sous-total 70 | 7000
      Loyer | 4000 | Ville de Nantes demandé | 1500
      Assurance | 500 | DRAC ok | 1000
      S/Total 61 | 4400 | Sous-total 74 | 2500
      Salaires | 4000 | |
      TOTAL CHARGES | 9500 | TOTAL PRODUITS | 9500`;
    const { totals, records } = read(drawing);
    expect(totals).toMatchObject({
      expense_by_class_cents: { '60': 100000, '61': 450000, unclassified: 400000 },
      income_by_class_cents: { '70': 700000, '74': 250000 },
    });
    expect(unmatched(drawing)).toEqual([['S/Total 61', 440000, 450000]]);
    expect(records.find(({ label }) => label.startsWith('Ville'))).toMatchObject({
      funder: 'Ville de Nantes',
      grant_status: 'requested',
    });
  });

  test('accounts at the head of the labels of one table tell the sides', () => {
    const drawing = `
      Libellé | Prévu 2024
      6061 Électricité | 1 200 €
      6132 Loyer | 12 000
      641 Salaires | 30 000
      Total dépenses | 43 200
      706 Loyers des résidents | 38 000
      741 DRAC Bretagne (acquis) | 5 000
      Report 2023 | 200
      Total recettes | 43 200`;
    expect(unmatched(drawing)).toEqual([]);
    expect(read(drawing).totals).toMatchObject({ balanced: true, lines: { expense: 3, income: 3 } });
  });

  test('three levels of accounts nest by their digits and are counted once', () => {
    const drawing = `
      CHARGES | Montant | PRODUITS | Montant
      60 - Achats | 6000 | 70 - Produits | 6000
      606 - Achats non stockés | 4000 | 706 - Prestations | 6000
      6061 - Eau | 1500 | |
      6063 - Petit équipement | 2500 | |
      604 - Prestations | 2000 | |
      TOTAL DES CHARGES | 6000 | TOTAL DES PRODUITS | 6000`;
    expect(lines(drawing).slice(0, 5)).toEqual([
      'expense heading 60 60 - Achats 6000 <',
      'expense heading 60 606 - Achats non stockés 4000 <2',
      'expense line 60 6061 - Eau 1500 <3',
      'expense line 60 6063 - Petit équipement 2500 <3',
      'expense line 60 604 - Prestations 2000 <2',
    ]);
    expect(read(drawing).totals).toMatchObject({ expense_cents: 600000, lines: { expense: 3, headings: 3 } });
  });

  test('without accounts, a bold line worth the lines below it is a heading', () => {
    const drawing = `
      CHARGES | Montant | PRODUITS | Montant
      [bold] Achats | [bold] 3000 | [bold] Ventes | [bold] 12000
      Eau | 1000 | Bureaux | 7000
      Fournitures | 2000 | Coworking | 5000
      [bold] Salaires | [bold] 9000 | |
      TOTAL | 12000 | TOTAL | 12000`;
    expect(lines(drawing)).toEqual([
      'expense heading - Achats 3000 <',
      'expense line - Eau 1000 <2',
      'expense line - Fournitures 2000 <2',
      'expense line - Salaires 9000 <',
      'income heading - Ventes 12000 <',
      'income line - Bureaux 7000 <2',
      'income line - Coworking 5000 <2',
    ]);
    expect(read(drawing).totals).toMatchObject({ expense_by_class_cents: { unclassified: 1200000 } });
  });

  test('what a heading has above its lines becomes « ligne à détailler », and is said', () => {
    const drawing = `
      CHARGES | Montant | PRODUITS | Montant
      60 Achats | 5500 | 70 Ventes | 9500
      '  Eau | 1200 | '  Bureaux | 6500
      '  Gaz | 2300 | '  Coworking | 3000
      64 Personnel | 4000 | |
      TOTAL | 9500 | TOTAL | 9500`;
    expect(lines(drawing).slice(0, 4)).toEqual([
      'expense heading 60 60 Achats 5500 <',
      'expense line 60 ligne à détailler 2000 <2',
      'expense line 60 Eau 1200 <2',
      'expense line 60 Gaz 2300 <2',
    ]);
    expect(problems(drawing)).toEqual(['B2 total_mismatch 5500']);
    expect(unmatched(drawing)).toEqual([['60 Achats', 550000, 350000]]);
    expect(read(drawing).totals).toMatchObject({ expense_cents: 950000, balanced: true });
  });

  test('unnumbered lines beyond what a heading adds up stand for themselves', () => {
    expect(
      lines(`
        CHARGES | Montant | PRODUITS | Montant
        60 Achats | 3000 | 70 Ventes | 9000
        Eau | 1000 | |
        Gaz | 2000 | |
        Divers et imprévus | 6000 | |
        TOTAL | 9000 | TOTAL | 9000`).slice(0, 4),
    ).toEqual([
      'expense heading 60 60 Achats 3000 <',
      'expense line 60 Eau 1000 <2',
      'expense line 60 Gaz 2000 <2',
      'expense line - Divers et imprévus 6000 <',
    ]);
  });

  test('an amount beside the table counts when its heading needs it, and only then', () => {
    const withHeading = (heading: number) => `
      CHARGES | | PRODUITS | |
      62 | 7000 | 70 Ventes | 3000 |
      63 | 500 | 74 Subventions | ${String(heading)} |
      64 | 500 | CNM | 3000 | ASP 500
      65 | 500 | DRAC | 1000 |`;
    const components = (heading: number) =>
      read(withHeading(heading)).records.filter(({ level }) => level === 'component');
    expect(components(4500)).toMatchObject([
      { label: 'ASP', amount_cents: 50000, account_class: '74', funder: 'ASP', parent_row: 3, source_column: 'E' },
    ]);
    expect(components(4000)).toEqual([]);
    expect(problems(withHeading(4000))).toContain('E4 stray_amount ASP 500');
  });

  test('joint accounts stay one line and are said; parts written with their amounts are split', () => {
    const drawing = `
      CHARGES | | PRODUITS |
      63 à 65 | 5000 | 70 Ventes | 5500
      62 honoraires 1000 + com 500 | 1500 | 75 dons 500 et cotis 600 | 1000
      TOTAL | 6500 | TOTAL | 6500`;
    expect(lines(drawing)).toEqual([
      'expense line - 63 à 65 5000 <',
      'expense heading 62 62 honoraires 1000 + com 500 1500 <',
      'expense component 62 honoraires 1000 <3',
      'expense component 62 com 500 <3',
      'income line 70 70 Ventes 5500 <',
      'income line 75 75 dons 500 et cotis 600 1000 <',
    ]);
    expect(problems(drawing)).toEqual(['A2 combined_accounts 63 à 65']);
    expect(read(drawing).totals).toMatchObject({ expense_by_class_cents: { '63-64-65': 500000, '62': 150000 } });
  });

  test('contributions in kind and the result brought forward stand apart from the classes and the rates', () => {
    const drawing = `
      CHARGES | | PRODUITS |
      64 Personnel | 10000 | 70 Ventes | 6000
       | | 74 CNM | 3000
       | | 754 Dons | 500
       | | Report à nouveau 2023 | 500
      TOTAL | 10000 | TOTAL | 10000
      86 Emplois des contributions volontaires | 900 | 87 Contributions volontaires | 900
      864 Bénévolat 50 h x 18 € | 900 | 870 Bénévolat | 900
      TOTAL GÉNÉRAL | 10900 | TOTAL GÉNÉRAL | 10900`;
    expect(unmatched(drawing)).toEqual([]);
    const { totals, records } = read(drawing);
    expect(totals).toMatchObject({
      expense_cents: 1000000,
      income_cents: 1000000,
      income_by_class_cents: { brought_forward: 50000 },
      in_kind_expense_cents: 90000,
      in_kind_income_cents: 90000,
      self_financing_percent: {
        own_income_over_total: 65,
        own_income_plus_report_over_total: 70,
        own_income_over_total_without_report: 68.4211,
        without_donations: 60,
      },
    });
    expect(records.find(({ label }) => label.startsWith('864'))).toMatchObject({
      in_kind: true,
      hours: 50,
      rate_cents: 1800,
      parent_row: 7,
    });
  });

  test('a total that differs from its lines is said with both amounts', () => {
    const drawing = `
      CHARGES | | PRODUITS |
      60 Achats | 1000 | 70 Ventes | 2000
      61 Loyers | 900 | 74 CNM | 500
      62 Divers | 100 | 75 Cotis | 10
      TOTAL | 2000 | TOTAL | 2500`;
    expect(unmatched(drawing)).toEqual([['TOTAL', 250000, 251000]]);
    expect(problems(drawing)).toEqual(['D5 total_mismatch 2500']);
  });

  test('unknown and error amounts keep their line at 0; thousands after a dot are said once', () => {
    const drawing = `
      CHARGES | Montant | PRODUITS | Montant
      60 Achats | 1000 | 70 Ventes | ?
      61 Loyers | #REF! | 74 CNM | '1.500
      62 Divers | 100 | 75 Cotis | '2.500
      64 Salaires | 300 | 76 Livret | 10`;
    expect(problems(drawing)).toEqual(['D2 explicit_unknown ?', 'D3 dot_thousands 1.500']);
    expect(lines(drawing)).toEqual(
      expect.arrayContaining([
        'expense line 61 61 Loyers 0 <',
        'income line 70 70 Ventes 0 <',
        'income line 75 75 Cotis 2500 <',
      ]),
    );
  });

  test('any text in any cell reads without throwing, and both sides add up', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 99_999 }).map(String),
      fc.constantFrom(
        '60 Achats',
        '606',
        '74 Subventions',
        'Report',
        'bénévolat 3h x 4',
        'a 1 + b 2',
        '∅',
        '=SUM(B3:B5)>9',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 5, maxLength: 5 }), { maxLength: 8 }), (rows) => {
        const body = rows.map((row) => row.map((text) => text.replace(/[|\n]/gu, ' ')).join('|'));
        const drawing = ['CHARGES | Montant | PRODUITS | Montant', '60 | 1 | 70 | 1', ...body].join('\n');
        const frame = frameTab(sheet('BP', drawing));
        const { records, totals } = readBudget(frame);
        const leaves = records.filter(({ level, in_kind }) => level !== 'heading' && in_kind !== true);
        const spent = leaves.filter(({ side }) => side === 'expense').reduce((sum, one) => sum + one.amount_cents, 0);
        expect(totals['expense_cents']).toBe(spent);
      }),
      { numRuns: 40 },
    );
  });
});

describe('versionIn()', () => {
  test.each([
    ['BP 2023 V4 def (2)', 'V4 def (2)'],
    ['Budget 2024 - version 2', 'version 2'],
    ['Prévisionnel définitif', 'définitif'],
    ['BP 2025', null],
  ])('« %s » → %s', (title, version) => {
    expect(versionIn(title)).toBe(version);
  });
});

describe('accountsIn()', () => {
  test.each([
    ['60 - Achats', ['60']],
    ['63-64-65', ['63', '64', '65']],
    ['63 à 65', ['63', '64', '65']],
    ['Fournitures (6063+6064)', ['6063', '6064']],
    ['70 h de bénévolat', []],
    ['60 ans du pôle', []],
    ['2023 : bureaux', []],
    ['Bureaux 10m²', []],
  ])('« %s» → %j', (label, codes) => {
    expect(accountsIn(label).codes).toEqual(codes);
  });

  test('the account column wins over the label', () => {
    expect(accountsIn('60 chaises', '6063')).toEqual({ codes: ['6063'], account_class: '60', isClass: false });
  });
});

describe('componentsIn()', () => {
  test('splits only what adds up', () => {
    expect(componentsIn('75 cotis 13860 + dons 1000', 1486000).map(({ label }) => label)).toEqual(['cotis', 'dons']);
    expect(componentsIn('75 cotis 13860 + dons 1000', 1500000)).toEqual([]);
    expect(componentsIn('Min. Culture 22/23 + 23/24', 2500000)).toEqual([]);
  });
});

describe('funderIn()', () => {
  test.each([
    ['Ville DAE', 'Ville de Paris', 'DAE'],
    ['Ville de Lyon - DAC', 'Ville de Lyon', null],
    ['Min. Culture 22/23', 'Ministère de la Culture', null],
    ['DRAC Bretagne', 'Ministère de la Culture', 'DRAC'],
    ['Région IDF', 'Région Île-de-France', null],
    ['Fondation Orange (mécénat)', 'Fondation Orange', null],
    ['coworking', null, null],
  ])('« %s » → %s, %s', (label, funder, desk) => {
    expect(funderIn(label)).toEqual({ funder, desk });
  });
});

describe('grantStatusIn()', () => {
  test('tells what is asked from what is granted', () => {
    expect(['20 000 demandé', '25 000 ok', 'notifiée le 3/4', 'refusé', ''].map((text) => grantStatusIn(text))).toEqual(
      ['requested', 'awarded', 'awarded', null, null],
    );
  });
});
