/** Members whose own remarks place them in another space than the tab of spaces does. */
import { columnsOf, fieldCells, quoteOf, textOf } from '../cells.ts';
import type { FieldCell } from '../cells.ts';
import { spaceHints } from '../space-hints.ts';
import type { Content, Finding, Frame, FrameRow, SpaceRecord } from '../types.ts';
import { columnIndex } from '../../workbook.ts';
import { fold } from '../values/text.ts';
import { spaceKey } from './label.ts';

/** A space that someone occupies, and where the tab says so. */
interface Occupied {
  readonly tab: string;
  readonly row: number;
  readonly column: string | null;
  readonly raw: Finding['raw'];
  readonly space: string;
  readonly keys: readonly string[];
}

/** A conflict, with the title of the tab that shows it. */
export interface TabFinding {
  readonly tab: string;
  readonly finding: Finding;
}

type Tab = { readonly frame: Frame; readonly content: Content };

// What was, or what is hoped for, contradicts nothing.
const NOT_NOW =
  /\b(?:rendu|rend|quitte|parti|libere|ancien|ancienne|ex|avant|attend|attente|souhaite|veut|voudrait|aimerait|demande|arrive|arrivera|partir|prochain|prochainement|futur|bientot)\b/u;

/** The cells of members' rows that name another space than those their organisation occupies. */
export function spaceConflicts(tabs: readonly Tab[]): readonly TabFinding[] {
  const occupied = occupiedBy(tabs);
  return tabs
    .filter(({ frame }) => frame.kind === 'members')
    .flatMap(({ frame, content }) => {
      const ids = new Map(
        content.records.flatMap((record) =>
          'duplicate_of_row' in record && 'organisation_id' in record
            ? [[record.source_row, record.organisation_id]]
            : [],
        ),
      );
      return frame.data.flatMap((row): readonly TabFinding[] => {
        const own = occupied.get(ids.get(row.row) ?? '') ?? [];
        return own.length === 0 ? [] : conflictsIn(frame, row, own);
      });
    });
}

function conflictsIn(frame: Frame, row: FrameRow, own: readonly Occupied[]): readonly TabFinding[] {
  const [other] = own;
  if (other === undefined) return [];
  return ['affiliation', 'notes'].flatMap((field) =>
    fieldCells(frame, row, field).flatMap((at): TabFinding[] => {
      if (!contradicts(at, own)) return [];
      const { tab, row: otherRow, column, raw, space } = other;
      const details = { other: { tab, row: otherRow, column, raw, space }, cross_tab: true };
      const finding: Finding = {
        row: at.row,
        column: at.column,
        kind: 'space_conflict',
        raw: quoteOf(at.cell),
        details,
      };
      return [{ tab: frame.source.title, finding }];
    }),
  );
}

function contradicts(at: FieldCell, own: readonly Occupied[]): boolean {
  const text = textOf(at.cell);
  const hints = spaceHints(text);
  if (hints.length === 0 || NOT_NOW.test(fold(text))) return false;
  return !hints.some((hint) => own.some(({ keys }) => keys.includes(spaceKey(hint))));
}

function occupiedBy(tabs: readonly Tab[]): ReadonlyMap<string, readonly Occupied[]> {
  const occupied = new Map<string, Occupied[]>();
  for (const { frame, content } of tabs.filter(({ frame: { kind } }) => kind === 'spaces')) {
    const column = columnsOf(frame, 'occupant')[0] ?? null;
    const rows = new Map(frame.data.map((row) => [row.row, row]));
    for (const record of content.records) {
      if (!('occupancies' in record)) continue;
      const place = placeOf(record, column, rows.get(record.source_row));
      for (const { organisation_id } of record.occupancies) {
        if (organisation_id !== null) occupied.set(organisation_id, [...(occupied.get(organisation_id) ?? []), place]);
      }
    }
  }
  return occupied;
}

function placeOf(record: SpaceRecord, column: string | null, row: FrameRow | undefined): Occupied {
  const cell = column === null ? undefined : row?.cells[columnIndex(column)];
  const number = record.number === null ? [] : [String(record.number)];
  return {
    tab: record.source_tab,
    row: record.source_row,
    column,
    raw: quoteOf(cell),
    space: record.space,
    keys: [spaceKey(record.space), ...number],
  };
}
