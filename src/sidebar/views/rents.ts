/** « Redevances »: a month's rents; prepare them, call them, put them in the budget. */
import type { RentItem, RentsView } from '../../core/views/rents.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { count } from '../french.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the rents. */
export const rents = defineView<RentsView>({
  name: 'rents',
  label: 'Redevances',
  load: async (server, input) => answerWith<RentsView>(await server.look('rents', input), 'items'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, `Redevances ${data.ofMonth}`),
    h(
      'div',
      { class: 'row' },
      quietButton('‹ Mois d’avant', () => app.go('rents', { month: data.before })),
      quietButton('Mois d’après ›', () => app.go('rents', { month: data.after })),
    ),
    ...(data.items.length === 0 ? unprepared(app, data) : prepared(app, data)),
    h('h3', { class: 'part' }, 'Budget'),
    h(
      'p',
      { class: 'quiet' },
      'Les lignes du budget peuvent suivre les redevances. Ce que vous avez saisi ne change que si vous le choisissez.',
    ),
    h(
      'div',
      { class: 'stack' },
      quietButton(`Préparer toute l’année ${data.year}`, () =>
        app.act({ command: 'build-rent-roll', input: { year: data.year }, title: null, yes: null }),
      ),
      quietButton('Mettre à jour le budget', () =>
        app.act({ command: 'update-rent-budget', input: { year: data.year }, title: null, yes: null }),
      ),
    ),
  ],
});

function prepare(app: App, data: RentsView): () => void {
  return () => app.act({ command: 'build-rent-roll', input: { month: data.month }, title: null, yes: null });
}

function unprepared(app: App, data: RentsView): readonly Child[] {
  return [
    h('p', { class: 'empty' }, 'Ce mois n’est pas encore préparé.'),
    data.foreseen === null ? null : h('p', {}, data.foreseen),
    mainButton('Préparer ce mois', prepare(app, data)),
  ];
}

function prepared(app: App, data: RentsView): readonly Child[] {
  return [
    h(
      'div',
      { class: 'card' },
      h(
        'dl',
        { class: 'facts' },
        ...[
          ['Dû', data.total],
          ['Payé', data.paid],
        ].flatMap(([name, value]) => [h('dt', {}, name ?? ''), h('dd', {}, value ?? '')]),
      ),
      h(
        'div',
        { class: 'stack' },
        data.toCall === 0
          ? null
          : mainButton(`Appeler ${count(data.toCall, 'redevance', 'redevances')}`, () =>
              app.act({ command: 'call-rents', input: { month: data.month }, title: null, yes: null }),
            ),
        quietButton('Recalculer ce mois', prepare(app, data)),
      ),
    ),
    h('ul', { class: 'todo' }, ...data.items.map((item) => h('li', {}, rentCard(app, data.tab, item)))),
  ];
}

function rentCard(app: App, tab: string, item: RentItem): HTMLElement {
  const see = quietButton('Voir la ligne', () => app.goTo(tab, item.cell ?? 'A1'));
  see.setAttribute('aria-label', `Voir la ligne de ${item.title}`);
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, item.title),
    h('p', {}, h('strong', {}, item.amount), ` · ${item.state}`),
    item.computation === '' ? null : h('p', { class: 'quiet' }, item.computation),
    see,
  );
}
