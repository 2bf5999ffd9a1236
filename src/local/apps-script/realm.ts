/** A bare V8 context with only what Apps Script has, and the crossing of values between it and the host. */
import vm from 'node:vm';
import { types } from 'node:util';
import { ExecutionKilled, ServiceError } from './errors.ts';

/** The context of one execution. */
export interface Realm {
  readonly context: vm.Context;
  /** A host value as the script sees it: JSON of the context, service objects as they are. */
  readonly give: (value: unknown) => unknown;
  /** A value of the script as the host sees it. */
  readonly take: (value: unknown) => unknown;
  /** An error of the host as an error of the script. */
  readonly errorOf: (error: unknown) => unknown;
  /** Marks an object as a service object: it crosses untouched. */
  readonly bless: <T extends object>(service: T) => T;
}

interface Kit {
  readonly parse: (json: string) => unknown;
  readonly list: (items: readonly unknown[]) => unknown;
  readonly date: (milliseconds: number) => unknown;
  readonly error: (kind: string, message: string, details: unknown) => unknown;
}

// Evaluated in the context: what must be made there, and the clock that `Date` follows.
const prelude = new vm.Script(
  `(function (now) {
  const RealDate = Date;
  const Turned = new Proxy(RealDate, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length > 0 ? args : [now()], newTarget),
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) => (key === 'now' ? () => now() : Reflect.get(target, key, receiver)),
  });
  RealDate.prototype.constructor = Turned;
  Object.defineProperty(globalThis, 'Date', { value: Turned, writable: true, configurable: true, enumerable: false });
  const parse = JSON.parse;
  return {
    parse: (json) => parse(json),
    list: (items) => Array.from(items),
    date: (milliseconds) => new RealDate(milliseconds),
    error: (kind, message, details) => {
      const error = kind === 'TypeError' ? new TypeError(message) : new Error(message);
      if (kind !== 'TypeError') error.name = kind;
      if (details !== undefined) error.details = details;
      return error;
    },
  };
})`,
  { filename: 'apps-script-prelude.js' },
);

/** A new context whose clock is `now`, in milliseconds. */
export function createRealm(now: () => number): Realm {
  const context = vm.createContext(Object.create(null) as object, { name: 'Apps Script' });
  const kit = (prelude.runInContext(context) as (now: () => number) => Kit)(now); // The prelude above returns it.
  const services = new WeakSet();
  const bless = <T extends object>(service: T): T => {
    services.add(service);
    return service;
  };
  const give = (value: unknown): unknown => {
    if (value === undefined) return null;
    if (typeof value !== 'object' || value === null || services.has(value)) return value;
    if (Array.isArray(value)) return kit.list(value.map(give));
    if (value instanceof Date) return kit.date(value.getTime());
    return kit.parse(JSON.stringify(value));
  };
  const take = (value: unknown): unknown => {
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || value === null || services.has(value)) return value;
    if (types.isDate(value)) return new Date(value.getTime());
    if (Array.isArray(value)) return Array.from(value, (item) => take(item) ?? null);
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, take(item) ?? null]));
  };
  const errorOf = (error: unknown): unknown => {
    if (error instanceof ServiceError || error instanceof ExecutionKilled) {
      const details = error instanceof ServiceError ? give(error.details) : null;
      return kit.error(error instanceof ServiceError ? error.name : 'Exception', error.message, details ?? undefined);
    }
    if (error instanceof TypeError) return kit.error('TypeError', error.message, undefined);
    return kit.error('Error', error instanceof Error ? error.message : String(error), undefined);
  };
  return { context, give, take, errorOf, bless };
}
