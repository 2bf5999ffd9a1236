/** One point to check as a card: what was read, where, what to do, and the buttons that settle it. */
import type { CheckItem } from '../../core/views/checks.ts';
import type { RecordPlace } from '../../core/views/record.ts';
import { fill, h } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Action } from '../flow/flow.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { severityMark } from '../flow/preview.ts';
import { quoted } from '../french.ts';
import { icon } from '../icons.ts';
import type { App } from '../view.ts';

/** Tells a record's name and where it stands; null when there is no such record. */
export type FindRecord = (id: string) => Promise<RecordPlace | null>;

/** The card of a point. */
export function checkCard(item: CheckItem, app: App, find: FindRecord): HTMLElement {
  return h(
    'article',
    {
      class: `card check ${item.severity}`,
      id: 'check',
      tabindex: '-1',
      'data-focus': '',
      'aria-label': item.kindLabel,
    },
    h('div', { class: 'check-head' }, severityMark(item.severity), h('span', { class: 'quiet' }, item.id)),
    h('h3', {}, item.kindLabel),
    h('p', {}, item.what),
    readingOf(item, app),
    recordOf(item, app, find),
    item.cure === '' ? null : h('div', { class: 'cure' }, h('h4', {}, 'Que faire'), h('p', {}, item.cure)),
    ...decisions(item, app),
  );
}

function readingOf({ raw, what, tab, row, column, sourceCell }: CheckItem, app: App): Child {
  if (tab === null && raw === null) return null;
  const where = [
    tab === null ? null : `Onglet ${quoted(tab)}`,
    row === null ? null : `ligne ${row}`,
    column === null ? null : `colonne ${column}`,
  ].filter((part) => part !== null);
  return h(
    'div',
    { class: 'reading' },
    h('h4', {}, 'Ce qui a été lu'),
    raw === null || what.includes(raw) ? null : h('p', { class: 'raw' }, raw),
    h('p', { class: 'quiet' }, where.join(', ')),
    tab === null || sourceCell === null ? null : cellButton('Voir la cellule', () => app.goTo(tab, sourceCell)),
  );
}

/** The record's name and its cell come after the card: its buttons neither wait for them nor move. */
function recordOf({ record, field }: CheckItem, app: App, find: FindRecord): Child {
  if (record === null) return null;
  const name = h('p', { class: 'quiet' }, nameOf(record.id, field));
  const place = h('div', {}, cellButton('Voir la fiche', null));
  const heading = h('h4', {}, `Dans l’onglet ${quoted(record.tab)}`);
  const show = (found: RecordPlace | null): void => {
    if (found !== null) {
      fill(heading, `Dans l’onglet ${quoted(found.tab)}`);
      fill(name, nameOf(found.label ?? found.id, field));
    }
    const { tab, cell } = found ?? { tab: '', cell: null };
    fill(place, cell === null ? null : cellButton('Voir la fiche', () => app.goTo(tab, cell)));
  };
  // Without an answer the card keeps the record's number, and everything that settles it.
  void find(record.id).then(show, () => show(null));
  return h('div', { class: 'reading' }, heading, name, place);
}

function nameOf(label: string, field: string | null): string {
  return [label, field].filter((part) => part !== null).join(' · ');
}

function cellButton(label: string, press: (() => void) | null): HTMLElement {
  return h('button', { type: 'button', class: 'link', disabled: press === null, onclick: press }, icon('place'), label);
}

function decisions(item: CheckItem, app: App): readonly Child[] {
  const settle = (action: string, title: string, done: string) => (): void => {
    const place = item.record === null ? {} : { tab: item.record.tab };
    const settled: Action = { command: 'settle-check', input: { id: item.id, action, ...place }, title, yes: title };
    app.actNow(settled, done);
  };
  if (item.state !== 'open')
    return [
      h('p', { class: 'state' }, item.state === 'done' ? 'Réglé' : 'Ignoré'),
      h(
        'div',
        { class: 'actions' },
        quietButton('Remettre à faire', settle('reopen', 'Remettre à faire', 'Remis à faire.')),
      ),
    ];
  const apply = settle('apply', 'Appliquer la proposition', 'Proposition appliquée.');
  const done = settle('done', 'C’est réglé', 'Noté comme réglé.');
  const ignore = settle('ignore', 'Ignorer', 'Point ignoré.');
  return [
    item.proposal === null
      ? null
      : h('div', { class: 'proposal' }, h('h4', {}, 'Proposition'), h('p', { class: 'raw' }, item.proposal)),
    h(
      'div',
      { class: 'actions' },
      item.proposal === null ? null : mainButton('Appliquer la proposition', apply),
      item.proposal === null ? mainButton('C’est réglé', done) : quietButton('C’est réglé', done),
      quietButton('Ignorer', ignore),
    ),
  ];
}
