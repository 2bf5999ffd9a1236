import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { describeInBrowser } from '../support/browser.ts';
import {
  answer,
  cell,
  clickMenu,
  openPage,
  reloadBy,
  type RunningWorkspace,
  startWorkspace,
  tabs,
  type,
  waitForCell,
} from '../support/workspace.ts';

const SAMPLE_TABS = [
  'ADHERENTS 2023',
  'Locaux',
  'BP 2023 V4 def (2)',
  'Ateliers - suivi',
  'feuille présence JURIQUIZZ',
  'Compta 2023',
  'Contacts partenaires',
  'Feuille 7',
];

jest.setTimeout(120_000);

describeInBrowser('the workspace', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;

  const open = async (): Promise<Page> => (await openPage(browser, workspace.url)).page;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
    page = await open();
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });
  afterEach(async () => {
    for (const context of browser.contexts()) if (context !== page.context()) await context.close();
  });

  test('shows the sample, from this machine only, without a complaint, and says how long it took', async () => {
    const { page: fresh, complaints, requests } = await openPage(browser, workspace.url);
    console.info(`grid of the sample ready after ${Math.round(await fresh.evaluate(() => performance.now()))} ms`);
    expect(await tabs(fresh)).toEqual(SAMPLE_TABS);
    expect(complaints).toEqual([]);
    expect(requests.filter((request) => !request.startsWith(workspace.url) && !request.startsWith('data:'))).toEqual(
      [],
    );
  });

  test('says the workbook’s name and the day of the sample', async () => {
    expect(await page.title()).toBe('MILA 2023 – Régie');
    expect(await page.locator('#clock-day').textContent()).toBe('Nous sommes le 12 mai 2023');
  });

  test('shows the edit of one page in another at once', async () => {
    const [one, other] = [page, await open()];
    await type(one, 'Feuille 7', 'B2', 'bonjour');
    await waitForCell(other, 'Feuille 7', 'B2', 'bonjour');
    await type(other, 'Feuille 7', 'B3', '=LEN(B2)');
    await waitForCell(one, 'Feuille 7', 'B3', '7');
  });

  test('undoes and redoes from the menu', async () => {
    await type(page, 'Feuille 7', 'C2', 'à annuler');
    await waitForCell(page, 'Feuille 7', 'C2', 'à annuler');
    await clickMenu(page, 'Édition', 'Annuler');
    await waitForCell(page, 'Feuille 7', 'C2', '');
    await clickMenu(page, 'Édition', 'Rétablir');
    await waitForCell(page, 'Feuille 7', 'C2', 'à annuler');
  });

  test('turns the clock, and back', async () => {
    await page.locator('#clock-open').click();
    await page.getByRole('button', { name: 'Demain' }).click();
    await page.getByText('Nous sommes le 13 mai 2023').waitFor();
    await page.locator('#clock-open').click();
    await page.getByRole('button', { name: 'Revenir à aujourd’hui' }).click();
    await page.locator('#clock-day:not(.turned)').waitFor();
    await page.locator('#clock-open').click();
    await page.locator('input[type=date]').fill('2023-05-12');
    await page.getByRole('button', { name: 'Aller à ce jour' }).click();
    await page.getByText('Nous sommes le 12 mai 2023').waitFor();
  });

  test.each([
    ['Formulaires', 'Aucun formulaire'],
    ['Agenda', 'Aucun événement'],
    ['Boîte d’envoi', 'Aucun message envoyé'],
  ])('says honestly that « %s » is empty', async (place, empty) => {
    await page.getByRole('button', { name: place }).click();
    await page.getByRole('heading', { name: empty }).waitFor();
    await page.getByRole('button', { name: 'Classeur' }).click();
    await page.locator('#grid canvas').first().waitFor();
  });

  test('starts again from the sample after a yes, not after a no', async () => {
    await type(page, 'Feuille 7', 'D2', 'à oublier');
    await waitForCell(page, 'Feuille 7', 'D2', 'à oublier');
    await clickMenu(page, 'Fichier', 'Repartir de l’exemple');
    await answer(page, 'Annuler');
    expect(await cell(page, 'Feuille 7', 'D2')).toMatchObject({ shown: 'à oublier' });
    await clickMenu(page, 'Fichier', 'Repartir de l’exemple');
    await reloadBy(page, () => answer(page, 'Repartir de l’exemple'));
    expect(await cell(page, 'Feuille 7', 'D2')).toMatchObject({ shown: '' });
    expect(await tabs(page)).toEqual(SAMPLE_TABS);
  });
});

describeInBrowser('a workspace that stops', (launch) => {
  let browser: Browser;
  const running: RunningWorkspace[] = [];
  const start = async (folder: string): Promise<RunningWorkspace> => {
    const started = await startWorkspace({ folder });
    running.push(started);
    return started;
  };

  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    for (const workspace of running) await workspace.stop();
    await browser.close();
  });

  test('finds the edits, the workbook and the day again', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'regie-restart-'));
    const first = await start(folder);
    const { page } = await openPage(browser, first.url);
    await type(page, 'Feuille 7', 'A1', 'gardé');
    await waitForCell(page, 'Feuille 7', 'A1', 'gardé');
    await page.locator('#clock-open').click();
    await page.getByRole('button', { name: 'Dans une semaine' }).click();
    await page.getByText('Nous sommes le 19 mai 2023').waitFor();
    await first.stop();
    await page.locator('#trouble').waitFor();
    const second = await start(folder);
    const again = (await openPage(browser, second.url)).page;
    expect(await cell(again, 'Feuille 7', 'A1')).toMatchObject({ shown: 'gardé' });
    expect(await again.locator('#clock-day').textContent()).toBe('Nous sommes le 19 mai 2023');
  });
});

describeInBrowser('workbooks in and out', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
    page = (await openPage(browser, workspace.url)).page;
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  const choose = async (name: string, bytes: Buffer): Promise<void> => {
    const file = join(mkdtempSync(join(tmpdir(), 'regie-open-')), name);
    writeFileSync(file, bytes);
    const chooser = page.waitForEvent('filechooser');
    await clickMenu(page, 'Fichier', 'Ouvrir un classeur');
    await (await chooser).setFiles(file);
  };
  const refusal = async (): Promise<string> => {
    const said = await page.locator('dialog.message p').textContent();
    await answer(page, 'OK');
    return said ?? '';
  };
  const ownWorkbook = async (): Promise<Buffer> => {
    const book = new ExcelJS.Workbook();
    const total = { formula: 'SUM(B2:B2)' };
    book.addWorksheet('Suivi').addRows([
      ['Nom', 'Montant'],
      ['Élodie', 12.5],
      ['Total', total],
    ]);
    return Buffer.from(await book.xlsx.writeBuffer());
  };

  test('opens a workbook of one’s own on today’s date, and saves it as a copy that others read', async () => {
    const bytes = await ownWorkbook();
    await reloadBy(page, () => choose('Mon suivi 2024.xlsx', bytes));
    expect(await tabs(page)).toEqual(['Suivi']);
    expect(await cell(page, 'Suivi', 'B3')).toMatchObject({ shown: '12,5' });
    expect(await page.locator('#workbook-name').textContent()).toBe('Mon suivi 2024');
    expect(await page.locator('#clock-day.turned').count()).toBe(0);

    const download = page.waitForEvent('download');
    await clickMenu(page, 'Fichier', 'Enregistrer une copie');
    const file = await download;
    expect(file.suggestedFilename()).toBe('Mon suivi 2024.xlsx');
    const path = join(mkdtempSync(join(tmpdir(), 'regie-copy-')), 'copy.xlsx');
    await file.saveAs(path);
    const copy = new ExcelJS.Workbook();
    await copy.xlsx.load(readFileSync(path) as never);
    expect(copy.getWorksheet('Suivi')?.getCell('A2').text).toBe('Élodie');
    expect(copy.getWorksheet('Suivi')?.getCell('B3').formula).toBe('SUM(B2:B2)');
  });

  test.each([
    ['notes.xlsx', Buffer.from('pas un classeur'), /\.xlsx/u],
    ['ancien.xlsx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /\.xls/u],
    ['vide.xlsx', Buffer.alloc(0), /vide/u],
  ])('refuses « %s » in French and keeps the open workbook', async (name, bytes, words) => {
    const before = await tabs(page);
    await choose(name, bytes);
    const said = await refusal();
    expect(said).toMatch(words);
    expect(said).not.toMatch(/error|cannot|invalid/iu);
    expect(await tabs(page)).toEqual(before);
  });

  test('refuses a workbook that is too heavy before sending it', async () => {
    await choose('lourd.xlsx', Buffer.alloc(51 * 1024 * 1024));
    expect(await refusal()).toMatch(/«\slourd\.xlsx\s» pèse 51 Mo/u);
  });
});
