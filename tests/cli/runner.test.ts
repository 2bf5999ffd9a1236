/** The headless runner as it is shipped: one program, its words in, its files and JSON out. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { commands } from '../../src/core/commands/index.ts';
import { changeTable } from '../../src/core/records.ts';
import { budgetTable } from '../../src/core/tables/budget-line.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { answerHttp } from '../../src/local/google/http.ts';
import { createLocalGoogle, createSpreadsheet } from '../../src/local/google/index.ts';
import { readXlsx, writeXlsx } from '../../src/local/xlsx/index.ts';
import { budget2023 } from '../support/budget-fixture.ts';
import { builtRunner } from '../support/built.ts';

const SAMPLE = resolve('src/local/sample/mila-2023.xlsx');
const SHEET = 'Budget prévisionnel';
const folder = mkdtempSync(join(tmpdir(), 'regie-cli-'));
const lines = budget2023().filter((_, index) => index % 7 === 0);
const workbook: Workbook = { Notes: [['à elle']], Budget: changeTable(budgetTable, undefined, { put: lines }) };

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function regie(words: readonly string[], { input = '', env = {} } = {}): Promise<Run> {
  const program = resolve(builtRunner());
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, ...words], { cwd: folder, env: { ...process.env, ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString('utf8')));
    child.stderr.on('data', (data: Buffer) => (err += data.toString('utf8')));
    child.on('close', (code) => done({ code: code ?? -1, out, err }));
    child.stdin.end(input);
  });
}

async function file(name: string, tabs: Workbook = workbook): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await writeXlsx(createSpreadsheet(tabs)));
  return path;
}

async function tabsOf(path: string): Promise<Record<string, unknown>> {
  const { doc } = await readXlsx(readFileSync(path));
  const google = createLocalGoogle();
  const spreadsheetId = google.add(doc);
  const answer = google.call('sheets', 'spreadsheets.get', {
    spreadsheetId,
    fields: 'sheets(properties(title),data(rowData(values(userEnteredValue))))',
  }) as { sheets: { properties: { title: string }; data: unknown }[] };
  return Object.fromEntries(answer.sheets.map(({ properties, data }) => [properties.title, data]));
}

jest.setTimeout(120_000);

test('read --json prints the whole sample as expected, and only JSON', async () => {
  const { code, out, err } = await regie(['read', '--workbook', SAMPLE, '--today', '2023-05-12', '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const expected: unknown = JSON.parse(readFileSync('tests/fixtures/mila-2023.expected.json', 'utf8'));
  // Each problem also carries its French sentence.
  const withoutMessages = JSON.parse(out, (key, value: unknown) => (key === 'message' ? undefined : value)) as unknown;
  expect(withoutMessages).toEqual(expected);
});

test('read prints a French summary', async () => {
  const { code, out } = await regie(['read', '--workbook', await file('lu.xlsx'), '--today', '2023-05-12']);
  expect(code).toBe(0);
  expect(out).toMatch(/^lu\.xlsx : /u);
  expect(out).toContain('laissé tel quel');
});

test('show --json prints the preview, only JSON, and writes nothing', async () => {
  const path = await file('montre.xlsx');
  const before = readFileSync(path);
  const { code, out, err } = await regie(['show', 'build-budget', '--workbook', path, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const preview = JSON.parse(out) as Record<string, unknown>;
  expect(Object.keys(preview).slice(0, 6)).toEqual([
    'command',
    'digest',
    'changes',
    'problems',
    'questions',
    'effects',
  ]);
  expect(preview).toMatchObject({ command: 'build-budget', state: 'ready' });
  expect(preview['changes']).toContainEqual(expect.objectContaining({ tab: SHEET, updated: 0, removed: 0 }));
  expect(readFileSync(path).equals(before)).toBe(true);
});

describe('apply and undo', () => {
  const out = (name: string) => join(folder, name);

  test('apply writes the workbook, the calendar, the mails, the forms and the calls; undo brings it back', async () => {
    const path = await file('classeur.xlsx');
    const shown = JSON.parse((await regie(['show', 'build-budget', '--workbook', path, '--json'])).out);
    const words = ['apply', 'build-budget', '--workbook', path, '--out', out('a'), '--yes', '--json'];
    const applied = await regie([...words, '--digest', String(shown.digest)]);
    expect(applied.err).toBe('');
    expect(applied.code).toBe(0);
    expect(JSON.parse(applied.out)).toMatchObject({
      command: 'build-budget',
      digest: shown.digest,
      outcome: 'applied',
      journalId: 'J-0001',
      undoable: true,
    });
    expect(readdirSync(out('a')).sort()).toEqual(['calendar.ics', 'calls.json', 'forms.json', 'mail', 'workbook.xlsx']);
    expect(readdirSync(join(out('a'), 'mail'))).toEqual([]);
    expect(JSON.parse(readFileSync(join(out('a'), 'calls.json'), 'utf8'))).toEqual({
      'Lock.tryLock': 1,
      'Sheets.Spreadsheets.batchUpdate': 1,
      'Sheets.Spreadsheets.get': 1,
    });
    const after = await tabsOf(join(out('a'), 'workbook.xlsx'));
    expect(Object.keys(after)).toEqual(expect.arrayContaining(['Notes', 'Budget', SHEET, 'Journal']));

    const again = await regie([
      'apply',
      'build-budget',
      '--workbook',
      join(out('a'), 'workbook.xlsx'),
      '--out',
      out('b'),
    ]);
    expect(again).toMatchObject({ code: 0, err: '' });
    expect(again.out).toMatch(/^Rien à changer\./u);

    const undone = await regie(['undo', '--workbook', join(out('a'), 'workbook.xlsx'), '--out', out('c'), '--yes']);
    expect(undone).toMatchObject({ code: 0, err: '' });
    // The number goes on from the file's own journal.
    expect(undone.out).toMatch(/^C’est fait, et noté dans « Journal » \(J-0002\)/u);
    const back = await tabsOf(join(out('c'), 'workbook.xlsx'));
    const before = await tabsOf(path);
    expect(back[SHEET]).toBeUndefined();
    expect(back).toMatchObject(before);

    const twice = await regie(['undo', 'J-0001', '--workbook', join(out('c'), 'workbook.xlsx'), '--out', out('d')]);
    expect(twice.code).toBe(2);
    expect(twice.err).toContain('déjà annulée');
    expect(existsSync(out('d'))).toBe(false);
  });

  test('apply with nobody to confirm and no --yes does nothing', async () => {
    const words = ['apply', 'build-budget', '--workbook', await file('seul.xlsx'), '--out', out('seul')];
    const { code, err } = await regie(words, { input: 'o\n' });
    expect(code).toBe(2);
    expect(err).toContain('Ajoutez --yes');
    expect(existsSync(out('seul'))).toBe(false);
  });

  test('apply under another digest does nothing and prints the preview as it is now', async () => {
    const words = ['apply', 'build-budget', '--workbook', await file('autre.xlsx'), '--out', out('autre')];
    const { code, out: printed, err } = await regie([...words, '--digest', 'abc', '--yes', '--json']);
    expect(code).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ outcome: 'changed', state: 'ready' });
    expect(err).toContain('abc');
    expect(existsSync(out('autre'))).toBe(false);
  });

  test('a question left without an answer stops the apply; --input - answers it', async () => {
    const two = changeTable(budgetTable, undefined, {
      put: [...lines, ...lines.map((line) => ({ ...line, id: `${line.id}9`, version: 'V2' }))],
    });
    const path = await file('question.xlsx', { Budget: two });
    const shown = JSON.parse((await regie(['show', 'build-budget', '--workbook', path, '--json'])).out);
    const [question] = shown.questions as { id: string; choices: { value: string }[] }[];
    const answers = { [question?.id ?? '']: question?.choices.at(-1)?.value };
    const words = ['show', 'build-budget', '--workbook', path, '--json', '--input', '-'];
    const answered = await regie(words, { input: JSON.stringify({ answers }) });
    expect(JSON.parse(answered.out).questions[0].answer).toBe(question?.choices.at(-1)?.value);
  });
});

describe('--spreadsheet', () => {
  test('shows and applies on a spreadsheet through the official client', async () => {
    const google = createLocalGoogle();
    const id = google.add(createSpreadsheet(workbook, { title: 'En ligne' }));
    const server = createServer((request, response) => {
      if (!answerHttp(google, request, response)) response.writeHead(404).end();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const env = { REGIE_ROOT_URL: `http://127.0.0.1:${port}/`, REGIE_GOOGLE_TOKEN: 'jeton-local', REGIE_WHO: 'ana' };
    const place = ['--spreadsheet', id];
    try {
      expect((await regie(['read', ...place], { env })).out).toMatch(/^En ligne : /u);
      const out = join(folder, 'en-ligne');
      const words = ['apply', 'build-budget', ...place, '--yes', '--json', '--out', out];
      const applied = await regie(words, { env });
      expect(applied).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(applied.out)).toMatchObject({ outcome: 'applied', journalId: 'J-0001' });
      expect(JSON.parse(readFileSync(join(out, 'calls.json'), 'utf8'))).toEqual({
        'sheets.spreadsheets.get': 1,
        'sheets.spreadsheets.batchUpdate': 1,
      });
      const undone = await regie(['undo', ...place, '--yes'], { env });
      expect(undone).toMatchObject({ code: 0, err: '' });
      const missing = await regie(['show', 'build-budget', '--spreadsheet', 'perdu'], { env });
      expect(missing).toMatchObject({ code: 1, out: '' });
      expect(missing.err).toContain('introuvable');
    } finally {
      await new Promise((closed) => server.close(closed));
    }
  });
});

test('a refusal is a French sentence on standard error, with an exit code', async () => {
  const { code, out, err } = await regie(['read', '--workbook', '/nulle/part.xlsx']);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toBe('Le classeur « /nulle/part.xlsx » ne peut pas être lu : il n’existe pas.\n');
});

test('--help lists every command', async () => {
  const { code, out } = await regie(['--help']);
  expect(code).toBe(0);
  for (const { name } of commands) expect(out).toContain(name);
});
