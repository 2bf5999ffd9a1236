import { showFrame } from './frames.ts';
import type { Act, Buttons } from './protocol.ts';

const LABELS: Readonly<Record<Buttons, readonly (readonly [label: string, value: string])[]>> = {
  OK: [['OK', 'OK']],
  OK_CANCEL: [
    ['Annuler', 'CANCEL'],
    ['OK', 'OK'],
  ],
  YES_NO: [
    ['Non', 'NO'],
    ['Oui', 'YES'],
  ],
  YES_NO_CANCEL: [
    ['Annuler', 'CANCEL'],
    ['Non', 'NO'],
    ['Oui', 'YES'],
  ],
};

/** A message with its buttons; the last one is the main one. Resolves with the value of the button, CLOSE by Escape. */
export function ask(
  title: string,
  message: string,
  buttons: readonly (readonly [label: string, value: string])[],
): Promise<string> {
  const dialog = document.createElement('dialog');
  dialog.className = 'message';
  const form = element('form', '', '');
  form.setAttribute('method', 'dialog');
  const actions = element('div', 'actions', '');
  buttons.forEach(([label, value], index) => {
    const button = element('button', index === buttons.length - 1 ? 'primary' : 'quiet', label);
    button.setAttribute('value', value);
    if (index === buttons.length - 1) button.autofocus = true;
    actions.append(button);
  });
  form.append(element('h2', '', title), element('p', '', message), actions);
  dialog.append(form);
  dialog.setAttribute('aria-label', title);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((done) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === '' ? 'CLOSE' : dialog.returnValue);
    });
  });
}

/** The buttons of an alert in French. */
export const labelsOf = (buttons: Buttons): readonly (readonly [string, string])[] => LABELS[buttons];

/** A message that only waits to be read. */
export const tell = async (title: string, message: string): Promise<void> => {
  await ask(title, message, LABELS.OK);
};

/** A question answered by « Annuler » or by the word given. */
export const confirm = async (title: string, message: string, yes: string): Promise<boolean> =>
  (await ask(title, message, [
    ['Annuler', ''],
    [yes, 'YES'],
  ])) === 'YES';

/** A dialog of the add-on: HTML in a frame, of the size it asked for, modal or not. One at a time. */
export function showDialog(act: Extract<Act, { kind: 'dialog' }>): void {
  document.querySelector<HTMLDialogElement>('dialog.addon')?.close();
  const dialog = document.createElement('dialog');
  dialog.className = 'addon';
  const header = element('header', '', '');
  const close = element('button', 'close', '×');
  close.setAttribute('aria-label', 'Fermer');
  close.addEventListener('click', () => dialog.close());
  header.append(element('h2', '', act.title), close);
  const holder = element('div', 'frame-holder', '');
  size(holder, act.width, act.height);
  dialog.append(header, holder);
  dialog.setAttribute('aria-label', act.title);
  document.body.append(dialog);
  const release = showFrame(holder, act.frame, act.title, {
    close: () => dialog.close(),
    escape: () => dialog.close(),
    resize: (width, height) => size(holder, width, height),
  });
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dialog.close();
  });
  dialog.addEventListener('close', () => {
    release();
    dialog.remove();
  });
  // The keyboard follows into the page that opens, as in Google Sheets.
  const frame = holder.querySelector('iframe');
  frame?.addEventListener('load', () => frame.focus(), { once: true });
  if (act.modal) dialog.showModal();
  else dialog.show();
}

function size(holder: HTMLElement, width: number | null, height: number | null): void {
  if (width !== null) holder.style.width = `${width}px`;
  if (height !== null) holder.style.height = `${height}px`;
}

/** An element with its class and its text. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  text: string,
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

/** An element of the page by its id; its absence is a fault of ours. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`Cannot find "#${id}": the page has none, index.html must hold it`);
  return found;
}

/** A passing message at the bottom of the page. */
export function toast(title: string, message: string, seconds: number): void {
  const shown = element('div', 'toast-line', '');
  if (title !== '') shown.append(element('strong', '', title));
  shown.append(element('span', '', message));
  byId('toasts').append(shown);
  setTimeout(() => shown.remove(), Math.max(seconds, 2) * 1000);
}
