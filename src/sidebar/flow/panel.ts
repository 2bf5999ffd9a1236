/** The panel of an action: its preview, its button, its progress, its end with « Annuler »; the focus follows. */
import type { ApplyAnswer } from '../../core/shell.ts';
import { announce, focusOn, h, redraw } from '../dom.ts';
import { icon } from '../icons.ts';
import type { Server } from '../server.ts';
import { calendarFollows } from './calendar.ts';
import { createFlow, undoOf } from './flow.ts';
import type { Action, FlowState } from './flow.ts';
import { changeList, notice, previewBody, summaryList } from './preview.ts';
import { progress } from './progress.ts';
import { sending } from './sending.ts';

/** Where and for whom an action runs. */
export interface PanelHost {
  readonly server: Server;
  readonly place: HTMLElement;
  /** Called when she leaves the panel. */
  readonly leave: () => void;
  /** Goes back to the form that the action comes from; null when it comes from none. */
  readonly back: (() => void) | null;
  /** Called as soon as the workbook has changed. */
  readonly changed: () => void;
  /** Brings the grid to a cell; null where the grid is out of reach. */
  readonly goTo: ((tab: string, cell: string) => void) | null;
}

interface Moves {
  readonly server: Server;
  readonly yes: () => void;
  readonly again: () => void;
  readonly leave: () => void;
  readonly back: (() => void) | null;
  readonly answer: (question: string, value: string) => void;
  readonly open: (action: Action) => void;
  readonly goTo: ((tab: string) => void) | null;
}

/** Opens an action in its place and shows what it would do. */
export function openAction(host: PanelHost, action: Action): void {
  let at = '';
  const flow = createFlow(host.server, action, (state) => {
    if (state.at === 'done') host.changed();
    const heading = h('h2', { id: 'action-title', tabindex: '-1' }, action.title ?? labelOf(state));
    const moved = at !== state.at && !(state.at === 'reading' && state.shown !== null);
    const refocused = redraw(host.place, heading, ...content(state, action, moves));
    if (moved && !(refocused && at === 'reading')) focusOn(heading);
    at = state.at;
  });
  const moves: Moves = {
    server: host.server,
    yes: () => void flow.apply(),
    again: () => void flow.show(),
    leave: host.leave,
    back: host.back,
    answer: (question, value) => void flow.answer(question, value),
    open: (next) => openAction(host, next),
    goTo: host.goTo === null ? null : (tab) => host.goTo?.(tab, 'A1'),
  };
  void flow.show();
}

function labelOf(state: FlowState): string {
  switch (state.at) {
    case 'reading':
    case 'shown':
    case 'applying':
      return state.shown?.preview.label ?? '';
    case 'done':
      return state.applied.shown.preview.label;
    case 'failed':
      return 'L’action n’a pas abouti';
  }
}

function content(state: FlowState, action: Action, moves: Moves): readonly (HTMLElement | null)[] {
  switch (state.at) {
    case 'reading':
      if (state.shown === null)
        return [progress('Lecture du classeur…'), foot(quietButton('Ne rien faire', moves.leave))];
      return [
        progress('Nouveau calcul…'),
        h('div', { class: 'stale', 'aria-busy': 'true' }, previewBody(state.shown.preview, moves.answer)),
        foot(
          mainButton(action.yes ?? state.shown.preview.label, moves.yes, true),
          quietButton('Ne rien faire', moves.leave),
        ),
      ];
    case 'shown':
      return shownContent(state, action, moves);
    case 'applying':
      return [
        progress('Écriture dans le classeur…'),
        h('p', { class: 'quiet' }, 'Vous pouvez laisser ce panneau ouvert.'),
      ];
    case 'done':
      return doneContent(state.applied, moves);
    case 'failed':
      return [
        notice('error', state.message, 'error'),
        state.writing
          ? h('p', {}, 'En réessayant, Régie relit d’abord le classeur pour voir si l’action a eu lieu.')
          : null,
        foot(mainButton('Réessayer', moves.again), backButton(moves), quietButton('Fermer', moves.leave)),
      ];
  }
}

const STATES = {
  ready: 'Aperçu prêt. Rien n’est encore fait.',
  nothing: 'Rien à changer.',
  question: 'Une réponse est attendue avant de continuer.',
  refused: 'Cette action n’est pas possible pour l’instant.',
} as const;

function shownContent(
  { shown, note }: Extract<FlowState, { at: 'shown' }>,
  action: Action,
  moves: Moves,
): readonly (HTMLElement | null)[] {
  const { yes, leave, answer } = moves;
  const { preview } = shown;
  announce(note ?? STATES[preview.state]);
  return [
    note === null ? null : notice('refresh', note, 'info'),
    previewBody(preview, answer),
    preview.state === 'ready' || preview.state === 'question'
      ? foot(
          mainButton(action.yes ?? preview.label, yes, preview.state === 'question'),
          backButton(moves),
          quietButton('Ne rien faire', leave),
        )
      : foot(backButton(moves), quietButton('Fermer', leave)),
  ];
}

function doneContent(applied: ApplyAnswer, { leave, open, goTo, server }: Moves): readonly (HTMLElement | null)[] {
  const { preview } = applied.shown;
  const undoing = undoOf(applied);
  announce('C’est fait.');
  return [
    notice('check', 'C’est fait, et noté dans le journal.', 'success'),
    summaryList(preview.summary),
    sending(server, applied.mails),
    calendarFollows(server, applied),
    changeList(preview.changes, 'Ce qui a changé', goTo),
    foot(mainButton('Continuer', leave), undoing === null ? null : undoButton('Annuler', () => open(undoing))),
  ];
}

function backButton({ back }: Moves): HTMLElement | null {
  return back === null ? null : quietButton('Modifier', back);
}

/** A row of buttons at the foot of a panel. */
export function foot(...buttons: readonly (HTMLElement | null)[]): HTMLElement {
  return h('div', { class: 'actions' }, ...buttons);
}

/** The one blue button of a panel. */
export function mainButton(label: string, press: () => void, disabled = false): HTMLButtonElement {
  return h('button', { type: 'button', class: 'main', onclick: press, disabled }, label);
}

/** A quiet button. */
export function quietButton(label: string, press: () => void, disabled = false): HTMLButtonElement {
  return h('button', { type: 'button', class: 'plain', onclick: press, disabled }, label);
}

/** A button that undoes. */
export function undoButton(label: string, press: () => void): HTMLButtonElement {
  return h('button', { type: 'button', class: 'plain', onclick: press }, icon('undo'), label);
}
