/** « Financements » with their parts and payments, as read from the tabs. */
import { budgetTable } from '../tables/budget-line.ts';
import { formPlaceOf } from '../budget/form-place.ts';
import type { State } from '../command.ts';
import { readTable } from '../records.ts';
import { funderIn } from '../reading/budget/funder.ts';
import { fold } from '../reading/values/text.ts';
import { missingColumns } from '../missing-columns.ts';
import { blank } from '../stays/desk.ts';
import type { TableReading } from '../records.ts';
import type { Table } from '../table.ts';
import { grantPartTable, grantTable, instalmentTable } from '../tables/grant.ts';
import type { Grant, GrantPart, Instalment } from '../tables/grant.ts';
import { programmeTable } from '../tables/programme.ts';

/** The tabs from which grants are read. */
export const grantTabs: readonly string[] = [
  grantTable.tab,
  grantPartTable.tab,
  instalmentTable.tab,
  programmeTable.tab,
];

/** The grants of the association, with all that belongs to them. */
export interface Grants {
  readonly grants: readonly Grant[];
  readonly parts: readonly GrantPart[];
  readonly instalments: readonly Instalment[];
  /** The codes of the programmes; empty while there is none. */
  readonly programmes: readonly { readonly code: string; readonly name: string }[];
  readonly readings: {
    readonly grant: TableReading<typeof grantTable>;
    readonly part: TableReading<typeof grantPartTable>;
    readonly instalment: TableReading<typeof instalmentTable>;
  };
  /** Why nothing can be written, in French: a column of ours is missing; null when all is well. */
  readonly obstacle: string | null;
}

/** Reads grants, parts, payments and the codes of programmes. */
export function readGrants(state: State): Grants {
  const read = <T extends Table>(table: T): TableReading<T> =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]);
  const readings = { grant: read(grantTable), part: read(grantPartTable), instalment: read(instalmentTable) };
  return {
    grants: readings.grant.records,
    parts: readings.part.records,
    instalments: readings.instalment.records,
    programmes: read(programmeTable).records.flatMap(({ code, name }) =>
      code === null ? [] : [{ code, name: name ?? code }],
    ),
    readings,
    obstacle: missingColumns(state, [grantTable, grantPartTable, instalmentTable]),
  };
}

/** What tells funders apart: desks of the City, and names written in several ways, are one funder (domain: A15-6). */
export function funderKey(funder: string | null): string {
  return fold(funderName(funder));
}

/** The name under which a funder is listed. */
export function funderName(funder: string | null): string {
  return funder === null ? '' : (funderIn(funder).funder ?? funder);
}

/** « Ville de Paris – DAE – Fonctionnement » : how a grant is named in sentences. */
export function grantName({ id, funder, desk, purpose }: Grant): string {
  const parts = [funder, desk, purpose].filter((part) => part !== null && part.trim() !== '');
  return parts.length === 0 ? id : parts.join(' – ');
}

/** True for public money: what she says, else what the funder's name says; a funder that nobody knows counts as public. */
export function isPublic({ is_public: said, funder, desk, purpose }: Grant): boolean {
  if (said !== null) return said;
  const place = formPlaceOf(
    { ...blank(budgetTable, ''), side: 'income', account_class: '74', funder, desk, label: purpose },
    '2018-06',
  );
  return !(place.kind === 'line' && place.code === '74aidespriv');
}

/** The sum already received of a grant. */
export function receivedOf({ id }: Grant, instalments: readonly Instalment[]): number {
  return instalments
    .filter(({ grant, received_on: on }) => grant === id && on !== null)
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
