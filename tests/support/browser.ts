import { spawnSync } from 'node:child_process';
import { type Browser, chromium } from 'playwright-core';

type Found = { readonly path: string; readonly env: Record<string, string> } | { readonly problem: string };

let found: Found | null = null;

function find(): Found {
  if (found !== null) return found;
  const probe = spawnSync(process.execPath, ['tests/support/browser-probe.mjs'], { encoding: 'utf8', timeout: 60_000 });
  found = probe.status === 0 ? (JSON.parse(probe.stdout) as Found) : { problem: probe.stderr };
  return found;
}

/** A group of tests that need Chromium; skipped, and said so, where it cannot start (REGIE_BROWSER=must refuses that). */
export function describeInBrowser(name: string, tests: (launch: () => Promise<Browser>) => void): void {
  const here = find();
  if ('problem' in here) {
    if (process.env['REGIE_BROWSER'] === 'must') throw new Error(`Cannot start Chromium: ${here.problem}`);
    console.warn(`SKIPPED, Chromium does not start here: ${name}\n${here.problem}`);
    describe.skip(name, () => tests(() => Promise.reject(new Error(here.problem))));
    return;
  }
  // A machine that is busy elsewhere may starve a browser once; the first failure is printed all the same.
  jest.retryTimes(1, { logErrorsBeforeRetry: true });
  describe(name, () => tests(() => launchBrowser(here)));
}

async function launchBrowser({
  path,
  env,
}: {
  readonly path: string;
  readonly env: Record<string, string>;
}): Promise<Browser> {
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
