/** The bundle in the local Apps Script: what its calls answer, cost, and become when something goes wrong. */
import { journalTable } from '../../src/core/journal.ts';
import { changeTable } from '../../src/core/records.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import { killed, readBundle, ServiceError } from '../../src/local/apps-script/index.ts';
import type { Faults } from '../../src/local/apps-script/index.ts';
import { budget2023 } from '../support/budget-fixture.ts';
import { builtBundle } from '../support/built.ts';
import { scriptHost } from '../support/script.ts';
import type { ScriptHost } from '../support/script.ts';

const SHEET = 'Budget prévisionnel';
// A few lines of each side are enough, and quick.
const lines = budget2023().filter((_, index) => index % 7 === 0);
const withBudget = () =>
  scriptHost({ Notes: [['à elle']], Budget: changeTable(budgetTable, undefined, { put: lines }) });
const build = (host: ScriptHost) => host.apply(host.show('build-budget'));
const journalOf = (host: ScriptHost) => host.workbook()[journalTable.tab]?.slice(1) ?? [];

test('onOpen() makes the menu of Régie with the limited rights of an opening', () => {
  const [menu, ...others] = withBudget().script.open();
  expect(others).toEqual([]);
  expect(menu?.label).toBe('Régie');
  expect(menu?.entries[0]).toEqual({ kind: 'item', label: 'Ouvrir Régie', functionName: 'openSidebar' });
  expect(menu?.entries).toContainEqual({
    kind: 'item',
    label: 'Construire le budget…',
    functionName: 'openBudget',
  });
});

test('openSidebar() shows the sidebar with its pass, its title and no mark left', () => {
  const host = withBudget();
  host.script.run('openSidebar');
  const [act] = host.acts;
  expect(act).toMatchObject({ kind: 'sidebar', title: 'Régie' });
  expect(JSON.stringify(act)).not.toMatch(/__[A-Z]+__/u);
});

test('rpc(show) is one read', () => {
  const host = withBudget();
  const { known } = host.show('build-budget');
  host.script.resetCalls();
  expect(host.show('build-budget', {}, known).preview.state).toBe('ready');
  expect(host.script.calls()).toEqual({ 'Sheets.Spreadsheets.get': 1, 'Utilities.formatDate': 1 });
});

test('rpc(apply) is one lock, one read and one write, and applied again it writes nothing', () => {
  const host = withBudget();
  const shown = host.show('build-budget');
  host.script.resetCalls();
  const answer = host.apply(shown);
  expect(answer).toMatchObject({ outcome: 'applied', journalId: 'J-0001', undoable: true });
  expect(host.script.calls()).toEqual({
    'Lock.tryLock': 1,
    'Sheets.Spreadsheets.get': 1,
    'Sheets.Spreadsheets.batchUpdate': 1,
  });
  const again = host.show('build-budget');
  host.script.resetCalls();
  expect(host.apply(again).outcome).toBe('nothing');
  expect(host.script.calls()).toEqual({ 'Lock.tryLock': 1, 'Sheets.Spreadsheets.get': 1 });
  expect(journalOf(host)).toHaveLength(1);
});

test('rpc(apply) of undo brings every cell back, in one read and one write', () => {
  const host = withBudget();
  const before = host.workbook();
  const { shown } = build(host);
  const tabs = shown.preview.changes.map(({ tab }) => tab);
  expect(tabs).toContain(SHEET);
  const undoing = host.show('undo', { tabs });
  host.script.resetCalls();
  expect(host.apply(undoing, { tabs }).outcome).toBe('applied');
  expect(host.script.calls()).toEqual({
    'Lock.tryLock': 1,
    'Sheets.Spreadsheets.get': 1,
    'Sheets.Spreadsheets.batchUpdate': 1,
  });
  const after = host.workbook();
  for (const [tab, grid] of Object.entries(before)) expect(after[tab]).toEqual(grid);
  for (const tab of tabs) expect(after[tab]).toBeUndefined();
});

test('rpc() without a pass asks the services where it is and who asks', () => {
  const host = withBudget();
  const { preview, moment, known } = host.show('build-budget');
  host.script.resetCalls();
  const request = { command: 'build-budget', input: {}, moment, digest: preview.digest, known };
  const answer = JSON.parse(String(host.script.run('rpc', ['apply', JSON.stringify(request)])));
  expect(answer).toMatchObject({ ok: true, answer: { outcome: 'applied' } });
  expect(host.script.calls()).toMatchObject({ 'Spreadsheet.getId': 1, 'User.getEmail': 1 });
  expect(journalOf(host)[0]?.[3]).toBe('ana@incubateur.example');
});

test('rpc(goTo) brings the grid to the cell, or says that the tab is gone', () => {
  const host = withBudget();
  expect(host.ask('goTo', { tab: 'Budget', cell: 'C12' })).toEqual({ done: true });
  expect(host.acts).toEqual([{ kind: 'select', tab: 'Budget', range: 'C12' }]);
  expect(host.ask('goTo', { tab: 'Perdu', cell: 'C12' })).toEqual({ done: false });
});

test.each([
  ['an unknown method', ['erase', '{}']],
  ['a method of every object', ['toString', '{}']],
  ['no JSON', ['show', '{"command":']],
  ['a request of another shape', ['show', '{"command":12}']],
  ['no argument at all', []],
  ['an unknown command', ['show', JSON.stringify({ command: 'format-disk', input: {}, known: null })]],
  ['an input of another shape', ['show', JSON.stringify({ command: 'undo', input: { tabs: 12 }, known: null })]],
])('rpc() answers %s with a French sentence, after no call to the workbook', (_, args) => {
  const host = withBudget();
  const reply = JSON.parse(String(host.script.run('rpc', args)));
  expect(reply).toMatchObject({ ok: false, code: 'input' });
  expect(reply.message).toMatch(/rien n’a été fait/u);
  expect(Object.keys(host.script.calls()).filter((name) => name.startsWith('Sheets'))).toEqual([]);
});

test('rpc(show) says what is wrong with an input by the names that she sees, never by those of the code', () => {
  const host = withBudget();
  const payment = { member: 'ADH-0001', amount: 0.5, date: '2023-05-12', method: 'cash' };
  const said = (command: string, input: object) => {
    const reply = host.reply('show', { command, input, known: null });
    return reply.ok ? '' : reply.message.replaceAll('\u00A0', ' ');
  };
  expect(said('record-payment', payment)).toBe(
    '« Enregistrer un paiement » : rien n’a été fait. « Somme » n’est pas de la bonne sorte. Corrigez, puis réessayez.',
  );
  expect(said('record-payment', { ...payment, amount: 0 })).toContain(
    '« Somme » est en dessous de ce qui est possible',
  );
  expect(said('cancel-receipt', { id: 'REC-0001', reason: ' ' })).toContain('« Raison » est vide');
  expect(said('write-mail', { to: ['x'], subject: '', body: '' })).toContain('« Destinataire » n’est pas une adresse');
});

test('rpc(apply) under another digest changes nothing and shows again', () => {
  const host = withBudget();
  const shown = host.show('build-budget');
  const answer = host.ask('apply', {
    command: 'build-budget',
    input: {},
    moment: shown.moment,
    digest: 'autre',
    known: null,
  });
  expect(answer).toMatchObject({ outcome: 'changed', shown: { preview: { digest: shown.preview.digest } } });
  expect(host.workbook()[SHEET]).toBeUndefined();
});

describe('two at once', () => {
  test('rpc(apply) while another run holds the lock says so in French and writes nothing', () => {
    const host = withBudget();
    const shown = host.show('build-budget');
    const replies: unknown[] = [];
    host.script.setFaults({
      beforeCall: ({ name }) => {
        if (name !== 'Sheets.Spreadsheets.get') return 0;
        host.script.setFaults({});
        const request = { command: 'build-budget', input: {}, moment: shown.moment, digest: shown.preview.digest };
        replies.push(host.reply('apply', { ...request, known: null }));
        return 0;
      },
    });
    expect(host.apply(shown).outcome).toBe('applied');
    expect(replies).toEqual([
      { ok: false, code: 'busy', message: expect.stringContaining('Une autre action de Régie est en cours') },
    ]);
    expect(journalOf(host)).toHaveLength(1);
  });

  test('rpc(apply) whose batch comes after another writer’s is refused whole by Google: "changed"', () => {
    const host = withBudget();
    build(host);
    const tabs = [SHEET, 'Autofinancement'];
    const shown = host.show('undo', { tabs });
    host.script.setFaults({
      beforeCall: ({ name }) => {
        if (name !== 'Sheets.Spreadsheets.batchUpdate') return 0;
        host.script.setFaults({});
        // A writer that does not know the lock, such as the headless runner.
        host.edit([
          { deleteNamedRange: { namedRangeId: 'regie_rev_1' } },
          {
            addNamedRange: {
              namedRange: { namedRangeId: 'regie_rev_2', name: 'regie_rev_2', range: { sheetId: 1 } },
            },
          },
        ]);
        return 0;
      },
    });
    const before = host.workbook();
    expect(host.apply(shown, { tabs }).outcome).toBe('changed');
    expect(host.workbook()).toEqual(before);
  });
});

describe('faults', () => {
  const serverError = () =>
    new ServiceError('Une erreur est survenue sur le serveur. Nous vous prions de nous en excuser.');
  const once = (name: string, fault: () => Error): NonNullable<Faults['beforeCall']> => {
    let done = false;
    return (call) => {
      if (done || call.name !== name) return 0;
      done = true;
      throw fault();
    };
  };

  test('a reading that Google drops is tried again', () => {
    const host = withBudget();
    host.script.setFaults({ beforeCall: once('Sheets.Spreadsheets.get', serverError) });
    expect(host.show('build-budget').preview.state).toBe('ready');
    expect(host.script.calls()).toMatchObject({ 'Utilities.sleep': 1 });
  });

  test('Google silent for long is said in French, and nothing was done', () => {
    const host = withBudget();
    host.script.setFaults({
      beforeCall: ({ name }) => {
        if (name === 'Sheets.Spreadsheets.get') throw serverError();
        return 0;
      },
    });
    const reply = host.reply('show', { command: 'build-budget', input: {}, known: null });
    expect(reply).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(reply)).toContain('Google ne répond pas pour le moment');
  });

  const replyOf = (host: ScriptHost, faults: Faults) => {
    const shown = host.show('build-budget');
    host.script.setFaults(faults);
    const request = { command: 'build-budget', input: {}, moment: shown.moment, digest: shown.preview.digest };
    return host.reply('apply', { ...request, known: shown.known });
  };
  const converges = (host: ScriptHost) => {
    expect(build(host).outcome).toMatch(/^(?:applied|nothing)$/u);
    expect(host.show('build-budget').preview.state).toBe('nothing');
    expect(journalOf(host)).toHaveLength(1);
  };

  test('an error instead of the write is said in French, and trying again converges', () => {
    const host = withBudget();
    const reply = replyOf(host, { beforeCall: once('Sheets.Spreadsheets.batchUpdate', serverError) });
    expect(reply).toMatchObject({ ok: false });
    expect(JSON.stringify(reply)).toContain('Regardez l’onglet « Journal »');
    converges(host);
  });

  test('an error after the write took place is seen to have taken place', () => {
    const host = withBudget();
    const reply = replyOf(host, { afterCall: once('Sheets.Spreadsheets.batchUpdate', serverError) });
    expect(reply).toMatchObject({ ok: true, answer: { outcome: 'applied', journalId: 'J-0001' } });
    converges(host);
  });

  test('a run killed at any of its calls leaves the workbook before or after, and the next run converges', () => {
    const reference = withBudget();
    build(reference);
    const wanted = reference.workbook()[SHEET];
    // The lock, the reading, the write: before each, and after the only one that has an effect.
    const kills = [
      ['beforeCall', 1],
      ['beforeCall', 2],
      ['beforeCall', 3],
      ['afterCall', 3],
    ] as const;
    for (const [when, place] of kills) {
      const host = withBudget();
      const shown = host.show('build-budget');
      host.script.setFaults({
        [when]: ({ n }: { n: number }) => {
          if (n === place) throw killed();
          return 0;
        },
      });
      expect(() => host.apply(shown)).toThrow('Exceeded maximum execution time');
      const half = host.workbook();
      expect(half[SHEET] === undefined).toBe(half[journalTable.tab] === undefined);
      host.script.setFaults({});
      build(host);
      expect(host.workbook()[SHEET]).toEqual(wanted);
      expect(journalOf(host)).toHaveLength(1);
    }
  });

  test.each([
    [403, 'The caller does not have permission', 'refused', 'Google refuse l’accès'],
    [404, 'Requested entity was not found.', 'refused', 'introuvable'],
    [429, "Quota exceeded for quota metric 'Read requests'", 'busy', 'par minute'],
    [400, 'Invalid requests[0]: something', 'refused', 'Invalid requests[0]'],
  ])('a refusal %i is told apart by its code', (code, message, reply, sentence) => {
    const host = withBudget();
    host.script.setFaults({
      beforeCall: ({ name }) => {
        if (name !== 'Sheets.Spreadsheets.get') return 0;
        const text = `API call to sheets.spreadsheets.get failed with error: ${message}`;
        throw new ServiceError(text, { name: 'GoogleJsonResponseException', details: { code, message } });
      },
    });
    const answer = host.reply('show', { command: 'build-budget', input: {}, known: ['Budget'] });
    expect(answer).toMatchObject({ ok: false, code: reply });
    expect(JSON.stringify(answer)).toContain(sentence);
  });

  test('the advanced service switched off names its cure', () => {
    const bundle = readBundle(builtBundle());
    const manifest = JSON.stringify({ ...JSON.parse(bundle.manifest), dependencies: {} });
    const host = scriptHost({ Budget: [] }, { ...bundle, manifest });
    const reply = host.reply('show', { command: 'build-budget', input: {}, known: null });
    expect(reply).toMatchObject({ ok: false, code: 'refused' });
    expect(JSON.stringify(reply)).toContain('Google Sheets API');
  });
});
