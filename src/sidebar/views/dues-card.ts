/** One fee: what is asked, what came in, and the buttons that settle it. */
import type { DuesItem } from '../../core/views/dues.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { count } from '../french.ts';
import type { App } from '../view.ts';
import { cancelReceiptForm, correctionForm, paymentForm, waiveForm } from './dues-forms.ts';
import { sum } from './money.ts';

/** The folded card of a fee; opened, it shows its account. */
export function feeCard(app: App, item: DuesItem, year: number): HTMLElement {
  return h(
    'details',
    { class: 'fold fee' },
    h(
      'summary',
      {},
      h(
        'span',
        {},
        h('strong', {}, item.organisation === '' ? item.fee : item.organisation),
        h('span', { class: 'quiet' }, stateText(item)),
      ),
      h('span', { class: 'amount' }, amountText(item)),
    ),
    h(
      'div',
      { class: 'fee-body' },
      item.computation === null ? null : h('p', {}, item.computation),
      item.mention === null ? null : h('p', { class: 'quiet' }, `Noté à l’origine : ${item.mention}`),
      item.credit > 0 ? creditLine(app, item) : null,
      payments(app, item),
      receipt(app, item),
      buttons(app, item, year),
    ),
  );
}

function stateText({ state, daysLate, dueOn, paid }: DuesItem): string {
  switch (state) {
    case 'paid':
      return ' réglée';
    case 'waived':
      return paid > 0 ? ` dispensée, ${sum(paid)} reçus à rendre ou à garder en avance` : ' dispensée';
    case 'unknown':
      return ' payée ou non, on ne sait pas';
    case 'partial':
    case 'unpaid': {
      const part = paid > 0 ? ` ${sum(paid)} reçus,` : '';
      if (daysLate > 0) return `${part} en retard de ${count(daysLate, 'jour')}`;
      return `${part} à payer${dueOn === null ? '' : ` avant le ${dueOn}`}`;
    }
  }
}

function amountText({ state, remaining, due, paid }: DuesItem): string {
  return sum(state === 'paid' ? paid : state === 'partial' || state === 'unpaid' ? remaining : (due ?? 0));
}

function creditLine(app: App, { credit, member, remaining }: DuesItem): Child {
  const text = `${sum(credit)} payés d’avance.`;
  if (member === null || remaining === 0) return h('p', {}, text);
  return h(
    'div',
    {},
    h('p', {}, text),
    quietButton('Utiliser cette avance', () =>
      app.act({ command: 'use-credit', input: { member }, title: 'Utiliser une avance', yes: 'Utiliser l’avance' }),
    ),
  );
}

function payments(app: App, { payments: list }: DuesItem): Child {
  if (list.length === 0) return null;
  const rows = list.map(({ id, text }) =>
    h(
      'li',
      {},
      h('span', {}, text),
      h(
        'button',
        {
          type: 'button',
          class: 'link',
          'aria-label': `Corriger ${text}`,
          onclick: () => app.ask(correctionForm(id, text)),
        },
        'Corriger',
      ),
    ),
  );
  return h('ul', { class: 'changes' }, ...rows);
}

function receipt(app: App, { receipt: issued }: DuesItem): Child {
  if (issued === null) return null;
  return h(
    'p',
    {},
    `Reçu n° ${issued} `,
    h(
      'button',
      {
        type: 'button',
        class: 'link',
        onclick: () =>
          app.act({
            command: 'build-receipt',
            input: { id: issued },
            title: `Imprimer le reçu ${issued}`,
            yes: 'Mettre en page',
          }),
      },
      'Imprimer',
    ),
    h(
      'button',
      { type: 'button', class: 'link', onclick: () => app.ask(cancelReceiptForm(issued)) },
      'Annuler ce reçu',
    ),
  );
}

function buttons(app: App, item: DuesItem, year: number): HTMLElement {
  const { state, fee, member, organisation, paid, receipt: issued } = item;
  const owes = state === 'unpaid' || state === 'partial' || state === 'unknown';
  const note = (as: string, title: string, yes: string) => (): void =>
    app.act({ command: 'note-fee', input: { id: fee, as }, title, yes });
  return foot(
    owes && member !== null ? mainButton('Enregistrer un paiement', () => app.ask(paymentForm(item))) : null,
    state === 'unknown' ? quietButton('C’est payé', note('paid', 'Noter comme payée', 'C’est payé')) : null,
    state === 'unknown'
      ? quietButton('Ce n’est pas payé', note('unpaid', 'Noter comme non payée', 'Ce n’est pas payé'))
      : null,
    paid > 0 && issued === null && state !== 'unknown' && state !== 'waived'
      ? quietButton('Émettre un reçu', () =>
          app.act({
            command: 'issue-receipts',
            input: { fees: [fee] },
            title: `Reçu pour ${organisation}`,
            yes: 'Émettre ce reçu',
          }),
        )
      : null,
    state === 'unpaid' || state === 'unknown'
      ? quietButton('Dispenser', () => app.ask(waiveForm(fee, organisation)))
      : null,
    state === 'waived'
      ? quietButton('Demander de nouveau', note('asked', 'Demander de nouveau', 'Demander de nouveau'))
      : null,
    member === null ? null : quietButton('Pourquoi ?', () => app.go('why', { member, year, step: 'first' })),
  );
}
