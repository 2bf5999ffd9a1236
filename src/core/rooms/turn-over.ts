/** How rooms change hands: exits of the last twelve months, how long people stay, what is free and waited for. */
import { plusMonths, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { closuresOf } from './rooms.ts';
import type { Room, RoomKind } from './rooms.ts';
import { isThere } from './room-stay.ts';

/** One kind's figures on a day; months are whole numbers of thirty days and a half, to one decimal. */
export interface TurnOver {
  readonly kind: RoomKind;
  /** Places of rooms that can be let on that day. */
  readonly places: number;
  readonly occupied: number;
  readonly waiting: number;
  /** Exits written in « Sortie » during the twelve months before. */
  readonly exits: number;
  readonly present: Lengths;
  readonly gone: Lengths;
}

/** How long some stays are: those of known entry, and their days together. */
export interface Lengths {
  readonly stays: number;
  readonly days: number;
}

const YEAR_MONTHS = 12;

/** The figures of a kind. */
export function turnOverOf(kind: RoomKind, rooms: readonly Room[], today: Day): TurnOver {
  const now = serialOf(today);
  const since = serialOf(plusMonths(today, -YEAR_MONTHS));
  const own = rooms.filter((room) => room.kind === kind);
  const open = own.filter(({ space }) => !closuresOf(space).some(({ first, last }) => first <= now && now <= last));
  const stays = own.flatMap((room) => room.stays);
  const gone = stays.filter(({ reason, last }) => reason === 'left' && last !== null && last > since && last <= now);
  return {
    kind,
    places: sum(open.map(({ places }) => places)),
    occupied: sum(open.map((room) => Math.min(room.places, room.stays.filter((stay) => isThere(stay, now)).length))),
    waiting: own.filter(({ space }) => space.status === 'reserved').length,
    exits: gone.length,
    present: lengths(
      stays.filter((stay) => isThere(stay, now)),
      now,
    ),
    gone: lengths(gone, now),
  };
}

function lengths(stays: Room['stays'], now: number): Lengths {
  const known = stays.flatMap(({ first, last }) => (first === null ? [] : [Math.min(last ?? now, now) - first + 1]));
  return { stays: known.length, days: sum(known) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
