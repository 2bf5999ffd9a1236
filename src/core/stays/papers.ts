/** What must be in order around a stay: insurance while it lasts, the deposit once it is over. */
import { lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import type { Occupancy } from '../tables/occupancy.ts';
import { isThere } from './presence.ts';

/** True for someone who is there without a valid insurance, as far as one was noted. */
export function isUninsured(stay: Occupancy, today: Day): boolean {
  return stay.insurance_until !== null && lastDayOf(stay.insurance_until) < today && isThere(stay, today);
}

/** True for a deposit that is still kept after the exit. */
export function mustReturnDeposit(stay: Occupancy, today: Day): boolean {
  return (
    stay.end !== null &&
    lastDayOf(stay.end) < today &&
    stay.deposit !== null &&
    stay.deposit > 0 &&
    stay.deposit_returned_on === null
  );
}
