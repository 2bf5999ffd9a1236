/** `calls.json`: the service calls of what was applied, by method. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Cannot } from './cannot.ts';
import { reasonOf } from './input.ts';

/** Writes the file in the folder, which is made when it is missing. */
export async function writeCalls(folder: string, calls: Readonly<Record<string, number>>): Promise<readonly string[]> {
  const name = 'calls.json';
  try {
    // Loaded here: the local workspace takes a while, and only writing needs this of it.
    const { makeFolder } = await import('../local/headless.ts');
    await makeFolder(folder);
    await writeFile(join(folder, name), `${JSON.stringify(calls, null, 2)}\n`);
  } catch (error) {
    throw new Cannot(`Le dossier « ${folder} » ne peut pas être écrit : ${reasonOf(error)}.`, undefined, {
      cause: error,
    });
  }
  return [name];
}
