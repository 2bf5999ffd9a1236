/** What is doubtful about a date, said before she says yes; nothing of it is forbidden. */
import { isDay } from '../day.ts';
import type { Day } from '../day.ts';
import { french, frenchDate } from '../french.ts';
import { closedBecause } from '../holidays.ts';
import type { Problem } from '../problem.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { sessionName } from './read.ts';

/** A remark on a session, for a preview. */
export function sessionProblem({ id }: Session, kind: string, message: string): Problem {
  return { tab: sessionTable.tab, row: null, column: null, kind, raw: id, severity: 'warning', message };
}

/** A closed day, a day that is past, another session at the same place and time. */
export function dateWarnings(session: Session, sessions: readonly Session[], today: Day): Problem[] {
  const { date } = session;
  if (date === null || !isDay(date)) return [];
  const closed = closedBecause(date);
  const clash = sessions.find((other) => clashes(session, other));
  return [
    ...(closed === null ? [] : [sessionProblem(session, 'closed_day', french`Le ${frenchDate(date)} est ${closed}.`)]),
    ...(date >= today
      ? []
      : [sessionProblem(session, 'past_day', french`Le ${frenchDate(date)} est passé : personne n’est prévenu.`)]),
    ...(clash === undefined
      ? []
      : [sessionProblem(session, 'place_taken', french`Au même endroit et à la même heure : ${sessionName(clash)}.`)]),
  ];
}

function clashes(one: Session, other: Session): boolean {
  if (one.id === other.id || other.status === 'cancelled' || one.place === null) return false;
  if (one.date !== other.date || one.place.trim().toLowerCase() !== other.place?.trim().toLowerCase()) return false;
  const [start, end] = [one.start_time ?? '00:00', one.end_time ?? one.start_time ?? '23:59'];
  const [from, until] = [other.start_time ?? '00:00', other.end_time ?? other.start_time ?? '23:59'];
  return start < until && from < end;
}
