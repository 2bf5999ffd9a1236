/** « Séances »: dates to confirm one by one or all, what comes, what is to complete; a session opens as a card. */
import type { SessionGroup, SessionItem } from '../../core/sessions/session-item.ts';
import type { SessionsView } from '../../core/views/sessions.ts';
import { h, redraw } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import { count } from '../french.ts';
import { sessionCard } from '../sessions/session-card.ts';
import { addSessionForm } from '../sessions/session-forms.ts';
import { indicatorsForm } from '../sessions/indicators-form.ts';
import { yearForm } from '../sessions/year-form.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

const SHOWN = {
  ahead: { label: 'Ce qui vient', groups: ['proposed', 'to_complete', 'coming'] },
  proposed: { label: 'Dates proposées', groups: ['proposed'] },
  past: { label: 'Séances passées', groups: ['held', 'to_complete'] },
  cancelled: { label: 'Annulées ou écartées', groups: ['cancelled'] },
} as const satisfies Record<string, { label: string; groups: readonly SessionGroup[] }>;

type Shown = keyof typeof SHOWN;

const TITLES: Readonly<Record<SessionGroup, string>> = {
  proposed: 'Dates proposées',
  to_complete: 'Présences à noter',
  coming: 'À venir',
  held: 'Tenues',
  cancelled: 'Annulées ou écartées',
};

/** The view of the sessions. */
export const sessions = defineView<SessionsView>({
  name: 'sessions',
  label: 'Séances',
  load: async (server, input) =>
    answerWith<SessionsView>(
      await server.look('sessions', typeof input['session'] === 'string' ? { session: input['session'] } : {}),
      'items',
    ),
  draw: (app, data, input) => {
    const shown = shownOf(input['shown']);
    if (data.card !== null)
      return [
        quietButton('Toutes les séances', () => app.go('sessions', { shown })),
        sessionCard(app, data.card, data),
      ];
    return [h('h2', { tabindex: '-1' }, 'Séances'), ...list(app, data, shown)];
  },
});

function list(app: App, data: SessionsView, first: Shown): readonly Child[] {
  const place = h('div', {});
  const draw = (shown: Shown): void => {
    const groups: readonly SessionGroup[] = SHOWN[shown].groups;
    const parts = groups.map((group) => ({ group, items: data.items.filter((item) => item.group === group) }));
    const filled = parts.filter(({ items }) => items.length > 0);
    redraw(
      place,
      select({
        id: 'filter-sessions',
        label: 'Montrer',
        value: shown,
        choices: Object.entries(SHOWN).map(([value, { label }]) => ({ value, label })),
        choose: (value) => {
          const next = shownOf(value);
          app.keep({ shown: next });
          draw(next);
        },
      }),
      ...(filled.length === 0
        ? [h('p', { class: 'empty' }, 'Aucune séance ici.')]
        : filled.map(({ group, items }) =>
            section(app, group, shown === 'past' ? [...items].reverse() : items, shown),
          )),
    );
  };
  draw(first);
  return [
    h(
      'div',
      { class: 'row' },
      quietButton('Ajouter…', () => app.ask(addSessionForm(data.programmes, data.today))),
      quietButton('Programmes', () => app.go('programmes')),
    ),
    data.canPropose
      ? null
      : h(
          'p',
          { class: 'quiet' },
          'Pour que Régie propose des dates, donnez un rythme à vos programmes : ouvrez « Programmes ».',
        ),
    h(
      'div',
      { class: 'stack' },
      data.canPropose
        ? quietButton('Proposer le calendrier…', () => app.ask(yearForm(data.programmes, data.today)))
        : null,
      quietButton('Préparer les rappels', () =>
        app.act({ command: 'remind-sessions', input: {}, title: null, yes: 'Préparer les rappels' }),
      ),
      quietButton('Indicateurs…', () => app.ask(indicatorsForm(data.funders, data.today))),
    ),
    place,
  ];
}

function section(app: App, group: SessionGroup, items: readonly SessionItem[], shown: Shown): HTMLElement {
  const ready = items.filter(({ toChoose }) => !toChoose);
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, `${TITLES[group]} (${String(items.length)})`),
    group !== 'proposed' || ready.length === 0
      ? null
      : mainButton(ready.length === 1 ? 'Confirmer la date' : `Confirmer ${count(ready.length, 'date')}`, () =>
          app.act({
            command: 'confirm-sessions',
            input: { sessions: ready.map(({ id }) => id) },
            title: null,
            yes: 'Confirmer',
          }),
        ),
    h('ul', { class: 'spaces' }, ...items.map((item) => h('li', {}, line(app, item, shown)))),
  );
}

function line(app: App, item: SessionItem, shown: Shown): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'space-line', onclick: () => app.go('sessions', { session: item.id, shown }) },
    h('strong', {}, item.title),
    h(
      'p',
      { class: `space-state ${toneOf(item)}` },
      h('span', { class: 'who' }, item.when),
      item.note === null ? null : h('span', { class: 'until' }, item.note),
      item.people === null ? null : h('span', { class: 'until' }, item.people),
    ),
  );
}

function toneOf({ group, toChoose }: SessionItem): string {
  if (group === 'to_complete' || toChoose) return 'soon';
  return group === 'proposed' ? 'free' : group === 'cancelled' ? 'off' : 'taken';
}

function shownOf(value: unknown): Shown {
  return (Object.keys(SHOWN) as Shown[]).find((shown) => shown === value) ?? 'ahead';
}
