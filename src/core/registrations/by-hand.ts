/** What she does herself with the people of a session; the queue then moves by the same rules. */
import type { Member } from '../tables/member.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import { promote } from './admission.ts';
import { addRow, freeSeats, isSamePerson, openBench, put, rowsOf, tell } from './bench.ts';
import type { Bench, Draft } from './bench.ts';
import type { Desk } from './desk.ts';
import type { Instant } from './instant.ts';
import type { QueueRun } from './queue.ts';
import { holdsSeat, isWaiting } from './seats.ts';
import { acceptsAnswers, startOf } from './sessions.ts';
import { reasons, whys } from './words.ts';

/** Someone whom she registers. */
export interface NewPerson {
  readonly id: string;
  readonly now: Instant;
  /** True for a seat beyond those that are free. */
  readonly force: boolean;
  readonly person: Pick<Registration, 'last_name' | 'email' | 'member' | 'organisation' | 'network'>;
}

/** The run that registers someone; null when they are there already. */
export function handRun(
  desk: Desk,
  session: Session,
  { id, now, force, person }: NewPerson,
): (QueueRun & { readonly row: Registration }) | null {
  const bench = benchOf(desk, now);
  const same = rowsOf(bench, session).find((row) => isSame(row, person));
  if (same !== undefined && (holdsSeat(same) || isWaiting(same))) return null;
  const row: Draft = same ?? { ...nobody, id };
  if (same === undefined) addRow(bench, Object.assign(row, { session: session.id, session_title: session.title }));
  put(bench, row, { ...person, answered_at: now, answer: null });
  seat(bench, session, { row, force, now });
  return { ...runOf(bench), row };
}

interface Change {
  readonly row: Registration;
  readonly change: 'withdraw' | 'accept';
  readonly member: Member | null;
  readonly now: Instant;
}

/** The run that takes someone off, or lets them in; null when nothing changes. */
export function changeRun(desk: Desk, session: Session, { row, change, member, now }: Change): QueueRun | null {
  const bench = benchOf(desk, now);
  const draft = bench.order.find(({ id }) => id === row.id);
  if (draft === undefined) return null;
  if (change === 'withdraw') {
    if (draft.status === 'withdrawn') return null;
    put(bench, draft, { status: 'withdrawn', offer_until: null, why: whys.removed(now) });
    tell(bench, draft, session, { kind: 'withdrawn', occasion: now, reason: reasons.removed });
    if (acceptsAnswers(session) && now < startOf(session)) promote(bench, session, now);
    return runOf(bench);
  }
  if (holdsSeat(draft)) return null;
  if (member !== null) put(bench, draft, { member: member.id, organisation: member.organisation });
  seat(bench, session, { row: draft, force: false, now });
  return runOf(bench);
}

function seat(
  bench: Bench,
  session: Session,
  { row, force, now }: { readonly row: Draft; readonly force: boolean; readonly now: Instant },
): void {
  put(bench, row, { status: 'waiting', offer_until: null });
  const free = force || freeSeats(bench, session) > 0;
  put(bench, row, {
    status: free ? 'registered' : 'waiting',
    why: free ? whys.byHand(now) : whys.waiting(row.answered_at ?? now, session.capacity),
  });
  tell(bench, row, session, { kind: free ? 'seat' : 'waiting', occasion: now });
}

function benchOf({ sessions, registrations, answers, identities, rules }: Desk, now: Instant): Bench {
  const outcomes = new Map(answers.map(({ id, outcome }) => [id, outcome]));
  return openBench({ sessions, registrations, identities, rules, now, outcomes, answers: [], nextId: () => '' });
}

function runOf(bench: Bench): QueueRun {
  return {
    changed: [...bench.changed.values()],
    answers: [],
    notices: [...bench.notices.values()],
    registrations: bench.order,
  };
}

function isSame(row: Draft, { last_name: name, email }: NewPerson['person']): boolean {
  return isSamePerson(row, { name, email: email ?? '' });
}

const nobody: Omit<Draft, 'id'> = {
  ...{ session: null, session_title: null, last_name: null, first_name: null, member: null, organisation: null },
  ...{ network: null, role: null, status: 'waiting', signature: null, rank: null, repeats: null, notes: null },
  ...{ email: null, answered_at: null, offer_until: null, why: null, answer: null, invitation: null },
  ...{ source_look: null, source_tab: null, source_row: null },
};
