/**
 * What a spreadsheet of ours holds beyond the engine: notes, partly struck texts, formats and formulas as they were
 * written, protected ranges, ids. One plugin, installed alike on the server and in the page, so that these details are
 * part of the document, follow inserted and deleted rows, and travel with each revision.
 *
 * In the page, once `o_spreadsheet` is loaded and before `new Model`:
 *   import { extendEngine } from '../engine/extension.ts';
 *   extendEngine(o_spreadsheet);
 * once the model is there, `sendWhole(model)`, and then `model.getters.getNote({ sheetId, col, row })`, `model.getters.getNotes(sheetId)`,
 * `model.getters.getProtections(sheetId)` and `model.dispatch('SET_DETAIL', { sheetId, col, row, part: 'note', value })`.
 */
import type * as Engine from '@odoo/o-spreadsheet';

/** A stretch of a cell's text, from `start` to the next run, and how it differs from the cell's own format. */
export interface TextRun {
  readonly start: number;
  readonly strikethrough?: boolean;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  readonly color?: string;
  readonly fontSize?: number;
}

/** What one cell holds beyond the engine; a part that no longer fits the cell is ignored by its reader. */
export interface CellDetail {
  readonly note?: string;
  /** Runs, and the text they were written for. */
  readonly runs?: { readonly text: string; readonly runs: readonly TextRun[] };
  /** The number format as it was written, and the format that the engine was given in its place. */
  readonly format?: { readonly type: string; readonly pattern: string; readonly engine: string };
  /** The formula as it was written, and the engine's own writing of it. */
  readonly formula?: { readonly text: string; readonly engine: string };
  readonly fontFamily?: string;
  /** Where the cell's text leads, and the text it was given to. */
  readonly link?: { readonly text: string; readonly url: string };
}

/** The name of one part of a cell's details. */
export type DetailPart = keyof CellDetail;

/** A rectangle, zero-based, ends included. */
export interface Zone {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A protected range; `zone` null is the whole tab; a warning lets the person go on, the rest is refused in the grid. */
export interface Protection {
  readonly id: number;
  readonly sheetId: string;
  readonly zone: Zone | null;
  readonly warningOnly: boolean;
  readonly description: string;
}

/** Free-standing facts of the document by their key: ids of named ranges, rules and charts as they were written. */
export type Records = Readonly<Record<string, unknown>>;

/** A note and its cell. */
export interface PlacedNote {
  readonly text: string;
  readonly col: number;
  readonly row: number;
}

/** What the extension adds to `model.getters`. */
export interface ExtensionGetters {
  getCellDetail(position: { sheetId: string; col: number; row: number }): CellDetail | undefined;
  getCellDetails(sheetId: string): Readonly<Record<string, CellDetail>>;
  getNote(position: { sheetId: string; col: number; row: number }): string | undefined;
  getNotes(sheetId: string): readonly PlacedNote[];
  getProtections(sheetId?: string): readonly Protection[];
  getRecord(key: string): unknown;
  getRecords(): Records;
}

/** The commands that the extension adds; cells and zones are zero-based. */
export type ExtensionCommand =
  | { type: 'SET_DETAIL'; sheetId: string; col: number; row: number; part: DetailPart; value: unknown }
  | {
      type: 'SET_PROTECTION';
      sheetId: string;
      protectionId: number;
      warningOnly: boolean;
      description: string;
      target?: Zone[];
    }
  | { type: 'REMOVE_PROTECTION'; protectionId: number }
  | { type: 'SET_RECORD'; key: string; value: unknown };

type Details = Record<string, Record<string, CellDetail>>;
type StoredProtection = Omit<Protection, 'zone'> & { readonly range: Engine.Range | null };
interface Saved {
  details?: Details;
  protections?: Protection[];
  records?: Record<string, unknown>;
}
type Command = ExtensionCommand | Engine.CoreCommand;

/** The key of a cell in `getCellDetails`. */
export function detailKey(row: number, column: number): string {
  return `${row}:${column}`;
}

const COMMANDS: readonly ExtensionCommand['type'][] = [
  'SET_DETAIL',
  'SET_PROTECTION',
  'REMOVE_PROTECTION',
  'SET_RECORD',
];

/** Adds the plugin and its commands to the engine; calling it again does nothing. */
export function extendEngine(engine: typeof Engine): void {
  const registry = engine.registries.corePluginRegistry;
  if (registry.contains('regie_details')) return;
  // The engine's set of core commands is typed closed, and is the documented way in for plugins.
  const coreTypes = engine.coreTypes as unknown as Set<string>;
  for (const type of COMMANDS) coreTypes.add(type);
  registry.add('regie_details', detailsPlugin(engine));
}

/**
 * Lets the model send its changes as they are, on the server and in the page. The engine would shorten formulas of the
 * same words into how their ranges moved, and fails where `SUM(A1:A1)` is followed by `SUM(A1:A2)`:
 * the change was made, nobody else would ever hear of it.
 */
export function sendWhole(model: Engine.Model): void {
  const { session } = model as unknown as { session: { commandSquisher: Squisher } };
  session.commandSquisher.squish = (commands) => [...commands];
}

interface Squisher {
  squish: (commands: readonly unknown[]) => unknown[];
}

// eslint-disable-next-line max-lines-per-function -- the engine takes plugins as classes only, made with its own base class
function detailsPlugin(engine: typeof Engine) {
  return class RegieDetails extends engine.CorePlugin {
    static override getters = [
      'getCellDetail',
      'getCellDetails',
      'getNote',
      'getNotes',
      'getProtections',
      'getRecord',
      'getRecords',
    ];
    details: Details = {};
    protections: StoredProtection[] = [];
    records: Record<string, unknown> = {};

    override handle(command: Command): void {
      const next = nextDetails(this.details, command);
      if (next) this.history.update('details', next.sheetId, next.cells);
      switch (command.type) {
        case 'SET_DETAIL':
          this.setDetail(command);
          break;
        case 'SET_PROTECTION':
          this.history.update('protections', [
            ...this.protections.filter((one) => one.id !== command.protectionId),
            this.storedProtection(command.sheetId, {
              ...command,
              id: command.protectionId,
              zone: command.target?.[0] ?? null,
            }),
          ]);
          break;
        case 'REMOVE_PROTECTION':
          this.history.update(
            'protections',
            this.protections.filter((one) => one.id !== command.protectionId),
          );
          break;
        case 'DELETE_SHEET':
          this.history.update(
            'protections',
            this.protections.filter((one) => one.sheetId !== command.sheetId),
          );
          break;
        case 'SET_RECORD':
          this.history.update('records', command.key, command.value ?? undefined);
          break;
        default:
      }
    }

    setDetail({ sheetId, row, col, part, value }: Extract<ExtensionCommand, { type: 'SET_DETAIL' }>): void {
      const key = detailKey(row, col);
      const parts: Record<string, unknown> = { ...this.details[sheetId]?.[key], [part]: value ?? undefined };
      const next = Object.fromEntries(Object.entries(parts).filter(([, one]) => one !== undefined));
      this.history.update('details', sheetId, key, Object.keys(next).length > 0 ? next : undefined);
    }

    storedProtection(
      sheetId: string,
      { id, zone, warningOnly, description }: Omit<Protection, 'sheetId'>,
    ): StoredProtection {
      const range = zone === null ? null : this.getters.getRangeFromZone(sheetId, zone);
      return { id, sheetId, warningOnly, description, range };
    }

    override adaptRanges({ applyChange }: Engine.RangeAdapterFunctions): void {
      const kept: StoredProtection[] = [];
      for (const protection of this.protections) {
        const change = protection.range === null ? null : applyChange(protection.range);
        if (change === null || change.changeType === 'NONE') kept.push(protection);
        else if (change.changeType !== 'REMOVE') kept.push({ ...protection, range: change.range });
      }
      if (kept.some((one, index) => one !== this.protections[index]) || kept.length !== this.protections.length) {
        this.history.update('protections', kept);
      }
    }

    getCellDetail({ sheetId, row, col }: { sheetId: string; row: number; col: number }): CellDetail | undefined {
      return this.details[sheetId]?.[detailKey(row, col)];
    }

    getCellDetails(sheetId: string): Readonly<Record<string, CellDetail>> {
      return this.details[sheetId] ?? {};
    }

    getNote(position: { sheetId: string; row: number; col: number }): string | undefined {
      return this.getCellDetail(position)?.note;
    }

    getNotes(sheetId: string): readonly PlacedNote[] {
      return Object.entries(this.getCellDetails(sheetId)).flatMap(([key, { note }]) => {
        const [row = 0, col = 0] = key.split(':').map(Number);
        return note === undefined ? [] : [{ text: note, row, col }];
      });
    }

    getProtections(sheetId?: string): readonly Protection[] {
      return this.protections
        .filter((one) => sheetId === undefined || one.sheetId === sheetId)
        .map(({ range, ...rest }) => ({ ...rest, zone: range === null ? null : range.zone }));
    }

    getRecord(key: string): unknown {
      return this.records[key];
    }

    getRecords(): Records {
      return this.records;
    }

    override import(data: Engine.WorkbookData & { regie?: Saved }): void {
      this.details = data.regie?.details ?? {};
      this.records = data.regie?.records ?? {};
      this.protections = (data.regie?.protections ?? []).map((one) => this.storedProtection(one.sheetId, one));
    }

    override export(data: Engine.WorkbookData & { regie?: Saved }): void {
      data.regie = { details: this.details, records: this.records, protections: [...this.getProtections()] };
    }
  };
}

/** The details of a tab after a change of its shape, or null when the command leaves them alone. */
function nextDetails(
  details: Details,
  command: Command,
): { sheetId: string; cells: Record<string, CellDetail> | undefined } | null {
  switch (command.type) {
    case 'DELETE_SHEET':
      return { sheetId: command.sheetId, cells: undefined };
    case 'DUPLICATE_SHEET':
      return { sheetId: command.sheetIdTo, cells: { ...details[command.sheetId] } };
    case 'ADD_COLUMNS_ROWS': {
      const first = command.position === 'before' ? command.base : command.base + 1;
      return moved(details, command, (index) => (index < first ? index : index + command.quantity));
    }
    case 'REMOVE_COLUMNS_ROWS': {
      const gone = [...command.elements].sort((a, b) => a - b);
      return moved(details, command, (index) =>
        gone.includes(index) ? null : index - gone.filter((one) => one < index).length,
      );
    }
    default:
      return null;
  }
}

function moved(
  details: Details,
  { sheetId, dimension }: { readonly sheetId: string; readonly dimension: 'ROW' | 'COL' },
  move: (index: number) => number | null,
): { sheetId: string; cells: Record<string, CellDetail> } | null {
  const cells = details[sheetId];
  if (!cells) return null;
  const next: Record<string, CellDetail> = {};
  for (const [key, detail] of Object.entries(cells)) {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const index = move(dimension === 'ROW' ? row : column);
    if (index !== null) next[dimension === 'ROW' ? detailKey(index, column) : detailKey(row, index)] = detail;
  }
  return { sheetId, cells: next };
}
