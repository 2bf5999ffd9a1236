/** Points that commands about members leave in « À vérifier »: each once, whatever is done again. */
import { hashText } from '../digest.ts';
import type { Severity } from '../problem.ts';
import { checkTable } from '../tables/check.ts';
import { tableOfId } from '../tables/index.ts';
import type { Edits } from './edits.ts';

/** A point to leave: what there is, what to do, about which record. */
export interface Point {
  readonly kind: string;
  readonly severity: Severity;
  readonly record: string;
  /** Tells this point apart from the others of its kind about that record. */
  readonly identity: string;
  readonly what: string;
  readonly cure: string;
}

/** Adds the points that « À vérifier » does not hold yet, and gives how many. */
export function leavePoints(edits: Edits, points: readonly Point[]): number {
  const known = new Set(edits.records(checkTable).map(({ key }) => key));
  const fresh = points.map((point) => ({ point, key: keyOf(point) })).filter(({ key }) => !known.has(key));
  for (const { point, key } of fresh) {
    edits.add(checkTable, {
      state: 'open',
      severity: point.severity,
      tab: tableOfId(point.record)?.tab ?? null,
      what: point.what,
      cure: point.cure,
      record: point.record,
      kind: point.kind,
      key,
    });
  }
  return fresh.length;
}

function keyOf({ kind, record, identity }: Point): string {
  return `${hashText(JSON.stringify([kind, record, identity]))}-0`;
}
