/** One space as a card: what it is, who is in and until when, who was there before, and what can be done. */
import type { SpaceCard } from '../../core/views/spaces.ts';
import type { StayItem } from '../../core/stays/stay-item.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { icon } from '../icons.ts';
import type { App } from '../view.ts';
import { addStayForm, editStayForm, endStayForm, extendStayForm } from './forms.ts';
import { editSpaceForm } from './space-forms.ts';
import { stateMark } from './state-mark.ts';

/** The card of a space. */
export function spaceCard(card: SpaceCard, today: string, app: App): HTMLElement {
  const { item, facts, now, coming, past, space, tab, cell } = card;
  const canLet = item.state !== 'closed' && item.state !== 'rented';
  return h(
    'article',
    { class: 'card space', id: 'space', tabindex: '-1', 'data-focus': '', 'aria-label': item.label },
    h('h3', {}, item.label),
    now.length === 0 ? stateMark(item) : null,
    h('ul', { class: 'space-facts' }, ...facts.map((fact) => h('li', {}, fact))),
    ...stays('Occupants', now, (stay) => presentStay(stay, today, app)),
    ...stays('À venir', coming, (stay) => presentStay(stay, today, app)),
    h(
      'div',
      { class: 'actions' },
      canLet ? letButton(card, today, app) : null,
      quietButton('Modifier l’espace', () => app.ask(editSpaceForm(space, item.label))),
    ),
    cell === null
      ? null
      : h(
          'button',
          { type: 'button', class: 'link', onclick: () => app.goTo(tab, cell) },
          icon('place'),
          'Voir la ligne',
        ),
    ...stays('Avant', past, (stay) => pastStay(stay, app)),
  );
}

function letButton(card: SpaceCard, today: string, app: App): HTMLElement {
  const open = (): void => app.ask(addStayForm(card, today));
  return card.now.length === 0 ? mainButton('Attribuer', open) : quietButton('Ajouter un occupant', open);
}

function stays(title: string, items: readonly StayItem[], draw: (item: StayItem) => HTMLElement): readonly Child[] {
  return items.length === 0
    ? []
    : [h('section', { class: 'part' }, h('h4', {}, title), h('ul', { class: 'stays' }, ...items.map(draw)))];
}

function presentStay(item: StayItem, today: string, app: App): HTMLElement {
  const { stay, name } = item;
  return h(
    'li',
    { class: `stay ${item.tone}` },
    h('strong', {}, name),
    h('p', {}, `${item.sinceText}, ${item.untilText}`),
    item.facts.length === 0 ? null : h('p', { class: 'quiet' }, item.facts.join(' · ')),
    h(
      'div',
      { class: 'actions' },
      quietButton('Prolonger', () => app.ask(extendStayForm(stay, name, today))),
      quietButton('Sortie', () => app.ask(endStayForm(stay, name, today))),
      quietButton('Modifier', () => app.ask(editStayForm(stay, name))),
    ),
  );
}

function pastStay(item: StayItem, app: App): HTMLElement {
  return h(
    'li',
    { class: 'stay past' },
    h('strong', {}, item.name),
    h('p', { class: 'quiet' }, [`${item.sinceText}, ${item.untilText}`, ...item.facts].join(' · ')),
    h(
      'button',
      { type: 'button', class: 'link', onclick: () => app.ask(editStayForm(item.stay, item.name)) },
      'Modifier',
    ),
  );
}
