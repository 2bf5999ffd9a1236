/** The local Apps Script: what a script finds there, what it does not, and what its calls cost. */
import { createAppsScript, emptyStore, killed, ServiceError } from '../../../src/local/apps-script/index.ts';
import type { Act, AppsScriptOptions, Faults } from '../../../src/local/apps-script/index.ts';
import { createLocalGoogle, createSpreadsheet } from '../../../src/local/google/index.ts';

const INSTANT = Date.parse('2023-05-12T22:30:00Z');
const scopes = ['spreadsheets', 'script.container.ui', 'userinfo.email', 'script.send_mail', 'script.scriptapp'];

function manifest(granted: readonly string[] = scopes, services = ['Sheets']): string {
  return JSON.stringify({
    timeZone: 'Europe/Paris',
    oauthScopes: granted.map((scope) => `https://www.googleapis.com/auth/${scope}`),
    dependencies: { enabledAdvancedServices: services.map((userSymbol) => ({ userSymbol })) },
  });
}

const google = createLocalGoogle();
const spreadsheetId = google.add(createSpreadsheet({ Noms: [['Anna']] }, { title: 'Essai' }));

function scripted(code: string, more: Partial<AppsScriptOptions> = {}, text = manifest()) {
  const bundle = { code, html: { page: '<p>__MARK__</p>' }, manifest: text };
  return createAppsScript({ google, spreadsheetId, bundle, clock: () => INSTANT, user: 'ana@exemple.org', ...more });
}

/** Runs one expression as the body of a function. */
function evaluate(expression: string, more: Partial<AppsScriptOptions> = {}, text = manifest()): unknown {
  return scripted(`function main() { return ${expression}; }`, more, text).run('main');
}

test('the context has no web and no Node global', () => {
  const absent = [
    ...['setTimeout', 'setInterval', 'clearTimeout', 'queueMicrotask', 'structuredClone', 'fetch', 'URL'],
    ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'atob', 'btoa', 'crypto', 'performance', 'navigator'],
    ...['window', 'document', 'process', 'require', 'module', 'Buffer', 'File', 'Blob', 'AbortController'],
  ];
  const list = JSON.stringify(absent);
  expect(evaluate(`${list}.filter((name) => typeof globalThis[name] !== 'undefined')`)).toEqual([]);
  expect(evaluate('Object.keys(console).sort()')).toEqual(['error', 'info', 'log', 'time', 'timeEnd', 'warn']);
});

test('an advanced service is there only when the manifest enables it', () => {
  expect(evaluate('typeof Sheets')).toBe('object');
  expect(evaluate('typeof Sheets', {}, manifest(scopes, []))).toBe('undefined');
});

test('Date follows the workspace’s clock, and stays a Date', () => {
  expect(evaluate('new Date().toISOString()')).toBe('2023-05-12T22:30:00.000Z');
  expect(evaluate('[Date.now(), new Date(0).getTime(), new Date() instanceof Date]')).toEqual([INSTANT, 0, true]);
});

test('Utilities.formatDate() writes the day of the zone', () => {
  expect(evaluate("Utilities.formatDate(new Date(), 'Europe/Paris', \"yyyy-MM-dd'T'HH:mm\")")).toBe('2023-05-13T00:30');
  expect(evaluate("Utilities.formatDate(new Date(), 'UTC', 'EEE d MMMM yyyy')")).toBe('Fri 12 May 2023');
});

test('Utilities.sleep() lets the clock go on without waiting, and six minutes kill the run', () => {
  expect(evaluate('(Utilities.sleep(90000), Date.now())')).toBe(INSTANT + 90_000);
  expect(() => evaluate('(Utilities.sleep(400000), 1)')).toThrow('Exceeded maximum execution time');
  const loop = scripted('function main() { for (;;) {} }', { limitMilliseconds: 50 });
  expect(() => loop.run('main')).toThrow('Exceeded maximum execution time');
});

test('no global state survives a run', () => {
  const script = scripted('var count = 0; function main() { count += 1; return count; }');
  expect([script.run('main'), script.run('main')]).toEqual([1, 1]);
});

describe('google.script.run', () => {
  test.each([['hidden_'], ['missing'], ['SpreadsheetApp'], ['eval']])('%s is no function of the script', (name) => {
    expect(() => scripted('function hidden_() {}').run(name)).toThrow(`Script function not found: ${name}`);
  });

  test('a Date anywhere in a result loses all of it, as on Google', () => {
    expect(evaluate('({ when: new Date() })')).toBeNull();
    expect(evaluate('({ when: 1 })')).toEqual({ when: 1 });
  });

  test('a Date or a function is no legal argument', () => {
    const script = scripted('function main(x) { return x; }');
    expect(() => script.run('main', [new Date()])).toThrow('illegal value');
    expect(() => script.run('main', [{ f: () => 1 }])).toThrow('illegal value');
    expect(script.run('main', [{ a: [undefined, 'é'] }])).toEqual({ a: [null, 'é'] });
  });

  test('what the script throws arrives with its name and message', () => {
    const script = scripted("function main() { throw new RangeError('trop loin'); }");
    expect(() => script.run('main')).toThrow(expect.objectContaining({ name: 'RangeError', message: 'trop loin' }));
  });
});

describe('services', () => {
  test('are counted by method, getters included; a lock is one call', () => {
    const script = scripted(`function main() {
      var lock = LockService.getDocumentLock();
      lock.tryLock(1000);
      SpreadsheetApp.getActive().getId();
      SpreadsheetApp.getActive().getName();
      lock.releaseLock();
    }`);
    script.run('main');
    expect(script.calls()).toEqual({
      'Lock.tryLock': 1,
      'Spreadsheet.getId': 1,
      'Spreadsheet.getName': 1,
      'SpreadsheetApp.getActive': 2,
    });
    script.resetCalls();
    expect(script.calls()).toEqual({});
  });

  test.each([
    ['SpreadsheetApp.openByMagic()', 'SpreadsheetApp.openByMagic is not a function'],
    ['SpreadsheetApp.getActive().deleteAll()', 'Spreadsheet.deleteAll is not a function'],
    ['SpreadsheetApp.getActive().toast({})', "don't match the method signature for Spreadsheet.toast"],
    ["FormApp.create('x')", 'FormApp.create is not emulated'],
    ["HtmlService.createHtmlOutputFromFile('absent')", 'No HTML file named absent was found.'],
  ])('%s fails loudly by name', (expression, message) => {
    expect(() => evaluate(expression)).toThrow(message);
  });

  test('an address that is not of Google is refused by its name', () => {
    const allowed = manifest(['script.external_request']);
    expect(() => evaluate("UrlFetchApp.fetch('https://example.org')", {}, allowed)).toThrow(
      'UrlFetchApp.fetch of example.org is not emulated',
    );
  });

  test('a right that the manifest does not ask for is refused', () => {
    const refusal = 'Specified permissions are not sufficient to call User.getEmail';
    expect(() => evaluate('Session.getActiveUser().getEmail()', {}, manifest(['spreadsheets']))).toThrow(refusal);
  });

  test('a refusal of Google comes as the advanced service words it, with its code', () => {
    const code = `function main() {
      try { Sheets.Spreadsheets.get('${spreadsheetId}', { ranges: ['Perdu'] }); } catch (error) {
        return { name: error.name, message: error.message, code: error.details.code, isError: error instanceof Error };
      }
    }`;
    expect(scripted(code).run('main')).toMatchObject({
      name: 'GoogleJsonResponseException',
      message: expect.stringMatching(/^API call to sheets\.spreadsheets\.get failed with error: /u),
      code: 400,
      isError: true,
    });
  });

  test('onOpen() has limited rights: it adds menus and shows nothing', () => {
    const menu = "function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('Un', 'un').addToUi(); }";
    expect(scripted(menu).open()).toEqual([
      { label: 'M', entries: [{ kind: 'item', label: 'Un', functionName: 'un' }] },
    ]);
    const panel = "function onOpen() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }";
    expect(() => scripted(panel).open()).toThrow('You do not have permission to call Ui.showSidebar');
    const ui = scripted('function main() { SpreadsheetApp.getUi(); }');
    expect(() => ui.run('main', [], { by: 'trigger' })).toThrow(
      'Cannot call SpreadsheetApp.getUi() from this context.',
    );
  });

  test('pages, toasts and moves in the grid reach the listener', () => {
    const acts: Act[] = [];
    const script = scripted(`function main() {
      var html = HtmlService.createHtmlOutputFromFile('page').setTitle('T').setWidth(400).setHeight(300);
      SpreadsheetApp.getUi().showModalDialog(html, 'Titre');
      SpreadsheetApp.getActive().toast('fait');
      SpreadsheetApp.getActive().getSheetByName('Noms').getRange(2, 3).activate();
    }`);
    const stop = script.onUi((act) => acts.push(act));
    script.run('main');
    stop();
    script.run('main');
    expect(acts).toEqual([
      { kind: 'dialog', title: 'Titre', html: '<p>__MARK__</p>', width: 400, height: 300, modal: true },
      { kind: 'toast', title: '', message: 'fait', seconds: 5 },
      { kind: 'select', tab: 'Noms', range: 'C2' },
    ]);
  });

  test('mails, properties and triggers live in the store', () => {
    const store = emptyStore();
    const code = `function main() {
      MailApp.sendEmail({ to: 'a@exemple.org', subject: 'S', body: 'B' });
      PropertiesService.getDocumentProperties().setProperty('clé', 'valeur');
      ScriptApp.newTrigger('tick').timeBased().everyMinutes(10).create();
      return [MailApp.getRemainingDailyQuota(), ScriptApp.getProjectTriggers().length];
    }`;
    expect(scripted(code, { store }).run('main')).toEqual([99, 1]);
    expect(store).toMatchObject({
      mails: [{ to: 'a@exemple.org', from: 'ana@exemple.org', subject: 'S', sentAt: '2023-05-12T22:30:00.000Z' }],
      properties: { document: { clé: 'valeur' } },
      triggers: [{ handler: 'tick', everyMinutes: 10 }],
    });
    expect(() => evaluate("MailApp.sendEmail('pas une adresse', 's', 'b')")).toThrow('Invalid email');
  });
});

describe('faults', () => {
  const calls = 'SpreadsheetApp.getActive().getId()';

  test('a call that fails does so before or after its effect', () => {
    const send = "MailApp.sendEmail('a@exemple.org', 's', 'b')";
    const failing = (when: keyof Faults) => {
      const store = emptyStore();
      const fault = () => {
        throw new ServiceError('Service error: Mail');
      };
      expect(() => evaluate(send, { store, faults: { [when]: fault } })).toThrow('Service error: Mail');
      return store.mails.length;
    };
    expect([failing('beforeCall'), failing('afterCall')]).toEqual([0, 1]);
  });

  test('a delay passes on the clock', () => {
    expect(evaluate(`(${calls}, Date.now())`, { faults: { beforeCall: () => 700 } })).toBe(INSTANT + 1_400);
  });

  test('a killed script has no effect any more, even where it catches everything', () => {
    const store = emptyStore();
    const code = `function main() {
      try { SpreadsheetApp.getActive(); } catch (error) {}
      MailApp.sendEmail('a@exemple.org', 's', 'b');
      return 'fini';
    }`;
    const faults: Faults = {
      beforeCall: ({ n }) => {
        if (n === 1) throw killed();
        return 0;
      },
    };
    expect(() => scripted(code, { store, faults }).run('main')).toThrow('Exceeded maximum execution time');
    expect(store.mails).toEqual([]);
  });
});
