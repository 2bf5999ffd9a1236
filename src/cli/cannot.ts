/** Why the runner stops, as its user reads it. */

/** The exit codes: 0 done, or nothing to do; 1 the request cannot be carried out; 2 nothing was done and a decision is wanted. */
export const EXIT = { done: 0, failed: 1, undecided: 2 } as const;

/** The runner stops with that French sentence and exit code. */
export class Cannot extends Error {
  override readonly name = 'Cannot';
  readonly exitCode: number;
  constructor(message: string, exitCode: number = EXIT.failed, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** The code and the message of whatever was thrown, which may come from another realm than ours. */
export function wordsOf(error: unknown): { readonly code: string; readonly message: string } {
  const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  return { code: typeof code === 'string' ? code : '', message: typeof message === 'string' ? message : String(error) };
}
