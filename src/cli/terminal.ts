/** What the runner needs of the terminal; tests and other programs may give their own. */
import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';

/** Words in and out. */
export interface Terminal {
  readonly say: (text: string) => void;
  /** On standard error: messages and questions, so that standard output holds the result alone. */
  readonly tell: (text: string) => void;
  readonly standardInput: () => Promise<string>;
  /** True for yes; null when nobody is there to answer. */
  readonly confirm: (question: string) => Promise<boolean | null>;
  /** A path as the person wrote it, from where she stands. */
  readonly path: (path: string) => string;
}

/** The terminal of this process; npm runs scripts from the package's folder, so paths start where npm was called. */
export function processTerminal(): Terminal {
  const { env, stdin, stdout, stderr } = process;
  // Whoever reads the output may stop early, as « head » does: no fault of ours.
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const base = env['npm_lifecycle_event'] === 'regie' ? (env['INIT_CWD'] ?? process.cwd()) : process.cwd();
  return {
    say: (words) => void stdout.write(words.endsWith('\n') ? words : `${words}\n`),
    tell: (words) => void stderr.write(words.endsWith('\n') ? words : `${words}\n`),
    standardInput: () => text(stdin),
    confirm: async (question) => {
      if (!stdin.isTTY) return null;
      const lines = createInterface({ input: stdin, output: stderr });
      try {
        const reply = await lines.question(`${question} [o/N] `);
        return /^(?:o|oui|y|yes)$/iu.test(reply.trim());
      } finally {
        lines.close();
      }
    },
    path: (path) => resolve(base, path),
  };
}
