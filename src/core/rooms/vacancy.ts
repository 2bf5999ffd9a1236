/** What empty rooms cost: the fees that do not come in. */
import { serialOf } from '../day.ts';
import type { Day } from '../day.ts';
import { isThere } from './room-stay.ts';
import { closuresOf, monthlyFeeOf } from './rooms.ts';
import type { Room } from './rooms.ts';

/** The rooms nobody is in on a day, and what they would bring in a month, in cents. */
export interface Vacancy {
  readonly free: readonly Room[];
  readonly monthly: number;
}

/** The rooms that could be let on a day and are empty; a shop costs the association nothing, works and closed rooms neither. */
export function vacancyOf(rooms: readonly Room[], day: Day): Vacancy {
  const on = serialOf(day);
  const free = rooms.filter(
    ({ space, stays }) =>
      !stays.some((stay) => isThere(stay, on)) &&
      !closuresOf(space).some(({ first, last }) => first <= on && on <= last),
  );
  return { free, monthly: free.reduce((sum, room) => sum + (monthlyFeeOf(room) ?? 0), 0) };
}
