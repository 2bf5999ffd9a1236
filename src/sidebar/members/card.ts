/** A member's card: who, since when, where, what is owed, what was done together. */
import type { MemberCard } from '../../core/members/card-types.ts';
import type { MembersView } from '../../core/views/members.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { count } from '../french.ts';
import { icon } from '../icons.ts';
import type { App } from '../view.ts';
import { memberActions } from './actions.ts';
import { dues } from './card-dues.ts';
import { affiliationHistory, sessions, timeline } from './card-history.ts';
import { agreements, identity, people, remarks } from './card-identity.ts';
import { stays } from './card-stays.ts';
import { editForm } from './forms.ts';
import { statusChip } from './list.ts';

interface CardParts {
  readonly app: App;
  readonly view: MembersView;
  /** Back to the list. */
  readonly back: () => void;
  /** Opens another card. */
  readonly open: (id: string) => void;
}

/** The card with its buttons. */
export function memberCard(card: MemberCard, parts: CardParts): HTMLElement {
  const { app, view, back } = parts;
  const { cell } = card;
  return h(
    'article',
    { class: 'member', 'aria-label': `Fiche de ${card.name}` },
    h(
      'button',
      { type: 'button', class: 'link no-print', id: 'member-back', onclick: back },
      icon('back'),
      'Adhérents',
    ),
    h('h2', { tabindex: '-1', 'data-focus': '', id: 'member-name' }, card.name),
    h(
      'p',
      { class: 'chips' },
      statusChip(card),
      h('span', { class: 'quiet' }, card.affiliationLabel ?? 'statut inconnu'),
    ),
    h('p', { class: 'quiet' }, `${card.id} · ${card.why}`),
    ...warnings(card, parts),
    h(
      'div',
      { class: 'no-print' },
      foot(
        mainButton('Modifier', () => app.ask(editForm(card, view.today))),
        cell === null ? null : quietButton('Voir la ligne', () => app.goTo(view.tab, cell)),
      ),
      otherActions(card, parts),
    ),
    identity(card),
    people(card, app),
    affiliationHistory(card),
    stays(card, parts),
    dues(card, app),
    sessions(card),
    agreements(card),
    remarks(card),
    timeline(card),
  );
}

function warnings(card: MemberCard, { app, view, open }: CardParts): readonly Child[] {
  const others = card.duplicates.flatMap((id) => view.cards.filter((other) => other.id === id));
  return [
    ...others.map((other) =>
      h(
        'div',
        { class: 'notice warning' },
        icon('alert'),
        h(
          'p',
          {},
          'Doublon probable de ',
          h('button', { type: 'button', class: 'inline-link', onclick: () => open(other.id) }, other.name),
          '.',
        ),
      ),
    ),
    card.imposed && card.record.status_reason === null
      ? notice('alert', 'Cet état est imposé sans raison : ajoutez-la, ou laissez Régie le calculer.', 'warning')
      : null,
    card.points.length === 0
      ? null
      : h(
          'button',
          { type: 'button', class: 'link no-print', onclick: () => app.go('checks', { tab: view.tab }) },
          icon('alert'),
          count(card.points.length, 'point à vérifier', 'points à vérifier'),
        ),
  ];
}

function otherActions(card: MemberCard, { app, view }: CardParts): HTMLElement {
  const buttons = memberActions
    .filter(({ offered }) => offered(card))
    .map(({ label, run }) =>
      h(
        'li',
        {},
        quietButton(label, () => run(app, card, view)),
      ),
    );
  return h(
    'details',
    { class: 'fold', id: 'member-actions' },
    h('summary', {}, 'Autres actions'),
    h('ul', { class: 'action-list' }, ...buttons),
  );
}
