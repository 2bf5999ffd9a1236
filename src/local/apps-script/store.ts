import type { Store } from './types.ts';

/** A store with nothing in it. */
export function emptyStore(): Store {
  return { properties: {}, triggers: [], mails: [], cache: {} };
}
