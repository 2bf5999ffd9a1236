/** « Réglages »: every setting with its value in force, and the fee grid of a year. */
import * as z from 'zod';
import { duesRules, affiliationNames, feeKey } from '../dues/rules.ts';
import { readTable } from '../records.ts';
import { changeableSetting, shownSetting } from '../setting-values.ts';
import type { ValueKind } from '../setting-values.ts';
import { settingDefinitions, yearInForce } from '../settings.ts';
import { affiliations } from '../tables/member.ts';
import { settingTable, settingValue } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import type { View } from '../view.ts';

/** One setting; change it with the command « edit-settings » {values: [{key, value}]}. */
export interface SettingItem {
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly kind: ValueKind;
  /** As it is typed: her value, else the default. */
  readonly value: string;
  /** As it is read. */
  readonly shown: string;
  /** True when the value is not hers but the one of origin. */
  readonly isDefault: boolean;
}

/** A fee of the grid; `from` says where it comes from when it was not set for that year. */
export interface FeeItem {
  readonly key: string;
  readonly label: string;
  /** As it is typed: « 180 ». */
  readonly value: string;
  /** French: « repris de 2023 », « tarif d’origine »; null when it was set for that year. */
  readonly from: string | null;
}

/** The answer of the view « settings »; input: {year?}. */
export interface SettingsView {
  readonly groups: readonly { readonly group: string; readonly items: readonly SettingItem[] }[];
  readonly fees: { readonly year: number; readonly years: readonly number[]; readonly items: readonly FeeItem[] };
}

const input = z.object({ year: z.number().int().min(2000).max(2100) });
const OTHERS = 'Autres';

/** The view « settings ». */
export const settingsView: View = {
  name: 'settings',
  reads: [settingTable.tab],
  view: (state, asked, { today }): SettingsView => {
    const { records } = readTable(settingTable, state.workbook[settingTable.tab], state.shown[settingTable.tab]);
    const wanted = input.safeParse(asked);
    const thisYear = yearInForce(records, today);
    const year = wanted.success ? wanted.data.year : thisYear;
    return {
      groups: groupsOf(records),
      fees: { year, years: yearsAround(records, thisYear, year), items: feesOf(records, year) },
    };
  },
};

function groupsOf(records: readonly Setting[]): SettingsView['groups'] {
  const groups = new Map<string, SettingItem[]>();
  const add = (group: string, item: SettingItem) => groups.set(group, [...(groups.get(group) ?? []), item]);
  for (const { key, label, help, accepts, group, default: otherwise } of settingDefinitions) {
    const own = settingValue(records, key);
    const kind = accepts ?? 'text';
    const value = own ?? otherwise;
    add(group, { key, label, help, kind, value, shown: shownSetting(kind, value), isDefault: own === null });
  }
  const known = new Set(settingDefinitions.map(({ key }) => key));
  for (const { key, value } of records) {
    const setting = key === null || known.has(key) || key.startsWith('fee:') ? null : changeableSetting(key, records);
    if (setting === null) continue;
    known.add(setting.key);
    const { label, help } = setting;
    add(OTHERS, {
      key: setting.key,
      label,
      help,
      kind: 'text',
      value: value ?? '',
      shown: shownSetting('text', value),
      isDefault: false,
    });
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}

function feesOf(records: readonly Setting[], year: number): FeeItem[] {
  const { tariff } = duesRules(records);
  return affiliationNames.map((affiliation) => {
    const { cents, year: from } = tariff(year, affiliation);
    return {
      key: feeKey(year, affiliation),
      label: affiliations[affiliation],
      value: String(cents / 100).replace('.', ','),
      from: from === year ? null : from === null ? 'tarif d’origine' : `repris de ${from}`,
    };
  });
}

/** The years that have a grid, and those one may want to set. */
function yearsAround(records: readonly Setting[], thisYear: number, shown: number): number[] {
  const known = records.flatMap(({ key }) => Number(/^fee:(\d{4}):/u.exec(key ?? '')?.[1] ?? Number.NaN) || []);
  return [...new Set([...known, thisYear - 1, thisYear, thisYear + 1, shown])].sort((a, b) => a - b);
}
