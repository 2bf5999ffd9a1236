/** « Envois »: what is to read, to decide, waiting, sent; one mail's card with its exact text; the templates. */
import type { MailGroup, OutboxView } from '../../core/views/outbox.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Action } from '../flow/flow.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { select } from '../flow/question.ts';
import { send } from '../flow/sending.ts';
import { count, number } from '../french.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';
import { mailCard } from './mail-card.ts';
import { templateList } from './mail-templates.ts';
import { writeForm } from './mail-forms.ts';

const PAGE = 25;
const GROUPS: Readonly<Record<MailGroup, string>> = {
  draft: 'À relire',
  decide: 'À décider',
  waiting: 'En attente',
  sent: 'Envoyés',
  cancelled: 'Annulés',
};
const NAMES = Object.keys(GROUPS) as MailGroup[]; // Its keys are the groups.

/** The view of mails. */
export const outbox = defineView<OutboxView>({
  name: 'outbox',
  label: 'Envois',
  load: async (server, input) => answerWith<OutboxView>(await server.look('outbox', wanted(input)), 'items'),
  draw: (app, data, input) => {
    app.badge('outbox', data.counts.draft + data.counts.decide);
    const title = h('h2', { tabindex: '-1' }, 'Envois');
    if (input['templates'] === true) return [title, ...templateList(app, data)];
    return [
      title,
      ...data.problems.map((problem) => notice('alert', problem, 'warning')),
      data.draftsOnly
        ? h(
            'p',
            { class: 'quiet' },
            'Mode brouillon : chaque message attend que vous l’ayez relu. Il se règle dans « Réglages ».',
          )
        : null,
      filters(app, data),
      ...groupActions(app, data),
      ...mails(app, data),
      foot(
        quietButton('Écrire un message', () => app.ask(writeForm())),
        quietButton('Modèles des messages', () => app.go('outbox', { templates: true })),
      ),
    ];
  },
});

function wanted({ group, offset }: ViewInput): ViewInput {
  return {
    ...(NAMES.some((name) => name === group) ? { group } : {}),
    offset: typeof offset === 'number' ? offset : 0,
    limit: PAGE,
  };
}

function filters(app: App, { counts, group }: OutboxView): HTMLElement {
  return select({
    id: 'mail-group',
    label: 'Messages',
    value: group,
    choices: NAMES.map((name) => ({ value: name, label: `${GROUPS[name]} (${number(counts[name])})` })),
    choose: (value) => app.go('outbox', { group: value }),
  });
}

/** What is done with all mails of the group at once. */
function groupActions(app: App, { group, ids, items, due }: OutboxView): readonly Child[] {
  const act =
    (command: string, title: string, input: object = {}) =>
    (): void => {
      const action: Action = { command, input: { ids, ...input }, title, yes: title };
      app.act(action);
    };
  if (ids.length === 0) return [];
  if (group === 'draft' && ids.length > 1) {
    const title = `Envoyer les ${number(ids.length)} messages`;
    return [foot(mainButton(title, act('release-mails', title)))];
  }
  if (group === 'decide' && ids.length > 1 && items.every(({ status }) => status === 'uncertain'))
    return [
      foot(
        quietButton('Tous notés comme envoyés', act('resolve-mail', 'Tous notés comme envoyés', { decision: 'sent' })),
      ),
    ];
  return group === 'waiting' && due > 0 ? [sendNow(app, due)] : [];
}

function sendNow(app: App, due: number): HTMLElement {
  const place = h('div', { class: 'sending' });
  const press = (): void =>
    void send(app.server, place, due).then((all) => {
      if (all) app.go('outbox');
      // What is told there would be lost with the list.
      else place.append(foot(quietButton('Voir la liste à jour', () => app.go('outbox'))));
    });
  place.append(
    h(
      'p',
      { class: 'quiet' },
      `${count(due, 'message part', 'messages partent')} au prochain passage, dans les dix minutes.`,
    ),
    foot(quietButton('Envoyer maintenant', press)),
  );
  return place;
}

const EMPTY: Readonly<Record<MailGroup, string>> = {
  draft: 'Rien à relire.',
  decide: 'Rien à décider : aucun envoi n’a échoué.',
  waiting: 'Aucun message n’attend de partir.',
  sent: 'Aucun message envoyé pour l’instant. Ceux que Régie enverra seront gardés ici, avec leur texte exact.',
  cancelled: 'Aucun message annulé.',
};

function mails(app: App, { items, group, offset, total, tab }: OutboxView): readonly Child[] {
  if (items.length === 0) return [h('div', { class: 'empty' }, icon('mail'), h('p', {}, EMPTY[group]))];
  const page = (to: number) => (): void => app.go('outbox', { group, offset: to });
  return [
    h(
      'ol',
      { class: 'journal' },
      ...items.map((item, index) => h('li', {}, mailCard(app, item, { tab, open: index === 0 && items.length === 1 }))),
    ),
    total <= items.length
      ? null
      : foot(
          offset > 0 ? quietButton('Précédents', page(Math.max(0, offset - PAGE))) : null,
          offset + items.length < total ? quietButton('Suivants', page(offset + PAGE)) : null,
        ),
  ];
}
