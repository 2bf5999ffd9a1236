/** « À vérifier »: the points left by adoption and other commands, with what to do about each. */
import * as z from 'zod';
import { kindLabel } from '../adoption/check-words.ts';
import type { State } from '../command.ts';
import type { Severity } from '../problem.ts';
import { readTable } from '../records.ts';
import { checkTable, severities } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { tableOfId } from '../tables/index.ts';
import type { View } from '../view.ts';
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
  /** The record concerned and the plain title of its tab; the view « record » tells its name and where it stands. */
  readonly record: { readonly id: string; readonly tab: string } | null;
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

const input = z.object({
  state: z.enum(['open', 'done', 'ignored']).default('open'),
  kind: z.string().max(60).optional(),
  tab: z.string().max(200).optional(),
  severity: z.enum(['error', 'warning', 'info']).optional(),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(200).default(50),
});

/** The view « checks »; the most serious points come first. */
export const checksView: View = {
  name: 'checks',
  reads: [checkTable.tab],
  view: (state, asked): ChecksView => {
    const wanted = input.safeParse(asked ?? {});
    const filter = wanted.success ? wanted.data : input.parse({});
    const all = checksOf(state);
    const chosen = all.filter(
      (check) =>
        stateOf(check) === filter.state &&
        (filter.kind === undefined || check.kind === filter.kind) &&
        (filter.tab === undefined || check.tab === filter.tab) &&
        (filter.severity === undefined || severityOf(check) === filter.severity),
    );
    const sorted = [...chosen].sort((a, b) => RANKS[severityOf(a)] - RANKS[severityOf(b)]);
    return {
      adopted: Object.hasOwn(state.workbook, checkTable.tab),
      counts: checkCounts(all),
      done: all.filter(({ state: verdict }) => verdict === 'done').length,
      ignored: all.filter(({ state: verdict }) => verdict === 'ignored').length,
      groups: groupsOf(all),
      tabs: tabsOf(all),
      items: sorted.slice(filter.offset, filter.offset + filter.limit).map(itemOf),
      offset: filter.offset,
      total: sorted.length,
    };
  },
};

/** The points of the workbook, in the order of their tab. */
export function checksOf(state: State): readonly Check[] {
  return readTable(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]).records;
}

/** How many points are left, by gravity. */
export function checkCounts(checks: readonly Check[]): CheckCounts {
  const open = checks.filter((check) => stateOf(check) === 'open');
  const count = (severity: Severity) => open.filter((check) => severityOf(check) === severity).length;
  return { error: count('error'), warning: count('warning'), info: count('info'), total: open.length };
}

const RANKS = { error: 0, warning: 1, info: 2 } as const;

function itemOf(check: Check): CheckItem {
  const { tab, row, column, raw, record, linked_field: field } = check;
  const severity = severityOf(check);
  return {
    id: check.id,
    severity,
    severityLabel: severities[severity],
    kind: check.kind ?? '',
    kindLabel: kindLabel(check.kind ?? ''),
    tab,
    row,
    column,
    raw,
    what: check.what ?? '',
    cure: check.cure ?? '',
    record: record === null ? null : recordOf(record),
    field,
    proposal: check.proposed_value === null ? null : check.proposal,
    state: stateOf(check),
    sourceCell: row !== null && row > 0 && /^[A-Z]{1,3}$/u.test(column ?? 'A') ? `${column ?? 'A'}${row}` : null,
  };
}

function recordOf(id: string): CheckItem['record'] {
  const table = tableOfId(id);
  return table === null ? null : { id, tab: table.tab };
}

function groupsOf(checks: readonly Check[]): CheckGroup[] {
  return countOpen(checks, ({ kind }) => kind).map(([kind, open]) => ({ kind, label: kindLabel(kind), open }));
}

function tabsOf(checks: readonly Check[]): ChecksView['tabs'] {
  return countOpen(checks, ({ tab }) => tab).map(([tab, open]) => ({ tab, open }));
}

function countOpen(checks: readonly Check[], of: (check: Check) => string | null): [string, number][] {
  const counts = new Map<string, number>();
  for (const check of checks) {
    const key = of(check);
    if (key !== null && stateOf(check) === 'open') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

function stateOf({ state }: Check): CheckState {
  return state ?? 'open';
}

function severityOf({ severity }: Check): Severity {
  return severity ?? 'info';
}
