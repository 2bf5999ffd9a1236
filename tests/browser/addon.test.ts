import type { Browser, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import {
  clickMenu,
  dialog,
  openPage,
  type RunningWorkspace,
  sidebar,
  startWorkspace,
  tabs,
  waitForCell,
} from '../support/workspace.ts';

jest.setTimeout(60_000);

describeInBrowser('an add-on in the workspace', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace({ addon: 'tests/fixtures/tiny-addon' })]);
    ({ page, complaints } = await openPage(browser, workspace.url));
  });
  afterEach(async () => {
    // What a test left open; a page for each test would cost a start of the grid.
    const messages = page.locator('dialog.message').getByRole('button', { name: 'OK' });
    if ((await messages.count()) > 0) await messages.click();
    const close = page.getByRole('button', { name: 'Fermer le panneau' });
    if (await close.isVisible()) await close.click();
    await page.keyboard.press('Escape');
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  test('has the menu that its onOpen declares', async () => {
    await page.locator('.o-topbar-menu', { hasText: 'Essai' }).click();
    const labels = (await page.locator('.o-menu-item').allTextContents()).map((label) => label.trim());
    expect(labels).toEqual(['Ouvrir le panneau', 'Ouvrir un dialogue', 'Prévenir', 'Échouer']);
  });

  test('shows its panel, 300 pixels wide, that calls the server and hears the answer', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    const before = complaints.length;
    const panel = sidebar(page);
    await panel.locator('#echo').click();
    await panel.getByText('{"value":"élève","year":2023}').waitFor();
    expect((await page.locator('#sidebar').boundingBox())?.width).toBe(300);
    expect(await page.locator('#sidebar-title').textContent()).toBe('Panneau d’essai');
    expect(complaints.slice(before)).toEqual([]);
  });

  test('writes into the open grid at once', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    await sidebar(page).locator('#write').click();
    const [first = ''] = await tabs(page);
    await waitForCell(page, first, 'Z1', 'écrit par le panneau');
  });

  test('tells the failure handler what went wrong', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    await sidebar(page).locator('#fail').click();
    await sidebar(page).getByText('Erreur : Rien ne va plus.').waitFor();
  });

  test('closes its panel by itself or by the cross', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    await sidebar(page).locator('#close').click();
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    await page.getByRole('button', { name: 'Fermer le panneau' }).click();
    await page.locator('#sidebar').waitFor({ state: 'hidden' });
  });

  test('shows its dialog at the size it asked for; Escape closes it, from inside too', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir un dialogue');
    await dialog(page).locator('#echo').click();
    await dialog(page).getByText('élève').waitFor();
    expect(await page.locator('dialog.addon .frame-holder').boundingBox()).toMatchObject({ width: 420, height: 260 });
    await page.keyboard.press('Escape');
    await page.locator('dialog.addon').waitFor({ state: 'detached' });
    await clickMenu(page, 'Essai', 'Ouvrir un dialogue');
    await page.locator('dialog.addon').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog.addon').waitFor({ state: 'detached' });
  });

  test('shows its toast', async () => {
    await clickMenu(page, 'Essai', 'Prévenir');
    await page.locator('#toasts').getByText('Trois lignes ont changé.').waitFor();
  });

  test('says why a menu command stopped', async () => {
    await clickMenu(page, 'Essai', 'Échouer');
    await page.locator('dialog.message').getByText('Rien ne va plus.').waitFor();
  });

  test('cannot reach the workspace but through google.script.run', async () => {
    await clickMenu(page, 'Essai', 'Ouvrir le panneau');
    await sidebar(page).locator('#echo').waitFor();
    const frame = page.frames().find((one) => one.url().includes('/frame/'));
    const reached = await frame?.evaluate(async () => {
      const tries = [
        () => fetch('/api/workbook').then(() => 'fetched'),
        () => Promise.resolve(parent.document.title),
        () => Promise.resolve(localStorage.getItem('x') ?? 'stored'),
      ];
      return Promise.all(
        tries.map((attempt) =>
          Promise.resolve()
            .then(attempt)
            .catch(() => 'refused'),
        ),
      );
    });
    expect(reached).toEqual(['refused', 'refused', 'refused']);
  });
});
