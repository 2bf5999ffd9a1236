/** Who leaves when, what the empty rooms will cost, and what a prolongation would change; nothing is written. */
import { dayOfSerial, plusMonths, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { duesOf } from '../rents/dues.ts';
import { monthOf, monthSpans, plusMonth } from './month.ts';
import type { Month } from './month.ts';
import { isThere } from './room-stay.ts';
import type { RoomStay } from './room-stay.ts';
import { monthlyFeeOf } from './rooms.ts';
import type { Room } from './rooms.ts';
import { vacancyOf } from './vacancy.ts';

/** An exit ahead. */
export interface Exit {
  readonly room: Room;
  readonly stay: RoomStay;
  readonly day: Day;
  /** What the occupant pays in a month, in cents; null when it is not the association's income or not known. */
  readonly monthly: number | null;
  /** The next occupant of the room, when one is written already. */
  readonly next: RoomStay | null;
}

/** The exits of one month, and what the rooms that are empty on the day after it cost in a month, in cents. */
export interface ExitMonth {
  readonly month: Month;
  readonly exits: readonly Exit[];
  readonly vacancy: number;
}

/** The months to come, this one included; shops are left out, the landlord lets them. */
export function exitsAhead(rooms: readonly Room[], today: Day, months: number): ExitMonth[] {
  const own = rooms.filter(({ kind }) => kind !== 'shop_unit');
  const exits = own.flatMap((room) => exitsOf(room, today));
  const first = monthOf(today);
  return monthSpans(first, plusMonth(first, months - 1)).map(({ month, last }) => ({
    month,
    exits: exits.filter(({ day }) => monthOf(day) === month).sort((a, b) => (a.day < b.day ? -1 : 1)),
    vacancy: vacancyOf(own, dayOfSerial(last + 1)).monthly,
  }));
}

function exitsOf(room: Room, today: Day): Exit[] {
  const now = serialOf(today);
  return room.stays.flatMap((stay) =>
    stay.last === null || stay.last < now
      ? []
      : [
          {
            room,
            stay,
            day: dayOfSerial(stay.last),
            monthly: monthlyOf(room, stay),
            next: room.stays.find(({ first }) => first !== null && first > (stay.last ?? Infinity)) ?? null,
          },
        ],
  );
}

/** The agreed fee, else the share of the room's. */
function monthlyOf(room: Room, { occupancy: { agreement, monthly_fee: agreed, share } }: RoomStay): number | null {
  if (room.space.paid_to_association === false || agreement === 'landlord_lease') return null;
  const fee = monthlyFeeOf(room);
  return agreed ?? (fee === null ? null : Math.round((fee * (share ?? 100)) / 100));
}

/** What a prolongation would change. */
export interface Prolongation {
  readonly from: Day;
  readonly until: Day;
  /** What it brings besides, in cents, over the months that it adds. */
  readonly income: number;
  /** True when it goes beyond the longest stay: it then needs a decision with its reason. */
  readonly isBeyondLimit: boolean;
  readonly limit: Day | null;
  /** Who is written in the room before the new end. */
  readonly clash: RoomStay | null;
  /** The first day on which a room of the kind is free, before and after; null when none is known. */
  readonly nextFree: Day | null;
  readonly nextFreeThen: Day | null;
}

/** « Si on prolonge X de 6 mois »; null for an occupant who has left or whose end is not known. */
export function prolonged(rooms: readonly Room[], id: string, months: number, today: Day): Prolongation | null {
  const room = rooms.find(({ stays }) => stays.some(({ occupancy }) => occupancy.id === id));
  const stay = room?.stays.find(({ occupancy }) => occupancy.id === id);
  if (!room || !stay || stay.last === null || stay.last < serialOf(today)) return null;
  const from = dayOfSerial(stay.last);
  const until = plusMonths(from, months);
  const last = serialOf(until);
  const longer: Room = { ...room, stays: room.stays.map((one) => (one === stay ? { ...one, last } : one)) };
  const others = rooms.map((one) => (one === room ? longer : one));
  const spans = monthSpans(monthOf(from), monthOf(until));
  const income = (one: Room) =>
    duesOf([one], spans)
      .dues.filter(({ occupancy }) => occupancy.id === id)
      .reduce((sum, { amount }) => sum + amount, 0);
  return {
    from,
    until,
    income: income(longer) - income(room),
    isBeyondLimit: stay.limit !== null && last > stay.limit,
    limit: stay.limit === null ? null : dayOfSerial(stay.limit),
    clash:
      room.stays.find(
        (one) => one !== stay && one.first !== null && one.first > (stay.last ?? 0) && one.first <= last,
      ) ?? null,
    nextFree: nextFree(rooms, room.kind, today),
    nextFreeThen: nextFree(others, room.kind, today),
  };
}

/** The first day from today on which some room of the kind has no occupant. */
function nextFree(rooms: readonly Room[], kind: Room['kind'], today: Day): Day | null {
  const own = rooms.filter((room) => room.kind === kind && room.space.closed_on === null);
  const now = serialOf(today);
  const days = own.flatMap(({ stays }) => [
    now,
    ...stays.flatMap(({ last }) => (last === null || last < now ? [] : [last + 1])),
  ]);
  const free = [...days]
    .sort((a, b) => a - b)
    .find((day) => own.some(({ stays }) => !stays.some((stay) => isThere(stay, day))));
  return free === undefined ? null : dayOfSerial(free);
}
