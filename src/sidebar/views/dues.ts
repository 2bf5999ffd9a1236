/** « Cotisations »: who owes what, and for each fee the buttons that settle it. */
import type { DuesFilter, DuesView } from '../../core/views/dues.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import { count, number } from '../french.ts';
import { icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';
import { feeCard } from './dues-card.ts';
import { statementForm } from './dues-forms.ts';
import { sum } from './money.ts';

const PAGE = 50;
const FILTERS: Readonly<Record<DuesFilter, string>> = {
  owing: 'À payer',
  late: 'En retard',
  late30: 'Retard de plus de 30 jours',
  late60: 'Retard de plus de 60 jours',
  late90: 'Retard de plus de 90 jours',
  unknown: 'On ne sait pas',
  paid: 'Payées',
  waived: 'Dispensées',
  all: 'Toutes',
};

/** The view of dues. */
export const dues = defineView<DuesView>({
  name: 'dues',
  label: 'Cotisations',
  load: async (server, input) => answerWith<DuesView>(await server.look('dues', input), 'items'),
  draw: (app, data, input) => {
    app.badge('dues', data.counts.late);
    return [
      h('h2', { tabindex: '-1' }, `Cotisations ${data.year}`),
      ...totals(data),
      callCard(app, data),
      campaignCard(app, data),
      memberChip(app, input),
      filters(app, data, input),
      list(app, data),
      pages(app, data, input),
      tools(app),
    ];
  },
});

function totals({ totals: { asked, paid, open }, counts }: DuesView): readonly Child[] {
  if (counts.all === 0) return [];
  const figure = (amount: string, noun: string): HTMLElement =>
    h('li', {}, h('div', { class: 'figure' }, h('strong', {}, amount), h('span', {}, noun)));
  return [
    h(
      'ul',
      { class: 'figures' },
      figure(sum(asked), 'demandés'),
      figure(sum(paid), 'reçus'),
      figure(sum(open), 'à recevoir'),
    ),
  ];
}

function callCard(app: App, { toCall, year, counts }: DuesView): Child {
  if (toCall === 0) return null;
  const title = `Appeler les cotisations ${year}`;
  return h(
    'div',
    { class: 'card call' },
    h('h3', {}, title),
    h(
      'p',
      {},
      counts.all === 0
        ? `${count(toCall, 'adhérent')} à appeler : Régie crée une ligne par adhérent, avec son montant et sa raison.`
        : `${count(toCall, 'cotisation')} ${toCall < 2 ? 'n’est pas encore appelée' : 'ne sont pas encore appelées'} : Régie complète ce qui manque, sans rien écraser.`,
    ),
    mainButton('Appeler les cotisations', () =>
      app.act({ command: 'call-dues', input: { year }, title, yes: 'Appeler les cotisations' }),
    ),
  );
}

function campaignCard(app: App, { campaign, year, counts }: DuesView): Child {
  const steps = campaign.filter(({ ready, prepared }) => ready + prepared > 0);
  if (counts.all === 0 || steps.length === 0) return null;
  const rows = steps.map(({ step, label, ready, prepared }) => {
    const title = `${label} ${year}`;
    const input = { year, step };
    const said = [
      ready > 0 ? `${number(ready)} à préparer` : '',
      prepared > 0 ? `${number(prepared)} dans « Envois »` : '',
    ];
    return h(
      'li',
      {},
      h('h4', {}, label),
      h('p', { class: 'quiet' }, said.filter((one) => one !== '').join(', ')),
      ready === 0
        ? null
        : foot(
            quietButton('Voir les messages', () =>
              app.act({ command: 'send-dues-campaign', input, title, yes: 'Préparer ces messages' }),
            ),
            quietButton('M’envoyer un essai', () =>
              app.act({
                command: 'send-dues-campaign',
                input: { ...input, test: true },
                title: `Essai : ${title}`,
                yes: 'M’envoyer cet essai',
              }),
            ),
          ),
    );
  });
  return h('div', { class: 'card' }, h('h3', {}, `Messages ${year}`), h('ul', { class: 'steps-list' }, ...rows));
}

/** When the list holds one member only, what brings the others back. */
function memberChip(app: App, input: ViewInput): Child {
  if (typeof input['member'] !== 'string') return null;
  return foot(quietButton('Voir toutes les structures', () => app.go('dues')));
}

function filters(app: App, data: DuesView, input: ViewInput): HTMLElement {
  const change = (part: ViewInput): void => app.go('dues', { ...input, offset: 0, ...part });
  const search = h('input', {
    id: 'dues-search',
    type: 'search',
    placeholder: 'Chercher une structure',
    'aria-label': 'Chercher une structure',
    value: typeof input['search'] === 'string' ? input['search'] : '',
  });
  search.addEventListener('change', () =>
    change({ search: search.value.slice(0, 200), filter: search.value === '' ? data.filter : 'all' }),
  );
  const kinds = Object.entries(FILTERS) as [DuesFilter, string][];
  return h(
    'div',
    { class: 'filters' },
    search,
    select({
      id: 'dues-filter',
      label: 'Quelles cotisations',
      value: data.filter,
      choices: kinds
        .filter(
          ([filter]) => filter === data.filter || filter === 'all' || filter === 'owing' || data.counts[filter] > 0,
        )
        .map(([filter, label]) => ({ value: filter, label: `${label} (${number(data.counts[filter])})` })),
      choose: (filter) => change({ filter }),
    }),
    select({
      id: 'dues-year',
      label: 'Année',
      value: String(data.year),
      choices: data.years.map((year) => ({ value: String(year), label: String(year) })),
      choose: (year) => change({ year: Number(year) }),
    }),
  );
}

function list(app: App, { items, counts, filter, year }: DuesView): HTMLElement {
  if (items.length > 0)
    return h('ul', { class: 'dues' }, ...items.map((item) => h('li', {}, feeCard(app, item, year))));
  const text =
    counts.all === 0
      ? `Aucune cotisation ${year} pour l’instant.`
      : filter === 'owing'
        ? 'Toutes les cotisations sont réglées. Bravo !'
        : 'Aucune cotisation ici.';
  return h('div', { class: 'empty' }, icon('check'), h('p', {}, text));
}

function pages(app: App, { offset, total, items }: DuesView, input: ViewInput): Child {
  if (total <= items.length) return null;
  const move = (to: number) => (): void => app.go('dues', { ...input, offset: Math.max(0, to) });
  return foot(
    offset > 0 ? quietButton('Précédentes', move(offset - PAGE)) : null,
    offset + items.length < total ? quietButton('Suivantes', move(offset + PAGE)) : null,
  );
}

function tools(app: App): HTMLElement {
  return h(
    'section',
    { class: 'part' },
    h('h3', {}, 'Outils'),
    foot(
      quietButton('Rapprocher un relevé de banque', () => app.ask(statementForm())),
      quietButton('Faire la balance âgée', () =>
        app.act({ command: 'build-ageing', input: {}, title: 'Faire la balance âgée', yes: 'Faire la balance' }),
      ),
      quietButton('Tarifs et réglages', () => app.go('settings')),
    ),
  );
}
