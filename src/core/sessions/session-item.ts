/** A session as the sidebar lists it, and its people as its card names them. */
import type { Day } from '../day.ts';
import { french } from '../french.ts';
import { isDay } from '../day.ts';
import { holdsSeat, isWaiting } from '../registrations/seats.ts';
import type { Programme } from '../tables/programme.ts';
import { attendanceStatuses } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import { sessionStatuses } from '../tables/session.ts';
import type { Session } from '../tables/session.ts';
import { personName } from './audience.ts';
import { whenText, whereText } from './mails.ts';
import { undecided } from './proposals.ts';
import { programmeName, programmesOf, sessionTitle } from './read.ts';

/** Under which heading a session is listed. */
export type SessionGroup = 'proposed' | 'coming' | 'to_complete' | 'held' | 'cancelled';

/** One session in a list. */
export interface SessionItem {
  readonly id: string;
  readonly title: string;
  /** French: « lundi 15 mai 2023, 18 h – 20 h ». */
  readonly when: string;
  /** « Club MILA, MaMA »; null for a session of no programme. */
  readonly programme: string | null;
  /** French: « 12 inscrits sur 25, 3 en attente », « 17 présents »; null when nobody is known. */
  readonly people: string | null;
  readonly group: SessionGroup;
  /** French: why its date is another one or must be chosen, why it is cancelled; null when there is nothing to say. */
  readonly note: string | null;
  /** True when a proposal cannot be confirmed before its day is chosen. */
  readonly toChoose: boolean;
}

/** One person on the card of a session. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly status: Registration['status'];
  readonly statusText: string;
  readonly seated: boolean;
  readonly waiting: boolean;
  readonly why: string | null;
}

/** Under which heading a session stands on that day. */
export function groupOf({ status, date }: Session, today: Day): SessionGroup {
  if (status === 'proposed' || status === 'cancelled' || status === 'held') return status;
  const isPast = date !== null && isDay(date) && date < today;
  return status === 'to_confirm' || isPast ? 'to_complete' : 'coming';
}

/** The session as a list shows it. */
export function sessionItem(
  session: Session,
  people: readonly Registration[],
  { programmes, today }: { readonly programmes: readonly Programme[]; readonly today: Day },
): SessionItem {
  const group = groupOf(session, today);
  const names = programmesOf(session).flatMap((code) => programmeName(programmes, code) ?? []);
  const title = sessionTitle(session);
  const kind = session.variant === null ? title : `${title} (${session.variant})`;
  const open = undecided(session);
  return {
    id: session.id,
    title: kind,
    when: whenText(session),
    programme: names.length === 0 || (names.length === 1 && names[0] === title) ? null : names.join(', '),
    people: peopleText(session, people, group),
    group,
    note: group === 'proposed' ? (open ?? session.reason) : group === 'cancelled' ? session.reason : null,
    toChoose: open !== null,
  };
}

function peopleText(session: Session, people: readonly Registration[], group: SessionGroup): string | null {
  if (group === 'proposed' || group === 'cancelled') return null;
  if (group === 'held')
    return session.attended === null
      ? null
      : french`${session.attended} ${session.attended < 2 ? 'présent·e' : 'présents'}`;
  const seated = Math.max(people.filter(holdsSeat).length, people.length === 0 ? (session.registered ?? 0) : 0);
  const waiting = people.filter(isWaiting).length;
  if (seated === 0 && waiting === 0 && session.capacity === null) return null;
  const seats = session.capacity === null ? '' : french` sur ${session.capacity}`;
  const full = session.capacity !== null && seated >= session.capacity ? ', complet' : '';
  return french`${seated} ${seated < 2 ? 'inscrit·e' : 'inscrits'}${seats}${full}${waiting === 0 ? '' : french`, ${waiting} en attente`}`;
}

/** The people of a session, those with a seat first, then those who wait, each group in the order of the tab. */
export function sessionPeople(people: readonly Registration[]): SessionPerson[] {
  const order = (one: Registration) => (holdsSeat(one) ? 0 : isWaiting(one) ? 1 : 2);
  return [...people]
    .filter(({ repeats }) => repeats === null)
    .sort((a, b) => order(a) - order(b))
    .map((one) => {
      const name = personName(one);
      return {
        id: one.id,
        name,
        organisation: one.organisation === name ? null : (one.organisation ?? one.network),
        status: one.status,
        statusText: attendanceStatuses[one.status ?? 'registered'],
        seated: holdsSeat(one),
        waiting: isWaiting(one),
        why: one.why,
      };
    });
}

/** Facts of a session's card: label and text. */
export function sessionFacts(session: Session): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['État', session.status === null ? null : sessionStatuses[session.status]],
    ['Où', whereText(session)],
    ['Intervenant·e', session.provider],
    ['Places', session.capacity === null ? null : String(session.capacity)],
    ['Réseaux invités', session.networks.length === 0 ? null : session.networks.join(', ')],
    ['Anciennes dates', session.previous_dates.length === 0 ? null : session.previous_dates.join(', ')],
    ['Motif', session.reason],
    ['Replay', session.replay_link],
    ['Remarques', session.notes],
  ];
  return facts.flatMap(([label, text]) => (text === null ? [] : [[label, text] as const]));
}
