/** « Réservations »: book the room or the studio, see what is booked, call it off; the free hours of the year. */
import type { BookingItem, BookingsView } from '../../core/views/bookings.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import type { Form } from '../form.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of bookings. */
export const bookings = defineView<BookingsView>({
  name: 'bookings',
  label: 'Réservations',
  load: async (server) => answerWith<BookingsView>(await server.look('bookings', {}), 'bookings'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, 'Réservations'),
    foot(mainButton('Réserver une salle', () => app.ask(bookingForm(data)))),
    ...(data.bookings.length === 0
      ? [h('div', { class: 'empty' }, icon('place'), h('p', {}, 'Rien n’est réservé à partir d’aujourd’hui.'))]
      : [
          h('h3', {}, `À venir (${data.bookings.length})`),
          h('ol', { class: 'journal' }, ...data.bookings.map((item) => bookingLine(app, item))),
        ]),
    ...freePart(app, data),
  ],
});

function bookingForm({ spaces, members }: BookingsView): Form {
  return {
    title: 'Réserver une salle',
    intro: 'Si le lieu est pris, Régie propose trois autres possibilités.',
    fields: [
      {
        kind: 'select',
        name: 'space',
        label: 'Lieu',
        choices: spaces.map((space) => ({ value: space, label: space })),
        value: spaces[0] ?? '',
        required: true,
      },
      { kind: 'date', name: 'date', label: 'Jour', required: true },
      { kind: 'text', name: 'start', label: 'De', help: 'Par exemple 14:00 ou 14h.', required: true },
      { kind: 'text', name: 'end', label: 'À', required: true },
      { kind: 'pick', name: 'member', label: 'Adhérent', help: 'Vide pour une personne extérieure.', choices: members },
      { kind: 'text', name: 'person', label: 'Nom de la personne' },
      { kind: 'text', name: 'purpose', label: 'Objet' },
    ],
    action: (values) => {
      if (values.text('member') === null && values.text('person') === null)
        return { errors: { person: 'Choisissez un adhérent, ou écrivez un nom.' } };
      const input = {
        space: values.text('space') ?? '',
        date: values.day('date') ?? '',
        start_time: values.text('start'),
        end_time: values.text('end'),
        member: values.text('member'),
        person: values.text('person'),
        purpose: values.text('purpose'),
      };
      return { command: 'book-space', input, title: 'Réserver une salle', yes: 'Réserver' };
    },
  };
}

function bookingLine(app: App, { id, when, who, purpose, free }: BookingItem): HTMLElement {
  const cancel = (): void =>
    app.act({
      command: 'cancel-booking',
      input: { id },
      title: 'Annuler la réservation',
      yes: 'Annuler la réservation',
    });
  return h(
    'li',
    {},
    h('strong', {}, when),
    h('p', {}, [who, purpose].filter((part) => part !== null && part !== '').join(' – ')),
    h('p', { class: 'quiet' }, free ? 'Gratuite' : 'Payante'),
    foot(quietButton('Annuler la réservation', cancel)),
  );
}

function freePart(app: App, { free, year }: BookingsView): readonly Child[] {
  if (free.length === 0) return [];
  return [
    h('h3', {}, `Heures offertes en ${year}`),
    h(
      'ul',
      {},
      ...free.map(({ space, hours, value }) =>
        h('li', {}, `${space} : ${hours}${value === null ? ', valeur à fixer' : `, soit ${value}`}`),
      ),
    ),
    h(
      'p',
      { class: 'quiet' },
      'À reprendre dans les contributions en nature de votre budget : 861 en charges, 87 en produits.',
    ),
    foot(quietButton('Fixer la valeur d’une heure', () => app.go('settings'))),
  ];
}
