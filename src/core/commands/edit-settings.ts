/** Change settings: each value is checked, shown before and after, and can be undone. */
import * as z from 'zod';
import { editedGrid, emptyEdit, isEmptyEdit, tableState } from '../adoption/table-edit.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, quoted } from '../french.ts';
import { readTable } from '../records.ts';
import { changeableSetting, readSetting, shownSetting } from '../setting-values.ts';
import type { Changeable } from '../setting-values.ts';
import { settingDefinitions } from '../settings.ts';
import { freshIds } from '../numbers.ts';
import { tableDress } from '../table-dress.ts';
import { settingTable } from '../tables/setting.ts';

const keys = settingDefinitions.map(({ key }) => key) as [string, ...string[]];
const input = z.object({
  /** The new values; an empty one brings the default back. */
  values: z
    .array(z.object({ key: z.union([z.enum(keys), z.string().max(200)]), value: z.string().max(1000) }))
    .max(100),
});

interface Change {
  readonly setting: Changeable;
  readonly value: string | null;
}

/** « Modifier les réglages »: nothing is written when one value cannot be read. */
export const editSettings = defineCommand({
  name: 'edit-settings',
  label: 'Modifier les réglages',
  purpose: 'Change un ou plusieurs réglages, ou les tarifs des cotisations d’une année.',
  input,
  reads: () => [settingTable.tab],
  changes: () => [settingTable.tab],
  decide: (state, { values }) => {
    const grid = state.workbook[settingTable.tab];
    const { records, problems } = readTable(settingTable, grid, state.shown[settingTable.tab]);
    const missing = problems.filter(({ kind }) => kind === 'column_missing');
    if (missing.length > 0)
      return refuse('Il manque une colonne à l’onglet « Réglages » : remettez-la, puis recommencez.', {
        problems: missing,
      });
    const wanted = new Map<string, Change>();
    for (const { key, value } of values) {
      const setting = changeableSetting(key, records);
      if (setting === null) return refuse(french`Le réglage ${quoted(key)} n’existe pas.`);
      const reading = readSetting(setting.kind, value);
      if (!reading.ok) return refuse(french`${setting.label} : ${quoted(value)} ne convient pas, ${reading.why}.`);
      wanted.set(key, { setting, value: reading.value });
    }
    const current = tableState(settingTable, grid, state.shown[settingTable.tab]);
    const edit = emptyEdit();
    const summary: string[] = [];
    const fresh: Change[] = [];
    for (const { setting, value } of wanted.values()) {
      const before = records.find(({ key }) => key === setting.key);
      if ((before?.value ?? null) === value) continue;
      if (before === undefined) fresh.push({ setting, value });
      else edit.set.set(before.id, { value });
      summary.push(sentence(setting, before?.value ?? null, value));
    }
    const ids = freshIds(state, settingTable, fresh.length);
    fresh.forEach(({ setting: { key, label, help }, value }, index) =>
      edit.add.set(ids[index] ?? '', { key, label, help, value }),
    );
    if (isEmptyEdit(edit)) return wish({ summary: ['Ces réglages sont déjà en place : rien à changer.'] });
    const isNew = !Object.hasOwn(state.workbook, settingTable.tab);
    return wish({
      tabs: { [settingTable.tab]: editedGrid(current, edit) },
      dress: isNew ? { [settingTable.tab]: tableDress(settingTable) } : {},
      summary,
    });
  },
});

function sentence(
  { label, kind, default: otherwise }: Changeable,
  before: string | null,
  value: string | null,
): string {
  const said = (one: string | null) =>
    one === null && otherwise !== '' ? `${shownSetting(kind, otherwise)} (d’origine)` : shownSetting(kind, one);
  return french`${label} : ${said(before)} → ${said(value)}.`;
}
