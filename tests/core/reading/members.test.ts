import { EMPTY_DIRECTORY } from '../../../src/core/reading/directory.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { readMemberTabs } from '../../../src/core/reading/members.ts';
import { sheet } from '../../support/sheet-notation.ts';

function read(drawing: string) {
  const frame = frameTab(sheet('Adhérents 2024', drawing));
  expect(frame.kind).toBe('members');
  const context = { year: 2024, today: '2024-05-12', directory: EMPTY_DIRECTORY };
  const { contents, directory } = readMemberTabs([frame], () => context);
  return { ...contents[0]!, directory };
}

const problems = (drawing: string) =>
  read(drawing).findings.map(({ row, column, kind, raw }) => `${column ?? '-'}${String(row)} ${kind} ${String(raw)}`);

describe('readMemberTabs()', () => {
  test('first name and family name in two columns make one person', () => {
    const { records } = read(`
      Nom | Prénom | Structure | Statut | Cotisation 2024 | Montant | Mode de paiement
      Dupont | Anne | Alpha | hébergé | oui | 110 | chèque
       | Lou | Beta | externe | | |`);
    expect(records.map(({ people }) => people.map(({ name }) => name))).toEqual([['Anne Dupont'], ['Lou']]);
    expect(records[0]).toMatchObject({ fee_paid: true, fee_amount_cents: 11_000, payment_method: 'cheque' });
  });

  test('a row without a name continues the record above', () => {
    const { records } = read(`
      Structure | Contact | Mail | Tél | Statut
      Alpha | Ana | a@a.example | 06 39 98 00 01 | hébergé
       | Bob | b@a.example | 01 99 00 00 01 |`);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      people: [{ name: 'Ana' }, { name: 'Bob' }],
      emails: [{ value: 'a@a.example' }, { value: 'b@a.example' }],
      phones: [{ value: '0639980001' }, { value: '0199000001' }],
    });
  });

  test('sections give the category of rows that say none; a row that says another wins and is listed', () => {
    const drawing = `
      Structure | Statut | Cotis
      [grey] PÉPINIÈRE
      Alpha | | oui
      Beta | boutique | oui
      Gamma | chevalier | oui
      [grey] À TRIER
      Delta | | non`;
    expect(
      read(drawing).records.map(({ affiliation, affiliation_source }) => [affiliation, affiliation_source]),
    ).toEqual([
      ['hosted', 'section'],
      ['shop_based', 'cell'],
      ['hosted', 'section'],
      [null, null],
    ]);
    expect(problems(drawing)).toEqual(['B4 affiliation_conflict boutique', 'B5 affiliation_unknown chevalier']);
  });

  test.each([
    ['hébergé (B7)', 'hosted'],
    ['Résidente', 'hosted'],
    ['pépinière', 'hosted'],
    ['co-working', 'coworking'],
    ['nomade', 'coworking'],
    ['btq', 'shop_based'],
    ['bénéficaire', 'non_resident'],
    ['bénéficiaire (ex hébergé)', 'non_resident'],
    ['non hébergé', 'non_resident'],
    ['adhérent simple', 'non_resident'],
  ])('« %s » is %s', (text, affiliation) => {
    expect(read(`Structure | Statut | Cotis\n Alpha | ${text} | oui`).records[0]?.affiliation).toBe(affiliation);
  });

  test('duplicates by name, or by address and number; the fullest row is kept', () => {
    const { records, merge_proposals } = read(`
      Structure | Mail | Tél | Statut | Cotis
      asso Fracas Doux | | | bénéf. |
      Ultra Violette Prod | prod@uv.example | 06 39 98 45 45 | bénéf. |
      Fracas doux | f@f.example | 06 39 98 00 01 | bénéf. | oui
      Ultraviolette | prod@uv.example | 0639984545 | bénéf. | oui
      Brume Éditions | e@brume.example | | bénéf. |
      Brume Booking | b@brume.example | | bénéf. |`);
    expect(merge_proposals).toEqual([
      { keep_row: 4, drop_row: 2, evidence: ['name'] },
      { keep_row: 5, drop_row: 3, evidence: ['email', 'phone'] },
    ]);
    expect(records.map(({ organisation_id }) => organisation_id)).toEqual([
      'O001',
      'O002',
      'O001',
      'O002',
      'O003',
      'O004',
    ]);
  });

  test('one shared second address makes no duplicate', () => {
    const { merge_proposals, not_duplicates } = read(`
      Structure | Mail | Statut | Cotis
      Alpha | a@a.example ; cabinet@compta.example | hébergé | oui
      Beta | b@b.example ; cabinet@compta.example | hébergé | oui`);
    expect(merge_proposals).toBeUndefined();
    expect(not_duplicates).toEqual([{ rows: [2, 3], why: 'same accountant address as second e-mail' }]);
  });

  test('former names, spaces named in remarks and cell contents of her own columns are kept', () => {
    const { records } = read(`
      Structure | Statut | Cotis | Obs. | Insta | Relance
      Alpha (ex-Omega Prod) | hébergé (B7) | oui | bureaux 3 et 12, ou le studio | alpha.son | @2024-03-01`);
    expect(records[0]).toMatchObject({
      organisation: 'Alpha',
      former_names: ['Omega Prod'],
      space_hints: ['7', '3', '12', 'Studio'],
      custom: { Insta: 'alpha.son', Relance: '2024-03-01' },
    });
  });

  test('dates: « idem » copies, « ? » is listed, a far future is kept and flagged', () => {
    const drawing = `
      Structure | Statut | Date adh. | Cotis
      Alpha | hébergé | 12 mars | oui
      Beta | hébergé | idem | oui
      Gamma | hébergé | ? | oui
      Delta | hébergé | 12/05/2041 | oui
      Zeta | hébergé | 31/02/2024 | oui`;
    expect(read(drawing).records.map(({ start }) => start?.value ?? null)).toEqual([
      '2024-03-12',
      '2024-03-12',
      null,
      '2041-05-12',
      null,
    ]);
    expect(problems(drawing)).toEqual([
      'C3 derived_from_above idem',
      'C4 explicit_unknown ?',
      'C5 implausible_date 12/05/2041',
      'C6 invalid_date 31/02/2024',
    ]);
  });

  test('5,000 members are read without comparing each with each', () => {
    const rows = Array.from(
      { length: 5000 },
      (_, index) =>
        `Maison ${String(index)} Records | Ana Martin | m${String(index)}@m.example | 06 39 98 00 01 | hébergé | oui`,
    );
    const { records, merge_proposals } = read(`Structure | Contact | Mail | Tél | Statut | Cotis\n${rows.join('\n')}`);
    expect(records).toHaveLength(5000);
    expect(merge_proposals).toBeUndefined();
  });
});
