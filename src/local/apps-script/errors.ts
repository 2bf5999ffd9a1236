/** The errors of the local Apps Script. */

/** What a service throws into the script, worded as Apps Script words it. */
export class ServiceError extends Error {
  override readonly name: string;
  /** What advanced services give beside the message. */
  readonly details: unknown;
  constructor(message: string, { name = 'Exception', details }: { name?: string; details?: unknown } = {}) {
    super(message);
    this.name = name;
    this.details = details;
  }
}

/** The execution is over: nothing more of the script has an effect. */
export class ExecutionKilled extends Error {
  override readonly name = 'ExecutionKilled';
}

/** The kill that Apps Script does after six minutes; a fault throws it to stop the script at a given call. */
export function killed(message = 'Exceeded maximum execution time'): ExecutionKilled {
  return new ExecutionKilled(message);
}

/** A function of the script failed; name and message are those that the failure handler of `google.script.run` gets. */
export class ScriptFailed extends Error {
  override readonly name: string;
  /** The stack within the script, for developers. */
  readonly scriptStack: string;
  constructor(name: string, message: string, scriptStack = '') {
    super(message);
    this.name = name;
    this.scriptStack = scriptStack;
  }
}

/** Arguments that the method does not take; the caller of the service words it. */
export class SignatureMismatch extends Error {
  override readonly name = 'SignatureMismatch';
}
