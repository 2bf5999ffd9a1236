/** The list of members: search, filter, one line each. */
import { searchMembers } from '../../core/members/search.ts';
import type { SearchIndex } from '../../core/members/search.ts';
import type { MemberCard } from '../../core/members/card-types.ts';
import { affiliations, memberStatuses } from '../../core/tables/member.ts';
import { announce, fill, h } from '../dom.ts';
import { select } from '../flow/question.ts';
import { count, number } from '../french.ts';

const SHOWN = 60;

/** What the list is narrowed to. */
export interface Narrowing {
  readonly query: string;
  /** « here » for the members of today, « all », an affiliation or a status. */
  readonly among: string;
}

interface ListParts {
  readonly index: SearchIndex;
  readonly narrowing: Narrowing;
  readonly changed: (narrowing: Narrowing) => void;
  readonly open: (id: string) => void;
}

/** The status in words, with its colour. */
export function statusChip({ status, statusLabel }: MemberCard): HTMLElement {
  return h('span', { class: `status-chip ${status}` }, statusLabel);
}

/** The search field, the filter and the members that both leave; typing draws the members only. */
export function memberList({ index, narrowing, changed, open }: ListParts): readonly HTMLElement[] {
  let now = narrowing;
  const results = h('div', {});
  const field = h('input', {
    type: 'search',
    id: 'member-search',
    'aria-label': 'Chercher un adhérent',
    placeholder: 'Nom, personne, e-mail…',
    autocomplete: 'off',
    value: narrowing.query,
  });
  const draw = (): void => fill(results, ...resultsOf(index, now, open));
  const change = (part: Partial<Narrowing>): void => {
    now = { ...now, ...part };
    changed(now);
    draw();
  };
  field.addEventListener('input', () => change({ query: field.value }));
  field.addEventListener('keydown', (event) => {
    const [first] = found(index, now);
    if (event.key === 'Enter' && first !== undefined) open(first.id);
  });
  draw();
  return [
    h(
      'div',
      { class: 'member-search' },
      field,
      filter(index, narrowing.among, (among) => change({ among })),
    ),
    results,
  ];
}

function found(index: SearchIndex, { query, among }: Narrowing): readonly MemberCard[] {
  return searchMembers(index, query).filter((card) => isAmong(card, among));
}

function isAmong({ status, affiliation, counted, isDuplicate }: MemberCard, among: string): boolean {
  // A probable duplicate is shown among the others, told apart, and never counted.
  const isHere = counted || (isDuplicate && status !== 'left' && status !== 'excluded' && status !== 'candidate');
  if (among === 'here') return isHere;
  if (among === 'all' || among === status) return true;
  return among === affiliation && isHere;
}

function resultsOf(index: SearchIndex, narrowing: Narrowing, open: (id: string) => void): readonly HTMLElement[] {
  const members = found(index, narrowing);
  const doubles = members.filter(({ isDuplicate }) => isDuplicate).length;
  const said = [
    count(members.length - doubles, 'adhérent'),
    doubles === 0 ? null : count(doubles, 'doublon probable', 'doublons probables'),
  ]
    .filter((text) => text !== null)
    .join(', ');
  announce(said);
  if (members.length === 0) {
    const elsewhere = searchMembers(index, narrowing.query).length;
    return [
      h(
        'p',
        { class: 'empty' },
        elsewhere === 0
          ? 'Aucun adhérent ne correspond. Essayez avec moins de lettres.'
          : `Personne ici, mais ${count(elsewhere, 'fiche correspond', 'fiches correspondent')} parmi « Tous, même partis ».`,
      ),
    ];
  }
  const rest = members.length - SHOWN;
  return [
    h('p', { class: 'quiet', id: 'member-count' }, said),
    h('ul', { class: 'members' }, ...members.slice(0, SHOWN).map((card) => h('li', {}, line(card, open)))),
    ...(rest > 0 ? [h('p', { class: 'quiet' }, `et ${count(rest, 'autre')} : précisez la recherche.`)] : []),
  ];
}

function line(card: MemberCard, open: (id: string) => void): HTMLElement {
  const person = card.people[0]?.name ?? null;
  return h(
    'button',
    { type: 'button', class: 'member-line', onclick: () => open(card.id) },
    h('strong', {}, card.name),
    h('span', { class: 'quiet' }, [card.affiliationLabel, person].filter((one) => one !== null).join(' · ')),
    card.isDuplicate ? h('span', { class: 'status-chip' }, 'doublon probable') : null,
    card.status === 'active' ? null : statusChip(card),
  );
}

function filter(index: SearchIndex, among: string, choose: (among: string) => void): HTMLElement {
  const counted = index.filter(({ card }) => !card.isDuplicate);
  const amount = (value: string): number => counted.filter(({ card }) => isAmong(card, value)).length;
  const choices = [
    { value: 'here', label: `Adhérents actuels (${number(amount('here'))})` },
    ...[...Object.entries(affiliations), ...Object.entries(memberStatuses)]
      .map(([value, label]) => ({ value, label, amount: amount(value) }))
      .filter((choice) => choice.amount > 0 || choice.value === among)
      .map((choice) => ({ value: choice.value, label: `${choice.label} (${number(choice.amount)})` })),
    { value: 'all', label: `Tous, même partis (${number(counted.length)})` },
  ];
  return select({ id: 'member-filter', label: 'Quels adhérents', value: among, choices, choose });
}
