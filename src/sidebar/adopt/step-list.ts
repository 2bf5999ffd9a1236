/** The four steps above the wizard: where she is, where she may go. */
import { h } from '../dom.ts';

/** The steps, in order. */
export const STEPS = [
  { name: 'tabs', label: 'Onglets' },
  { name: 'columns', label: 'Colonnes' },
  { name: 'questions', label: 'Questions' },
  { name: 'agreement', label: 'Aperçu et accord' },
] as const;

/** The name of a step. */
export type StepName = (typeof STEPS)[number]['name'];

/** The list of steps; a note beside a step says how much waits there. */
export function stepList(
  current: StepName,
  notes: Readonly<Partial<Record<StepName, string>>>,
  go: (step: StepName) => void,
): HTMLElement {
  return h(
    'ol',
    {},
    ...STEPS.map(({ name, label }, index) =>
      h(
        'li',
        {},
        h(
          'button',
          {
            type: 'button',
            id: `step-${name}`,
            'aria-current': name === current ? 'step' : null,
            onclick: () => go(name),
          },
          h('span', { class: 'step-number' }, String(index + 1)),
          label,
          badge(notes[name]),
        ),
      ),
    ),
  );
}

function badge(note: string | undefined): HTMLElement | null {
  if (note === undefined) return null;
  return h('span', { class: 'badge waiting' }, note, h('span', { class: 'hidden-text' }, ' en attente'));
}
