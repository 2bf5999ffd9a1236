/** Times of the day and slots, as typed. */
import { remembered } from '../../remembered.ts';
import { timeOfSerial } from '../../day.ts';
import type { SourceCell } from '../source.ts';
import { fold, saysNothing, saysSame, saysUnknown, textOf } from './text.ts';

/** What a cell holds where hours are expected; times are "HH:mm". */
export type HoursReading =
  | { readonly state: 'empty' | 'same' | 'unknown' | 'unreadable' }
  /** « 2h/struct »: a duration for each of several. */
  | { readonly state: 'per_unit'; readonly minutes: number }
  | HoursSlot;

/** A slot; without an end there is no duration; « midi » is approximate. */
interface HoursSlot {
  readonly state: 'hours';
  readonly start: string;
  readonly end: string | null;
  readonly approximate: boolean;
  /** From start to end, past midnight if need be; the sum of several slots. */
  readonly minutes: number | null;
}

/** The cell's part that matters to hours. */
export type HoursCell = Pick<SourceCell, 'shown' | 'temporal'>;

const TIME = '(\\d{1,2})\\s*(?:[hH:]\\s*([0-5]\\d)?|[.]([0-5]\\d)|heures?)?';
const SLOT = new RegExp(`^${TIME}\\s*(?:-|–|—|→|>|/|à|a|au|jusqu['’]?à)\\s*${TIME}$`, 'iu');
const ONE = /^(\d{1,2})\s*(?:[hH:]\s*([0-5]\d)?|heures?)$/u;

/** Reads hours: « 18h-20h », « 18h », « 18:00-20:00 », « midi », « 2h/struct », a time cell. */
export function readHours(cell: HoursCell | undefined): HoursReading {
  const shown = cell?.shown ?? null;
  if (shown === null) return { state: 'empty' };
  if (typeof shown === 'number' && (cell?.temporal !== undefined || (shown > 0 && shown < 1))) {
    return open(timeOfSerial(shown), false);
  }
  return typeof shown === 'object' ? { state: 'unreadable' } : readText(textOf(shown));
}

/** Minutes from a time to another one of the same night. */
export function minutesBetween(start: string, end: string): number {
  return (minutesOf(end) - minutesOf(start) + 1440) % 1440;
}

const readText = remembered((text): HoursReading => {
  if (saysSame(text)) return { state: 'same' };
  if (saysNothing(text)) return { state: 'empty' };
  if (saysUnknown(text)) return { state: 'unknown' };
  return perUnit(text) ?? readSlots(text);
});

function perUnit(text: string): HoursReading | null {
  const short = /^(\d{1,3})\s*(?:min|mn|minutes?)\s*(?:\/|par\s)\s*\p{L}+\.?$/iu.exec(text)?.[1];
  if (short !== undefined) return { state: 'per_unit', minutes: Number(short) };
  const found = /^(\d{1,2}(?:[.,]\d)?)\s*h(?:eures?)?\s*(\d{2})?\s*(?:\/|par\s)\s*\p{L}+\.?$/iu.exec(text);
  if (found === null) return null;
  return {
    state: 'per_unit',
    minutes: Math.round(Number((found[1] ?? '').replace(',', '.')) * 60) + Number(found[2] ?? 0),
  };
}

function readSlots(typed: string): HoursReading {
  // « 18h-20h (accueil 17h30) », « 18h-20h + pot »: what is beside the slot stays in the source only.
  const text = typed.replace(/\([^)]*\)/gu, ' ').replace(/(\d{1,2}h\d{0,2})\s*(?=\d{1,2}h)/giu, '$1-');
  const pieces = text.split(/\s*(?:;|\+|,|\bet\b|&|\s\/\s)\s*/iu).filter((piece) => /\d|midi|minuit/iu.test(piece));
  const slots = pieces.map(readSlot);
  const [first, ...others] = slots;
  if (first === undefined || first === null) return { state: 'unreadable' };
  const last = others.at(-1);
  if (last === undefined) return first;
  const complete = slots.filter((slot) => slot !== null && slot.minutes !== null);
  if (last === null || complete.length !== slots.length) return { state: 'unreadable' };
  const minutes = complete.reduce((sum, slot) => sum + (slot?.minutes ?? 0), 0);
  return { ...first, end: last.end, minutes };
}

function readSlot(piece: string): HoursSlot | null {
  const isEstimate = /^(?:~|≈|vers\b|env(?:iron)?\b)|\benv(?:iron)?\b\.?$/iu.test(piece.trim());
  const text = piece
    .trim()
    .replace(/^(?:[àa] partir de|vers|env(?:iron)?\.?|de|d[èe]s|[àa])\s+|^[~≈]\s*/iu, '')
    .replace(/\s*(?:\benv(?:iron)?\b\.?|[-–—]\s*\??)$/iu, '');
  const folded = fold(text);
  if (/^(?:midi|le midi|dejeuner|midi pile)$/u.test(folded)) return open('12:00', true);
  if (folded === 'minuit') return open('00:00', true);
  const spoken = text.replace(/\bmidi\b/iu, '12h').replace(/\bminuit\b/iu, '00h');
  const slot = SLOT.exec(spoken);
  if (slot === null) return single(ONE.exec(spoken), isEstimate);
  const start = time(slot[1], slot[2] ?? slot[3]);
  const end = time(slot[4], slot[5] ?? slot[6]);
  return start === null || end === null
    ? null
    : { state: 'hours', start, end, approximate: isEstimate, minutes: minutesBetween(start, end) };
}

function single(found: RegExpExecArray | null, approximate: boolean): HoursSlot | null {
  const start = found === null ? null : time(found[1], found[2]);
  return start === null ? null : open(start, approximate);
}

function open(start: string, approximate: boolean): HoursSlot {
  return { state: 'hours', start, end: null, approximate, minutes: null };
}

function time(hours: string | undefined, minutes: string | undefined): string | null {
  const hour = Number(hours) === 24 ? 0 : Number(hours);
  return hour > 24 ? null : `${String(hour).padStart(2, '0')}:${minutes ?? '00'}`;
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
}
