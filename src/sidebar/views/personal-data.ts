/** « Données personnelles »: whose time is over, and for anyone the file to hand over or the way to erase. */
import { fold } from '../../core/reading/values/text.ts';
import type { OverduePerson, PersonalDataView } from '../../core/views/personal-data.ts';
import { fill, h } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Action } from '../flow/flow.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { part } from '../flow/preview.ts';
import { count } from '../french.ts';
import { icon } from '../icons.ts';
import { personCard } from '../privacy/person-card.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

const SHOWN = 5;

/** The view; its input opens one organisation or person ({id}). */
export const personalData = defineView<PersonalDataView>({
  name: 'personal-data',
  label: 'Données personnelles',
  load: async (server) => answerWith<PersonalDataView>(await server.look('personal-data'), 'overdue'),
  draw: (app, data, { id }) => {
    const chosen = data.people.find((one) => one.id === id);
    if (!data.adopted)
      return [title(), h('p', { class: 'empty' }, 'Les fiches apparaîtront ici une fois le classeur adopté.')];
    return chosen === undefined ? whole(app, data) : one(app, data, chosen);
  },
});

type Chosen = PersonalDataView['people'][number];

function title(): HTMLElement {
  return h('h2', { tabindex: '-1', 'data-focus': '' }, 'Données personnelles');
}

function one(app: App, { people }: PersonalDataView, chosen: Chosen): readonly Child[] {
  const own = people.filter(({ id, member }) => member === chosen.id && id !== chosen.id);
  return [
    h(
      'button',
      { type: 'button', class: 'link', onclick: () => app.go('personal-data', {}) },
      icon('back'),
      'Données personnelles',
    ),
    title(),
    personCard(app, chosen),
    own.length === 0 ? null : part('Personnes de cette structure', ...own.map((person) => personCard(app, person))),
  ];
}

function whole(app: App, data: PersonalDataView): readonly Child[] {
  return [
    title(),
    h(
      'p',
      {},
      'Une personne demande ce que vous savez d’elle, ou à être effacée : vous avez un mois pour répondre. Cherchez-la ici.',
    ),
    ...search(app, data.people),
    part(
      'Durée de conservation passée',
      ...(data.overdue.length === 0
        ? [h('p', { class: 'empty' }, 'Aucune fiche à anonymiser. Vous serez prévenue dans « Cette semaine ».')]
        : [
            h('p', { class: 'quiet' }, `${count(data.overdue.length, 'fiche')}. Rien n’est effacé sans vous.`),
            h('ul', { class: 'todo' }, ...data.overdue.map((person) => h('li', {}, overdueCard(app, person)))),
          ]),
    ),
    part(
      'Combien de temps garder',
      h(
        'dl',
        { class: 'known' },
        ...data.times.flatMap(({ label, years }) => [
          h('dt', {}, label.replace(' (années)', '')),
          h('dd', {}, years === 1 ? '1 an' : `${years} ans`),
        ]),
      ),
      quietButton('Changer ces durées', () => app.go('settings')),
    ),
  ];
}

function overdueCard(app: App, person: OverduePerson): HTMLElement {
  const { id, name, why, whole: isWhole, tab, cell, member } = person;
  const see = (): void => {
    if (member !== null) app.go('members', { member });
    else if (cell !== null) app.goTo(tab, cell);
  };
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, name),
    h('p', { class: 'quiet' }, `${id} · ${why}`),
    h(
      'div',
      { class: 'actions' },
      mainButton('Anonymiser…', () => (isWhole ? app.go('personal-data', { id }) : app.act(oldReceipts(id)))),
      quietButton('Voir', see),
    ),
  );
}

/** The record is nameless already: only its old receipts are left, and the preview says which ones stay. */
function oldReceipts(id: string): Action {
  return {
    command: 'erase-person',
    input: { id },
    title: 'Anonymiser d’anciens reçus',
    yes: 'Anonymiser',
  };
}

function search(app: App, people: readonly Chosen[]): readonly HTMLElement[] {
  const field = h('input', {
    type: 'search',
    id: 'person-search',
    'aria-label': 'Chercher une personne ou une structure',
    placeholder: 'Nom d’une personne ou d’une structure',
    autocomplete: 'off',
  });
  const results = h('ul', { class: 'members' });
  field.addEventListener('input', () => {
    const wanted = fold(field.value);
    const found = wanted === '' ? [] : people.filter(({ name, id }) => fold(`${name} ${id}`).includes(wanted));
    const lines = found
      .slice(0, SHOWN)
      .map(({ id, name }) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', class: 'member-line', onclick: () => app.go('personal-data', { id }) },
            h('strong', {}, name),
            h('span', { class: 'quiet' }, id),
          ),
        ),
      );
    const more = found.length - lines.length;
    const none = wanted !== '' && found.length === 0;
    fill(
      results,
      ...lines,
      more > 0 && h('li', { class: 'quiet' }, `et ${count(more, 'autre')} : précisez.`),
      none && h('li', { class: 'quiet' }, 'Personne de ce nom dans « Adhérents », « Contacts » ni « Inscriptions ».'),
    );
  });
  return [h('div', { class: 'member-search' }, field), results];
}
