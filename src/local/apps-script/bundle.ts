import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './types.ts';

/** What clasp would push from that folder; throws when it was not built. */
export function readBundle(folder: string): Bundle {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));
  return {
    code: read('Code.js'),
    html: Object.fromEntries(pages.map((name) => [name.slice(0, -'.html'.length), read(name)])),
    manifest: read('appsscript.json'),
  };
}
