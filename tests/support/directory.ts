/** A small register with people and consents, for the directory. */
import { buildDirectory } from '../../src/core/commands/build-directory.ts';
import type { ConsentSubject } from '../../src/core/members/consents.ts';
import { changeTable } from '../../src/core/records.ts';
import type { RecordOf } from '../../src/core/table.ts';
import { consentTable } from '../../src/core/tables/consent.ts';
import { contactTable } from '../../src/core/tables/contact.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import type { Member } from '../../src/core/tables/member.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { run } from './adoption.ts';
import { blank } from './blank.ts';

/** One consent, in few words. */
export interface Agreed {
  readonly member: string;
  readonly contact?: string | null;
  readonly subject: ConsentSubject;
  readonly given?: boolean;
  readonly withdrawn_on?: string | null;
}

/** The workbook of those members, people and consents; consents are numbered in their order. */
export function directoryWorkbook(
  members: readonly (Partial<Member> & { readonly id: string })[],
  people: readonly (Partial<RecordOf<typeof contactTable>> & { readonly id: string })[],
  consents: readonly Agreed[],
): Workbook {
  return {
    [memberTable.tab]: changeTable(memberTable, undefined, {
      put: members.map((fields) => blank(memberTable, { affiliation: 'non_resident', start: '2021-01-12', ...fields })),
    }),
    [contactTable.tab]: changeTable(contactTable, undefined, {
      put: people.map((fields) => blank(contactTable, fields)),
    }),
    [consentTable.tab]: changeTable(consentTable, undefined, {
      put: consents.map((fields, index) =>
        blank(consentTable, {
          id: `CST-${String(index + 1).padStart(4, '0')}`,
          given: true,
          date: '2023-02-01',
          ...fields,
        }),
      ),
    }),
  };
}

/** « Annuaire » built from that workbook, as lines of its cells below the headers. */
export function directoryLines(made: Workbook, today = '2023-05-12'): readonly string[] {
  const grid = run(buildDirectory, [], { made, today }).made['Annuaire'] ?? [];
  return grid.slice(8).map((row) => row.map((cell) => (typeof cell === 'string' ? cell : '')).join(' | '));
}
