import fc from 'fast-check';
import { frameTab } from '../../../src/core/reading/frame.ts';
import type { SourceCell, SourceTab } from '../../../src/core/reading/source.ts';
import type { Choices } from '../../../src/core/reading/types.ts';
import { sheet } from '../../support/sheet-notation.ts';

const columns = (drawing: string, title = 'Onglet', choices: Choices = {}) =>
  frameTab(sheet(title, drawing), choices).columns.map(
    ({ column, field, custom }) => `${column} ${field ?? `[${custom ?? ''}]`}`,
  );

const MEMBERS = `
  Annuaire des membres 2024 — à jour au 03/03/2024
  Compagnie | Référente | Courriel | Mobile | Formule | Discipline | Arrivée | Adhésion 2024 | Infos | SIRET
  Les Ondes | Zoé Martin | zoe@ondes.example | 06 39 98 00 01 | résident | Label | 12/01/2024 | oui | RAS | 99900001100018
  Le Vent | Marc Po | marc@vent.example | 06 39 98 00 02 | résidente | Production | 2023 | 50 € chq | |
  Tik Tak | Léa Bo | lea@tik.example | 06 39 98 00 03 | nomade | manageuse | mars 2024 | non | |`;

describe('frameTab()', () => {
  test('another incubator’s words are recognised, what is unknown is kept', () => {
    expect(columns(MEMBERS)).toEqual([
      'A organisation',
      'B contact_person',
      'C email',
      'D phone',
      'E affiliation',
      'F activity',
      'G start',
      'H fee_paid',
      'I notes',
      'J [SIRET]',
    ]);
  });

  test('title, year and day of update are read above the header', () => {
    const { metadata, rows } = frameTab(sheet('Fichier', MEMBERS));
    expect(metadata).toEqual({
      title: 'Annuaire des membres 2024 — à jour au 03/03/2024',
      year: 2024,
      updated_on: '2024-03-03',
    });
    expect(rows).toMatchObject({ title: [1], header: [2] });
  });

  test('data from line 14: lines above the header are title and metadata', () => {
    const lead = ['La Fabrique', '12 rue de la Gare', '', 'tél. 04 99 00 00 00', '', '', '', '', '', '', '', ''];
    const table = MEMBERS.split('\n').slice(2).join('\n');
    const frame = frameTab(sheet('Adhérents', `\n${lead.join('\n')}\n${table}`));
    expect(frame.header_rows).toEqual([13]);
    expect(frame.data_rows).toEqual([14, 15, 16]);
    expect(frame.rows).toMatchObject({ title: [1], metadata: [2, 4] });
  });

  test('two-line header: both lines join', () => {
    const frame = frameTab(
      sheet(
        'Annuaire',
        `
        Structure | Contact | | | Adhésion | |
         | Nom | Mail | Tél | Type | Date | Cotis payée
        Alpha | Ana A | ana@a.example | 06 39 98 00 01 | hébergé | 12/01/24 | oui
        Beta | Bob B | bob@b.example | 06 39 98 00 02 | coworking | 13/01/24 | non`,
      ),
    );
    expect(frame.header_rows).toEqual([1, 2]);
    expect(frame.columns.map(({ header, field }) => `${header ?? ''} → ${field ?? ''}`)).toEqual([
      'Structure → organisation',
      'Contact Nom → contact_person',
      'Mail → email',
      'Tél → phone',
      'Adhésion Type → affiliation',
      'Date → start',
      'Cotis payée → fee_paid',
    ]);
  });

  test('a section right below the header is no second line of it', () => {
    const frame = frameTab(
      sheet(
        'Adhérents',
        `
        Structure | Mail | Statut | Cotis
        RÉSIDENTS
        Alpha | a@a.example | hébergé | oui`,
      ),
    );
    expect(frame.header_rows).toEqual([1]);
    expect(frame.sections).toEqual([{ row: 2, text: 'RÉSIDENTS' }]);
  });

  test('duplicate headers: addresses add up, a second status is kept under its name', () => {
    const drawing = `
      Structure | Mail | Mail | Tél | Tél | Statut | Statut | Statut
      Alpha | a@a.example | b@a.example | 06 39 98 00 01 | 01 99 00 00 01 | hébergé | SARL | x
      Beta | a@b.example | | 06 39 98 00 02 | | boutique | SAS |`;
    expect(columns(drawing, 'Adhérents')).toEqual([
      'A organisation',
      'B email',
      'C email',
      'D phone',
      'E phone',
      'F affiliation',
      'G [Statut]',
      'H [Statut (2)]',
    ]);
  });

  test('repeated header, continued record, total and note are told apart', () => {
    const frame = frameTab(
      sheet(
        'Adhérents 2024',
        `
        Structure | Contact | Mail | Statut
        Alpha | Ana | a@a.example | hébergé
         | | compta@a.example |
        Structure | Contact | Mail | Statut
        Beta | Bob | b@b.example | hébergé
        S/TOTAL | 2 | |
        ∅
        À compléter en juin`,
      ),
    );
    expect(frame.rows).toEqual({
      header: [1],
      continuation: [3],
      repeated_header: [4],
      total: [6],
      blank: [7],
      note: [8],
    });
    expect(frame.data[0]?.continuations.map(({ row }) => row)).toEqual([3]);
  });

  test('a total is found when its label does not stand first', () => {
    const frame = frameTab(
      sheet(
        'Banque 2024',
        `
        Crédit | Débit | Libellé | Date
        110 | | Cotisation | 03/01/2024
         | 50 | Café | 04/01/2024
        110 | 50 | TOTAL |`,
      ),
    );
    expect(frame.rows.total).toEqual([4]);
  });

  test('an address book of partners is left alone', () => {
    const frame = frameTab(
      sheet(
        'Prestataires',
        `
        Nom | Mail | Téléphone | Spécialité
        Mme Y | y@y.example | 06 39 98 00 09 | compta`,
      ),
    );
    expect(frame.kind).toBe('unknown');
    expect(frame.columns.every(({ field, custom }) => field === null && custom === undefined)).toBe(true);
  });

  test.each([
    [
      'ledger with one signed amount',
      'actuals',
      'Date | Libellé | Montant | Catégorie\n 03/01/2024 | Loyer | -300 | loyer',
    ],
    [
      'expenses and income with dates',
      'actuals',
      'Date | Intitulé | Dépenses | Recettes\n 03/01/2024 | Loyer | 300 | ',
    ],
    [
      'two tables side by side',
      'budget',
      'Dépenses | Montant | Recettes | Montant\n 60 Achats | 10 | 70 Ventes | 20\n 61 Loyer | 10 | 74 Ville | 5\n 62 Divers | 5 | 75 Dons | 1',
    ],
    ['rooms', 'spaces', 'Bureau | m2 | Locataire | Loyer mensuel HT\n 101 | 12 | Alpha | 300'],
    ['signatures', 'attendance_sheet', 'Nom et prénom | Société | Émargement\n DUPONT Anne | Alpha | '],
    ['workshops by month', 'sessions', 'Mois | Atelier | Formateur | Participants\n janv 2024 | Droit | Me Z | 12'],
  ])('recognises %s', (_, kind, drawing) => {
    expect(frameTab(sheet('Feuille 1', drawing)).kind).toBe(kind);
  });

  test('choices win: another kind, a column kept, a field given elsewhere', () => {
    const choices: Choices = {
      Fichier: { columns: { F: 'custom', J: 'notes', A: 'contact_person', B: 'organisation' } },
    };
    expect(columns(MEMBERS, 'Fichier', choices)).toEqual([
      'A contact_person',
      'B organisation',
      'C email',
      'D phone',
      'E affiliation',
      'F [Discipline]',
      'G start',
      'H fee_paid',
      'I notes',
      'J notes',
    ]);
    expect(frameTab(sheet('Fichier', MEMBERS), { Fichier: { kind: 'skip' } }).kind).toBe('unknown');
  });

  test('explains itself: why the kind, how sure, samples, other meanings', () => {
    const { explanation } = frameTab(sheet('Adhérents', MEMBERS));
    expect(explanation.reason).toContain('« Structure »');
    expect(explanation.confidence).toBe('certain');
    expect(explanation.columns[0]).toMatchObject({
      field: 'organisation',
      confidence: 'certain',
      samples: ['Les Ondes', 'Le Vent', 'Tik Tak'],
    });
  });

  test('a hidden tab is left alone', () => {
    expect(frameTab({ ...sheet('Adhérents', MEMBERS), hidden: true }).kind).toBe('unknown');
  });

  test('accounts for every filled cell once, whatever the grid holds', () => {
    fc.assert(
      fc.property(anyTab, (tab) => {
        const { cells, counts } = frameTab(tab);
        const { rows_used, ...byClass } = counts;
        expect(sum(cells.by_row_class)).toBe(cells.non_empty);
        expect(sum(byClass)).toBe(rows_used);
      }),
      { numRuns: 100 },
    );
  });
});

const sum = (numbers: Readonly<Record<string, number>>) =>
  Object.values(numbers).reduce((total, one) => total + one, 0);

const anyCell: fc.Arbitrary<SourceCell | undefined> = fc.option(
  fc
    .oneof(
      fc.constantFrom(
        'Structure',
        'Mail',
        'Date',
        'Statut',
        'Débit',
        'CHARGES',
        'TOTAL',
        'idem',
        '?',
        'N°',
        'Signature',
      ),
      fc.string({ maxLength: 20 }),
      fc.double(),
      fc.boolean(),
    )
    .map((value): SourceCell => ({ entered: value, shown: value })),
  { nil: undefined },
);
const anyTab: fc.Arbitrary<SourceTab> = fc
  .array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 14 })
  .map((rows) => ({ title: 'X', hidden: false, rows, merges: [], hiddenRows: [], hiddenColumns: [] }));
