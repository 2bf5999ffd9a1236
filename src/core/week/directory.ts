/** What « Annuaire » asks of her: to be built again when it says more than its members agree to, or less. */
import { plural } from '../adoption/labels.ts';
import { directoryOf, directoryReads } from '../directory/entries.ts';
import { DIRECTORY_SHEET } from '../directory/sheet.ts';
import { directoryStanding } from '../directory/standing.ts';
import { enumeration, french, quoted } from '../french.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

const MOST_NAMES = 3;

/** The directory, once there is one. */
export const directoryPart: WeekPart = {
  reads: [...directoryReads, DIRECTORY_SHEET],
  steps: (state, moment) => {
    if (!Object.hasOwn(state.workbook, DIRECTORY_SHEET)) return [];
    const { state: standing, names } = directoryStanding(state, directoryOf(state, moment), moment);
    switch (standing) {
      case 'absent':
      case 'current':
        return [];
      case 'excessive':
        return [excessStep(names)];
      case 'behind':
        return [behindStep];
    }
  },
};

const again = { button: 'Reconstruire', action: { do: 'command', command: 'build-directory', input: {} } } as const;

function excessStep(names: readonly string[]): Step {
  const shown = names.slice(0, MOST_NAMES).map(quoted);
  const others = names.length - shown.length;
  const list = enumeration(others === 0 ? shown : [...shown, plural(others, 'autre')]);
  return {
    id: 'directory',
    urgency: 0,
    title: 'L’annuaire en dit trop',
    text: french`${list} : un accord retiré, un départ ou une correction depuis la construction. Reconstruisez-le, puis remplacez le fichier de votre site.`,
    tone: 'urgent',
    ...again,
  };
}

const behindStep: Step = {
  id: 'directory',
  urgency: later.sometime,
  title: 'L’annuaire n’est plus à jour',
  text: 'Des adhérents ou des accords se sont ajoutés depuis sa construction.',
  tone: 'normal',
  ...again,
};
