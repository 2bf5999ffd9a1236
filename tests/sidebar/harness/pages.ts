/** Opens the sidebar's pages in a real browser, over a google.script.run answered by a function of the test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';

const ROOT = join(__dirname, '../../..');

/** Answers one request in JSON text, as the add-on's `rpc` does; what it throws reaches the page as a failure of the call. */
export type Rpc = (method: string, json: string) => string | Promise<string>;

/** The page's HTML with its script and style inside, as built for HtmlService. */
export async function pageHtml(name: 'sidebar' | 'dialog'): Promise<string> {
  const bundled = await build({
    entryPoints: [join(ROOT, `src/sidebar/${name}.ts`)],
    bundle: true,
    charset: 'utf8',
    logLevel: 'warning',
    loader: { '.md': 'text', '.png': 'dataurl' },
    format: 'iife',
    target: 'es2020',
    write: false,
    outfile: `${name}.js`,
  });
  const script = (bundled.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script');
  const text = (file: string): string => readFileSync(join(ROOT, 'src/sidebar', file), 'utf8');
  return text(`${name}.html`)
    .replace('/* style */', () => text('style.css'))
    .replace('/* script */', () => script);
}

interface Opening {
  readonly html: string;
  readonly rpc: Rpc;
  readonly width: number;
  readonly height: number;
}

/** A page that shows the HTML; `closed` tells whether it asked its host to close it. */
export async function openPage(browser: Browser, { html, rpc, width, height }: Opening): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(30000);
  page.on('pageerror', (error) => console.error(error));
  await page.exposeFunction('answerRpc', rpc);
  await page.addInitScript(fakeGoogle);
  await page.route('http://regie.test/', (route) =>
    route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }),
  );
  await page.goto('http://regie.test/');
  return page;
}

/** Runs in the page, before its own script. */
function fakeGoogle(): void {
  const place = window as unknown as {
    answerRpc: (method: string, json: string) => Promise<string>;
    hostClosed: boolean;
    google: unknown;
  };
  type Handler = (value: unknown) => void;
  const runner = (success: Handler, failure: Handler): object => ({
    withSuccessHandler: (handler: Handler) => runner(handler, failure),
    withFailureHandler: (handler: Handler) => runner(success, handler),
    rpc: (method: string, json: string) => void place.answerRpc(method, json).then(success, failure),
  });
  const ignore = (): void => undefined;
  place.hostClosed = false;
  place.google = {
    script: {
      run: runner(ignore, ignore),
      host: {
        close: () => {
          place.hostClosed = true;
        },
      },
    },
  };
}
