/** Slots and guests in French. */
import { french } from '../french.ts';
import { longDay, saidTime } from '../registrations/instant.ts';
import type { Guest } from './content.ts';
import type { Slot } from './slot.ts';

/** « lundi 5 juin 2023, 18 h 30 – 20 h 30, salle de réunion ». */
export function slotText({ date, until, start, end, place }: Slot): string {
  const day = until === date ? longDay(date) : french`${longDay(date)} au ${longDay(until)}`;
  const times = start === null || end === null ? [] : [`${saidTime(start)} – ${saidTime(end)}`];
  return [day, ...times, ...(place === null ? [] : [place])].join(', ');
}

/** « 3 invités », « un invité », « personne ». */
export function guestsText(guests: readonly Guest[]): string {
  if (guests.length === 0) return 'personne';
  return guests.length === 1 ? 'un invité' : `${String(guests.length)} invités`;
}
