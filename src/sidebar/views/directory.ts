/** « Annuaire »: build it, take its files for the site, see who is not in it and why. */
import type { Unlisted } from '../../core/directory/entries.ts';
import { directoryCsv, directoryFile } from '../../core/directory/files.ts';
import type { DirectoryView } from '../../core/views/directory.ts';
import { announce, h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice, part } from '../flow/preview.ts';
import { count, number } from '../french.ts';
import { saveFile } from '../save-file.ts';
import type { PageFile } from '../save-file.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

const SHOWN = 30;

/** The view of the directory. */
export const directory = defineView<DirectoryView>({
  name: 'directory',
  label: 'Annuaire',
  load: async (server) => answerWith<DirectoryView>(await server.look('directory'), 'entries'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, 'Annuaire'),
    ...(data.counted === 0 && data.standing.state === 'absent'
      ? [h('p', { class: 'empty' }, 'L’annuaire se construira ici dès qu’il y aura des adhérents.')]
      : [standing(data), card(app, data), files(data), ...absences(app, data)]),
  ],
});

function standing({ standing: { state, names } }: DirectoryView): Child {
  switch (state) {
    case 'absent':
    case 'current':
      return null;
    case 'behind':
      return notice('refresh', 'L’onglet « Annuaire » n’est plus à jour.', 'info');
    case 'excessive':
      return notice(
        'alert',
        `L’onglet « Annuaire » en dit trop : ${names.slice(0, 3).join(', ')}${names.length > 3 ? '…' : ''}. Reconstruisez-le, puis remplacez le fichier de votre site.`,
        'warning',
      );
  }
}

function card(app: App, data: DirectoryView): HTMLElement {
  const isBuilt = data.standing.state !== 'absent';
  const build = isBuilt ? 'Reconstruire l’annuaire' : 'Construire l’annuaire';
  return h(
    'div',
    { class: 'card' },
    h('p', { class: 'state' }, `${count(data.entries.length, 'structure')} sur ${count(data.counted, 'adhérent')}`),
    h(
      'p',
      { class: 'quiet' },
      'N’y sont que les structures et les personnes qui l’ont accepté, avec les seules mentions qu’elles ont acceptées.',
    ),
    h(
      'div',
      { class: 'stack' },
      mainButton(build, () => app.act({ command: 'build-directory', input: {}, title: null, yes: build })),
      isBuilt ? quietButton('Voir l’onglet', () => app.goTo(data.tab, 'A1')) : null,
    ),
  );
}

function files({ entries, association, today }: DirectoryView): HTMLElement {
  const save = (file: Omit<PageFile, 'name'>, extension: string): void => {
    saveFile({ ...file, name: `annuaire-${today}.${extension}` });
    announce('Le fichier est dans vos téléchargements.');
  };
  const nothing = entries.length === 0;
  return part(
    'Pour votre site',
    h('p', { class: 'quiet' }, 'Ces fichiers disent ce qui est accepté aujourd’hui, et rien d’autre.'),
    h(
      'div',
      { class: 'stack' },
      quietButton(
        'Télécharger l’annuaire (CSV)',
        () => save({ type: 'text/csv;charset=utf-8', text: directoryCsv(entries) }, 'csv'),
        nothing,
      ),
      quietButton(
        'Télécharger l’annuaire (JSON)',
        () => {
          const text = `${JSON.stringify(directoryFile({ association, date: today, entries }), null, 2)}\n`;
          save({ type: 'application/json', text }, 'json');
        },
        nothing,
      ),
    ),
  );
}

const reasons: readonly { readonly why: Unlisted['why']; readonly title: string; readonly text: string }[] = [
  { why: 'silent', title: 'Sans réponse', text: 'Ouvrez une fiche, puis « Noter un consentement ».' },
  { why: 'refused', title: 'Accord refusé ou retiré', text: 'Ils restent adhérents, sans être nommés.' },
  {
    why: 'doubtful',
    title: 'Une cellule à corriger',
    text: 'Voyez « À vérifier » : une cellule illisible laisse un doute.',
  },
];

function absences(app: App, { unlisted, withheld }: DirectoryView): readonly Child[] {
  return [
    ...reasons.map(({ why, title, text }) =>
      group(app, { title, text, members: unlisted.filter((one) => one.why === why) }),
    ),
    group(app, {
      title: 'Coordonnées laissées de côté',
      text: 'L’adresse ou le numéro est celui d’une personne : notez aussi son accord à elle.',
      members: withheld,
    }),
  ];
}

interface Group {
  readonly title: string;
  readonly text: string;
  readonly members: readonly { readonly id: string; readonly name: string }[];
}

function group(app: App, { title, text, members }: Group): Child {
  if (members.length === 0) return null;
  const rest = members.length - SHOWN;
  return h(
    'details',
    { class: 'fold', id: `directory-${title}` },
    h('summary', {}, `${title} (${number(members.length)})`),
    h('p', { class: 'quiet' }, text),
    h(
      'ul',
      { class: 'members' },
      ...members
        .slice(0, SHOWN)
        .map(({ id, name }) =>
          h(
            'li',
            {},
            h(
              'button',
              { type: 'button', class: 'member-line', onclick: () => app.go('members', { member: id, among: 'all' }) },
              h('strong', {}, name),
            ),
          ),
        ),
    ),
    rest > 0 ? h('p', { class: 'quiet' }, `et ${count(rest, 'autre')} dans « Adhérents ».`) : null,
  );
}
