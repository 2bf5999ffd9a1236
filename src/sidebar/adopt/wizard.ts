/** The adoption wizard: four steps over one preview that is computed again at each choice, then the yes, then the way back. */
import type { AdoptInput } from '../../core/adoption/details.ts';
import { byId, fill, focusOn } from '../dom.ts';
import { createFlow } from '../flow/flow.ts';
import type { FlowState } from '../flow/flow.ts';
import { openAction } from '../flow/panel.ts';
import type { Server } from '../server.ts';
import { hasChoices } from './choices.ts';
import type { StepName } from './step-list.ts';
import { drawWizard } from './wizard-page.ts';
import type { Moves, Situation } from './wizard-page.ts';

interface WizardParts {
  readonly server: Server;
  readonly close: () => void;
  /** Tells the other panels that the workbook changed. */
  readonly changed: () => void;
}

/** The wizard as the dialog drives it. */
export interface Wizard {
  /** What would be lost by closing now, as a French question; null when nothing would. */
  readonly atStake: () => string | null;
}

/** Starts the wizard in the dialog's page. */
export function startWizard({ server, close, changed }: WizardParts): Wizard {
  const now: Situation = { step: 'tabs', tab: null, state: { at: 'reading', shown: null }, input: {} };
  const flow = createFlow(server, { command: 'adopt', input: {}, title: null, yes: null }, (state) => {
    const moved = now.state.at !== state.at;
    const first = now.state.at === 'reading' && now.state.shown === null && state.at === 'shown';
    now.state = state;
    if (state.at === 'done') changed();
    drawWizard(now, moves);
    if (first || (moved && (state.at === 'done' || state.at === 'failed'))) top();
  });
  const moves: Moves = {
    go: (step: StepName) => {
      now.step = step;
      drawWizard(now, moves);
      top();
    },
    change: (input: AdoptInput) => {
      now.input = input;
      void flow.change({ ...input });
    },
    lookAt: (tab) => {
      now.tab = tab;
      drawWizard(now, moves);
    },
    apply: () => void flow.apply(),
    again: () => void flow.show(),
    close,
    finish: (tab) => {
      // A tab that is not there any more is no reason to stay.
      const shown = tab === null ? Promise.resolve() : server.goTo(tab, 'A1').catch(() => undefined);
      void shown.then(close);
    },
    undo: (action) => {
      fill(byId('steps'));
      fill(byId('foot'));
      openAction({ server, place: byId('main'), leave: close, back: null, changed, goTo: null }, action);
    },
  };
  drawWizard(now, moves);
  void flow.show();
  return { atStake: () => atStake(now.state, now.input) };
}

function top(): void {
  const place = byId('main');
  place.scrollTop = 0;
  focusOn(place.querySelector('h2'));
}

function atStake(state: FlowState, input: AdoptInput): string | null {
  if (state.at === 'applying')
    return 'L’adoption est en cours. Si vous fermez cette fenêtre, elle se terminera quand même et sera notée dans le journal. Fermer ?';
  if (state.at === 'done' || !hasChoices(input)) return null;
  return 'Vos choix ne sont pas encore appliqués : ils seront perdus. Fermer sans adopter ?';
}
