import { randomUUID } from 'node:crypto';

const KEPT = 20;

/** The add-on's HTML, waiting to be fetched by the frame that shows it. */
export type Frames = {
  /** Keeps a page and gives the address where its frame finds it. */
  readonly keep: (html: string) => string;
  readonly at: (address: string) => Promise<string | null>;
};

/** Keeps the latest pages of the add-on under addresses that nobody can guess, each with `shim` before its own scripts. */
export function createFrames(shim: () => Promise<string>): Frames {
  const pages = new Map<string, string>();
  return {
    keep: (html) => {
      const address = `/frame/${randomUUID()}`;
      pages.set(address, html);
      for (const old of [...pages.keys()].slice(0, -KEPT)) pages.delete(old);
      return address;
    },
    at: async (address) => {
      const html = pages.get(address);
      return html === undefined ? null : withScript(html, await shim());
    },
  };
}

/** The page with a script before all of its own; always in standards mode. */
export function withScript(html: string, script: string): string {
  const tag = `<script>${script.replaceAll('</script', '<\\/script')}</script>`;
  const bare = html.replace(/^\s*<!doctype[^>]*>/iu, '');
  const head = /<head(?:\s[^>]*)?>/iu.exec(bare);
  const at = head === null ? 0 : head.index + head[0].length;
  return `<!doctype html>${bare.slice(0, at)}${tag}${bare.slice(at)}`;
}
