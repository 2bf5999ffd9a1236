/** `CacheService`: texts kept for a while on the workspace's clock. */
import { numberOr, textOf } from '../arguments.ts';
import { ServiceError } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';

const LARGEST_VALUE = 100 * 1024;
const LONGEST_SECONDS = 21_600;
const USUAL_SECONDS = 600;

/** The three caches. */
export function cacheService(execution: Execution): object {
  const { store, options } = execution.shared;
  const cacheOf = (kind: string) => {
    const all = () => (store.cache[kind] ??= {});
    const get = (key: string): string | null => {
      const entry = all()[key];
      return entry && entry.until > execution.now() ? entry.text : null;
    };
    return serviceObject(execution, 'Cache', {
      methods: {
        get: (key) => get(textOf(key)),
        put: (key, value, seconds) => {
          const text = textOf(value);
          if (textOf(key).length > 250) throw new ServiceError('Argument too large: key');
          if (Buffer.byteLength(text) > LARGEST_VALUE) throw new ServiceError('Argument too large: value');
          const kept = Math.min(numberOr(seconds, USUAL_SECONDS), LONGEST_SECONDS);
          all()[textOf(key)] = { text, until: execution.now() + kept * 1000 };
        },
        remove: (key) => {
          Reflect.deleteProperty(all(), textOf(key));
        },
      },
    });
  };
  return serviceObject(execution, 'CacheService', {
    methods: {
      getScriptCache: () => cacheOf('script'),
      getDocumentCache: () => cacheOf('document'),
      getUserCache: () => cacheOf(`user:${options.user}`),
    },
  });
}
