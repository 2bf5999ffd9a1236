/** Requests on tabs and on the spreadsheet itself. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { engineTitle } from '../../engine/index.ts';
import type { Tab } from '../../engine/index.ts';
import { fieldsOf, inside, wants } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { notEmulated } from '../refused.ts';
import { sheetProperties } from './get.ts';
import { givenColor } from './look.ts';
import { setSpreadsheetProperties } from './properties.ts';
import { checkSize, tabOf, updateMask } from './requests.ts';
import type { Context, Handler } from './requests.ts';

type Properties = sheets_v4.Schema$SheetProperties;

const ALL_PROPERTIES = ['title', 'index', 'hidden', 'tabColorStyle', 'gridProperties'];
const ALL_GRID = ['rowCount', 'columnCount', 'frozenRowCount', 'frozenColumnCount', 'hideGridlines'];

/** Adds a tab, with the id and the place that the request chooses. */
export const addSheet: Handler<'addSheet'> = ({ properties = {} }, context) => {
  const { doc, write, refuse } = context;
  const tabs = doc.read.tabs();
  if (properties.sheetType && properties.sheetType !== 'GRID')
    throw notEmulated(`sheets of type ${properties.sheetType}`);
  const id = properties.sheetId ?? freeId(tabs);
  if (id < 0 || !Number.isInteger(id)) throw refuse(`Invalid sheet ID: ${id}`);
  if (tabs.some((tab) => tab.id === id)) throw refuse(`A sheet with ID ${id} already exists. Please enter another ID.`);
  const title = properties.title ?? freeTitle(tabs);
  checkTitle(context, title);
  const grid = properties.gridProperties ?? {};
  const rows = grid.rowCount ?? 1000;
  const columns = grid.columnCount ?? 26;
  if (rows < 1 || columns < 1) throw refuse('A sheet must have at least one row and one column.');
  checkSize(context, rows * columns);
  const index = Math.min(properties.index ?? tabs.length, tabs.length);
  write.addTab({ id, title, index, rows, columns });
  applyProperties(
    context,
    doc.read.tab(id),
    properties,
    new Map([...maskOf(properties)].filter(([field]) => !['title', 'index'].includes(field))),
  );
  return { addSheet: { properties: sheetProperties(doc, doc.read.tab(id)) } };
};

/** Deletes a tab; the last one stays. */
export const deleteSheet: Handler<'deleteSheet'> = ({ sheetId }, context) => {
  const tab = tabOf(context, sheetId);
  const others = context.doc.read.tabs().filter(({ id }) => id !== tab.id);
  if (others.length === 0) throw context.refuse("You can't remove all the sheets in a document.");
  if (others.every(({ hidden }) => hidden))
    throw context.refuse("You can't remove all the visible sheets in a document.");
  // The engine counts visible tabs, whichever is deleted.
  if (tab.hidden) context.write.setHidden(tab.id, false);
  context.write.deleteTab(tab.id);
  context.write.setRecord(`filter:${tab.id}`, null);
  return undefined;
};

/** Changes a tab's properties, those that the mask names. */
export const updateSheetProperties: Handler<'updateSheetProperties'> = ({ properties = {}, fields }, context) => {
  const mask = updateMask(context, fields);
  applyProperties(context, tabOf(context, properties.sheetId), properties, mask);
  return undefined;
};

/** Changes the spreadsheet's title, locale or zone. */
export const updateSpreadsheetProperties: Handler<'updateSpreadsheetProperties'> = (
  { properties = {}, fields },
  context,
) => {
  const mask = updateMask(context, fields);
  const names = fieldsOf(mask) ?? ['title', 'locale', 'timeZone'];
  for (const name of names) {
    if (!['title', 'locale', 'timeZone', 'autoRecalc'].includes(name))
      throw notEmulated(`SpreadsheetProperties.${name}`);
  }
  if (names.includes('locale') && properties.locale && properties.locale !== 'fr_FR') {
    throw notEmulated(`the locale ${properties.locale}: documents are French here`);
  }
  const { title, timeZone } = properties;
  setSpreadsheetProperties(context.doc, context.write, {
    ...(names.includes('title') && title ? { title } : {}),
    ...(names.includes('timeZone') && timeZone ? { timeZone } : {}),
  });
  return undefined;
};

function applyProperties(context: Context, tab: Tab, properties: Properties, mask: Mask): void {
  const { write } = context;
  for (const field of fieldsOf(mask) ?? []) {
    if (!['sheetId', 'sheetType', 'tabColor', ...ALL_PROPERTIES].includes(field))
      throw notEmulated(`SheetProperties.${field}`);
  }
  const asks = (field: string): boolean => wants(mask, field);
  if (asks('title') && properties.title && properties.title !== tab.title) {
    checkTitle(context, properties.title, tab.id);
    write.renameTab(tab.id, properties.title);
  }
  if (asks('gridProperties')) applyGrid(context, tab, properties.gridProperties ?? {}, inside(mask, 'gridProperties'));
  if (asks('tabColorStyle') || asks('tabColor')) {
    write.setTabColor(tab.id, givenColor(properties.tabColorStyle, properties.tabColor) ?? null);
  }
  if (asks('index')) moveTo(context, tab, properties.index ?? tab.index);
  if (asks('hidden')) hide(context, tab, properties.hidden === true);
}

// Google counts places before the move: one step further right for a tab that moves right.
function moveTo({ write, doc }: Context, tab: Tab, index: number): void {
  const last = doc.read.tabs().length - 1;
  write.moveTab(tab.id, Math.min(last, index > tab.index ? index - 1 : index));
}

function hide({ write, doc, refuse }: Context, tab: Tab, hidden: boolean): void {
  const visible = doc.read.tabs().some((one) => !one.hidden && one.id !== tab.id);
  if (hidden && !visible) throw refuse("You can't hide all the sheets in a document.");
  write.setHidden(tab.id, hidden);
}

function applyGrid(context: Context, tab: Tab, grid: sheets_v4.Schema$GridProperties, mask: Mask): void {
  const { write } = context;
  for (const field of fieldsOf(mask) ?? []) if (!ALL_GRID.includes(field)) throw notEmulated(`GridProperties.${field}`);
  const rows = wants(mask, 'rowCount') && grid.rowCount ? grid.rowCount : tab.rows;
  const columns = wants(mask, 'columnCount') && grid.columnCount ? grid.columnCount : tab.columns;
  checkSize(context, rows * columns - tab.rows * tab.columns);
  resize(context, tab.id, { dimension: 'ROW', from: tab.rows, to: rows });
  resize(context, tab.id, { dimension: 'COL', from: tab.columns, to: columns });
  if (wants(mask, 'frozenRowCount')) freeze(context, tab.id, { dimension: 'ROW', frozen: grid.frozenRowCount ?? 0 });
  if (wants(mask, 'frozenColumnCount'))
    freeze(context, tab.id, { dimension: 'COL', frozen: grid.frozenColumnCount ?? 0 });
  if (wants(mask, 'hideGridlines')) write.setGridLines(tab.id, grid.hideGridlines !== true);
}

function freeze(
  { doc, write, refuse }: Context,
  id: number,
  { dimension, frozen }: { dimension: 'ROW' | 'COL'; frozen: number },
): void {
  const tab = doc.read.tab(id);
  const [count, now, word] =
    dimension === 'ROW' ? [tab.rows, tab.frozenRows, 'rows'] : [tab.columns, tab.frozenColumns, 'columns'];
  if (frozen >= count) throw refuse(`You can't freeze all visible ${word} on the sheet.`);
  if (frozen !== now) write.freeze(id, dimension, frozen);
}

function resize(
  { write }: Context,
  tab: number,
  { dimension, from, to }: { dimension: 'ROW' | 'COL'; from: number; to: number },
): void {
  if (to > from) write.insert(tab, dimension, { base: from - 1, quantity: to - from, position: 'after' });
  if (to < from)
    write.remove(
      tab,
      dimension,
      Array.from({ length: from - to }, (_, index) => to + index),
    );
}

function checkTitle({ doc, refuse }: Context, title: string, own?: number): void {
  if (title === '') throw refuse('A sheet title cannot be empty.');
  if (title.length > 100) throw refuse('Sheet titles may not be longer than 100 characters.');
  const same = (one: string): boolean => engineTitle(one).toLowerCase() === engineTitle(title).toLowerCase();
  if (doc.read.tabs().some((tab) => tab.id !== own && same(tab.title))) {
    throw refuse(`A sheet with the name "${title}" already exists. Please enter another name.`);
  }
}

function maskOf(properties: Properties): ReadonlyMap<string, Mask> {
  const { gridProperties, ...rest } = properties;
  const given = (value: object): string[] =>
    Object.entries(value).flatMap(([field, one]) => (one === undefined || one === null ? [] : [field]));
  const mask = new Map<string, Mask>(given(rest).map((field) => [field, '*']));
  const grid = given(gridProperties ?? {}).filter((field) => !['rowCount', 'columnCount'].includes(field));
  if (grid.length > 0) mask.set('gridProperties', new Map(grid.map((field) => [field, '*'])));
  return mask;
}

function freeId(tabs: readonly Tab[]): number {
  let id = 1;
  while (tabs.some((tab) => tab.id === id)) id += 1;
  return id;
}

function freeTitle(tabs: readonly Tab[]): string {
  let number = tabs.length + 1;
  while (tabs.some(({ title }) => title === `Feuille ${number}`)) number += 1;
  return `Feuille ${number}`;
}
