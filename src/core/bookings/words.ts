/** Bookings in French. */
import { longDay, saidTime } from '../registrations/instant.ts';
import type { Span } from './desk.ts';

/** « Salle de réunion, lundi 5 juin 2023, 18 h 30 – 20 h 30 ». */
export function spanText({ space, date, start, end }: Span): string {
  return `${space}, ${longDay(date)}, ${saidTime(start)} – ${saidTime(end)}`;
}
