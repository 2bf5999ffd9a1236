/** How many occupants a space may have at once: an office one organisation unless shares say otherwise, a desk one person. */
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import type { Space } from '../tables/space.ts';
import { compareDays } from './dates.ts';
import { hold, meets } from './presence.ts';
import type { Span } from './presence.ts';

/** A stay for which there is no place, and those that are there already. */
export interface Crowding {
  readonly stay: Occupancy;
  readonly others: readonly Occupancy[];
}

// A third of an office is written 33.33 or 33.4.
const SHARE_TOLERANCE = 0.5;

/** True when these may be in the space at the same time; shares that are written may not exceed the whole. */
export function fits({ kind, places }: Space, together: readonly Pick<Occupancy, 'share'>[]): boolean {
  if (together.length <= 1) return true;
  if (kind === 'desk') return false;
  if (together.length <= (places ?? 1)) return true;
  const shares = together.map(({ share }) => share ?? 100);
  return shares.every((share) => share > 0) && shares.reduce((sum, share) => sum + share, 0) <= 100 + SHARE_TOLERANCE;
}

/** The stays of one space that come when there is no place left, in the order of their entries. */
export function crowdings(space: Space, stays: readonly Occupancy[], today: Day): Crowding[] {
  const held = stays
    .map((stay) => ({ stay, span: hold(stay, today) }))
    .filter(({ span }) => span.from <= span.to)
    .sort((a, b) => compareDays(a.span.from, b.span.from));
  const found: Crowding[] = [];
  let inside: { readonly stay: Occupancy; readonly span: Span }[] = [];
  for (const next of held) {
    inside = inside.filter(({ span }) => span.to >= next.span.from);
    const others = inside.map(({ stay }) => stay);
    if (fits(space, [...others, next.stay])) inside.push(next);
    else found.push({ stay: next.stay, others });
  }
  return found;
}

/** Those of the stays that leave no place for one more; none when it fits on every day. */
export function obstaclesTo(
  wanted: Occupancy,
  { space, stays, today }: { readonly space: Space; readonly stays: readonly Occupancy[]; readonly today: Day },
): readonly Occupancy[] {
  const span = hold(wanted, today);
  const neighbours = stays
    .filter(({ id }) => id !== wanted.id)
    .map((stay) => ({ stay, span: hold(stay, today) }))
    .filter((other) => meets(other.span, span));
  const days = [span.from, ...neighbours.map((other) => other.span.from)].filter(
    (day) => day >= span.from && day <= span.to,
  );
  for (const day of days) {
    const others = neighbours.filter((other) => other.span.from <= day && day <= other.span.to).map(({ stay }) => stay);
    if (!fits(space, [...others, wanted])) return others;
  }
  return [];
}
