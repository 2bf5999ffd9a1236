/** What a member's card says of its spaces, with the buttons that prolong or end a stay. */
import type { MemberCard } from '../../core/members/card-types.ts';
import type { MembersView } from '../../core/views/members.ts';
import type { Occupancy } from '../../core/tables/occupancy.ts';
import { h } from '../dom.ts';
import { quietButton } from '../flow/panel.ts';
import { part } from '../flow/preview.ts';
import { endStayForm, extendStayForm } from '../spaces/forms.ts';
import type { App } from '../view.ts';

interface CardPlace {
  readonly app: App;
  readonly view: Pick<MembersView, 'today'>;
}

/** The stays, latest first; one that goes on may be prolonged or ended from here. */
export function stays({ stays: list }: MemberCard, { app, view }: CardPlace): HTMLElement | null {
  if (list.length === 0) return null;
  const rows = list.map((stay) =>
    h(
      'li',
      { class: `stay ${stay.current ? stay.tone : 'past'}` },
      h('strong', {}, stay.space),
      h('p', {}, stay.dates),
      stay.facts.length === 0 ? null : h('p', { class: 'quiet' }, stay.facts.join(' · ')),
      stay.record === null ? null : stayButtons(stay.record, stay.space, { app, view }),
    ),
  );
  return part('Espaces', h('ul', { class: 'stays' }, ...rows));
}

function stayButtons(stay: Occupancy, place: string, { app, view: { today } }: CardPlace): HTMLElement {
  const name = stay.organisation === null ? place : `${stay.organisation}, ${place}`;
  const { space } = stay;
  return h(
    'div',
    { class: 'actions no-print' },
    quietButton('Prolonger', () => app.ask(extendStayForm(stay, name, today))),
    quietButton('Sortie', () => app.ask(endStayForm(stay, name, today))),
    space === null ? null : quietButton('Voir l’espace', () => app.go('spaces', { space })),
  );
}
