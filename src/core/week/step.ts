/** What « Cette semaine » is made of: each capability says what it asks of her, from the tabs that it names. */
import type { Moment, State } from '../command.ts';

/** Something to do, with the button that does it. */
export interface Step {
  readonly id: string;
  /** What cannot wait comes first: days until it is too late (negative: it is), or one of `later`. */
  readonly urgency: number;
  /** French, one line. */
  readonly title: string;
  /** French, one or two sentences. */
  readonly text: string;
  readonly tone: 'urgent' | 'normal' | 'done';
  /** French, on the button. */
  readonly button: string;
  readonly action: StepAction;
}

/** What a step's button does: a dialog, a command with its input, another view, a cell of a tab. */
export type StepAction =
  | { readonly do: 'dialog'; readonly dialog: 'adopt' | 'guide' }
  | { readonly do: 'command'; readonly command: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly do: 'view'; readonly view: string; readonly input: Readonly<Record<string, unknown>> }
  | { readonly do: 'goTo'; readonly tab: string; readonly cell: string };

/** The urgency of what has no date: to mend, to do when there is time, to know. */
export const later = { mend: 3, soon: 20, sometime: 60, done: 365 } as const;

/** One capability's share of the week. */
export interface WeekPart {
  readonly reads: readonly string[];
  /** Pure; what it asks of her now, in any order. */
  readonly steps: (state: State, moment: Moment) => readonly Step[];
}
