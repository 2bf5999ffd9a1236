/** The sample once adopted, in a page on the day that it speaks of: spares tests of other panels the wizard. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { builtRunner } from './built.ts';
import { reloadBy } from './workspace.ts';

const DAY = '2023-05-12';

/** Opens the adopted sample in the page, on 12 May 2023. */
export async function openAdopted(page: Page): Promise<void> {
  const file = adoptedSample().toString('base64');
  await reloadBy(page, async () => {
    // Not waited for: the page reloads as soon as the workbook is there, maybe before the answer.
    await page.evaluate((content) => {
      const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      const headers = { 'content-type': 'application/octet-stream', 'x-file-name': 'MILA.xlsx' };
      void fetch('/api/open', { method: 'POST', body: bytes, headers });
    }, file);
  });
  await page.evaluate(async (day) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/clock', { method: 'POST', headers, body: JSON.stringify({ day }) });
  }, DAY);
}

function adoptedSample(): Buffer {
  const out = mkdtempSync(join(tmpdir(), 'regie-adopted-'));
  const sample = 'src/local/sample/mila-2023.xlsx';
  const args = [builtRunner(), 'apply', 'adopt', '--workbook', sample, '--today', DAY, '--out', out, '--yes'];
  execFileSync(process.execPath, args, { stdio: 'ignore' });
  return readFileSync(join(out, 'workbook.xlsx'));
}
