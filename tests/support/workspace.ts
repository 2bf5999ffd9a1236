import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';

const OUT = 'node_modules/.cache/regie';
const PROGRAM = join(OUT, 'workspace.mjs');

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
  await build();
  const args = [PROGRAM, '--port', '0', '--state', folder, '--addon', addon];
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

/** Builds the program when a source is newer; one builder at a time. */
async function build(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const lock = join(OUT, 'building');
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      await new Promise((done) => setTimeout(done, 100));
    }
  }
  try {
    if (stale()) execFileSync(process.execPath, ['esbuild.config.mjs', 'local', '--quiet'], { stdio: 'inherit' });
  } finally {
    if (existsSync(lock)) rmdirSync(lock);
  }
}

function stale(): boolean {
  const outputs = [PROGRAM, join(OUT, 'page.js'), join(OUT, 'shim.js'), 'dist/Code.js'];
  if (!outputs.every((file) => existsSync(file))) return true;
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
  return [...sources, 'esbuild.config.mjs'].some((file) => statSync(file).mtimeMs > built);
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
  await page.evaluate(([t, a]) => {
    const { regie } = window as unknown as { regie: PageGrid };
    regie.select(t, a);
    regie.focus();
  }, where);
  await page.waitForFunction(([t, a]) => {
    // A number is shown with its format, and edited without it.
    const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
    const entered = bare((window as unknown as { regie: PageGrid }).regie.cell(t, a)?.entered ?? '');
    const editor = document.activeElement;
    if (editor?.classList.contains('o-composer') !== true) return false;
    const edited = bare(editor.textContent);
    return entered.startsWith(edited) && (edited === '') === (entered === '');
  }, where);
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
