/** Which sessions take registrations, until when, and how one is said. */
import { isDay, plusDays } from '../day.ts';
import type { Session } from '../tables/session.ts';
import { instantOf, longDay, saidTime } from './instant.ts';
import type { Instant } from './instant.ts';
import type { Moment } from '../command.ts';

/** True for a session that is to come for certain: neither only proposed, nor called off, nor held. */
export function acceptsAnswers({ status, date }: Session): boolean {
  return (status === 'planned' || status === null) && date !== null && isDay(date);
}

/** When it begins; one without a time, at the end of its day. */
export function startOf({ date, start_time: time }: Session): Instant {
  return `${date ?? '9999-12-31'} ${time ?? '23:59'}`;
}

/** The sessions that may be chosen now, soonest first. */
export function openSessions(sessions: readonly Session[], moment: Moment, openDays: number): Session[] {
  const last = plusDays(moment.today, openDays);
  const now = instantOf(moment);
  return sessions
    .filter((session) => acceptsAnswers(session) && startOf(session) > now && (session.date ?? '') <= last)
    .sort((a, b) => startOf(a).localeCompare(startOf(b)) || a.id.localeCompare(b.id));
}

/** « lundi 15 mai 2023 à 18 h ». */
export function saidDate({ date, start_time: time }: Session): string {
  if (date === null || !isDay(date)) return 'date à venir';
  return `${longDay(date)}${time === null ? '' : ` à ${saidTime(time)}`}`;
}
