/** What each occupant owes for a month, from the stays as they are known today. */
import type { Day } from '../day.ts';
import type { Problem } from '../problem.ts';
import { french, frenchNumber } from '../french.ts';
import { monthName } from '../rooms/month.ts';
import type { MonthSpan } from '../rooms/month.ts';
import { daysIn, occupantName } from '../rooms/room-stay.ts';
import type { RoomStay } from '../rooms/room-stay.ts';
import { monthlyFeeOf } from '../rooms/rooms.ts';
import type { Room } from '../rooms/rooms.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { occupancyTable } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { spaceTable } from '../tables/space.ts';
import { amountOf, amountsTogether, computationOf } from './prorata.ts';
import type { MonthPart } from './prorata.ts';

/** One occupant's fee for one month; the amount in cents. */
export interface Due {
  readonly occupancy: Occupancy;
  readonly space: Space;
  readonly room: Room;
  readonly month: string;
  readonly days: number;
  readonly monthDays: number;
  readonly amount: number;
  readonly computation: string;
  /** What she must know of this computation. */
  readonly note: string | null;
}

/** The dues of some months, with what keeps others from being computed. */
export interface Dues {
  readonly dues: readonly Due[];
  readonly problems: readonly Problem[];
}

/** The dues of each room and month; shops, and what is paid to others, owe the association nothing (domain: B5). */
export function duesOf(rooms: readonly Room[], spans: readonly MonthSpan[]): Dues {
  const dues: Due[] = [];
  const problems = new Map<string, Problem>();
  const tell = (problem: Problem | null) => {
    if (problem) problems.set(problem.message, problem);
  };
  for (const room of rooms) {
    tell(shopProblem(room));
    if (!isCharged(room)) continue;
    for (const span of spans) {
      const present = room.stays.filter((stay) => isCharging(stay) && daysIn(stay, span) > 0);
      if (present.length === 0) continue;
      const { found, without } = monthDues(room, present, span);
      dues.push(...found);
      without.forEach((stay) => tell(feeProblem(room, stay)));
      tell(shareProblem(room, present, span));
    }
  }
  return { dues, problems: [...problems.values()] };
}

/** True for rooms whose fee is the association's income. */
function isCharged({ kind, space }: Room): boolean {
  return kind !== 'shop_unit' && space.paid_to_association !== false;
}

function isCharging({ occupancy }: RoomStay): boolean {
  return occupancy.agreement !== 'landlord_lease';
}

function monthDues(room: Room, stays: readonly RoomStay[], span: MonthSpan): { found: Due[]; without: RoomStay[] } {
  const roomFee = monthlyFeeOf(room);
  const parts = stays.map((stay) => ({ stay, part: partOf(stay, roomFee, span) }));
  const known = parts.flatMap(({ stay, part }) => (part === null ? [] : [{ stay, part }]));
  const onRoomFee = known.filter(({ stay }) => stay.occupancy.monthly_fee === null);
  const together = amountsTogether(onRoomFee.map(({ part }) => part));
  const found = known.map(({ stay, part }): Due => {
    const place = onRoomFee.findIndex((one) => one.stay === stay);
    const amount = place < 0 ? amountOf(part) : (together[place] ?? 0);
    return {
      occupancy: stay.occupancy,
      space: room.space,
      room,
      month: span.month,
      days: part.days,
      monthDays: span.days,
      amount,
      computation: place < 0 ? `convenu\u00A0: ${computationOf(part, amount)}` : computationOf(part, amount),
      note: noteOf(stay, room, span),
    };
  });
  return { found, without: parts.filter(({ part }) => part === null).map(({ stay }) => stay) };
}

/** The agreed fee whole, else the room's by the share; null when neither is known. */
function partOf(stay: RoomStay, roomFee: number | null, span: MonthSpan): MonthPart | null {
  const { monthly_fee: agreed, share } = stay.occupancy;
  const fee = agreed ?? roomFee;
  if (fee === null || fee < 0) return null;
  const isShare = agreed === null && share !== null && share >= 0 && share <= 100;
  return { fee, share: isShare ? share : 100, days: daysIn(stay, span), monthDays: span.days };
}

function noteOf({ occupancy, first }: RoomStay, { space }: Room, span: MonthSpan): string | null {
  const { start, end } = occupancy;
  const notes = [
    ...(start?.length === 7 && start === span.month ? [french`jour d’entrée inconnu : le mois entier est compté`] : []),
    ...(end?.length === 7 && end === span.month ? [french`jour de sortie inconnu : le mois entier est compté`] : []),
    ...(first === null ? ['date d’entrée inconnue'] : []),
    ...(space.fee_detail !== null && /charge/iu.test(space.fee_detail) ? [`${space.fee_detail} (non comprises)`] : []),
    ...(space.shares_to_confirm === true && occupancy.share !== 100 ? ['parts à confirmer'] : []),
  ];
  return notes.length === 0 ? null : notes.join('\u00A0; ');
}

function feeProblem({ name }: Room, { occupancy }: RoomStay): Problem {
  return problem(
    spaceTable.tab,
    'fee_missing',
    name,
    french`Onglet « Espaces », « ${name} » : la redevance par mois est vide, celle de ${occupantName(occupancy)} (${occupancy.id}) n’est pas calculée. Remplissez « Redevance par mois », ou « Redevance convenue par mois » dans « Occupations ».`,
  );
}

function shopProblem({ kind, name, space }: Room): Problem | null {
  if (kind !== 'shop_unit' || space.paid_to_association !== true) return null;
  return problem(
    spaceTable.tab,
    'shop_rent',
    name,
    french`Onglet « Espaces », « ${name} » : une boutique est notée « Payée à l’association ». Son loyer va au bailleur : Régie ne l’appelle pas. Écrivez « non », ou changez le type de l’espace.`,
  );
}

/** More than the whole room is let on some day: nobody could pay the right sum. */
function shareProblem(room: Room, stays: readonly RoomStay[], span: MonthSpan): Problem | null {
  const own = stays.filter(({ occupancy }) => occupancy.monthly_fee === null);
  let most = 0;
  for (let day = span.first; own.length > 1 && day <= span.last; day += 1) {
    const shares = own
      .filter((stay) => daysIn(stay, { first: day, last: day }) > 0)
      .map(({ occupancy }) => occupancy.share ?? 100);
    most = Math.max(
      most,
      shares.reduce((sum, share) => sum + share, 0),
    );
  }
  if (most <= 100 * room.places + 0.5) return null;
  return problem(
    occupancyTable.tab,
    'shares_over',
    room.name,
    french`Onglet « Occupations », « ${room.name} » en ${monthName(span.month)} : les parts font ${frenchNumber(most)} %. Corrigez « Part (%) », l’entrée ou la sortie d’un occupant.`,
  );
}

function problem(tab: string, kind: string, raw: string, message: string): Problem {
  return { tab, row: null, column: null, kind, raw, severity: 'warning', message };
}

/** The last day by which a month's fee is to be paid. */
export function dueDay(month: string, day: number, { days }: MonthSpan): Day {
  return `${month}-${String(Math.min(Math.max(1, Math.round(day)), days)).padStart(2, '0')}`;
}
