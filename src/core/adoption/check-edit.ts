/** « À vérifier » after a run: new points at the end, known ones left as she settled them, mended ones settled. */
import type { FieldValue } from '../cells.ts';
import { nextIds } from '../table.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { tableOfId } from '../tables/index.ts';
import { checkKeys } from './check-drafts.ts';
import type { CheckDraft, Proposition } from './check-drafts.ts';
import type { Handle } from './draft.ts';
import { emptyEdit } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';

/** What a run does to the tab of points. */
export interface ChecksResult {
  readonly edit: TableEdit;
  readonly added: readonly CheckDraft[];
  /** How many known points no longer stand in the source. */
  readonly settled: number;
}

/** Kinds that a run reports once: their absence later does not mean that they are mended. */
const ONCE = ['source_conflict', 'source_row_gone'];

/** What a run of points knows besides them. */
export interface ChecksRun {
  readonly ids: ReadonlyMap<Handle, string>;
  /** The tabs that were read: points of others stay as they are. */
  readonly tabs: readonly string[];
  /** When given, the only kinds that this run may settle; it then also opens again what was settled and still stands, and keeps texts up to date. */
  readonly kinds?: readonly string[];
}

/** The edit of « À vérifier » for the points of this run; tabs that were not read keep theirs. */
export function editChecks(
  drafts: readonly CheckDraft[],
  state: TableState,
  { ids, tabs, kinds }: ChecksRun,
): ChecksResult {
  const edit = emptyEdit();
  const keys = checkKeys(drafts, (handle) => ids.get(handle) ?? null);
  // The tab holds what its table declares.
  const known = [...state.records.values()] as unknown as Check[];
  const byKey = new Map(known.flatMap((check) => (check.key === null ? [] : [[check.key, check] as const])));
  const fresh: { draft: CheckDraft; key: string }[] = [];
  drafts.forEach((draft, index) => {
    const key = keys[index] ?? '';
    const before = byKey.get(key);
    if (before === undefined) fresh.push({ draft, key });
    else {
      const moved = placeChanges(before, draft);
      const settled = draft.done === true && before.state === 'open' ? { state: 'done' } : {};
      const fields = { ...moved, ...settled, ...(kinds === undefined ? {} : textChanges(before, draft, ids)) };
      if (Object.keys(fields).length > 0) edit.set.set(before.id, fields);
    }
  });
  const current = new Set(keys);
  let settled = 0;
  for (const check of known) {
    const isOurs =
      check.key !== null && check.kind !== null && (kinds?.includes(check.kind) ?? !ONCE.includes(check.kind));
    const isRead = check.tab !== null && tabs.includes(check.tab);
    if (!isOurs || !isRead || check.state !== 'open' || current.has(check.key)) continue;
    edit.set.set(check.id, { ...edit.set.get(check.id), state: 'done' });
    settled += 1;
  }
  const next = nextIds(checkTable.prefix, state.records.keys(), fresh.length);
  fresh.forEach(({ draft, key }, index) => edit.add.set(next[index] ?? '', rowOf(draft, key, ids)));
  return { edit, added: fresh.map(({ draft }) => draft), settled };
}

/** A proposition's values as one text, links resolved; empty when a link has no record. */
export function proposedValue(proposal: Proposition | null, ids: ReadonlyMap<Handle, string>): string | null {
  if (proposal === null) return null;
  const links = Object.entries(proposal.links ?? {}).map(([field, handle]) => [field, ids.get(handle) ?? handle]);
  return JSON.stringify({ ...proposal.values, ...Object.fromEntries(links) });
}

/** What the point says now; one that was settled while its cause is still there is to be seen again. */
function textChanges(before: Check, draft: CheckDraft, ids: ReadonlyMap<Handle, string>): Record<string, FieldValue> {
  const now: Partial<Check> = {
    state: before.state === 'done' ? 'open' : before.state,
    severity: draft.severity,
    raw: draft.raw,
    what: draft.what,
    cure: draft.cure,
    proposal: draft.proposal?.text ?? null,
    proposed_value: proposedValue(draft.proposal, ids),
  };
  return Object.fromEntries(Object.entries(now).filter(([field, value]) => before[field as keyof Check] !== value));
}

function placeChanges(before: Check, draft: CheckDraft): Record<string, FieldValue> {
  const changes: Record<string, FieldValue> = {};
  if (before.row !== draft.row) changes['row'] = draft.row;
  if (before.tab !== draft.tab) changes['tab'] = draft.tab;
  if (before.column !== draft.column) changes['column'] = draft.column;
  return changes;
}

function rowOf(draft: CheckDraft, key: string, ids: ReadonlyMap<Handle, string>): Record<string, FieldValue> {
  const record = draft.record === null ? null : (ids.get(draft.record) ?? draft.record);
  const table = record === null ? null : tableOfId(record);
  const header = table?.columns.find(({ field }) => field === draft.field)?.header ?? null;
  return {
    state: draft.done === true ? 'done' : 'open',
    severity: draft.severity,
    tab: draft.tab,
    row: draft.row,
    column: draft.column,
    raw: draft.raw,
    what: draft.what,
    cure: draft.cure,
    record,
    linked_field: header,
    proposal: draft.proposal?.text ?? null,
    proposed_value: proposedValue(draft.proposal, ids),
    kind: draft.kind,
    key,
  };
}
