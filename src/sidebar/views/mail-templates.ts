/** The templates of mails: each with an example as its recipient would read it. */
import type { OutboxView, TemplateItem } from '../../core/views/outbox.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import type { App } from '../view.ts';
import { templateForm } from './mail-forms.ts';

/** All of them, and the way back. */
export function templateList(app: App, { templates }: OutboxView): readonly Child[] {
  return [
    h(
      'p',
      { class: 'quiet' },
      'Les textes des messages. Vous pouvez les changer ; ceux d’origine restent à portée de main.',
    ),
    h('ol', { class: 'journal' }, ...templates.map((template) => h('li', {}, card(app, template)))),
    foot(quietButton('Retour aux envois', () => app.go('outbox'))),
  ];
}

function card(app: App, template: TemplateItem): HTMLElement {
  const { key, name, purpose, example, problem, changed, active } = template;
  const act = (command: string, title: string) => (): void => app.act({ command, input: { key }, title, yes: title });
  return h(
    'article',
    { class: 'card entry mail', 'aria-label': name },
    h('h3', {}, name),
    h('p', { class: 'quiet' }, purpose),
    changed ? h('p', { class: 'state' }, 'Texte changé par vous') : null,
    active ? null : h('p', { class: 'state' }, 'Inactif'),
    problem === null ? null : notice('alert', problem, 'warning'),
    example === null
      ? null
      : h(
          'details',
          { class: 'fold' },
          h('summary', {}, 'Voir un exemple'),
          h('p', {}, h('strong', {}, example.subject)),
          h('pre', { class: 'mail-text' }, example.body),
        ),
    h(
      'div',
      { class: 'actions' },
      quietButton('Modifier', () => app.ask(templateForm(template))),
      example === null ? null : quietButton('M’envoyer un essai', act('test-mail', 'M’envoyer un essai')),
      changed
        ? quietButton('Remettre le texte d’origine', act('restore-template', 'Remettre le texte d’origine'))
        : null,
    ),
  );
}
