import { readWorkbook } from '../../../src/core/reading/read-workbook.ts';
import type { SourceTab } from '../../../src/core/reading/source.ts';
import type { ReadingRecord, TabReading } from '../../../src/core/reading/types.ts';
import { sheet } from '../../support/sheet-notation.ts';

function read(...tabs: readonly SourceTab[]): readonly TabReading[] {
  return readWorkbook(tabs, { workbook: 'autre.xlsx', today: '2024-10-15' }).reading.tabs;
}

function fieldsOf(tab: TabReading | undefined): readonly (string | null)[] {
  return tab?.columns.map(({ field }) => field) ?? [];
}

function kindsOf(tab: TabReading | undefined): readonly string[] {
  return tab?.problems.map(({ row, column, kind }) => `${column ?? '-'}${String(row)} ${kind}`) ?? [];
}

function at(tab: TabReading | undefined, row: number, side?: string): ReadingRecord | undefined {
  return tab?.records.find(
    (record) => record.source_row === row && (side === undefined || ('side' in record && record.side === side)),
  );
}

const MEMBERS = sheet('Membres', 'Structure | Statut\nAlpha | hébergé\nBeta | hébergé');

describe('readWorkbook()', () => {
  test('inclusive headers mean what plain ones do', () => {
    const [tab] = read(
      sheet(
        'Ateliers',
        `
        Jour | Thème | Formateur·rice | Inscrit·es | Venu·es | dont femmes
        05/02/2024 | Contrats | Me X | 12 | une dizaine | 4`,
      ),
    );
    expect(fieldsOf(tab)).toEqual(['date', 'title', 'provider', 'registered_count', 'attendance_count', 'women_count']);
    expect(at(tab, 2)).toMatchObject({ registered_count: 12, attendance_count: 10, attendance_approximate: true });
  });

  test('an adhesion given by its day, « Adhésion le »', () => {
    const [tab] = read(
      sheet('Adhérents', 'Adhésion le | Raison sociale | Catégorie | Réglé\n@2024-01-08 | Alpha | hébergé | 60 € CB'),
    );
    expect(fieldsOf(tab)).toEqual(['start', 'organisation', 'affiliation', 'fee_paid']);
  });

  test('a list kept « au » a day was brought up to date on it, a balance or a season was not', () => {
    const updated = (title: string) =>
      read(sheet('Liste', `${title}\nStructure | Statut\nAlpha | hébergé`))[0]?.metadata['updated_on'];
    expect(updated('Adhérents au 30/11/2021')).toBe('2021-11-30');
    expect(updated('Adhérents du 01/09/2021 au 30/06/2022')).toBeUndefined();
  });

  test('both lines of a header repeated in the middle are no records', () => {
    const tab = sheet(
      'Membres 2024',
      `
      Entreprise | Contact | ∅ | Adhésion
      Nom de l’entreprise | Nom | E-mail | Type
      Alpha | Al | al@alpha.example | hébergé
      Entreprise | Contact | ∅ | Adhésion
      Nom de l’entreprise | Nom | E-mail | Type
      Beta | Be | be@beta.example | boutique`,
    );
    const [reading] = read({ ...tab, merges: [{ startRow: 0, endRow: 1, startColumn: 1, endColumn: 3 }] });
    expect(reading?.header_rows).toEqual([1, 2]);
    expect(reading?.rows.repeated_header).toEqual([4, 5]);
    expect(reading?.data_rows).toEqual([3, 6]);
  });

  test('capitals that open a block are a section, even unknown ones', () => {
    const [tab] = read(
      sheet(
        'Adhérents',
        `
        Structure | Statut | Cotis
        DANS LES MURS
        Alpha | hébergé | oui
        FRACAS
        Beta | hébergé | non

        À TRIER
        Gamma | boutique | oui`,
      ),
    );
    expect(tab?.rows.section).toEqual([2, 7]);
    expect(tab?.data_rows).toEqual([3, 4, 5, 8]);
  });

  test('floors and kinds of spaces without any look are sections', () => {
    const [tab] = read(
      sheet(
        'Locaux',
        `
        Local | Surface | Locataire | Loyer
        1er étage
        101 | 12 | Alpha | 300
        Rez-de-chaussée - boutiques
        RDC1 | 45 | Beta | 800

        POSTES
        P1 | ∅ | ∅ | 90`,
      ),
      MEMBERS,
    );
    expect(tab?.rows.section).toEqual([2, 4, 7]);
    expect(tab?.records.map((record) => ('kind' in record ? record.kind : null))).toEqual([
      'office',
      'shop_unit',
      'desk',
    ]);
  });

  test('« Postes 2 et 3 » are two desks, each with its own name', () => {
    const [tab] = read(sheet('Locaux', 'Local | Surface | Occupant | Loyer\nPostes 2 et 3 | ∅ | libre | 90'));
    expect(tab?.records.map((record) => ('space' in record ? record.space : null))).toEqual(['Poste 2', 'Poste 3']);
  });

  test('« Compte | Nature | Montant » twice are two tables side by side', () => {
    const [tab] = read(
      sheet(
        'Budget 2024',
        `
        BUDGET PRÉVISIONNEL 2024
        Compte | Nature | Montant budgétisé | Compte | Nature | Montant budgétisé
        60 | ACHATS | 4200 | 74 | SUBVENTIONS | 4000
        6061 | Électricité | 3000 | ∅ | Rennes Métropole : accordé | 4000
        6063 | Petit équipement | 1200 | 75 | COTISATIONS | 200
        Total | ∅ | 4200 | Total | ∅ | 4200`,
      ),
    );
    expect(tab?.totals).toMatchObject({ expense_cents: 420_000, income_cents: 420_000, balanced: true });
    expect(at(tab, 3, 'expense')).toMatchObject({ level: 'heading', account_class: '60', subtotal_of: [4, 5] });
    expect(at(tab, 4, 'income')).toMatchObject({
      parent_row: 3,
      funder: 'Rennes Métropole',
      grant_status: 'awarded',
    });
  });

  test('heads of sides above repeated columns, the account first', () => {
    const [tab] = read(
      sheet(
        'Budget',
        `
        ∅ | CHARGES | ∅ | ∅ | ∅ | PRODUITS | ∅
        N° | Libellé | Montant | ∅ | N° | Libellé | Montant
        60 | Achats | 4 000 | ∅ | 70 | Ventes | 3 000
        604 | Prestations | 4 000 | ∅ | 706 | Loyers | 3 000
        61 | Services | 1 000 | ∅ | 75 | Cotisations | 2 000`,
      ),
    );
    expect(tab?.totals).toMatchObject({
      expense_by_class_cents: { 60: 400_000, 61: 100_000 },
      income_by_class_cents: { 70: 300_000, 75: 200_000 },
    });
  });

  test('charges above produits, each with its head', () => {
    const [tab] = read(
      sheet(
        'BP',
        `
        Budget 2024 voté
        DÉPENSES | Budget 2024
        60 Achats | 3000
        TOTAL DÉPENSES | 3000

        RECETTES | Budget 2024
        74 Subventions | 3000
        - Ville de Nantes | 3000
        TOTAL RECETTES | 3000`,
      ),
    );
    expect(tab?.rows.repeated_header).toEqual([6]);
    expect(tab?.totals).toMatchObject({ expense_cents: 300_000, income_cents: 300_000 });
    expect(at(tab, 8)).toMatchObject({ funder: 'Ville de Nantes', parent_row: 7 });
  });

  test('a budget that is still a form is one', () => {
    expect(read(sheet('Budget 2024', 'Charges | ∅ | Produits | ∅'))[0]?.kind).toBe('budget');
  });

  test('a supplier beside the label tells two entries apart', () => {
    const [tab] = read(
      sheet(
        'Journal',
        `
        Date | Tiers | Libellé | Montant | Compte
        12/01/2024 | Adhérent X | Cotisation | 50 | 756
        idem | Adhérent Y | Cotisation | 50 | 756
        idem | Adhérent Y | Cotisation | 50 | 756`,
      ),
    );
    expect(fieldsOf(tab)).toEqual(['date', null, 'label', 'amount', 'category']);
    expect(kindsOf(tab)).toEqual(['A3 derived_from_above', 'A4 derived_from_above', 'C4 duplicate_row']);
  });

  test('several days on end: the typed duration stands, else the hours of each day', () => {
    const [tab] = read(
      sheet(
        'Formations',
        `
        Date | Intitulé | Horaire | Durée | Présents
        du 4 au 6 mars 2024 | Export | 9h-17h | 21h | 9
        du 11 au 12 mars 2024 | Import | 9h-12h | ∅ | 9`,
      ),
    );
    expect(tab?.problems).toEqual([]);
    expect(at(tab, 2)).toMatchObject({ duration_min: 1260, duration_source: 'typed' });
    expect(at(tab, 3)).toMatchObject({ duration_min: 360, duration_source: 'hours' });
  });

  test('programmes of another list are kept as typed', () => {
    const [tab] = read(
      sheet('Actions', 'Programme | Action | Date | Lieu\nTremplin | Droits voisins | 09/02/2024 | Halle'),
    );
    expect(at(tab, 2)).toMatchObject({ programme: null, title: 'Droits voisins', custom: { Programme: 'Tremplin' } });
  });

  test('a category repeated by a ditto mark, or after « Frais de »', () => {
    const [tab] = read(
      sheet(
        'Trésorerie 2024',
        `
        Date | Libellé | Dépenses | Recettes | Poste
        05/01/2024 | Cotisation Alpha | ∅ | 50 | cotisations
        06/01/2024 | Cotisation Beta | ∅ | 50 | "
        07/01/2024 | Train | 30 | ∅ | Frais de déplacement`,
      ),
    );
    expect(tab?.records.map((record) => ('account_code' in record ? record.account_code : null))).toEqual([
      '756',
      '756',
      '625',
    ]);
    expect(kindsOf(tab)).toEqual(['E3 derived_from_above']);
  });

  test('« 09/23 » is a month, « oui (50) » no negative fee, a house at the same address a duplicate', () => {
    const [tab] = read(
      sheet(
        'Adhérents',
        `
        Structure | Mail | Statut | Entrée | Cotis
        Lynx | lou@lynx.example | coworking | 09/23 | oui (50)
        lynx studio | lou@lynx.example | coworking | 2024 | ∅
        Loup | loup@loup.example | coworking | 13/23 | ∅`,
      ),
    );
    expect(at(tab, 2)).toMatchObject({ start: { value: '2023-09', precision: 'month' }, fee_amount_cents: 5000 });
    expect(kindsOf(tab)).toEqual(['A3 duplicate_row', 'D4 invalid_date']);
  });

  test('« idem » in a list of members repeats the row above, doubts are told once', () => {
    const [tab] = read(
      sheet(
        'Adhérents',
        `
        Structure | Contact | Mail | Statut | Activité | Cotis
        Alpha | Al | al(at)alpha | ext. | label | oui
        Beta | idem | idem | " | idem | idem`,
      ),
    );
    expect(at(tab, 3)).toMatchObject({
      people: [{ name: 'Al' }],
      affiliation: 'non_resident',
      activities: ['label'],
      fee_paid: true,
      source_raw: { B: 'idem', D: '"' },
    });
    expect(kindsOf(tab)).toEqual([
      'C2 invalid_email',
      'B3 derived_from_above',
      'C3 derived_from_above',
      'D3 derived_from_above',
      'E3 derived_from_above',
      'F3 derived_from_above',
    ]);
  });

  test('a « ? » is an explicit unknown in any field, and says nothing of what a column holds', () => {
    const [tab] = read(
      sheet(
        'Adhérents',
        `
        Structure | Contact | Mail | Tél | Statut | Entrée | Cotis
        Alpha | ? | ? | ? | ? | ? | ?
        Beta | - | - | - | - | - | -
        Gamma | - | - | - | hébergé | - | -`,
      ),
    );
    expect(fieldsOf(tab)).toEqual([
      'organisation',
      'contact_person',
      'email',
      'phone',
      'affiliation',
      'start',
      'fee_paid',
    ]);
    expect(kindsOf(tab).filter((kind) => kind.includes('2 explicit_unknown'))).toHaveLength(6);
  });

  test('a head count in words is told, a category « - » is missing', () => {
    const [sessions, ledger] = read(
      sheet('Ateliers', 'Date | Thème | Lieu | Présents\n05/02/2024 | Contrats | Halle | six'),
      sheet('Compta', 'Date | Libellé | Débit | Crédit | Catégorie\n05/02/2024 | Achat | 30 | ∅ | -'),
    );
    expect(at(sessions, 2)).toMatchObject({ attendance_count: 6 });
    expect(kindsOf(sessions)).toEqual(['D2 number_in_words']);
    expect(kindsOf(ledger)).toEqual(['E2 category_missing']);
  });

  test('the version of a budget is in its title when the tab names none', () => {
    const [tab] = read(
      sheet('BP', 'BUDGET PREVISIONNEL 2025 v2\nCharges | ∅ | Produits | ∅\n60 Achats | 10 | 70 | 10'),
    );
    expect(tab?.metadata).toMatchObject({ version: 'v2' });
  });

  test('remarks and further columns of a budget stay with their side', () => {
    const [tab] = read(
      sheet(
        'BP 2025',
        `
        EMPLOIS | 2024 | 2025 | RESSOURCES | 2024 | 2025 | Remarques
        60 Achats | 5000 | 5500 | 74 Ville de Lille | 5000 | 5500 | demandé
        61 Loyers | 1000 | 1100 | 75 Cotisations | 1000 | 1100 | ∅`,
      ),
    );
    expect(at(tab, 2, 'expense')).toMatchObject({ amount_cents: 550_000, custom: { '2024': 5000 } });
    expect(at(tab, 2, 'income')).toMatchObject({
      amount_cents: 550_000,
      grant_status: 'requested',
      custom: { '2024 (2)': 5000, Remarques: 'demandé' },
    });
  });

  test('an attendance sheet whose title says all, numbered under « # »', () => {
    const [tab] = read(
      sheet(
        'Présences 14-03',
        `
        Atelier Booking du 14/03/2024 de 14h à 17h — salle Lune — Mme Orbite

        # | Nom Prénom | Structure | Signature
        1 | Gala Xie | Alpha | X
        2 | ∅ | ∅ | ∅`,
      ),
      MEMBERS,
    );
    expect(fieldsOf(tab)).toEqual(['rank', 'person', 'organisation', 'signature']);
    expect(tab?.metadata).toMatchObject({
      date: { value: '2024-03-14', precision: 'day' },
      start_time: '14:00',
      end_time: '17:00',
      place: 'salle Lune',
      provider: 'Mme Orbite',
    });
  });

  test('places are no place, « 9 sur 12 » are nine who came', () => {
    const [tab] = read(
      sheet(
        'Ateliers',
        `
        Date | Atelier | Places | Inscrits | Présents
        03/02/2024 | Statuts | 12 | 12 | 9 sur 12
        03/03/2024 | Paie | 12 | 11 | 8 sur 11`,
      ),
    );
    expect(fieldsOf(tab)).toEqual(['date', 'title', null, 'registered_count', 'attendance_count']);
    expect(tab?.totals).toMatchObject({ attendance_count: 17 });
  });
});
