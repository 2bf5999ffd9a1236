/** `LockService`: one holder at a time among the executions on this document. */
import { numberOf } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';

/** The script, document and user locks. */
export function lockService(execution: Execution): object {
  const { locks, options } = execution.shared;
  const lockOf = (kind: string) => {
    const isHeldHere = () => locks.get(kind) === execution;
    const tryLock = (milliseconds: number): boolean => {
      const isFree = !locks.has(kind) || isHeldHere();
      if (isFree) locks.set(kind, execution);
      // The other holder cannot move on while this call waits: the whole wait passes at once.
      else execution.pass(milliseconds);
      return isFree;
    };
    return serviceObject(execution, 'Lock', {
      methods: {
        tryLock: (milliseconds) => tryLock(numberOf(milliseconds)),
        waitLock: (milliseconds) => {
          if (!tryLock(numberOf(milliseconds)))
            throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
        },
        hasLock: () => isHeldHere(),
        releaseLock: () => {
          if (isHeldHere()) locks.delete(kind);
        },
      },
    });
  };
  return serviceObject(execution, 'LockService', {
    methods: {
      getScriptLock: () => lockOf('script'),
      getDocumentLock: () => lockOf('document'),
      getUserLock: () => lockOf(`user:${options.user}`),
    },
  });
}
