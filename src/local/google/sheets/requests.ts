/** What every request handler of `spreadsheets.batchUpdate` works with. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Doc, Tab, Writer, Zone } from '../../engine/index.ts';
import { parseMask } from '../fields.ts';
import type { Mask } from '../fields.ts';
import { GoogleRefused } from '../refused.ts';
import { exceeds, wholeZone, zoneOf } from './grid.ts';

/** Makes Google's refusal of the request in hand; the caller throws it. */
export type Refuse = (message: string) => GoogleRefused;

/** The document, its writer, and the request's way to refuse. */
export interface Context {
  readonly doc: Doc;
  readonly write: Writer;
  readonly refuse: Refuse;
}

/** Carries out one kind of request; answers what Google replies, or nothing. */
export type Handler<Kind extends keyof sheets_v4.Schema$Request> = (
  request: NonNullable<sheets_v4.Schema$Request[Kind]>,
  context: Context,
) => sheets_v4.Schema$Response | undefined;

/** Google's limit of cells in a spreadsheet. */
export const MOST_CELLS = 10_000_000;

/** The tab with this id; Google's refusal when there is none. */
export function tabOf({ doc, refuse }: Context, sheetId: number | null | undefined): Tab {
  const id = sheetId ?? 0;
  if (!doc.read.hasTab(id)) throw refuse(`No grid with id: ${id}`);
  return doc.read.tab(id);
}

/** The tab and zone of a range; a range beyond the grid is refused. */
export function placeOf(
  context: Context,
  range: sheets_v4.Schema$GridRange | null | undefined,
): { tab: Tab; zone: Zone } {
  if (!range) throw context.refuse('A range must be specified.');
  const tab = tabOf(context, range.sheetId);
  const zone = zoneOf(tab, range);
  if (zone) return { tab, zone };
  const left = range.startColumnIndex ?? 0;
  const top = range.startRowIndex ?? 0;
  const right = (range.endColumnIndex ?? tab.columns) - 1;
  const bottom = (range.endRowIndex ?? tab.rows) - 1;
  if (left < 0 || top < 0 || right < left || bottom < top) throw context.refuse('Invalid range: it is empty.');
  throw context.refuse(exceeds(tab, { left, top, right, bottom }).message);
}

/** The mask that an update must name. */
export function updateMask({ refuse }: Context, fields: string | null | undefined): Mask {
  if (!fields) throw refuse("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)");
  return parseMask(fields);
}

/** Refuses a shape that would make the spreadsheet too large. */
export function checkSize({ doc, refuse }: Context, added: number): void {
  const held = doc.read.tabs().reduce((sum, tab) => sum + tab.rows * tab.columns, 0);
  if (held + added > MOST_CELLS) {
    throw refuse(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}

/** True when the zone is all of its tab. */
export function isWhole(tab: Tab, zone: Zone): boolean {
  const whole = wholeZone(tab);
  return zone.left <= whole.left && zone.top <= whole.top && zone.right >= whole.right && zone.bottom >= whole.bottom;
}
