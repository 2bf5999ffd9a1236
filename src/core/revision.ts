/** The revision mark: each batch replaces it, so that a writer that computed on an older state is refused whole. */
import type { SheetsRequest } from './dress-requests.ts';
import { journalTable } from './journal.ts';
import { REVISION_MARK } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

/** The requests that begin and end a batch computed on that snapshot; the mark stands on a tab that exists afterwards. */
export function nextRevision(
  { revision, revisionIds }: Snapshot,
  sheetId: number,
): { readonly before: readonly SheetsRequest[]; readonly after: readonly SheetsRequest[] } {
  const name = `${REVISION_MARK}${revision + 1}`;
  // On a column that is hidden in « Journal »: Sheets shows a range's name to whoever stands on it.
  const column = Math.max(
    0,
    journalTable.columns.findIndex((declared) => 'hidden' in declared),
  );
  const range = { sheetId, startRowIndex: 0, endRowIndex: 1, startColumnIndex: column, endColumnIndex: column + 1 };
  return {
    before: revisionIds.map((namedRangeId) => ({ deleteNamedRange: { namedRangeId } })),
    after: [{ addNamedRange: { namedRange: { namedRangeId: name, name, range } } }],
  };
}
