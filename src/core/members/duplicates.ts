/** Members that are probable duplicates of others, as long as she has not decided. */
import type { State } from '../command.ts';
import { readTable } from '../records.ts';
import { checkTable } from '../tables/check.ts';
import { memberTable } from '../tables/member.ts';

/** The members with an open point « doublon probable » in « À vérifier ». */
export function duplicateMembers(state: State): ReadonlySet<string> {
  const checks = readTable(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]).records;
  return new Set(
    checks
      .filter(
        ({ kind, record, state: verdict }) =>
          kind === 'duplicate_row' &&
          (verdict ?? 'open') === 'open' &&
          record?.startsWith(`${memberTable.prefix}-`) === true,
      )
      .map(({ record }) => record ?? ''),
  );
}
