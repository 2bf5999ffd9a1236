/** Changes of a document, inside one batch: zero-based, tabs by their number. */
import type * as Engine from '@odoo/o-spreadsheet';
import { chartDefinition } from './charts.ts';
import type { ChartShape } from './charts.ts';
import { criterionOf } from './criteria.ts';
import type { ValidationRule } from './criteria.ts';
import type { Model } from './engine.ts';
import type { Zone } from './extension.ts';
import { cellSetter } from './cell-writer.ts';
import type { Send } from './cell-writer.ts';
import type { Reader } from './reader.ts';
import { engineTitle, titleRecord } from './tabs.ts';

/** Rows or columns. */
export type Dimension = 'ROW' | 'COL';

/** A new tab. */
export interface NewTab {
  readonly id: number;
  readonly title: string;
  readonly index: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where a chart floats. */
export interface ChartPlace {
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
}

/** A conditional format's rule as the engine has it, and where it ranks. */
export interface RankedRule {
  readonly id: string;
  readonly rule: Engine.ConditionalFormatRule;
  readonly zones: readonly Zone[];
  readonly index: number;
}

/** Writes in one document; only inside `Doc.batch`. */
export type Writer = ReturnType<typeof createWriter>;

// Commands that come by the ten thousand and that the writer has checked: what `dispatch` does, without asking fifty
// plugins whether it may.
const BULK: readonly string[] = ['UPDATE_CELL', 'SET_DETAIL'];

interface InnerModel {
  readonly state: { addCommand(command: object): void };
  readonly handlers: readonly unknown[];
  dispatchToHandlers(handlers: readonly unknown[], command: object): void;
}

/** A writer of the model, with its reader. */
export function createWriter(model: Model, reader: Reader) {
  // The engine types commands closed; the extension adds some of its own.
  const dispatch = model.dispatch as unknown as (type: string, payload: object) => Engine.DispatchResult;
  const inner = model as unknown as InnerModel;
  const send: Send = (type, payload) => {
    if (BULK.includes(type)) {
      const command = { type, ...payload };
      inner.state.addCommand(command);
      inner.dispatchToHandlers(inner.handlers, command);
      return;
    }
    const reasons = dispatch(type, payload).reasons.filter((reason: string) => reason !== 'NoChanges');
    if (reasons.length > 0) throw new Error(`Cannot apply ${type}: the engine answers ${reasons.join(', ')}`);
  };
  return {
    setCell: cellSetter(reader, send),
    keepFormula: (tab: number, row: number, column: number, formula: { text: string; engine: string }): void =>
      send('SET_DETAIL', { sheetId: reader.idOf(tab), row, col: column, part: 'formula', value: formula }),
    setRecord: (key: string, value: unknown): void => send('SET_RECORD', { key, value }),
    ...tabWriter(reader, send),
    ...shapeWriter(reader, send),
    ...ruleWriter(reader, send),
    ...objectWriter(reader, send),
  };
}

function tabWriter(reader: Reader, send: Send) {
  const keepTitle = (sheetId: string, title: string): void => {
    const engine = engineTitle(title);
    const held = reader.record(titleRecord(sheetId));
    if (engine !== title || held !== undefined) {
      send('SET_RECORD', { key: titleRecord(sheetId), value: engine === title ? null : { title, engine } });
    }
  };
  return {
    addTab({ id, title, index, rows, columns }: NewTab): void {
      const sheetId = String(id);
      send('CREATE_SHEET', { sheetId, position: index, name: engineTitle(title), rows, cols: columns });
      keepTitle(sheetId, title);
    },
    deleteTab(tab: number): void {
      const sheetId = reader.idOf(tab);
      send('DELETE_SHEET', { sheetId, sheetName: reader.getters.getSheetName(sheetId) });
    },
    renameTab(tab: number, title: string): void {
      const sheetId = reader.idOf(tab);
      const oldName = reader.getters.getSheetName(sheetId);
      if (oldName !== engineTitle(title)) send('RENAME_SHEET', { sheetId, oldName, newName: engineTitle(title) });
      keepTitle(sheetId, title);
    },
    moveTab(tab: number, index: number): void {
      const { index: now } = reader.tab(tab);
      if (now !== index) send('MOVE_SHEET', { sheetId: reader.idOf(tab), delta: index - now });
    },
    setHidden(tab: number, hidden: boolean): void {
      if (reader.tab(tab).hidden !== hidden) send(hidden ? 'HIDE_SHEET' : 'SHOW_SHEET', { sheetId: reader.idOf(tab) });
    },
    setTabColor(tab: number, color: string | null): void {
      send('COLOR_SHEET', { sheetId: reader.idOf(tab), ...(color === null ? {} : { color }) });
    },
    setGridLines(tab: number, visible: boolean): void {
      const sheetId = reader.idOf(tab);
      if (reader.getters.getGridLinesVisibility(sheetId) !== visible) {
        send('SET_GRID_LINES_VISIBILITY', { sheetId, areGridLinesVisible: visible });
      }
    },
    freeze(tab: number, dimension: Dimension, quantity: number): void {
      const sheetId = reader.idOf(tab);
      const word = dimension === 'ROW' ? 'ROWS' : 'COLUMNS';
      if (quantity === 0) send(`UNFREEZE_${word}`, { sheetId });
      else send(`FREEZE_${word}`, { sheetId, quantity });
    },
  };
}

function shapeWriter(reader: Reader, send: Send) {
  const named = (tab: number): { sheetId: string; sheetName: string } => {
    const sheetId = reader.idOf(tab);
    return { sheetId, sheetName: reader.getters.getSheetName(sheetId) };
  };
  return {
    insert(
      tab: number,
      dimension: Dimension,
      place: { readonly base: number; readonly quantity: number; readonly position: 'before' | 'after' },
    ): void {
      send('ADD_COLUMNS_ROWS', { ...named(tab), dimension, ...place });
    },
    remove(tab: number, dimension: Dimension, elements: readonly number[]): void {
      send('REMOVE_COLUMNS_ROWS', { ...named(tab), dimension, elements });
    },
    resize(tab: number, dimension: Dimension, elements: readonly number[], size: number | null): void {
      send('RESIZE_COLUMNS_ROWS', { sheetId: reader.idOf(tab), dimension, elements, size });
    },
    hide(tab: number, dimension: Dimension, elements: readonly number[], hidden: boolean): void {
      send(hidden ? 'HIDE_COLUMNS_ROWS' : 'UNHIDE_COLUMNS_ROWS', { sheetId: reader.idOf(tab), dimension, elements });
    },
    merge(tab: number, zone: Zone): void {
      send('ADD_MERGE', { sheetId: reader.idOf(tab), target: [zone], force: true });
    },
    unmerge(tab: number, zone: Zone): void {
      send('REMOVE_MERGE', { sheetId: reader.idOf(tab), target: [zone] });
    },
    setBorder(
      tab: number,
      zone: Zone,
      border: { readonly position: string; readonly color: string; readonly style: string },
    ): void {
      send('SET_ZONE_BORDERS', { sheetId: reader.idOf(tab), target: [zone], border });
    },
  };
}

function ruleWriter(reader: Reader, send: Send) {
  return {
    setValidation(tab: number, zone: Zone, { id, rule }: { readonly id: string; readonly rule: ValidationRule }): void {
      const criterion = criterionOf(rule);
      const sheetId = reader.idOf(tab);
      send('ADD_DATA_VALIDATION_RULE', {
        sheetId,
        ranges: [rangeData(reader, tab, zone)],
        rule: { id, criterion, isBlocking: rule.strict },
      });
      // Read back, since the engine tidies what it is given.
      const kept = reader.getters.getDataValidationRule(sheetId, id)?.criterion ?? criterion;
      send('SET_RECORD', { key: `rule:${id}`, value: { rule, engine: JSON.stringify(kept) } });
    },
    removeValidation(tab: number, id: string): void {
      send('REMOVE_DATA_VALIDATION_RULE', { sheetId: reader.idOf(tab), id });
      send('SET_RECORD', { key: `rule:${id}`, value: null });
    },
    addConditionalFormat(tab: number, { id, rule, zones, index }: RankedRule): void {
      const sheetId = reader.idOf(tab);
      const last = reader.getters.getConditionalFormats(sheetId).length;
      send('ADD_CONDITIONAL_FORMAT', {
        sheetId,
        cf: { id, rule },
        ranges: zones.map((zone) => rangeData(reader, tab, zone)),
      });
      if (index < last) send('CHANGE_CONDITIONAL_FORMAT_PRIORITY', { sheetId, cfId: id, delta: last - index });
    },
    removeConditionalFormat(tab: number, id: string): void {
      send('REMOVE_CONDITIONAL_FORMAT', { sheetId: reader.idOf(tab), id });
    },
  };
}

function objectWriter(reader: Reader, send: Send) {
  return {
    addName(tab: number, zone: Zone, { id, name }: { readonly id: string; readonly name: string }): void {
      send('CREATE_NAMED_RANGE', { name, ranges: [rangeData(reader, tab, zone)] });
      send('SET_RECORD', { key: `name:${name.toLowerCase()}`, value: id });
    },
    removeName(name: string): void {
      send('DELETE_NAMED_RANGE', { name });
      send('SET_RECORD', { key: `name:${name.toLowerCase()}`, value: null });
    },
    setProtection(
      tab: number,
      zone: Zone | null,
      {
        id,
        warningOnly,
        description,
      }: { readonly id: number; readonly warningOnly: boolean; readonly description: string },
    ): void {
      const target = zone === null ? {} : { target: [zone] };
      send('SET_PROTECTION', { sheetId: reader.idOf(tab), protectionId: id, warningOnly, description, ...target });
    },
    removeProtection(id: number): void {
      send('REMOVE_PROTECTION', { protectionId: id });
    },
    addChart(tab: number, id: number, shape: ChartShape, place: ChartPlace): void {
      send('CREATE_CHART', {
        sheetId: reader.idOf(tab),
        chartId: String(id),
        figureId: `figure-${id}`,
        col: place.column,
        row: place.row,
        offset: { x: place.offsetX, y: place.offsetY },
        size: { width: place.width, height: place.height },
        definition: chartDefinition(shape),
      });
    },
    removeChart(tab: number, chartId: string): void {
      send('DELETE_FIGURE', { sheetId: reader.idOf(tab), figureId: reader.getters.getFigureIdFromChartId(chartId) });
    },
  };
}

function rangeData(reader: Reader, tab: number, zone: Zone): Engine.RangeData {
  return { _sheetId: reader.idOf(tab), _zone: zone };
}
