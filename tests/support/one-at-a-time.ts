/** What several test workers make once and share. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE = 60_000;
const STEP = 50;

/** Does something while no other worker does it; a lock that a killed worker left is passed over after a minute. */
export function oneAtATime(name: string, make: () => void): void {
  const lock = join('node_modules/.cache/regie', name);
  mkdirSync('node_modules/.cache/regie', { recursive: true });
  for (let waited = 0; waited < PATIENCE && !taken(lock); waited += STEP)
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, STEP);
  try {
    make();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
