/** What a member's card says of the past: affiliations, sessions, all that has a date. */
import { timelineOf } from '../../core/members/timeline.ts';
import type { MemberCard } from '../../core/members/card-types.ts';
import { frenchDate } from '../../core/french.ts';
import { h } from '../dom.ts';
import { part } from '../flow/preview.ts';

/** What it was, latest first. */
export function affiliationHistory({ history }: MemberCard): HTMLElement {
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

/** Sessions attended, by programme. */
export function sessions({ sessions: list }: MemberCard): HTMLElement | null {
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

/** Everything on one list, folded. */
export function timeline(card: MemberCard): HTMLElement | null {
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
