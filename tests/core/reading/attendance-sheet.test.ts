import { readAttendanceSheet } from '../../../src/core/reading/attendance-sheet.ts';
import { makeDirectory } from '../../../src/core/reading/directory.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { sheet } from '../../support/sheet-notation.ts';

const directory = makeDirectory(
  ['Alpha', 'Beta Records'].map((organisation, index) => ({
    entry: { organisation_id: `O${String(index)}`, organisation, affiliation: null, tab: 'A', row: index, people: [] },
    names: [organisation],
  })),
);

function read(drawing: string) {
  const frame = frameTab(sheet('Émargement', drawing));
  expect(frame.kind).toBe('attendance_sheet');
  return readAttendanceSheet(frame, { year: 2024, today: '2024-03-15', directory });
}

describe('readAttendanceSheet()', () => {
  test('one column for the whole name: capitals tell the family name', () => {
    const { records, metadata } = read(`
      Feuille d'émargement - Atelier - 12/03/2024 de 9h30 à 12h30
      Lieu : Salle B
      Intervenante : Mme Y
      Nom et prénom | Société | Émargement
      DUPONT Anne | alpha | présente
      Paul Durand | Beta | absent
      Mme LE GALL Jo | | `);
    expect(metadata).toMatchObject({
      date: { value: '2024-03-12', precision: 'day' },
      start_time: '09:30',
      end_time: '12:30',
      place: 'Salle B',
      provider: 'Mme Y',
    });
    expect(
      records.map(({ last_name, first_name, organisation, attendance_status }) =>
        [last_name, first_name, organisation, attendance_status].join(' / '),
      ),
    ).toEqual([
      'DUPONT / Anne / Alpha / present',
      'Durand / Paul / Beta Records / absent',
      'LE GALL / Jo /  / registered',
    ]);
  });

  test('pre-printed numbers are blank, withdrawals, heads without a name, doubles and partners are listed', () => {
    const { records, findings, totals } = read(`
      N° | Nom | Prénom | Structure | Signature
      1 | Dupont | Anne | Alpha | excusée
      2 | Durand | Paul | Réseau FELIN - Maison X | x
      3 | + 2 personnes | | Alpha |
      4 | DURAND | paul | Beta |
      5 | Petit | Lou | Inconnue |
      6
      7`);
    expect(findings.map(({ row, column, kind }) => `${column ?? '-'}${String(row)} ${kind}`)).toEqual([
      'E2 withdrawal',
      'D3 non_member',
      'B4 person_without_name',
      'B5 duplicate_row',
      'D6 non_member',
    ]);
    expect(records.map(({ duplicate_of_rank }) => duplicate_of_rank)).toEqual([null, null, null, 2, null]);
    expect(totals).toMatchObject({ rows: 5, withdrawn: 1, signatures: 1, empty_numbered_rows: 2, registered: 3 });
  });
});
