/** `Ui`: menus, sidebar, dialogs and alerts, as acts that the workspace's page carries out. */
import { textOf, textOr } from '../arguments.ts';
import { ServiceError, SignatureMismatch } from '../errors.ts';
import { serviceObject } from '../execution.ts';
import type { Execution } from '../execution.ts';
import type { Act, Buttons, MenuEntry } from '../types.ts';
import { pageOf } from './html-service.ts';
import type { Page } from './html-service.ts';

const CONTAINER = 'https://www.googleapis.com/auth/script.container.ui';
const buttonSets: readonly Buttons[] = ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL'];
const buttons = ['OK', 'CANCEL', 'YES', 'NO', 'CLOSE'];

/** The editor's user interface. */
export function ui(execution: Execution): object {
  const enumeration = (name: string, names: readonly string[]) =>
    serviceObject(execution, name, { constants: Object.fromEntries(names.map((one) => [one, one])) });
  return serviceObject(execution, 'Ui', {
    methods: {
      createMenu: (label) => menu(execution, textOf(label)),
      createAddonMenu: () => menu(execution, 'Module complémentaire'),
      showSidebar: (page) => showSidebar(execution, page),
      showModalDialog: (page, title) => showDialog(execution, page, { title, modal: true }),
      showModelessDialog: (page, title) => showDialog(execution, page, { title, modal: false }),
      alert: (...args) => alert(execution, args),
    },
    constants: {
      Button: enumeration('Button', buttons),
      ButtonSet: enumeration('ButtonSet', buttonSets),
    },
  });
}

function menu(execution: Execution, label: string): object {
  const entries: MenuEntry[] = [];
  const then = (entry: MenuEntry) => {
    entries.push(entry);
    return self;
  };
  const self: object = serviceObject(execution, 'Menu', {
    inside: { label, entries },
    methods: {
      addItem: (text, functionName) => then({ kind: 'item', label: textOf(text), functionName: textOf(functionName) }),
      addSeparator: () => then({ kind: 'separator' }),
      addSubMenu: (inner) => then(subMenu(execution, inner)),
      addToUi: () => {
        execution.shared.menus.set(label, { label, entries });
      },
    },
  });
  return self;
}

function subMenu(execution: Execution, value: unknown): MenuEntry {
  const inside = typeof value === 'object' && value !== null ? execution.insides.get(value) : undefined;
  if (typeof inside !== 'object' || inside === null || !('entries' in inside)) throw new SignatureMismatch();
  const { label, entries } = inside as { label: string; entries: MenuEntry[] }; // Made by menu() above.
  return { kind: 'menu', label, entries };
}

function showSidebar(execution: Execution, value: unknown): void {
  const page = shownPage(execution, 'Ui.showSidebar', value);
  execution.shared.show({ kind: 'sidebar', title: page.title ?? '', html: page.content });
}

function showDialog(execution: Execution, value: unknown, how: { title: unknown; modal: boolean }): void {
  const page = shownPage(execution, how.modal ? 'Ui.showModalDialog' : 'Ui.showModelessDialog', value);
  execution.shared.show({
    kind: 'dialog',
    title: textOf(how.title),
    html: page.content,
    width: page.width ?? 600,
    height: page.height ?? 450,
    modal: how.modal,
  });
}

function shownPage(execution: Execution, name: string, value: unknown): Page {
  authorise(execution, name);
  const page = pageOf(execution, value);
  if (!page) throw new SignatureMismatch();
  return page;
}

function authorise({ shared, launch }: Execution, name: string): void {
  const isDeclared = shared.manifest.oauthScopes.includes(CONTAINER);
  const refusal = isDeclared ? 'You do not have permission' : 'Specified permissions are not sufficient';
  if (!isDeclared || launch.by === 'open')
    throw new ServiceError(`${refusal} to call ${name}. Required permissions: ${CONTAINER}`);
}

/** alert(prompt), alert(prompt, buttons) or alert(title, prompt, buttons). */
function alert(execution: Execution, args: readonly unknown[]): string {
  authorise(execution, 'Ui.alert');
  const last = args.at(-1);
  const set = args.length > 1 ? buttonSets.find((one) => one === last) : undefined;
  if (args.length === 3 && set === undefined) throw new SignatureMismatch();
  const texts = set === undefined ? args : args.slice(0, -1);
  const [title, message] = texts.length > 1 ? [textOr(texts[0], ''), textOf(texts[1])] : ['', textOf(texts[0])];
  const act: Act & { kind: 'alert' } = { kind: 'alert', title, message, buttons: set ?? 'OK' };
  execution.shared.show(act);
  const answer = execution.shared.options.answerAlert?.(act);
  return answer ?? (act.buttons.startsWith('YES') ? 'YES' : 'OK');
}
