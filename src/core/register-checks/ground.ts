/** What the checks of the register stand on: its tables as they are in the workbook, and where each cell is. */
import type { CheckDraft, Proposition } from '../adoption/check-drafts.ts';
import { stateOf } from '../adoption/table-edit.ts';
import type { TableState } from '../adoption/table-edit.ts';
import type { State } from '../command.ts';
import type { Day } from '../day.ts';
import { duplicateMembers } from '../members/duplicates.ts';
import type { Problem, Severity } from '../problem.ts';
import { readRegister, registerTables } from '../register.ts';
import type { Register } from '../register.ts';
import { readStays } from '../stays/read.ts';
import type { Stays } from '../stays/read.ts';
import type { Table } from '../table.ts';
import { settingTable } from '../tables/setting.ts';
import { columnLetters } from '../workbook.ts';

/** The register, and its tabs. */
export interface Ground {
  readonly register: Register;
  readonly stays: Stays;
  /** Members who are probable duplicates of others: what they lack is settled with them. */
  readonly duplicates: ReadonlySet<string>;
  readonly today: Day;
  /** The tabs that exist, by the title of their table. */
  readonly states: ReadonlyMap<string, TableState>;
}

/** The tables whose cells are checked: « Réglages » has its own panel. */
export const checkedTables: readonly Table[] = Object.values<Table>(registerTables).filter(
  ({ tab }) => tab !== settingTable.tab,
);

/** Reads the register for its checks. */
export function groundOf(state: State, today: Day): Ground {
  const states = new Map<string, TableState>();
  const register = readRegister(state, (table, reading) => {
    const grid = state.workbook[table.tab];
    if (grid === undefined || grid.length === 0 || !checkedTables.includes(table)) return;
    states.set(table.tab, stateOf(table, { grid, shown: state.shown[table.tab] }, reading));
  });
  return { register, stays: readStays(register), duplicates: duplicateMembers(state), today, states };
}

/** What is to be said of a record. */
export interface Remark {
  readonly kind: string;
  readonly severity: Severity;
  readonly table: Table;
  readonly id: string;
  readonly field: string | null;
  readonly raw?: string | null;
  readonly what: string;
  readonly cure: string;
  readonly proposal?: Proposition | null;
  /** Tells this point apart from others of its kind about the same field. */
  readonly identity?: readonly (string | null)[];
}

/** The point of a record, at the cell where it stands now. */
export function pointOf({ states }: Ground, remark: Remark): CheckDraft {
  const { table, id, field, raw = null, proposal = null, identity = [], kind, severity, what, cure } = remark;
  const state = states.get(table.tab);
  const row = state?.rowOf.get(id);
  const place = field === null ? undefined : state?.places.get(field);
  return {
    kind,
    severity,
    what,
    cure,
    raw,
    proposal,
    identity,
    tab: table.tab,
    row: row === undefined ? null : row + 1,
    column: place === undefined ? null : columnLetters(place),
    record: id,
    field,
  };
}

/** A point about a tab as a whole. */
export function tabPoint(
  table: Table,
  point: Pick<CheckDraft, 'kind' | 'severity' | 'what' | 'cure'> & Partial<Pick<CheckDraft, 'row' | 'column' | 'raw'>>,
  identity: readonly (string | null)[] = [],
): CheckDraft {
  return {
    row: null,
    column: null,
    raw: null,
    ...point,
    tab: table.tab,
    record: null,
    field: null,
    proposal: null,
    identity,
  };
}

/** The problems of a table's reading, each once. */
export function problemsOf({ register }: Ground, table: Table): readonly Problem[] {
  return register.problems.filter(({ tab }) => tab === table.tab);
}
