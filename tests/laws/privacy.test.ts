/** After an erasure nothing leads back: on random workbooks where the person was written anywhere. */
import fc from 'fast-check';
import { erasePerson } from '../../src/core/commands/erase-person.ts';
import { journalTable, UNDO_HEADER, UNDO_TAB } from '../../src/core/journal.ts';
import { managedTitles } from '../../src/core/managed.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import type { AnyRecord, Table } from '../../src/core/table.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { receiptTable } from '../../src/core/tables/receipt.ts';
import { tables } from '../../src/core/tables/index.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { records, workbook } from '../support/arbitrary.ts';
import { blank } from '../support/blank.ts';
import { stateFor } from '../support/command-arbitrary.ts';

const moment = { today: '2023-05-12', time: '10:00' };
// « REC-… » keeps the name by law: its tab is left out of these workbooks, and has its examples.
const some: readonly Table[] = [...tables, journalTable, outboxTable].filter((table) => table !== receiptTable);

const traces = fc.constantFrom(
  'Zéphyrine Quatrevaux',
  'ZEPHYRINE QUATREVAUX',
  'Quatrevaux Zéphyrine',
  'Vu avec Zéphyrine  Quatrevaux, mardi',
  'zephyrine@quatrevaux.example',
  'Écrire à « Zephyrine@Quatrevaux.example » ; merci',
  '06 99 55 44 33',
  'tél. +33 6 99 55 44 33 (soir)',
  'Les Ateliers Quatrevaux',
  'réunion : les ateliers-quatrevaux',
);
const LEADS_BACK = /quatrevaux|z[eé]phyrine|99.?55.?44.?33/iu;

/** Records in which any text may speak of the person. */
function speaking(table: Table): fc.Arbitrary<readonly AnyRecord[]> {
  const texts = table.columns
    .filter(({ type, field }) => type === 'text' && !field.includes('key'))
    .map(({ field }) => field);
  const hidden = [
    'setting',
    'prints',
    'part',
    'kind',
    'linked_field',
    'template',
    'command',
    'claimed_at',
    'subject',
    'value',
    'action',
  ];
  // A namesake, or someone of the same address, keeps it: that has its examples.
  const identity = table === memberTable || table === contactTable ? ['name', 'organisation', 'email', 'phone'] : [];
  const free = texts.filter((field) => ![...hidden, ...identity].includes(field));
  return records(table).chain((rows) =>
    fc
      .array(fc.record({ row: fc.nat(), field: fc.constantFrom(...(free.length > 0 ? free : ['id'])), text: traces }), {
        maxLength: 4,
      })
      .map((spots) =>
        spots.reduce<AnyRecord[]>(
          (changed, { row, field, text }) => {
            const record = changed[row % Math.max(1, changed.length)];
            if (record !== undefined && field !== 'id') changed[row % changed.length] = { ...record, [field]: text };
            return changed;
          },
          // A mail that is leaving holds everything back: that has its example.
          rows.map((row) => (row['status'] === 'claimed' ? { ...row, status: 'sent' } : row)),
        ),
      ),
  );
}

const person = {
  id: 'CON-9001',
  name: 'Zéphyrine Quatrevaux',
  member: 'ADH-9001',
  email: 'zephyrine@quatrevaux.example',
  phone: '0699554433',
};
const organisation = {
  id: 'ADH-9001',
  organisation: 'Les Ateliers Quatrevaux',
  email: 'zephyrine@quatrevaux.example',
  left_on: '2020',
};

const situations: fc.Arbitrary<Workbook> = fc
  .subarray([...some], { maxLength: 6 })
  .chain((chosen) =>
    fc.tuple(
      workbook,
      fc.tuple(...chosen.map((table) => speaking(table).map((rows) => [table, rows] as const))),
      traces,
    ),
  )
  .map(([own, filled, kept]) => {
    const managed = Object.fromEntries(
      filled.map(([table, rows]) => [table.tab, changeTable(table, undefined, { put: rows })]),
    );
    const put = (table: Table, record: AnyRecord) => changeTable<Table>(table, managed[table.tab], { put: [record] });
    const cell = { key: null, row: 1, header: null, column: 2, from: kept, to: 'autre' };
    return {
      ...own,
      ...managed,
      [memberTable.tab]: put(memberTable, blank(memberTable, organisation)),
      [contactTable.tab]: put(contactTable, blank(contactTable, person)),
      [UNDO_TAB]: [
        [...UNDO_HEADER],
        [
          'J-0001',
          1,
          JSON.stringify({ tabs: [{ tab: 'Contacts', existence: 'kept', cells: [cell], height: 2, rows: {} }] }),
        ],
      ],
    };
  });

function erasedIn(whole: Workbook, input: unknown) {
  const state = stateFor(erasePerson, input, whole);
  const decision = decide(erasePerson, state, { input, moment });
  return { ...decision, after: afterPlan(state.workbook, decision.plan) };
}

const INPUT = { id: 'ADH-9001', confirm: organisation.organisation, answers: { sure: 'yes' } };

test('no tab of Régie speaks of an erased member or of its people, and hers are as they were', () => {
  fc.assert(
    fc.property(situations, (whole) => {
      const { after, preview } = erasedIn(whole, INPUT);
      expect(preview.state).toBe('ready');
      expect(preview.summary.join(' ')).not.toMatch(LEADS_BACK);
      for (const [tab, grid] of Object.entries(after)) {
        if (!managedTitles.includes(tab) && tab !== UNDO_TAB) expect(grid).toBe(whole[tab]);
        else for (const row of grid) for (const one of row) expect(JSON.stringify(one)).not.toMatch(LEADS_BACK);
      }
    }),
    { numRuns: 60 },
  );
});

test('as many rows, with the same numbers, sums and dates', () => {
  fc.assert(
    fc.property(situations, (whole) => {
      const { after } = erasedIn(whole, INPUT);
      for (const table of some) {
        const [before, now] = [whole, after].map((book) => readTable<Table>(table, book[table.tab]).records);
        expect(now?.map(figures(table))).toEqual(before?.map(figures(table)));
      }
    }),
    { numRuns: 25 },
  );
});

/** What is counted or summed in a record. */
function figures(table: Table): (record: AnyRecord) => unknown[] {
  const counted = table.columns.filter(({ type }) =>
    ['id', 'money', 'integer', 'decimal', 'date', 'yes_no'].includes(type),
  );
  // A mail that waited is cancelled today; nobody writes first to someone without an address.
  return (record) =>
    counted.filter(({ field }) => !['changed_on', 'main'].includes(field)).map(({ field }) => record[field]);
}
