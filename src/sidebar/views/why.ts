/** « Pourquoi ? »: why a mail left or not, rule by rule, with the rows that were looked at. */
import type { WhyReason, WhyRow, WhyView } from '../../core/views/why.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';

const STEPS = [
  { value: 'first', label: 'Appel de cotisation' },
  { value: 'reminder1', label: 'Première relance' },
  { value: 'reminder2', label: 'Seconde relance' },
];

/** The view of reasons; reached from a fee, a member or a mail. */
export const why = defineView<WhyView>({
  name: 'why',
  label: '',
  load: async (server, input) => answerWith<WhyView>(await server.look('why', input), 'reasons'),
  draw: (app, { title, verdict, reasons, mail }, input) => [
    h('h2', { tabindex: '-1' }, title),
    stepChoice(app, input),
    h('div', { class: 'card' }, h('p', { class: 'state' }, verdict)),
    reasons.length === 0
      ? null
      : h(
          'section',
          { class: 'part' },
          h('h3', {}, 'Les règles, une par une'),
          h('ol', { class: 'reasons' }, ...reasons.map((reason) => h('li', {}, rule(app, reason)))),
        ),
    mail === null
      ? null
      : h(
          'section',
          { class: 'part' },
          h('h3', {}, `Le message ${mail.id}`),
          h('p', {}, h('strong', {}, mail.to), ` ${mail.subject}`),
          mail.why === '' ? null : h('p', {}, `Quand il a été préparé : ${mail.why}`),
          ...mail.rows.map((row) => place(app, row)),
        ),
    foot(quietButton('Revenir aux cotisations', () => app.go('dues'))),
  ],
});

function stepChoice(app: App, input: ViewInput): Child {
  if (typeof input['step'] !== 'string') return null;
  return select({
    id: 'why-step',
    label: 'Quel message',
    value: input['step'],
    choices: STEPS,
    choose: (step) => app.go('why', { ...input, step }),
  });
}

function rule(app: App, { pass, text, rows }: WhyReason): HTMLElement {
  return h(
    'div',
    { class: pass ? 'step done' : 'step urgent' },
    icon(pass ? 'check' : 'alert'),
    h('div', {}, h('p', {}, text), ...rows.map((row) => place(app, row))),
  );
}

function place(app: App, { id, tab, cell }: WhyRow): Child {
  if (cell === null) return null;
  return h(
    'button',
    { type: 'button', class: 'link', onclick: () => app.goTo(tab, cell) },
    icon('place'),
    `${tab}, ${id}`,
  );
}
