import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { launch, openPage, pageHtml } from './pages.ts';
import type { Rpc } from './pages.ts';
import * as samples from './samples.ts';

let browser: Browser;
let html: string;
beforeAll(async () => {
  mkdirSync('/tmp/shots', { recursive: true });
  browser = await launch();
  html = await pageHtml('sidebar');
}, 60000);
afterAll(() => browser.close());

const rpc =
  (home: unknown): Rpc =>
  (method, json) => {
    const request = JSON.parse(json);
    const ok = (answer: unknown) => JSON.stringify({ ok: true, answer });
    if (method === 'look')
      return ok({
        known: [],
        view:
          request.view === 'home'
            ? home
            : request.view === 'checks'
              ? samples.checksView(samples.checkItems)
              : samples.journalView,
      });
    if (method === 'show')
      return ok(
        samples.shownOf(
          samples.previewOf(
            request.input.answers
              ? { questions: samples.questions.map((q) => ({ ...q, answer: 'ok' })) }
              : { state: 'question', questions: samples.questions },
          ),
        ),
      );
    if (method === 'apply') return ok(samples.appliedOf(samples.previewOf({})));
    return ok({ done: true });
  };

test('shots', async () => {
  const a = await openPage(browser, { html, rpc: rpc(samples.homeBefore), width: 300, height: 640 });
  await a.getByRole('heading', { name: 'Adopter ce classeur' }).waitFor();
  await a.screenshot({ path: '/tmp/shots/sidebar-home-before.png' });
  const b = await openPage(browser, { html, rpc: rpc(samples.homeAfter), width: 300, height: 760 });
  await b.getByText('100 points').waitFor();
  await b.screenshot({ path: '/tmp/shots/sidebar-home-after.png' });
  await b.getByRole('button', { name: 'Construire le budget' }).click();
  await b.getByText('À vous de décider').waitFor();
  await b.screenshot({ path: '/tmp/shots/sidebar-question.png' });
  await b.getByLabel('À jour').check();
  await b.getByRole('button', { name: 'Construire le budget' }).waitFor();
  await b.setViewportSize({ width: 300, height: 1100 });
  await b.screenshot({ path: '/tmp/shots/sidebar-ready.png' });
  await b.getByRole('button', { name: 'Construire le budget' }).click();
  await b.getByText('C’est fait').first().waitFor();
  await b.screenshot({ path: '/tmp/shots/sidebar-done.png' });
  await b.setViewportSize({ width: 300, height: 860 });
  await b
    .getByRole('button', { name: /vérifier/ })
    .first()
    .click();
  await b.getByText('Point 1 sur 3').waitFor();
  await b.screenshot({ path: '/tmp/shots/sidebar-check-1.png' });
  await b.getByRole('button', { name: 'Point suivant' }).click();
  await b.screenshot({ path: '/tmp/shots/sidebar-check-2.png' });
  await b.getByRole('button', { name: 'Journal' }).click();
  await b.getByRole('heading', { name: 'Journal' }).waitFor();
  await b.screenshot({ path: '/tmp/shots/sidebar-journal.png' });
}, 60000);
