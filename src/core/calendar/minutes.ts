/** How long ago an instant « 2023-05-12 10:30 » was. */
import type { Moment } from '../command.ts';
import { daysBetween, isDay, minutesOfDay } from '../day.ts';

/** Whole minutes since that instant; endless for what is no instant. */
export function minutesSince(instant: string | null, { today, time }: Moment): number {
  const [day = '', at = ''] = (instant ?? '').split(' ');
  if (!isDay(day) || !/^\d{2}:\d{2}$/u.test(at)) return Infinity;
  return daysBetween(day, today) * 1440 + minutesOfDay(time) - minutesOfDay(at);
}
