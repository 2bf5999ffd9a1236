import { element } from './dialogs.ts';
import type { AgendaAct, EventLine, GuestAnswer } from './protocol.ts';

const ANSWERS: readonly (readonly [Exclude<GuestAnswer, 'needsAction'>, string])[] = [
  ['accepted', 'Oui'],
  ['declined', 'Non'],
  ['tentative', 'Peut-être'],
];
const NOTICES = {
  invitation: 'Invitation envoyée à',
  update: 'Changement annoncé à',
  cancellation: 'Annulation annoncée à',
} as const;

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const instant = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

/** The agenda as its owner and its guests see it, by month; what they do goes to `act`. */
export function agendaLists(events: readonly EventLine[], act: (act: AgendaAct) => void): HTMLElement[] {
  const months = [...new Set(events.map(({ start }) => start.slice(0, 7)))];
  return months.map((key) => {
    const section = element('section', 'agenda', '');
    section.append(element('h3', '', month.format(new Date(`${key}-01T00:00:00Z`))));
    for (const event of events.filter(({ start }) => start.startsWith(key))) section.append(eventBox(event, act));
    return section;
  });
}

function eventBox(event: EventLine, act: (act: AgendaAct) => void): HTMLElement {
  const box = element('details', 'event', '');
  box.dataset['event'] = event.id;
  const summary = element('summary', '', '');
  summary.append(
    element('strong', event.cancelled ? 'cancelled' : '', event.title),
    element('span', '', ` · ${when(event)}${event.place === '' ? '' : ` · ${event.place}`}`),
    element('span', 'count', event.cancelled ? ' · annulé' : ` · ${guestCount(event)}`),
  );
  box.append(summary);
  if (event.description !== '') box.append(element('pre', '', event.description));
  if (event.link !== '') box.append(element('p', '', `Visioconférence : ${event.link}`));
  if (!event.cancelled) {
    box.append(...guestPart(event, act), ...ownerPart(event, act));
  }
  if (event.notices.length > 0) box.append(element('h4', '', 'Messages de Google aux invités'), noticeList(event));
  return box;
}

function guestPart(event: EventLine, act: (act: AgendaAct) => void): HTMLElement[] {
  if (event.guests.length === 0) return [element('p', '', 'Personne n’est invité.')];
  const list = element('ul', 'guests', '');
  for (const { address, answer } of event.guests) {
    const item = element('li', '', '');
    item.append(element('span', 'guest', address), element('span', 'answer', answerText(answer)));
    for (const [value, label] of ANSWERS) {
      const button = element('button', 'quiet', label);
      button.type = 'button';
      button.setAttribute('aria-pressed', String(answer === value));
      button.setAttribute('aria-label', `${address} répond « ${label} »`);
      button.addEventListener('click', () => act({ ...place(event), act: 'answer', address, answer: value }));
      item.append(button);
    }
    list.append(item);
  }
  return [element('h4', '', 'Répondre comme un invité'), list];
}

function ownerPart(event: EventLine, act: (act: AgendaAct) => void): HTMLElement[] {
  const form = element('form', 'move-form', '');
  const isTimed = event.start.length > 10;
  const start = field('Début', isTimed ? 'datetime-local' : 'date', event.start);
  const end = field('Fin', isTimed ? 'datetime-local' : 'date', event.end);
  const where = field('Lieu', 'text', event.place);
  const move = element('button', 'quiet', 'Déplacer dans l’agenda');
  move.type = 'submit';
  const remove = element('button', 'quiet', 'Supprimer de l’agenda');
  remove.type = 'button';
  remove.addEventListener('click', () => act({ ...place(event), act: 'remove' }));
  form.append(start.label, end.label, where.label, move, remove);
  form.addEventListener('submit', (submitted) => {
    submitted.preventDefault();
    const [from, to] = [start.input.value, end.input.value];
    act({ ...place(event), act: 'move', start: from, end: to, place: where.input.value });
  });
  return [element('h4', '', 'Le modifier comme vous le feriez dans Google Agenda'), form];
}

function field(text: string, type: string, value: string): { label: HTMLElement; input: HTMLInputElement } {
  const label = element('label', '', `${text} `);
  const input = element('input', '', '');
  input.type = type;
  input.required = type !== 'text';
  input.value = value;
  label.append(input);
  return { label, input };
}

function noticeList({ notices }: EventLine): HTMLElement {
  const list = element('ul', 'notices-sent', '');
  for (const { at, kind, to } of notices)
    list.append(element('li', '', `${NOTICES[kind]} ${to} le ${instant.format(new Date(at))}`));
  return list;
}

const place = ({ calendarId, id }: EventLine) => ({ calendarId, eventId: id });

function answerText(answer: GuestAnswer): string {
  return ANSWERS.find(([value]) => value === answer)?.[1] ?? 'sans réponse';
}

function guestCount({ guests }: EventLine): string {
  if (guests.length === 0) return 'aucun invité';
  const coming = guests.filter(({ answer }) => answer === 'accepted').length;
  const invited = `${guests.length} ${guests.length > 1 ? 'invités' : 'invité'}`;
  return coming === 0 ? invited : `${invited}, ${coming} oui`;
}

function when({ start, end }: EventLine): string {
  const said = day.format(new Date(`${start.slice(0, 10)}T00:00:00Z`));
  if (start.length === 10) return said;
  const time = (text: string) => text.slice(11, 16).replace(':', ' h ');
  return `${said}, ${time(start)} – ${time(end)}`;
}
