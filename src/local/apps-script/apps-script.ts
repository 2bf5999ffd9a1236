import vm from 'node:vm';
import { format } from 'node:util';
import { ExecutionKilled, ScriptFailed } from './errors.ts';
import { startExecution } from './execution.ts';
import type { Execution, Manifest, Shared } from './execution.ts';
import { servicesOf } from './services/all.ts';
import { editEvent } from './services/spreadsheet-app.ts';
import { emptyStore } from './store.ts';
import { crossArguments, crossResult } from './transport.ts';
import type { Act, AppsScript, AppsScriptOptions, Launch, LogLine, Selection } from './types.ts';

/** The add-on on one document; every run is a fresh execution, as in Apps Script. */
export function createAppsScript(options: AppsScriptOptions): AppsScript {
  const listeners = new Set<(act: Act) => void>();
  const logs: LogLine[] = [];
  let faults = options.faults ?? {};
  const code = new vm.Script(options.bundle.code, { filename: 'Code.js' });
  const shared: Shared = {
    options,
    store: options.store ?? emptyStore(),
    menus: new Map(),
    locks: new Map(),
    counts: new Map(),
    log: (line) => logs.push(line),
    show: (act) => listeners.forEach((listener) => listener(act)),
    faults: () => faults,
    manifest: readManifest(options.bundle.manifest),
  };
  const run = (functionName: string, args: readonly unknown[] = [], launch: Launch = {}) => {
    const sent = crossArguments(args);
    return crossResult(execute({ shared, code, functionName, args: sent, launch }));
  };
  const open = () => {
    shared.menus.clear();
    run('onOpen', [{ authMode: 'LIMITED' }], { by: 'open' });
    return [...shared.menus.values()];
  };
  const edit = (edited: Selection, value?: string) => {
    if (!/^function onEdit\(/mu.test(options.bundle.code)) return;
    const event = (execution: Execution) => editEvent(execution, edited, value);
    execute({ shared, code, functionName: 'onEdit', args: [], launch: { by: 'edit', selection: edited }, event });
  };
  return {
    run,
    open,
    edit,
    menus: () => [...shared.menus.values()],
    onUi: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    calls: () => Object.fromEntries([...shared.counts].sort(([a], [b]) => (a < b ? -1 : 1))),
    resetCalls: () => shared.counts.clear(),
    setFaults: (next) => {
      faults = next;
    },
    store: () => shared.store,
    logs: () => logs,
  };
}

interface Job {
  readonly shared: Shared;
  readonly code: vm.Script;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly launch: Launch;
  /** What a simple trigger is given in the place of arguments. */
  readonly event?: (execution: Execution) => object;
}

function execute({ shared, code, functionName, args, launch, event }: Job): unknown {
  const execution = startExecution(shared, launch);
  const { context, give } = execution.realm;
  const timeout = shared.options.limitMilliseconds ?? 360_000;
  try {
    context['console'] = consoleOf(shared, execution);
    Object.assign(context, servicesOf(execution));
    const before = new Set(Object.getOwnPropertyNames(context));
    code.runInContext(context, { timeout });
    const isOwn = !before.has(functionName) && !functionName.endsWith('_') && Object.hasOwn(context, functionName);
    const target: unknown = isOwn ? context[functionName] : undefined;
    if (typeof target !== 'function') throw new ScriptFailed('Error', `Script function not found: ${functionName}`);
    const given = event ? [event(execution)] : args.map(give);
    const result = callWithin(context, () => (target as (...all: unknown[]) => unknown)(...given), timeout);
    const end = execution.over();
    if (end) throw end;
    return result;
  } catch (error) {
    throw failureOf(execution.over() ?? error);
  } finally {
    for (const [kind, holder] of shared.locks) if (holder === execution) shared.locks.delete(kind);
  }
}

const CALL = 'regieLocalCall';
const caller = new vm.Script(`(() => { const call = ${CALL}; delete globalThis.${CALL}; return call(); })()`);

/** Only a script run in the context can be stopped by a time limit. */
function callWithin(context: vm.Context, call: () => unknown, timeout: number): unknown {
  context[CALL] = call;
  return caller.runInContext(context, { timeout }) as unknown;
}

function failureOf(error: unknown): ScriptFailed {
  if (error instanceof ScriptFailed) return error;
  if (error instanceof ExecutionKilled) return new ScriptFailed('Exception', error.message);
  const { name, message, stack, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >; // An error of the context has these; each is checked below.
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return new ScriptFailed('Exception', 'Exceeded maximum execution time');
  return new ScriptFailed(
    typeof name === 'string' ? name : 'Error',
    typeof message === 'string' ? message : String(error),
    typeof stack === 'string' ? stack : '',
  );
}

/** Apps Script's console and no more; what the host's has besides is not there. */
function consoleOf(shared: Shared, { realm }: Execution): object {
  const levels = ['log', 'info', 'warn', 'error'] as const;
  const write = (level: LogLine['level']) => [
    level,
    (...args: unknown[]) => shared.log({ level, text: format(...args.map(realm.take)) }),
  ];
  const nothing = () => undefined;
  return Object.fromEntries([...levels.map(write), ['time', nothing], ['timeEnd', nothing]]) as object;
}

function readManifest(text: string): Manifest {
  const json = JSON.parse(text) as Partial<{
    timeZone: string;
    oauthScopes: string[];
    dependencies: { enabledAdvancedServices?: { userSymbol: string }[] };
  }>; // Our own file, checked by a test; what it lacks is refused when it is needed.
  return {
    timeZone: json.timeZone ?? 'Etc/UTC',
    oauthScopes: json.oauthScopes ?? [],
    advancedServices: (json.dependencies?.enabledAdvancedServices ?? []).map(({ userSymbol }) => userSymbol),
  };
}
