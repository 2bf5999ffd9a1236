/** « Financements »: funder by funder what is asked, awarded and received; add, correct, note a payment, write in the budget. */
import { euros, frenchDate } from '../../core/french.ts';
import type { FunderItem, GrantItem, GrantsView } from '../../core/views/grants.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { count } from '../french.ts';
import { answerWith, defineView } from '../view.ts';
import type { App } from '../view.ts';
import { addForm, allocateForm, editForm, instalmentForm, reportForm } from './grant-forms.ts';

/** The view of grants; `id` opens one of them first. */
export const grants = defineView<GrantsView>({
  name: 'grants',
  label: 'Financements',
  load: async (server) => answerWith<GrantsView>(await server.look('grants'), 'funders'),
  draw: (app, data, { id }) => {
    const chosen = data.funders.flatMap((funder) => funder.grants).find((one) => one.id === id);
    return [
      h('h2', { tabindex: '-1' }, 'Financements'),
      ...(chosen === undefined ? list(app, data) : card(app, data, chosen)),
    ];
  },
});

function list(app: App, data: GrantsView): readonly Child[] {
  const isEmpty = data.funders.length === 0;
  const seed = (): void => app.act({ command: 'seed-grants', input: {}, title: null, yes: null });
  return [
    isEmpty
      ? h('p', { class: 'empty' }, 'Aucun financement pour l’instant : reprenez ceux du budget, ou ajoutez le premier.')
      : h(
          'p',
          { class: 'quiet' },
          `Subventions publiques ${data.year} : ${euros(data.publicTotal)} (un commissaire aux comptes est obligatoire au-delà de ${euros(data.auditThreshold)}).`,
        ),
    h(
      'div',
      { class: 'stack' },
      data.seedable === 0 ? null : mainButton(`Reprendre ${count(data.seedable, 'subvention')} du budget`, seed),
      (isEmpty && data.seedable === 0 ? mainButton : quietButton)('Ajouter un financement…', () =>
        app.ask(addForm(data)),
      ),
    ),
    ...problems(app, data),
    ...data.funders.flatMap((funder) => funderPart(app, funder)),
  ];
}

function problems(app: App, data: GrantsView): readonly Child[] {
  if (data.problems.length === 0) return [];
  return [
    h('h3', { class: 'part' }, 'À regarder'),
    ...data.problems
      .slice(0, 6)
      .map(({ severity, message, tab, cell }) =>
        h(
          'div',
          {},
          notice(severity === 'error' ? 'alert' : 'info', message, severity === 'info' ? 'info' : 'warning'),
          cell === null ? null : quietButton('Voir la cellule', () => app.goTo(tab, cell)),
        ),
      ),
    data.problems.length > 6
      ? h('p', { class: 'quiet' }, `Et ${count(data.problems.length - 6, 'autre point', 'autres points')}.`)
      : null,
  ];
}

function funderPart(app: App, { funder, requested, awarded, received, grants: items }: FunderItem): readonly Child[] {
  return [
    h('h3', { class: 'part' }, funder),
    h(
      'dl',
      { class: 'facts' },
      ...fact('Demandé', euros(requested)),
      ...fact('Attribué', euros(awarded)),
      ...fact('Reçu', euros(received)),
    ),
    h(
      'ul',
      { class: 'todo' },
      ...items.map((item) => {
        const open = quietButton('Ouvrir', () => app.go('grants', { id: item.id }));
        open.setAttribute('aria-label', `Ouvrir « ${item.name} »`);
        return h(
          'li',
          {},
          h(
            'div',
            { class: 'card' },
            h('h4', {}, item.name),
            h(
              'p',
              { class: 'quiet' },
              `${item.stateLabel} · ${euros(item.grant.awarded ?? item.grant.requested ?? 0)}`,
            ),
            open,
          ),
        );
      }),
    ),
  ];
}

function card(app: App, data: GrantsView, item: GrantItem): readonly Child[] {
  const { grant } = item;
  const period =
    grant.period_start === null || grant.period_end === null
      ? 'à préciser'
      : `${frenchDate(grant.period_start)} – ${frenchDate(grant.period_end)}`;
  const day = (name: string, date: string | null) => (date === null ? [] : fact(name, frenchDate(date)));
  return [
    h(
      'p',
      {},
      quietButton('Tous les financements', () => app.go('grants')),
    ),
    h(
      'div',
      { class: 'card' },
      h('h3', {}, item.name),
      h('p', { class: 'state' }, item.stateLabel),
      h(
        'dl',
        { class: 'facts' },
        ...fact('Demandé', grant.requested === null ? '–' : euros(grant.requested)),
        ...fact('Attribué', grant.awarded === null ? '–' : euros(grant.awarded)),
        ...fact('Reçu', euros(item.received)),
        ...fact('Période', period),
        ...fact(`Part ${data.year}`, item.part === null ? 'à préciser' : euros(item.part)),
        ...fact('Au budget', item.lines.length === 0 ? 'pas encore' : item.lines.join(', ')),
        ...day('Dépôt avant le', grant.deadline),
        ...day('Convention du', grant.agreement_on),
        ...day('Compte rendu avant le', grant.report_due),
      ),
      h(
        'div',
        { class: 'stack' },
        mainButton('Noter un versement…', () => app.ask(instalmentForm(item))),
        quietButton('Inscrire au budget…', () => app.ask(allocateForm(data, item))),
        quietButton('Modifier…', () => app.ask(editForm(data, item))),
        grant.project === null ? null : quietButton('Compte rendu financier…', () => app.ask(reportForm(data, item))),
        quietButton('Voir la ligne', () => app.goTo(data.tab, item.cell)),
      ),
    ),
    ...(item.open.length === 0 ? [] : [h('h3', { class: 'part' }, 'Versements attendus')]),
    ...item.open.map((open) =>
      h(
        'div',
        { class: 'card' },
        h(
          'p',
          {},
          `${open.label ?? 'Versement'} : ${euros(open.amount)}${open.due === null ? '' : `, le ${frenchDate(open.due)}`}`,
        ),
        quietButton('Il est reçu…', () => app.ask(instalmentForm(item, open))),
      ),
    ),
  ];
}

function fact(name: string, value: string): readonly HTMLElement[] {
  return [h('dt', {}, name), h('dd', {}, value)];
}
