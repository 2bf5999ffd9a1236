import fc from 'fast-check';
import { EMPTY_DIRECTORY } from '../../../src/core/reading/directory.ts';
import { frameTab } from '../../../src/core/reading/frame.ts';
import { forecastsIn, programmeIn } from '../../../src/core/reading/programme-alias.ts';
import { readSessions } from '../../../src/core/reading/sessions.ts';
import { sheet } from '../../support/sheet-notation.ts';

const context = { year: 2024, today: '2024-05-12', directory: EMPTY_DIRECTORY };

function read(drawing: string, title = 'Ateliers') {
  const frame = frameTab(sheet(title, drawing));
  expect(frame.kind).toBe('sessions');
  return readSessions(frame, context);
}

const when = (drawing: string) =>
  read(drawing).records.map(({ date, start_time, end_time, duration_min }) =>
    [date?.value ?? '?', start_time ?? '-', end_time ?? '-', duration_min ?? '-'].join(' '),
  );
const problems = (drawing: string) =>
  read(drawing).findings.map(({ row, column, kind, raw }) => `${String(column)}${String(row)} ${kind} ${String(raw)}`);

describe('readSessions()', () => {
  test('columns in another order, another incubator’s words', () => {
    const { records } = read(`
      Thème | Animé par | Jour | Créneau | Nb participants | Nb inscrits | Salle
      Club : mécénat | Mme A | @2024-01-08 | 18h-20h | 17 | 22 | Grande salle
      Atelier compta | M. B | 9 janvier | 9h30-12h | 8 | 10 | -`);
    expect(records[0]).toMatchObject({
      programme: 'CLUB',
      title: 'Club : mécénat',
      provider: 'Mme A',
      date: { value: '2024-01-08', precision: 'day' },
      duration_min: 120,
      attendance_count: 17,
      registered_count: 22,
      place: 'Grande salle',
      status: 'held',
    });
    expect(records[1]).toMatchObject({ programme: null, date_derived: true, place: null, duration_min: 150 });
  });

  test('start and end in columns of their own, English-style dates, a time beside the date', () => {
    expect(
      when(`
        Date | Intitulé | Début | Fin | Présents
        March 4, 2024 | Club | 18h | 20h30 | 12
        2024-03-05 | Club | @18:00 | @19:00 | 3
        06/03/2024 18h-19h | Club | | | 4
        31/02/2024 | Club | | | 4`),
    ).toEqual(['2024-03-04 18:00 20:30 150', '2024-03-05 18:00 19:00 60', '2024-03-06 18:00 19:00 60', '? - - -']);
  });

  test('« idem » repeats the row above, and is said once for a row', () => {
    const drawing = `
      Date | Quoi | Intervenant | Horaire | Durée | Présents
      14 mars 2024 | Consult compta | Mme Y | 14h-17h | 3h | 5
      idem | Consult avocat | id. | id. | id. | 4
      " | Consult juriste | | | 2h | 4`;
    expect(when(drawing)).toEqual(['2024-03-14 14:00 17:00 180', '2024-03-14 14:00 17:00 180', '2024-03-14 - - 120']);
    expect(read(drawing).records[1]).toMatchObject({ provider: 'Mme Y', date_derived: true, time_derived: true });
    expect(problems(drawing)).toEqual(['A3 derived_from_above idem', 'A4 derived_from_above "']);
  });

  test('« idem » with nothing above is no date', () => {
    const drawing = `
      Date | Quoi | Horaire | Présents
      idem | Club | 18h | 5`;
    expect(problems(drawing)).toEqual(['A2 invalid_date idem']);
  });

  test('a season over two years: months from September are of the first', () => {
    expect(
      when(`
        PROGRAMME 2023-2024
        Date | Quoi | Horaire | Présents
        5 octobre | Club | 18h | 12
        8 janvier | Club | 18h | 9`),
    ).toEqual(['2023-10-05 18:00 - -', '2024-01-08 18:00 - -']);
  });

  test('sections give their year to the dates below them', () => {
    const { records, sections } = read(`
      Date | Quoi | Horaire | Présents
      [grey] SEPT-DÉC 2022
      5 octobre | Club | 18h | 12
      [grey] ANNÉE 2023
      8 janvier | Club | 18h | 9`);
    expect(records.map(({ date }) => date?.value)).toEqual(['2022-10-05', '2023-01-08']);
    expect(sections?.map(({ year }) => year)).toEqual([2022, 2023]);
  });

  test('hours win over a typed duration, and a difference is said', () => {
    const drawing = `
      Date | Quoi | Horaire | Durée | Présents
      09/03/2024 | Rencontre | 14h-18h | 3h | 18
      10/03/2024 | Rencontre | 18h | 1h30 | 18`;
    expect(read(drawing).records).toMatchObject([
      { duration_min: 240, duration_source: 'hours' },
      { duration_min: 90, duration_source: 'typed', end_time: null },
    ]);
    expect(problems(drawing)).toEqual(['D2 duration_mismatch 3h']);
  });

  test('a duration for each structure is multiplied by their number', () => {
    const { records } = read(`
      Date | Quoi | Horaire | Durée | Inscrits | Présents
      mars-avril | diag structuration | 2h/struct | 12 | 6 struct. | 6
      mai | Audit com | 3h/struct | | 4 struct. |`);
    expect(records[0]).toMatchObject({
      date: { value: '2024-03', precision: 'month' },
      date_end: { value: '2024-04', precision: 'month' },
      unit_count: 6,
      unit_duration_min: 120,
      duration_min: 720,
      duration_source: 'typed',
      status: 'held',
    });
    expect(records[1]).toMatchObject({ unit_count: 4, duration_min: 720, duration_source: 'hours', status: 'planned' });
  });

  test('the status follows from the word « annulé », the date and the head count', () => {
    const { records, findings } = read(`
      Date | Quoi | Présents | Remarques
      04/03/2024 | Club A | 12 |
      05/03/2024 | Club B | ? |
      06/06/2024 | Club C | |
      07/03/2024 | Club D | | ANNULÉE faute d'inscrits
      ? | Club E | |
      annulé | Club F | |`);
    expect(records.map(({ status }) => status)).toEqual([
      'held',
      'to_confirm',
      'planned',
      'cancelled',
      'unscheduled',
      'cancelled',
    ]);
    expect(findings.map(({ row, kind }) => [row, kind])).toEqual([
      [3, 'explicit_unknown'],
      [5, 'session_cancelled'],
      [6, 'explicit_unknown'],
      [7, 'session_cancelled'],
    ]);
  });

  test('a moved session keeps its first date', () => {
    const drawing = `
      Date | Quoi | Présents
      ~1er mai 2024~ → 15/05 | Club | 
      ~6 mai~ 13/05/2024 | Club | `;
    expect(read(drawing).records).toMatchObject([
      { date: { value: '2024-05-15' }, previous_dates: ['2024-05-01'], status: 'planned' },
      { date: { value: '2024-05-13' }, previous_dates: ['2024-05-06'], date_derived: false },
    ]);
    expect(problems(drawing)).toEqual(['A2 session_moved 1er mai 2024 → 15/05', 'A3 session_moved 6 mai 13/05/2024']);
  });

  test('estimates are numbers, words in a number’s place are remarks, nothing is lost', () => {
    const { records, totals } = read(`
      Date | Quoi | Horaire | Inscrits | Présents | Dont F
      04/03/2024 | Club | matin | "25" | ~19 | 30 env.
      05/03/2024 | Club | 18h | voir feuille | une vingtaine | -`);
    expect(records).toMatchObject([
      { registered_count: 25, registered_approximate: true, attendance_count: 19, women_count: 30, notes: ['matin'] },
      { registered_count: null, attendance_count: 20, attendance_approximate: true, notes: ['voir feuille'] },
    ]);
    expect(totals).toMatchObject({ attendance_count: 39, attendance_count_exact_only: 0, registered_count: 25 });
  });

  test('error cells give nothing and never stop the reading', () => {
    const { records } = read(`
      Date | Quoi | Horaire | Durée | Présents
      #REF! | Club | #N/A | #VALUE! | #DIV/0!
      04/03/2024 | #NAME? | 18h | 1h | 5`);
    expect(records).toMatchObject([
      { date: null, start_time: null, duration_min: null, attendance_count: null, status: 'unscheduled' },
      { date: { value: '2024-03-04' }, attendance_count: 5 },
    ]);
  });

  test('a total written in the tab is compared with the computed one', () => {
    const { controls, findings } = read(`
      Date | Quoi | Durée | Présents
      04/03/2024 | Club | 2h | 10
      05/03/2024 | Club | 1.5 | ~12
      TOTAL | 2 séances | =SUM(C2:C3)>1.5 | =SUM(D2:D3)>10`);
    expect(controls).toMatchObject([
      { column: 'B', what: 'count', declared: 2, computed: 2, matches: true },
      { column: 'C', what: 'hours', declared: 1.5, computed: 3.5, why: 'SUM skips the durations typed as text' },
      { column: 'D', declared: 10, computed: 22, why: 'SUM skips the approximate counts typed as text' },
    ]);
    expect(findings.map(({ column, kind }) => [column, kind])).toEqual([
      ['C', 'total_mismatch'],
      ['D', 'total_mismatch'],
    ]);
  });

  test('never throws on any grid', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[|\n@]/gu, ' ')),
      fc.constantFrom('idem', '?', '12/03', '18h', '2h/struct', '#REF!', '@2024-01-01', '~6 mai~ 7/5', '3'),
    );
    const row = fc.array(cell, { minLength: 4, maxLength: 9 }).map((cells) => cells.join(' | '));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const header = 'Date | Quoi | Intervenant | Horaire | Durée | Inscrits | Présents | Structures';
        const frame = frameTab(sheet('Ateliers', [header, ...rows].join('\n')));
        const { records } = readSessions(frame, context);
        expect(records.map((record) => record.source_row)).toEqual(frame.data.map((line) => line.row));
      }),
      { numRuns: 60 },
    );
  });
});

describe('programmeIn()', () => {
  test.each([
    ['Clubs Mila : IA', 'CLUB'],
    ['club - LIVE', 'CLUB'],
    ['Consult° juriste structuration', 'EXPERT'],
    ["Consultations d'experts (compta)", 'EXPERT'],
    ['diag structuration', 'DIAG'],
    ['Audit com digital', 'AUDIT'],
    ['co-développement', 'CODEV'],
    ['Co-dev', 'CODEV'],
    ['Renc. Managers : clips', 'MANAGERS'],
    ["Rencontres managers d'artistes", 'MANAGERS'],
    ['Crescendo petit-déj Forum Entreprendre dans la Culture', 'CRESC'],
    ['Crescendo afterwork studios', 'CRESC'],
    ['Afterwork La Nouvelle Onde', 'AFTERWORK'],
    ["Déj's Roulettes", 'DEJ'],
    ['Déjs roulette', 'DEJ'],
    ['SOIRÉE 20 ANS', 'ANNIV20'],
    ['Pot "100 Adhérents pour le Printemps"', 'POT100'],
    ['Rencontre 104 Factory / Minassa', 'HORSMURS'],
    ['JURIQUIZZ', 'JURI'],
    ['Réunion en salle de réunion', null],
    ['Formation Excel', null],
    ['', null],
  ])('finds in %p the programme %p', (title, programme) => {
    expect(programmeIn(title)).toBe(programme);
  });
});

describe('forecastsIn()', () => {
  test('reads targets and ranges after the word', () => {
    expect(forecastsIn('SUIVI 2024   Objectifs : 15 diag, 10 à 15 audits et 8 codev / 3 inconnus')).toEqual([
      { programme: 'DIAG', target_min: 15, target_max: 15, raw: '15 diag' },
      { programme: 'AUDIT', target_min: 10, target_max: 15, raw: '10 à 15 audits' },
      { programme: 'CODEV', target_min: 8, target_max: 8, raw: '8 codev' },
    ]);
    expect(forecastsIn('SUIVI DES 12 CLUBS')).toEqual([]);
  });
});
