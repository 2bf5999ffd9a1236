/** The end of the wizard: what was made, what to do next, and the way back. */
import type { Preview } from '../../core/preview.ts';
import type { ApplyAnswer } from '../../core/shell.ts';
import { announce, h } from '../dom.ts';
import type { Child } from '../dom.ts';
import { undoOf } from '../flow/flow.ts';
import type { Action } from '../flow/flow.ts';
import { changeList, isTechnical, notice, part } from '../flow/preview.ts';
import { mainButton, undoButton } from '../flow/panel.ts';
import { count } from '../french.ts';
import { detailsOf } from './parts.ts';

interface Moves {
  readonly finish: (tab: string | null) => void;
  readonly undo: (action: Action) => void;
}

/** The content of the last page. */
export function doneStep(applied: ApplyAnswer): readonly Child[] {
  const { preview } = applied.shown;
  announce('C’est fait.');
  return [
    h('h2', { tabindex: '-1' }, 'Votre classeur est adopté'),
    notice('check', 'C’est fait, et noté dans le journal. Vos onglets d’origine n’ont pas changé.', 'success'),
    h(
      'div',
      { class: 'two-columns' },
      h('div', {}, part('Et maintenant ?', h('ol', { class: 'numbered' }, ...nextSteps(toCheck(preview))))),
      h('div', {}, changeList(preview.changes, 'Ce qui a été créé')),
    ),
  ];
}

/** Its buttons. */
export function doneButtons(applied: ApplyAnswer, { finish, undo }: Moves): readonly Child[] {
  const undoing = undoOf(applied);
  return [
    undoing === null ? null : undoButton('Annuler l’adoption', () => undo(undoing)),
    mainButton('Terminer', () => finish(firstTab(applied))),
  ];
}

function toCheck(preview: Preview): number {
  const { error, warning, info } = detailsOf(preview).checks;
  return error + warning + info;
}

/** The first tab made, on which she goes on. */
function firstTab({ shown }: ApplyAnswer): string | null {
  return shown.preview.changes.find(({ tab, existence }) => existence === 'created' && !isTechnical(tab))?.tab ?? null;
}

function nextSteps(doubts: number): readonly HTMLElement[] {
  return [
    doubts === 0
      ? null
      : `Dans le panneau « Régie », ouvrez « À vérifier » : ${count(doubts, 'point attend', 'points attendent')} votre regard, un par un.`,
    'Travaillez désormais dans les nouveaux onglets. Les anciens restent là, pour mémoire.',
    'Construisez le budget prévisionnel depuis « Cette semaine ».',
  ]
    .filter((text) => text !== null)
    .map((text) => h('li', {}, text));
}
