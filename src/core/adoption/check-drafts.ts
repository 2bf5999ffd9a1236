/** Points to check as drafts: problems of a reading, what remarks propose, notes of the tab, conflicts and rows that went. */
import type { FieldValue } from '../cells.ts';
import { hashText } from '../digest.ts';
import type { Severity } from '../problem.ts';
import type { Handle } from './draft.ts';

/** A point to be written in « À vérifier »; `values` are what « Appliquer » writes, with links still to resolve. */
export interface CheckDraft {
  readonly kind: string;
  readonly severity: Severity;
  readonly tab: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly raw: string | null;
  readonly what: string;
  readonly cure: string;
  /** The record concerned: a draft's handle, or an id that is known already. */
  readonly record: Handle | null;
  /** English field of the record. */
  readonly field: string | null;
  readonly proposal: Proposition | null;
  /** What tells this point apart from the others of its kind; rows may move, so the row is not in it. */
  readonly identity: readonly (string | null)[];
  /** True when it is settled as it is written. */
  readonly done?: boolean;
}

/** A correction ready to be applied. */
export interface Proposition {
  /** French. */
  readonly text: string;
  readonly values: Readonly<Record<string, FieldValue>>;
  /** Fields that take another record's id. */
  readonly links?: Readonly<Record<string, Handle>>;
}

/** The key by which a point is recognised on the next run; equal points are numbered. */
export function checkKeys(drafts: readonly CheckDraft[], idOf: (handle: Handle) => string | null): string[] {
  const counts = new Map<string, number>();
  return drafts.map((draft) => {
    const record = draft.record === null ? null : (idOf(draft.record) ?? draft.record);
    const identity = JSON.stringify([draft.kind, draft.tab, record, draft.field ?? draft.column, ...draft.identity]);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return `${hashText(identity)}-${String(count)}`;
  });
}
