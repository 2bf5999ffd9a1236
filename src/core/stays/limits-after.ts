/** What a change of one stay does to the longest end of the organisation's other stays. */
import type { Occupancy } from '../tables/occupancy.ts';
import type { Desk, Fields } from './desk.ts';
import type { StayLimit } from './limit.ts';
import { readStays } from './read.ts';

/** The limits once the stay is as given. */
export interface LimitsAfter {
  readonly limitOf: (stay: Occupancy) => StayLimit | undefined;
  /** « Limite des 36 mois » of each stay whose limit moves with this change, by id. */
  readonly changedLimits: ReadonlyMap<string, Fields>;
}

/** Counts again with the stay in the place of the one of the same number; what was off before stays hers to mend. */
export function limitsAfter({ register, stays }: Desk, stay: Occupancy): LimitsAfter {
  const occupancies = register.occupancies.map((other) => (other.id === stay.id ? stay : other));
  const after = readStays({ ...register, occupancies });
  const moved = register.occupancies.filter((other) => {
    const now = other.id === stay.id ? stay : other;
    return stays.limitOf(other)?.last !== after.limitOf(now)?.last;
  });
  const changedLimits = new Map(
    moved.map((other) => [other.id, { max_end: after.limitOf(other.id === stay.id ? stay : other)?.last ?? null }]),
  );
  return { limitOf: after.limitOf, changedLimits };
}
