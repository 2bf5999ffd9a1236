/** Three other ways when a place is taken: elsewhere at the same time, then close by in time, then on another day. */
import { minutesOfDay, plusDays, serialOf, timeOfMinutes } from '../day.ts';
import { clashes, minutesIn } from './desk.ts';
import type { Occupied, Span } from './desk.ts';

const MOST = 3;
const STEP = 30;
/** Nobody is proposed the building before or after. */
const OPENING = 8 * 60;
const CLOSING = 22 * 60;
const DAYS = 21;

/** At most three free spans of the same length, the most alike first, on different days or at different places where possible. */
export function alternatives(wished: Span, spaces: readonly string[], occupied: readonly Occupied[]): readonly Span[] {
  const isFree = (span: Span) => clashes(occupied, span).length === 0;
  const elsewhere = spaces
    .filter((space) => space !== wished.space)
    .map((space) => ({ ...wished, space }))
    .filter(isFree)
    .slice(0, 1);
  const near = sameDay(wished).filter(isFree).slice(0, 1);
  const later = nextDays(wished).filter(isFree);
  return [...elsewhere, ...near, ...later].slice(0, MOST);
}

/** The same length on the same day, the nearest start first. */
function sameDay(wished: Span): Span[] {
  const length = minutesIn(wished);
  const from = minutesOfDay(wished.start);
  const starts: number[] = [];
  for (let start = OPENING; start + length <= CLOSING; start += STEP) starts.push(start);
  return starts
    .filter((start) => start !== from)
    .sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b)
    .map((start) => ({ ...wished, start: timeOfMinutes(start), end: timeOfMinutes(start + length) }));
}

/** The same hours on the next working days. */
function nextDays(wished: Span): Span[] {
  const days = Array.from({ length: DAYS }, (_, index) => plusDays(wished.date, index + 1));
  return days.filter((day) => serialOf(day) % 7 > 1).map((date) => ({ ...wished, date }));
}
