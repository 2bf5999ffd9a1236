/** What clasp pushes: its global names, its language, its rights. */
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { transformSync } from 'esbuild';
import { sentences } from '../../src/addon/french.ts';
import { menuLines, openers } from '../../src/addon/menu.ts';
import { commands } from '../../src/core/commands/index.ts';
import { builtBundle } from '../support/built.ts';

const read = (name: string) => readFileSync(`${builtBundle()}/${name}`, 'utf8');

function globalNames(code: string): string[] {
  return [...code.matchAll(/^function (\w+)\(/gmu)].map((match) => match[1] ?? '').sort();
}

test('Code.js declares these global functions and no other', () => {
  expect(globalNames(read('Code.js'))).toEqual([
    'formSubmitted',
    'onEdit',
    'onInstall',
    'onOpen',
    'openAdopt',
    'openBudget',
    'openGuide',
    'openSidebar',
    'openUndo',
    'rpc',
    'tick',
  ]);
  expect(/^"use strict";var Regie=/u.test(read('Code.js'))).toBe(true);
});

test('Code.js holds no syntax newer than ES2020, and no module', () => {
  const code = read('Code.js');
  const options = { loader: 'js', charset: 'utf8', legalComments: 'none' } as const;
  const plain = transformSync(code, { ...options, target: 'esnext' }).code;
  expect(transformSync(code, { ...options, target: 'es2020' }).code).toBe(plain);
  expect(plain).not.toMatch(/^(?:import|export)\s/mu);
});

test('Code.js stays under its budget of 1 000 kB', () => {
  expect(Buffer.byteLength(read('Code.js'))).toBeLessThan(1_000_000);
});

test('what fails in Code.js keeps its message, and a page gets a French sentence', () => {
  // Without Google's services nothing can be asked: this is what the execution log and the page would say.
  const run = (call: string) =>
    String(runInContext(`${read('Code.js')}; try { ${call} } catch (error) { String(error); }`, createContext({})));
  expect(run('onOpen();')).toBe('ReferenceError: SpreadsheetApp is not defined');
  expect(JSON.parse(run("rpc('tidy', '{}');"))).toEqual({
    ok: false,
    code: 'input',
    message: sentences.badRequest,
  });
});

test('a value that does not fit is refused in French, without zod’s English', () => {
  const code = `${read('Code.js')}; globalThis.console = { error() {} };
    rpc('show', JSON.stringify({ command: 'undo', input: { id: 7 }, known: null }), '{}');`;
  const reply = JSON.parse(String(runInContext(code, createContext({})))) as { ok: boolean; message: string };
  expect(reply.ok).toBe(false);
  expect(reply.message).toContain('Une indication n’est pas de la bonne sorte.');
});

test('menuLines() calls only functions that exist, one for each command that has an opener', () => {
  const names = globalNames(read('Code.js'));
  const called = menuLines(commands).flatMap((line) => (line === 'separator' ? [] : [line.functionName]));
  for (const name of called) expect(names).toContain(name);
  for (const [name, opener] of Object.entries(openers)) {
    expect(commands.map((command) => command.name)).toContain(name);
    expect(called).toContain(opener);
  }
});

/** Which right each service needs, as the platform's documentation lists them. */
const rights: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Sheets\.Spreadsheets|SpreadsheetApp\.getActive)/u, 'spreadsheets'],
  [/\bSpreadsheetApp\.getUi\b/u, 'script.container.ui'],
  [/\bSession\.get(?:Active|Effective)User\b/u, 'userinfo.email'],
  [/\bScriptApp\.(?:newTrigger|getProjectTriggers|deleteTrigger)\b/u, 'script.scriptapp'],
  [/\bMailApp\./u, 'script.send_mail'],
  [/\bUrlFetchApp\./u, 'script.external_request'],
  [/\.forForm\(/u, 'forms'],
  [/\bCalendar\.Events\b/u, 'calendar.app.created'],
  [/forms\.googleapis\.com|\bDrive\.Files\b/u, 'drive.file'],
];

test('appsscript.json asks for the rights of the services that Code.js uses, and no more', () => {
  const code = read('Code.js');
  const manifest = JSON.parse(read('appsscript.json')) as {
    oauthScopes: string[];
    timeZone: string;
    runtimeVersion: string;
    dependencies: { enabledAdvancedServices: unknown };
  };
  const wanted = rights.filter(([use]) => use.test(code)).map(([, right]) => right);
  const granted = manifest.oauthScopes.map((scope) => scope.replace('https://www.googleapis.com/auth/', ''));
  expect(granted.sort()).toEqual(wanted.sort());
  expect(manifest).toMatchObject({
    timeZone: 'Europe/Paris',
    runtimeVersion: 'V8',
    dependencies: {
      enabledAdvancedServices: [
        { userSymbol: 'Sheets', serviceId: 'sheets', version: 'v4' },
        { userSymbol: 'Calendar', serviceId: 'calendar', version: 'v3' },
      ],
    },
  });
});
