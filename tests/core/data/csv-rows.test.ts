import programmesCsv from '../../../src/core/data/programmes-2023.csv';
import { csvRows } from '../../../src/core/data/csv-rows.ts';
import { programmeIn } from '../../../src/core/reading/programme-alias.ts';

describe('csvRows()', () => {
  test('gives cells by column name, quoted or not, short rows too', () => {
    expect(csvRows('a;b;c\r\n1;"x;""y""";\n\n2\n')).toEqual([
      { a: '1', b: 'x;"y"', c: '' },
      { a: '2', b: '', c: '' },
    ]);
    expect(csvRows('')).toEqual([]);
  });
});

describe('the list of programmes', () => {
  const programmes = csvRows(programmesCsv);

  test('has one row for each code', () => {
    const codes = programmes.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('CLUB');
  });

  test('names each programme that holds sessions so that it is found again', () => {
    const withSessions = programmes.filter(({ family = '' }) => !['hosting', 'complementary_service'].includes(family));
    for (const { code, name = '', aliases = '' } of withSessions) {
      for (const said of [name, ...aliases.split('|').filter((alias) => alias !== '')]) {
        expect([said, programmeIn(said)]).toEqual([said, code]);
      }
    }
  });
});
