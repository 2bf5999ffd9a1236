/** `Utilities.formatDate`: patterns of Java's SimpleDateFormat, English names, in a named zone. */
import { ServiceError } from '../errors.ts';

/** The date in that zone by that pattern; letters that are not known are refused. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const parts = partsOf(date, zone);
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/gu, (piece: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
    return field(parts, piece);
  });
}

type Parts = Readonly<Record<string, string>>;

function partsOf(date: Date, zone: string): Parts {
  try {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      weekday: 'long',
      timeZoneName: 'longOffset',
    });
    const named = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
    const monthName = new Intl.DateTimeFormat('en-US', { timeZone: zone, month: 'long' }).format(date);
    return { ...named, monthName, millisecond: String(date.getMilliseconds()) };
  } catch (error) {
    throw new ServiceError(`Invalid argument: ${zone}`, { details: String(error) });
  }
}

type Letter = (part: (name: string) => string, length: number) => string;

const padded = (value: string | number, length: number) => String(Number(value)).padStart(length, '0');
const offsetOf = (part: (name: string) => string) => part('timeZoneName').replace('GMT', '') || '+00:00';

const letters: Readonly<Record<string, Letter>> = {
  y: (part, length) => (length === 2 ? part('year').slice(-2) : part('year').padStart(length, '0')),
  M: (part, length) => {
    if (length > 3) return part('monthName');
    return length === 3 ? part('monthName').slice(0, 3) : padded(part('month'), length);
  },
  d: (part, length) => padded(part('day'), length),
  H: (part, length) => padded(part('hour'), length),
  h: (part, length) => padded(Number(part('hour')) % 12 || 12, length),
  m: (part, length) => padded(part('minute'), length),
  s: (part, length) => padded(part('second'), length),
  S: (part, length) => padded(part('millisecond'), length),
  a: (part) => (Number(part('hour')) < 12 ? 'AM' : 'PM'),
  E: (part, length) => (length > 3 ? part('weekday') : part('weekday').slice(0, 3)),
  Z: (part) => offsetOf(part).replace(':', ''),
  X: (part, length) =>
    length === 3
      ? offsetOf(part)
      : offsetOf(part)
          .replace(':', '')
          .slice(0, length === 2 ? 5 : 3),
};

function field(parts: Parts, piece: string): string {
  const letter = letters[piece[0] ?? ''];
  if (!letter)
    throw new ServiceError(`Utilities.formatDate pattern letter "${piece}" is not emulated by the local workspace`);
  return letter((name) => parts[name] ?? '', piece.length);
}
