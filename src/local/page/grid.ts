import { extendEngine, sendWhole } from '../engine/extension.ts';
import { addGoogleFunctions } from '../engine/functions.ts';
import type { Channel } from './channel.ts';
import { functionHelp } from './french/functions.ts';
import { french } from './french/index.ts';
import { installPieLegend } from './pie-legend.ts';
import type { OpenWorkbook, Selection } from './protocol.ts';

const MENU_WIDTH = 310;
const EURO = { code: 'EUR', symbol: '€', decimalPlaces: 2, position: 'after' } as const;

/** What the grid asks of the page around it. */
export type GridHost = {
  readonly toast: (message: string) => void;
  readonly refuse: (message: string) => void;
  readonly confirm: (message: string) => Promise<boolean>;
};

/** The grid once it is on screen. */
export type Grid = {
  readonly selection: () => Selection;
  readonly select: (tab: string, range: string) => void;
  readonly focus: () => void;
  /** What a cell shows and what was entered in it. */
  readonly cell: (tab: string, cell: string) => { readonly shown: string; readonly entered: string } | null;
  /** The same of a whole tab, row by row, without the empty ends. */
  readonly rows: (tab: string, part: 'shown' | 'entered') => string[][];
  readonly tabs: () => readonly string[];
};

/** Teaches the engine French and our details; once, before anything else of the engine. */
export function prepareEngine(): void {
  console.debug = () => undefined; // The engine tells its timings at every model.
  o_spreadsheet.setTranslationMethod(french as never, () => true); // Its type wants the values too, which the engine fills in.
  extendEngine(o_spreadsheet);
  translateHelp();
  addGoogleFunctions(o_spreadsheet);
  installPieLegend();
  const { MenuPopover } = o_spreadsheet.components;
  Object.assign(MenuPopover.defaultProps, { width: MENU_WIDTH }); // French words are longer.
}

function translateHelp(): void {
  const { content } = o_spreadsheet.registries.functionRegistry;
  for (const [name, described] of Object.entries(content)) {
    Object.assign(described, { description: functionHelp[name] ?? '' });
    for (const arg of described.args) Object.assign(arg, { description: '' });
  }
}

/** Shows the workbook in the holder; edits go through the channel, and those of others come from it. */
export async function mountGrid(
  holder: HTMLElement,
  { workbook, templates }: { readonly workbook: OpenWorkbook; readonly templates: string },
  channel: Channel,
  host: GridHost,
): Promise<Grid> {
  const { Model, Spreadsheet } = o_spreadsheet;
  const client = { id: crypto.randomUUID(), name: 'Vous' };
  const config = { transportService: channel.transport, client, defaultCurrency: EURO };
  const model = new Model(workbook.snapshot, config, workbook.revisions as never);
  sendWhole(model);
  const props = {
    model,
    notifyUser: ({ text }: { readonly text: string }) => host.toast(text),
    raiseError: (text: string, then?: () => void) => {
      host.refuse(text);
      then?.();
    },
    askConfirmation: (text: string, yes: () => void, no?: () => void) =>
      void host.confirm(text).then((confirmed) => (confirmed ? yes() : no?.())),
  };
  const app = new owl.App(Spreadsheet as never, {
    props: props as never,
    translateFn: french,
    warnIfNoStaticProps: false,
  });
  app.addTemplates(templates);
  await app.mount(holder);
  await painted();
  return gridOf(model, holder);
}

const painted = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

type Model = InstanceType<typeof o_spreadsheet.Model>;

type Position = { readonly sheetId: string; readonly col: number; readonly row: number };

function withoutEnd<T>(items: readonly T[], isEmpty: (item: T) => boolean): T[] {
  const end = items.reduce((last, item, index) => (isEmpty(item) ? last : index + 1), 0);
  return items.slice(0, end);
}

function gridOf(model: Model, holder: HTMLElement): Grid {
  const read = {
    shown: (at: Position) => model.getters.getEvaluatedCell(at).formattedValue,
    entered: (at: Position) => model.getters.getCellText(at),
  };
  const { toXC, toZone } = o_spreadsheet.helpers;
  const sheetNamed = (tab: string) => model.getters.getSheetIds().find((id) => model.getters.getSheetName(id) === tab);
  return {
    tabs: () => model.getters.getSheetIds().map((id) => model.getters.getSheetName(id)),
    cell: (tab, cell) => {
      const sheetId = sheetNamed(tab);
      if (sheetId === undefined) return null;
      const { left: col, top: row } = toZone(cell);
      return { shown: read.shown({ sheetId, col, row }), entered: read.entered({ sheetId, col, row }) };
    },
    rows: (tab, part) => {
      const sheetId = sheetNamed(tab);
      if (sheetId === undefined) return [];
      const { right, bottom } = model.getters.getSheetZone(sheetId);
      const columns = Array.from({ length: right + 1 }, (_, col) => col);
      const rows = Array.from({ length: bottom + 1 }, (_, row) =>
        withoutEnd(
          columns.map((col) => read[part]({ sheetId, col, row })),
          (text) => text === '',
        ),
      );
      return withoutEnd(rows, (row) => row.length === 0);
    },
    selection: () => {
      const { left, right, top, bottom } = model.getters.getSelectedZone();
      const corners = [toXC(left, top), toXC(right, bottom)];
      return {
        tab: model.getters.getSheetName(model.getters.getActiveSheetId()),
        range: [...new Set(corners)].join(':'),
      };
    },
    select: (tab, range) => {
      const sheetIdTo = sheetNamed(tab);
      if (sheetIdTo === undefined) return;
      const sheetIdFrom = model.getters.getActiveSheetId();
      if (sheetIdTo !== sheetIdFrom) model.dispatch('ACTIVATE_SHEET', { sheetIdFrom, sheetIdTo });
      const { left, top } = toZone(range);
      model.selection.selectCell(left, top);
      // A tab that has just come is in the bar only once it is painted.
      void painted().then(() => holder.querySelector('.o-sheet.active')?.scrollIntoView({ block: 'nearest' }));
    },
    focus: () => holder.querySelector<HTMLElement>('.o-grid .o-composer')?.focus(),
  };
}
