/** « Adhérents »: search, one card per member, and what can be done with it; the card follows the row she selects. */
import type { Selection } from '../../core/rpc.ts';
import { searchIndex } from '../../core/members/search.ts';
import type { MembersView } from '../../core/views/members.ts';
import { focusOn, h, redraw } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { memberCard } from '../members/card.ts';
import { addForm } from '../members/forms.ts';
import { memberList } from '../members/list.ts';
import type { Narrowing } from '../members/list.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';

/** The view of members; its input opens a card ({member}) or narrows the list ({query, among}). */
export const members = defineView<MembersView>({
  name: 'members',
  label: 'Adhérents',
  load: async (server) => answerWith<MembersView>(await server.look('members'), 'cards'),
  draw: (app, view, input) => {
    if (!view.adopted)
      return [
        h('h2', { tabindex: '-1' }, 'Adhérents'),
        h('p', { class: 'empty' }, 'Les adhérents apparaîtront ici une fois le classeur adopté.'),
      ];
    return [membersPanel(app, view, input)];
  },
});

function membersPanel(app: App, view: MembersView, input: ViewInput): HTMLElement {
  const place = h('div', {});
  const index = searchIndex(view.cards);
  const memberOf = memberFinder(view);
  let narrowing = narrowingOf(input);
  const open = (id: string): void => {
    const card = view.cards.find((one) => one.id === id);
    if (card === undefined) return list();
    app.keep({ ...narrowing, member: id });
    redraw(place, memberCard(card, { app, view, back: list, open }));
    place.closest('main')?.scrollTo(0, 0);
    focusOn(place.querySelector('h2'));
  };
  const list = (): void => {
    app.keep({ ...narrowing });
    const parts = { index, narrowing, open, changed: keep };
    redraw(
      place,
      h('h2', { tabindex: '-1', 'data-focus': '' }, 'Adhérents'),
      h(
        'div',
        { class: 'row' },
        quietButton('Annuaire', () => app.go('directory')),
        quietButton('Effectifs', () => app.go('headcount')),
      ),
      ...memberList(parts),
      foot(mainButton('Ajouter un adhérent', () => app.ask(addForm(view.today)))),
    );
  };
  const keep = (next: Narrowing): void => {
    narrowing = next;
    app.keep({ ...next });
  };
  const wanted = typeof input['member'] === 'string' ? memberOf([input['member']]) : null;
  if (wanted === null) list();
  else open(wanted);
  app.follow(({ ids }: Selection) => {
    const selected = memberOf(ids);
    // She may have begun to type while this was asked: what she looks for must not be taken away.
    const isTyping = document.hasFocus() && document.activeElement?.id === 'member-search';
    if (selected !== null && !isTyping) open(selected);
  });
  return place;
}

/** The member to which one of those records belongs: its own row, or a person, a fee, a stay, a session of it. */
function memberFinder({ cards, merged }: MembersView): (ids: readonly string[]) => string | null {
  const owners = new Map<string, string>();
  for (const card of cards) {
    const rows = [card.id, ...card.rows, ...card.sessions.flatMap((session) => session.rows)];
    const records = [...card.people, ...card.stays, ...card.fees, ...card.payments, ...card.consents, ...card.points];
    for (const id of [...rows, ...records.map((record) => record.id)]) owners.set(id, card.id);
  }
  return (ids) => {
    for (const id of ids) {
      const owner = owners.get(id) ?? owners.get(merged[id] ?? '');
      if (owner !== undefined) return owner;
    }
    return null;
  };
}

function narrowingOf({ query, among }: ViewInput): Narrowing {
  return { query: typeof query === 'string' ? query : '', among: typeof among === 'string' ? among : 'here' };
}
