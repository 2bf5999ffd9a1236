/** The one shell: what it reads and writes, and what becomes of it when something goes wrong in between. */
import * as z from 'zod';
import { buildBudget } from '../../src/core/commands/build-budget.ts';
import { undo } from '../../src/core/commands/undo.ts';
import { defineCommand, wish } from '../../src/core/command.ts';
import type { State } from '../../src/core/command.ts';
import { journalTable, UNDO_TAB } from '../../src/core/journal.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { apply, GoogleRefused, look, show } from '../../src/core/shell.ts';
import type { Run } from '../../src/core/shell.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import type { Grid } from '../../src/core/workbook.ts';
import { budget2023 } from '../support/budget-fixture.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

/** Writes « vu » beside each name, in a tab of its own. */
const greet = defineCommand({
  name: 'greet',
  label: 'Saluer',
  purpose: 'Salue.',
  input: z.object({ answers: z.record(z.string(), z.string()).default({}) }),
  reads: () => ['Noms', 'Saluts'],
  changes: () => ['Saluts'],
  decide: (state) => {
    const grid: Grid = (state.workbook['Noms'] ?? []).map(([name]) => [name ?? null, 'vu']);
    return wish({ tabs: { Saluts: grid }, summary: [`${grid.length} noms salués.`] });
  },
});

const run: Run = { command: greet, input: {}, moment: { today: '2023-05-12', time: '10:00' }, known: null };
const names = () => localHost({ Noms: [['Anna'], ['=1+1']], Autre: [['à moi']] });
const greetings: Grid = [
  ['Anna', 'vu'],
  ['=1+1', 'vu'],
];

function journal(host: LocalHost) {
  return readTable(journalTable, host.workbook()[journalTable.tab]).records;
}

test('apply() is one read and one write once the tabs are known, and keeps a journal row and what undo needs', () => {
  const host = names();
  const { known, preview } = host.run(show(run));
  host.calls.length = 0;
  const answer = host.run(apply({ ...run, known }, preview.digest, 'coordination@mila.example'));
  expect(host.calls).toEqual(['get', 'batchUpdate']);
  expect(answer).toMatchObject({ outcome: 'applied', journalId: 'J-0001', undoable: true });
  expect(host.workbook()['Saluts']).toEqual(greetings);
  expect(journal(host)).toMatchObject([
    {
      id: 'J-0001',
      day: '2023-05-12',
      time: '10:00',
      who: 'coordination@mila.example',
      action: 'Saluer',
      summary: '2 noms salués.',
      undo: 'possible',
      tabs: ['Saluts'],
    },
  ]);
  expect(host.snapshot().tabs.find(({ title }) => title === UNDO_TAB)?.source.hidden).toBe(true);
  host.calls.length = 0;
  expect(host.run(apply({ ...run, known: answer.shown.known }, null, 'moi')).outcome).toBe('nothing');
  expect(host.calls).toEqual(['get']);
});

test('show() writes nothing', () => {
  const host = names();
  const before = JSON.stringify(host.snapshot());
  expect(host.run(show(run)).preview).toMatchObject({
    state: 'ready',
    changes: [{ tab: 'Saluts', added: 2, updated: 0, removed: 0, existence: 'created' }],
  });
  expect(JSON.stringify(host.snapshot())).toBe(before);
});

test('apply() shows again instead of applying when someone typed since', () => {
  const host = names();
  const { preview } = host.run(show(run));
  host.edit([
    {
      updateCells: {
        start: { sheetId: 1, rowIndex: 2, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'Chloé' } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  const answer = host.run(apply(run, preview.digest, 'moi'));
  expect(answer.outcome).toBe('changed');
  expect(answer.shown.preview.changes).toMatchObject([{ added: 3 }]);
  expect(Object.keys(host.workbook())).toEqual(['Noms', 'Autre']);
});

test('apply() of two writers at once: the second batch is refused whole and shown again', () => {
  const host = names();
  let first = true;
  host.before = (ask) => {
    if (ask.do !== 'batchUpdate' || !first) return;
    first = false;
    expect(host.run(apply(run, null, 'l’autre')).outcome).toBe('applied');
  };
  const answer = host.run(apply(run, null, 'moi'));
  expect(answer).toMatchObject({ outcome: 'changed', journalId: null, shown: { preview: { state: 'nothing' } } });
  expect(journal(host).map(({ who }) => who)).toEqual(['l’autre']);
});

test('apply() whose answer is lost finds that the batch went through, and writes it once', () => {
  const host = names();
  host.after = (ask) => {
    if (ask.do === 'batchUpdate') throw new Error('Service error: Spreadsheets');
  };
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  expect(journal(host)).toHaveLength(1);
});

test('apply() that fails before its effect says so and leaves every cell', () => {
  const host = names();
  const before = host.workbook();
  host.before = (ask) => {
    if (ask.do === 'batchUpdate') throw new GoogleRefused(500, 'Internal error encountered.');
  };
  expect(() => host.run(apply(run, null, 'moi'))).toThrow('Internal error encountered.');
  expect(host.workbook()).toEqual(before);
});

test('apply() with an outdated list of tabs does not create a tab twice', () => {
  const host = names();
  host.edit([{ addSheet: { properties: { title: 'Saluts' } } }]);
  const answer = host.run(apply({ ...run, known: ['Noms', 'Autre'] }, null, 'moi'));
  expect(answer.outcome).toBe('changed');
  expect(host.run(apply({ ...run, known: answer.shown.known }, answer.shown.preview.digest, 'moi')).outcome).toBe(
    'applied',
  );
  expect(host.workbook()['Saluts']).toEqual(greetings);
});

test('apply() makes « Journal » anew when she deleted it', () => {
  const host = names();
  host.run(apply(run, null, 'moi'));
  const sheetId = host.snapshot().tabs.find(({ title }) => title === journalTable.tab)?.sheetId;
  host.edit([{ deleteSheet: { sheetId } }]);
  host.edit([
    {
      updateCells: {
        start: { sheetId: 1, rowIndex: 2, columnIndex: 0 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'Chloé' } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  expect(host.run(apply(run, null, 'moi')).outcome).toBe('applied');
  expect(journal(host)).toHaveLength(1);
});

test('undo brings every cell back, once', () => {
  const host = names();
  const before = host.workbook();
  host.run(apply(run, null, 'moi'));
  const undoing: Run = { ...run, command: undo, input: { id: 'J-0001', tabs: ['Saluts'] } };
  expect(host.run(apply(undoing, null, 'moi')).outcome).toBe('applied');
  const after = host.workbook();
  expect(Object.keys(after).filter((tab) => ![journalTable.tab, UNDO_TAB].includes(tab))).toEqual(Object.keys(before));
  expect(journal(host).map(({ undo: state }) => state)).toEqual(['done', 'impossible']);
  const again = host.run(apply(undoing, null, 'moi'));
  expect(again.outcome).toBe('refused');
  expect(again.shown.preview.refusal).toContain('déjà annulée');
});

test('undo is not misled by the line ends of a file made under Windows', () => {
  const host = localHost({ Noms: [['Anna\r\nBis']] });
  host.run(apply(run, null, 'moi'));
  expect(host.workbook()['Saluts']).toEqual([['Anna\nBis', 'vu']]);
  const back = host.run(apply({ ...run, command: undo, input: { id: 'J-0001', tabs: ['Saluts'] } }, null, 'moi'));
  expect(back.outcome).toBe('applied');
});

test('undo asks what to do with what was typed since, and keeps it unless told otherwise', () => {
  const host = names();
  host.run(apply(run, null, 'moi'));
  const sheetId = host.snapshot().tabs.find(({ title }) => title === 'Saluts')?.sheetId;
  host.edit([
    {
      updateCells: {
        start: { sheetId, rowIndex: 0, columnIndex: 1 },
        rows: [{ values: [{ userEnteredValue: { stringValue: 'à moi' } }] }],
        fields: 'userEnteredValue',
      },
    },
  ]);
  const undoing: Run = { ...run, command: undo, input: { id: 'J-0001', tabs: ['Saluts'] } };
  const asked = host.run(apply(undoing, null, 'moi'));
  expect(asked.outcome).toBe('waiting');
  expect(asked.shown.preview.questions).toMatchObject([{ id: 'undo', answer: null }]);
  const kept = host.run(
    apply({ ...undoing, input: { id: 'J-0001', tabs: ['Saluts'], answers: { undo: 'keep' } } }, null, 'moi'),
  );
  expect(kept.outcome).toBe('applied');
  expect(kept.shown.preview.summary[0]).not.toContain('« Saluts »');
  expect(host.workbook()['Saluts']?.[0]).toEqual(['Anna', 'à moi']);
});

test('undo of a generated tab counts the rows that were announced, its titles apart', () => {
  const lines = budget2023();
  const host = localHost({ [budgetTable.tab]: changeTable(budgetTable, undefined, { put: lines }) });
  const built = host.run(apply({ ...run, command: buildBudget, input: {} }, null, 'moi')).shown.preview.changes;
  const input = { id: 'J-0001', tabs: built.map(({ tab }) => tab) };
  const { changes } = host.run(show({ ...run, command: undo, input })).preview;
  for (const { tab, added } of built)
    expect(changes.find((change) => change.tab === tab)).toMatchObject({ removed: added, existence: 'deleted' });
});

test('undo says which number is not in the journal', () => {
  const host = names();
  const answer = host.run(apply({ ...run, command: undo, input: { id: 'J-9999' } }, null, 'moi'));
  expect(answer.shown.preview.refusal).toContain('J-9999 n’est pas dans le journal');
});

test('undo names only the tabs that go, and what was done since that may read them', () => {
  const host = names();
  host.run(apply(run, null, 'moi'));
  const again = defineCommand({
    ...greet,
    reads: () => ['Bilan'],
    changes: () => ['Bilan'],
    decide: () => wish({ tabs: { Bilan: [['vu']] } }),
  });
  host.run(apply({ ...run, command: again }, null, 'moi'));
  const undoing: Run = { ...run, command: undo, input: { id: 'J-0001', tabs: ['Saluts'] } };
  const { summary } = host.run(show(undoing)).preview;
  expect(summary[0]).toContain('les onglets créés disparaissent (« Saluts »)');
  expect(summary[1]).toContain('J-0002 (« Saluer »)');
});

test('look() never passes the few tabs that it read for all there are: undo finds the others', () => {
  const host = names();
  const { journalId, shown } = host.run(apply(run, null, 'moi'));
  const view = { name: 'names', reads: ['Noms'], view: () => null };
  const { known } = host.run(look(view, {}, run.moment, null)) as { known: readonly string[] | null };
  const tabs = shown.preview.changes.map(({ tab }) => tab);
  expect(tabs).toEqual(['Saluts']);
  const undoing = { command: undo, input: { id: journalId, tabs }, moment: run.moment, known };
  expect(host.run(apply(undoing, null, 'moi')).outcome).toBe('applied');
  expect(host.workbook()['Saluts']).toBeUndefined();
});

test('look() reads only the tabs that the input needs, when the view says which', () => {
  const host = names();
  const view = {
    name: 'names',
    reads: ['Noms', 'Saluts'],
    narrow: (input: unknown) => (input === 'few' ? ['Noms'] : []),
    view: ({ tabs }: State) => tabs,
  };
  expect(host.run(look(view, 'few', run.moment, null))).toMatchObject({ view: ['Noms'] });
  expect(host.run(look(view, 'hostile', run.moment, null))).toMatchObject({ view: [] });
});
