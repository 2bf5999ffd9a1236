/** « Inscriptions »: the form, the sessions to come with their seats, and one session's people with « Pourquoi ? ». */
import * as z from 'zod';
import { titleIn } from '../command.ts';
import { deskObstacle, deskTabs, readDesk } from '../registrations/desk.ts';
import type { Desk } from '../registrations/desk.ts';
import { instantOf, saidInstant } from '../registrations/instant.ts';
import { holdsSeat, isWaiting, queueOf, rankOf, seatedIn } from '../registrations/seats.ts';
import { openSessions, saidDate } from '../registrations/sessions.ts';
import { personName } from '../sessions/audience.ts';
import { sessionTitle } from '../sessions/read.ts';
import { attendanceStatuses, registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import type { View } from '../view.ts';

/** A session with its seats. */
export interface SeatLine {
  readonly id: string;
  readonly title: string;
  readonly when: string;
  readonly capacity: number | null;
  readonly seated: number;
  /** A number of people that « Séances » gives without their names; null where « Inscriptions » names some, or none is given. */
  readonly noted: number | null;
  readonly waiting: number;
  /** People whom she must check. */
  readonly toVerify: number;
}

/** One person of a session. */
export interface SeatPerson {
  readonly id: string;
  readonly name: string;
  readonly organisation: string | null;
  readonly email: string | null;
  readonly group: 'seated' | 'waiting' | 'to_verify' | 'out';
  /** French: « inscrit·e », « en attente, rang 2 », « place proposée jusqu’au … ». */
  readonly state: string;
  readonly why: string | null;
}

/** The answer of the view « registrations »; input: {session?}. */
export interface RegistrationsView {
  /** Why nothing can be registered as the workbook stands; null when all is well. */
  readonly obstacle: string | null;
  /** The address of the form; null as long as there is none. */
  readonly link: string | null;
  readonly lines: readonly SeatLine[];
  readonly card: (SeatLine & { readonly people: readonly SeatPerson[] }) | null;
  /** Members to choose from. */
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly tab: string;
}

const input = z.object({ session: z.string().max(20) });

/** The view « registrations ». */
export const registrationsView: View = {
  name: 'registrations',
  reads: deskTabs,
  view: (state, asked, moment): RegistrationsView => {
    const wanted = input.safeParse(asked);
    const desk = readDesk(state, moment);
    const chosen = wanted.success ? desk.sessions.find(({ id }) => id === wanted.data.session) : undefined;
    const open = openSessions(desk.sessions, moment, Math.max(desk.rules.openDays, 366));
    return {
      obstacle: deskObstacle(state),
      link: desk.form?.link ?? null,
      lines: open.map((session) => seatLine(session, desk)),
      card:
        chosen === undefined ? null : { ...seatLine(chosen, desk), people: peopleOf(chosen, desk, instantOf(moment)) },
      members: desk.identities.members.map(({ id, organisation }) => ({ id, name: organisation ?? id })),
      tab: titleIn(state, registrationTable.tab),
    };
  },
};

function seatLine(session: Session, { registrations }: Desk): SeatLine {
  const { id, capacity } = session;
  const isNamed = registrations.some((row) => row.session === id);
  return {
    ...{ id, capacity, title: sessionTitle(session), when: saidDate(session) },
    seated: seatedIn(registrations, id).length,
    noted: isNamed ? null : session.registered || null,
    waiting: queueOf(registrations, id).length,
    toVerify: registrations.filter((row) => row.session === id && row.status === 'to_verify').length,
  };
}

const ORDER: readonly SeatPerson['group'][] = ['to_verify', 'seated', 'waiting', 'out'];

function peopleOf({ id }: Session, { registrations }: Desk, now: string): SeatPerson[] {
  const rows = registrations.filter((row) => row.session === id && row.repeats === null);
  return rows
    .map((row) => ({ person: seatPerson(row, registrations, now), at: row.answered_at ?? '' }))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.person.group) - ORDER.indexOf(b.person.group) ||
        a.at.localeCompare(b.at) ||
        a.person.id.localeCompare(b.person.id),
    )
    .map(({ person }) => person);
}

function seatPerson(row: Registration, all: readonly Registration[], now: string): SeatPerson {
  const { id, status, organisation, network, email, why, offer_until: until } = row;
  const rank = rankOf(row, all);
  const label = status === null ? attendanceStatuses.registered : attendanceStatuses[status];
  const state =
    status === 'waiting' && rank !== null
      ? `${label}, rang ${String(rank)}`
      : status === 'offered' && until !== null
        ? `${label} jusqu’au ${saidInstant(until)}${until < now ? ' (délai passé)' : ''}`
        : label;
  return {
    ...{ id, state, email, why, organisation: organisation ?? network },
    name: personName(row),
    group: status === 'to_verify' ? 'to_verify' : holdsSeat(row) ? 'seated' : isWaiting(row) ? 'waiting' : 'out',
  };
}
