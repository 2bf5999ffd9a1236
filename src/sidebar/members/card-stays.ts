/** What a member's card says of its spaces, with the buttons that prolong or end a stay. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { euros, frenchDate } from '../../core/french.ts';
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
  const rows = list.map((stay) => {
    const dates = [
      stay.start === null ? null : `entrée : ${frenchDate(stay.start)}`,
      stay.end === null ? null : `sortie : ${frenchDate(stay.end)}`,
      stay.end === null && stay.planned_end !== null ? `sortie prévue : ${frenchDate(stay.planned_end)}` : null,
      stay.end === null && stay.max_end !== null ? `au plus tard : ${frenchDate(stay.max_end)}` : null,
      stay.insurance_until === null ? null : `assurance jusqu’à : ${frenchDate(stay.insurance_until)}`,
      stay.storage_unit === null ? null : `armoire ${stay.storage_unit}`,
      stay.deposit === null ? null : `caution : ${euros(stay.deposit)}`,
    ].filter((one) => one !== null);
    const name = stay.space === '' ? stay.id : stay.space;
    return h(
      'li',
      { class: stay.current ? '' : 'past' },
      h('strong', {}, name),
      h('p', { class: 'quiet' }, dates.join(' · ')),
      stay.record === null ? null : stayButtons(stay.record, name, { app, view }),
    );
  });
  return part('Espaces', h('ul', { class: 'entries' }, ...rows));
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
