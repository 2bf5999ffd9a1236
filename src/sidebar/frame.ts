/** The frame of the sidebar: tabs above, one view or one action in the middle, a note below. */
import { announce, byId, fill, focusOn, redraw } from './dom.ts';
import type { Action } from './flow/flow.ts';
import { runNow } from './flow/now.ts';
import { foot, mainButton, openAction } from './flow/panel.ts';
import { notice } from './flow/preview.ts';
import { progress } from './flow/progress.ts';
import { createFollower } from './follow.ts';
import type { Follower } from './follow.ts';
import { formBody } from './form.ts';
import type { Form } from './form.ts';
import { createNote } from './note.ts';
import { failureText } from './server.ts';
import type { Server } from './server.ts';
import { startingAction } from './start.ts';
import { createTabs } from './tabs.ts';
import type { App, SidebarView, ViewInput } from './view.ts';

interface FrameParts {
  readonly server: Server;
  readonly views: readonly SidebarView[];
  /** The command to open on; empty for the first view. */
  readonly start: string;
  /** Tells the other panels that the workbook changed. */
  readonly changed: () => void;
  /** Now, in milliseconds. */
  readonly clock: () => number;
}

const A_WHILE = 30_000;

/** The sidebar as the page drives it. */
export interface Frame {
  /** Reads the view in force again, unless an action is under way. */
  readonly refresh: () => void;
  /** The same when she comes back to the sidebar after a dialog or after a while in the grid. */
  readonly comeBack: () => void;
}

/** What moves: the view in force with its input, and whether an action stands in its place. */
interface Situation {
  view: SidebarView;
  input: ViewInput;
  acting: boolean;
  /** True once a dialog was opened: it may have changed the workbook. */
  stale: boolean;
  /** When the view was last read, in milliseconds. */
  readAt: number;
  /** Counts the readings: an answer to an older one is dropped. */
  turn: number;
  readonly follower: Follower;
}

/** Starts on the first view. */
export function startFrame(parts: FrameParts): Frame {
  const [first] = parts.views;
  if (first === undefined) throw new Error('Cannot start the sidebar: no view is listed, at least one wanted');
  const now: Situation = {
    view: first,
    input: {},
    acting: false,
    stale: false,
    readAt: parts.clock(),
    turn: 0,
    follower: createFollower(parts.server),
  };
  const app = createApp(parts, now);
  const refresh = (): void => {
    now.stale = false;
    now.readAt = parts.clock();
    parts.server.forget();
    if (!now.acting) void app.draw('quiet');
  };
  byId('help').addEventListener('click', () => app.openDialog('guide'));
  byId('refresh').addEventListener('click', refresh);
  void open(parts, app);
  return {
    refresh,
    comeBack: () => {
      if (now.stale || parts.clock() - now.readAt > A_WHILE) refresh();
      else now.follower.check();
    },
  };
}

async function open({ server, start }: FrameParts, app: ReturnType<typeof createApp>): Promise<void> {
  if (start === '') return app.draw('quiet');
  fill(byId('main'), progress('Lecture du classeur…'));
  const action = await startingAction(server, start).catch(() => null);
  if (action === null) return app.draw('quiet');
  app.act(action);
}

type How = 'quiet' | 'moving';

function createApp(
  { server, views, changed, clock }: FrameParts,
  now: Situation,
): App & { draw: (how: How) => Promise<void> } {
  const main = byId('main');
  const listed = views.filter(({ label }) => label !== '');
  const tabs = createTabs(byId('tabs'), listed, (view) => app.go(view));
  const note = createNote(byId('note'), (action) => app.act(action));
  const draw = async (how: How): Promise<void> => {
    Object.assign(now, { acting: false, readAt: clock() });
    now.follower.forget();
    const mine = ++now.turn;
    tabs.select(now.view.name);
    await drawView({ main, how, content: () => now.view.load(server, now.input) }, app, () => mine === now.turn);
  };
  const attempt = (work: () => Promise<unknown>): void => {
    void work().catch((error: unknown) => note.show({ text: failureText(error), undo: null }));
  };
  const actNow = async (action: Action, done: string): Promise<void> => {
    setBusy(main, true);
    try {
      const ended = await runNow(server, action);
      if (ended === null) return app.act(action);
      changed();
      await draw('moving');
      note.show({ text: done, undo: ended.undo });
    } finally {
      setBusy(main, false);
    }
  };
  const act = (action: Action, back: (() => void) | null): void => {
    begin(now, note);
    openAction({ server, place: main, leave: () => void draw('moving'), back, changed, goTo: app.goTo }, action);
  };
  const app: App = {
    server,
    act: (action) => act(action, null),
    ask: (form) => {
      begin(now, note);
      showForm(main, form, { leave: () => void draw('moving'), act });
    },
    actNow: (action, done) => attempt(() => actNow(action, done)),
    go: (name, input = {}) => {
      const view = views.find((one) => one.name === name);
      if (view === undefined) return;
      Object.assign(now, { view, input });
      void draw('moving');
    },
    keep: (input) => void Object.assign(now, { input }),
    openDialog: (dialog) => {
      now.stale = true;
      announce('Ouverture de la fenêtre…');
      attempt(() => server.open(dialog));
    },
    goTo: (tab, cell) => attempt(() => server.goTo(tab, cell)),
    badge: tabs.badge,
    follow: now.follower.listen,
  };
  return { ...app, draw };
}

/** What stands in place of the view is not to be replaced by a reading that comes late. */
function begin(now: Situation, note: { readonly clear: () => void }): void {
  now.acting = true;
  now.turn += 1;
  now.follower.forget();
  note.clear();
}

interface FormMoves {
  readonly leave: () => void;
  readonly act: (action: Action, back: () => void) => void;
}

/** Shows a form; the preview that it leads to may come back to it as she left it. */
function showForm(main: HTMLElement, form: Form, { leave, act }: FormMoves): void {
  const body = formBody(form, { leave, act: (action) => act(action, show) });
  const show = (): void => {
    setBusy(main, false);
    fill(main, ...body);
    focusOn(main.querySelector('h2'));
  };
  show();
}

interface Drawing {
  readonly main: HTMLElement;
  readonly how: How;
  readonly content: () => ReturnType<SidebarView['load']>;
}

const PATIENCE = { quiet: 800, moving: 200 } as const;

/** Reads and draws a view; what was there stays until then, unless the reading takes long. */
async function drawView({ main, how, content }: Drawing, app: App, current: () => boolean): Promise<void> {
  const waiting = setTimeout(
    () => {
      if (current()) fill(main, progress('Lecture du classeur…'));
    },
    main.childElementCount === 0 ? 0 : PATIENCE[how],
  );
  if (how === 'moving') setBusy(main, true);
  try {
    const view = await content();
    if (!current()) return;
    const kept = redraw(main, ...view(app));
    if (how === 'moving' && !kept) focusOn(main.querySelector<HTMLElement>('[data-focus]') ?? main.querySelector('h2'));
  } catch (error) {
    const again = mainButton('Réessayer', () => void drawView({ main, how, content }, app, current));
    if (current()) fill(main, notice('error', failureText(error), 'error'), foot(again));
  } finally {
    clearTimeout(waiting);
    if (current()) setBusy(main, false);
  }
}

/** While busy, the buttons of the view do nothing, and screen readers are told. */
function setBusy(main: HTMLElement, busy: boolean): void {
  if (busy) main.setAttribute('aria-busy', 'true');
  else main.removeAttribute('aria-busy');
  for (const button of main.querySelectorAll<HTMLButtonElement>('button.main, button.plain')) {
    if (busy && !button.disabled) {
      button.disabled = true;
      button.dataset['held'] = '';
    } else if (!busy && 'held' in button.dataset) {
      button.disabled = false;
      delete button.dataset['held'];
    }
  }
}
