import type { Act, RunAnswer, Selection } from './protocol.ts';
import { Refused, run } from './server.ts';

/** What a frame may ask of the page that holds it. */
export type FrameHost = {
  readonly close: () => void;
  readonly escape: () => void;
  readonly resize: (width: number | null, height: number | null) => void;
};

type FrameMessage =
  | { readonly regie: 'run'; readonly id: number; readonly functionName: string; readonly args: readonly unknown[] }
  | { readonly regie: 'close' | 'escape' }
  | { readonly regie: 'resize'; readonly width: number | null; readonly height: number | null };

const hosts = new Map<MessageEventSource, FrameHost>();

/** The runs of the page and of its frames: asks the server, then shows what the function asked to show. */
export type Runner = (functionName: string, args: readonly unknown[]) => Promise<RunAnswer>;

/** Makes the runner of the page; the selection goes with each run. */
export function createRunner(selection: () => Selection | null, show: (act: Act) => void): Runner {
  return async (functionName, args) => {
    const answer = await run({ functionName, args, selection: selection() });
    for (const act of answer.acts) show(act);
    return answer;
  };
}

/** Listens to the frames' google.script.run and google.script.host; messages of strangers are ignored. */
export function answerFrames(runner: Runner): void {
  window.addEventListener('message', (event: MessageEvent<FrameMessage>) => {
    const host = event.source === null ? undefined : hosts.get(event.source);
    if (host === undefined || event.source === null) return;
    const message = event.data;
    switch (message.regie) {
      case 'run':
        void answerRun(runner, message, event.source);
        break;
      case 'close':
        host.close();
        break;
      case 'escape':
        host.escape();
        break;
      case 'resize':
        host.resize(message.width, message.height);
        break;
    }
  });
}

async function answerRun(
  runner: Runner,
  message: Extract<FrameMessage, { regie: 'run' }>,
  source: MessageEventSource,
): Promise<void> {
  const reply = (body: object) =>
    source.postMessage({ regie: 'answer', id: message.id, ...body }, { targetOrigin: '*' });
  try {
    const answer = await runner(message.functionName, message.args);
    reply('error' in answer ? { error: answer.error } : { value: answer.value });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    reply({ error: { name: 'NetworkError', message: error.message } });
  }
}

/** Shows HTML of the add-on in a sandboxed frame inside a holder; returns how to take it away. */
export function showFrame(holder: HTMLElement, address: string, title: string, host: FrameHost): () => void {
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.setAttribute(
    'sandbox',
    'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads',
  );
  frame.allow = 'clipboard-write';
  frame.src = address;
  holder.replaceChildren(frame);
  const source = frame.contentWindow;
  if (source !== null) hosts.set(source, host);
  return () => {
    if (source !== null) hosts.delete(source);
    frame.remove();
  };
}
