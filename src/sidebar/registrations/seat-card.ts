/** The people of a session: who has a seat, who waits at which rank, who is to be checked, and why. */
import type { RegistrationsView, SeatPerson } from '../../core/views/registrations.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { count } from '../french.ts';
import type { Form } from '../form.ts';
import type { App } from '../view.ts';

type Card = NonNullable<RegistrationsView['card']>;

const TITLES: Readonly<Record<SeatPerson['group'], string>> = {
  to_verify: 'À vérifier',
  seated: 'Ont une place',
  waiting: 'Liste d’attente',
  out: 'Sans place',
};

/** The card of a session's registrations. */
export function seatCard(app: App, card: Card, data: RegistrationsView): HTMLElement {
  const groups = Object.keys(TITLES) as SeatPerson['group'][]; // Its keys are the groups.
  return h(
    'div',
    { class: 'card' },
    h('h2', { tabindex: '-1' }, card.title),
    h('p', { class: 'state' }, card.when),
    h('p', {}, card.capacity === null ? 'Sans limite de places.' : `${String(card.capacity)} places.`),
    h(
      'div',
      { class: 'stack' },
      mainButton('Inscrire une personne…', () => app.ask(addForm(card, data))),
      quietButton('Voir la séance', () => app.go('sessions', { session: card.id })),
    ),
    ...(card.people.length === 0 ? [h('p', { class: 'empty' }, 'Personne n’est inscrit.')] : []),
    ...groups.flatMap((group) => section(app, group, card, data)),
  );
}

function section(app: App, group: SeatPerson['group'], card: Card, data: RegistrationsView): readonly Child[] {
  const people = card.people.filter((person) => person.group === group);
  if (people.length === 0) return [];
  return [
    h('h3', { class: 'part' }, `${TITLES[group]} – ${count(people.length, 'personne')}`),
    h('ul', { class: 'people' }, ...people.map((person) => h('li', {}, personBox(app, person, data)))),
  ];
}

function personBox(app: App, person: SeatPerson, data: RegistrationsView): HTMLElement {
  const { name, organisation, state, why, group } = person;
  const act = (label: string, press: () => void) => {
    const button = quietButton(label, press);
    button.setAttribute('aria-label', `${label.replace('…', '')} : ${name}`);
    return button;
  };
  return h(
    'div',
    {},
    h('strong', {}, name),
    h('p', { class: 'quiet' }, [organisation, state].filter((part) => part !== null).join(' · ')),
    why === null ? null : h('details', {}, h('summary', {}, 'Pourquoi ?'), h('p', {}, why)),
    h(
      'div',
      { class: 'row' },
      group === 'to_verify' || group === 'out'
        ? act('Donner une place…', () => app.ask(acceptForm(person, data)))
        : null,
      group === 'out' ? null : act('Retirer…', () => app.ask(withdrawForm(person))),
    ),
  );
}

const tell = {
  kind: 'tick',
  name: 'tell',
  label: 'Prévenir la personne par e-mail',
  value: true,
} as const;

function withdrawForm({ id, name, group }: SeatPerson): Form {
  return {
    title: `Retirer ${name}`,
    intro: group === 'seated' ? 'Sa place va à la première personne en attente.' : 'La personne quitte la liste.',
    fields: [tell],
    action: (values) => ({
      command: 'change-registration',
      input: { id, change: 'withdraw', tell: values.flag('tell') },
      title: `Retirer ${name}`,
      yes: 'Retirer',
    }),
  };
}

function acceptForm({ id, name, group }: SeatPerson, { members }: RegistrationsView): Form {
  return {
    title: `Donner une place à ${name}`,
    intro: 'Si la séance est complète, la personne entre sur la liste d’attente.',
    fields: [
      ...(group === 'to_verify'
        ? [
            {
              kind: 'pick',
              name: 'member',
              label: 'Adhérent',
              help: 'Vide : la personne n’est d’aucune structure adhérente.',
              choices: members.map((member) => ({ value: member.id, label: `${member.name} (${member.id})` })),
            } as const,
          ]
        : []),
      tell,
    ],
    action: (values) => ({
      command: 'change-registration',
      input: {
        ...{ id, change: 'accept', tell: values.flag('tell') },
        ...(group === 'to_verify' ? { member: values.text('member') } : {}),
      },
      title: `Donner une place à ${name}`,
      yes: 'Donner la place',
    }),
  };
}

function addForm(card: Card, { members }: RegistrationsView): Form {
  const isFull = card.capacity !== null && card.seated >= card.capacity;
  return {
    title: 'Inscrire une personne',
    intro: `${card.title}, ${card.when}.`,
    fields: [
      { kind: 'text', name: 'name', label: 'Prénom et nom', required: true, most: 200 },
      { kind: 'email', name: 'email', label: 'E-mail', help: 'Sans adresse, aucun message ne part.' },
      {
        kind: 'pick',
        name: 'member',
        label: 'Adhérent',
        choices: members.map(({ id, name }) => ({ value: id, label: `${name} (${id})` })),
      },
      { kind: 'text', name: 'network', label: 'Réseau partenaire', help: 'Pour qui n’est pas adhérent.', most: 100 },
      ...(isFull
        ? [{ kind: 'tick', name: 'force', label: 'Donner une place de plus que prévu', value: false } as const]
        : []),
      tell,
    ],
    action: (values) => ({
      command: 'add-registration',
      input: {
        ...{ session: card.id, name: values.text('name') ?? '', email: values.text('email') },
        ...{ member: values.text('member'), network: values.text('network') },
        ...{ force: isFull && values.flag('force'), tell: values.flag('tell') },
      },
      title: 'Inscrire une personne',
      yes: 'Inscrire',
    }),
  };
}
