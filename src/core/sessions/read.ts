/** Programmes and sessions as the commands and views of this subject read them. */
import type { State } from '../command.ts';
import { isDay, minutesOfDay } from '../day.ts';
import { frenchDate, french, quoted } from '../french.ts';
import { missingColumns } from '../missing-columns.ts';
import { readTable } from '../records.ts';
import { saidTime } from '../registrations/instant.ts';
import { programmeTable } from '../tables/programme.ts';
import type { Programme } from '../tables/programme.ts';
import { sessionTable } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';

/** The tabs that every command on sessions reads. */
export const sessionTabs: readonly string[] = [programmeTable.tab, sessionTable.tab];

/** Programmes and sessions on the desk of a command. */
export interface SessionDesk {
  readonly state: State;
  readonly programmes: readonly Programme[];
  readonly sessions: readonly Session[];
  readonly rowOf: ReadonlyMap<string, number>;
  /** Why nothing can be written, in French; null when all is well. */
  readonly obstacle: string | null;
}

/** Reads programmes and sessions. */
export function sessionDesk(state: State): SessionDesk {
  const { records: programmes } = readTable(
    programmeTable,
    state.workbook[programmeTable.tab],
    state.shown[programmeTable.tab],
  );
  const { records: sessions, rowOf } = readTable(
    sessionTable,
    state.workbook[sessionTable.tab],
    state.shown[sessionTable.tab],
  );
  return { state, programmes, sessions, rowOf, obstacle: missingColumns(state, [programmeTable, sessionTable]) };
}

/** The codes of all programmes of a session, each once. */
export function programmesOf({ programme, other_programmes: others }: Session): readonly string[] {
  return [...new Set([...(programme === null ? [] : [programme]), ...others])];
}

/** A programme's name, else its code. */
export function programmeName(programmes: readonly Programme[], code: string | null): string | null {
  if (code === null) return null;
  return programmes.find((programme) => programme.code === code)?.name ?? code;
}

/** What she calls a session: its title, else its programme. */
export function sessionTitle({ title, programme, id }: Session): string {
  return title ?? programme ?? id;
}

/** « Club MILA » le 15/05/2023, between quotation marks. */
export function sessionName(session: Session): string {
  const { date } = session;
  if (date === null) return quoted(sessionTitle(session));
  return french`${quoted(sessionTitle(session))} ${isDay(date) ? 'du' : 'de'} ${frenchDate(date)}`;
}

/** « 18:00 – 20:00 », « 18:00 », or nothing. */
export function timeText({ start_time: start, end_time: end }: Pick<Session, 'start_time' | 'end_time'>): string {
  return [start, end].flatMap((time) => (time === null ? [] : [saidTime(time)])).join(' – ');
}

/** The minutes from start to end; null when one is not known or they are the wrong way round. */
export function minutesOf({
  start_time: start,
  end_time: end,
}: Pick<Session, 'start_time' | 'end_time'>): number | null {
  if (start === null || end === null) return null;
  const length = minutesOfDay(end) - minutesOfDay(start);
  return length > 0 ? length : null;
}
