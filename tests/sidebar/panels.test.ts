/** The panels in a real browser, over answers that are plausible or hostile. */
import type { Browser, Page } from 'playwright-core';
import type { AdoptDetails, TabDetails } from '../../src/core/adoption/details.ts';
import type { Preview } from '../../src/core/preview.ts';
import { describeInBrowser } from '../support/browser.ts';
import { openPage, pageHtml } from './harness/pages.ts';
import type { Rpc } from './harness/pages.ts';
import * as samples from './harness/samples.ts';

const HOSTILE = '<img src=x onerror="window.hacked=true">« Très-long-mot-sans-espace-'.repeat(3);

interface Scene {
  readonly preview?: (input: Record<string, unknown>) => Preview;
  readonly before?: (method: string) => string | null;
}

/** Answers from the samples; keeps the methods that were asked. */
function rpcOf({ preview = () => samples.previewOf({}), before = () => null }: Scene = {}) {
  const asked: string[] = [];
  const rpc: Rpc = (method, json) => {
    const { view, input } = JSON.parse(json);
    asked.push(view === 'record' ? 'look at a record' : method);
    const views: Record<string, unknown> = {
      home: samples.homeAfter,
      checks: samples.checksView(samples.checkItems),
      journal: samples.journalView,
      record: { record: { id: 'ADH-0014', tab: 'Adhérents', label: 'Les Disques du Canal', cell: 'E15' } },
    };
    const answers: Record<string, () => unknown> = {
      look: () => ({ view: views[view], known: [] }),
      show: () => samples.shownOf(preview(input)),
      apply: () => samples.appliedOf(preview(input)),
      goTo: () => ({ done: true }),
      open: () => ({ done: true }),
    };
    return before(method) ?? JSON.stringify({ ok: true, answer: answers[method]?.() });
  };
  return { rpc, asked };
}

/** A view has its tab in the row, or under « Plus ». */
async function openView(page: Page, view: string): Promise<void> {
  const button = page.locator(`#tab-${view}`);
  await button.waitFor({ state: 'attached' });
  if (!(await button.isVisible())) await page.locator('#tab-more').click();
  await button.click();
}

const tab = (parts: Partial<TabDetails>): TabDetails => ({
  title: 'Locaux',
  kind: 'spaces',
  kindLabel: 'Espaces et occupants',
  reason: 'Le titre le dit.',
  confidence: 'certain',
  chosen: null,
  leftAlone: false,
  headerRows: [2],
  columns: [
    {
      letters: 'A',
      header: 'N°',
      field: 'space',
      fieldLabel: 'Espace',
      samples: ['1', '2'],
      confidence: 'certain',
      custom: null,
      alternatives: [],
      chosen: false,
    },
  ],
  counts: [{ tab: 'Espaces', noun: 'espaces', count: 34 }],
  accounting: { mapped: 183, kept: 0, structure: 17, total: 200 },
  controls: [],
  checks: 22,
  ...parts,
});

const details: AdoptDetails = {
  adopted: false,
  tabs: [tab({})],
  kinds: [
    { kind: 'spaces', label: 'Espaces et occupants', fields: [{ field: 'space', label: 'Espace' }] },
    { kind: 'skip', label: 'Laissé tel quel', fields: [] },
  ],
  accounting: { mapped: 183, kept: 0, structure: 17, total: 200 },
  counts: [],
  checks: { error: 1, warning: 0, info: 0 },
  refresh: null,
};

describeInBrowser('the panels', (launch) => {
  let browser: Browser;
  const html = { sidebar: '', dialog: '' };
  beforeAll(async () => {
    browser = await launch();
    html.sidebar = await pageHtml('sidebar');
    html.dialog = (await pageHtml('dialog')).replace('__DIALOG__', 'adopt');
  }, 120_000);
  afterAll(() => browser.close());

  const sidebar = (rpc: Rpc, start = ''): Promise<Page> =>
    openPage(browser, { html: html.sidebar.replace('__START__', start), rpc, width: 300, height: 700 });
  const wizard = (rpc: Rpc): Promise<Page> => openPage(browser, { html: html.dialog, rpc, width: 960, height: 660 });
  const adoptPreview = (parts: Partial<Preview> = {}): Preview =>
    samples.previewOf({ command: 'adopt', label: 'Adopter ce classeur', details, effects: [], ...parts });

  test('an action goes from its step to its end by the keyboard alone, the focus on each new heading', async () => {
    const { rpc, asked } = rpcOf();
    const page = await sidebar(rpc);
    await page.getByRole('button', { name: 'Construire le budget' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Qui sera prévenu' }).waitFor();
    expect(await focused(page)).toBe('Construire le budget prévisionnel');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Construire le budget');
    await page.keyboard.press('Enter');
    await page.getByText('C’est fait, et noté dans le journal.').waitFor();
    expect(await focused(page)).toBe('Construire le budget prévisionnel');
    await page.getByRole('button', { name: 'Annuler' }).waitFor();
    expect(asked).toEqual(['look', 'show', 'apply']);
  }, 60_000);

  test('an answer keeps the focus where it was given, and unlocks the button', async () => {
    const waiting = samples.previewOf({ state: 'question', questions: samples.questions });
    const answered = samples.previewOf({ questions: samples.questions.map((one) => ({ ...one, answer: 'ok' })) });
    const { rpc } = rpcOf({ preview: (input) => ('answers' in input ? answered : waiting) });
    const page = await sidebar(rpc, 'build-budget');
    await page.getByLabel('À jour').waitFor();
    expect(await page.getByRole('button', { name: 'Construire le budget' }).isDisabled()).toBe(true);
    await page.getByLabel('À jour').check();
    await page.locator('button.main:enabled').waitFor();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('ok');
  }, 60_000);

  test('pressing twice applies once', async () => {
    const { rpc, asked } = rpcOf();
    const slow: Rpc = async (method, json) => {
      if (method === 'apply') await new Promise((resolve) => setTimeout(resolve, 500));
      return rpc(method, json);
    };
    const page = await sidebar(slow, 'build-budget');
    await page.locator('button.main').dblclick();
    await page.getByText('C’est fait, et noté dans le journal.').waitFor();
    expect(asked.filter((method) => method === 'apply')).toHaveLength(1);
  }, 60_000);

  test('a failure says its sentence, and « Réessayer » takes up where it stopped', async () => {
    let failures = 1;
    const busy = JSON.stringify({ ok: false, code: 'busy', message: 'Une autre action est en cours.' });
    const { rpc } = rpcOf({ before: (method) => (method === 'look' && failures-- > 0 ? busy : null) });
    const page = await sidebar(rpc);
    await page.getByText('Une autre action est en cours.').waitFor();
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.getByRole('heading', { name: 'Cette semaine' }).waitFor();
  }, 60_000);

  test('what cells hold is shown as text, and never widens the panel', async () => {
    const { rpc } = rpcOf({
      preview: () =>
        samples.previewOf({
          label: HOSTILE,
          state: 'question',
          summary: [HOSTILE],
          refusal: HOSTILE,
          changes: [{ tab: HOSTILE, added: 1, updated: 0, removed: 0, existence: 'created' }],
          questions: [{ ...samples.questions[0]!, text: HOSTILE, choices: [{ value: HOSTILE, label: HOSTILE }] }],
          effects: [{ kind: 'mail', to: HOSTILE, summary: HOSTILE }],
        }),
    });
    const page = await sidebar(rpc, 'build-budget');
    await page.getByText('À vous de décider').waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.evaluate(() => document.getElementById('main')!.scrollWidth)).toBeLessThanOrEqual(300);
  }, 60_000);

  test('a point is settled from its card, with « Annuler » at hand', async () => {
    const { rpc, asked } = rpcOf({ preview: () => samples.previewOf({ effects: [], questions: [] }) });
    const page = await sidebar(rpc);
    await openView(page, 'checks');
    await page.getByText('Point 1 sur 3').waitFor();
    await page.getByRole('button', { name: 'Point suivant' }).click();
    await page.getByText('06 39 98 55 66').waitFor();
    await page.getByText('Les Disques du Canal · Téléphone').waitFor();
    expect(await page.getByRole('button', { name: 'Voir la fiche' }).isEnabled()).toBe(true);
    await page.getByRole('button', { name: 'Appliquer la proposition' }).click();
    await page.getByRole('button', { name: 'Annuler' }).waitFor();
    expect(asked.filter((one) => one !== 'look at a record')).toEqual(['look', 'look', 'show', 'apply', 'look']);
  }, 60_000);

  test('every button and list of every view has a name for screen readers', async () => {
    const page = await sidebar(rpcOf().rpc);
    for (const view of ['home', 'checks', 'journal']) {
      await openView(page, view);
      await page.locator(`#tab-${view}[aria-current]`).waitFor({ state: 'attached' });
      await page.locator('#main h2').first().waitFor({ state: 'attached' });
      const names = await page
        .locator('button, select, a, input')
        .evaluateAll((all) => all.map((one) => (one.getAttribute('aria-label') ?? one.textContent).trim()));
      expect(names).not.toContain('');
    }
  }, 60_000);

  test('the wizard closes at Escape while nothing was chosen, and asks once something was', async () => {
    const { rpc } = rpcOf({ preview: () => adoptPreview() });
    const page = await wizard(rpc);
    await page.getByRole('heading', { name: 'Ce que Régie a reconnu' }).waitFor();
    await page.getByLabel('« Locaux » est').selectOption('skip');
    await page.keyboard.press('Escape');
    await page.getByText('Fermer sans adopter ?').waitFor();
    await page.keyboard.press('Escape');
    expect(await page.locator('dialog').count()).toBe(0);
    expect(await hostClosed(page)).toBe(false);
    const other = await wizard(rpc);
    await other.getByRole('heading', { name: 'Ce que Régie a reconnu' }).waitFor();
    await other.keyboard.press('Escape');
    expect(await hostClosed(other)).toBe(true);
  }, 60_000);

  test('the wizard sends what was chosen, shows the sums that must agree, and adopts only once all is answered', async () => {
    const inputs: unknown[] = [];
    const { rpc, asked } = rpcOf({
      preview: (input) => {
        inputs.push(input);
        const answered = 'answers' in input;
        return adoptPreview({
          state: answered ? 'ready' : 'question',
          questions: [{ ...samples.questions[0]!, answer: answered ? 'ok' : null }],
        });
      },
    });
    const page = await wizard(rpc);
    await page.locator('#step-columns').click();
    await page.getByLabel('La colonne A devient').selectOption('custom');
    await page.locator('#step-agreement').click();
    expect(await page.getByRole('row', { name: /^Locaux/u }).textContent()).toBe('Locaux183017200200Exact');
    expect(await page.getByRole('button', { name: 'Adopter' }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Voir la question' }).click();
    const shade = (swatch: Element) => getComputedStyle(swatch).backgroundColor;
    expect(await page.locator('legend .swatch').evaluate(shade)).toBe('rgb(255, 255, 0)');
    await page.getByLabel('À jour').check();
    await page.locator('#step-agreement').click();
    await page.getByRole('button', { name: 'Adopter' }).click();
    await page.getByRole('heading', { name: 'Votre classeur est adopté' }).waitFor();
    expect(inputs.at(-1)).toEqual({
      tabs: { Locaux: { columns: { A: 'custom' } } },
      answers: { 'colour:yellow': 'ok' },
    });
    expect(asked.slice(asked.indexOf('apply'))).toEqual(['apply', 'open']);
  }, 60_000);
});

function focused(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

function hostClosed(page: Page): Promise<boolean> {
  return page.evaluate(() => (window as unknown as { hostClosed: boolean }).hostClosed);
}
