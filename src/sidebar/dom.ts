/** Making elements: text only ever goes in as text, never as HTML. */

import { bound } from './french.ts';

/** What an element may hold; null and false leave nothing. */
export type Child = Node | string | null | false;

type Value = string | number | boolean | null | ((event: Event) => void);

/** Attributes by name; a boolean adds or leaves out the attribute, a function under "onclick" listens to "click". */
export type Attributes = Readonly<Record<string, Value>>;

/** An element with its attributes and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...present(children));
  return element;
}

/** The children that are there. */
export function present(children: readonly Child[]): (Node | string)[] {
  return children
    .filter((child): child is Node | string => child !== null && child !== false)
    .map((child) => (typeof child === 'string' ? bound(child) : child));
}

/** Replaces all that an element holds. */
export function fill(element: Element, ...children: readonly Child[]): void {
  element.replaceChildren(...present(children));
}

/** Replaces all that an element holds and gives the focus back to the field that had it, found by its id. */
export function redraw(element: Element, ...children: readonly Child[]): boolean {
  const focused = document.activeElement;
  const id = focused !== null && element.contains(focused) ? focused.id : '';
  fill(element, ...children);
  const again = id === '' ? null : document.getElementById(id);
  if (document.hasFocus()) again?.focus();
  return again !== null;
}

/** The element of the page with that id; the page is ours, so its absence is our fault. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`Cannot find "#${id}": the page has none, its HTML must hold it`);
  return element;
}

/** Moves the focus to an element that is not reached by Tab, such as a heading; never takes it from the grid. */
export function focusOn(element: HTMLElement | null): void {
  // She may have gone back to the grid meanwhile: what she types there would be lost.
  if (element === null || !document.hasFocus()) return;
  if (element.tabIndex < 0) element.setAttribute('tabindex', '-1');
  element.focus();
}

/** Says a text to whoever listens to the page; the region is in the page's HTML. */
export function announce(text: string): void {
  const region = document.getElementById('live');
  if (region !== null) region.textContent = text;
}

function setAttribute(element: Element, name: string, value: Value): void {
  if (value === null || value === false) return;
  if (typeof value === 'function') element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? '' : String(value));
}
