/** The tabs above the view: the first ones in a row, the others under « Plus ». */
import { fill, h } from './dom.ts';
import { icon } from './icons.ts';
import type { SidebarView } from './view.ts';

const IN_A_ROW = 3;

/** The row of tabs. */
export interface Tabs {
  readonly select: (view: string) => void;
  readonly badge: (view: string, amount: number) => void;
}

/** Draws the tabs; arrows move between them as in any list of tabs. */
export function createTabs(
  place: HTMLElement,
  views: readonly Pick<SidebarView, 'name' | 'label'>[],
  open: (view: string) => void,
): Tabs {
  let selected = '';
  const badges = new Map<string, number>();
  const draw = (keepOpen: boolean): void => {
    // A reading that ends while she is choosing must not close the menu under her hand.
    const open = keepOpen && place.querySelector('details')?.open === true;
    const focused = document.activeElement?.id ?? '';
    const row = views.slice(0, IN_A_ROW).map((view) => tab(view, selected === view.name, badges.get(view.name) ?? 0));
    const others = views.slice(IN_A_ROW);
    fill(place, ...row, others.length === 0 ? null : more(others, open));
    if (focused.startsWith('tab-')) document.getElementById(focused)?.focus();
  };
  const tab = ({ name, label }: Pick<SidebarView, 'name' | 'label'>, current: boolean, amount: number): HTMLElement =>
    h(
      'button',
      { type: 'button', id: `tab-${name}`, 'aria-current': current ? 'page' : null, onclick: () => open(name) },
      label,
      amount > 0 &&
        h('span', { class: 'badge' }, h('span', { class: 'hidden-text' }, ' : '), amount > 99 ? '99+' : String(amount)),
    );
  const more = (others: readonly Pick<SidebarView, 'name' | 'label'>[], open: boolean): HTMLElement => {
    const current = others.find(({ name }) => name === selected);
    const menu = h(
      'details',
      { class: 'more', open },
      h('summary', { id: 'tab-more', 'aria-current': current === undefined ? null : 'page' }, 'Plus', icon('down')),
      h('div', { class: 'menu' }, ...others.map((view) => tab(view, view === current, badges.get(view.name) ?? 0))),
    );
    // Before the choice is carried out: what is drawn then keeps the menu as it stands.
    menu.querySelector('.menu')?.addEventListener('click', () => (menu.open = false), { capture: true });
    menu.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !menu.open) return;
      event.stopPropagation();
      menu.open = false;
      document.getElementById('tab-more')?.focus();
    });
    return menu;
  };
  return {
    select: (view) => {
      const same = view === selected;
      selected = view;
      draw(same);
    },
    badge: (view, amount) => {
      badges.set(view, amount);
      draw(true);
    },
  };
}
