/** `Session`: who runs, and where. */
import { createHash } from 'node:crypto';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';

/** The person at the keyboard; a trigger runs as the same person here. */
export function session(execution: Execution): object {
  const { options, manifest } = execution.shared;
  const user = () =>
    serviceObject(execution, 'User', {
      methods: { getEmail: () => options.user },
      scopes: ['userinfo.email'],
    });
  return serviceObject(execution, 'Session', {
    methods: {
      getActiveUser: user,
      getEffectiveUser: user,
      getActiveUserLocale: () => 'fr',
      getScriptTimeZone: () => manifest.timeZone,
      getTemporaryActiveUserKey: () => createHash('sha256').update(options.user).digest('base64'),
    },
  });
}
