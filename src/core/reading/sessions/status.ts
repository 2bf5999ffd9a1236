/** Whether a session took place, will, or was cancelled. */
import type { SessionRecord, SessionStatus } from '../types.ts';
import { firstDay, lastDay } from '../values/date.ts';
import { fold } from '../values/text.ts';

/** The status by what is known: the word « annulé » wins; held needs a date before today and a head count. */
export function sessionStatus(
  known: {
    readonly dates: Pick<SessionRecord, 'date' | 'date_end'>;
    readonly isCounted: boolean;
    readonly today: string;
  },
  texts: readonly string[],
): SessionStatus {
  const { date, date_end: end } = known.dates;
  if (texts.some(saysCancelled)) return 'cancelled';
  if (date === null) return 'unscheduled';
  if (firstDay(date) < known.today && known.isCounted) return 'held';
  return lastDay(end ?? date) < known.today ? 'to_confirm' : 'planned';
}

/** True when the text says that the session is cancelled. */
export function saysCancelled(text: string): boolean {
  return /\b(?:annule|annulee|annules|annulees|cancelled|canceled)\b/u.test(fold(text));
}
