/** What a member's card says of who they are: identity, people, what they agreed to, remarks. */
import type { MemberCard } from '../../core/members/card-types.ts';
import { frenchDate } from '../../core/french.ts';
import { h } from '../dom.ts';
import { part } from '../flow/preview.ts';
import type { App } from '../view.ts';
import { contactForm } from './forms-of-people.ts';

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

/** The organisation: activities, addresses, numbers, names. */
export function identity({ record, formerRecords }: MemberCard): HTMLElement | null {
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

/** Its people, each with a button. */
export function people(card: MemberCard, app: App): HTMLElement | null {
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

/** The charter, and each consent as it stands. */
export function agreements({ record, consents }: MemberCard): HTMLElement | null {
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

/** What was noted about it. */
export function remarks({ record }: MemberCard): HTMLElement | null {
  return facts('Remarques', [
    ['Remarques', record.notes],
    ['Repère', record.tag],
    ['Coordonnées à vérifier', record.unreadable_contacts.join('\n')],
  ]);
}
