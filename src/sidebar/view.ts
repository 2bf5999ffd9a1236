/** A view of the sidebar: one file each in views/, listed in views/index.ts; the frame knows nothing else of them. */
import type { Action } from './flow/flow.ts';
import type { Child } from './dom.ts';
import type { Form } from './form.ts';
import type { Selection } from '../core/rpc.ts';
import { ServerFailure } from './server.ts';
import type { Server } from './server.ts';

/** What a view is opened with. */
export type ViewInput = Readonly<Record<string, unknown>>;

/** A text at the foot of the sidebar, with an undo when there is one. */
export interface Note {
  readonly text: string;
  readonly undo: Action | null;
}

/** What a view may ask of the sidebar that holds it. */
export interface App {
  readonly server: Server;
  /** Opens an action in place of the view: preview, button, undo. */
  readonly act: (action: Action) => void;
  /** Carries out at once an action whose card already says all; opens it when something must be decided first. */
  readonly actNow: (action: Action, done: string) => void;
  /** Opens a form in place of the view; its values lead to an action's preview, from which she may come back to them. */
  readonly ask: (form: Form) => void;
  /** Opens a view. */
  readonly go: (view: string, input?: ViewInput) => void;
  /** Remembers with what the view in force is to be read next time. */
  readonly keep: (input: ViewInput) => void;
  readonly openDialog: (dialog: 'adopt' | 'guide') => void;
  /** Tells the view in force where she stands in the grid, each time she comes back from it to another row. */
  readonly follow: (listen: (selection: Selection) => void) => void;
  /** Brings the grid to a cell. */
  readonly goTo: (tab: string, cell: string) => void;
  /** The number beside a view's name; 0 for none. */
  readonly badge: (view: string, amount: number) => void;
}

/** A view as the list holds it. */
export interface SidebarView {
  readonly name: string;
  /** French, on its tab; empty for a view that is only reached from others. */
  readonly label: string;
  /** Reads what it shows; what it throws is shown in its place with « Réessayer ». */
  readonly load: (server: Server, input: ViewInput) => Promise<(app: App) => readonly Child[]>;
}

interface Definition<Data> {
  readonly name: string;
  readonly label: string;
  readonly load: (server: Server, input: ViewInput) => Promise<Data>;
  readonly draw: (app: App, data: Data, input: ViewInput) => readonly Child[];
}

/** The view of a typed definition. */
export function defineView<Data>({ name, label, load, draw }: Definition<Data>): SidebarView {
  return {
    name,
    label,
    load: async (server, input) => {
      const data = await load(server, input);
      return (app) => draw(app, data, input);
    },
  };
}

/** The answer of a view, checked by one of its keys: the server is ours, a page from another version is not. */
export function answerWith<Data extends object>(answer: unknown, key: keyof Data & string): Data {
  if (typeof answer === 'object' && answer !== null && key in answer) return answer as Data;
  throw new ServerFailure('Ce panneau n’est plus à jour. Fermez-le, puis rouvrez-le depuis le menu « Régie ».');
}
