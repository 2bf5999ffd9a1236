import { createServer, failureText, ServerFailure } from '../../src/sidebar/server.ts';
import type { Carry } from '../../src/sidebar/server.ts';
import { appliedOf, previewOf, shownOf } from './harness/samples.ts';

/** A server over a carrier that keeps what it was given and answers the replies in turn. */
function over(...replies: readonly unknown[]) {
  const asked: { method: string; request: Record<string, unknown> }[] = [];
  const carry: Carry = (method, json) => {
    asked.push({ method, request: JSON.parse(json) });
    const reply = replies[asked.length - 1];
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(JSON.stringify(reply));
  };
  return { server: createServer(carry), asked };
}

const ok = (answer: unknown) => ({ ok: true, answer });
const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => failureText(error),
  );

test('createServer() gives back the tabs of the last answer, and none before or once they are forgotten', async () => {
  const shown = { ...shownOf(previewOf({})), known: ['Budget'] };
  const { server, asked } = over(ok({ view: {}, known: ['Journal'] }), ok(shown), ok({ view: {}, known: [] }));
  await server.look('home');
  await server.show('build-budget', {});
  server.forget();
  await server.look('home');
  expect(asked.map(({ request }) => request['known'])).toEqual([null, ['Journal'], null]);
});

test('look() that answers after an action does not bring back the tabs of before', async () => {
  const replies: Record<string, () => void> = {};
  const asked: unknown[] = [];
  const carry: Carry = (method, json) => {
    asked.push(JSON.parse(json).known);
    const known = method === 'apply' ? ['Noms', 'Journal'] : ['Noms'];
    const shown = { ...shownOf(previewOf({})), known };
    const answer = method === 'apply' ? { ...appliedOf(shown.preview), shown } : { view: {}, known };
    return new Promise((resolve) => {
      replies[method] = () => resolve(JSON.stringify(ok(answer)));
    });
  };
  const server = createServer(carry);
  const slow = server.look('record');
  const done = server.apply({}, shownOf(previewOf({})));
  replies['apply']?.();
  await done;
  replies['look']?.();
  await slow;
  void server.look('home');
  expect(asked).toEqual([null, null, ['Noms', 'Journal']]);
});

test('apply() sends the moment and the digest that were shown', async () => {
  const shown = shownOf(previewOf({ digest: 'd-42' }));
  const { server, asked } = over(ok(appliedOf(shown.preview)));
  await server.apply({ answers: {} }, shown);
  expect(asked).toEqual([
    {
      method: 'apply',
      request: {
        command: 'build-budget',
        input: { answers: {} },
        moment: { today: '2023-05-12', time: '14:05' },
        digest: 'd-42',
        known: null,
      },
    },
  ]);
});

test('a refusal of the server fails with its own sentence', async () => {
  const { server } = over({ ok: false, code: 'busy', message: 'Une autre action est en cours.' });
  expect(await messageOf(server.look('home'))).toBe('Une autre action est en cours.');
});

test('goTo() fails with the name of a tab that is not there any more', async () => {
  const { server } = over(ok({ done: false }));
  expect(await messageOf(server.goTo('Locaux', 'A1'))).toMatch(/^L’onglet «\u00a0Locaux\u00a0» n’est plus/u);
});

test('a call that does not arrive becomes a French sentence, never the error of the browser', async () => {
  const { server } = over(new Error('NetworkError: 0x80'), new Error('ScriptError: Authorization is required'));
  expect(await messageOf(server.look('home'))).toMatch(/^Régie n’a pas pu joindre Google Sheets/u);
  expect(await messageOf(server.look('home'))).toMatch(/^Google refuse l’accès/u);
});

test('an answer that is no JSON, or no reply, becomes a French sentence', async () => {
  for (const text of ['<html>', '', 'null', '[]', '"oui"']) {
    const server = createServer(() => Promise.resolve(text));
    await expect(server.look('home')).rejects.toThrow(ServerFailure);
  }
});

test('failureText() says a plain sentence for what nobody foresaw', () => {
  expect(failureText(new TypeError('x is undefined'))).not.toContain('undefined');
});
