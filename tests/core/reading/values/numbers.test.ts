import fc from 'fast-check';
import type { Shown } from '../../../../src/core/workbook.ts';
import { centsOf, readNumber } from '../../../../src/core/reading/values/amount.ts';
import { readCount } from '../../../../src/core/reading/values/count.ts';
import { monthlyCents, paymentMethod, percentsIn, readMoney } from '../../../../src/core/reading/values/money.ts';
import { readPaid, readYesNo } from '../../../../src/core/reading/values/yes-no.ts';

describe('readMoney()', () => {
  test.each<[Shown, number]>([
    ['1 250,00 €', 125_000],
    ['1\u00A0250,00\u00A0€', 125_000],
    ['1\u202F250', 125_000],
    ['45.430,00', 4_543_000],
    ['1.204,33', 120_433],
    ['1250€', 125_000],
    ['12350€', 1_235_000],
    ['€ 12,50', 1250],
    ['450 euros', 45_000],
    ['385,00', 38_500],
    ['0,5', 50],
    ['(250)', -25_000],
    ['(45,00)', -4500],
    ['-12,5 €', -1250],
    ['− 12,50', -1250],
    ['1,250.00', 125_000],
    ['12 k€', 1_200_000],
    ['12€50', 1250],
    ['3 x 100 €', 30_000],
    ['1 250,00-', -125_000],
    ['1’250.00', 125_000],
    ['révisé 2023 : 400', 40_000],
    ['au 01/09 : 385', 38_500],
    [2290.15, 229_015],
    [1.005, 101],
    [-45, -4500],
  ])('reads %p as %p cents', (shown, cents) => {
    expect(readMoney(shown)).toMatchObject({ state: 'amount', cents });
  });

  test('says how often and for what the amount is due', () => {
    expect(readMoney('385€/mois')).toMatchObject({ cents: 38_500, period: 'month' });
    expect(readMoney('1 250,00 € par trim.')).toMatchObject({ cents: 125_000, period: 'quarter' });
    expect(readMoney('4 620 €/an')).toMatchObject({ cents: 462_000, period: 'year' });
    expect(readMoney('190€/poste')).toMatchObject({ cents: 19_000, period: null, per: 'poste' });
  });

  test('keeps the words beside the amount', () => {
    expect(readMoney('590 + charges')).toMatchObject({ cents: 59_000, extra: 'charges', rest: '+ charges' });
    expect(readMoney('590€ HC')).toMatchObject({ cents: 59_000, extra: 'charges' });
    expect(readMoney('590 € ch. comprises')).toMatchObject({ cents: 59_000, extra: null, method: null });
    expect(readMoney('450 + 50')).toMatchObject({ cents: 45_000, extra: '50' });
    expect(readMoney('590 €/mois hors charges')).toMatchObject({ cents: 59_000, period: 'month', extra: 'charges' });
    expect(readMoney('648 € (PH)')).toMatchObject({ cents: 64_800, extra: null, rest: '(PH)' });
    expect(readMoney('chq 770')).toMatchObject({ cents: 77_000, method: 'cheque' });
    expect(readMoney('20 000 demandé')).toMatchObject({ cents: 2_000_000, rest: 'demandé' });
  });

  test('reads a dot before three digits as thousands and says so; a comma there is worth asking', () => {
    expect(readMoney('15.000')).toMatchObject({ cents: 1_500_000, dotThousands: true, ambiguous: false });
    expect(readMoney('1,250')).toMatchObject({ cents: 125_000, dotThousands: false, ambiguous: true });
    expect(readMoney('0,125')).toMatchObject({ cents: 13, ambiguous: false });
  });

  test('tells months of a fee, nothing, unknown, errors and words apart', () => {
    expect(readMoney('2 mois')).toEqual({ state: 'months', months: 2 });
    expect(readMoney('un mois')).toEqual({ state: 'months', months: 1 });
    expect(['non', '-', 'gratuit'].map((text) => readMoney(text).state)).toEqual(['none', 'none', 'none']);
    expect(readMoney('?')).toEqual({ state: 'unknown' });
    expect(readMoney({ error: '#VALUE!' })).toEqual({ state: 'error' });
    expect(readMoney(null)).toEqual({ state: 'empty' });
    expect(['voir compta', '~', 'CW1', '10 %'].map((text) => readMoney(text).state)).toEqual([
      'unreadable',
      'unreadable',
      'unreadable',
      'unreadable',
    ]);
  });

  test('reads back every amount written the French way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (cents) => {
        const written = (cents / 100).toLocaleString('fr-FR', { minimumFractionDigits: 2 });
        expect(readMoney(`${written} €`)).toMatchObject({ cents });
        expect(readMoney(cents / 100)).toMatchObject({ cents });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double()), (shown) => typeof readMoney(shown).state === 'string'));
  });
});

describe('money', () => {
  test('centsOf() rounds half away from zero', () => {
    expect([1.005, -1.005, 0.1 + 0.2].map(centsOf)).toEqual([101, -101, 30]);
  });

  test('monthlyCents() rounds to the cent', () => {
    expect([monthlyCents(125_000, 'quarter'), monthlyCents(462_000, 'year'), monthlyCents(1, 'month')]).toEqual([
      41_667, 38_500, 1,
    ]);
  });

  test('percentsIn() finds every percentage', () => {
    expect(percentsIn('59% ou 61,5 % ?')).toEqual([59, 61.5]);
  });

  test('paymentMethod() knows the usual words', () => {
    const texts = ['250€ chq', 'OK virt 110', 'CB 250', '110 espèces', 'prélèv.', 'oui'];
    expect(texts.map(paymentMethod)).toEqual(['cheque', 'bank_transfer', 'card', 'cash', 'direct_debit', null]);
  });

  test('readNumber() refuses what is not one number', () => {
    expect(['', 'a', '1,2,3', '1.2.3', '12-3'].map(readNumber)).toEqual([null, null, null, null, null]);
  });
});

describe('readYesNo()', () => {
  test('knows the usual ways of yes and no', () => {
    const yes = ['oui', 'OUI ', 'o', 'x', 'X', '✓', '✔️', 'ok', 'payé', 'Payée', 1, true, 'vrai'];
    expect(yes.map((shown) => readYesNo(shown).value)).toEqual(yes.map(() => true));
    const no = ['non', 'NON', 'n', 'N', 0, '0', false, 'pas payé', 'impayé', '✗'];
    expect(no.map((shown) => readYesNo(shown).value)).toEqual(no.map(() => false));
  });

  test('leaves an empty cell unknown and says when words are neither', () => {
    expect([null, '', '-', '?'].map((shown) => readYesNo(shown))).toEqual(
      Array(4).fill({ value: null, readable: true }),
    );
    expect(readYesNo('voir compta')).toEqual({ value: null, readable: false });
    expect(readYesNo({ error: '#REF!' })).toEqual({ value: null, readable: false });
  });
});

describe('readPaid()', () => {
  test.each<[Shown, boolean | null, number | null, string | null]>([
    ['250€ chq', true, 25_000, 'cheque'],
    ['OK virt 110', true, 11_000, 'bank_transfer'],
    ['virement 110 €', true, 11_000, 'bank_transfer'],
    ['110 espèces', true, 11_000, 'cash'],
    ['prélèvement 110', true, 11_000, 'direct_debit'],
    ['110,00 €', true, 11_000, null],
    [180, true, 18_000, null],
    [1, true, null, null],
    ['1', true, null, null],
    [0, false, null, null],
    ['oui, chèque', true, null, 'cheque'],
    ['payé le 12/01/23', true, null, null],
    ['12/01/2023', true, null, null],
    ['virement 12/01', true, null, 'bank_transfer'],
    ['ok 2023', true, null, null],
    ['2023', null, null, null],
    ['chèque', true, null, 'cheque'],
    ['non, relancer', false, null, null],
    ['pas payé 2023', false, null, null],
    ['acompte 50', null, null, null],
    ['voir compta', null, null, null],
    ['en attente', null, null, null],
    [null, null, null, null],
  ])('reads %p', (shown, value, cents, method) => {
    expect(readPaid(shown)).toMatchObject({ value, cents, method });
  });
});

test('readPaid() takes a true date for the day of payment', () => {
  expect(readPaid(44_938, 'date')).toMatchObject({ value: true, cents: null });
});

describe('readCount()', () => {
  test.each<[Shown, number, boolean, string]>([
    [17, 17, false, ''],
    ['17', 17, false, ''],
    ['"25"', 25, true, ''],
    ['~10', 10, true, ''],
    ['30 env.', 30, true, ''],
    ['env. 30', 30, true, ''],
    ['+/- 230', 230, true, ''],
    ['≈85', 85, true, ''],
    ['82?', 82, true, ''],
    ['98 ?', 98, true, ''],
    ['1 200', 1200, false, ''],
    ['6 struct.', 6, false, 'struct.'],
    ['58 séances', 58, false, 'séances'],
    ['10 m²', 10, false, 'm²'],
    ['10m2', 10, false, 'm2'],
    ['12,5 m²', 12.5, false, 'm²'],
    ['~35 m²', 35, true, 'm²'],
    ['une vingtaine', 20, true, ''],
    ['12+', 12, true, ''],
    ['plus de 10', 10, true, ''],
    ['12 + 3', 15, false, ''],
    ['12 (dont 3 F)', 12, false, ''],
  ])('reads %p', (shown, value, approximate, unit) => {
    expect(readCount(shown)).toEqual({ state: 'count', value, approximate, inWords: shown === 'une vingtaine', unit });
  });

  test('reads numbers in words', () => {
    expect(readCount('dix m²')).toMatchObject({ value: 10, inWords: true, approximate: false, unit: 'm²' });
    expect(readCount('vingt-deux')).toMatchObject({ value: 22, inWords: true });
    expect(readCount('vingt et un')).toMatchObject({ value: 21 });
    expect(readCount('Quinze personnes')).toMatchObject({ value: 15, unit: 'personnes' });
  });

  test('tells empty, unknown, unreadable and error apart', () => {
    const shown: Shown[] = [null, '-', '?', 'voir feuille', '12/15', true, { error: '#N/A' }, Number.NaN];
    expect(shown.map((value) => readCount(value).state)).toEqual([
      'empty',
      'empty',
      'unknown',
      'unreadable',
      'unreadable',
      'unreadable',
      'error',
      'error',
    ]);
  });
});
