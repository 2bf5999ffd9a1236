import fc from 'fast-check';
import { readWorkbook } from '../../../src/core/reading/read-workbook.ts';
import type { SpaceRecord } from '../../../src/core/reading/types.ts';
import { sheet } from '../../support/sheet-notation.ts';

const MEMBERS = `
  Structure | Contact | Email | Statut | Remarques
  Alpha Records | Anna Alpha | a@alpha.example | hébergé | bureau 2
  Beta & Fils | Bob Beta | b@beta.example | hébergé |
  Gamma Prod | Gaëlle Gamma | g@gamma.example | coworking |
  Delta Son | Dina Delta | d@delta.example | coworking | attend le bureau 5
  Epsilon | Éric Epsi | e@epsilon.example | boutique |
  Zeta | Zoé Zeta | z@zeta.example | bénéficiaire |`;

function readAll(drawing: string) {
  const { reading } = readWorkbook([sheet('Adhérents', MEMBERS), sheet('Locaux', drawing)], {
    workbook: 'w.xlsx',
    today: '2024-05-12',
  });
  const [members, spaces] = reading.tabs;
  expect(spaces?.kind).toBe('spaces');
  return { reading, members: members!, spaces: spaces!, records: spaces!.records as readonly SpaceRecord[] };
}

const problems = (drawing: string) =>
  readAll(drawing).spaces.problems.map(
    ({ row, column, kind, raw }) => `${String(column)}${String(row)} ${kind} ${String(raw)}`,
  );
const occupants = (drawing: string) =>
  readAll(drawing).records.map(
    ({ space, status, occupancies }) =>
      `${space}: ${status} ${occupancies.map((one) => `${one.organisation ?? '?'} ${String(one.share_percent)}`).join(' + ')}`,
  );

describe('readSpaces()', () => {
  test('columns in another order, another incubator’s words, true dates', () => {
    const { records, spaces } = readAll(`
      Plan d’occupation 2024
      Loyer mensuel | Locataire | Bureau | Superficie | Date d'entrée | Fin de convention | Dépôt de garantie | Commentaires
      350 | Alpha Records | B1 | 12 | @2021-12-01 | 30/11/2024 | 700 | porte à réparer
      4 326 €/an | Beta et Fils | B2 | 12,5 m² | 1er mars 2022 | - | 1 mois |`);
    expect(records[0]).toMatchObject({
      space: 'B1',
      kind: 'office',
      number: 1,
      area_m2: 12,
      occupancies: [
        {
          organisation: 'Alpha Records',
          start: { value: '2021-12-01', precision: 'day' },
          stay: { max_end: { value: '2024-11-30', precision: 'day' }, months_completed: 29, alert: null },
        },
      ],
      deposit: { amount_cents: 70000 },
      notes: ['porte à réparer'],
    });
    expect(records[1]).toMatchObject({
      area_m2: 12.5,
      occupancy_fee: { amount_cents: 432600, period: 'year', monthly_cents: 36050 },
      deposit: { amount_cents: 36050, derived_from: '1 mois' },
    });
    expect(spaces.metadata).toMatchObject({ year: 2024 });
  });

  test('data from line 14, the header repeated below, a free space', () => {
    const { records } = readAll(`
      Tableau des bureaux





      mis à jour le 3 mai 2024





      n° du local | Entreprise | surface (m2) | Loyer | Depuis
      101 | Alpha Records | 20 | 500 €/mois | 15 janvier 2021
      n° du local | Entreprise | surface (m2) | Loyer | Depuis
      106 | LIBRE | 10 | 250 |`);
    expect(records.map(({ source_row, space, status }) => [source_row, space, status])).toEqual([
      [14, '101', 'occupied'],
      [16, '106', 'vacant'],
    ]);
  });

  test('several names share one space, unless they are one name', () => {
    expect(
      occupants(`
        N° | Occupant | Redevance | Entrée
        1 | Alpha Records / Zeta | 300 | 2023
        2 | Beta & Fils | 300 | 2023
        3 | Alpha + Beta + Zeta (partagé) | 300 | 2023
        4 | Alpha et Zeta | 300 | 2023`),
    ).toEqual([
      '1: occupied Alpha Records 50 + Zeta 50',
      '2: occupied Beta & Fils 100',
      '3: occupied Alpha Records 33.33 + Beta & Fils 33.33 + Zeta 33.34',
      '4: occupied Alpha Records 50 + Zeta 50',
    ]);
  });

  test('a range of desks takes one name each, in order; one name takes them all', () => {
    const drawing = `
      N° | Occupant | Redevance | Entrée
      CW1 à CW2 | Gaëlle / Dina | 120€/poste | 2023
      CW3-4 | Gamma Prod | 120 | 2023
      CW5, CW6 | libre | 120 |`;
    expect(occupants(drawing)).toEqual([
      'CW1: occupied Gamma Prod 100',
      'CW2: occupied Delta Son 100',
      'CW3: occupied Gamma Prod 100',
      'CW4: occupied Gamma Prod 100',
      'CW5: vacant ',
      'CW6: vacant ',
    ]);
    expect(problems(drawing)).toEqual([
      'A2 range_expanded CW1 à CW2',
      'B2 people_to_confirm Gaëlle / Dina',
      'A3 range_expanded CW3-4',
      'A4 range_expanded CW5, CW6',
    ]);
  });

  test('several offices on one row: what is written once belongs to the first', () => {
    const { records } = readAll(`
      N° | Surface | Occupant | Redevance | Entrée | Caution
      A103-A104 | 28 | Beta & Fils, Zeta | 560 € | 2023 | 1120
      A105 | 14 | Alpha Records | 280 € | 2023 | 560
      Total | 42 | | 840 € | |`);
    expect(
      records.map(({ space, area_m2, occupancy_fee, deposit }) => [space, area_m2, occupancy_fee, deposit]),
    ).toEqual([
      ['A103', 28, { amount_cents: 56000, period: 'month', monthly_cents: 56000 }, { amount_cents: 112000 }],
      ['A104', null, null, null],
      ['A105', 14, { amount_cents: 28000, period: 'month', monthly_cents: 28000 }, { amount_cents: 56000 }],
    ]);
    expect(records.map(({ occupancies }) => occupancies.map(({ organisation }) => organisation))).toEqual([
      ['Beta & Fils'],
      ['Zeta'],
      ['Alpha Records'],
    ]);
  });

  test('columns of hers that say the type and the building are kept, and believed', () => {
    const { records } = readAll(`
      Local | Type | Bâtiment | Résident | Depuis le | Loyer
      A101 | bureau | Bât. A | Alpha Records | 01/03/2023 | 280 €
      OS1 | poste open space | Bât. B | Gaëlle | 2023-09-01 | 95 €`);
    expect(records.map(({ kind, premises, custom }) => [kind, premises, custom])).toEqual([
      ['office', 'Bât. A', { Type: 'bureau', Bâtiment: 'Bât. A' }],
      ['desk', 'Bât. B', { Type: 'poste open space', Bâtiment: 'Bât. B' }],
    ]);
    expect(records[1]?.occupancies[0]).toMatchObject({ organisation: 'Gamma Prod', person_raw: 'Gaëlle' });
  });

  test('the price of a use is no fee of an occupancy', () => {
    const drawing = `
      Espace | Occupant | Redevance | Entrée
      Studio | Zeta | 15€/h | 2023
      Open space (8 places) | Delta Son | 90 €/mois | 2023`;
    expect(
      readAll(drawing).records.map(({ kind, number, occupancy_fee }) => [kind, number, occupancy_fee?.monthly_cents]),
    ).toEqual([
      ['studio', null, undefined],
      ['desk', null, 9000],
    ]);
    expect(problems(drawing)).toContain('C2 money_with_text 15€/h');
  });

  test('an unknown occupant is kept and asked about; « ? » and « réservé » have none', () => {
    const drawing = `
      N° | Occupant | Redevance | Entrée
      1 | Omega Inconnu | 300 | 2023
      2 | ? | 300 |
      3 | réservé | 300 |`;
    expect(occupants(drawing)).toEqual(['1: occupied ? 100', '2: unknown ', '3: reserved ']);
    expect(problems(drawing)).toEqual(['B2 organisation_not_found Omega Inconnu', 'B3 explicit_unknown ?']);
  });

  test('sections tell what the spaces below are, who is paid and who holds the lease', () => {
    const { records, spaces } = readAll(`
      N° | Occupant | Surface | Redevance | Entrée
      1 | Alpha Records | 10 | 300 | 2023
      [grey] BOUTIQUES (loyer versé à Habitat 44)
      1 | Epsilon | 40 | 600 | 2015
      [grey] LOCAUX LOUÉS PAR L'ASSOCIATION
      La Halle | l'association (locataire) | 200 | 2 000 | 2010`);
    expect(records.map(({ kind, paid_to_association, paid_to }) => [kind, paid_to_association, paid_to])).toEqual([
      ['office', true, undefined],
      ['shop_unit', false, 'Habitat 44'],
      ['premises', false, undefined],
    ]);
    expect(records[1]?.occupancies[0]?.stay).toBeNull();
    expect(records[2]).toMatchObject({
      status: 'rented_by_association',
      occupancies: [],
      occupancy_fee: null,
      rent: { amount_cents: 200000 },
      lease_start: { value: '2010', precision: 'year' },
    });
    expect(spaces.sections).toMatchObject([{ default_kind: 'shop_unit' }, { default_kind: 'premises' }]);
  });

  test('error cells, impossible dates and words for amounts become problems', () => {
    expect(
      problems(`
        N° | Surface | Occupant | Entrée | Sortie | Redevance | Caution
        1 | #REF! | Alpha Records | 31/02/2022 | ??? | 590 + charges | non
        2 | dix | Beta & Fils | idem | 12/2030 | voir bail | 2 mois
        3 | ~15 m² | Zeta | 01/2024 | @2080-01-01 | '1.200 | '1.300`),
    ).toEqual([
      'B2 error_cell #REF!',
      'D2 invalid_date 31/02/2022',
      'E2 explicit_unknown ???',
      'F2 money_with_text 590 + charges',
      'B3 number_in_words dix',
      'D3 derived_from_above idem',
      'F3 money_with_text voir bail',
      'B4 approximate_number ~15 m²',
      'C4 affiliation_space_mismatch Zeta',
      'E4 implausible_date 2080-01-01',
      'E4 planned_end_after_max 2080-01-01',
      'F4 dot_thousands 1.200',
    ]);
  });

  test('the end of a stay is told at the remark that speaks of it, else at the start', () => {
    expect(
      problems(`
        N° | Occupant | Entrée | Sortie | Redevance | Obs.
        1 | Alpha Records | 01/06/2021 | 31/05/2024 | 300 | 3 ans bientôt
        2 | Beta & Fils | 01/06/2020 | 31/12/2024 | 300 |`),
    ).toEqual(['F2 end_of_stay 3 ans bientôt', 'C3 over_36_months 01/06/2020', 'D3 planned_end_after_max 31/12/2024']);
  });

  test('a declared total that misses amounts typed as text differs, and says why', () => {
    const { spaces } = readAll(`
      N° | Occupant | Surface | Redevance | Entrée
      1 | Alpha Records | 10 | 300 | 2023
      2 | | 10 m² | 310 € |
      TOTAL | | =SUM(C2:C3)>10 | =SUM(D2:D3)>300 |`);
    expect(spaces.controls).toEqual([
      {
        row: 4,
        column: 'C',
        label: 'TOTAL',
        what: 'area_m2',
        declared: 10,
        declared_raw: '=SUM(C2:C3)',
        computed: 20,
        block: [2, 3],
        matches: false,
        why: 'SUM skips the surfaces typed as text',
      },
      {
        row: 4,
        column: 'D',
        label: 'TOTAL',
        what: 'amount_cents',
        declared: 30000,
        declared_raw: '=SUM(D2:D3)',
        computed: 61000,
        computed_occupied: 30000,
        block: [2, 3],
        matches: false,
        why: 'SUM skips the amounts typed as text',
      },
    ]);
  });

  test('a remark that names the tab’s premises places the space there', () => {
    const { records } = readAll(`
      N° | Occupant | Surface | Redevance | Entrée | Obs.
      1 | Alpha Records | 10 | 300 | 2023 | à la Halle, 2e étage
      [grey] LOCAUX LOUÉS PAR LE PÔLE
      Halle | le Pôle | 200 | 2 000 | 2010 |`);
    expect(records.map(({ premises }) => premises)).toEqual(['Halle', null]);
  });

  test('any text in any column reads without throwing', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('1-99999', 'CW1 à CW999999', '=', '«»', '/', '((', '36 mois', '∅'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 6 }), (rows) => {
        const lines = rows.map((row) => row.map((text) => text.replace(/[|\n]/gu, ' ')).join('|'));
        const tab = sheet('Locaux', ['N° | Surface | Occupant | Entrée | Redevance | Caution', ...lines].join('\n'));
        const { reading } = readWorkbook([tab], { workbook: 'w', today: '2024-05-12' });
        const [read] = reading.tabs;
        const classes = Object.values(read!.cells.by_row_class);
        expect(classes.reduce((total, count) => total + count, 0)).toBe(read!.cells.non_empty);
      }),
      { numRuns: 30 },
    );
  });
});

describe('crossCheck()', () => {
  const drawing = `
    N° | Occupant | Redevance | Entrée
    1 | Alpha Records | 300 | 2023
    2 | Zeta | 300 | 2023
    CW1 | Beta & Fils | 120 | 2023`;

  test('lists who lacks the space of their category, and who has one without it', () => {
    expect(readAll(drawing).reading.cross_checks).toEqual({
      occupants_matched: 3,
      occupants_unmatched: 0,
      hosted_without_space: [],
      coworking_without_desk: ['Delta Son', 'Gamma Prod'],
      shop_based_without_shop: ['Epsilon'],
      non_resident_with_space: ['Zeta'],
    });
  });

  test('a remark that names another space is a conflict; a hope or the past is not', () => {
    const conflicts = readAll(drawing).members.problems.filter(({ kind }) => kind === 'space_conflict');
    expect(conflicts).toMatchObject([
      {
        row: 2,
        column: 'E',
        raw: 'bureau 2',
        other: { tab: 'Locaux', row: 2, column: 'B', space: '1' },
        cross_tab: true,
      },
    ]);
  });

  test('an occupant of another category is told once per row', () => {
    expect(problems(drawing)).toEqual([
      'B3 affiliation_space_mismatch Zeta',
      'B4 affiliation_space_mismatch Beta & Fils',
    ]);
  });
});
