/** A programme's rhythm in words. */
import { enumeration, MONTHS } from '../french.ts';
import { monthRanks, programmeRhythms, weekdays } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';
import { timeText } from './read.ts';

/** « chaque mois, 1er lundi, 18 h – 20 h »; null when no rhythm is set. */
export function rhythmText(programme: Programme): string | null {
  const { rhythm, month_rank: rank, weekday, first_month: month, variants, alternate } = programme;
  if (rhythm === null) return null;
  const times = timeText(programme);
  const dated = !['on_request', 'continuous'].includes(rhythm);
  const start = month === null ? null : (MONTHS[month - 1] ?? null);
  const parts = [
    programmeRhythms[rhythm],
    dated && weekday !== null && rank !== null ? `${monthRanks[rank]} ${weekdays[weekday]}` : null,
    start === null || !dated || (rhythm === 'monthly' && month === 1) ? null : startText(rhythm, start),
    alternate === true && variants.length > 1 ? `${enumeration(variants)} en alternance` : null,
    times === '' ? null : times,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function startText(rhythm: NonNullable<Programme['rhythm']>, month: string): string {
  if (rhythm === 'yearly' || rhythm === 'once') return `en ${month}`;
  return `à partir ${/^[ao]/u.test(month) ? 'd’' : 'de '}${month}`;
}
