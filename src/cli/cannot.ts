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
