/** « Budget »: balanced or not, self-financed how far; build it, keep a version, compare two. */
import { euros } from '../../core/french.ts';
import type { BudgetView, VersionItem } from '../../core/views/budget.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import type { Form } from '../form.ts';
import { count, percent } from '../french.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';

/** The view of the budget. */
export const budget = defineView<BudgetView>({
  name: 'budget',
  label: 'Budget',
  load: async (server) => answerWith<BudgetView>(await server.look('budget'), 'versions'),
  draw: (app, data) => [
    h('h2', { tabindex: '-1' }, data.year === null ? 'Budget' : `Budget ${data.year}`),
    ...(data.missing === null ? content(app, data) : [h('p', { class: 'empty' }, data.missing)]),
  ],
});

function content(app: App, data: BudgetView): readonly Child[] {
  return [
    h(
      'div',
      { class: 'card' },
      balance(data),
      h(
        'dl',
        { class: 'facts' },
        ...fact('Charges', euros(data.expense)),
        ...fact('Produits', euros(data.income)),
        ...fact('Autofinancement', data.rate === null ? 'non calculable' : percent(data.rate)),
      ),
      h('p', { class: 'quiet' }, data.definition),
      data.unsorted === 0
        ? null
        : notice(
            'alert',
            `${count(data.unsorted, 'ligne est', 'lignes sont')} « À classer » : choisissez leur « Ligne du formulaire » dans l’onglet « Budget ».`,
            'warning',
          ),
      h(
        'div',
        { class: 'stack' },
        mainButton(data.sheet === null ? 'Construire le budget' : 'Reconstruire le budget', () =>
          app.act({ command: 'build-budget', input: {}, title: null, yes: null }),
        ),
        data.sheet === null ? null : quietButton('Voir la feuille', () => app.goTo(data.sheet ?? '', 'A1')),
        data.projects.length === 0
          ? null
          : quietButton('Budget d’un projet…', () => app.ask(projectForm(data.projects))),
        quietButton('Voir les lignes', () => app.goTo(data.tab, 'A1')),
      ),
    ),
    h('h3', { class: 'part' }, 'Versions'),
    data.versions.length === 0
      ? h(
          'p',
          { class: 'quiet' },
          'Gardez le budget tel qu’il est quand il est voté, ou envoyé à un financeur : vous pourrez toujours le comparer.',
        )
      : h('ul', { class: 'todo' }, ...data.versions.map((one) => h('li', {}, versionCard(app, one)))),
    h(
      'div',
      { class: 'stack' },
      quietButton('Garder cette version…', () => app.ask(keepForm())),
      data.versions.length < 2
        ? null
        : quietButton('Comparer deux versions…', () => app.ask(compareForm(data.versions))),
    ),
  ];
}

function balance({ expense, income }: BudgetView): HTMLElement {
  const gap = income - expense;
  if (gap === 0) return h('p', { class: 'state' }, 'Équilibré');
  const text = gap > 0 ? 'Les produits dépassent les charges de' : 'Les charges dépassent les produits de';
  return notice('alert', `${text} ${euros(Math.abs(gap))}.`, 'warning');
}

function fact(name: string, value: string): readonly HTMLElement[] {
  return [h('dt', {}, name), h('dd', {}, value)];
}

function versionCard(app: App, { id, name, expense, rate, intact }: VersionItem): HTMLElement {
  const share = rate === null ? '' : ` · autofinancement ${percent(rate)}`;
  const compare = quietButton('Comparer au budget actuel', () =>
    app.act({ command: 'compare-budgets', input: { from: id, to: 'now' }, title: null, yes: null }),
  );
  compare.setAttribute('aria-label', `Comparer « ${name} » au budget actuel`);
  return h(
    'div',
    { class: 'card' },
    h('h4', {}, name),
    h('p', { class: 'quiet' }, `${euros(expense)}${share}`),
    intact ? null : notice('alert', 'Modifiée à la main depuis.', 'warning'),
    compare,
  );
}

function keepForm(): Form {
  return {
    title: 'Garder cette version du budget',
    intro: 'Les lignes d’aujourd’hui sont copiées à part ; vous continuez à travailler dans « Budget ».',
    fields: [
      {
        kind: 'select',
        name: 'state',
        label: 'Cette version est',
        required: true,
        choices: [
          { value: 'initial', label: 'proposée' },
          { value: 'voted', label: 'votée' },
          { value: 'revised', label: 'révisée' },
          { value: 'sent', label: 'envoyée à un financeur' },
        ],
      },
      { kind: 'date', name: 'date', label: 'Le', help: 'Aujourd’hui si vous ne dites rien.' },
      { kind: 'text', name: 'by', label: 'Décidée par', help: 'AG, CA, bureau…', most: 100 },
      { kind: 'text', name: 'funder', label: 'Financeur', help: 'Pour une version envoyée.', most: 100 },
      { kind: 'long', name: 'notes', label: 'Remarques', most: 500 },
    ],
    action: (values) => {
      if (values.text('state') === 'sent' && values.text('funder') === null)
        return { errors: { funder: 'À quel financeur cette version est-elle envoyée ?' } };
      const names = ['state', 'by', 'funder', 'notes'] as const;
      const texts = Object.fromEntries(names.flatMap((name) => pairOf(name, values.text(name))));
      return {
        command: 'keep-budget',
        input: { ...texts, ...Object.fromEntries(pairOf('date', values.day('date'))) },
        title: null,
        yes: null,
      };
    },
  };
}

function projectForm(projects: readonly string[]): Form {
  return {
    title: 'Budget d’un projet',
    intro:
      'Les lignes de « Budget » qui portent ce programme, dans les lignes du formulaire. L’association apporte le reste.',
    fields: [
      {
        kind: 'select',
        name: 'project',
        label: 'Programme',
        required: true,
        choices: projects.map((code) => ({ value: code, label: code })),
      },
      {
        kind: 'select',
        name: 'key',
        label: 'Charges indirectes',
        required: true,
        value: 'none',
        help: 'La part des charges générales que prend le projet ; la règle est écrite sur la feuille.',
        choices: [
          { value: 'none', label: 'aucune' },
          { value: 'prorata', label: 'au prorata des charges directes' },
          { value: 'percent', label: 'un pourcentage des charges du projet' },
        ],
      },
      { kind: 'number', name: 'percent', label: 'Pourcentage', help: 'Par exemple 10.', decimals: true },
    ],
    action: (values) => {
      const percent = values.number('percent');
      const key = values.text('key');
      if (key === 'percent' && (percent === null || percent < 0 || percent > 100))
        return { errors: { percent: 'Tapez un pourcentage entre 0 et 100.' } };
      const input = { project: values.text('project'), key, ...(key === 'percent' ? { percent } : {}) };
      return { command: 'build-project-budget', input, title: null, yes: null };
    },
  };
}

function pairOf(name: string, value: string | null): [string, string][] {
  return value === null ? [] : [[name, value]];
}

function compareForm(versions: readonly VersionItem[]): Form {
  const choices = [
    { value: 'now', label: 'Budget actuel' },
    ...versions.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return {
    title: 'Comparer deux versions',
    fields: [
      { kind: 'select', name: 'from', label: 'De', required: true, choices, value: versions.at(-1)?.id ?? null },
      { kind: 'select', name: 'to', label: 'À', required: true, choices, value: 'now' },
    ],
    action: (values) => ({
      command: 'compare-budgets',
      input: { from: values.text('from'), to: values.text('to') },
      title: null,
      yes: null,
    }),
  };
}
