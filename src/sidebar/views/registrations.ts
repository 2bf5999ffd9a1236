/** « Inscriptions »: the form, the sessions to come and their seats; a session opens with its people and its queue. */
import type { RegistrationsView, SeatLine } from '../../core/views/registrations.ts';
import { fill, h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { progress } from '../flow/progress.ts';
import { count } from '../french.ts';
import { seatCard } from '../registrations/seat-card.ts';
import { failureText } from '../server.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of registrations. */
export const registrations = defineView<RegistrationsView>({
  name: 'registrations',
  label: 'Inscriptions',
  load: async (server, input) =>
    answerWith<RegistrationsView>(
      await server.look('registrations', typeof input['session'] === 'string' ? { session: input['session'] } : {}),
      'lines',
    ),
  draw: (app, data, input) => {
    const said = typeof input['said'] === 'string' ? input['said'] : null;
    app.badge(
      'registrations',
      data.lines.reduce((sum, { toVerify }) => sum + toVerify, 0),
    );
    if (data.card !== null)
      return [quietButton('Toutes les inscriptions', () => app.go('registrations')), seatCard(app, data.card, data)];
    return [
      h('h2', { tabindex: '-1' }, 'Inscriptions'),
      data.obstacle === null ? null : notice('alert', data.obstacle, 'warning'),
      said === null ? null : notice('check', said, 'success'),
      formPart(app, data),
      ...sessionList(app, data.lines),
    ];
  },
});

function formPart(app: App, { link }: RegistrationsView): HTMLElement {
  const place = h('div', { 'aria-live': 'polite' });
  const make = (text: string, first: boolean) => () => void work(app, place, { text, make: first });
  if (link === null)
    return h(
      'div',
      { class: 'card' },
      h('h3', {}, 'Formulaire d’inscription'),
      h(
        'p',
        {},
        'Régie crée dans votre Drive un formulaire avec les séances ouvertes, et le tient à jour. Les réponses arrivent toutes seules : chacune reçoit sa place ou son rang par e-mail.',
      ),
      h(
        'p',
        { class: 'quiet' },
        'Toute personne qui a son adresse peut y répondre. Rien n’est envoyé tant que vous ne la donnez pas.',
      ),
      mainButton('Créer le formulaire', make('Création du formulaire…', true)),
      place,
    );
  return h(
    'div',
    { class: 'card' },
    h('h3', {}, 'Formulaire d’inscription'),
    h('p', {}, h('a', { href: link, target: '_blank', rel: 'noopener' }, 'Ouvrir le formulaire')),
    h('p', { class: 'quiet' }, 'Les réponses sont relevées à leur arrivée, et toutes les dix minutes.'),
    h(
      'div',
      { class: 'stack' },
      quietButton('Relever les réponses', make('Lecture des réponses…', false)),
      quietButton('Mettre le formulaire à jour', make('Mise à jour du formulaire…', true)),
    ),
    place,
  );
}

/** Reads the form, sends what follows from it, and shows the view anew. */
async function work(
  app: App,
  place: HTMLElement,
  { text, make }: { readonly text: string; readonly make: boolean },
): Promise<void> {
  fill(place, progress(text));
  try {
    const { received, trouble } = await app.server.forms(make);
    if (trouble !== null) {
      fill(place, notice('alert', trouble, 'warning'));
      return;
    }
    await app.server.catchUp();
    const said =
      received === 0 ? 'Aucune réponse nouvelle.' : `${count(received, 'réponse nouvelle', 'réponses nouvelles')}.`;
    app.go('registrations', { said: make ? 'Le formulaire est prêt.' : said });
  } catch (error) {
    fill(place, notice('error', failureText(error), 'error'));
  }
}

function sessionList(app: App, lines: readonly SeatLine[]): readonly Child[] {
  if (lines.length === 0)
    return [h('p', { class: 'empty' }, 'Aucune séance à venir. Confirmez des dates dans « Séances ».')];
  return [
    h('h3', { class: 'part' }, `Séances à venir (${String(lines.length)})`),
    h('ul', { class: 'spaces' }, ...lines.map((line) => h('li', {}, sessionLine(app, line)))),
  ];
}

function sessionLine(app: App, line: SeatLine): HTMLElement {
  const { id, title, when, toVerify } = line;
  return h(
    'button',
    { type: 'button', class: 'space-line', onclick: () => app.go('registrations', { session: id }) },
    h('strong', {}, title),
    h(
      'p',
      { class: `space-state ${toVerify > 0 ? 'soon' : 'taken'}` },
      h('span', { class: 'who' }, when),
      h('span', { class: 'until' }, seatsText(line)),
      toVerify === 0 ? null : h('span', { class: 'until' }, `${count(toVerify, 'personne')} à vérifier`),
    ),
  );
}

/** « 3 inscrits sur 10, 2 en attente »; « 8 inscrits, sans leurs noms » where only « Séances » gives a number. */
export function seatsText({ seated, noted, capacity, waiting }: SeatLine): string {
  if (noted !== null) return `${count(noted, 'inscrit·e', 'inscrits')}, sans leurs noms`;
  const people = count(seated, 'inscrit·e', 'inscrits');
  return [
    capacity === null ? people : `${people} sur ${String(capacity)}`,
    waiting === 0 ? '' : `${String(waiting)} en attente`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
