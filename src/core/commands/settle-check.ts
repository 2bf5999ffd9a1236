/** Settle one point of « À vérifier »: apply its proposition, mark it done, set it aside, or open it again. */
import * as z from 'zod';
import type { FieldValue } from '../cells.ts';
import { shownValue } from '../adoption/shown-value.ts';
import { changedFields, editedGrid, emptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { State, Wish } from '../command.ts';
import type { Column, Table } from '../table.ts';
import { checkTable } from '../tables/check.ts';
import type { Check } from '../tables/check.ts';
import { dataTables, tableOfId } from '../tables/index.ts';
import { readTable } from '../records.ts';

const input = z.object({
  /** The point, « VER-0012 ». */
  id: z.string().max(20),
  action: z.enum(['apply', 'done', 'ignore', 'reopen']),
  /** The tab of the record concerned, when it is known: spares the reading of the others. */
  tab: z.string().max(100).optional(),
  answers: z.record(z.string(), z.string()).default({}),
});

type Input = z.infer<typeof input>;

const STATES = { apply: 'done', done: 'done', ignore: 'ignored', reopen: 'open' } as const;

/** Changes the state of one point and, to apply it, the fields of its record that it proposes. */
export const settleCheck = defineCommand({
  name: 'settle-check',
  label: 'Régler un point à vérifier',
  purpose: 'Applique la proposition d’un point de « À vérifier », ou le marque comme réglé, ignoré ou à voir.',
  input,
  reads: tabsOf,
  changes: tabsOf,
  decide: (state, { id, action }) => {
    const checks = tableState(checkTable, state.workbook[checkTable.tab], state.shown[checkTable.tab]);
    if (checks.grid === undefined) return refuse('L’onglet « À vérifier » n’existe pas : adoptez d’abord ce classeur.');
    const found = readTable(checkTable, checks.grid, checks.shown).records.find((check) => check.id === id);
    if (found === undefined) return refuse(`Le point ${id} n’est plus dans « À vérifier ».`);
    if (action === 'apply' && found.proposed_value === null)
      return refuse(
        `Le point ${id} n’a pas de proposition à appliquer : corrigez la fiche, puis marquez-le comme réglé.`,
      );
    const edit = emptyEdit();
    const wanted = STATES[action];
    if (found.state !== wanted) edit.set.set(id, { state: wanted });
    const settled = wish({
      tabs: { [checkTable.tab]: editedGrid(checks, edit) },
      summary: [stateSentence(found, action)],
      details: { id, action },
    });
    return action === 'apply' ? applied(state, found, settled) : settled;
  },
});

function tabsOf({ action, tab }: Input): string[] {
  if (action !== 'apply') return [checkTable.tab];
  const data = dataTables.map((table) => table.tab);
  return [checkTable.tab, ...(tab !== undefined && data.includes(tab) ? [tab] : data)];
}

function applied(state: State, check: Check, settled: Wish): Wish {
  const table = check.record === null ? null : tableOfId(check.record);
  const id = check.record ?? '';
  const values = table === null ? null : proposedValues(check.proposed_value, table);
  if (table === null || values === null)
    return refuse(`La proposition du point ${check.id} n’est pas lisible : corrigez la fiche à la main.`);
  const current = tableState(table, state.workbook[table.tab], state.shown[table.tab]);
  if (!current.records.has(id))
    return refuse(`La fiche ${id} n’est plus dans « ${table.tab} » : marquez ce point comme réglé ou ignoré.`);
  const missing = values.find(({ column }) => !current.places.has(column.field));
  if (missing !== undefined)
    return refuse(
      `La colonne « ${missing.column.header} » manque dans « ${table.tab} » : remettez-la, puis recommencez.`,
    );
  const fields = changedFields(
    current,
    id,
    Object.fromEntries(values.map(({ column, value }) => [column.field, value])),
  );
  const changed = values.filter(({ column }) => Object.hasOwn(fields, column.field));
  if (changed.length === 0) return settled;
  const edit = emptyEdit();
  edit.set.set(id, fields);
  const before = current.records.get(id) ?? {};
  return {
    ...settled,
    tabs: { ...settled.tabs, [table.tab]: editedGrid(current, edit) },
    summary: [
      ...changed.map(
        ({ column, value }) =>
          `« ${table.tab} », ${id}, « ${column.header} »\u00A0: ${shownValue(column, before[column.field] ?? null)} → ${shownValue(column, value)}.`,
      ),
      ...settled.summary,
    ],
  };
}

/** The fields that a proposition writes, each with its column; null when the text is not ours any more. */
function proposedValues(text: string | null, table: Table): { column: Column; value: FieldValue }[] | null {
  const parsed = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));
  try {
    const result = parsed.safeParse(JSON.parse(text ?? ''));
    if (!result.success) return null;
    const values = Object.entries(result.data).flatMap(([field, value]) => {
      const column = table.columns.find((candidate) => candidate.field === field && candidate.type !== 'id');
      return column === undefined ? [] : [{ column, value }];
    });
    return values.length === 0 || values.length < Object.keys(result.data).length ? null : values;
  } catch {
    return null;
  }
}

function stateSentence({ id, what }: Check, action: Input['action']): string {
  const verdicts = {
    apply: 'est réglé',
    done: 'est marqué comme réglé',
    ignore: 'est ignoré',
    reopen: 'est de nouveau à voir',
  } as const;
  return `Le point ${id} ${verdicts[action]}${what === null ? '' : `\u00A0: ${what}`}`;
}
