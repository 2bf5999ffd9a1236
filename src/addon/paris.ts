/** Paris time by its rule: an hour ahead of UTC, two from the last Sunday of March to that of October, at 1 h UTC. */

import type { Moment } from '../core/command.ts';

const HOUR = 3_600_000;

/** « 2023-05-10 09:44:00 » for Google's « 2023-05-10T07:44:00.123Z »; nothing for what is no instant. */
export function parisTime(instant: string): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return '';
  const year = new Date(time).getUTCFullYear();
  const isSummer = time >= lastSunday(year, 2) && time < lastSunday(year, 9);
  return new Date(time + (isSummer ? 2 : 1) * HOUR).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant in Paris, without asking any service. */
export function momentNow(): Moment {
  const [today = '', time = ''] = parisTime(new Date().toISOString()).split(' ');
  return { today, time: time.slice(0, 5) };
}

/** 1 h UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.getTime() - last.getUTCDay() * 24 * HOUR;
}
