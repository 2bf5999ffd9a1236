/** « Départs »: who leaves when, what stands empty and what it costs, and what a prolongation would change. */
import type { DepartureItem, DeparturesView, Simulation } from '../../core/views/departures.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

const MONTHS = [3, 6, 12] as const;

/** The view of the exits ahead. */
export const departures = defineView<DeparturesView>({
  name: 'departures',
  label: 'Départs',
  load: async (server, input) => answerWith<DeparturesView>(await server.look('departures', input), 'months'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, 'Départs'),
    ...(data.missing === null ? content(app, data) : [h('p', { class: 'empty' }, data.missing)]),
  ],
});

function content(app: App, data: DeparturesView): readonly Child[] {
  return [
    data.simulation === null ? null : simulationCard(app, data.simulation),
    h(
      'div',
      { class: 'stack' },
      mainButton(data.sheet === null ? 'Construire le calendrier d’occupation' : 'Reconstruire le calendrier', () =>
        app.act({ command: 'build-occupancy', input: {}, title: null, yes: null }),
      ),
      data.sheet === null ? null : quietButton('Voir le calendrier', () => app.goTo(data.sheet ?? '', 'A1')),
    ),
    h('h3', { class: 'part' }, 'Libres aujourd’hui'),
    h('p', {}, data.free ?? 'Tous les bureaux et postes sont occupés.'),
    data.freeRooms.length === 0
      ? null
      : h(
          'ul',
          {},
          ...data.freeRooms.map(({ label, cost }) => h('li', {}, cost === null ? label : `${label}, ${cost}`)),
        ),
    h('h3', { class: 'part' }, 'Sorties des douze mois à venir'),
    data.months.length === 0
      ? h('p', { class: 'empty' }, 'Aucune sortie prévue : personne ne part cette année.')
      : null,
    ...data.months.flatMap(({ title, exits, vacancy }) => [
      h('h4', {}, title),
      h('ul', { class: 'todo' }, ...exits.map((exit) => h('li', {}, exitCard(app, exit)))),
      vacancy === null ? null : h('p', { class: 'quiet' }, vacancy),
    ]),
    h('h3', { class: 'part' }, 'Qui pourrait venir'),
    h(
      'p',
      { class: 'quiet' },
      'Les candidatures ne sont pas encore dans Régie : dès qu’elles y seront, celles qui conviennent à un espace libre s’afficheront ici.',
    ),
  ];
}

function exitCard(app: App, exit: DepartureItem): HTMLElement {
  const buttons = MONTHS.map((months) => {
    const button = quietButton(`+ ${months} mois`, () =>
      app.go('departures', { prolong: { occupancy: exit.occupancy, months } }),
    );
    button.setAttribute('aria-label', `Voir ce que change une prolongation de ${months} mois : ${exit.title}`);
    return button;
  });
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, exit.title),
    h('p', { class: 'quiet' }, exit.text),
    h('p', { class: 'quiet' }, 'Et si on prolonge ?'),
    h('div', { class: 'row' }, ...buttons),
  );
}

function simulationCard(app: App, { title, sentences, space }: Simulation): HTMLElement {
  return h(
    'div',
    { class: 'card call' },
    h('h3', { tabindex: '-1', 'data-focus': '' }, title),
    h('ul', {}, ...sentences.map((sentence) => h('li', {}, sentence))),
    h('p', { class: 'quiet' }, 'Rien n’est écrit. Pour prolonger vraiment, ouvrez l’espace.'),
    h(
      'div',
      { class: 'row' },
      quietButton('Ouvrir l’espace', () => app.go('spaces', { space })),
      quietButton('Fermer', () => app.go('departures')),
    ),
  );
}
