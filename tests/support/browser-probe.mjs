// Finds the Chromium that npm brought and how it starts on this machine; prints {path, env} or {problem} as JSON.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const fonts = { FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
const libraries = { LD_LIBRARY_PATH: join(tmpdir(), 'al2023', 'lib') };

function works(path, env) {
  try {
    return (
      execFileSync(path, ['--version'], { env: { ...process.env, ...env }, encoding: 'utf8', stdio: 'pipe' }) !== ''
    );
  } catch (error) {
    problem = String(error.stderr || error.message);
    return false;
  }
}

let problem = 'no Chromium';
async function probe() {
  const { default: chromium } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  const env = existsSync(fonts.FONTCONFIG_PATH) ? fonts : {};
  if (works(path, env)) return { path, env };
  // A bare machine lacks a few libraries: the package carries them, packed for another one.
  const { inflate } = await import(new URL('./lambdafs.js', import.meta.resolve('@sparticuz/chromium')).href);
  const packed = new URL('../../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
  await inflate(packed.pathname);
  if (works(path, { ...env, ...libraries })) return { path, env: { ...env, ...libraries } };
  return { problem };
}

console.log(JSON.stringify(await probe().catch((error) => ({ problem: error.message }))));
