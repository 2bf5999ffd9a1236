import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const PATIENCE_MS = 1000;

const fileIn = (folder: string): string => join(folder, 'address');

/** The address of a workspace already open on this folder, or null: two of them would overwrite each other's state. */
export async function alreadyOpen(folder: string): Promise<string | null> {
  const address = await readFile(fileIn(folder), 'utf8').catch(() => null);
  if (address === null || !/^http:\/\/127\.0\.0\.1:\d+\/$/u.test(address)) return null;
  try {
    const response = await fetch(`${address}api/status`, { signal: AbortSignal.timeout(PATIENCE_MS) });
    const status: unknown = await response.json();
    return typeof status === 'object' && status !== null && 'folder' in status && status.folder === folder
      ? address
      : null;
  } catch {
    return null; // What answered is not a workspace, or nothing did: the last one ended without saying so.
  }
}

/** Says in the folder that a workspace is open on it; the answer takes that back. */
export async function sayOpen(folder: string, address: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true });
  await writeFile(fileIn(folder), address);
  return () => rm(fileIn(folder), { force: true });
}
