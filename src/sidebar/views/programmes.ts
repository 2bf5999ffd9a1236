/** « Programmes »: each with its rhythm and forecast; a card leads to its three forms. */
import type { ProgrammeItem, ProgrammesView } from '../../core/views/programmes.ts';
import { h } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { aboutProgrammeForm, rhythmForm, usualForm } from '../sessions/programme-forms.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the programmes. */
export const programmes = defineView<ProgrammesView>({
  name: 'programmes',
  label: 'Programmes',
  load: async (server, input) => answerWith<ProgrammesView>(await server.look('programmes', input), 'families'),
  draw: (app, data) =>
    data.card === null
      ? [
          h('h2', { tabindex: '-1' }, 'Programmes'),
          data.toComplete === 0
            ? null
            : h(
                'div',
                { class: 'card call' },
                h('h3', {}, 'Compléter depuis la liste 2023'),
                h(
                  'p',
                  {},
                  'Régie ajoute les programmes qui manquent et remplit les cases vides. Ce que vous avez écrit reste.',
                ),
                mainButton('Compléter les programmes', () =>
                  app.act({ command: 'seed-programmes', input: {}, title: null, yes: 'Compléter' }),
                ),
              ),
          h(
            'div',
            { class: 'row' },
            quietButton('Séances', () => app.go('sessions')),
            quietButton('Ajouter…', () => app.ask(aboutProgrammeForm(null))),
          ),
          ...(data.families.length === 0 ? [h('p', { class: 'empty' }, 'Aucun programme pour l’instant.')] : []),
          ...data.families.map(({ title, items }) =>
            h(
              'section',
              { class: 'part' },
              h('h3', {}, title),
              h('ul', { class: 'spaces' }, ...items.map((item) => h('li', {}, line(app, item)))),
            ),
          ),
        ]
      : card(app, data.card),
});

function line(app: App, item: ProgrammeItem): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'space-line', onclick: () => app.go('programmes', { programme: item.id }) },
    h('strong', {}, item.name),
    item.rhythm === null && item.forecast === null
      ? null
      : h(
          'p',
          { class: 'space-state taken' },
          item.rhythm === null ? null : h('span', { class: 'who' }, item.rhythm),
          item.forecast === null ? null : h('span', { class: 'until' }, item.forecast),
        ),
  );
}

function card(app: App, { item, programme, mode }: NonNullable<ProgrammesView['card']>): readonly HTMLElement[] {
  const list = (words: readonly string[]) => (words.length === 0 ? null : words.join(', '));
  const facts: readonly (readonly [string, string | null])[] = [
    ['Code', item.code],
    ['Forme', mode],
    ['Rythme', item.rhythm],
    ['Prévision', item.forecast],
    ['Lieu', programme.place],
    ['Places', programme.capacity === null ? null : String(programme.capacity)],
    ['Réseaux', list(programme.networks)],
    ['Financeur', programme.funder],
    ['Charte', list(programme.charter_axes)],
  ];
  return [
    quietButton('Tous les programmes', () => app.go('programmes')),
    h(
      'div',
      { class: 'card' },
      h('h2', { tabindex: '-1' }, item.name),
      h(
        'dl',
        { class: 'facts' },
        ...facts.flatMap(([label, text]) => (text === null ? [] : [h('dt', {}, label), h('dd', {}, text)])),
      ),
      h(
        'div',
        { class: 'stack' },
        quietButton('Modifier…', () => app.ask(aboutProgrammeForm(programme))),
        quietButton('Rythme des séances…', () => app.ask(rhythmForm(programme))),
        quietButton('Heure, lieu et places…', () => app.ask(usualForm(programme))),
      ),
    ),
  ];
}
