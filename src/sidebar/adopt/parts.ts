/** What the steps of the wizard share. */
import type { AdoptDetails, AdoptInput, Confidence } from '../../core/adoption/details.ts';
import type { Preview } from '../../core/preview.ts';
import { h } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Icon } from '../icons.ts';

/** What a step is drawn from, and how it says a choice. */
export interface StepParts {
  readonly preview: Preview;
  readonly details: AdoptDetails;
  readonly input: AdoptInput;
  readonly change: (input: AdoptInput) => void;
  /** The tab looked at in the step of columns. */
  readonly tab: string | null;
  readonly lookAt: (tab: string) => void;
}

const WORDS: Readonly<Record<Confidence | 'chosen', readonly [Icon, string]>> = {
  certain: ['check', 'Sûr'],
  probable: ['info', 'Probable'],
  doubtful: ['alert', 'À confirmer'],
  chosen: ['check', 'Votre choix'],
};

/** How sure a recognition is, or that she chose it. */
export function confidenceMark(confidence: Confidence, chosen: boolean): HTMLElement {
  const [name, word] = WORDS[chosen ? 'chosen' : confidence];
  return h('span', { class: `sure ${chosen ? 'chosen' : confidence}` }, icon(name), word);
}

interface TableParts {
  /** Read by screen readers. */
  readonly label: string;
  readonly kind: string;
  readonly headings: readonly string[];
  /** Each row as its cells; the first one heads the row. */
  readonly rows: readonly (readonly (Node | string)[])[];
}

/** A table with its headings. */
export function table({ label, kind, headings, rows }: TableParts): HTMLElement {
  return h(
    'table',
    { 'aria-label': label, class: kind },
    h('thead', {}, h('tr', {}, ...headings.map((heading) => h('th', { scope: 'col' }, heading)))),
    h(
      'tbody',
      {},
      ...rows.map(([first = '', ...cells]) =>
        h('tr', {}, h('th', { scope: 'row' }, first), ...cells.map((cell) => h('td', {}, cell))),
      ),
    ),
  );
}

/** What stands at the head of a step. */
export function intro(title: string, text: string): HTMLElement {
  return h('div', { class: 'intro' }, h('h2', { tabindex: '-1' }, title), h('p', { class: 'quiet' }, text));
}

/** The details of adopt's preview; a refusal without them has no tab to show. */
export function detailsOf({ details }: Preview): AdoptDetails {
  if (typeof details === 'object' && details !== null && 'tabs' in details) return details as AdoptDetails;
  const nothing = { mapped: 0, kept: 0, structure: 0, total: 0 };
  const checks = { error: 0, warning: 0, info: 0 };
  return { adopted: false, tabs: [], kinds: [], accounting: nothing, counts: [], checks, refresh: null };
}
