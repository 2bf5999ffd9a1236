/** The timeline of a room: who is there month after month, and how each stay stands today. */
import { plusMonths, serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import type { MonthSpan } from './month.ts';
import { closuresOf } from './rooms.ts';
import type { Room } from './rooms.ts';
import type { RoomStay } from './room-stay.ts';

/** How a month of a room stands; the words of each are in `stateWords`. */
export type CellState = 'past' | 'current' | 'ending' | 'over' | 'extended' | 'future' | 'blocked' | 'closed';

/** What each state means, as the legend says it. */
export const stateWords: Readonly<Record<CellState, string>> = {
  current: 'Séjour en cours',
  ending: 'Sortie dans les 6 mois',
  over: 'Au-delà de la limite',
  extended: 'Prolongé par décision',
  future: 'À venir',
  past: 'Terminé',
  blocked: 'Indisponible (travaux)',
  closed: 'Espace fermé',
};

/** How many months ahead an exit is « soon » (domain: alerts at 6, 3, 1 months). */
const SOON_MONTHS = 6;

/** A stay in a row of the timeline: its months by their place in the period, both included. */
export interface Bar {
  readonly stay: RoomStay;
  readonly from: number;
  readonly to: number;
  /** One per month. */
  readonly states: readonly CellState[];
}

/** One row: stays one after the other; those at the same time have a row each. */
export interface Lane {
  readonly bars: readonly Bar[];
}

/** The rows of a room over the months; a room without any stay has one empty row. */
export function lanesOf({ stays }: Room, spans: readonly MonthSpan[], today: Day): Lane[] {
  const [firstSpan] = spans;
  const lastSpan = spans.at(-1);
  if (!firstSpan || !lastSpan) return [];
  const lanes: Bar[][] = [];
  for (const stay of stays) {
    if ((stay.first ?? firstSpan.first) > lastSpan.last || (stay.last ?? lastSpan.last) < firstSpan.first) continue;
    const from = Math.max(
      0,
      spans.findIndex(({ last }) => last >= (stay.first ?? firstSpan.first)),
    );
    const end = spans.findIndex(({ last }) => last >= (stay.last ?? lastSpan.last));
    const to = end < 0 ? spans.length - 1 : end;
    const bar: Bar = { stay, from, to, states: statesOf(stay, spans.slice(from, to + 1), today) };
    const place = lanes.findIndex((lane) => takes(lane.at(-1), bar));
    const lane = lanes[place];
    if (!lane) lanes.push([bar]);
    else {
      const before = lane.at(-1);
      if (before && before.to === from) lane[lane.length - 1] = shortened(before);
      lane.push(bar);
    }
  }
  return (lanes.length > 0 ? lanes : [[]]).map((bars) => ({ bars }));
}

/** After the bar before, or in its last month when it leaves on the way and is seen elsewhere. */
function takes(before: Bar | undefined, { stay, from }: Bar): boolean {
  if (!before || before.to < from) return true;
  if (before.to > from || before.to === before.from) return false;
  return before.stay.last !== null && stay.first !== null && before.stay.last < stay.first;
}

function shortened(bar: Bar): Bar {
  return { ...bar, to: bar.to - 1, states: bar.states.slice(0, -1) };
}

function statesOf(stay: RoomStay, spans: readonly MonthSpan[], today: Day): CellState[] {
  const plain = plainState(stay, today);
  if (plain === 'past') return spans.map(() => plain);
  return spans.map(({ first }) => {
    if (stay.limit === null || first <= stay.limit) return plain;
    return stay.extendedUntil !== null && first <= stay.extendedUntil ? 'extended' : 'over';
  });
}

/** How the stay stands today, its limit apart. */
export function plainState({ first, last }: RoomStay, today: Day): 'past' | 'future' | 'ending' | 'current' {
  const now = serialOf(today);
  if (last !== null && last < now) return 'past';
  if (first !== null && first > now) return 'future';
  return last !== null && last <= serialOf(plusMonths(today, SOON_MONTHS)) ? 'ending' : 'current';
}

/** For each month, why the room cannot be let for the whole of it or a part; null when it can. */
export function closedMonths({ space }: Room, spans: readonly MonthSpan[]): ('blocked' | 'closed' | null)[] {
  const closures = closuresOf(space);
  return spans.map(
    (span) => closures.find(({ first, last }) => first <= span.last && last >= span.first)?.reason ?? null,
  );
}
