const ZONE = 'Europe/Paris';
const DAY_MS = 86_400_000;

const civil = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** The civil day in Paris at an instant. */
export const dayAt = (instant: number): string => civil.format(instant).slice(0, 10);

/** The instant at which Paris reads that day, at the time of day that it reads at `now`. */
export function sameTimeOn(day: string, now: number): number {
  const [, time = '00:00:00'] = civil.format(now).split(' ');
  const asked = `${day} ${time}`;
  const guess = Date.parse(`${day}T${time}Z`);
  // Paris is ahead of UTC by what it reads at the guess; near a change of hour, a second step settles it.
  let instant = guess;
  for (let step = 0; step < 2; step += 1) instant += Date.parse(`${asked.replace(' ', 'T')}Z`) - readingOf(instant);
  return instant;
}

const readingOf = (instant: number): number => Date.parse(`${civil.format(instant).replace(' ', 'T')}Z`);

/** A clock that can be turned: it goes on, day by day, from the day it was turned to. */
export type Clock = {
  readonly now: () => number;
  readonly today: () => string;
  readonly day: () => string;
  readonly turn: (day: string | null) => void;
  /** The day to turn it to when the workspace opens again; null when it tells the real time. */
  readonly turnedTo: () => string | null;
};

/** A clock turned to a day, or telling the real time. */
export function createClock(first: string | null, real: () => number): Clock {
  const today = () => dayAt(real());
  let turned = first === null ? null : { to: first, on: today() };
  const day = () => (turned === null ? today() : shifted(turned.to, daysBetween(turned.on, today())));
  return {
    today,
    day,
    now: () => (turned === null ? real() : sameTimeOn(day(), real())),
    turn: (to) => {
      turned = to === null || to === today() ? null : { to, on: today() };
    },
    turnedTo: () => (turned === null ? null : day()),
  };
}

/** How many days from one civil day to another. */
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
