/** « Effectifs »: how many members today, or on a day she chooses, and the tab that says it year by year. */
import { frenchDate } from '../../core/french.ts';
import type { HeadcountView } from '../../core/views/headcount.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { part } from '../flow/preview.ts';
import type { Form } from '../form.ts';
import { count, number } from '../french.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the headcount. */
export const headcount = defineView<HeadcountView>({
  name: 'headcount',
  label: 'Effectifs',
  load: async (server) => answerWith<HeadcountView>(await server.look('headcount'), 'kinds'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, 'Effectifs'),
    ...(data.total === 0
      ? [h('p', { class: 'empty' }, 'Les effectifs se compteront ici dès qu’il y aura des adhérents.')]
      : [card(app, data), movements(data), milestones(data)]),
  ],
});

function card(app: App, data: HeadcountView): HTMLElement {
  const { day, tab } = data;
  const rows = [
    ...data.kinds.map((kind) => [kind.label, number(kind.count)] as const),
    ['hébergés au sens large', number(data.housed)] as const,
    ...(data.undated === 0 ? [] : [['arrivée inconnue', number(data.undated)] as const]),
  ];
  return h(
    'div',
    { class: 'card' },
    h('p', { class: 'state', id: 'headcount' }, `${count(data.total, 'adhérent')} au ${frenchDate(day)}`),
    facts(rows),
    h(
      'div',
      { class: 'stack' },
      mainButton('Construire les effectifs', () =>
        app.act({ command: 'build-headcount', input: { date: day }, title: null, yes: null }),
      ),
      quietButton('Compter à une autre date', () => app.ask(dateForm(day))),
      tab === null ? null : quietButton('Voir l’onglet', () => app.goTo(tab, 'A1')),
    ),
  );
}

function dateForm(day: string): Form {
  return {
    title: 'Compter à une autre date',
    intro: 'Un jour passé, ou aujourd’hui. L’onglet dira aussi la fin de chaque année d’avant.',
    fields: [{ kind: 'date', name: 'date', label: 'Compter les adhérents au', value: day, required: true }],
    action: (values) => ({
      command: 'build-headcount',
      input: { date: values.day('date') },
      title: null,
      yes: null,
    }),
  };
}

function movements({ joined, left, day }: HeadcountView): Child {
  return part(
    `Du 01/01/${day.slice(0, 4)} au ${frenchDate(day)}`,
    facts([
      ['Arrivées', number(joined)],
      ['Départs', number(left)],
    ]),
  );
}

function milestones({ latest, next }: HeadcountView): Child {
  const made =
    latest === null
      ? []
      : [
          h(
            'p',
            {},
            latest.member === null
              ? `${number(latest.number)} adhérents : atteint avant la première date connue.`
              : `${number(latest.number)} adhérents : atteint avec ${latest.member}${latest.date === null ? '' : ` (${latest.date})`}.`,
          ),
        ];
  return part(
    'Paliers',
    ...made,
    h('p', { class: 'quiet' }, `Prochain : ${number(next.number)}, encore ${number(next.missing)}.`),
  );
}

function facts(rows: readonly (readonly [string, string])[]): HTMLElement {
  return h('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}
