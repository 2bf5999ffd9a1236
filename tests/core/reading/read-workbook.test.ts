import fc from 'fast-check';
import path from 'node:path';
import { readWorkbook } from '../../../src/core/reading/read-workbook.ts';
import type { SourceCell, SourceTab } from '../../../src/core/reading/source.ts';
import type { Reading, TabReading } from '../../../src/core/reading/types.ts';
import { columnIndex, columnLetters } from '../../../src/core/workbook.ts';
import { sheet } from '../../support/sheet-notation.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';
import { pushedDown, reordered, reworded } from '../../support/source-variants.ts';

const OPTIONS = { workbook: 'mila-2023.xlsx', today: '2023-05-12' };
const HEADERS: Readonly<Record<string, number>> = {
  'ADHERENTS 2023': 2,
  Locaux: 1,
  'BP 2023 V4 def (2)': 1,
  'Ateliers - suivi': 1,
  'feuille présence JURIQUIZZ': 3,
  'Compta 2023': 3,
};
const OTHER_WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ADHERENTS 2023': {
    Structure: 'Raison sociale',
    'Nom contact': 'Référent·e',
    Mail: 'Courriel',
    Tél: 'Port.',
    Statut: 'Affil.',
    Activité: 'Métier(s)',
    'Date adh.': 'Adhérent depuis',
    'Cotis payée ?': 'À jour ?',
    Remarques: 'Commentaires',
  },
  Locaux: {
    'N°': 'Local',
    Surface: 'm²',
    Occupant: 'Résident',
    Entrée: 'Depuis',
    'Sortie prévue': 'Fin de convention',
    Redevance: 'Participation',
    Caution: 'Dépôt',
    'Obs.': 'Notes',
  },
  'BP 2023 V4 def (2)': { CHARGES: 'Dépenses 2023', PRODUITS: 'RESSOURCES' },
  'Ateliers - suivi': {
    Date: 'Jour',
    Quoi: 'Thème',
    'Intervenant.e': 'Animé par',
    Horaire: 'Créneau',
    Durée: 'Nb heures',
    Inscrits: 'Nb inscrits',
    Présents: 'Participants',
    'Dont F': 'dont femmes',
    Structures: 'Entreprises',
    Lieu: 'Salle',
  },
  'feuille présence JURIQUIZZ': { NOM: 'Nom', Structure: 'Société', Fonction: 'Rôle', Signature: 'Émargement' },
  'Compta 2023': { Libellé: 'Opération', Débit: 'Sorties', Crédit: 'Entrées', Catégorie: 'Imputation' },
};

let sample: readonly SourceTab[];
let usual: Reading;

beforeAll(async () => {
  sample = (await sourceFromXlsx(path.join(__dirname, '../../../src/local/sample/mila-2023.xlsx'))).filter(
    ({ title }) => title in HEADERS,
  );
  usual = readWorkbook(sample, OPTIONS).reading;
});

/** A reading without what depends on where things stand. */
function meaning(tab: TabReading, place: { row?: (row: number) => number; column?: (letters: string) => string } = {}) {
  const row = (at: number | null) => (at === null ? null : (place.row?.(at) ?? at));
  const column = (at: string | null) => (at === null ? null : (place.column?.(at) ?? at));
  const positions = /^(?:source_row|row|of_row|parent_row|duplicate_of_row|subtotal_of)$/u;
  const records = JSON.parse(
    JSON.stringify(tab.records, (key, value: unknown) => {
      if (key === 'source_raw' || key === 'custom' || key === 'source_column') return undefined;
      const move = (one: unknown) => (typeof one === 'number' ? row(one) : one);
      if (!positions.test(key)) return value;
      return Array.isArray(value) ? value.map(move) : move(value);
    }),
  ) as unknown;
  return {
    kind: tab.kind,
    totals: tab.totals,
    records,
    problems: tab.problems.map((one) => `${String(row(one.row))} ${String(column(one.column))} ${one.kind}`).sort(),
  };
}

describe('readWorkbook()', () => {
  test('other header words change nothing', () => {
    const tabs = sample.map((tab) => reworded(tab, HEADERS[tab.title] ?? 0, OTHER_WORDS[tab.title] ?? {}));
    const { tabs: read } = readWorkbook(tabs, OPTIONS).reading;
    read.forEach((tab, index) => {
      expect(meaning(tab)).toEqual(meaning(usual.tabs[index]!));
    });
  });

  test('data pushed down below a letterhead changes nothing', () => {
    const lead = ['Association', '12 rue X', '75018 Paris', '', 'Document interne', '', '', '', ''];
    const { tabs: read } = readWorkbook(
      sample.map((tab) => pushedDown(tab, 1, lead)),
      OPTIONS,
    ).reading;
    const row = (at: number) => (at > 1 ? at - lead.length : at);
    read.forEach((tab, index) => {
      expect(meaning(tab, { row })).toEqual(meaning(usual.tabs[index]!));
    });
  });

  test.each([3, 5, 7])('columns in another order change nothing (%i)', (step) => {
    const orders = new Map(sample.map((tab) => [tab.title, orderOf(tab, step)] as const));
    const tabs = sample.map((tab) => reordered(tab, HEADERS[tab.title] ?? 0, orders.get(tab.title) ?? []));
    const { tabs: read } = readWorkbook(tabs, OPTIONS).reading;
    read.forEach((tab, index) => {
      const order = orders.get(tab.name) ?? [];
      const column = (letters: string) => columnLetters(order[columnIndex(letters)] ?? 0);
      expect(meaning(tab, { column })).toEqual(meaning(usual.tabs[index]!));
    });
  });

  test('an error in a key cell becomes a problem, the row stays a record', () => {
    const { reading } = readWorkbook(
      [
        sheet(
          'Adhérents',
          `
          Structure | Mail | Statut | Cotis
          #REF! | a@a.example | hébergé | oui
          Beta | #N/A | hébergé | #VALUE!`,
        ),
      ],
      OPTIONS,
    );
    const [tab] = reading.tabs;
    expect(tab?.records).toHaveLength(2);
    expect(tab?.problems.map(({ row, column, kind }) => `${column ?? '-'}${String(row)} ${kind}`)).toEqual([
      '-2 organisation_missing',
      'A2 error_cell',
      'B3 error_cell',
      'D3 error_cell',
    ]);
  });

  test('bare numbers read as dates and « 1,250 » are flagged', () => {
    const { reading } = readWorkbook(
      [
        sheet(
          'Locaux',
          `
          Bureau | Surface | Occupant | Entrée | Redevance
          1 | 10 | Alpha | 44927 | 1,250 €
          2 | 12 | Beta | 2023 | 300`,
        ),
      ],
      OPTIONS,
    );
    expect(reading.tabs[0]?.problems.map(({ row, column, kind }) => `${column ?? '-'}${String(row)} ${kind}`)).toEqual([
      'D2 bare_serial',
      'E2 ambiguous_amount',
    ]);
    expect(reading.problem_kinds).toHaveProperty('bare_serial');
  });

  test('the year is the one that most tabs name, and that of the day of reference without any', () => {
    const tab = (title: string) => sheet(title, 'Structure | Statut\nAlpha | hébergé');
    const yearOf = (titles: readonly string[]) => readWorkbook(titles.map(tab), OPTIONS).reading.context.year;
    expect(yearOf(['Adhérents 2021', 'Membres 2022', 'Anciens membres 2021'])).toBe(2021);
    expect(yearOf(['Adhérents'])).toBe(2023);
  });

  test('organisations of two tabs of members share their ids', () => {
    const { reading } = readWorkbook(
      [
        sheet('Adhérents 2022', 'Structure | Statut\nAlpha SARL | hébergé\nBeta | hébergé'),
        sheet('Adhérents 2023', 'Structure | Statut\nBêta | hébergé\nalpha | boutique\nGamma | boutique'),
      ],
      OPTIONS,
    );
    const ids = reading.tabs.map(({ records }) =>
      records.map((record) => ('organisation_id' in record ? record.organisation_id : '')),
    );
    expect(ids).toEqual([
      ['O001', 'O002'],
      ['O002', 'O001', 'O003'],
    ]);
    expect(reading.totals).toMatchObject({ organisations: 3, member_rows: 5 });
  });

  test('never throws and loses no cell, whatever the tabs hold', () => {
    fc.assert(
      fc.property(fc.array(hostileTab, { maxLength: 4 }), (tabs) => {
        const { reading } = readWorkbook(tabs, OPTIONS);
        for (const { cells } of reading.tabs) {
          expect(Object.values(cells.by_row_class).reduce((total, one) => total + one, 0)).toBe(cells.non_empty);
        }
        expect(JSON.parse(JSON.stringify(reading))).toHaveProperty('tabs');
      }),
      { numRuns: 60 },
    );
  });
});

function orderOf(tab: SourceTab, step: number): readonly number[] {
  const width = Math.max(...tab.rows.map((row) => row.length));
  const order = Array.from({ length: width }, (_, index) => index);
  // Sides and amounts of a budget stand side by side: their order is their meaning.
  return tab.title.startsWith('BP') ? order : order.map((index) => (width - 1 - index + step) % width);
}

const HEADS = [
  ['Structure', 'Mail', 'Tél', 'Statut', 'Date adh.', 'Cotis'],
  ['N°', 'Surface', 'Occupant', 'Entrée', 'Sortie', 'Redevance', 'Caution'],
  ['CHARGES', '', 'PRODUITS', ''],
  ['Date', 'Quoi', 'Horaire', 'Durée', 'Présents', 'Structures'],
  ['N°', 'Nom', 'Prénom', 'Structure', 'Signature'],
  ['Date', 'Libellé', 'Débit', 'Crédit', 'Catégorie', 'Solde'],
];
const hostile: fc.Arbitrary<SourceCell | undefined> = fc.oneof(
  fc.constant(undefined),
  fc
    .constantFrom(
      '=HYPERLINK("x")',
      '31/02/2023',
      'idem',
      '→',
      '(((',
      '1 250,00 €/mois',
      'CW1 à CW999',
      '18h-',
      '60-61-62',
    )
    .map((shown) => ({ entered: shown, shown })),
  fc.string({ unit: 'grapheme', maxLength: 30 }).map((shown) => ({ entered: shown, shown })),
  fc.double().map((shown) => ({ entered: shown, shown, temporal: 'date' as const })),
  fc.constantFrom('#REF!', '#N/A').map((error) => ({ entered: { formula: '=A1' }, shown: { error } })),
  fc.double().map((shown) => ({ entered: { formula: '=SUM(A1:A9)' }, shown })),
  fc.boolean().map((shown) => ({ entered: shown, shown })),
);
const hostileTab: fc.Arbitrary<SourceTab> = fc
  .tuple(
    fc.constantFrom(...HEADS),
    fc.array(fc.array(hostile, { maxLength: 9 }), { maxLength: 10 }),
    fc.constantFrom('Adhérents', 'Locaux 2024', '__proto__', ''),
  )
  .map(([head, rows, title]) => ({
    title,
    hidden: false,
    rows: [head.map((shown) => ({ entered: shown, shown })), ...rows],
    merges: [],
    hiddenRows: [],
    hiddenColumns: [],
  }));
