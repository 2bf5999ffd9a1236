/** Civil instants as text, « 2023-05-10 09:44 » with or without seconds: they compare as they are, no zone is known here. */
import type { Moment } from '../command.ts';
import { isDay, minutesOfDay, plusDays, serialOf, timeOfMinutes } from '../day.ts';
import type { Day } from '../day.ts';
import { MONTHS } from '../french.ts';

/** A civil instant in Paris. */
export type Instant = string;

const WEEKDAYS = ['samedi', 'dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi'];
const DAY_MINUTES = 1440;
/** Nobody is asked to answer between these hours. */
const MORNING = '09:00';
const EVENING = '21:00';

/** The instant of a run. */
export function instantOf({ today, time }: Moment): Instant {
  return `${today} ${time}`;
}

/** The instant some minutes later. */
export function plusMinutes(at: Instant, minutes: number): Instant {
  const total = minutesOf(at) + minutes;
  const days = Math.floor(total / DAY_MINUTES);
  return `${plusDays(at.slice(0, 10), days)} ${timeOfMinutes(total - days * DAY_MINUTES)}`;
}

/** How many minutes lie from one instant to another. */
export function minutesBetween(from: Instant, to: Instant): number {
  const days = serialOf(to.slice(0, 10)) - serialOf(from.slice(0, 10));
  return days * DAY_MINUTES + minutesOf(to) - minutesOf(from);
}

/**
 * Until when a seat that was freed is offered: so many hours, never more than half of the time that is left, and not at
 * night; null on the last day, when there is no time to ask.
 */
export function offerDeadline(now: Instant, start: Instant, hours: number): Instant | null {
  const left = minutesBetween(now, start);
  if (left < DAY_MINUTES) return null;
  const until = plusMinutes(now, Math.min(hours * 60, Math.floor(left / 2)));
  const [day = '', time = ''] = until.split(' ');
  if (time >= MORNING && time < EVENING) return until;
  const evening = `${time >= EVENING ? day : plusDays(day, -1)} ${EVENING}`;
  return minutesBetween(now, evening) >= 180 ? evening : `${time >= EVENING ? plusDays(day, 1) : day} ${MORNING}`;
}

/** « lundi 15 mai 2023 ». */
export function longDay(day: Day): string {
  const weekday = WEEKDAYS[((serialOf(day) % 7) + 7) % 7] ?? '';
  const number = Number(day.slice(8));
  const month = MONTHS[Number(day.slice(5, 7)) - 1] ?? '';
  return `${weekday} ${number === 1 ? '1er' : String(number)} ${month} ${day.slice(0, 4)}`;
}

/** « 18 h », « 9 h 30 ». */
export function saidTime(time: string): string {
  const [hours = '', minutes = '00'] = time.split(':');
  return `${String(Number(hours))}\u00A0h${minutes === '00' ? '' : `\u00A0${minutes}`}`;
}

/** « mercredi 10 mai 2023 à 9 h 44 »; what is no instant, as it was typed. */
export function saidInstant(at: Instant): string {
  if (!isDay(at.slice(0, 10)) || at.length < 16) return at;
  return `${longDay(at.slice(0, 10))} à ${saidTime(at.slice(11, 16))}`;
}

function minutesOf(at: Instant): number {
  return minutesOfDay(at.slice(11, 16));
}
