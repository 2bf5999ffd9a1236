/** The timeline in words: what the last column says of each row, so that nothing is told by colours alone. */
import { serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import type { Space } from '../tables/space.ts';
import { frenchSerial, occupantName } from './room-stay.ts';
import type { RoomStay } from './room-stay.ts';
import type { Lane } from './timeline.ts';
import { plainState } from './timeline.ts';

/** « Label Marée Basse : du 01/09/2021 au 31/08/2024 », for each stay of the row, then the works; « libre depuis… » without any. */
export function laneWords(lane: Lane, space: Space, today: Day, isFirst: boolean): string {
  const stays = lane.bars.map(({ stay }) => stayWords(stay, today));
  const works = isFirst ? closureWords(space) : [];
  const vacant = isFirst && !lane.bars.some(({ stay }) => plainState(stay, today) !== 'past' && isNow(stay, today));
  const free = vacant && space.closed_on === null ? [freeWords(space)] : [];
  return [...stays, ...free, ...works].join(' · ');
}

function isNow({ first }: RoomStay, today: Day): boolean {
  return first === null || first <= serialOf(today);
}

function freeWords({ status, vacant_since: since }: Space): string {
  const word = status === 'reserved' ? 'en attente' : 'libre';
  return since === null ? word : french`${word} depuis ${frenchSince(since)}`;
}

function frenchSince(date: string): string {
  return date.length >= 10 ? `le\u00A0${frenchDate(date)}` : frenchDate(date);
}

function closureWords({
  blocked_from: from,
  blocked_until: until,
  blocked_reason: reason,
  closed_on: closed,
}: Space): string[] {
  const works =
    from === null && until === null
      ? []
      : [
          `indisponible${from === null ? '' : ` dès ${frenchSince(from)}`}${until === null ? '' : ` jusqu’au ${frenchDate(until)}`}${reason === null ? '' : ` (${reason})`}`,
        ];
  return closed === null ? works : [...works, `fermé depuis ${frenchSince(closed)}`];
}

function stayWords(stay: RoomStay, today: Day): string {
  const { occupancy, first, limit, extendedUntil } = stay;
  const share =
    occupancy.share === null || occupancy.share === 100
      ? ''
      : french` (${String(occupancy.share).replace('.', ',')} %)`;
  const entry = first === null ? 'entrée inconnue' : `depuis le ${frenchSerial(first)}`;
  const state = plainState(stay, today);
  const begun = state === 'future' && first !== null ? `à venir, dès le ${frenchSerial(first)}` : entry;
  const exceeded = state !== 'past' && limit !== null && limit < (stay.last ?? Infinity);
  const notes = [
    exitWords(stay, state),
    ...(state === 'ending' ? ['dans moins de 6 mois'] : []),
    ...(exceeded ? [limitWords(limit, extendedUntil, today)] : []),
  ];
  return `${occupantName(occupancy)}${share}\u00A0: ${begun}, ${notes.join(', ')}`;
}

function exitWords({ last, reason }: RoomStay, state: string): string {
  if (last === null) return 'sans date de sortie';
  const day = frenchSerial(last);
  if (state === 'past') return `parti le ${day}`;
  return reason === 'limit' ? `jusqu’à sa limite, le ${day}` : `sortie le ${day}`;
}

function limitWords(limit: number, extendedUntil: number | null, today: Day): string {
  const isExtended = extendedUntil !== null && extendedUntil > limit;
  if (isExtended) return `prolongé au-delà du ${frenchSerial(limit)} par décision`;
  return limit < serialOf(today)
    ? `limite dépassée depuis le ${frenchSerial(limit)}`
    : `au-delà de sa limite du ${frenchSerial(limit)}`;
}
