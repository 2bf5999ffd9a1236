/** Tables: records are read as they were written, and what is not theirs is left alone. */
import fc from 'fast-check';
import { journalTable } from '../../src/core/journal.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { nextIds } from '../../src/core/table.ts';
import type { Table } from '../../src/core/table.ts';
import { tables } from '../../src/core/tables/index.ts';
import { records } from '../support/arbitrary.ts';

const sample = {
  name: 'sample',
  tab: 'Essai',
  purpose: 'Un essai.',
  prefix: 'ESS',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'name', header: 'Nom', type: 'text' },
    { field: 'tags', header: 'Étiquettes', type: 'list' },
    { field: 'count', header: 'Nombre', type: 'integer' },
    { field: 'rate', header: 'Taux', type: 'decimal' },
    { field: 'fee', header: 'Redevance', type: 'money', synonyms: ['Loyer'] },
    { field: 'since', header: 'Depuis', type: 'date' },
    { field: 'at', header: 'Heure', type: 'time' },
    { field: 'paid', header: 'Payé', type: 'yes_no' },
    { field: 'kind', header: 'Sorte', type: 'choice', choices: { office: 'bureau', desk: 'poste' } },
  ],
} as const satisfies Table;

test.each([sample, journalTable, outboxTable, ...tables] as Table[])(
  'readTable() gives back what changeTable() wrote: $tab',
  (table) => {
    fc.assert(
      fc.property(records(table), (written) => {
        const { records: read, problems } = readTable(table, changeTable(table, undefined, { put: written }));
        expect(problems).toEqual([]);
        expect(read).toEqual(written);
      }),
    );
  },
);

const row = {
  id: 'ESS-0001',
  name: 'Marée',
  tags: ['a'],
  count: 2,
  rate: 1.5,
  fee: 38550,
  since: '2023-05',
  at: '18:00',
  paid: true,
  kind: 'office',
} as const;

test('changeTable() leaves her own columns, formulas that give the value and other rows alone', () => {
  const grid = [
    ['N°', 'Ma colonne', 'Nom', 'Redevance'],
    ['ESS-0001', 'à moi', 'Marée', { formula: '=300+85' }],
    ['ESS-0002', 'encore', 'Palier', 190],
  ];
  const shown = [[], ['ESS-0001', 'à moi', 'Marée', 385], []];
  const after = changeTable(sample, grid, { put: [{ ...row, name: 'Marée Basse', fee: 38500 }] }, shown);
  expect(after).toEqual([grid[0], ['ESS-0001', 'à moi', 'Marée Basse', { formula: '=300+85' }], grid[2]]);
});

test('changeTable() finds its columns wherever they were moved, and under an older header', () => {
  const grid = [
    ['Loyer', 'N°', 'Nom'],
    [385, 'ESS-0001', 'Marée'],
  ];
  expect(changeTable(sample, grid, { put: [row] })[1]).toEqual([385.5, 'ESS-0001', 'Marée']);
});

test('changeTable() removes the rows of the ids that go', () => {
  const grid = [
    ['N°', 'Nom'],
    ['ESS-0001', 'a'],
    ['ESS-0002', 'b'],
    ['ESS-0003', 'c'],
  ];
  expect(changeTable(sample, grid, { remove: ['ESS-0002'] })).toEqual([grid[0], grid[1], grid[3]]);
});

test('readTable() tells each unreadable cell with its tab, row and cure, and keeps the rest of the row', () => {
  const { records: read, problems } = readTable(sample, [
    ['N°', 'Nom', 'Étiquettes', 'Nombre', 'Taux', 'Redevance', 'Depuis', 'Heure', 'Payé', 'Sorte'],
    ['ESS-0001', 'Marée', 'a ; b', 2.5, 1, 'beaucoup', '31/02/2023', '25h', 'peut-être', 'cave'],
    [null, 'sans numéro'],
    ['ESS-0001', 'le même'],
  ]);
  expect(read).toHaveLength(1);
  expect(read[0]).toMatchObject({ name: 'Marée', tags: ['a', 'b'], fee: null, since: null });
  expect(problems.map(({ row: at, column, kind }) => [at, column, kind])).toEqual([
    [2, 'D', 'invalid_number'],
    [2, 'F', 'invalid_amount'],
    [2, 'G', 'invalid_date'],
    [2, 'H', 'invalid_time'],
    [2, 'I', 'unreadable_yes_no'],
    [2, 'J', 'unknown_choice'],
    [3, 'A', 'id_missing'],
    [4, 'A', 'id_repeated'],
  ]);
  expect(problems[1]?.message).toBe(
    'Onglet « Essai », ligne 2, colonne « Redevance » : « beaucoup » – ce n’est pas un montant. Tapez un nombre, par exemple 385 ou 385,50.',
  );
});

test('readTable() says which managed column was deleted', () => {
  const { problems } = readTable(sample, [['N°', 'Nom']]);
  expect(problems.map(({ kind, raw }) => [kind, raw])).toContainEqual(['column_missing', 'Redevance']);
});

test('nextIds() goes on after the highest number', () => {
  expect(nextIds('ADH', ['ADH-0009', 'ADH-0100', 'autre', 'CON-0500'], 2)).toEqual(['ADH-0101', 'ADH-0102']);
});
