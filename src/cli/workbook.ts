/** A workbook in a file: local Google and the add-on's own bundle, through the local workspace's door. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Answers, Method, Reply } from '../core/rpc.ts';
import { readSnapshot } from '../core/snapshot.ts';
import { openHeadless, XlsxRefused } from '../local/headless.ts';
import type { Headless } from '../local/headless.ts';
import { Cannot, EXIT } from './cannot.ts';
import type { Host } from './host.ts';
import { reasonOf } from './input.ts';
import type { Terminal } from './terminal.ts';

/** Where the file is, and what is needed to work on it. */
export interface WorkbookPlace {
  readonly file: string;
  readonly terminal: Terminal;
  readonly bundle: string;
  readonly clock: () => number;
}

/** The file as a host; the file itself is never written. */
export async function openWorkbook(place: WorkbookPlace): Promise<Host> {
  const headless = await opened(place);
  for (const notice of headless.notices) place.terminal.tell(notice);
  return {
    name: basename(place.file),
    snapshot: () => Promise.resolve(readSnapshot(headless.whole())),
    show: ({ command, input }) =>
      Promise.resolve(answerOf(headless.ask('show', { command: command.name, input, known: null }))),
    apply: ({ command, input }, { preview, moment, known }) => {
      headless.resetCalls();
      const request = { command: command.name, input, moment, digest: preview.digest, known };
      const applied = answerOf(headless.ask('apply', request));
      // As the sidebar does: what the action left to send leaves.
      if (applied.mails.waiting > 0) answerOf(headless.ask('catchUp', { known: applied.shown.known, seconds: 270 }));
      return Promise.resolve(applied);
    },
    save: async (folder) => {
      try {
        return await headless.save(folder);
      } catch (error) {
        throw new Cannot(`Le dossier « ${folder} » ne peut pas être écrit : ${reasonOf(error)}.`, EXIT.failed, {
          cause: error,
        });
      }
    },
  };
}

async function opened({ file, terminal, bundle, clock }: WorkbookPlace): Promise<Headless> {
  const bytes = await bytesOf(terminal.path(file), file);
  try {
    return await openHeadless({ bytes, title: basename(file).replace(/\.xls[xm]$/iu, ''), bundle, clock });
  } catch (error) {
    if (error instanceof XlsxRefused) throw new Cannot(`« ${file} » : ${error.message}`, EXIT.failed, { cause: error });
    throw error;
  }
}

async function bytesOf(path: string, shown: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Cannot(`Le classeur « ${shown} » ne peut pas être lu : ${reasonOf(error)}.`, EXIT.failed, {
      cause: error,
    });
  }
}

function answerOf<M extends Method>(reply: Reply<M>): Answers[M] {
  if (!reply.ok) throw new Cannot(reply.message);
  return reply.answer;
}
