/** Step 3: what only she can decide. */
import type { Question } from '../../core/command.ts';
import { h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { part } from '../flow/preview.ts';
import { questionField } from '../flow/question.ts';
import { icon } from '../icons.ts';
import { chooseAnswer } from './choices.ts';
import { intro } from './parts.ts';
import type { StepParts } from './parts.ts';

const TITLES: Readonly<Record<string, string>> = {
  column: 'Colonnes',
  colour: 'Couleurs',
  duplicate: 'Doublons probables',
};
const OTHERS = 'Autres questions';

/** The content of the step. */
export function questionsStep({ preview, input, change }: StepParts): readonly Child[] {
  const { questions } = preview;
  if (questions.length === 0)
    return [
      intro('Questions', ''),
      h('div', { class: 'empty' }, icon('check'), h('p', {}, 'Aucune question : tout ce qui a été lu est clair.')),
    ];
  const answer = (question: string, value: string): void => change(chooseAnswer(input, question, value));
  return [
    intro(
      'Ce que vous seule savez',
      'Régie ne devine pas. Une réponse prudente est déjà cochée quand c’est possible ; changez-la si besoin.',
    ),
    ...groups(questions).map(([title, group]) =>
      part(title, h('div', { class: 'question-grid' }, ...group.map((question) => questionField(question, answer)))),
    ),
  ];
}

/** How many questions wait for an answer. */
export function waiting(questions: readonly Question[]): number {
  return questions.filter(({ answer }) => answer === null).length;
}

function groups(questions: readonly Question[]): readonly (readonly [string, readonly Question[]])[] {
  const titles = [...Object.values(TITLES), OTHERS];
  return titles
    .map((title) => [title, questions.filter(({ kind }) => (TITLES[kind] ?? OTHERS) === title)] as const)
    .filter(([, group]) => group.length > 0);
}
