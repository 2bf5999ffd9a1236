/** « Agenda »: make it, bring it up to date, choose where it and « Séances » differ, see who answered what. */
import type { Answers, CalendarView, Difference, EventItem } from '../../core/views/calendar.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { keepCalendar } from '../flow/calendar.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { count } from '../french.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the calendar. */
export const calendar = defineView<CalendarView>({
  name: 'calendar',
  label: 'Agenda',
  load: async (server) => answerWith<CalendarView>(await server.look('calendar', {}), 'differences'),
  draw: (app, data) => {
    app.badge('calendar', data.differences.filter(({ chosen }) => !chosen).length);
    const title = h('h2', { tabindex: '-1' }, 'Agenda');
    if (data.state === 'none' || data.state === 'lost') return [title, ...invitation(app, data)];
    return [
      title,
      ...standing(app, data),
      ...(data.differences.length === 0 ? [] : [h('h3', {}, 'À choisir')]),
      ...data.differences.map((difference) => differenceCard(app, difference)),
      ...eventPart(data),
      sharing(data),
    ];
  },
});

function invitation(app: App, { state }: CalendarView): readonly Child[] {
  const create = (): void =>
    app.act({ command: 'create-calendar', input: {}, title: 'Créer l’agenda', yes: 'Créer l’agenda' });
  return [
    state === 'lost'
      ? notice(
          'alert',
          'L’agenda de Régie a été supprimé dans Google Agenda. Vous pouvez en créer un autre.',
          'warning',
        )
      : null,
    h(
      'div',
      { class: 'empty' },
      icon('calendar'),
      h(
        'p',
        {},
        'Régie peut tenir un agenda Google des séances : chaque séance confirmée y est inscrite, les personnes qui ont une place y sont invitées, et leurs réponses reviennent ici.',
      ),
    ),
    foot(mainButton('Créer l’agenda', create)),
  ];
}

function standing(app: App, { state, title, exchanged, trouble, waiting }: CalendarView): readonly Child[] {
  const place = h('div', { class: 'sending' });
  const keep = (): void => void keepCalendar(app.server, place).then(() => setTimeout(() => app.go('calendar'), PAUSE));
  return [
    h(
      'p',
      {},
      state === 'coming'
        ? `L’agenda «\u00a0${title ?? 'Séances'}\u00a0» va être créé.`
        : `Agenda «\u00a0${title ?? 'Séances'}\u00a0».`,
      exchanged === null ? '' : ` Dernier échange : ${exchanged}.`,
    ),
    trouble === null ? null : notice('alert', trouble, 'warning'),
    waiting === 0
      ? null
      : h(
          'p',
          { class: 'quiet' },
          `${count(waiting, 'séance attend d’être inscrite', 'séances attendent d’être inscrites')}.`,
        ),
    place,
    foot(mainButton('Mettre à jour maintenant', keep)),
    h('p', { class: 'quiet' }, 'Sinon, Régie le fait toute seule toutes les dix minutes.'),
  ];
}

/** Long enough to read what was done. */
const PAUSE = 2_500;

const WHAT = {
  moved: 'Déplacée à la main dans l’agenda.',
  deleted: 'Supprimée à la main dans l’agenda.',
  orphan: 'La ligne de cette séance n’est plus dans « Séances ».',
} as const;

function differenceCard(app: App, difference: Difference): HTMLElement {
  const { session, title, kind, sheet, calendar: found, agreed, chosen, guests } = difference;
  const settle = (keep: 'sheet' | 'calendar', yes: string) => (): void =>
    app.act({ command: 'settle-calendar-move', input: { session, keep }, title, yes });
  const line = (label: string, value: string | null): Child =>
    value === null ? null : h('p', {}, h('strong', {}, `${label} : `), value);
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, title),
    h(
      'p',
      { class: 'quiet' },
      `${WHAT[kind]} ${guests === 0 ? 'Personne n’est invité.' : `${count(guests, 'invité')}.`}`,
    ),
    line('Dans « Séances »', sheet),
    line('Dans l’agenda', kind === 'deleted' ? 'plus d’événement' : found),
    kind === 'moved' && agreed !== sheet ? line('Dernière date convenue', agreed) : null,
    chosen ? h('p', { class: 'quiet' }, 'Votre choix sera appliqué au prochain échange.') : choices(kind, settle),
  );
}

function choices(
  kind: Difference['kind'],
  settle: (keep: 'sheet' | 'calendar', yes: string) => () => void,
): HTMLElement {
  switch (kind) {
    case 'moved':
      return foot(
        quietButton('Garder la date de l’agenda', settle('calendar', 'Garder la date de l’agenda')),
        quietButton('Remettre celle de « Séances »', settle('sheet', 'Remettre celle de « Séances »')),
      );
    case 'deleted':
      return foot(
        quietButton('Annuler la séance', settle('calendar', 'Annuler la séance')),
        quietButton('La remettre dans l’agenda', settle('sheet', 'La remettre dans l’agenda')),
      );
    case 'orphan':
      return foot(quietButton('Annuler l’événement', settle('sheet', 'Annuler l’événement')));
  }
}

function eventPart({ events, state }: CalendarView): readonly Child[] {
  if (events.length === 0)
    return state === 'ready' ? [h('p', { class: 'quiet' }, 'Aucune séance à venir n’est dans l’agenda.')] : [];
  return [h('h3', {}, `À venir (${events.length})`), h('ol', { class: 'journal' }, ...events.map(eventLine))];
}

function eventLine({ title, when, trouble, link, ...answers }: EventItem): HTMLElement {
  return h(
    'li',
    {},
    h('strong', {}, title),
    h('p', { class: 'quiet' }, when),
    h('p', {}, answersText(answers)),
    link === null ? null : h('p', { class: 'quiet' }, `Visioconférence : ${link}`),
    trouble === null ? null : notice('alert', trouble, 'warning'),
  );
}

function answersText({ guests, yes, no, maybe }: Answers): string {
  if (guests === 0) return 'Personne n’est invité.';
  const said = [
    yes > 0 ? `${yes} oui` : '',
    no > 0 ? `${no} non` : '',
    maybe > 0 ? `${maybe} peut-être` : '',
    guests - yes - no - maybe > 0 ? `${guests - yes - no - maybe} sans réponse` : '',
  ].filter((part) => part !== '');
  return `${count(guests, 'invité')} : ${said.join(', ')}.`;
}

function sharing({ state, title }: CalendarView): Child {
  if (state !== 'ready') return null;
  return h(
    'details',
    {},
    h('summary', {}, 'Partager cet agenda'),
    h(
      'p',
      {},
      `Dans Google Agenda, à gauche, passez la souris sur «\u00a0${title ?? 'Séances'}\u00a0», cliquez sur les trois points, puis sur «\u00a0Paramètres et partage\u00a0». Sous «\u00a0Partager avec des personnes\u00a0», ajoutez une adresse et choisissez «\u00a0Voir tous les détails des événements\u00a0».`,
    ),
    h(
      'p',
      { class: 'quiet' },
      'Qui voit l’agenda voit aussi qui est invité : partagez-le avec votre équipe seulement.',
    ),
  );
}
