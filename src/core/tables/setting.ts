/** « Réglages »: what Régie must know and she may change: the association, the year, the rules, the meaning of colours. */
import type { RecordOf, Table } from '../table.ts';

/** One row per setting, found by its key. */
export const settingTable = {
  name: 'setting',
  tab: 'Réglages',
  purpose: 'Un réglage de Régie, que vous pouvez changer.',
  prefix: 'REG',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'label', header: 'Réglage', type: 'text', width: 340, wrap: true },
    { field: 'value', header: 'Valeur', type: 'text', width: 180, wrap: true },
    { field: 'help', header: 'À quoi il sert', type: 'text', width: 460, wrap: true },
    { field: 'key', header: 'Clé', type: 'text', width: 160, hidden: true },
  ],
} as const satisfies Table;

/** A row of « Réglages ». */
export type Setting = RecordOf<typeof settingTable>;

/** The value of a setting, or null when it is absent or empty. */
export function settingValue(settings: readonly Setting[], key: string): string | null {
  return settings.find((setting) => setting.key === key)?.value ?? null;
}
