/** Which sessions each member came to: by registrations, and by the organisations that a session names. */
import type { State } from '../command.ts';
import { readTable } from '../records.ts';
import { nameWords } from '../reading/organisation-name.ts';
import type { RecordOf } from '../table.ts';
import type { Member } from '../tables/member.ts';
import { programmeTable } from '../tables/programme.ts';
import { attendanceStatuses, registrationTable } from '../tables/registration.ts';
import { sessionTable } from '../tables/session.ts';

/** The tabs that attendance is read from. */
export const attendanceTabs: readonly string[] = [sessionTable.tab, registrationTable.tab, programmeTable.tab];

/** One member at one session. */
export interface Attended {
  readonly session: string;
  readonly date: string | null;
  readonly title: string;
  /** The programme's name; null for a session of none. */
  readonly programme: string | null;
  /** French: « présent·e », « inscrit·e »… */
  readonly status: string;
  /** Numbers of its rows in « Inscriptions ». */
  readonly rows: readonly string[];
}

type Session = RecordOf<typeof sessionTable>;

/** The sessions of each member, latest first, each once; sessions that were called off are left out. */
export function attendanceOf(state: State, members: readonly Member[]): ReadonlyMap<string, readonly Attended[]> {
  const read = <T extends typeof sessionTable | typeof registrationTable | typeof programmeTable>(table: T) =>
    readTable(table, state.workbook[table.tab], state.shown[table.tab]).records;
  const programmes = new Map(read(programmeTable).map(({ code, name }) => [code, name ?? code] as const));
  const sessions = new Map(
    read(sessionTable)
      .filter(({ status }) => status !== 'cancelled')
      .map((session) => [session.id, session] as const),
  );
  const found = new Map<string, Map<string, Attended>>();
  const note = (member: string, session: Session, status: string, row: string | null): void => {
    const own = found.get(member) ?? new Map<string, Attended>();
    found.set(member, own);
    const known = own.get(session.id);
    const rows = [...(known?.rows ?? []), ...(row === null ? [] : [row])];
    own.set(session.id, {
      session: session.id,
      date: session.date,
      title: session.title ?? session.programme ?? session.id,
      programme: session.programme === null ? null : (programmes.get(session.programme) ?? session.programme),
      // One person who came is enough for the member to have come.
      status: known?.status === attendanceStatuses.present ? known.status : status,
      rows,
    });
  };
  for (const { id, member, session: key, status } of read(registrationTable)) {
    const session = sessions.get(key ?? '');
    if (member !== null && session !== undefined)
      note(member, session, status === null ? 'inscrit·e' : attendanceStatuses[status], id);
  }
  const byName = namesOf(members);
  for (const session of sessions.values())
    for (const name of session.organisations) {
      const member = byName.get(nameWords(name).key);
      if (member !== undefined) note(member, session, attendanceStatuses.present, null);
    }
  return new Map([...found].map(([member, own]) => [member, latestFirst([...own.values()])]));
}

/** The members by the names that they have or had; a record that was merged speaks for the one that is kept. */
function namesOf(members: readonly Member[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { id, organisation, former_names: former, merged_into: into } of members)
    for (const name of [organisation, ...former]) {
      const key = name === null ? '' : nameWords(name).key;
      if (key !== '' && !names.has(key)) names.set(key, into ?? id);
    }
  return names;
}

function latestFirst(sessions: readonly Attended[]): readonly Attended[] {
  return [...sessions].sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''));
}
