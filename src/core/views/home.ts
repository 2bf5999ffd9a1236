/** « Cette semaine »: whether the workbook is adopted, what is left to check, what to do next. */

/** Something to do, with the button that does it; five at most. */
export interface Step {
  readonly id: string;
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

/** How many points are left to check, by gravity. */
export interface CheckCounts {
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly total: number;
}

/** The answer of the view « home ». */
export interface HomeView {
  readonly association: string | null;
  readonly year: number | null;
  readonly adopted: boolean;
  readonly checks: CheckCounts;
  /** What the managed tabs hold: « 100 adhérents »… */
  readonly figures: readonly { readonly tab: string; readonly noun: string; readonly count: number }[];
  readonly steps: readonly Step[];
}
