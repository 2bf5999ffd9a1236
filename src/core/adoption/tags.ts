/** What colours mean, written on the records of coloured rows. */
import type { Reading } from '../reading/types.ts';
import type { Draft, Unit } from './draft.ts';
import { rowLooks } from './look.ts';
import { colourKey } from './settings-edit.ts';

/** The units with « Repère » filled where the row has a colour with a meaning. */
export function tagged(units: readonly Unit[], reading: Reading, meanings: ReadonlyMap<string, string>): Unit[] {
  const looks = new Map(
    reading.tabs
      .filter((tab) => (tab.colour_legend ?? []).some(({ colour }) => meanings.has(colourKey(tab.name, colour))))
      .map((tab) => [tab.name, { looks: rowLooks(tab), columns: tab.columns }]),
  );
  return units.map((unit): Unit => {
    const tab = looks.get(unit.tab);
    const { row } = unit;
    if (tab === undefined || row === null) return unit;
    const tagOf = (draft: Draft): string | null => {
      const side = draft.fields['side'];
      const columns =
        typeof side === 'string'
          ? tab.columns.flatMap((column) => (column.side === side ? [column.column] : []))
          : undefined;
      const said = tab.looks.colours(row, columns).flatMap((colour) => meanings.get(colourKey(unit.tab, colour)) ?? []);
      return said.length > 0 ? said.join(' · ') : null;
    };
    const drafts = unit.drafts.map((draft) => {
      const hasTag = draft.table.columns.some(({ field }) => field === 'tag');
      const tag = hasTag ? tagOf(draft) : null;
      return tag === null ? draft : { ...draft, fields: { ...draft.fields, tag } };
    });
    return { ...unit, drafts };
  });
}
