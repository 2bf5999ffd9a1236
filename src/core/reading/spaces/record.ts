/** The record of a space, made of what its row says. */
import { columnIndex } from '../../workbook.ts';
import { customOf, fieldCell, fieldCells, sourceRaw, textOf } from '../cells.ts';
import { proposalIn } from '../notes.ts';
import { stayOf } from '../stay.ts';
import type { Fee, Frame, FrameRow, OccupancyReading, ReadContext, SpaceKind, SpaceRecord } from '../types.ts';
import { clean, fold } from '../values/text.ts';
import type { SpaceLabel, SpaceSection } from './label.ts';
import type { OccupantsReading } from './occupants.ts';
import type { SpaceDates } from './row.ts';

const PREMISES_HEADERS = /^(?:batiment|bat|site|implantation|nom du site|lieu)$/u;

/** What was read in a row, for all its spaces. */
export interface RowReading {
  readonly frame: Frame;
  readonly row: FrameRow;
  /** The row as it stands, before « idem » was replaced. */
  readonly original: FrameRow;
  readonly section: SpaceSection | null;
  readonly occupants: OccupantsReading;
  readonly dates: SpaceDates;
  readonly fee: Fee | null;
  readonly deposit: SpaceRecord['deposit'];
  readonly area: number | null;
  readonly context: ReadContext;
}

/** One of the row's spaces. */
export interface NamedSpace {
  readonly space: SpaceLabel;
  readonly index: number;
  readonly kind: SpaceKind;
}

// What a row writes once for several spaces belongs to the first; desks are priced one by one.
function writtenOnce(read: RowReading, { index, kind }: NamedSpace): Pick<RowReading, 'area' | 'deposit' | 'fee'> {
  const { area, deposit, fee } = read;
  if (index === 0) return { area, deposit, fee };
  return { area: null, deposit: null, fee: kind === 'desk' || fee?.per !== undefined ? fee : null };
}

/** The record of one of the row's spaces. */
export function recordOf(read: RowReading, named: NamedSpace): SpaceRecord {
  const { space, index, kind } = named;
  const { frame, row, section, occupants, dates, context } = read;
  const { area, deposit, fee } = writtenOnce(read, named);
  const lease = leaseOf(read, kind, index);
  const notes = notesOf(frame, row);
  const custom = customOf(frame, row);
  const status = lease === null ? occupants.status : 'rented_by_association';
  const since = status === 'vacant' ? vacancy(notes, context) : undefined;
  return {
    source_tab: frame.source.title,
    source_row: row.row,
    space: space.space,
    kind,
    number: space.number,
    premises: kind === 'premises' ? null : saidIn(frame, row, PREMISES_HEADERS),
    area_m2: area,
    status,
    occupancies: lease === null ? occupanciesOf(read, kind, index) : [],
    occupancy_fee: lease === null ? fee : null,
    paid_to_association: lease === null && kind !== 'shop_unit' && section?.paid_to === undefined,
    deposit,
    notes,
    ...(since === undefined ? {} : { vacant_since: since }),
    ...(section?.paid_to === undefined ? {} : { paid_to: section.paid_to }),
    ...(lease === null ? {} : leaseFields(lease, dates, fee)),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
    source_raw: sourceRaw(read.original),
  };
}

function leaseFields(lease_holder: string, { start }: SpaceDates, rent: Fee | null): Partial<SpaceRecord> {
  return {
    lease_holder,
    ...(start === null ? {} : { lease_start: start }),
    ...(rent === null ? {} : { rent }),
  };
}

// Premises that no member occupies are rented by the association, named by the section or by the cell.
function leaseOf({ section, occupants, frame, row }: RowReading, kind: SpaceKind, index: number): string | null {
  if (kind !== 'premises') return null;
  const ofSpace = occupants.bySpace[index] ?? [];
  if (ofSpace.some(({ entry }) => entry !== null)) return null;
  const named = clean(textOf(fieldCell(frame, row, 'occupant')?.cell).replace(/\([^()]*\)/gu, ' '));
  const holder = section?.lease_holder;
  if (holder !== undefined && (occupants.status !== 'occupied' || fold(named) === fold(holder))) return holder;
  const saysTenant = /\blocataire\b/u.test(fold(textOf(fieldCell(frame, row, 'occupant')?.cell)));
  return occupants.status === 'occupied' && (saysTenant || holder !== undefined) ? named : null;
}

function occupanciesOf(
  { occupants, dates, context }: RowReading,
  kind: SpaceKind,
  index: number,
): readonly OccupancyReading[] {
  const ofSpace = occupants.bySpace[index] ?? [];
  const hasStay = kind !== 'shop_unit' && kind !== 'premises';
  return ofSpace.map(({ entry, organisation_raw, person_raw }, position) => ({
    organisation: entry?.organisation ?? null,
    organisation_id: entry?.organisation_id ?? null,
    organisation_raw,
    person_raw,
    share_percent: shareOf(position, ofSpace.length),
    share_proposed: ofSpace.length > 1,
    start: dates.start,
    planned_end: dates.planned_end,
    stay: hasStay && dates.start !== null ? stayOf(dates.start, context.today) : null,
  }));
}

// Equal shares of two decimals that add up to 100.
function shareOf(position: number, count: number): number {
  const share = Math.floor(10_000 / count);
  return (position === count - 1 ? 10_000 - share * (count - 1) : share) / 100;
}

/** What a column that stays hers says: such columns may still tell what a space is, and where. */
export function saidIn(frame: Frame, row: FrameRow, headers: RegExp): string | null {
  const column = frame.columns.find(({ custom, header }) => custom !== undefined && headers.test(fold(header ?? '')));
  const text = column === undefined ? '' : clean(textOf(row.cells[columnIndex(column.column)]));
  return text === '' ? null : text;
}

function notesOf(frame: Frame, row: FrameRow): readonly string[] {
  const written = fieldCells(frame, row, 'notes').map(({ cell }) => clean(textOf(cell)));
  const attached = [row, ...row.continuations].flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell?.note === undefined ? [] : [clean(cell.note)])),
  );
  return [...written, ...attached].filter((text) => text !== '');
}

function vacancy(notes: readonly string[], context: ReadContext): SpaceRecord['vacant_since'] {
  for (const note of notes) {
    const proposal = proposalIn(note, context);
    if (proposal?.isVacancy === true) return proposal.value;
  }
  return undefined;
}
