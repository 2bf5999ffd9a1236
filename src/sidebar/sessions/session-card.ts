/** One session as a card: when and where, its people, and what can be done. */
import type { SessionCard, SessionsView } from '../../core/views/sessions.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { count } from '../french.ts';
import type { App } from '../view.ts';
import { attendanceForm } from './attendance-form.ts';
import { cancelSessionForm, editSessionForm, moveSessionForm } from './session-forms.ts';

/** The card of a session. */
export function sessionCard(app: App, card: SessionCard, data: SessionsView): HTMLElement {
  const { item, facts } = card;
  return h(
    'div',
    { class: 'card' },
    h('h2', { tabindex: '-1' }, item.title),
    item.programme === null ? null : h('p', { class: 'quiet' }, item.programme),
    h('p', { class: 'state' }, item.when),
    item.note === null ? null : h('p', {}, item.note),
    h('dl', { class: 'facts' }, ...facts.flatMap(([label, text]) => [h('dt', {}, label), h('dd', {}, text)])),
    h('div', { class: 'stack' }, ...actions(app, card, data)),
    ...people(app, card),
  );
}

function actions(app: App, card: SessionCard, data: SessionsView): readonly Child[] {
  const { item, session } = card;
  const told = card.people.filter(({ seated, waiting }) => seated || waiting).length;
  const move = quietButton(item.group === 'proposed' ? 'Choisir la date…' : 'Changer la date…', () =>
    app.ask(moveSessionForm(card, told)),
  );
  const cancel = quietButton(item.group === 'proposed' ? 'Écarter…' : 'Annuler la séance…', () =>
    app.ask(cancelSessionForm(card, told)),
  );
  const edit = quietButton('Modifier…', () => app.ask(editSessionForm(card, data.programmes)));
  const see = quietButton('Voir dans l’onglet', () => app.goTo(data.tab, card.cell));
  const sheet = quietButton('Feuille d’émargement', () =>
    app.act({
      command: 'build-sign-in-sheet',
      input: { session: session.id },
      title: null,
      yes: 'Préparer la feuille',
    }),
  );
  const seats = quietButton('Inscriptions…', () => app.go('registrations', { session: session.id }));
  const thanks = quietButton('Remercier les présents', () =>
    app.act({ command: 'thank-session', input: { session: session.id }, title: null, yes: 'Préparer les messages' }),
  );
  const attend = item.group === 'to_complete' ? mainButton : quietButton;
  switch (item.group) {
    case 'proposed':
      return [
        item.toChoose
          ? null
          : mainButton('Confirmer cette date', () =>
              app.act({
                command: 'confirm-sessions',
                input: { sessions: [session.id] },
                title: null,
                yes: 'Confirmer',
              }),
            ),
        move,
        cancel,
        edit,
        see,
      ];
    case 'coming':
      return [...(session.date === data.today ? [attendButton()] : []), sheet, seats, move, edit, cancel, see];
    case 'to_complete':
      return [attendButton(), sheet, edit, move, cancel, see];
    case 'held':
      return [attendButton(), thanks, sheet, edit, see];
    case 'cancelled':
      return [edit, see];
  }
  function attendButton(): HTMLElement {
    return attend(item.group === 'held' ? 'Corriger les présences…' : 'Noter les présences…', () =>
      app.ask(attendanceForm(card)),
    );
  }
}

function people(app: App, { people: all }: SessionCard): readonly Child[] {
  if (all.length === 0)
    return [h('h3', { class: 'part' }, 'Personnes'), h('p', { class: 'empty' }, 'Personne n’est inscrit.')];
  const groups = [
    { title: 'Personnes', ones: all.filter(({ seated }) => seated) },
    { title: 'En attente', ones: all.filter(({ waiting }) => waiting) },
    { title: 'Sans place', ones: all.filter(({ seated, waiting }) => !seated && !waiting) },
  ];
  return groups.flatMap(({ title, ones }) =>
    ones.length === 0
      ? []
      : [
          h('h3', { class: 'part' }, `${title} – ${count(ones.length, 'nom')}`),
          h(
            'ul',
            { class: 'people' },
            ...ones.map(({ id, name, organisation, status, statusText, why, seated }) =>
              h(
                'li',
                {},
                h('strong', {}, name),
                h('p', { class: 'quiet' }, [organisation, statusText].filter((part) => part !== null).join(' · ')),
                seated || why === null ? null : h('p', { class: 'quiet' }, why),
                status === 'present' ? certificateButton(app, id, name) : null,
              ),
            ),
          ),
        ],
  );
}

function certificateButton(app: App, id: string, name: string): HTMLElement {
  const act = () =>
    app.act({ command: 'build-certificate', input: { id }, title: null, yes: 'Préparer l’attestation' });
  return h(
    'button',
    { type: 'button', class: 'link', 'aria-label': `Attestation de présence : ${name}`, onclick: act },
    'Attestation',
  );
}
