/** The legal holidays of metropolitan France (code du travail, art. L3133-1) and working days. */
import { plusDays, serialOf } from './day.ts';
import type { Day } from './day.ts';

const FIXED: Readonly<Record<string, string>> = {
  '01-01': 'jour de l’an',
  '05-01': '1er mai',
  '05-08': '8 mai',
  '07-14': '14 juillet',
  '08-15': 'Assomption',
  '11-01': 'Toussaint',
  '11-11': '11 novembre',
  '12-25': 'Noël',
};

const MOVING: Readonly<Record<number, string>> = { 1: 'lundi de Pâques', 39: 'Ascension', 50: 'lundi de Pentecôte' };

/** Easter Sunday of a year (Meeus and Butcher). */
export function easter(year: number): Day {
  const whole = Math.floor;
  const [a, b, c] = [year % 19, whole(year / 100), year % 100];
  const h = (19 * a + b - whole(b / 4) - whole((b - whole((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * whole(c / 4) - h - (c % 4)) % 7;
  const m = whole((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  const pad = (number: number, length: number) => String(number).padStart(length, '0');
  return `${pad(year, 4)}-${pad(whole(sum / 31), 2)}-${pad((sum % 31) + 1, 2)}`;
}

/** The French name of the holiday, or null for any other day. */
export function holidayName(day: Day): string | null {
  const fixed = FIXED[day.slice(5)];
  return fixed ?? MOVING[serialOf(day) - serialOf(easter(Number(day.slice(0, 4))))] ?? null;
}

/** Why offices are closed that day, in French: « un dimanche », « un jour férié (Noël) »; null for a working day. */
export function closedBecause(day: Day): string | null {
  const holiday = holidayName(day);
  if (holiday !== null) return `un jour férié (${holiday})`;
  // Serial 0 was a Saturday.
  const weekday = ((serialOf(day) % 7) + 7) % 7;
  return weekday === 0 ? 'un samedi' : weekday === 1 ? 'un dimanche' : null;
}

/** The day itself when it is a working day, else the last one before it. */
export function workingDayBy(day: Day): Day {
  let found = day;
  while (closedBecause(found) !== null) found = plusDays(found, -1);
  return found;
}
