/** One organisation or person: the file to hand over, and the way to erase it. */
import type { Dossier } from '../../core/privacy/dossier.ts';
import { dossierFileName, dossierJson, dossierPage } from '../../core/privacy/dossier-page.ts';
import type { DossierView } from '../../core/views/dossier.ts';
import { announce, fill, focusOn, h } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { progress } from '../flow/progress.ts';
import { count } from '../french.ts';
import type { Form } from '../form.ts';
import { saveFile } from '../save-file.ts';
import { failureText } from '../server.ts';
import { answerWith } from '../view.ts';
import type { App } from '../view.ts';

/** Who the card is about. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** True once the name has been replaced. */
  readonly erased: boolean;
}

/** The card, with its two buttons; the file is only made when she asks for it. */
export function personCard(app: App, person: Person): HTMLElement {
  const place = h('div', {});
  const prepare = (): void => void prepared(app, person, place);
  return h(
    'article',
    { class: 'card', 'aria-label': person.name },
    h('h4', {}, person.name),
    h('p', { class: 'quiet' }, person.id),
    h(
      'div',
      { class: 'actions' },
      quietButton('Préparer l’export', prepare),
      person.erased ? null : quietButton('Effacer…', () => app.ask(eraseForm(person))),
    ),
    place,
  );
}

async function prepared(app: App, { id }: Person, place: HTMLElement): Promise<void> {
  fill(place, progress('Lecture de tous les onglets…'));
  try {
    const { dossier, association } = answerWith<DossierView>(await app.server.look('dossier', { id }), 'dossier');
    if (dossier === null) return fill(place, notice('alert', 'Cette fiche n’est plus dans le classeur.', 'warning'));
    const found = exportOf(dossier, association);
    fill(place, found);
    announce('L’export est prêt.');
    focusOn(found.querySelector('button'));
  } catch (error) {
    fill(place, notice('error', failureText(error), 'error'));
  }
}

function exportOf(dossier: Dossier, association: string): HTMLElement {
  const rows = dossier.tabs.reduce((sum, tab) => sum + tab.rows.length, 0);
  const save = (ending: 'html' | 'json', text: string): void =>
    saveFile({
      name: dossierFileName(dossier, ending),
      type: `${ending === 'html' ? 'text/html' : 'application/json'};charset=utf-8`,
      text,
    });
  return h(
    'div',
    { class: 'part' },
    h('p', {}, `${count(rows, 'ligne')} dans ${count(dossier.tabs.length, 'onglet')}.`),
    h(
      'ul',
      { class: 'changes' },
      ...dossier.tabs.map(({ tab, rows: some }) =>
        h('li', {}, h('span', { class: 'tab-name' }, tab), h('span', { class: 'quiet' }, foundIn(some))),
      ),
    ),
    h(
      'div',
      { class: 'actions' },
      mainButton('Télécharger la page à lire', () => save('html', dossierPage(dossier, association))),
      quietButton('Télécharger les données (JSON)', () => save('json', dossierJson(dossier))),
    ),
    h(
      'p',
      { class: 'quiet' },
      'Relisez la page avant de la donner : ce qui a été trouvé par le nom peut concerner une autre personne du même nom.',
    ),
  );
}

function foundIn(rows: Dossier['tabs'][number]['rows']): string {
  const named = rows.filter(({ found }) => found === 'name').length;
  const mentions = rows.filter(({ found }) => found === 'mention').length;
  const sure = rows.length - named - mentions;
  return [
    sure === 0 ? null : count(sure, 'ligne'),
    named === 0 ? null : `${count(named, 'ligne')} par le nom`,
    mentions === 0 ? null : count(mentions, 'mention'),
  ]
    .filter((text) => text !== null)
    .join(', ');
}

/** The first confirmation: the name, typed; the second is asked in the preview. */
function eraseForm({ id, name }: Person): Form {
  return {
    title: `Effacer « ${name} »`,
    intro:
      'Le nom, les coordonnées et les remarques disparaissent partout. Les comptes et les nombres restent. Cela ne s’annule pas : préparez d’abord l’export si cette personne le demande.',
    fields: [
      {
        kind: 'text',
        name: 'confirm',
        label: 'Pour confirmer, tapez son nom',
        help: name,
        required: true,
      },
    ],
    action: (values) => ({
      command: 'erase-person',
      input: { id, confirm: values.text('confirm') ?? '' },
      title: `Effacer « ${name} »`,
      yes: 'Effacer pour toujours',
    }),
  };
}
