/** « Réglages » at adoption: what the reading found out, the rules in force, and the colours to explain. */
import { maxStaySetting, selfFinancingSetting } from '../settings.ts';
import { nextIds } from '../table.ts';
import { settingTable } from '../tables/setting.ts';
import type { Setting } from '../tables/setting.ts';
import { frenchDay } from '../day.ts';
import type { Reading } from '../reading/types.ts';
import { frenchColour } from './look.ts';
import { emptyEdit } from './table-edit.ts';
import type { TableEdit, TableState } from './table-edit.ts';

/** The key of the setting that says what a colour means in a tab. */
export function colourKey(tab: string, colour: string): string {
  return `colour:${tab}:${colour}`;
}

/** The settings that an adoption needs; `meanings` gives what she said of each colour, by key. */
export function wantedSettings(reading: Reading, meanings: ReadonlyMap<string, string>): Omit<Setting, 'id'>[] {
  const { association, year, reference_date: day } = reading.context;
  const colours = reading.tabs.flatMap((tab) =>
    (tab.colour_legend ?? []).map(({ colour, suggestion }): Omit<Setting, 'id'> => {
      const key = colourKey(tab.name, colour);
      return {
        key,
        label: `Sens de la couleur « ${frenchColour(colour)} » dans « ${tab.name} »`,
        value: meanings.get(key) ?? null,
        help: `Noté dans la colonne « Repère ». ${suggestion === null ? 'Vide : aucun sens.' : `Suggestion : « ${suggestion} » ; vide : aucun sens.`}`,
      };
    }),
  );
  return [
    { key: 'association', label: 'Nom de l’association', value: association, help: 'Repris en tête des documents.' },
    { key: 'year', label: 'Année', value: String(year), help: 'L’exercice dont parlent les onglets adoptés.' },
    {
      key: 'reference_date',
      label: 'Date de la lecture',
      value: frenchDay(day),
      help: 'Le jour où vos onglets ont été adoptés ; les séjours et les séances ont été jugés à cette date.',
    },
    ...[maxStaySetting, selfFinancingSetting].map(({ key, label, default: value, help }) => ({
      key,
      label,
      value,
      help,
    })),
    ...colours,
  ];
}

/** The edit of « Réglages »: missing settings are added; a value of hers only changes when she answers otherwise. */
export function editSettings(
  wanted: readonly Omit<Setting, 'id'>[],
  state: TableState,
  answered: ReadonlyMap<string, string>,
): TableEdit {
  const edit = emptyEdit();
  // The tab holds what its table declares.
  const known = new Map(([...state.records.values()] as unknown as Setting[]).map((setting) => [setting.key, setting]));
  const fresh = wanted.filter(({ key }) => !known.has(key));
  for (const [key, value] of answered) {
    const before = known.get(key);
    const meaning = value === '' ? null : value;
    if (before !== undefined && before.value !== meaning) edit.set.set(before.id, { value: meaning });
  }
  const ids = nextIds(settingTable.prefix, state.records.keys(), fresh.length);
  fresh.forEach((setting, index) => edit.add.set(ids[index] ?? '', { ...setting }));
  return edit;
}
