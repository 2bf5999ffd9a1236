/** A member's card: who, since when, where, what is owed, what was done together. */
import { timelineOf } from '../../core/members/timeline.ts';
import type { MemberCard } from '../../core/members/card-types.ts';
import { euros, frenchDate } from '../../core/french.ts';
import type { MembersView } from '../../core/views/members.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { foot, mainButton, quietButton } from '../flow/panel.ts';
import { notice, part } from '../flow/preview.ts';
import { count } from '../french.ts';
import { icon } from '../icons.ts';
import type { App } from '../view.ts';
import { memberActions } from './actions.ts';
import { contactForm, editForm } from './forms.ts';
import { statusChip } from './list.ts';

interface CardParts {
  readonly app: App;
  readonly view: MembersView;
  /** Back to the list. */
  readonly back: () => void;
  /** Opens another card. */
  readonly open: (id: string) => void;
}

/** The card with its buttons. */
export function memberCard(card: MemberCard, parts: CardParts): HTMLElement {
  const { app, view, back } = parts;
  const { cell } = card;
  return h(
    'article',
    { class: 'member', 'aria-label': `Fiche de ${card.name}` },
    h(
      'button',
      { type: 'button', class: 'link no-print', id: 'member-back', onclick: back },
      icon('back'),
      'Adhérents',
    ),
    h('h2', { tabindex: '-1', 'data-focus': '', id: 'member-name' }, card.name),
    h(
      'p',
      { class: 'chips' },
      statusChip(card),
      h('span', { class: 'quiet' }, card.affiliationLabel ?? 'statut inconnu'),
    ),
    h('p', { class: 'quiet' }, `${card.id} · ${card.why}`),
    ...warnings(card, parts),
    h(
      'div',
      { class: 'no-print' },
      foot(
        mainButton('Modifier', () => app.ask(editForm(card, view.today))),
        cell === null ? null : quietButton('Voir la ligne', () => app.goTo(view.tab, cell)),
      ),
      otherActions(card, parts),
    ),
    identity(card),
    people(card, app),
    affiliationHistory(card),
    stays(card),
    dues(card),
    sessions(card),
    agreements(card),
    remarks(card),
    timeline(card),
  );
}

function warnings(card: MemberCard, { app, view, open }: CardParts): readonly Child[] {
  const others = card.duplicates.flatMap((id) => view.cards.filter((other) => other.id === id));
  return [
    ...others.map((other) =>
      h(
        'div',
        { class: 'notice warning' },
        icon('alert'),
        h(
          'p',
          {},
          'Doublon probable de ',
          h('button', { type: 'button', class: 'inline-link', onclick: () => open(other.id) }, other.name),
          '.',
        ),
      ),
    ),
    card.imposed && card.record.status_reason === null
      ? notice('alert', 'Cet état est imposé sans raison : ajoutez-la, ou laissez Régie le calculer.', 'warning')
      : null,
    card.points.length === 0
      ? null
      : h(
          'button',
          { type: 'button', class: 'link no-print', onclick: () => app.go('checks', { tab: view.tab }) },
          icon('alert'),
          count(card.points.length, 'point à vérifier', 'points à vérifier'),
        ),
  ];
}

function otherActions(card: MemberCard, { app, view }: CardParts): HTMLElement {
  const buttons = memberActions
    .filter(({ offered }) => offered(card))
    .map(({ label, run }) =>
      h(
        'li',
        {},
        quietButton(label, () => run(app, card, view)),
      ),
    );
  return h(
    'details',
    { class: 'fold', id: 'member-actions' },
    h('summary', {}, 'Autres actions'),
    h('ul', { class: 'action-list' }, ...buttons),
  );
}

type Pair = readonly [label: string, value: string | null];

/** A titled list of what is known; nothing at all when nothing is. */
function facts(title: string, pairs: readonly Pair[]): HTMLElement | null {
  const known = pairs.filter((pair): pair is readonly [string, string] => pair[1] !== null && pair[1] !== '');
  if (known.length === 0) return null;
  return part(
    title,
    h('dl', { class: 'known' }, ...known.flatMap(([label, value]) => [h('dt', {}, label), h('dd', {}, value)])),
  );
}

function identity({ record, formerRecords }: MemberCard): HTMLElement | null {
  const joined = (first: string | null, others: readonly string[]): string =>
    [first, ...others].filter((one) => one !== null).join('\n');
  return facts('Structure', [
    ['Activités', [...record.activities, record.activity_other].filter((one) => one !== null).join(', ')],
    ['E-mail', joined(record.email, record.other_emails)],
    ['Téléphone', joined(record.phone, record.other_phones)],
    ['Adresse', record.address],
    ['Site web', record.website],
    ['Forme juridique', record.legal_form],
    ['SIRET', record.siret],
    ['Anciens noms', record.former_names.join(', ')],
    ['Fiches réunies', formerRecords.map(({ id, name }) => `${name} (${id})`).join(', ')],
    ['Présentation', record.presentation],
  ]);
}

function people(card: MemberCard, app: App): HTMLElement | null {
  if (card.people.length === 0) return null;
  const rows = card.people.map((person) => {
    const edit = h(
      'button',
      {
        type: 'button',
        class: 'link no-print',
        'aria-label': `Modifier ${person.name}`,
        onclick: () => app.ask(contactForm(card, person)),
      },
      'Modifier',
    );
    const left = person.left_on === null ? null : `parti le ${frenchDate(person.left_on)}`;
    const second = [person.main ? 'contact principal' : null, person.role, left].filter((one) => one !== null);
    return h(
      'li',
      {},
      h('strong', {}, person.name),
      edit,
      second.length === 0 ? null : h('p', { class: 'quiet' }, second.join(' · ')),
      ...[person.email, person.phone].map((line) => (line === null || line === '' ? null : h('p', {}, line))),
    );
  });
  return part('Personnes', h('ul', { class: 'entries' }, ...rows));
}

function affiliationHistory({ history }: MemberCard): HTMLElement {
  const rows = [...history]
    .reverse()
    .map(({ label, start, end, reason }) =>
      h('li', {}, h('strong', {}, label), h('p', { class: 'quiet' }, stretch(start, end, reason))),
    );
  return part('Parcours', h('ul', { class: 'entries' }, ...rows));
}

function stretch(start: string | null, end: string | null, reason: string | null): string {
  const since = start === null ? 'depuis une date inconnue' : `depuis : ${frenchDate(start)}`;
  const until = end === null ? null : `jusqu’à : ${frenchDate(end)}`;
  return [since, until, reason].filter((one) => one !== null).join(' · ');
}

function stays({ stays: list }: MemberCard): HTMLElement | null {
  if (list.length === 0) return null;
  const rows = list.map((stay) => {
    const dates = [
      stay.start === null ? null : `entrée : ${frenchDate(stay.start)}`,
      stay.end === null ? null : `sortie : ${frenchDate(stay.end)}`,
      stay.end === null && stay.planned_end !== null ? `sortie prévue : ${frenchDate(stay.planned_end)}` : null,
      stay.end === null && stay.max_end !== null ? `au plus tard : ${frenchDate(stay.max_end)}` : null,
      stay.insurance_until === null ? null : `assurance jusqu’à : ${frenchDate(stay.insurance_until)}`,
      stay.storage_unit === null ? null : `armoire ${stay.storage_unit}`,
      stay.deposit === null ? null : `caution : ${euros(stay.deposit)}`,
    ].filter((one) => one !== null);
    return h(
      'li',
      { class: stay.current ? '' : 'past' },
      h('strong', {}, stay.space === '' ? stay.id : stay.space),
      h('p', { class: 'quiet' }, dates.join(' · ')),
    );
  });
  return part('Espaces', h('ul', { class: 'entries' }, ...rows));
}

const FEE_WORDS = {
  paid: 'réglée',
  partial: 'réglée en partie',
  unpaid: 'à régler',
  waived: 'dispensée',
  unknown: 'on ne sait pas',
} as const;

function dues({ fees }: MemberCard): HTMLElement | null {
  if (fees.length === 0) return null;
  const rows = fees.map(({ year, state, paid, remaining, late, paid_on: date }) => {
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
    );
  });
  return part('Cotisations', h('ul', { class: 'entries' }, ...rows));
}

function sessions({ sessions: list }: MemberCard): HTMLElement | null {
  if (list.length === 0) return null;
  const programmes = [...new Set(list.map(({ programme }) => programme ?? 'Sans programme'))];
  const folds = programmes.map((programme) => {
    const own = list.filter((one) => (one.programme ?? 'Sans programme') === programme);
    const rows = own.map(({ date, title, status }) =>
      h(
        'li',
        {},
        title,
        h('p', { class: 'quiet' }, [date === null ? 'sans date' : frenchDate(date), status].join(' · ')),
      ),
    );
    return h(
      'details',
      { class: 'fold' },
      h('summary', {}, programme, h('span', { class: 'amount' }, String(own.length))),
      h('ul', { class: 'entries' }, ...rows),
    );
  });
  return part('Séances', ...folds);
}

function agreements({ record, consents }: MemberCard): HTMLElement | null {
  const version = record.charter_version === null ? '' : ` (version ${record.charter_version})`;
  const charter =
    record.charter_signed_on === null
      ? 'pas encore signée'
      : `signée le ${frenchDate(record.charter_signed_on)}${version}`;
  const given = consents.map(({ label, person, inForce, given: said, date, withdrawn_on: withdrawn }): Pair => {
    const since = date === null ? '' : ` le ${frenchDate(date)}`;
    const state =
      withdrawn !== null
        ? `accord${since}, retiré le ${frenchDate(withdrawn)}`
        : inForce || said
          ? `accord${since}${inForce ? '' : ', remplacé depuis'}`
          : `refus${since}`;
    return [person === null ? label : `${label}, ${person}`, state];
  });
  return facts('Charte et accords', [['Charte', charter], ...given]);
}

function remarks({ record }: MemberCard): HTMLElement | null {
  return facts('Remarques', [
    ['Remarques', record.notes],
    ['Repère', record.tag],
    ['Coordonnées à vérifier', record.unreadable_contacts.join('\n')],
  ]);
}

function timeline(card: MemberCard): HTMLElement | null {
  const happenings = timelineOf(card);
  if (happenings.length === 0) return null;
  return h(
    'details',
    { class: 'fold', id: 'member-timeline' },
    h('summary', {}, 'Chronologie', h('span', { class: 'amount' }, String(happenings.length))),
    h(
      'ol',
      { class: 'entries' },
      ...happenings.map(({ date, text }) =>
        h('li', {}, h('span', { class: 'quiet' }, frenchDate(date)), h('p', {}, text)),
      ),
    ),
  );
}
