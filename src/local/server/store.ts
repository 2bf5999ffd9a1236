import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { codeOf } from './error-code.ts';

const VERSION = 1;

const savedShape = z.object({
  version: z.literal(VERSION),
  name: z.string(),
  source: z.enum(['sample', 'file']),
  day: z.iso.date().nullable(),
  state: z.unknown(),
});

/** What is kept of the workspace between two runs. */
export type Saved = Omit<z.infer<typeof savedShape>, 'version'>;

/** What the folder holds: a state, nothing yet, or something unreadable that was set aside. */
export type Found =
  | { readonly kind: 'state'; readonly saved: Saved }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unreadable'; readonly keptAs: string };

/** Reads the state kept in a folder; an unreadable one is renamed, never lost. */
export async function readState(folder: string, now: number): Promise<Found> {
  const file = join(folder, 'workspace.json');
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return { kind: 'nothing' };
  const parsed = savedShape.safeParse(jsonIn(text));
  if (parsed.success) {
    const { name, source, day, state } = parsed.data;
    return { kind: 'state', saved: { name, source, day, state } };
  }
  const keptAs = `${file}.${now}`;
  await rename(file, keptAs);
  return { kind: 'unreadable', keptAs };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Writes behind: soon after the last change, whole or not at all. */
export type Writer = {
  readonly changed: () => void;
  readonly flush: () => Promise<void>;
};

/** A writer of the folder's state; `current` is asked when it is time to write, `fail` told when it cannot. */
export function createWriter(
  folder: string,
  delay: number,
  current: () => Saved,
  fail: (error: unknown) => void,
): Writer {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();

  const write = (): Promise<void> => {
    timer = null;
    writing = writing.then(() => save(folder, current())).catch(fail);
    return writing;
  };
  return {
    changed: () => {
      timer ??= setTimeout(() => void write(), delay);
    },
    flush: () => {
      if (timer === null) return writing;
      clearTimeout(timer);
      return write();
    },
  };
}

async function save(folder: string, saved: Saved): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'workspace.json');
  const next = `${file}.next`;
  await writeFile(next, JSON.stringify({ version: VERSION, ...saved }));
  await rename(next, file);
}
