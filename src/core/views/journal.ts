/** « Journal »: what was done, when, by whom, and what can still be undone. */

/** One action, latest first; undo it with the command « undo » and `undoInput`. */
export interface JournalItem {
  readonly id: string;
  /** "12/05/2023". */
  readonly day: string | null;
  /** "14:05". */
  readonly time: string | null;
  readonly who: string | null;
  readonly action: string | null;
  readonly summary: string | null;
  readonly undo: 'possible' | 'done' | 'impossible';
  readonly tabs: readonly string[];
  /** What « undo » must be given; null when it cannot be undone. */
  readonly undoInput: { readonly id: string; readonly tabs: readonly string[] } | null;
}

/** The answer of the view « journal »; input: {offset?, limit?}. */
export interface JournalView {
  readonly items: readonly JournalItem[];
  readonly offset: number;
  readonly total: number;
}
