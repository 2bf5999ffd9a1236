import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { OpenWorkbook, Status } from '../../../src/local/page/protocol.ts';
import { serve, type Serving } from '../../../src/local/server/serve.ts';
import { openSession } from '../../../src/local/server/session.ts';
import type { Workspace } from '../../../src/local/server/workspace.ts';

type Answer = { readonly status: number; readonly body: string; readonly headers: NodeJS.Dict<string | string[]> };

let workspace: Workspace;
let serving: Serving;

beforeAll(async () => {
  workspace = await openSession({
    folder: mkdtempSync(join(tmpdir(), 'regie-serve-')),
    sample: { file: 'src/local/sample/mila-2023.xlsx', name: 'Essai', day: '2023-05-12' },
    bundle: 'tests/fixtures/tiny-addon',
    shim: () => Promise.resolve('/* shim */'),
    now: () => Date.parse('2024-01-10T08:30:00Z'),
  });
  serving = await serve(workspace, 0);
});
afterAll(async () => {
  await serving.close();
  await workspace.close();
});

function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port: serving.port, method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        done({ status: response.statusCode ?? 0, body: text, headers: response.headers });
      });
    });
    asked.on('error', fail);
    asked.end(body);
  });
}

const own = () => ({ origin: `http://127.0.0.1:${serving.port}`, 'content-type': 'application/json' });

describe('serve()', () => {
  test('serves the page with a policy that lets nothing come from elsewhere', async () => {
    const { status, headers, body } = await ask('GET', '/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).toContain('lang="fr"');
  });

  test.each([
    '/assets/../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/package.json',
    '/assets/',
    '//etc/passwd',
  ])('serves no file of the machine at %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  test('turns a rebound name away, and a request of another site', async () => {
    expect((await ask('GET', '/api/workbook', { host: `rebound.example:${serving.port}` })).status).toBe(403);
    expect((await ask('POST', '/api/reset', { origin: 'http://rebound.example' }, '{}')).status).toBe(403);
  });

  test('goes to the next free port when its own is taken', async () => {
    const second = await serve(workspace, serving.port);
    expect(second.port).toBeGreaterThan(serving.port);
    await second.close();
  });

  test('runs a function of the add-on for the page', async () => {
    const asked = { functionName: 'echo', args: ['é'], selection: null };
    const { body } = await ask('POST', '/api/run', own(), JSON.stringify(asked));
    expect(JSON.parse(body)).toEqual({ acts: [], value: '{"value":"é","year":2023}' });
  });

  test('gives the error of a function of the add-on as a value', async () => {
    const asked = { functionName: 'fail', args: [], selection: null };
    const { status, body } = await ask('POST', '/api/run', own(), JSON.stringify(asked));
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ error: { message: 'Rien ne va plus.' } });
  });

  test('serves what a panel shows at an address of its own, sandboxed', async () => {
    const asked = { functionName: 'openPanel', args: [], selection: null };
    const { body } = await ask('POST', '/api/run', own(), JSON.stringify(asked));
    const [act] = (JSON.parse(body) as { acts: { kind: string; title: string; frame: string }[] }).acts;
    expect(act).toMatchObject({ kind: 'sidebar', title: 'Panneau d’essai' });
    const frame = await ask('GET', act?.frame ?? '');
    expect(frame.headers['content-security-policy']).toContain('sandbox allow-scripts');
    expect(frame.body.indexOf('/* shim */')).toBeLessThan(frame.body.indexOf('google.script.run'));
  });

  test.each(['', '{', '{"functionName":"a.b","args":[],"selection":null}', '{"functionName":"echo"}'])(
    'refuses the call « %s » in French',
    async (body) => {
      const answer = await ask('POST', '/api/run', own(), body);
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.body)).toEqual({
        refusal: 'L’espace local n’a pas compris cette demande. Rechargez la page.',
      });
    },
  );

  test('refuses a workbook that is too heavy without reading it', async () => {
    const { status, body } = await ask('POST', '/api/open', { ...own(), 'content-length': '60000000' }, '');
    expect(status).toBe(413);
    expect(body).toContain('50 Mo');
  });

  test('answers Google’s own paths', async () => {
    const { body } = await ask('GET', '/v4/spreadsheets/classeur-1?fields=sheets.properties.title');
    expect(body).toContain('ADHERENTS 2023');
    expect((await ask('GET', '/v4/spreadsheets/autre')).status).toBe(404);
  });

  test('lists nothing in the other places so far', async () => {
    expect(JSON.parse((await ask('GET', '/api/places')).body)).toEqual({ forms: [], events: [], mails: [] });
  });

  test('opens on the day of the sample and turns the clock', async () => {
    expect((JSON.parse((await ask('GET', '/api/status')).body) as Status).day).toBe('2023-05-12');
    await ask('POST', '/api/clock', own(), '{"day":"2023-06-01"}');
    expect((JSON.parse((await ask('GET', '/api/workbook')).body) as OpenWorkbook).status.day).toBe('2023-06-01');
    expect((await ask('POST', '/api/clock', own(), '{"day":"32 mai"}')).status).toBe(400);
    await ask('POST', '/api/clock', own(), '{"day":"2023-05-12"}');
  });
});

describe('the socket', () => {
  const first = (socket: WebSocket): Promise<string> =>
    new Promise((done, fail) => {
      socket.once('message', (data: Buffer) => done(data.toString('utf8')));
      socket.once('error', fail);
    });

  test('greets the page with where the workspace stands', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/socket`, { origin: own().origin });
    expect(JSON.parse(await first(socket))).toMatchObject({ kind: 'status', status: { name: 'Essai' } });
    socket.terminate();
  });

  test.each(['http://rebound.example', 'null', undefined])('turns the origin %s away', async (origin) => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/socket`, origin === undefined ? {} : { origin });
    await expect(first(socket)).rejects.toThrow('403');
  });

  test('is not undone by what is no message', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/socket`, { origin: own().origin });
    await first(socket);
    for (const text of ['', '{', 'null', '{"kind":"revision","message":{"type":"REMOTE_REVISION"}}']) socket.send(text);
    expect((await ask('GET', '/api/status')).status).toBe(200);
    socket.terminate();
  });
});
