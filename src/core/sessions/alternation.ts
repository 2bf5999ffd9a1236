/** Two kinds of sessions that take turns: a date set aside does not break the turn (domain: A6-20). */
import type { Session } from '../tables/session.ts';
import type { SessionDesk } from './read.ts';

/** The types of the proposals that come after one that is set aside: each takes over that of the one before it. */
export function alternatedAfter(
  skipped: Session,
  { programmes, sessions }: Pick<SessionDesk, 'programmes' | 'sessions'>,
): Map<string, Partial<Session>> {
  const programme = programmes.find(({ code }) => code !== null && code === skipped.programme);
  const changed = new Map<string, Partial<Session>>();
  if (programme?.alternate !== true || skipped.variant === null || skipped.date === null) return changed;
  const after = sessions
    .filter(
      ({ programme: code, status, date }) =>
        code === skipped.programme && status === 'proposed' && date !== null && date > (skipped.date ?? ''),
    )
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''));
  const { variants } = programme;
  let next = variants.indexOf(skipped.variant);
  if (next < 0) return changed;
  for (const session of after) {
    // A type that is not of the list is hers.
    if (session.variant === null || !variants.includes(session.variant)) continue;
    const variant = variants[next % variants.length] ?? null;
    if (variant !== session.variant) changed.set(session.id, { variant });
    next += 1;
  }
  return changed;
}
