import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { builtWorkspace } from './built.ts';

/** A workspace running on its own, as `npm start` runs it. */
export type RunningWorkspace = {
  readonly url: string;
  readonly folder: string;
  /** Stops it as Ctrl+C does; resolves once it is gone. */
  readonly stop: () => Promise<void>;
};

/** Starts a workspace on a state folder (an empty one unless told) and any free port, with dist/ or another add-on. */
export async function startWorkspace({
  folder = mkdtempSync(join(tmpdir(), 'regie-')),
  addon = 'dist',
}: { readonly folder?: string; readonly addon?: string } = {}): Promise<RunningWorkspace> {
  const args = [builtWorkspace(), '--port', '0', '--state', folder, '--addon', addon];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  process.once('exit', () => child.kill());
  const url = await addressOf(child);
  return { url, folder, stop: () => stop(child) };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = '';
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString('utf8');
      const address = /http:\/\/127\.0\.0\.1:\d+\//u.exec(said);
      if (address !== null) done(address[0]);
    });
    child.once('exit', (code) => fail(new Error(`Cannot start the workspace: it ended with ${code}, after "${said}"`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGINT');
  });
}

/** A page on the workspace, once its grid is on screen; what it logs and asks for is kept. */
export type OpenedPage = {
  readonly page: Page;
  /** Errors and warnings of the console, and uncaught errors. */
  readonly complaints: readonly string[];
  /** Every address asked for. */
  readonly requests: readonly string[];
};

/** Opens a page of its own (no cache, no cookies shared with others). */
export async function openPage(browser: Browser, url: string): Promise<OpenedPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    locale: 'fr-FR',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(url);
  await ready(page);
  return { page, complaints, requests };
}

/** Does something that makes the page reload (another workbook), and waits until its grid is on screen. */
export async function reloadBy(page: Page, action: () => Promise<void>): Promise<void> {
  await page.evaluate(() => document.body.setAttribute('data-before', ''));
  await action();
  await page.waitForSelector('body[data-ready]:not([data-before])');
}

/** Waits until the grid is on screen, after opening or reloading. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('body[data-ready]');
}

/** Chooses in the menu bar: `clickMenu(page, 'Fichier', 'Enregistrer une copie .xlsx')`. */
export async function clickMenu(page: Page, ...path: readonly string[]): Promise<void> {
  const [bar = '', ...entries] = path;
  await page.locator('.o-topbar-menu', { hasText: bar }).click();
  for (const entry of entries) await page.locator('.o-menu-item', { hasText: entry }).last().click();
}

/** The add-on's HTML in the panel on the right. */
export const sidebar = (page: Page): FrameLocator => page.frameLocator('#sidebar iframe');

/** The add-on's HTML in the dialog that is open. */
export const dialog = (page: Page): FrameLocator => page.frameLocator('dialog.addon iframe');

/** Opens a view of the sidebar from its tab, in the row or under « Plus ». */
export async function openView(panel: FrameLocator, name: string): Promise<void> {
  const tab = panel.locator(`#tab-${name}`);
  if (!(await tab.isVisible())) await panel.locator('#tab-more').click();
  await tab.click();
}

type PageGrid = {
  readonly cell: (tab: string, cell: string) => { readonly shown: string; readonly entered: string } | null;
  readonly rows: (tab: string, part: 'shown' | 'entered') => string[][];
  readonly select: (tab: string, range: string) => void;
  readonly focus: () => void;
  readonly tabs: () => readonly string[];
};

/** What a cell shows in the page, and what was entered in it; null without such a tab. */
export const cell = (page: Page, tab: string, at: string): Promise<{ shown: string; entered: string } | null> =>
  page.evaluate(([t, a]) => (window as unknown as { regie: PageGrid }).regie.cell(t, a), [tab, at] as const);

/** Every cell of a tab in the page, as shown or as entered, without the empty ends. */
export const cells = (page: Page, tab: string, part: 'shown' | 'entered' = 'shown'): Promise<string[][]> =>
  page.evaluate(([t, p]) => (window as unknown as { regie: PageGrid }).regie.rows(t, p), [tab, part] as const);

/** Waits until the wizard has calculated again after a choice. */
export async function answered(frame: FrameLocator): Promise<void> {
  await frame.locator('.status').getByText('Nouveau calcul…').waitFor({ state: 'detached' });
}

/** The names of the tabs in the page. */
export const tabs = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { regie: PageGrid }).regie.tabs());

/** Goes to a cell and waits until the keyboard is on it. */
export async function goTo(page: Page, tab: string, at: string): Promise<void> {
  const where = [tab, at] as const;
  const select = ([t, a]: typeof where): void => {
    const { regie } = window as unknown as { regie: PageGrid };
    regie.select(t, a);
    regie.focus();
  };
  const isThere = ([t, a]: typeof where): boolean => {
    // A number is shown with its format, and edited without it.
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    const entered = bare((window as unknown as { regie: PageGrid }).regie.cell(t, a)?.entered ?? '');
    const editor = document.activeElement;
    if (editor?.classList.contains('o-composer') !== true) return false;
    const edited = bare(editor.textContent);
    return entered.startsWith(edited) && (edited === '') === (entered === '');
  };
  // Asked again where nothing comes of it: a change from the server may redraw the grid meanwhile.
  for (let tries = 1; ; tries += 1) {
    await page.evaluate(select, where);
    try {
      await page.waitForFunction(isThere, where, { timeout: 5_000 });
      return;
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}

/** Types into a cell as a person does. */
export async function type(page: Page, tab: string, at: string, text: string): Promise<void> {
  await goTo(page, tab, at);
  await page.keyboard.type(text, { delay: 30 });
  await page.keyboard.press('Enter');
}

/** Waits until a cell shows a text in the page. */
export async function waitForCell(page: Page, tab: string, at: string, shown: string): Promise<void> {
  await page.waitForFunction(([t, a, s]) => (window as unknown as { regie: PageGrid }).regie.cell(t, a)?.shown === s, [
    tab,
    at,
    shown,
  ] as const);
}

/** Presses a button of the message that is open. */
export async function answer(page: Page, button: string): Promise<void> {
  await page.locator('dialog.message').getByRole('button', { name: button }).click();
}
