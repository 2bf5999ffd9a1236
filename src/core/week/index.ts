/** « Cette semaine »: what all capabilities ask of her, the most urgent first. */
import type { Moment, State } from '../command.ts';
import { budgetPart } from './budget.ts';
import { calendarPart } from './calendar.ts';
import { grantsPart } from './grants.ts';
import { checksPart } from './checks.ts';
import { directoryPart } from './directory.ts';
import { duesPart } from './dues.ts';
import { privacyPart } from './privacy.ts';
import { rentsPart } from './rents.ts';
import { sessionsPart } from './sessions.ts';
import { staysPart } from './stays.ts';
import { later } from './step.ts';
import type { Step, WeekPart } from './step.ts';

const parts: readonly WeekPart[] = [
  // One per line: capabilities add theirs without touching each other's.
  checksPart,
  duesPart,
  budgetPart,
  grantsPart,
  sessionsPart,
  calendarPart,
  staysPart,
  rentsPart,
  directoryPart,
  privacyPart,
];

/** The tabs that the week is read from. */
export const weekReads: readonly string[] = [...new Set(parts.flatMap(({ reads }) => reads))];

/** All that is asked of her now, the most urgent first. */
export function weekSteps(state: State, moment: Moment): readonly Step[] {
  const steps = [...parts.flatMap((part) => part.steps(state, moment)), refreshStep];
  return steps.sort((a, b) => a.urgency - b.urgency);
}

const refreshStep: Step = {
  id: 'refresh',
  urgency: later.sometime,
  title: 'Relire vos onglets',
  text: 'Si vous avez modifié vos onglets d’origine, Régie reprend ce qui est nouveau et garde ce que vous avez corrigé.',
  tone: 'normal',
  button: 'Relire',
  action: { do: 'dialog', dialog: 'adopt' },
};
