/** What the indicators of a year count: sessions by programme, and which organisations came (domain: D6). */
import { isDay } from '../day.ts';
import { nameWords } from '../reading/organisation-name.ts';
import type { Member } from '../tables/member.ts';
import type { Programme } from '../tables/programme.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import { programmeName, programmesOf } from './read.ts';

/** One session under one of its programmes; only its first line counts in the total. */
export interface CountedSession {
  readonly session: Session;
  readonly code: string;
  readonly first: boolean;
}

/** One organisation that came to sessions of a programme. */
export interface CountedHouse {
  readonly code: string;
  readonly name: string;
  readonly member: string | null;
  readonly visits: number;
  /** True on the first of its lines: it counts once in the total. */
  readonly first: boolean;
}

/** The lines behind the figures. */
export interface Indicators {
  readonly programmes: readonly {
    readonly code: string;
    readonly name: string;
    readonly programme: Programme | null;
  }[];
  readonly sessions: readonly CountedSession[];
  readonly houses: readonly CountedHouse[];
}

interface Ground {
  readonly sessions: readonly Session[];
  readonly programmes: readonly Programme[];
  readonly registrations: readonly Registration[];
  readonly members: readonly Member[];
}

// Letters, rooms and the directory have a forecast, but no session.
const WITHOUT_SESSIONS: ReadonlySet<Programme['mode']> = new Set(['continuous', 'service', 'booking']);

/** The code of what belongs to no programme. */
export const NO_PROGRAMME = '–';

/** The sessions of a year, held or to come, of all programmes or of those of one funder. */
export function indicatorsOf(ground: Ground, year: number, funder: string | null): Indicators {
  const wanted = (code: string): boolean =>
    funder === null || ground.programmes.some((one) => one.code === code && one.funder === funder);
  const sessions = ground.sessions
    .filter(
      ({ date, status }) => date?.startsWith(String(year)) === true && (status === 'held' || status === 'planned'),
    )
    .sort((a, b) => (a.date ?? '').localeCompare(b.date ?? ''))
    .flatMap((session): CountedSession[] => {
      const codes = programmesOf(session).filter(wanted);
      const own = codes.length === 0 && funder === null ? [NO_PROGRAMME] : codes;
      return own.map((code, index) => ({ session, code, first: index === 0 }));
    });
  const codes = [...new Set(sessions.map(({ code }) => code))].sort();
  const planned = ground.programmes.flatMap(({ code, mode, sessions_max: most, sessions_min: least }) =>
    code !== null && !codes.includes(code) && wanted(code) && !WITHOUT_SESSIONS.has(mode) && (most ?? least) !== null
      ? [code]
      : [],
  );
  return {
    programmes: [...new Set([...codes, ...planned])].map((code) => ({
      code,
      name: code === NO_PROGRAMME ? 'Sans programme' : (programmeName(ground.programmes, code) ?? code),
      programme: ground.programmes.find((one) => one.code === code) ?? null,
    })),
    sessions,
    houses: housesOf(sessions, ground),
  };
}

/** True when the date is known to the day: a month is text in the tab. */
export function isDated({ date }: Session): boolean {
  return date !== null && isDay(date);
}

function housesOf(sessions: readonly CountedSession[], { registrations, members }: Ground): CountedHouse[] {
  const names = new Map(members.map((member) => [member.id, member] as const));
  const byName = new Map(
    members.flatMap(({ id, organisation, merged_into: into }) =>
      organisation === null ? [] : [[nameWords(organisation).key, into ?? id] as const],
    ),
  );
  const found = new Map<
    string,
    { code: string; key: string; name: string; member: string | null; sessions: Set<string> }
  >();
  const note = (code: string, session: string, name: string | null, id: string | null): void => {
    const member = id ?? (name === null ? null : (byName.get(nameWords(name).key) ?? null));
    const said = names.get(member ?? '')?.organisation ?? name;
    if (said === null || said.trim() === '') return;
    const key = member ?? nameWords(said).key;
    const house = found.get(`${code}/${key}`) ?? { code, key, name: said, member, sessions: new Set<string>() };
    house.sessions.add(session);
    found.set(`${code}/${key}`, house);
  };
  for (const { session, code } of sessions) {
    if (session.status !== 'held') continue;
    for (const one of registrations)
      if (one.session === session.id && one.status === 'present' && one.repeats === null)
        note(code, session.id, one.organisation, one.member);
    for (const name of session.organisations) note(code, session.id, name, null);
  }
  const seen = new Set<string>();
  return [...found.values()]
    .sort((a, b) => a.code.localeCompare(b.code) || a.name.localeCompare(b.name))
    .map(({ code, key, name, member, sessions: visits }) => {
      const first = !seen.has(key);
      seen.add(key);
      return { code, name, member, visits: visits.size, first };
    });
}
