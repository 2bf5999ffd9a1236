/** Grants for tests: a record with what the test gives, workbooks that hold them, and what a command makes of one. */
import type { Command, State, Wish } from '../../src/core/command.ts';
import { afterPlan, planOf } from '../../src/core/plan.ts';
import { changeTable } from '../../src/core/records.ts';
import { blank } from '../../src/core/stays/desk.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import { grantPartTable, grantTable, instalmentTable } from '../../src/core/tables/grant.ts';
import type { Grant, GrantPart, Instalment } from '../../src/core/tables/grant.ts';
import type { Workbook } from '../../src/core/workbook.ts';

/** A grant of 2023, asked for. */
export function grant(parts: Partial<Grant>): Grant {
  return {
    ...blank(grantTable, 'FIN-0001'),
    funder: 'Ville de Paris',
    state: 'requested',
    period_start: '2023-01-01',
    period_end: '2023-12-31',
    ...parts,
  };
}

/** A part of FIN-0001. */
export function grantPart(parts: Partial<GrantPart>): GrantPart {
  return { ...blank(grantPartTable, 'PFI-0001'), grant: 'FIN-0001', ...parts };
}

/** A payment of FIN-0001. */
export function instalment(parts: Partial<Instalment>): Instalment {
  return { ...blank(instalmentTable, 'ECF-0001'), grant: 'FIN-0001', ...parts };
}

/** A workbook with those records in the tab of their table. */
export function tabOf<T extends Table>(table: T, put: readonly RecordOf<T>[]): Workbook {
  return { [table.tab]: changeTable(table, undefined, { put }) };
}

/** The state of a workbook without formulas. */
export function stateOf(workbook: Workbook): State {
  return { workbook, shown: {}, tabs: Object.keys(workbook), sources: [] };
}

/** What the command wishes on 12 May 2023. */
export function wished(command: Command, workbook: Workbook, input: unknown): Wish {
  return command.decide(stateOf(workbook), input, { today: '2023-05-12', time: '10:00' });
}

/** The workbook once the wish is granted. */
export function granted(workbook: Workbook, { tabs }: Pick<Wish, 'tabs'>): Workbook {
  return { ...workbook, ...afterPlan(workbook, planOf(workbook, tabs)) };
}

/** A text with plain spaces, as one types it. */
export function plain(text: string | null): string {
  return (text ?? '').replace(/[\u00a0\u202f]/gu, ' ');
}
