/** « Espaces »: who is in which space and until when, what is free; a space opens as a card with what can be done. */
import type { SpaceItem, SpacesView, SpaceTone } from '../../core/views/spaces.ts';
import { h, redraw } from '../dom.ts';
import type { Child } from '../dom.ts';
import { quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import { count } from '../french.ts';
import { spaceCard } from '../spaces/space-card.ts';
import { addSpaceForm } from '../spaces/space-forms.ts';
import { stateMark } from '../spaces/state-mark.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';

const SHOWN = {
  all: { label: 'Tous', tones: ['late', 'soon', 'free', 'taken', 'off'] },
  ending: { label: 'Fin proche ou dépassée', tones: ['late', 'soon'] },
  free: { label: 'Libres', tones: ['free'] },
  taken: { label: 'Occupés', tones: ['late', 'soon', 'taken'] },
} as const satisfies Record<string, { label: string; tones: readonly SpaceTone[] }>;

type Shown = keyof typeof SHOWN;

/** The view of spaces and stays. */
export const spaces = defineView<SpacesView>({
  name: 'spaces',
  label: 'Espaces',
  load: async (server, input) =>
    answerWith<SpacesView>(
      await server.look('spaces', typeof input['space'] === 'string' ? { space: input['space'] } : {}),
      'groups',
    ),
  draw: (app, data, input) => {
    const title = h('h2', { tabindex: '-1' }, 'Espaces');
    if (data.card !== null) return [backButton(app, input), spaceCard(data.card, data.today, app)];
    if (data.groups.length === 0)
      return [
        title,
        h('p', { class: 'empty' }, 'Aucun espace pour l’instant.'),
        quietButton('Ajouter un espace', () => app.ask(addSpaceForm())),
      ];
    return [title, ...list(app, data, input)];
  },
});

function backButton(app: App, { shown }: ViewInput): HTMLElement {
  const input = typeof shown === 'string' ? { shown } : {};
  return quietButton('Tous les espaces', () => app.go('spaces', input));
}

function list(app: App, data: SpacesView, input: ViewInput): readonly Child[] {
  const place = h('div', {});
  const draw = (shown: Shown): void => {
    const tones: readonly SpaceTone[] = SHOWN[shown].tones;
    const groups = data.groups
      .map(({ title, items }) => ({ title, items: items.filter(({ tone }) => tones.includes(tone)) }))
      .filter(({ items }) => items.length > 0);
    redraw(
      place,
      select({
        id: 'filter-spaces',
        label: 'Montrer',
        value: shown,
        choices: Object.entries(SHOWN).map(([value, { label }]) => ({ value, label })),
        choose: (value) => {
          const next = shownOf(value);
          app.keep({ shown: next });
          draw(next);
        },
      }),
      ...(groups.length === 0
        ? [h('p', { class: 'empty' }, 'Aucun espace ici.')]
        : groups.map((group) => section(app, group, shown))),
    );
  };
  draw(shownOf(input['shown']));
  const { late, soon } = data.counts;
  const ending = [
    late === 0 ? null : `${count(late, 'espace')} au séjour dépassé`,
    soon === 0 ? null : `${count(soon, 'espace')} dont un séjour finit dans les six mois`,
  ].filter((part) => part !== null);
  return [
    ending.length === 0 ? null : h('p', {}, `${ending.join(', ')}.`),
    data.vacancy === null ? null : h('p', {}, data.vacancy),
    place,
    quietButton('Ajouter un espace', () => app.ask(addSpaceForm())),
  ];
}

function section(app: App, { title, items }: SpacesView['groups'][number], shown: Shown): HTMLElement {
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, title),
    h('ul', { class: 'spaces' }, ...items.map((item) => h('li', {}, spaceButton(app, item, shown)))),
  );
}

function spaceButton(app: App, item: SpaceItem, shown: Shown): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'space-line', onclick: () => app.go('spaces', { space: item.id, shown }) },
    h('strong', {}, item.label),
    stateMark(item),
  );
}

function shownOf(value: unknown): Shown {
  return (Object.keys(SHOWN) as Shown[]).find((shown) => shown === value) ?? 'all';
}
