/** The rooms that people occupy, in the order in which sheets show them, with their stays and their days. */
import type { Register } from '../register.ts';
import { readStays } from '../stays/read.ts';
import type { Space } from '../tables/space.ts';
import { firstDayOf, lastDayOf, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import type { MonthSpan } from './month.ts';
import { isPossible, roomStay } from './room-stay.ts';
import type { RoomStay } from './room-stay.ts';

/** What is let: everything but the premises that the association rents for itself. */
export type RoomKind = 'office' | 'studio' | 'desk' | 'shop_unit';

/** French names of kinds: one, several. */
export const kindNames: Readonly<Record<RoomKind, readonly [string, string]>> = {
  office: ['bureau', 'bureaux'],
  studio: ['petit studio', 'petits studios'],
  desk: ['poste de coworking', 'postes de coworking'],
  shop_unit: ['boutique', 'boutiques'],
};

/** Every kind, in the order of the sheets. */
export const roomKinds = Object.keys(kindNames) as readonly RoomKind[];

/** A room with all its stays, the earliest first. */
export interface Room {
  readonly space: Space;
  readonly kind: RoomKind;
  readonly name: string;
  /** How many occupants it may have at a time. */
  readonly places: number;
  readonly stays: readonly RoomStay[];
}

/** What a room brings the association in a month, in cents; null for shops, whose rent goes to the landlord (domain: B5). */
export function monthlyFeeOf({ kind, space }: Pick<Room, 'kind' | 'space'>): number | null {
  if (kind === 'shop_unit' || space.paid_to_association === false) return null;
  const { monthly_fee: monthly, fee, fee_period: period } = space;
  if (monthly !== null || fee === null) return monthly;
  return Math.round(fee / (period === 'year' ? 12 : period === 'quarter' ? 3 : 1));
}

/** Some days during which a room cannot be let, as spreadsheet numbers, both included. */
export interface Closure {
  readonly first: number;
  readonly last: number;
  readonly reason: 'blocked' | 'closed';
}

/** The rooms of the register, by kind, premises and name; spaces of no kind and what the association rents are no rooms. */
export function roomsOf(register: Register, today: Day): Room[] {
  const { spaces } = register;
  const { limitOf, inSpace } = readStays(register);
  const rooms = spaces.flatMap((space): Room[] => {
    const { kind } = space;
    if (kind === null || kind === 'premises') return [];
    const stays = inSpace(space)
      .map((occupancy) => roomStay(occupancy, { today, limit: limitOf(occupancy)?.last ?? null }))
      .filter(isPossible)
      .sort((a, b) => (a.first ?? -Infinity) - (b.first ?? -Infinity) || (a.occupancy.id < b.occupancy.id ? -1 : 1));
    return [{ space, kind, name: space.name ?? space.id, places: Math.max(1, space.places ?? 1), stays }];
  });
  return rooms.sort(byPlace);
}

function byPlace(a: Room, b: Room): number {
  return (
    roomKinds.indexOf(a.kind) - roomKinds.indexOf(b.kind) ||
    compareNames(a.space.premises ?? '', b.space.premises ?? '') ||
    compareNames(a.name, b.name) ||
    (a.space.id < b.space.id ? -1 : 1)
  );
}

/** « B2 » comes before « B10 »; the order depends on no machine. */
function compareNames(a: string, b: string): number {
  const [left, right] = [sortKey(a), sortKey(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function sortKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, '')
    .replace(/\d+/gu, (digits) => digits.padStart(12, '0'));
}

/** When the room cannot be let: during works, and from the day it is closed. */
export function closuresOf({ blocked_from: from, blocked_until: until, closed_on: closed }: Space): Closure[] {
  const works: Closure[] =
    from === null && until === null
      ? []
      : [
          {
            first: from === null ? -Infinity : serialOf(firstDayOf(from)),
            last: until === null ? Infinity : serialOf(lastDayOf(until)),
            reason: 'blocked',
          },
        ];
  return closed === null
    ? works
    : [...works, { first: serialOf(firstDayOf(closed)), last: Infinity, reason: 'closed' }];
}

/** What a room offers and gives in one month, in days of a place. */
export interface RoomMonth {
  readonly available: number;
  readonly occupied: number;
}

/** Day by day: a place counts once however many share it, and a day when the room cannot be let counts for nothing. */
export function roomMonths({ space, stays, places }: Room, spans: readonly MonthSpan[]): RoomMonth[] {
  const closures = closuresOf(space);
  return spans.map((span) => {
    const present = stays.filter(
      ({ first, last }) => (first ?? span.first) <= span.last && (last ?? span.last) >= span.first,
    );
    const shut = closures.filter(({ first, last }) => first <= span.last && last >= span.first);
    if (shut.length === 0 && present.length < 2) {
      const only = present[0];
      const days = only
        ? Math.min(only.last ?? span.last, span.last) - Math.max(only.first ?? span.first, span.first) + 1
        : 0;
      return { available: span.days * places, occupied: days };
    }
    let [available, occupied] = [0, 0];
    for (let day = span.first; day <= span.last; day += 1) {
      if (shut.some(({ first, last }) => first <= day && day <= last)) continue;
      available += places;
      occupied += Math.min(
        places,
        present.filter(({ first, last }) => (first ?? day) <= day && day <= (last ?? day)).length,
      );
    }
    return { available, occupied };
  });
}
