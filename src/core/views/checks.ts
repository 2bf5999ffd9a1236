/** « À vérifier »: the points left by adoption and other commands, with what to do about each. */
import type { Severity } from '../problem.ts';
import type { CheckCounts } from './home.ts';

/** A point to check is to do, settled, or set aside. */
export type CheckState = 'open' | 'done' | 'ignored';

/** One point; settle it with the command « settle-check » {id, action}. */
export interface CheckItem {
  readonly id: string;
  readonly severity: Severity;
  /** French: « erreur », « à regarder », « pour information ». */
  readonly severityLabel: string;
  readonly kind: string;
  /** French, short: groups points of the same nature. */
  readonly kindLabel: string;
  /** Where it was read. */
  readonly tab: string | null;
  readonly row: number | null;
  readonly column: string | null;
  readonly raw: string | null;
  /** French: what is wrong. */
  readonly what: string;
  /** French: what to do. */
  readonly cure: string;
  /** The record concerned, and where it stands now. */
  readonly record: {
    readonly id: string;
    readonly tab: string;
    readonly label: string | null;
    readonly cell: string | null;
  } | null;
  /** French header of the field concerned. */
  readonly field: string | null;
  /** What « Appliquer » would write, as people read it; null when there is nothing to apply. */
  readonly proposal: string | null;
  readonly state: CheckState;
  /** The cell to look at in the source tab ("I5"), when it still has one. */
  readonly sourceCell: string | null;
}

/** Points of the same nature. */
export interface CheckGroup {
  readonly kind: string;
  readonly label: string;
  readonly open: number;
}

/** The answer of the view « checks »; input: {state?, kind?, tab?, offset?, limit?}. */
export interface ChecksView {
  readonly adopted: boolean;
  readonly counts: CheckCounts;
  readonly done: number;
  readonly ignored: number;
  readonly groups: readonly CheckGroup[];
  readonly tabs: readonly { readonly tab: string; readonly open: number }[];
  readonly items: readonly CheckItem[];
  readonly offset: number;
  /** How many items the filter holds in all. */
  readonly total: number;
}
