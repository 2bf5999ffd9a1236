import { byId, element } from './dialogs.ts';
import { agendaLists } from './agenda.ts';
import type { FormLine, MailLine, Places } from './protocol.ts';
import { actInAgenda } from './server.ts';

const SECTIONS = {
  workbook: 'place-workbook',
  forms: 'place-forms',
  agenda: 'place-agenda',
  outbox: 'place-outbox',
} as const;
type Place = keyof typeof SECTIONS;

const EMPTY: Readonly<Record<Exclude<Place, 'workbook'>, readonly [title: string, text: string]>> = {
  forms: [
    'Aucun formulaire',
    'Les formulaires que Régie ouvrira (inscriptions, candidatures) apparaîtront ici, à remplir comme le ferait un invité.',
  ],
  agenda: [
    'Aucun événement',
    'Les séances que Régie inscrira à l’agenda apparaîtront ici, avec leurs invités et leurs réponses.',
  ],
  outbox: [
    'Aucun message envoyé',
    'Chaque message que Régie enverra apparaîtra ici tel que son destinataire le recevrait. Rien ne part de votre ordinateur.',
  ],
};

/** Lets the buttons of the title bar switch places; `read` gives what they list. */
export function installPlaces(read: () => Promise<Places>, refuse: (error: unknown) => void): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.places button')) {
    button.addEventListener('click', () => {
      const place = button.dataset['place'];
      if (isPlace(place)) void goTo(place, read, refuse).catch(refuse);
    });
  }
}

const isPlace = (word: string | undefined): word is Place => word !== undefined && Object.hasOwn(SECTIONS, word);

async function goTo(place: Place, read: () => Promise<Places>, refuse: (error: unknown) => void): Promise<void> {
  for (const button of document.querySelectorAll<HTMLButtonElement>('.places button')) {
    if (button.dataset['place'] === place) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
  for (const [name, id] of Object.entries(SECTIONS)) byId(id).hidden = name !== place;
  window.dispatchEvent(new Event('resize'));
  if (place === 'agenda') showAgenda(await read(), refuse);
  else if (place !== 'workbook') show(place, await read());
}

/** The agenda, with what was unfolded still unfolded after each act. */
function showAgenda({ events }: Places, refuse: (error: unknown) => void): void {
  const section = byId(SECTIONS.agenda);
  const open = [...section.querySelectorAll<HTMLElement>('details[open]')].map(({ dataset }) => dataset['event']);
  const lists = agendaLists(events, (act) => {
    void actInAgenda(act)
      .then((places) => showAgenda(places, refuse))
      .catch(refuse);
  });
  section.replaceChildren(element('h2', '', 'Agenda'), ...(lists.length === 0 ? [emptyState('agenda')] : lists));
  for (const box of section.querySelectorAll<HTMLDetailsElement>('details'))
    box.open = open.includes(box.dataset['event']);
}

function show(place: Exclude<Place, 'workbook' | 'agenda'>, places: Places): void {
  const lines = {
    forms: () => places.forms.map(formLine),
    outbox: () => places.mails.map(mailLine),
  }[place]();
  const section = byId(SECTIONS[place]);
  const label = section.getAttribute('aria-label') ?? '';
  section.replaceChildren(element('h2', '', label), ...(lines.length === 0 ? [emptyState(place)] : [list(lines)]));
}

function emptyState(place: Exclude<Place, 'workbook'>): HTMLElement {
  const [title, text] = EMPTY[place];
  const box = element('div', 'empty', '');
  box.append(element('h3', '', title), element('p', '', text));
  return box;
}

function list(lines: readonly HTMLElement[]): HTMLElement {
  const made = element('ul', 'lines', '');
  for (const line of lines) {
    const item = element('li', '', '');
    item.append(line);
    made.append(item);
  }
  return made;
}

function formLine({ title, address, accepting, answers }: FormLine): HTMLElement {
  const state = accepting ? 'ouvert' : 'fermé';
  const made = line(title, `Formulaire ${state} · ${answers} ${answers > 1 ? 'réponses' : 'réponse'}`);
  const link = element('a', '', 'Remplir ce formulaire');
  link.href = address;
  link.target = '_blank';
  made.append(link);
  return made;
}

const sent = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' });

function mailLine({ to, subject, sentAt, text, html }: MailLine): HTMLElement {
  const made = element('details', 'mail', '');
  const summary = element('summary', '', '');
  summary.append(
    element('strong', '', subject === '' ? '(sans objet)' : subject),
    element('span', '', ` · à ${to} · ${sent.format(new Date(sentAt))}`),
  );
  made.append(summary, html === null ? element('pre', '', text) : mailFrame(html));
  return made;
}

/** The mail as its recipient reads it: no script runs, links open in a new window. */
function mailFrame(html: string): HTMLElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox');
  frame.title = 'Le message tel qu’il est reçu';
  // The forms of local Google are filled in here, whatever address the mail gives.
  const here = html.replaceAll('https://docs.google.com/forms/', `${window.location.origin}/forms/`);
  frame.srcdoc = `<!doctype html><html lang="fr"><head><base target="_blank"></head><body>${here}</body></html>`;
  return frame;
}

function line(title: string, details: string): HTMLElement {
  const made = element('div', '', '');
  made.append(element('strong', '', title), element('p', '', details));
  return made;
}
