/** Tabs of hers that bear the titles of Régie's: hers stay as they are, Régie's take another title and work all the same. */
import { tables } from '../../src/core/tables/index.ts';
import { adopt } from '../../src/core/commands/adopt.ts';
import { buildBudget } from '../../src/core/commands/build-budget.ts';
import { undo } from '../../src/core/commands/undo.ts';
import type { Command } from '../../src/core/command.ts';
import { journalTable } from '../../src/core/journal.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { apply, look, show } from '../../src/core/shell.ts';
import { viewNamed } from '../../src/core/views/index.ts';
import type { HomeView } from '../../src/core/views/home.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { localHost } from '../support/local-host.ts';
import type { LocalHost } from '../support/local-host.ts';

const hers: Workbook = {
  Adhérents: [
    ['Structure', 'Nom contact', 'Mail', 'Tél', 'Statut', 'Cotis payée ?'],
    ['Label Marée', 'Anna Petit', 'anna@maree.example', '01 99 00 12 34', 'hébergé', 'oui'],
    ['Studio Palier', 'Jo Grand', 'jo@palier.example', '01 99 00 12 35', 'boutique', 'non'],
  ],
  'Budget prévisionnel': [
    ['CHARGES', null, 'PRODUITS'],
    ['60 - Achats', 1000, '70 - Ventes', 700],
    ['61 Services extérieurs', 500, '74 Subventions', 800],
    ['TOTAL', 1500, 'TOTAL', 1500],
  ],
  journal: [
    ['Date', 'Humeur'],
    ['lundi', 'bonne'],
  ],
  Budget: [],
};
const moment = { today: '2025-05-12', time: '10:00' };

function run(host: LocalHost, command: Command, input: unknown = {}, known: readonly string[] | null = null) {
  const shown = host.run(show({ command, input, moment, known }));
  return host.run(apply({ command, input, moment: shown.moment, known: shown.known }, shown.preview.digest, 'moi'));
}

function untouched(host: LocalHost): void {
  const now = host.workbook();
  for (const [tab, grid] of Object.entries(hers)) expect([tab, now[tab]]).toEqual([tab, grid]);
}

test('adopt leaves her « Adhérents », « Budget » and « journal » alone and says the titles that it gives to its own', () => {
  const host = localHost(hers);
  const { preview } = host.run(show({ command: adopt, input: {}, moment, known: null }));
  expect(preview.state).toBe('ready');
  expect(preview.changes.map(({ tab }) => tab)).toEqual(
    expect.arrayContaining(['Adhérents · Régie', 'Budget · Régie', 'Contacts']),
  );
  expect(run(host, adopt).outcome).toBe('applied');
  untouched(host);
  const now = host.workbook();
  expect(now['Adhérents · Régie']?.slice(1).map((row) => row[1])).toEqual(['Label Marée', 'Studio Palier']);
  expect(now['Journal · Régie']?.[1]?.[0]).toBe('J-0001');
  expect(run(host, adopt).outcome).toBe('nothing');
});

test('build-budget never writes over her « Budget prévisionnel »; its own is calculated from « Budget · Régie »', () => {
  const host = localHost(hers);
  run(host, adopt);
  const answer = run(host, buildBudget);
  expect([answer.outcome, answer.shown.preview.changes.map(({ tab }) => tab)]).toEqual([
    'applied',
    ['Budget prévisionnel · Régie', 'Autofinancement'],
  ]);
  untouched(host);
  const sheet = host.snapshot().tabs.find(({ title }) => title === 'Budget prévisionnel · Régie');
  expect(sheet?.shown.flat()).toContain(1500);
  expect(run(host, buildBudget, {}, answer.shown.known).outcome).toBe('nothing');
});

test('undo brings everything back, and her tabs were never touched', () => {
  const host = localHost(hers);
  const { shown, journalId } = run(host, adopt);
  const undone = run(host, undo, { id: journalId, tabs: shown.preview.changes.map(({ tab }) => tab) });
  expect(undone.outcome).toBe('applied');
  untouched(host);
  expect(Object.keys(host.workbook()).sort()).toEqual(
    [...Object.keys(hers), 'Journal · Régie', 'Régie · annulations'].sort(),
  );
});

test('the home view sees Régie’s tabs, one call once the tabs are known, and never takes hers for them', () => {
  const host = localHost(hers);
  const home = viewNamed('home');
  if (!home) throw new Error('Cannot look at "home": it is not in the list');
  const seen = () => host.run(look(home, {}, moment, null)) as { view: HomeView; known: string[] };
  expect(seen().view.adopted).toBe(false);
  run(host, adopt);
  const { view, known } = seen();
  expect(view.adopted).toBe(true);
  expect(view.figures.find(({ tab }) => tab === 'Adhérents · Régie')?.count).toBe(2);
  host.calls.length = 0;
  host.run(look(home, {}, moment, known));
  expect(host.calls).toEqual(['get']);
});

test('the revision goes on after the journal’s last number when its mark was lost', () => {
  const host = localHost({ ...hers, Budget: [] });
  run(host, adopt);
  host.edit([{ deleteNamedRange: { namedRangeId: 'regie_rev_1' } }]);
  expect(run(host, buildBudget).journalId).toBe('J-0002');
});

test('every managed table has a title and a prefix of its own', () => {
  const repeated = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index);
  const managed = [...tables, journalTable, outboxTable];
  expect(repeated(managed.map(({ tab }) => tab.toLowerCase()))).toEqual([]);
  expect(repeated(managed.map(({ prefix }) => prefix))).toEqual([]);
});
