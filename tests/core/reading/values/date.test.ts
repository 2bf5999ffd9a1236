import fc from 'fast-check';
import { serialOf } from '../../../../src/core/day.ts';
import {
  atPrecision,
  firstDay,
  isImplausible,
  readDate,
  readDateText,
} from '../../../../src/core/reading/values/date.ts';
import { monthIn, yearIn } from '../../../../src/core/reading/values/date-parts.ts';

/** The reading in a small notation: "2023-01-12", "2023-03 > 2023-04", with "*" when the year was taken from the context. */
function read(text: string, struckText?: string): string {
  const reading = readDateText(text, 2023, struckText);
  if (reading.state === 'date')
    return reading.date.value + (reading.derived ? '*' : '') + (reading.rest && ` | ${reading.rest}`);
  if (reading.state === 'range') return `${reading.date.value} > ${reading.end.value}${reading.derived ? '*' : ''}`;
  if (reading.state === 'moved')
    return `${reading.from.value} moved to ${reading.date.value}${reading.derived ? '*' : ''}`;
  return reading.state;
}

describe('readDateText()', () => {
  test.each([
    ['12/01/23', '2023-01-12'],
    ['12-3-2023', '2023-03-12'],
    ['13.04.2023', '2023-04-13'],
    ['1 / 2 / 2023', '2023-02-01'],
    ['12/05/49', '2049-05-12'],
    ['12/05/98', '1998-05-12'],
    ['2023-01-16', '2023-01-16'],
    ['2023-01-16T10:30:00Z', '2023-01-16'],
    ['12 mars 2023', '2023-03-12'],
    ['17 Septembre 2020', '2020-09-17'],
    ['1er mars 2023', '2023-03-01'],
    ['1er déc. 2020', '2020-12-01'],
    ['jeudi 6 avril', '2023-04-06*'],
    ['mar. 7 mars 2023', '2023-03-07'],
    ['6 mars', '2023-03-06*'],
    ['03/12', '2023-12-03*'],
    ['mars 2023', '2023-03'],
    ['MARS 2023', '2023-03'],
    ['janv 2023', '2023-01'],
    ['sept. 2022', '2022-09'],
    ["févr '23", '2023-02'],
    ['02/2023', '2023-02'],
    ['2023-02', '2023-02'],
    ['octobre', '2023-10*'],
    ['2021', '2021'],
    ['fin mai 2023', '2023-05'],
    ['fin 2024', '2024'],
    ['depuis 2019', '2019'],
    ['à partir du 1er juin', '2023-06-01*'],
    ['March 12, 2023', '2023-03-12'],
    ['12 March 2023', '2023-03-12'],
    ['3rd of April 2023', '2023-04-03'],
    ['31/12/2023 (prolong.)', '2023-12-31 | (prolong.)'],
    ['12/03/2023 14h', '2023-03-12 | 14h'],
    ['12/03/23.', '2023-03-12'],
    ['12 03 2023', '2023-03-12'],
    ['12032023', '2023-03-12'],
    ['20230312', '2023-03-12'],
    ['5-févr.-23', '2023-02-05'],
    ['12-Mar-2023', '2023-03-12'],
    ['premier mars', '2023-03-01*'],
    ['AG du 12/03/2023', '2023-03-12 | AG du'],
    ['reporté au 12/06', '2023-06-12*'],
  ])('reads %p as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['mars-avril', '2023-03 > 2023-04*'],
    ['mars/avril 2022', '2022-03 > 2022-04'],
    ['11/10 au 13/10/2023', '2023-10-11 > 2023-10-13'],
    ['du 11 au 13 octobre 2023', '2023-10-11 > 2023-10-13'],
    ['du 11 au 13 octobre', '2023-10-11 > 2023-10-13*'],
    ['sept 2022 - juin 2023', '2022-09 > 2023-06'],
    ['nov. – janv. 2023', '2022-11 > 2023-01'],
    ['01/09/2022 - 30/06/2023', '2022-09-01 > 2023-06-30'],
    ['10/05/2023-17/05/2023', '2023-05-10 > 2023-05-17'],
    ['3 et 4 juin', '2023-06-03 > 2023-06-04*'],
    ['3, 4 et 5 juin 2023', '2023-06-03 > 2023-06-05'],
    ['2022-2023', '2022 > 2023'],
  ])('reads the span %p as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('tells a moved session from the arrow or from what is struck through', () => {
    expect(read('1er mai 2023 → 15/05')).toBe('2023-05-01 moved to 2023-05-15*');
    expect(read('1er mai 15/05/2023', '1er mai')).toBe('2023-05-01 moved to 2023-05-15');
    expect(read('12/12/2022 reporté au 9/1/2023')).toBe('2022-12-12 moved to 2023-01-09');
  });

  test.each([
    '31/02/2023',
    '03/25/2023',
    '31/04/2023',
    'depuis le début',
    'bientôt',
    'T1 2023',
    '120323',
    '12/2023/01',
    '99/99',
    '45€',
  ])('refuses %p', (text) => {
    expect(read(text)).toBe('invalid');
  });

  test('tells « idem », « ? » and an empty mark apart', () => {
    expect(['idem', 'Id.', '"', '〃', '« »'].map((text) => read(text))).toEqual(Array(5).fill('same'));
    expect(['à définir', 'TBC', 'NC'].map((text) => read(text))).toEqual(Array(3).fill('unknown'));
    expect(['?', '??', ' ? '].map((text) => read(text))).toEqual(Array(3).fill('unknown'));
    expect(['', '-', '—', '  '].map((text) => read(text))).toEqual(Array(4).fill('empty'));
  });

  test('never throws, and every day it finds exists', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d/.\- ]{1,12}$/u)), (text) => {
        const reading = readDateText(text, 2023);
        if (reading.state === 'date')
          expect(firstDay(reading.date)).toMatch(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u);
      }),
    );
  });

  test('reads back every day written the French way', () => {
    fc.assert(
      fc.property(fc.integer({ min: serialOf('1990-01-01'), max: serialOf('2049-12-31') }), (serial) => {
        const day = readDate({ shown: serial, temporal: 'date', format: 'dd/mm/yyyy' }, 2023);
        if (day.state !== 'date') throw new Error('a serial number is a day');
        const [year = '', month = '', date = ''] = day.date.value.split('-');
        expect(readDateText(`${date}/${month}/${year}`, 1999)).toMatchObject({ date: day.date, derived: false });
        expect(readDateText(`${date}/${month}/${year.slice(2)}`, 1999)).toMatchObject({ date: day.date });
      }),
    );
  });
});

describe('readDate()', () => {
  test('keeps the precision that the number format shows', () => {
    const serial = serialOf('2023-03-01');
    expect(readDate({ shown: serial, temporal: 'date', format: 'dd/mm/yyyy' }, 2023)).toMatchObject({
      date: { value: '2023-03-01' },
    });
    expect(readDate({ shown: serial, temporal: 'date', format: 'mmm yyyy' }, 2023)).toMatchObject({
      date: { value: '2023-03' },
    });
    expect(readDate({ shown: serial, temporal: 'date', format: 'yyyy' }, 2023)).toMatchObject({
      date: { value: '2023' },
    });
    expect(readDate({ shown: serial, temporal: 'date' }, 2023)).toMatchObject({ date: { value: '2023-03-01' } });
  });

  test('reads a bare number as a year, a serial number or a compact date, and marks the serial number', () => {
    expect(readDate({ shown: 2021 }, 2023)).toMatchObject({
      date: { value: '2021', precision: 'year' },
      bareSerial: false,
    });
    expect(readDate({ shown: 44_927 }, 2023)).toMatchObject({ date: { value: '2023-01-01' }, bareSerial: true });
    expect(readDate({ shown: 20_230_312 }, 2023)).toMatchObject({ date: { value: '2023-03-12' } });
    expect(readDate({ shown: 12.5 }, 2023)).toEqual({ state: 'invalid' });
  });

  test('refuses errors, booleans and times, and finds nothing in no cell', () => {
    expect(readDate({ shown: { error: '#REF!' } }, 2023)).toEqual({ state: 'invalid' });
    expect(readDate({ shown: true }, 2023)).toEqual({ state: 'invalid' });
    expect(readDate({ shown: 0.5, temporal: 'time' }, 2023)).toEqual({ state: 'invalid' });
    expect(readDate(undefined, 2023)).toEqual({ state: 'empty' });
  });
});

describe('isImplausible()', () => {
  test('is true years after the reference day and before 1900', () => {
    const dates = ['2032-05-12', '2028-05-12', '2028-05-13', '1899-01-01', '2023-01-01'];
    expect(dates.map((value) => isImplausible({ value, precision: 'day' }, '2023-05-12'))).toEqual([
      true,
      false,
      true,
      true,
      false,
    ]);
    expect(isImplausible(atPrecision('2099-01-01', 'year'), '2023-05-12')).toBe(true);
  });
});

describe('monthIn() and yearIn()', () => {
  test('find the first month and year of a title', () => {
    expect(monthIn('TOTAL FEVRIER')).toBe(2);
    expect(monthIn('HÉBERGÉS')).toBeNull();
    expect(yearIn('SEPT-DÉC 2022')).toBe(2022);
    expect(yearIn('tel 0120230000')).toBeNull();
  });
});
