/** Ranges: A1 notation, GridRange, and the zones of a document. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { columnIndex, columnLetters } from '../../../core/workbook.ts';
import type { Doc, Tab, Zone } from '../../engine/index.ts';
import { GoogleRefused } from '../refused.ts';

type GridRange = sheets_v4.Schema$GridRange;

/** A tab and a zone of it. */
export interface Place {
  readonly tab: Tab;
  readonly zone: Zone;
}

const CELLS = /^([A-Z]{1,3})?(\d+)?(?::([A-Z]{1,3})?(\d+)?)?$/iu;

/** The place that A1 notation names ("Tab!A1:B2", "'Tab'", "A:C"); Google's refusal when there is none. */
export function parseRange(doc: Doc, text: string): Place {
  const tabs = doc.read.tabs();
  const whole = findTab(tabs, text);
  if (whole) return { tab: whole, zone: wholeZone(whole) };
  const split = /^(?:('(?:[^']|'')*'|[^!]*)!)?([^!]*)$/u.exec(text);
  const tab = split?.[1] === undefined ? tabs[0] : findTab(tabs, split[1]);
  const zone = tab && writtenZone(tab, split?.[2] ?? '');
  if (!zone) throw new GoogleRefused(400, `Unable to parse range: ${text}`);
  if (zone.left >= tab.columns || zone.top >= tab.rows) throw exceeds(tab, zone);
  const { columns, rows } = tab;
  return { tab, zone: { ...zone, right: Math.min(zone.right, columns - 1), bottom: Math.min(zone.bottom, rows - 1) } };
}

function writtenZone(tab: Tab, cells: string): Zone | null {
  const parts = CELLS.exec(cells.replaceAll('$', ''));
  if (!parts?.[0]) return null;
  const [all, left, top, right, bottom] = parts;
  const single = !all.includes(':');
  const column = (letters: string): number => columnIndex(letters.toUpperCase());
  const row = (digits: string): number => Number(digits) - 1;
  const zone = {
    left: end(left, 0, column),
    top: end(top, 0, row),
    right: end(single ? left : right, tab.columns - 1, column),
    bottom: end(single ? top : bottom, tab.rows - 1, row),
  };
  return zone.top < 0 || zone.right < zone.left || zone.bottom < zone.top ? null : zone;
}

/** A zone in A1 notation, with its tab. */
export function rangeText({ tab, zone }: Place): string {
  const title = /^[A-Za-z_]\w*$/u.test(tab.title) ? tab.title : `'${tab.title.replaceAll("'", "''")}'`;
  const first = `${columnLetters(zone.left)}${zone.top + 1}`;
  const last = `${columnLetters(zone.right)}${zone.bottom + 1}`;
  return `${title}!${first === last ? first : `${first}:${last}`}`;
}

/** Google's refusal of a range beyond the grid. */
export function exceeds(tab: Tab, zone: Zone): GoogleRefused {
  const message = `Range (${rangeText({ tab, zone })}) exceeds grid limits. Max rows: ${tab.rows}, max columns: ${tab.columns}`;
  return new GoogleRefused(400, message);
}

/** The whole tab as a zone. */
export function wholeZone(tab: Tab): Zone {
  return { left: 0, top: 0, right: tab.columns - 1, bottom: tab.rows - 1 };
}

/** A zone as Google's GridRange. */
export function gridRange(sheetId: number, zone: Zone): GridRange {
  return {
    sheetId,
    startRowIndex: zone.top,
    endRowIndex: zone.bottom + 1,
    startColumnIndex: zone.left,
    endColumnIndex: zone.right + 1,
  };
}

/** The zone of a GridRange, its open ends closed by the grid; null when it is empty or out of the grid. */
export function zoneOf(tab: Tab, range: GridRange): Zone | null {
  const zone = {
    left: range.startColumnIndex ?? 0,
    top: range.startRowIndex ?? 0,
    right: (range.endColumnIndex ?? tab.columns) - 1,
    bottom: (range.endRowIndex ?? tab.rows) - 1,
  };
  const inGrid = zone.left >= 0 && zone.top >= 0 && zone.right < tab.columns && zone.bottom < tab.rows;
  return inGrid && zone.left <= zone.right && zone.top <= zone.bottom ? zone : null;
}

function findTab(tabs: readonly Tab[], written: string): Tab | undefined {
  const title = /^'.*'$/su.test(written) ? written.slice(1, -1).replaceAll("''", "'") : written;
  return tabs.find((tab) => tab.title === title) ?? tabs.find((tab) => tab.title.toLowerCase() === title.toLowerCase());
}

function end(written: string | undefined, last: number, read: (text: string) => number): number {
  return written === undefined ? last : read(written);
}
