import fc from 'fast-check';
import { readActuals } from '../../../src/core/reading/actuals.ts';
import { accountOf, categoryMap } from '../../../src/core/reading/actuals/category.ts';
import { EMPTY_DIRECTORY } from '../../../src/core/reading/directory.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { sheet } from '../../support/sheet-notation.ts';

const context = { year: 2024, today: '2024-05-12', directory: EMPTY_DIRECTORY };

function read(drawing: string) {
  const frame = frameTab(sheet('Compta', drawing));
  expect(frame.kind).toBe('actuals');
  return readActuals(frame, context);
}

const problems = (drawing: string) =>
  read(drawing).findings.map(({ row, column, kind, raw }) => `${String(column)}${String(row)} ${kind} ${String(raw)}`);

describe('readActuals()', () => {
  test('columns in another order, another incubator’s words', () => {
    const { records } = read(`
      Imputation | Libellé opération | Recettes | Dépenses | Date opération | Solde
      Loyers | Virement bailleur | | 1 250,00 € | 02/01/2024 | 8 750,00
      756 adhésions | Chèque Studio X | 110 | | @2024-01-03 | 8860
      Énergie | EDF | | 85.5 | 5/1 |`);
    expect(records).toMatchObject([
      { debit_cents: 125_000, credit_cents: null, account_code: '6132', balance_cents: 875_000, category: 'Loyers' },
      { debit_cents: null, credit_cents: 11_000, account_code: '756', date: { value: '2024-01-03' } },
      { debit_cents: 8550, account_code: '6061', date: { value: '2024-01-05' }, date_derived: true },
    ]);
  });

  test('one signed column of amounts is split by side', () => {
    const drawing = `
      Date | Libellé | Montant | Catégorie
      02/01/2024 | Loyer | -890 | loyer
      03/01/2024 | Cotisation | 110,00 € | cotisation`;
    expect(read(drawing).records).toMatchObject([
      { debit_cents: 89_000, credit_cents: null },
      { debit_cents: null, credit_cents: 11_000 },
    ]);
    expect(problems(drawing)).toEqual([]);
  });

  test('the opening balance above the table leads to the closing one', () => {
    const { metadata, totals } = read(`
      Journal de banque 2024
      Solde au 31/12/2023 : | | 10 000,00 €

      Date | Libellé | Débit | Crédit | Catégorie
      02/01/2024 | Loyer | 890 | | loyer
      03/01/2024 | Don | | 50,50 | don`);
    expect(metadata).toEqual({ opening_balance_cents: 1_000_000, opening_date: '2023-12-31' });
    expect(totals).toMatchObject({
      entries: 2,
      debit_cents: 89_000,
      credit_cents: 5050,
      closing_balance_computed_cents: 916_050,
      by_account: { '6132': { debit_cents: 89_000, credit_cents: 0, entries: 1 }, '7541': { entries: 1 } },
      first_date: '2024-01-02',
      last_date: '2024-01-03',
    });
  });

  test('without an opening balance there is no closing one', () => {
    const { metadata, totals } = read(`
      Date | Libellé | Débit | Crédit | Catégorie
      02/01/2024 | Loyer | 890 | | loyer`);
    expect(metadata).toEqual({});
    expect(totals['closing_balance_computed_cents']).toBeNull();
  });

  test('sections are months', () => {
    const { sections } = read(`
      Date | Libellé | Débit | Crédit | Catégorie
      [grey] JANVIER
      02/01/2024 | Loyer | 890 | | loyer
      [grey] DÉCEMBRE 2023
      02/12/2023 | Loyer | 890 | | loyer`);
    expect(sections?.map(({ month }) => month)).toEqual(['2024-01', '2023-12']);
  });

  test('what is doubtful is said and kept', () => {
    const drawing = `
      Date | Libellé | Débit | Crédit | Catégorie
      31/04/2024 | Taxi | ? | | déplacement
      02/01/2024 | Avoir | (45,00) | | EDF
      idem | Divers | 12 | | ?
      04/01/2024 | Chèque | | 250€ |
      05/01/2024 | Virement | 192.5 | | redevance
      06/01/2024 | Vers livret | 3000 | | virement interne
      07/01/2034 | Loyer | '15.000 | | loyer
      08/01/2024 | Loyer | 15.500 + charges | | loyer`;
    expect(problems(drawing)).toEqual([
      'A2 invalid_date 31/04/2024',
      'C2 explicit_unknown ?',
      'C3 negative_amount (45,00)',
      'A4 derived_from_above idem',
      'E4 category_unknown ?',
      'E5 category_missing null',
      'C6 side_mismatch 192.5',
      'E7 category_unknown virement interne',
      'A8 implausible_date 07/01/2034',
      'C8 dot_thousands 15.000',
      'C9 money_with_text 15.500 + charges',
    ]);
    expect(read(drawing).records.map(({ debit_cents }) => debit_cents)).toEqual([
      null,
      -4500,
      1200,
      null,
      19_250,
      300_000,
      1_500_000,
      1_550_000,
    ]);
  });

  test('the same day, label and amount twice is a probable duplicate, kept', () => {
    const { records, findings } = read(`
      Date | Libellé | Débit | Crédit | Catégorie
      16/03/2024 | CONSULT avocat | 450 | | honoraires
      16/03/2024 | Consult avocat | 450,00 | | 6226
      16/03/2024 | Consult avocat | | 450 | 706`);
    expect(records.map(({ duplicate_of_row }) => duplicate_of_row)).toEqual([undefined, 2, undefined]);
    expect(findings).toEqual([
      {
        row: 3,
        column: 'B',
        kind: 'duplicate_row',
        raw: 'Consult avocat',
        details: { of_row: 2, evidence: ['date', 'label', 'amount'] },
      },
    ]);
  });

  test('a total that skips amounts typed as text does not match', () => {
    const { controls } = read(`
      Date | Libellé | Débit | Crédit | Catégorie
      02/01/2024 | Loyer | 890 | | loyer
      03/01/2024 | EDF | 85,50 € | | EDF
      TOTAL JANVIER | | =SUM(C2:C3)>890 | =SUM(D2:D3)>0 |`);
    expect(controls).toMatchObject([
      { column: 'C', what: 'amount_cents', declared: 89_000, computed: 97_550, matches: false },
      { column: 'D', declared: 0, computed: 0, matches: true },
    ]);
  });

  test('entries of a programme with a grant of its own carry its code', () => {
    const { records } = read(`
      Date | Libellé | Débit | Crédit | Catégorie
      02/01/2024 | SNCF Bourges (Crescendo) | 98 | | mission
      03/01/2024 | Club MILA intervenant | 250 | | intervenant
      04/01/2024 | DRAC subvention co-dev | | 2000 | subvention
      05/01/2024 | Coach codev | 300 | | intervenant`);
    expect(records.map(({ project }) => project)).toEqual(['CRESC', null, 'CODEV', 'CODEV']);
  });

  test('error cells give nothing and never stop the reading', () => {
    const { records } = read(`
      Date | Libellé | Débit | Crédit | Catégorie | Solde
      #REF! | Loyer | #VALUE! | | loyer | #N/A
      03/01/2024 | EDF | 85.5 | | EDF | 12`);
    expect(records).toMatchObject([{ date: null, debit_cents: null, balance_cents: null }, { debit_cents: 8550 }]);
  });

  test('never throws on any grid', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[|\n@]/gu, ' ')),
      fc.constantFrom('idem', '?', '12/03', '1 250,00 €', '(45)', '#REF!', '@2024-01-01', '706', '3'),
    );
    const row = fc.array(cell, { minLength: 3, maxLength: 7 }).map((cells) => cells.join(' | '));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 10 }), (rows) => {
        const frame = frameTab(sheet('Compta', ['Date | Libellé | Débit | Crédit | Catégorie', ...rows].join('\n')));
        const { records } = readActuals(frame, context);
        expect(records.map((record) => record.source_row)).toEqual(frame.data.map((line) => line.row));
      }),
    );
  });
});

describe('accountOf()', () => {
  test.each([
    ['706', '706'],
    ['706 redevances', '706'],
    ['6132', '6132'],
    ['mise à dispo', '706'],
    ['Cotisations', '756'],
    ['subv.', '74'],
    ['tel/internet', '626'],
    ['EDF', '6061'],
    ['Salaires', '6411'],
    ['580 virement interne', null],
    ['virement interne', null],
    ['?', null],
    ['constructor', null],
  ])('gives %p the account %p', (category, account) => {
    expect(accountOf(category)).toBe(account);
  });

  test('categoryMap() shows the usual mapping and what else was used', () => {
    expect(categoryMap(['706', 'Cotisations', 'divers'])).toMatchObject({
      '706': '706',
      cotisations: '756',
      loyer: '6132',
    });
    expect(categoryMap(['divers'])).not.toHaveProperty('divers');
  });
});
