/** Duplicates that she declared to be the same organisation: their records stay, linked by « Fusionné dans ». */
import { handleOf } from './draft.ts';
import type { Handle } from './draft.ts';
import type { Duplicate } from './propositions.ts';
import { duplicateQuestionId } from './questions.ts';
import type { TableEdit, TableState } from './table-edit.ts';

type Ids = ReadonlyMap<Handle, string>;

/** The ids of both records of a duplicate. */
export function idsOfDuplicate({ tab, keep, drop }: Duplicate, ids: Ids): { keep: string; drop: string } {
  return {
    keep: ids.get(handleOf(tab, keep.source_row, 'member')) ?? '',
    drop: ids.get(handleOf(tab, drop.source_row, 'member')) ?? '',
  };
}

/** True when the record to drop is already merged into the one to keep. */
export function isMerged(duplicate: Duplicate, ids: Ids, state: TableState | undefined): boolean {
  const { keep, drop } = idsOfDuplicate(duplicate, ids);
  return keep !== '' && state?.records.get(drop)?.['merged_into'] === keep;
}

/** Writes in the edit what she said of each duplicate; what she did not speak of stays as it is. */
export function mergeInto(
  edit: TableEdit,
  duplicates: readonly Duplicate[],
  { answers, ids, state }: { answers: Readonly<Record<string, string>>; ids: Ids; state: TableState | undefined },
): void {
  for (const duplicate of duplicates) {
    const questionId = duplicateQuestionId(duplicate);
    const said = Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
    const { keep, drop } = idsOfDuplicate(duplicate, ids);
    if (keep === '' || drop === '') continue;
    const merged = isMerged(duplicate, ids, state);
    const wanted = said === 'merge' && !merged ? keep : said === 'keep' && merged ? null : undefined;
    if (wanted === undefined) continue;
    const added = edit.add.get(drop);
    if (added) edit.add.set(drop, { ...added, merged_into: wanted });
    else if (state?.records.has(drop)) edit.set.set(drop, { ...edit.set.get(drop), merged_into: wanted });
  }
}

/** The handles of records that are merged after this run. */
export function mergedHandles(
  duplicates: readonly Duplicate[],
  answerOf: (duplicate: Duplicate) => string | null,
): ReadonlySet<Handle> {
  return new Set(
    duplicates
      .filter((duplicate) => answerOf(duplicate) === 'merge')
      .map(({ tab, drop }) => handleOf(tab, drop.source_row, 'member')),
  );
}
