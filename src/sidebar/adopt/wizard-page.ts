/** How the wizard looks at each moment: the steps above, the content, the buttons below. */
import type { AdoptInput } from '../../core/adoption/details.ts';
import type { ShowAnswer } from '../../core/shell.ts';
import { announce, byId, h, redraw } from '../dom.ts';
import type { Child } from '../dom.ts';
import type { Action, FlowState } from '../flow/flow.ts';
import { mainButton, quietButton } from '../flow/panel.ts';
import { notice } from '../flow/preview.ts';
import { progress } from '../flow/progress.ts';
import { agreementStep } from './agreement-step.ts';
import { withChoices } from './choices.ts';
import { columnsStep } from './columns-step.ts';
import { doneButtons, doneStep } from './done-step.ts';
import { detailsOf } from './parts.ts';
import type { StepParts } from './parts.ts';
import { questionsStep, waiting } from './questions-step.ts';
import { stepList, STEPS } from './step-list.ts';
import type { StepName } from './step-list.ts';
import { tabsStep } from './tabs-step.ts';

/** Where the wizard is. */
export interface Situation {
  step: StepName;
  /** The tab looked at in the step of columns. */
  tab: string | null;
  state: FlowState;
  input: AdoptInput;
}

/** What its buttons do. */
export interface Moves {
  readonly go: (step: StepName) => void;
  readonly change: (input: AdoptInput) => void;
  readonly lookAt: (tab: string) => void;
  readonly apply: () => void;
  readonly again: () => void;
  readonly close: () => void;
  /** Closes after the end, with the grid on that tab. */
  readonly finish: (tab: string | null) => void;
  readonly undo: (action: Action) => void;
}

interface Drawing {
  readonly steps: Child;
  readonly main: readonly Child[];
  readonly foot: readonly Child[];
}

/** Draws the whole page; the focus and the scroll stay where they were. */
export function drawWizard(now: Situation, moves: Moves): void {
  const place = byId('main');
  const scroll = place.scrollTop;
  const { steps, main, foot } = drawingOf(now, moves);
  redraw(byId('steps'), steps);
  redraw(place, ...main);
  redraw(byId('foot'), ...foot);
  place.scrollTop = scroll;
}

function drawingOf(now: Situation, moves: Moves): Drawing {
  const { state } = now;
  switch (state.at) {
    case 'failed':
      return failed(state.message, state.writing, moves);
    case 'done':
      return { steps: null, main: doneStep(state.applied), foot: doneButtons(state.applied, moves) };
    case 'reading':
    case 'shown':
    case 'applying': {
      const { shown } = state;
      if (shown === null)
        return { steps: null, main: [progress('Régie lit vos onglets…')], foot: [quietButton('Fermer', moves.close)] };
      return {
        steps: stepList(now.step, stepNotes(shown), moves.go),
        main: content(now, shown, moves),
        foot: [status(state), ...buttons(now, shown, moves)],
      };
    }
  }
}

function failed(message: string, writing: boolean, { close, again }: Moves): Drawing {
  return {
    steps: null,
    main: [
      h('h2', { tabindex: '-1' }, 'Cela n’a pas abouti'),
      notice('error', message, 'error'),
      writing ? h('p', {}, 'En réessayant, Régie relit d’abord le classeur pour voir si l’adoption a eu lieu.') : null,
    ],
    foot: [quietButton('Fermer', close), mainButton('Réessayer', again)],
  };
}

function content({ step, tab, input, state }: Situation, shown: ShowAnswer, moves: Moves): readonly Child[] {
  const { change, lookAt, go } = moves;
  const read = detailsOf(shown.preview);
  const details = state.at === 'reading' ? withChoices(read, input) : read;
  const parts: StepParts = { preview: shown.preview, details, input, change, tab, lookAt };
  switch (step) {
    case 'tabs':
      return tabsStep(parts);
    case 'columns':
      return columnsStep(parts);
    case 'questions':
      return questionsStep(parts);
    case 'agreement':
      return agreementStep(parts, () => go('questions'));
  }
}

function buttons({ step, state }: Situation, shown: ShowAnswer, moves: Moves): readonly Child[] {
  const at = STEPS.findIndex(({ name }) => name === step);
  const [before, after] = [STEPS[at - 1], STEPS[at + 1]];
  const applying = state.at === 'applying';
  return [
    before === undefined ? null : quietButton('Retour', () => moves.go(before.name), applying),
    after === undefined
      ? lastButton(shown, state.at !== 'shown', moves)
      : mainButton('Continuer', () => moves.go(after.name), applying),
  ];
}

function lastButton(shown: ShowAnswer, busy: boolean, { close, apply }: Moves): HTMLElement {
  const { state } = shown.preview;
  if (state === 'nothing' || state === 'refused') return mainButton('Fermer', close);
  const label = detailsOf(shown.preview).adopted ? 'Mettre à jour' : 'Adopter';
  return mainButton(label, apply, busy || state !== 'ready');
}

function status(state: FlowState): HTMLElement {
  const place = h('div', { class: 'status' });
  if (state.at === 'reading') place.append(progress('Nouveau calcul…'));
  else if (state.at === 'applying') place.append(progress('Adoption en cours…'));
  else if (state.at === 'shown') {
    if (state.note !== null) place.append(notice('refresh', state.note, 'info'));
    announce(state.note ?? 'Aperçu à jour. Rien n’est encore fait.');
  }
  return place;
}

function stepNotes({ preview }: ShowAnswer): Readonly<Partial<Record<StepName, string>>> {
  const open = waiting(preview.questions);
  return open === 0 ? {} : { questions: String(open) };
}
