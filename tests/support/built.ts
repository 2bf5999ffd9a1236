/** The built bundle and programs, for tests that run what is shipped; built when a source is newer, one builder at a time. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from './one-at-a-time.ts';

/** Where the programs that are not shipped are built. */
export const OUT = 'node_modules/.cache/regie';
const BUNDLE = ['dist/Code.js', 'dist/appsscript.json'];
const WORKSPACE = ['workspace.mjs', 'page.js', 'shim.js'].map((file) => join(OUT, file));
const RUNNER = join(OUT, 'regie.mjs');

let isBuilt = false;

function build(): void {
  if (isBuilt) return;
  oneAtATime('building', () => {
    if (isStale([RUNNER, ...BUNDLE, ...WORKSPACE]))
      execFileSync(process.execPath, ['esbuild.config.mjs', 'local', 'cli', '--quiet'], { stdio: 'inherit' });
  });
  isBuilt = true;
}

/** The path of the headless runner's program, up to date beside dist/; looked at once per test file. */
export function builtRunner(): string {
  build();
  return RUNNER;
}

/** The path of the program that `npm start` runs, up to date beside dist/ and its page. */
export function builtWorkspace(): string {
  build();
  return join(OUT, 'workspace.mjs');
}

/** The folder that clasp pushes, up to date. */
export function builtBundle(): string {
  build();
  return 'dist';
}

/** The moment of the last build, in milliseconds: what was made from another build is out of date. */
export function builtAt(): number {
  build();
  return Math.max(...[RUNNER, ...BUNDLE, ...WORKSPACE].map((file) => statSync(file).mtimeMs));
}

function isStale(outputs: readonly string[]): boolean {
  if (!outputs.every((file) => existsSync(file))) return true;
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
  return [...sources, 'esbuild.config.mjs', 'appsscript/appsscript.json'].some(
    (file) => existsSync(file) && statSync(file).mtimeMs > built,
  );
}
