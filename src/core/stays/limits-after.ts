/** What a change of stays does to the longest end of the organisation's other stays. */
import type { Occupancy } from '../tables/occupancy.ts';
import type { Desk, Fields } from './desk.ts';
import type { StayLimit } from './limit.ts';
import { readStays } from './read.ts';
import type { StayRegister, Stays } from './read.ts';

/** The limits once the stays are as given. */
export interface LimitsAfter {
  readonly stays: Stays;
  readonly limitOf: (stay: Occupancy) => StayLimit | undefined;
  /** « Limite des 36 mois » of each stay whose limit moves with this change, by id. */
  readonly changedLimits: ReadonlyMap<string, Fields>;
}

/** Counts again with the stays in the place of those of the same number; what was off before stays hers to mend. */
export function limitsAfter(
  { register, stays }: Pick<Desk, 'stays'> & { readonly register: StayRegister },
  changed: readonly Occupancy[],
  gone: ReadonlySet<string> = new Set(),
): LimitsAfter {
  const byId = new Map(changed.map((stay) => [stay.id, stay]));
  const occupancies = register.occupancies
    .filter(({ id }) => !gone.has(id))
    .map((other) => byId.get(other.id) ?? other);
  const after = readStays({ ...register, occupancies });
  const limitNow = (stay: Occupancy) => after.limitOf(stay)?.last ?? null;
  const moved = register.occupancies.filter(
    (before) => !gone.has(before.id) && (stays.limitOf(before)?.last ?? null) !== limitNow(before),
  );
  return {
    stays: after,
    limitOf: after.limitOf,
    changedLimits: new Map(moved.map((stay) => [stay.id, { max_end: limitNow(stay) }])),
  };
}
