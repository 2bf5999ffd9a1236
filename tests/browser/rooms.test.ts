/** The timeline as she makes it: from the sidebar, on the real page. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { frenchDay, plusMonths } from '../../src/core/day.ts';
import { isFormula } from '../../src/core/workbook.ts';
import { describeInBrowser } from '../support/browser.ts';
import { aSpace, aStay, roomsWorkbook } from '../support/rooms.ts';
import { cells, clickMenu, openPage, reloadBy, sidebar, startWorkspace } from '../support/workspace.ts';
import type { RunningWorkspace } from '../support/workspace.ts';

jest.setTimeout(120_000);

// A file that is opened is looked at today.
const today = new Date().toISOString().slice(0, 10);
const year = today.slice(0, 4);
const end = plusMonths(today, 4);

/** A workbook of two offices, one of them let since January, as an .xlsx file. */
async function roomsFile(): Promise<string> {
  const workbook = roomsWorkbook(
    [aSpace({ id: 'ESP-0001' }), aSpace({ id: 'ESP-0002' })],
    [
      aStay({
        id: 'OCC-0001',
        space: 'ESP-0001',
        organisation: 'Nawel Presse',
        start: `${year}-01-01`,
        planned_end: end,
      }),
    ],
  );
  const book = new ExcelJS.Workbook();
  for (const [tab, grid] of Object.entries(workbook))
    book.addWorksheet(tab).addRows(grid.map((row) => row.map((cell) => (isFormula(cell) ? null : cell))));
  const file = join(mkdtempSync(join(tmpdir(), 'regie-rooms-')), 'salles.xlsx');
  writeFileSync(file, Buffer.from(await book.xlsx.writeBuffer()));
  return file;
}

describeInBrowser('the timeline', (launch) => {
  let browser: Browser;
  let workspace: RunningWorkspace;
  let page: Page;

  beforeAll(async () => {
    [browser, workspace] = await Promise.all([launch(), startWorkspace()]);
    ({ page } = await openPage(browser, workspace.url));
    const file = await roomsFile();
    await reloadBy(page, async () => {
      const chooser = page.waitForEvent('filechooser');
      await clickMenu(page, 'Fichier', 'Ouvrir un classeur');
      await (await chooser).setFiles(file);
    });
    await clickMenu(page, 'Régie', 'Ouvrir Régie');
  });
  afterAll(async () => {
    await workspace.stop();
    await browser.close();
  });

  test('is built from « Départs », says what a prolongation would change, and follows a month’s rents', async () => {
    const panel = sidebar(page);
    await panel.locator('#tab-more').click();
    await panel.getByRole('button', { name: 'Départs' }).click();
    await panel.getByText('Nawel Presse, B1').waitFor();
    await panel.getByRole('button', { name: /prolongation de 6 mois : Nawel Presse/u }).click();
    await panel.getByText(`La sortie passe du ${frenchDay(end)} au ${frenchDay(plusMonths(end, 6))}.`).waitFor();
    await panel.getByRole('button', { name: 'Construire le calendrier d’occupation' }).click();
    await panel.getByText('1 bureau sur 2').waitFor();
    await panel.getByRole('button', { name: 'Construire le calendrier d’occupation' }).click();
    await panel.getByRole('button', { name: /Annuler/u }).waitFor();
    const rows = await cells(page, 'Occupation des espaces');
    const first = rows.find(([name]) => name === 'B1') ?? [];
    expect(first.slice(2, 4)).toEqual(['Nawel Presse', '']);
    expect(rows.find(([name]) => name === 'Taux (places)')?.[2]).toBe('50%');
    await panel.locator('#tab-more').click();
    await panel.getByRole('button', { name: 'Redevances' }).click();
    await panel.getByText('385 € seraient dus pour ce mois').waitFor();
  });
});
