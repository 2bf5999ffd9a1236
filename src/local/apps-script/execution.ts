/** One execution: its context, its counted service calls, its faults and its end. */
import { ExecutionKilled, killed, ServiceError, SignatureMismatch } from './errors.ts';
import { createRealm } from './realm.ts';
import type { Realm } from './realm.ts';
import type { AppsScriptOptions, Act, Faults, Launch, LogLine, Menu, Store } from './types.ts';

/** What all executions on one document share. */
export interface Shared {
  readonly options: AppsScriptOptions;
  readonly store: Store;
  readonly menus: Map<string, Menu>;
  readonly locks: Map<string, Execution>;
  readonly counts: Map<string, number>;
  readonly log: (line: LogLine) => void;
  readonly show: (act: Act) => void;
  readonly faults: () => Faults;
  readonly manifest: Manifest;
}

/** What the local Apps Script uses of appsscript.json. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
  readonly advancedServices: readonly string[];
}

/** One run of a function. */
export interface Execution {
  readonly realm: Realm;
  readonly shared: Shared;
  readonly launch: Required<Launch>;
  /** The instant in milliseconds, delays included. */
  readonly now: () => number;
  /** Lets time pass without waiting. */
  readonly pass: (milliseconds: number) => void;
  /** Does the work of a service method: counted, faulted, and refused once the execution is over. */
  readonly call: <T>(name: string, work: () => T) => T;
  /** Why the execution is over, or null. */
  readonly over: () => ExecutionKilled | null;
  /** What a service object stands for, kept out of the script's sight. */
  readonly insides: WeakMap<object, unknown>;
}

const SIX_MINUTES = 360_000;
// A lock is one call, however it is held and let go.
const uncounted = /^(?:LockService\.get\w+|Lock\.(?:releaseLock|hasLock))$/u;

/** A fresh execution: Apps Script keeps no global state between two runs. */
export function startExecution(shared: Shared, launch: Launch): Execution {
  const { clock, limitMilliseconds = SIX_MINUTES } = shared.options;
  let passed = 0;
  let calls = 0;
  let end: ExecutionKilled | null = null;
  const now = () => Math.floor(clock() + passed);
  const pass = (milliseconds: number) => {
    passed += milliseconds;
    if (passed > limitMilliseconds) throw killed();
  };
  const hook = (name: string, when: keyof Faults) => pass(shared.faults()[when]?.({ name, n: calls }) ?? 0);
  const call = <T>(name: string, work: () => T): T => {
    if (end) throw end;
    const counted = !uncounted.test(name);
    try {
      if (counted) {
        calls += 1;
        shared.counts.set(name, (shared.counts.get(name) ?? 0) + 1);
        hook(name, 'beforeCall');
      }
      const result = work();
      if (counted) hook(name, 'afterCall');
      return result;
    } catch (error) {
      if (error instanceof ExecutionKilled) end = error;
      throw error;
    }
  };
  const realm = createRealm(now);
  const insides = new WeakMap<object, unknown>();
  const started = { by: launch.by ?? 'person', selection: launch.selection ?? null };
  return { realm, shared, launch: started, now, pass, call, over: () => end, insides };
}

/** A method of a service; its arguments come from the script. */
export type Method = (...args: readonly unknown[]) => unknown;

/** What a service object is made of. */
export interface Service {
  readonly methods?: Readonly<Record<string, Method>>;
  /** Properties that are read, not called: enumerations, nested collections. */
  readonly constants?: Readonly<Record<string, unknown>>;
  /** OAuth scopes any of which is enough; none when absent. */
  readonly scopes?: readonly string[];
  /** What the object stands for. */
  readonly inside?: unknown;
}

/** The object that the script holds: strict, counted; a name that it has not fails as in Apps Script. */
export function serviceObject(execution: Execution, name: string, service: Service): object {
  const { realm } = execution;
  const { methods = {}, constants = {}, scopes = [], inside } = service;
  const wrapped = new Map<string, (...args: unknown[]) => unknown>();
  for (const [key, method] of Object.entries(methods))
    wrapped.set(key, (...args) => invoke(execution, { name: `${name}.${key}`, scopes, method, args }));
  const object: object = new Proxy(Object.create(null) as object, {
    get: (_target, key) => {
      if (typeof key === 'symbol') return key === Symbol.toPrimitive ? () => name : undefined;
      if (wrapped.has(key)) return wrapped.get(key);
      if (Object.hasOwn(constants, key)) return constants[key];
      if (key === 'toString') return () => name;
      if (key === 'toJSON' || key === 'then' || key === 'valueOf' || key === 'constructor') return undefined;
      throw realm.errorOf(new TypeError(`${name}.${key} is not a function`));
    },
    set: (_target, key) => {
      throw realm.errorOf(new TypeError(`Cannot assign to ${name}.${String(key)}`));
    },
    has: (_target, key) => typeof key === 'string' && (wrapped.has(key) || Object.hasOwn(constants, key)),
  });
  if (inside !== undefined) execution.insides.set(object, inside);
  return realm.bless(object);
}

interface Invocation {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly method: Method;
  readonly args: readonly unknown[];
}

function invoke(execution: Execution, { name, scopes, method, args }: Invocation): unknown {
  const { realm } = execution;
  try {
    const result = execution.call(name, () => {
      permit(execution, name, scopes);
      return method(...args.map(realm.take));
    });
    return realm.give(result);
  } catch (error) {
    reportFault(execution, error);
    if (error instanceof SignatureMismatch) {
      const kinds = args.map((arg) => (arg === null ? 'null' : typeof arg)).join(',');
      throw realm.errorOf(new ServiceError(`The parameters (${kinds}) don't match the method signature for ${name}.`));
    }
    throw realm.errorOf(error);
  }
}

/** A fault of the workspace itself must not pass for one of the script: its stack goes to the log. */
function reportFault({ shared }: Execution, error: unknown): void {
  const known = [ServiceError, ExecutionKilled, SignatureMismatch].some((kind) => error instanceof kind);
  if (!known && error instanceof Error) shared.log({ level: 'error', text: error.stack ?? error.message });
}

// Before she has authorised anything, onOpen and onEdit may touch the open file and add menus, nothing that knows who she is.
const limitedScopes = ['spreadsheets', 'spreadsheets.currentonly'];

function permit({ shared, launch }: Execution, name: string, scopes: readonly string[]): void {
  if (scopes.length === 0) return;
  const full = scopes.map((scope) => `https://www.googleapis.com/auth/${scope}`);
  const list = full.join(' || ');
  if (!full.some((scope) => shared.manifest.oauthScopes.includes(scope)))
    throw new ServiceError(`Specified permissions are not sufficient to call ${name}. Required permissions: ${list}`);
  const advanced = name.startsWith('Sheets.') || name.startsWith('Calendar.');
  const limited = launch.by === 'open' || launch.by === 'edit';
  if (limited && (advanced || !scopes.some((scope) => limitedScopes.includes(scope))))
    throw new ServiceError(`You do not have permission to call ${name}. Required permissions: ${list}`);
}
