/** What a member's card says of money: each fee, with the buttons that settle it or lead to it. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { euros, frenchDate } from '../../core/french.ts';
import { h } from '../dom.ts';
import { quietButton } from '../flow/panel.ts';
import { part } from '../flow/preview.ts';
import type { App, ViewInput } from '../view.ts';
import { paymentForm } from '../views/dues-forms.ts';

const FEE_WORDS = {
  paid: 'réglée',
  partial: 'réglée en partie',
  unpaid: 'à régler',
  waived: 'dispensée',
  unknown: 'on ne sait pas',
} as const;

/** The fees, latest first; one that is owed may be paid from here. */
export function dues(card: MemberCard, app: App): HTMLElement | null {
  const { fees } = card;
  if (fees.length === 0) return null;
  const rows = fees.map((fee) => {
    const { year, state, paid, remaining, late, paid_on: date } = fee;
    const details = [
      paid > 0 ? `${euros(paid)} reçus` : null,
      remaining > 0 ? `reste ${euros(remaining)}` : null,
      date === null ? null : `le ${frenchDate(date)}`,
      late ? 'en retard' : null,
    ].filter((one) => one !== null);
    return h(
      'li',
      {},
      h('strong', {}, `${year ?? 'Sans année'} : ${FEE_WORDS[state]}`),
      details.length === 0 ? null : h('p', { class: late ? 'late' : 'quiet' }, details.join(' · ')),
      remaining > 0 ? payButton(card, fee, app) : null,
    );
  });
  return part(
    'Cotisations',
    h('ul', { class: 'entries' }, ...rows),
    h(
      'div',
      { class: 'actions no-print' },
      quietButton('Voir ses cotisations', () => app.go('dues', duesInput(card))),
    ),
  );
}

function payButton(card: MemberCard, fee: MemberCard['fees'][number], app: App): HTMLElement {
  const { id, due, remaining } = fee;
  const asked = { member: card.id, organisation: card.name, charges: [], remaining, due, fee: id };
  return h(
    'div',
    { class: 'actions no-print' },
    quietButton('Enregistrer un paiement', () => app.ask(paymentForm(asked))),
  );
}

/** How the view of dues is opened on that member, on the latest year of its fees. */
export function duesInput({ id, fees: [latest] }: MemberCard): ViewInput {
  const year = latest?.year ?? null;
  return { member: id, filter: 'all', ...(year === null ? {} : { year }) };
}
