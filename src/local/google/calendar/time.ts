/** Times of events: Google keeps the instant and shows it in the calendar's zone, with its offset. */
import type { calendar_v3 } from 'googleapis/build/src/apis/calendar/v3.js';

type Time = calendar_v3.Schema$EventDateTime;

const MINUTE = 60_000;
const shown = new Map<string, Intl.DateTimeFormat>();

/** True when the zone has a name that exists. */
export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The instant of « 2023-06-05T18:30:00 » in a zone, or with an offset of its own. */
export function instantIn(dateTime: string, zone: string): number {
  if (/(?:Z|[+-]\d{2}:\d{2})$/u.test(dateTime)) return Date.parse(dateTime);
  const civil = Date.parse(`${dateTime}Z`);
  const first = civil - offsetAt(civil, zone);
  return civil - offsetAt(first, zone);
}

/** The time as Google gives it back: days as they are, instants in the calendar's zone. */
export function shownTime(time: Time, zone: string): Time {
  if (typeof time.dateTime !== 'string') return { date: time.date ?? null };
  const instant = instantIn(time.dateTime, time.timeZone ?? zone);
  return { dateTime: timeText(instant, zone), timeZone: time.timeZone ?? zone };
}

function timeText(instant: number, zone: string): string {
  const offset = offsetAt(instant, zone);
  const civil = new Date(instant + offset).toISOString().slice(0, 19);
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${civil}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function offsetAt(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  const civil = Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`);
  return civil - Math.floor(instant / 1000) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = shown.get(timeZone);
  if (known) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  });
  shown.set(timeZone, made);
  return made;
}
