import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import page from '../page/index.html';
import style from '../page/style.css';
import { ICON } from './icon.ts';

/** A file to serve. */
export type Asset = { readonly type: string; readonly body: string | Buffer };

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.xml': 'text/xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
};

const require = createRequire(join(process.cwd(), 'package.json'));
const engineFolder = dirname(require.resolve('@odoo/o-spreadsheet'));
// What the engine brings along is found from where the engine is.
const besideEngine = createRequire(join(engineFolder, 'index.js'));
const folderOf = (name: string): string => dirname(besideEngine.resolve(`${name}/package.json`));

/** Programs that the build leaves beside the server: the page, and what goes before the add-on's HTML. */
const BUILT = join(process.cwd(), 'node_modules/.cache/regie');

/** Served addresses and their files: a closed list, so that no address can name another file. */
const FILES: Readonly<Record<string, string>> = {
  '/assets/o-spreadsheet.js': join(engineFolder, 'o_spreadsheet.min.iife.js'),
  '/assets/o-spreadsheet.css': join(engineFolder, 'o_spreadsheet.css'),
  '/assets/o-spreadsheet.xml': join(engineFolder, 'o_spreadsheet.xml'),
  '/assets/owl.js': join(folderOf('@odoo/owl'), 'dist/owl.iife.min.js'),
  '/assets/bootstrap.css': join(folderOf('bootstrap'), 'dist/css/bootstrap.min.css'),
  '/assets/font-awesome/css/font-awesome.css': join(folderOf('font-awesome'), 'css/font-awesome.min.css'),
  '/assets/font-awesome/fonts/fontawesome-webfont.woff2': join(
    folderOf('font-awesome'),
    'fonts/fontawesome-webfont.woff2',
  ),
  '/assets/font-awesome/fonts/fontawesome-webfont.woff': join(
    folderOf('font-awesome'),
    'fonts/fontawesome-webfont.woff',
  ),
  '/assets/font-awesome/fonts/fontawesome-webfont.ttf': join(folderOf('font-awesome'), 'fonts/fontawesome-webfont.ttf'),
  '/assets/chart.js': join(dirname(require.resolve('chart.js')), 'chart.umd.js'),
  '/assets/page.js': join(BUILT, 'page.js'),
};

const TEXTS: Readonly<Record<string, Asset>> = {
  '/': { type: 'text/html; charset=utf-8', body: page },
  '/assets/page.css': { type: TYPES['.css'] ?? '', body: style },
  '/assets/icon.svg': { type: 'image/svg+xml', body: ICON },
};

const loaded = new Map<string, Asset>();

/** The file at an address, or null; files are read once. */
export async function assetAt(path: string): Promise<Asset | null> {
  const text = Object.hasOwn(TEXTS, path) ? TEXTS[path] : undefined;
  if (text !== undefined) return text;
  const known = loaded.get(path);
  if (known !== undefined) return known;
  const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
  if (file === undefined) return null;
  const asset = { type: TYPES[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  loaded.set(path, asset);
  return asset;
}

/** Names of served files that are missing on this machine; empty after a build. */
export const missingAssets = (): string[] => Object.values(FILES).filter((file) => !existsSync(file));

/** The script that goes before the add-on's HTML. */
export const shim = (): Promise<string> => readFile(join(BUILT, 'shim.js'), 'utf8');
