import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWriter, readState, type Saved } from '../../../src/local/server/store.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'regie-store-'));
const saved: Saved = { name: 'Essai', source: 'file', day: '2023-05-12', state: { kept: true } };
const failing = (error: unknown) => {
  throw error;
};

describe('readState()', () => {
  test('finds nothing in an empty or missing folder', async () => {
    expect(await readState(folder(), 1)).toEqual({ kind: 'nothing' });
    expect(await readState(join(folder(), 'none'), 1)).toEqual({ kind: 'nothing' });
  });

  test('sets an unreadable state aside, whole', async () => {
    const where = folder();
    writeFileSync(join(where, 'workspace.json'), '{"version":1,"name":"cou');
    const keptAs = join(where, 'workspace.json.42');
    expect(await readState(where, 42)).toEqual({ kind: 'unreadable', keptAs });
    expect(readFileSync(keptAs, 'utf8')).toBe('{"version":1,"name":"cou');
    expect(await readState(where, 43)).toEqual({ kind: 'nothing' });
  });

  test('does not take the state of another version for its own', async () => {
    const where = folder();
    writeFileSync(join(where, 'workspace.json'), JSON.stringify({ ...saved, version: 99 }));
    expect(await readState(where, 42)).toMatchObject({ kind: 'unreadable' });
  });
});

describe('createWriter()', () => {
  test('writes once for many changes, and flush() waits for it', async () => {
    const where = folder();
    let asked = 0;
    const writer = createWriter(where, 60_000, () => ({ ...saved, name: `Essai ${(asked += 1)}` }), failing);
    writer.changed();
    writer.changed();
    await writer.flush();
    expect(asked).toBe(1);
    expect(await readState(where, 1)).toEqual({ kind: 'state', saved: { ...saved, name: 'Essai 1' } });
  });

  test('writes by itself after the delay', async () => {
    const where = folder();
    const writer = createWriter(where, 5, () => saved, failing);
    writer.changed();
    const until = Date.now() + 5000;
    while ((await readState(where, 1)).kind === 'nothing' && Date.now() < until)
      await new Promise((done) => setTimeout(done, 20));
    expect(await readState(where, 1)).toEqual({ kind: 'state', saved });
  });

  test('leaves no half-written file behind', async () => {
    const where = folder();
    const writer = createWriter(where, 1, () => saved, failing);
    writer.changed();
    await writer.flush();
    expect(readdirSync(where)).toEqual(['workspace.json']);
  });

  test('tells of a folder that cannot be written', async () => {
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    const told: unknown[] = [];
    const writer = createWriter(
      join(file, 'inside'),
      1,
      () => saved,
      (error) => told.push(error),
    );
    writer.changed();
    await writer.flush();
    expect(told).toHaveLength(1);
  });
});
