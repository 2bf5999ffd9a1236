/** What rooms bring in a year, by kind and size: what « Redevances » holds, and for other months what the stays foresee. */
import { frenchNumber } from '../french.ts';
import { groupBy } from '../group.ts';
import type { Register } from '../register.ts';
import { monthSpans } from '../rooms/month.ts';
import { kindNames, roomMonths } from '../rooms/rooms.ts';
import type { Room } from '../rooms/rooms.ts';
import { duesOf } from './dues.ts';
import type { Due } from './dues.ts';

/** The income of one group of rooms, in cents. */
export interface RentIncome {
  /** "office:10", "studio", "desk". */
  readonly group: string;
  /** French, whatever the number of rooms: « bureau de 10 m² ». */
  readonly name: string;
  /** French: « bureaux de 10 m² ». */
  readonly label: string;
  readonly rooms: readonly Room[];
  readonly amount: number;
  /** The part of it that rows of « Redevances » hold, and of how many months. */
  readonly written: number;
  readonly writtenMonths: number;
  readonly foreseen: number;
  readonly foreseenMonths: number;
  /** Months of a place, let and to let. */
  readonly placeMonths: number;
  readonly allPlaceMonths: number;
}

/** The income of a year, the groups in the order of the rooms; shops have none (domain: B5). */
export function rentIncome(register: Register, rooms: readonly Room[], year: number): RentIncome[] {
  const spans = monthSpans(`${String(year)}-01`, `${String(year)}-12`);
  const { dues } = duesOf(rooms, spans);
  const rows = register.rentCharges.filter(({ month }) => month?.startsWith(String(year)) === true);
  const rowsBySpace = groupBy(rows, ({ space }) => space);
  const duesBySpace = groupBy(dues, ({ space }) => space.id);
  const groups = groupBy(
    rooms.filter(({ kind, space }) => kind !== 'shop_unit' && space.paid_to_association !== false),
    groupOf,
  );
  return [...groups].map(([group, own]) => {
    const written = own.flatMap(({ space }) => rowsBySpace.get(space.id) ?? []);
    const known = new Set(written.map((row) => keyOf(row.occupancy, row.month)));
    const foreseen = own
      .flatMap(({ space }) => duesBySpace.get(space.id) ?? [])
      .filter((due) => !known.has(keyOf(due.occupancy.id, due.month)));
    const months = own.map((room) => ({ room, months: roomMonths(room, spans) }));
    const inMonths = (what: 'occupied' | 'available') =>
      sum(months.flatMap((one) => one.months.map((month, index) => month[what] / (spans[index]?.days ?? 30))));
    const parts = {
      written: sum(written.map(({ amount }) => amount ?? 0)),
      writtenMonths: new Set(written.map(({ month }) => month?.slice(0, 7))).size,
      foreseen: sum(foreseen.map(({ amount }) => amount)),
      foreseenMonths: new Set(foreseen.map(({ month }: Due) => month)).size,
    };
    return {
      group,
      name: labelOf(own, 0),
      label: labelOf(own, own.length > 1 ? 1 : 0),
      rooms: own,
      amount: parts.written + parts.foreseen,
      ...parts,
      placeMonths: inMonths('occupied'),
      allPlaceMonths: inMonths('available'),
    };
  });
}

function keyOf(occupancy: string | null, month: string | null): string {
  return `${month?.slice(0, 7) ?? ''} ${occupancy ?? ''}`;
}

function groupOf({ kind, space }: Room): string {
  return kind === 'office' && space.area !== null ? `${kind}:${String(space.area)}` : kind;
}

function labelOf(rooms: readonly Room[], number: 0 | 1): string {
  const [first] = rooms;
  if (!first) return '';
  const name = kindNames[first.kind][number];
  const { area } = first.space;
  return first.kind === 'office' && area !== null ? `${name} de ${frenchNumber(area)}\u00A0m²` : name;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
