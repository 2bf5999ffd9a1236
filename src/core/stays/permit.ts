/** Whether a stay may be: each refusal says what stands in its way, and what to do. */
import { firstDayOf, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { enumeration, french, frenchDate, quoted, sinceDate } from '../french.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { FOREVER } from './dates.ts';
import { isDecided, lastAllowed } from './deadline.ts';
import type { Desk } from './desk.ts';
import type { StayLimit } from './limit.ts';
import { obstaclesTo } from './places.ts';
import { hold, meets, plannedEnd } from './presence.ts';
import { occupantLabel, spaceLabel } from './read.ts';
import { blockedSpan, closedFrom } from './space-state.ts';

/** A stay as it would be, with what it has to be compared to. */
export interface Wanted {
  readonly stay: Occupancy;
  readonly space: Space;
  /** The stays of the space, this one included or not. */
  readonly stays: readonly Occupancy[];
  readonly limit: StayLimit | undefined;
  readonly maxMonths: number;
  readonly today: Day;
}

/** A stay compared to the others of its space; its longest end only when it is given. */
export function wantedOf(
  { stays }: Pick<Desk, 'stays'>,
  { stay, space, today, limit }: Pick<Wanted, 'stay' | 'space' | 'today'> & { readonly limit?: StayLimit | undefined },
): Wanted {
  return { stay, space, stays: stays.inSpace(space), limit, maxMonths: stays.rules.maxMonths, today };
}

/** Why the dates contradict each other, or null. */
export function wrongOrder({ start, planned_end: planned, end }: Occupancy): string | null {
  if (start === null) return null;
  if (end !== null && lastDayOf(end) < firstDayOf(start))
    return french`La sortie (${frenchDate(end)}) vient avant l’entrée (${frenchDate(start)}) : corrigez l’une des deux.`;
  if (planned !== null && lastDayOf(planned) < firstDayOf(start))
    return french`La sortie prévue (${frenchDate(planned)}) vient avant l’entrée (${frenchDate(start)}) : corrigez l’une des deux.`;
  return null;
}

/** Why the space cannot be had on those days, or null. */
export function noRoom({ stay, space, stays, today }: Wanted): string | null {
  const name = spaceLabel(space);
  const span = hold(stay, today);
  const closed = closedFrom(space);
  if (closed !== null && span.to >= closed)
    return french`${quoted(name)} est fermé depuis le ${frenchDate(closed)} : choisissez un autre espace, ou effacez sa date de fermeture.`;
  const blocked = blockedSpan(space);
  if (blocked !== null && meets(blocked, span))
    return french`${quoted(name)} est indisponible ${period(blocked.from, blocked.to)}${why(space)} : choisissez des dates en dehors de cette période, ou un autre espace.`;
  const others = obstaclesTo(stay, { space, stays, today });
  if (others.length === 0) return null;
  const who = enumeration(others.map((other) => `${quoted(occupantLabel(other))} (${until(other, today)})`));
  return space.kind === 'desk'
    ? french`Le poste ${quoted(name)} est pris par ${who}, et un poste n’a qu’une personne. Enregistrez d’abord la sortie, ou choisissez un autre poste.`
    : french`${quoted(name)} est pris par ${who}. Enregistrez d’abord la sortie, choisissez d’autres dates, ou donnez à chacun sa part si l’espace se partage (100 % en tout).`;
}

/** The same for an exit: whoever shared the days already is no reason to refuse that it be recorded. */
export function noRoomLeft(before: Occupancy, wanted: Wanted): string | null {
  const known = new Set(obstaclesTo(before, wanted).map(({ id }) => id));
  const isNew = obstaclesTo(wanted.stay, wanted).some(({ id }) => !known.has(id));
  return isNew ? noRoom(wanted) : null;
}

/** Why the stay is longer than what is allowed, or null; a prolongation decided and motivated makes it longer. */
export function tooLong({ stay, limit, maxMonths }: Wanted): string | null {
  const allowed = lastAllowed(stay, limit);
  if (allowed === null || limit === undefined || stay.end !== null) return null;
  const cure =
    'Avancez la sortie prévue, ou faites décider une prolongation et notez son motif, sa date et son échéance.';
  const rule = french`${String(maxMonths)} mois de séjour au plus, tous espaces réunis, ${sinceDate(limit.first)}`;
  const name = quoted(occupantLabel(stay));
  if (stay.start !== null && firstDayOf(stay.start) > allowed.day)
    return french`${name} a déjà atteint la durée permise (${rule}) le ${frenchDate(allowed.day)}. ${cure}`;
  const agreed = plannedEnd(stay);
  const isBeyond = agreed !== null && firstDayOf(agreed) > (isDecided(stay) ? allowed.day : limit.latest);
  return isBeyond
    ? french`La sortie prévue de ${name} (${frenchDate(agreed)}) dépasse la durée permise (${rule}) : au plus tard le ${frenchDate(allowed.day)}. ${cure}`
    : null;
}

function until(stay: Occupancy, today: Day): string {
  const { to } = hold(stay, today);
  if (to !== FOREVER) return french`jusqu’au ${frenchDate(to)}`;
  const planned = plannedEnd(stay);
  return planned === null
    ? 'sans date de sortie'
    : french`sortie prévue le ${frenchDate(lastDayOf(planned))}, mais pas enregistrée`;
}

function period(from: Day, to: Day): string {
  return to === FOREVER ? french`à partir du ${frenchDate(from)}` : french`du ${frenchDate(from)} au ${frenchDate(to)}`;
}

function why({ blocked_reason: reason }: Space): string {
  return reason === null ? '' : ` (${reason})`;
}
