/** Durations, as typed. */
import type { SourceCell } from '../source.ts';
import { saysNothing, saysSame, saysUnknown, textOf } from './text.ts';

/** What a cell holds where a duration is expected; a bare number is hours, or minutes from 30 on. */
export type DurationReading =
  | { readonly state: 'empty' | 'same' | 'unknown' | 'unreadable' }
  | { readonly state: 'duration'; readonly minutes: number };

/** Reads a duration: « 2h », « 1h30 », « 90 min », 1.5, a time cell. */
export function readDuration(cell: Pick<SourceCell, 'shown' | 'temporal'> | undefined): DurationReading {
  const shown = cell?.shown ?? null;
  if (shown === null || cell === undefined) return { state: 'empty' };
  if (typeof shown === 'number') return cell.temporal === undefined ? fromNumber(shown) : minutes(shown * 1440);
  const text = textOf(shown);
  if (text === '') return { state: typeof shown === 'string' ? 'empty' : 'unreadable' };
  if (saysSame(text)) return { state: 'same' };
  if (saysNothing(text)) return { state: 'empty' };
  if (saysUnknown(text)) return { state: 'unknown' };
  return fromText(text.replace(/^[~≈]\s*|\s*env(?:iron)?\.?\s*/giu, ''));
}

function fromText(text: string): DurationReading {
  const [, times, each] = /^(\d{1,2})\s*[x×*]\s*(.+)$/iu.exec(text) ?? [];
  if (each !== undefined) {
    const one = fromText(each);
    return one.state === 'duration' ? minutes(one.minutes * Number(times)) : one;
  }
  const clock = /^(\d{1,2}):(\d{2}):\d{2}$/u.exec(text);
  if (clock !== null) return minutes(Number(clock[1]) * 60 + Number(clock[2]));
  const hours = /^(\d{1,3})\s*(?:h|heures?|:)\s*(?:([0-5]?\d)\s*(?:m(?:in|n)?\.?)?)?$/iu.exec(text);
  if (hours !== null) return minutes(Number(hours[1]) * 60 + Number(hours[2] ?? 0));
  const decimal = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:h|heures?)?$/iu.exec(text)?.[1];
  if (decimal !== undefined) return fromNumber(Number(decimal.replace(',', '.')));
  const short = /^(\d{1,4})\s*(?:m|mn|min|mins|minutes?|')\.?$/iu.exec(text)?.[1];
  return short === undefined ? { state: 'unreadable' } : minutes(Number(short));
}

function fromNumber(value: number): DurationReading {
  if (!Number.isFinite(value) || value <= 0) return { state: 'unreadable' };
  return minutes(value < 30 ? value * 60 : value);
}

function minutes(value: number): DurationReading {
  return { state: 'duration', minutes: Math.round(value) };
}
