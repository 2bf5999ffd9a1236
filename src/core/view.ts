/** A view: what a panel of the sidebar shows, computed from one reading; it changes nothing. */
import type { Moment, State } from './command.ts';

/** A view as the list holds it. */
export interface View {
  readonly name: string;
  /** The tabs it reads, or all of them. */
  readonly reads: readonly string[] | 'all';
  /** True when it needs the look of cells: formats of dates, notes. */
  readonly looks?: boolean;
  /** The few of those tabs that this input needs; all of them when there is no such function. Hostile input reads fewer, never more. */
  readonly narrow?: (input: unknown) => readonly string[];
  /** Pure; the result is plain JSON. The input is hostile until parsed. */
  readonly view: (state: State, input: unknown, moment: Moment) => unknown;
}
