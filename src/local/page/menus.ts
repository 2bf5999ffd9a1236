import type { Menu, MenuEntry } from './protocol.ts';

/** What « Fichier » can do; the engine's own file menu is not ours to show. */
export type FileActions = {
  readonly open: () => void;
  readonly save: () => void;
  readonly startAgain: () => void;
};

type Item = { readonly id?: string; readonly children?: readonly Item[]; [field: string]: unknown };

/** Entries of the engine that make no sense here or that we do not translate. */
const PRUNED: Readonly<Record<string, readonly string[]>> = {
  file: ['print', 'settings'],
  view: ['toggle_pin_panel', 'view_irregularity_map'],
  insert: ['insert_carousel', 'insert_pivot', 'insert_image', 'insert_function'],
  data: ['pivot_data_sources', 'reinsert_dynamic_pivot', 'reinsert_static_pivot'],
};

/** Sets the menu bar: the engine's menus pruned, ours under « Fichier », then those of the add-on. */
export function installMenus(menus: readonly Menu[], actions: FileActions, run: (functionName: string) => void): void {
  const { topbarMenuRegistry } = o_spreadsheet.registries;
  for (const [menu, gone] of Object.entries(PRUNED)) {
    const item = topbarMenuRegistry.get(menu) as unknown as Item; // The engine's menu items are plain objects.
    const children = (item.children ?? []).filter(({ id }) => id === undefined || !gone.includes(id));
    topbarMenuRegistry.replace(menu, { ...item, children } as never);
  }
  addFileMenu(actions);
  menus.forEach((menu, index) => {
    const id = `addon-${index}`;
    topbarMenuRegistry.add(id, {
      name: menu.label,
      sequence: 100 + index,
      children: entriesOf(menu.entries, id, run),
    } as never);
  });
}

function addFileMenu(actions: FileActions): void {
  const { topbarMenuRegistry } = o_spreadsheet.registries;
  const entry = (name: string, sequence: number, execute: () => void, more: object = {}) =>
    ({ name, sequence, execute, isReadonlyAllowed: true, ...more }) as never;
  topbarMenuRegistry.addChild(
    'regie_open',
    ['file'],
    entry('Ouvrir un classeur .xlsx…', 10, actions.open, { icon: 'o-spreadsheet-Icon.IMPORT_XLSX' }),
  );
  topbarMenuRegistry.addChild(
    'regie_save',
    ['file'],
    entry('Enregistrer une copie .xlsx', 20, actions.save, { icon: 'o-spreadsheet-Icon.EXPORT_XLSX', separator: true }),
  );
  topbarMenuRegistry.addChild(
    'regie_start_again',
    ['file'],
    entry('Repartir de l’exemple…', 30, actions.startAgain, { icon: 'o-spreadsheet-Icon.CLEAR_AND_RELOAD' }),
  );
}

function entriesOf(entries: readonly MenuEntry[], parent: string, run: (functionName: string) => void): Item[] {
  const items: Item[] = [];
  entries.forEach((entry, index) => {
    const id = `${parent}-${index}`;
    const shared = { id, sequence: index, isReadonlyAllowed: true };
    const last = items.at(-1);
    switch (entry.kind) {
      case 'item':
        items.push({ ...shared, name: entry.label, execute: () => run(entry.functionName) });
        break;
      case 'menu':
        items.push({ ...shared, name: entry.label, children: entriesOf(entry.entries, id, run) });
        break;
      case 'separator':
        if (last !== undefined) last['separator'] = true;
        break;
    }
  });
  return items;
}
