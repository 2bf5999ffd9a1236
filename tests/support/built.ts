/** The built bundle and programs, for tests that run what is shipped; built when a source is newer, one builder at a time. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const OUT = 'node_modules/.cache/regie';

let isBuilt = false;

/** The path of the headless runner's program, up to date beside dist/; looked at once per test file. */
export function builtRunner(): string {
  const program = join(OUT, 'regie.mjs');
  if (isBuilt) return program;
  mkdirSync(OUT, { recursive: true });
  const lock = join(OUT, 'building');
  for (let tries = 0; tries < 300 && !taken(lock); tries += 1)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  try {
    if (isStale([program, 'dist/Code.js', 'dist/appsscript.json']))
      execFileSync(process.execPath, ['esbuild.config.mjs', 'local', 'cli', '--quiet'], { stdio: 'inherit' });
  } finally {
    if (existsSync(lock)) rmdirSync(lock);
  }
  isBuilt = true;
  return program;
}

/** The folder that clasp pushes, up to date. */
export function builtBundle(): string {
  builtRunner();
  return 'dist';
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

function isStale(outputs: readonly string[]): boolean {
  if (!outputs.every((file) => existsSync(file))) return true;
  const built = Math.min(...outputs.map((file) => statSync(file).mtimeMs));
  const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((file) => join('src', file));
  return [...sources, 'esbuild.config.mjs', 'appsscript/appsscript.json'].some(
    (file) => existsSync(file) && statSync(file).mtimeMs > built,
  );
}
