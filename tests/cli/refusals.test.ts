/** What the runner refuses, and what it says: all of it in French, on standard error, without a trace. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runRegie } from '../../src/cli/runner.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { openWorkbook } from '../../src/cli/workbook.ts';
import { builtBundle } from '../support/built.ts';

const SAMPLE = resolve('src/local/sample/mila-2023.xlsx');
const bundle = builtBundle();
const folder = mkdtempSync(join(tmpdir(), 'regie-refus-'));

jest.setTimeout(60_000);

async function regie(words: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const terminal: Terminal = {
    say: (text) => void (out += text),
    tell: (text) => void (err += text),
    standardInput: () => Promise.resolve(''),
    confirm: () => Promise.resolve(null),
    path: (path) => resolve(folder, path),
  };
  const code = await runRegie(words, {
    terminal,
    environment: {},
    open: ({ place }) => {
      if (place.kind !== 'workbook') throw new Error('Cannot open a spreadsheet of Google here');
      return openWorkbook({ file: place.file, terminal, bundle, clock: () => 0 });
    },
    today: () => '2023-05-12',
  });
  return { code, out, err };
}

describe('refusals, in French, on standard error', () => {
  const xlsx = ['--workbook', SAMPLE];
  const json = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return ['show', 'undo', ...xlsx, '--input', join(folder, name)];
  };
  const broken = (name: string, bytes: string | Buffer) => {
    writeFileSync(join(folder, name), bytes);
    return ['read', '--workbook', join(folder, name)];
  };
  test.each([
    ['an unknown verb', ['efface'], 'Action inconnue : « efface »'],
    ['an unknown command', ['show', 'format', ...xlsx], 'Commande inconnue : « format »'],
    ['no command', ['show', ...xlsx], 'Il manque le nom de la commande'],
    ['an unknown option', ['read', ...xlsx, '--force'], 'Option inconnue : « --force »'],
    ['an option without its value', ['read', '--workbook'], '« --workbook » attend une valeur'],
    ['no workbook', ['read'], 'Il manque le classeur'],
    ['two places', ['read', ...xlsx, '--spreadsheet', 'x'], 'pas les deux'],
    ['a day that does not exist', ['read', ...xlsx, '--today', '2023-02-30'], '« 2023-02-30 » n’existe pas'],
    ['no folder to write in', ['apply', 'undo', ...xlsx], 'Il manque --out'],
    ['a folder without a name', ['apply', 'undo', ...xlsx, '--out', ''], 'Il manque --out'],
    ['a word too many', ['read', ...xlsx, 'vite'], 'Mot en trop : « vite »'],
    ['a missing file', ['read', '--workbook', '/nulle/part.xlsx'], 'il n’existe pas'],
    ['a folder', ['read', '--workbook', folder], 'c’est un dossier'],
    ['a file that is no xlsx', broken('note.xlsx', 'bonjour'), 'n’est pas un classeur'],
    ['an empty file', broken('vide.xlsx', ''), 'Ce fichier est vide'],
    ['a truncated file', broken('court.xlsx', readFileSync(SAMPLE).subarray(0, 9_000)), '.xlsx'],
    ['bad JSON', json('faux.json', '{"answers":'), 'ne se lit pas'],
    ['JSON that is no object', json('liste.json', '[1]'), 'doit être un objet'],
    ['an input that the command refuses', json('tabs.json', '{"tabs":12}'), 'ne conviennent pas'],
    [
      'a misspelt field of the input',
      json('faute.json', '{"answer":{}}'),
      'ne connaît pas l’indication « answer » ; elle connaît : id, tabs, answers.',
    ],
    [
      'a folder where nothing can be made',
      ['apply', 'adopt', ...xlsx, '--out', '/proc/nulle-part/ici', '--yes'],
      'rien ne peut y être créé',
    ],
    ['a missing input', ['show', 'undo', ...xlsx, '--input', '/nulle/part.json'], 'il n’existe pas'],
  ])('%s', async (_, words, message) => {
    const { code, out, err } = await regie(words);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(message);
    expect(err).not.toMatch(/^\s+at /mu);
  });
});
