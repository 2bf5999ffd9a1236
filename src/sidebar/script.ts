/** The page's link to Google: the only file here that knows google.script. */
import type { Carry } from './server.ts';

interface Runner {
  readonly withSuccessHandler: (handler: (value: unknown) => void) => Runner;
  readonly withFailureHandler: (handler: (error: unknown) => void) => Runner;
  readonly rpc: (method: string, json: string, pass: string) => void;
}

declare const google: { readonly script: { readonly run: Runner; readonly host: { readonly close: () => void } } };

/** What the add-on wrote on the page: which file it is and whose, and on what it opens. */
export function mark(name: 'dialog' | 'pass' | 'start'): string {
  const text = document.documentElement.dataset[name] ?? '';
  // A page opened without its add-on still holds the marks themselves.
  return text.startsWith('__') ? '' : text;
}

/** Carries a request by google.script.run. */
export const carryByScript: Carry = (method, json) =>
  new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((value) => resolve(typeof value === 'string' ? value : ''))
      .withFailureHandler((error) => reject(error instanceof Error ? error : new Error(String(error))))
      .rpc(method, json, mark('pass'));
  });

/** Closes the dialog or the sidebar that holds this page. */
export function closeHost(): void {
  google.script.host.close();
}

// One channel for both: a channel does not hear itself.
const channel = new BroadcastChannel('regie');

/** Tells the other panels of Régie that the workbook changed, where the browser lets panels talk. */
export function tellChanged(): void {
  channel.postMessage('changed');
}

/** Listens to the other panels. */
export function whenChanged(listener: () => void): void {
  channel.addEventListener('message', listener);
}
