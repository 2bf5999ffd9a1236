/** One mail as a card: to whom, its exact text, why it exists, what went wrong, and its buttons. */
import type { MailItem } from '../../core/views/outbox.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Action } from '../flow/flow.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import type { App } from '../view.ts';
import { correctForm } from './mail-forms.ts';

/** The card; the text is folded unless it stands alone. */
export function mailCard(app: App, item: MailItem, { tab, open }: { tab: string; open: boolean }): HTMLElement {
  const when = item.status === 'sent' ? `Envoyé le ${item.changedOn ?? '?'}` : `Préparé le ${item.createdOn ?? '?'}`;
  return h(
    'article',
    { class: 'card entry mail', id: item.id, 'aria-label': `${item.subject}, pour ${item.to}` },
    h('h3', {}, item.subject === '' ? '(sans objet)' : item.subject),
    h('p', { class: 'quiet' }, `Pour ${item.to === '' ? '(personne)' : item.to}`),
    h('p', { class: 'quiet' }, [when, item.id, item.statusLabel].join(' · ')),
    item.notBefore === null || item.status !== 'waiting' ? null : h('p', {}, `Part le ${item.notBefore}, pas avant.`),
    item.error === null ? null : notice('alert', item.error, 'warning'),
    fold('Le message', open, h('pre', { class: 'mail-text' }, item.body)),
    fold('Pourquoi ?', false, ...why(app, item, tab)),
    h('div', { class: 'actions' }, ...buttons(app, item)),
  );
}

function fold(title: string, open: boolean, ...content: readonly Child[]): HTMLElement {
  return h('details', { class: 'fold', open }, h('summary', {}, title), ...content);
}

function why(app: App, { reason, records, template, action, cell }: MailItem, tab: string): readonly Child[] {
  return [
    h('p', {}, reason ?? 'La raison n’est pas notée.'),
    template === null ? null : h('p', { class: 'quiet' }, `Modèle : ${template}`),
    records.length === 0 ? null : h('p', { class: 'quiet' }, `Fiches : ${records.join(', ')}`),
    action === null ? null : h('p', { class: 'quiet' }, `Préparé par l’action ${action} du journal.`),
    h('button', { type: 'button', class: 'link', onclick: () => app.goTo(tab, cell) }, 'Voir la ligne dans « Envois »'),
  ];
}

function buttons(app: App, item: MailItem): readonly Child[] {
  const act =
    (command: string, title: string, input: object = {}) =>
    (): void => {
      const action: Action = { command, input: { ids: [item.id], ...input }, title, yes: title };
      app.act(action);
    };
  const now = (command: string, title: string, done: string) => (): void =>
    app.actNow({ command, input: { ids: [item.id] }, title, yes: title }, done);
  const correct = quietButton('Corriger', () => app.ask(correctForm(item)));
  const cancel = quietButton(
    'Annuler ce message',
    now('cancel-mails', 'Annuler ce message', 'Ce message ne partira pas.'),
  );
  const hold = (label: string): HTMLElement =>
    quietButton(label, now('hold-mails', label, 'Ce message attend votre relecture.'));
  switch (item.status) {
    case 'draft':
      return [mainButton('Envoyer', act('release-mails', 'Envoyer ce message')), correct, cancel];
    case 'refused':
      return [correct, quietButton('Renvoyer', act('release-mails', 'Renvoyer ce message')), cancel];
    case 'uncertain':
      return [
        quietButton('Il est parti', act('resolve-mail', 'Noter comme envoyé', { decision: 'sent' })),
        quietButton('Renvoyer', act('resolve-mail', 'Renvoyer ce message', { decision: 'resend' })),
      ];
    case 'waiting':
      return [correct, hold('Retenir'), cancel];
    case 'cancelled':
      return [hold('Reprendre')];
    case 'claimed':
    case 'sent':
      return [];
  }
}
