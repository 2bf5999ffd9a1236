/** A preview as one reads it before saying yes. */
import type { Effect, Question } from '../../core/command.ts';
import type { Preview, TabChange } from '../../core/preview.ts';
import type { Problem, Severity } from '../../core/problem.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { changeText, count, number, SEVERITIES } from '../french.ts';
import { icon } from '../icons.ts';
import type { Icon } from '../icons.ts';
import { questionField } from './question.ts';

/** All of a preview: what it says, asks, changes, who will be told, what is doubtful. */
export function previewBody(preview: Preview, answer: (question: string, value: string) => void): HTMLElement {
  return h(
    'div',
    { class: 'preview' },
    preview.refusal === null ? null : notice('alert', preview.refusal, 'warning'),
    summaryList(preview.summary),
    questionList(preview.questions, answer),
    changeList(preview.changes),
    effectList(preview.effects),
    problemList(preview.problems),
  );
}

/** A sentence that must be seen, with its icon. */
export function notice(name: Icon, text: string, tone: 'info' | 'warning' | 'error' | 'success'): HTMLElement {
  return h('div', { class: `notice ${tone}` }, icon(name), h('p', {}, text));
}

/** The sentences of a summary. */
export function summaryList(sentences: readonly string[]): HTMLElement | null {
  const [only, ...others] = sentences;
  if (only === undefined) return null;
  if (others.length === 0) return h('p', { class: 'summary' }, only);
  return h('ul', { class: 'summary' }, ...sentences.map((sentence) => h('li', {}, sentence)));
}

/** The questions, those that wait for an answer first. */
export function questionList(
  questions: readonly Question[],
  answer: (question: string, value: string) => void,
): HTMLElement | null {
  if (questions.length === 0) return null;
  const sorted = [...questions].sort((a, b) => Number(a.answer !== null) - Number(b.answer !== null));
  return part('À vous de décider', ...sorted.map((question) => questionField(question, answer)));
}

/** True for the hidden tabs of ours, which nobody opens. */
export function isTechnical(tab: string): boolean {
  return tab.startsWith('Régie · ');
}

/** What changes, tab by tab; with `goTo`, each tab's name leads to it. */
export function changeList(
  changes: readonly TabChange[],
  title = 'Ce qui change',
  goTo: ((tab: string) => void) | null = null,
): HTMLElement | null {
  if (changes.length === 0) return null;
  const technical = changes.filter(({ tab }) => isTechnical(tab));
  const rows = changes
    .filter((change) => !technical.includes(change))
    .map((change) => h('li', {}, tabName(change, goTo), h('span', { class: 'quiet' }, changeText(change))));
  const hidden = count(technical.length, 'onglet technique masqué', 'onglets techniques masqués');
  return part(
    title,
    h('ul', { class: 'changes' }, ...rows, technical.length > 0 && h('li', { class: 'quiet' }, `et ${hidden}`)),
  );
}

function tabName({ tab, existence }: TabChange, goTo: ((tab: string) => void) | null): HTMLElement {
  if (goTo === null || existence === 'deleted') return h('span', { class: 'tab-name' }, tab);
  const label = `Voir l’onglet « ${tab} »`;
  return h(
    'button',
    { type: 'button', class: 'inline-link tab-name', title: label, 'aria-label': label, onclick: () => goTo(tab) },
    tab,
  );
}

/** Who will be told, by what. */
export function effectList(effects: readonly Effect[]): HTMLElement | null {
  if (effects.length === 0) return null;
  const icons = { mail: 'mail', calendar: 'calendar', form: 'table' } as const;
  const rows = effects.map(({ kind, to, summary, text }) => {
    const head = h('span', {}, h('strong', {}, to), ` ${summary}`);
    if (text === undefined) return h('li', {}, icon(icons[kind]), head);
    const whole = h('details', {}, h('summary', {}, head), h('p', { class: 'raw' }, text));
    return h('li', {}, icon(icons[kind]), whole);
  });
  return part('Qui sera prévenu', h('ul', { class: 'effects' }, ...rows));
}

const LEVELS: readonly Severity[] = ['error', 'warning', 'info'];

/** What is doubtful, by gravity, each list folded; `counts` when more points are kept than the problems alone. */
export function problemList(
  problems: readonly Problem[],
  counts: Readonly<Partial<Record<Severity, number>>> = {},
): HTMLElement | null {
  const lists = LEVELS.map((level) => {
    const found = problems.filter(({ severity }) => severity === level);
    return { level, found, amount: Math.max(found.length, counts[level] ?? 0) };
  }).filter(({ amount }) => amount > 0);
  if (lists.length === 0) return null;
  const total = lists.reduce((sum, { amount }) => sum + amount, 0);
  return part(`${count(total, 'point')} à vérifier ensuite`, ...lists.map(foldedProblems));
}

const SHOWN = 200;

interface Fold {
  readonly level: Severity;
  readonly found: readonly Problem[];
  readonly amount: number;
}

function foldedProblems({ level, found, amount }: Fold): HTMLElement {
  const rows = found.slice(0, SHOWN).map((problem) => h('li', {}, problem.message));
  const more = amount - rows.length;
  return h(
    'details',
    { class: 'fold' },
    h('summary', {}, severityMark(level, amount), h('span', { class: 'amount' }, number(amount))),
    h('ul', {}, ...rows, more > 0 && h('li', { class: 'quiet' }, `et ${count(more, 'autre')}, dans « À vérifier »`)),
  );
}

/** The gravity as a coloured mark with its word. */
export function severityMark(level: Severity, amount = 1): HTMLElement {
  const icons = { error: 'error', warning: 'alert', info: 'info' } as const;
  return h(
    'span',
    { class: `mark ${level}` },
    icon(icons[level]),
    amount < 2 ? SEVERITIES[level].one : SEVERITIES[level].many,
  );
}

/** A titled part of a panel. */
export function part(title: string, ...children: readonly Child[]): HTMLElement {
  return h('section', { class: 'part' }, h('h3', {}, title), ...children);
}
