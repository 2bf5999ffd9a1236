// Runs inside the sandboxed frame, before the add-on's HTML: google.script.run and google.script.host over messages.
type Handler = (value: unknown, userObject?: unknown) => void;
type Call = { readonly success: Handler | null; readonly failure: Handler | null; readonly userObject: unknown };
type Answer = {
  readonly regie: string;
  readonly id: number;
  readonly value?: unknown;
  readonly error?: { name: string; message: string };
};

const calls = new Map<number, Call>();
let lastId = 0;

const tell = (message: object): void => parent.postMessage(message, '*');

/** Google refuses these as arguments; so do we, where the mistake is made. */
function refuseIllegal(value: unknown, path: string): void {
  const illegal = typeof value === 'function' || value instanceof Date || value instanceof Node;
  if (illegal) throw new TypeError(`Failed due to illegal value in property: ${path}`);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) refuseIllegal(inner, key);
}

function runner(call: Call): unknown {
  return new Proxy(Object.freeze({}), {
    get: (_target, name) => {
      switch (name) {
        case 'withSuccessHandler':
          return (success: Handler) => runner({ ...call, success });
        case 'withFailureHandler':
          return (failure: Handler) => runner({ ...call, failure });
        case 'withUserObject':
          return (userObject: unknown) => runner({ ...call, userObject });
        default:
          return (...args: readonly unknown[]) => send(String(name), args, call);
      }
    },
  });
}

function send(functionName: string, args: readonly unknown[], call: Call): void {
  args.forEach((arg, index) => refuseIllegal(arg, String(index)));
  lastId += 1;
  calls.set(lastId, call);
  tell({ regie: 'run', id: lastId, functionName, args });
}

window.addEventListener('message', (event: MessageEvent<Answer>) => {
  if (event.source !== parent || event.data.regie !== 'answer') return;
  const { id, value, error } = event.data;
  const call = calls.get(id);
  calls.delete(id);
  if (call === undefined) return;
  if (error === undefined) call.success?.(value, call.userObject);
  else if (call.failure !== null)
    call.failure(Object.assign(new Error(error.message), { name: error.name }), call.userObject);
  else console.error(`${error.name}: ${error.message}`);
});

window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) tell({ regie: 'escape' });
});

Object.assign(window, {
  google: {
    script: {
      run: runner({ success: null, failure: null, userObject: undefined }),
      host: {
        close: () => tell({ regie: 'close' }),
        setHeight: (height: number) => tell({ regie: 'resize', width: null, height }),
        setWidth: (width: number) => tell({ regie: 'resize', width, height: null }),
        editor: { focus: () => undefined },
        origin: 'local',
      },
    },
  },
});
