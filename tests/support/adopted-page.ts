/** The workspace that most tests of the pages start from: the sample once adopted, kept on disk and shared by all workers. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { describeInBrowser } from './browser.ts';
import { builtAt, builtRunner, builtWorkspace, OUT } from './built.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { clickMenu, type OpenedPage, openPage, type RunningWorkspace, sidebar, startWorkspace } from './workspace.ts';

/** What tests of a panel use: one page, with the sidebar open. */
export interface OpenPanel {
  readonly page: () => Page;
  readonly panel: () => FrameLocator;
  /** Errors and warnings of the console, and uncaught errors. */
  readonly complaints: () => readonly string[];
  /** Presses the first button of the sidebar that bears exactly this name. */
  readonly press: (name: string) => Promise<void>;
  /** Goes on from « C’est fait, et noté ». */
  readonly finish: () => Promise<void>;
  /** Keeps a picture where REGIE_SHOTS names a folder. */
  readonly shot: (name: string) => Promise<void>;
}

/** The sample as it comes, or as adopted on 12 May 2023. */
type Start = 'sample' | 'adopted';

/** A group of tests on one page of one workspace, with the sidebar open; what it gives may be used once tests run. */
export function describePanel(name: string, start: Start, tests: (open: OpenPanel) => void): void {
  describeInBrowser(name, (launch) => {
    let browser: Browser;
    let workspace: RunningWorkspace;
    let opened: OpenedPage;

    beforeAll(async () => {
      const starting = startWorkspace(start === 'adopted' ? { folder: adoptedFolder() } : {});
      [browser, workspace] = await Promise.all([launch(), starting]);
      opened = await openPage(browser, workspace.url);
      await clickMenu(opened.page, 'Régie', 'Ouvrir Régie');
      await panel().getByText('Cette semaine').first().waitFor();
    });
    afterAll(async () => {
      await workspace.stop();
      await browser.close();
    });

    const panel = () => sidebar(opened.page);
    const press = (button: string) => panel().getByRole('button', { name: button, exact: true }).first().click();
    tests({
      page: () => opened.page,
      panel,
      complaints: () => opened.complaints,
      press,
      finish: async () => {
        await panel().getByText('C’est fait, et noté').waitFor();
        await press('Continuer');
      },
      shot: async (picture) => {
        const folder = process.env['REGIE_SHOTS'];
        if (folder !== undefined) await opened.page.screenshot({ path: `${folder}/${picture}.png` });
      },
    });
  });
}

/** A new state folder that holds the adopted sample, on 12 May 2023. */
function adoptedFolder(): string {
  const kept = join(OUT, 'adopted');
  oneAtATime('adopting', () => {
    if (madeAt(join(kept, 'workspace.json')) > builtAt()) return;
    execFileSync(process.execPath, ['tests/support/make-adopted.mjs', builtRunner(), builtWorkspace(), kept], {
      stdio: 'inherit',
    });
  });
  const folder = mkdtempSync(join(tmpdir(), 'regie-'));
  cpSync(kept, folder, { recursive: true });
  return folder;
}

function madeAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
