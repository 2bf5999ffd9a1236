/** Step 1: what each tab was recognised as, why, and what it gives. */
import type { TabDetails } from '../../core/adoption/details.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { select } from '../flow/question.ts';
import { enumeration } from '../../core/french.ts';
import { number } from '../french.ts';
import { chooseKind, kindOf } from './choices.ts';
import { confidenceMark, intro, table } from './parts.ts';
import type { StepParts } from './parts.ts';

/** The content of the step. */
export function tabsStep(parts: StepParts): readonly Child[] {
  const { details } = parts;
  return [
    intro(
      details.adopted ? 'Mettre à jour depuis vos onglets' : 'Ce que Régie a reconnu',
      'Régie a lu chaque onglet. Changez ce qui est mal reconnu ; un onglet « laissé tel quel » n’est ni lu ni touché.',
    ),
    table({
      label: 'Vos onglets',
      kind: 'kinds',
      headings: ['Onglet', 'Reconnu comme', 'Confiance', 'Pourquoi', 'Ce que cela donne'],
      rows: details.tabs.map((tab, index) => [
        h('span', { class: 'tab-name' }, tab.title),
        kindList(parts, tab, index),
        confidenceMark(tab.confidence, tab.chosen !== null),
        h('span', { class: 'quiet' }, tab.reason),
        gives(tab),
      ]),
    }),
  ];
}

function kindList({ details, input, change }: StepParts, tab: TabDetails, index: number): HTMLElement {
  return select({
    id: `kind-${index}`,
    label: `« ${tab.title} » est`,
    value: kindOf(tab),
    choices: details.kinds.map(({ kind, label }) => ({ value: kind, label })),
    choose: (value) => {
      const option = details.kinds.find(({ kind }) => kind === value);
      if (option !== undefined) change(chooseKind(input, tab.title, option.kind));
    },
  });
}

function gives({ counts, leftAlone }: TabDetails): HTMLElement {
  if (leftAlone || counts.length === 0) return h('span', { class: 'quiet' }, 'Laissé tel quel');
  return h('span', {}, enumeration(counts.map(({ count, noun }) => `${number(count)} ${noun}`)));
}
