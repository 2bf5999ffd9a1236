/** Which cells a person changed in a revision of her page, as a simple trigger of an edit is told. */
import type { Doc } from './document.ts';
import type { AcceptedRevision } from './hub.ts';
import { tabNumber } from './tabs.ts';

/** A rectangle that was typed, pasted or emptied. */
export interface EditedZone {
  readonly tab: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** What was typed, when it is one cell. */
  readonly typed: string | null;
}

interface CellCommand {
  readonly type: string;
  readonly sheetId?: string;
  readonly col?: number;
  readonly row?: number;
  readonly content?: string;
}

/** The rectangle around the changed cells of each tab; none for what a script changed. */
export function editedZones(doc: Doc, { origin, commands }: AcceptedRevision): EditedZone[] {
  if (origin !== 'page') return [];
  const zones = new Map<string, EditedZone>();
  for (const { type, sheetId, col, row, content } of commands as readonly CellCommand[]) {
    const isEdit = (type === 'UPDATE_CELL' && content !== undefined) || type === 'CLEAR_CELL';
    if (!isEdit || sheetId === undefined || col === undefined || row === undefined) continue;
    const id = tabNumber(sheetId);
    if (!doc.read.hasTab(id)) continue;
    const before = zones.get(sheetId);
    zones.set(
      sheetId,
      before === undefined
        ? { tab: doc.read.tab(id).title, left: col, right: col, top: row, bottom: row, typed: content ?? null }
        : widened(before, col, row),
    );
  }
  return [...zones.values()];
}

function widened(zone: EditedZone, column: number, row: number): EditedZone {
  return {
    tab: zone.tab,
    left: Math.min(zone.left, column),
    right: Math.max(zone.right, column),
    top: Math.min(zone.top, row),
    bottom: Math.max(zone.bottom, row),
    typed: null,
  };
}
