/** What a space is on a day: taken, free, blocked by works, closed; and what « Espaces » should say of it. */
import { firstDayOf, lastDayOf, plusDays } from '../day.ts';
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { BEGINNING, FOREVER } from './dates.ts';
import { isThere, meets, presence } from './presence.ts';
import type { Span } from './presence.ts';

/** The state of a space on a day. */
export type SpaceState = 'closed' | 'rented' | 'occupied' | 'blocked' | 'reserved' | 'vacant';

/** The days on which works or another reason block the space; null when none are written. */
export function blockedSpan({ blocked_from: from, blocked_until: until }: Space): Span | null {
  if (from === null && until === null) return null;
  return { from: from === null ? BEGINNING : firstDayOf(from), to: until === null ? FOREVER : lastDayOf(until) };
}

/** From when the space is no longer managed, or null. */
export function closedFrom({ closed_on: closed }: Space): Day | null {
  return closed === null ? null : firstDayOf(closed);
}

/** What the space is that day; occupants win over works, since they are there. */
export function spaceState(space: Space, stays: readonly Occupancy[], day: Day): SpaceState {
  const closed = closedFrom(space);
  if (closed !== null && closed <= day) return 'closed';
  if (space.kind === 'premises' || space.status === 'rented_by_association') return 'rented';
  if (stays.some((stay) => isThere(stay, day))) return 'occupied';
  const blocked = blockedSpan(space);
  if (blocked !== null && meets(blocked, { from: day, to: day })) return 'blocked';
  return space.status === 'reserved' || stays.some((stay) => presence(stay).from > day) ? 'reserved' : 'vacant';
}

/** The day since which nobody is there: the day after the last exit, else what « Espaces » says; null when unknown. */
export function vacantSince(space: Space, stays: readonly Occupancy[], day: Day): string | null {
  const exits = stays.flatMap(({ end }) => (end === null ? [] : [lastDayOf(end)])).filter((exit) => exit < day);
  const last = exits.sort().at(-1);
  return last === undefined ? space.vacant_since : plusDays(last, 1);
}

/** What « Espaces » should say once the stays of the space have changed: its state, and since when it is free. */
export function followed(space: Space, stays: readonly Occupancy[], day: Day): Pick<Space, 'status' | 'vacant_since'> {
  const isTaken = stays.some((stay) => isThere(stay, day));
  const isExpected = stays.some((stay) => presence(stay).from > day);
  if (space.kind === 'premises' || space.status === 'rented_by_association')
    return { status: space.status, vacant_since: space.vacant_since };
  if (isTaken) return { status: 'occupied', vacant_since: null };
  return { status: isExpected ? 'reserved' : 'vacant', vacant_since: vacantSince(space, stays, day) };
}

/** The same once an exit is noted: on the last day itself, the space is already said free from the next one on. */
export function followedAfter(
  space: Space,
  stays: readonly Occupancy[],
  { exit, today }: { readonly exit: Day; readonly today: Day },
): Pick<Space, 'status' | 'vacant_since'> {
  return followed(space, stays, exit === today ? plusDays(today, 1) : today);
}
