/** A question that only she can answer: buttons when there are few choices, a list otherwise. */
import type { Question } from '../../core/command.ts';
import { h } from '../dom.ts';

const FEW = 4;

/** The field of a question; `answer` is told each new choice. */
export function questionField(question: Question, answer: (question: string, value: string) => void): HTMLElement {
  const { id, text, tab, choices, swatch } = question;
  const where = tab !== null && !text.includes(tab) ? h('span', { class: 'quiet' }, `Onglet « ${tab} »`) : null;
  const field =
    choices.length <= FEW
      ? radios(question, (value) => answer(id, value))
      : list(question, (value) => answer(id, value));
  return h(
    'fieldset',
    { class: question.answer === null ? 'question waiting' : 'question' },
    h('legend', {}, swatch === undefined ? null : colourSwatch(swatch), text),
    where,
    field,
  );
}

/** The colour itself; its name stands in the question. */
function colourSwatch(colour: string): HTMLElement {
  const element = h('span', { class: 'swatch', 'aria-hidden': 'true' });
  element.style.backgroundColor = colour;
  return element;
}

function radios({ id, choices, answer }: Question, choose: (value: string) => void): HTMLElement {
  return h(
    'div',
    { class: 'choices' },
    ...choices.map(({ value, label }) =>
      h(
        'label',
        { class: 'choice' },
        h('input', {
          type: 'radio',
          id: `question-${id}-${value}`,
          name: `question-${id}`,
          value,
          checked: value === answer,
          onchange: () => choose(value),
        }),
        h('span', {}, label),
      ),
    ),
  );
}

function list({ id, text, choices, answer }: Question, choose: (value: string) => void): HTMLElement {
  return select({
    id: `question-${id}`,
    label: text,
    value: answer ?? '',
    choices: answer === null ? [{ value: '', label: 'Choisir…' }, ...choices] : choices,
    choose,
  });
}

interface SelectParts {
  readonly id: string;
  /** Read by screen readers. */
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
}

/** A list of choices, one of them chosen. */
export function select({ id, label, value, choices, choose }: SelectParts): HTMLSelectElement {
  const element = h(
    'select',
    { id, 'aria-label': label },
    ...choices.map((choice) => h('option', { value: choice.value, selected: choice.value === value }, choice.label)),
  );
  element.addEventListener('change', () => {
    if (element.value !== '') choose(element.value);
  });
  return element;
}
