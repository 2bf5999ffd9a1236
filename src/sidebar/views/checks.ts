/** « À vérifier », one point at a time: what was read, where, what to do, and one button to settle it. */
import type { CheckState, ChecksView } from '../../core/views/checks.ts';
import type { RecordView } from '../../core/views/record.ts';
import type { Severity } from '../../core/problem.ts';
import { h, redraw } from '../dom.ts';
import type { Child } from '../dom.ts';
import { quietButton } from '../flow/panel.ts';
import { select } from '../flow/question.ts';
import { count, number, SEVERITIES } from '../french.ts';
import { icon } from '../icons.ts';
import type { Icon } from '../icons.ts';
import { answerWith, defineView } from '../view.ts';
import type { App, ViewInput } from '../view.ts';
import { checkCard } from './check-card.ts';
import type { FindRecord } from './check-card.ts';

const PAGE = 50;
const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];
const STATES: readonly CheckState[] = ['open', 'done', 'ignored'];

interface Filter {
  readonly state: CheckState;
  readonly severity: Severity | null;
  readonly tab: string | null;
  /** One nature of points, when a step of « Cette semaine » asked for it. */
  readonly kind: string | null;
}

interface Loaded extends ChecksView {
  readonly filter: Filter;
  /** Zero-based, among all that the filter holds. */
  readonly position: number;
}

/** The view of what is left to check. */
export const checks = defineView<Loaded>({
  name: 'checks',
  label: 'À vérifier',
  load: async (server, input) => {
    const filter = filterOf(input);
    const wanted = positionOf(input);
    const page = async (position: number): Promise<ChecksView> => {
      const offset = Math.floor(position / PAGE) * PAGE;
      return answerWith<ChecksView>(await server.look('checks', { ...set(filter), offset, limit: PAGE }), 'items');
    };
    const first = await page(wanted);
    const position = Math.max(0, Math.min(wanted, first.total - 1));
    const view = position < first.offset ? await page(position) : first;
    return { ...view, filter, position };
  },
  draw: (app, data) => {
    app.badge('checks', data.counts.total);
    const title = h('h2', { tabindex: '-1', class: 'hidden-text' }, 'À vérifier');
    if (!data.adopted)
      return [title, h('p', { class: 'empty' }, 'Les points à vérifier apparaîtront ici une fois le classeur adopté.')];
    return [title, filters(app, data), points(app, data), checkButton(app)];
  },
});

/** New points come by themselves with an adoption; those of the register when she asks. */
function checkButton(app: App): HTMLElement {
  const title = 'Vérifier le registre';
  return quietButton(title, () =>
    app.act({ command: 'check-register', input: {}, title, yes: 'Noter dans « À vérifier »' }),
  );
}

/** The points that have come, drawn one at a time; only one that has not come needs a reading. */
function points(app: App, data: Loaded): HTMLElement {
  const place = h('div', {});
  const find = recordFinder(app);
  const draw = (position: number): void => {
    const item = data.items[position - data.offset];
    const content =
      item === undefined ? [nothingLeft(data)] : [pager(data, position, move), checkCard(item, app, find)];
    redraw(place, ...content, tally(data));
  };
  const move = (position: number): void => {
    const input = { ...set(data.filter), position };
    if (data.items[position - data.offset] === undefined) return app.go('checks', input);
    app.keep(input);
    draw(position);
  };
  draw(data.position);
  return place;
}

/** Each record is asked for once while the list is in view, when its card is drawn. */
function recordFinder({ server }: App): FindRecord {
  const found = new Map<string, ReturnType<FindRecord>>();
  return (record) => {
    const asked =
      found.get(record) ??
      server.look('record', { record }).then((answer) => answerWith<RecordView>(answer, 'record').record);
    found.set(record, asked);
    return asked;
  };
}

function nothingLeft({ filter, counts }: Loaded): HTMLElement {
  const text =
    filter.state !== 'open'
      ? 'Aucun point ici.'
      : counts.total === 0
        ? 'Tout est vérifié. Bravo !'
        : 'Plus rien à vérifier avec ce filtre.';
  return h('div', { class: 'empty' }, icon('check'), h('p', {}, text));
}

function tally({ done, ignored }: Loaded): Child {
  if (done + ignored === 0) return null;
  const text = `${count(done, 'point réglé', 'points réglés')}, ${count(ignored, 'ignoré')}.`;
  return h('p', { class: 'quiet tally' }, text);
}

function pager({ total }: Loaded, position: number, move: (position: number) => void): HTMLElement {
  const step = (name: Icon, label: string, to: number): HTMLElement =>
    h(
      'button',
      {
        type: 'button',
        id: `check-${name}`,
        class: 'round',
        'aria-label': label,
        title: label,
        disabled: to < 0 || to >= total,
        onclick: () => move(to),
      },
      icon(name),
    );
  return h(
    'div',
    { class: 'pager' },
    step('left', 'Point précédent', position - 1),
    h('p', { role: 'status' }, `Point ${number(position + 1)} sur ${number(total)}`),
    step('right', 'Point suivant', position + 1),
  );
}

function filters(app: App, { filter, counts, tabs, groups }: Loaded): HTMLElement {
  const change = (part: Partial<Filter>): void => app.go('checks', set({ ...filter, ...part }));
  const all = { value: '*', label: 'Toute gravité' };
  const levels = LEVELS.map((level) => ({
    value: level,
    label: `${SEVERITIES[level].many} (${number(counts[level])})`,
  }));
  const tabChoices = tabs.map(({ tab, open }) => ({ value: tab, label: `${tab} (${number(open)})` }));
  const states = { open: 'À faire', done: 'Réglés', ignored: 'Ignorés' } as const;
  const group = filter.kind === null ? null : (groups.find(({ kind }) => kind === filter.kind)?.label ?? filter.kind);
  return h(
    'div',
    { class: 'filters' },
    group === null ? null : kindChip(group, () => change({ kind: null })),
    select({
      id: 'filter-tab',
      label: 'Onglet',
      value: filter.tab ?? '*',
      choices: [{ value: '*', label: 'Tous les onglets' }, ...tabChoices],
      choose: (value) => change({ tab: value === '*' ? null : value }),
    }),
    select({
      id: 'filter-severity',
      label: 'Gravité',
      value: filter.severity ?? '*',
      choices: [all, ...levels],
      choose: (value) => change({ severity: LEVELS.find((level) => level === value) ?? null }),
    }),
    select({
      id: 'filter-state',
      label: 'État',
      value: filter.state,
      choices: STATES.map((state) => ({ value: state, label: states[state] })),
      choose: (value) => change({ state: stateOf(value) }),
    }),
  );
}

function kindChip(label: string, remove: () => void): HTMLElement {
  return h(
    'button',
    { type: 'button', class: 'chip', 'aria-label': `Ne plus montrer seulement : ${label}`, onclick: remove },
    label,
    icon('close'),
  );
}

function filterOf({ severity, tab, state, kind }: ViewInput): Filter {
  return {
    state: stateOf(state),
    severity: LEVELS.find((level) => level === severity) ?? null,
    tab: typeof tab === 'string' ? tab : null,
    kind: typeof kind === 'string' ? kind : null,
  };
}

function stateOf(value: unknown): CheckState {
  return STATES.find((state) => state === value) ?? 'open';
}

function positionOf({ position }: ViewInput): number {
  return typeof position === 'number' && position > 0 ? Math.floor(position) : 0;
}

/** The filter without what it leaves open. */
function set(filter: Filter): ViewInput {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
}
