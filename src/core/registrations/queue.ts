/** Seats, queue and offers of the sessions: answers are taken in their order, and each change says why. */
import type { Answer, AnswerOutcome } from '../tables/answer.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import { admit, lapseOffers, promote, reconsider } from './admission.ts';
import { addRow, isSamePerson, openBench, put, rowsOf, tell } from './bench.ts';
import type { Bench, Draft, Notice, QueueParts } from './bench.ts';
import type { Instant } from './instant.ts';
import { acceptsAnswers, startOf } from './sessions.ts';
import { reasons, whys } from './words.ts';

/** What the run came to. */
export interface QueueRun {
  /** New registrations, and those that changed, as they are now. */
  readonly changed: readonly Registration[];
  /** The answers with what they did. */
  readonly answers: readonly Answer[];
  readonly notices: readonly Notice[];
  /** Every registration as it is now. */
  readonly registrations: readonly Registration[];
}

/** Takes the answers into account in their order, then gives or offers the seats that are free. */
export function runQueue(parts: QueueParts): QueueRun {
  const bench = openBench(parts);
  const sessions = new Map(parts.sessions.map((session) => [session.id, session]));
  const answers = [...parts.answers].sort(byTime).map((answer) => take(bench, sessions, answer));
  for (const session of parts.sessions)
    if (acceptsAnswers(session) && bench.now < startOf(session)) settle(bench, session, bench.now);
  return {
    changed: [...bench.changed.values()],
    answers,
    notices: [...bench.notices.values()],
    registrations: bench.order,
  };
}

function byTime(a: Answer, b: Answer): number {
  return (a.at ?? '').localeCompare(b.at ?? '') || (a.response ?? '').localeCompare(b.response ?? '');
}

function settle(bench: Bench, session: Session, at: Instant): void {
  if (rowsOf(bench, session).length === 0) return;
  lapseOffers(bench, session, at);
  reconsider(bench, session);
  promote(bench, session, at);
}

function take(bench: Bench, sessions: ReadonlyMap<string, Session>, answer: Answer): Answer {
  const session = sessions.get(answer.session ?? '');
  const at = answer.at ?? bench.now;
  const { outcome, row } =
    answer.email === null || answer.wish === null
      ? { outcome: 'unreadable' as const, row: null }
      : session === undefined
        ? reject(bench, answer, { outcome: 'gone', session: null })
        : !acceptsAnswers(session)
          ? reject(bench, answer, { outcome: 'cancelled', session })
          : at >= startOf(session)
            ? reject(bench, answer, { outcome: 'late', session })
            : answered(bench, session, { answer, at });
  bench.outcomes.set(answer.id, outcome);
  return { ...answer, outcome, registration: row?.id ?? null, member: row?.member ?? null };
}

interface Taken {
  readonly outcome: AnswerOutcome;
  readonly row: Draft | null;
}

/** An answer that comes too late, or to a session that is not there: nothing changes, and the person is told so. */
function reject(
  bench: Bench,
  { id, email, name, wish }: Answer,
  { outcome, session }: { readonly outcome: 'gone' | 'cancelled' | 'late'; readonly session: Session | null },
): Taken {
  const reason = reasons[outcome];
  if (wish === 'yes')
    bench.notices.set(id, { kind: 'refused', registration: null, session, email, name, reason, occasion: id });
  return { outcome, row: null };
}

interface Timed {
  readonly answer: Answer;
  readonly at: Instant;
}

function answered(bench: Bench, session: Session, timed: Timed): Taken {
  settle(bench, session, timed.at);
  const { answer, at } = timed;
  const row = rowsOf(bench, session).find((one) => isSamePerson(one, answer)) ?? null;
  if (answer.wish === 'yes') {
    const taken = row === null ? newcomer(bench, session, timed) : returning(bench, session, row, timed);
    if (taken.row?.email === null) put(bench, taken.row, { email: answer.email });
    return taken;
  }
  const outcome = row === null ? 'nothing' : withdraw(bench, session, row, timed);
  settle(bench, session, at);
  return { outcome, row };
}

function withdraw(bench: Bench, session: Session, row: Draft, { answer, at }: Timed): AnswerOutcome {
  if (row.status === 'withdrawn' || row.status === 'excused') return 'nothing';
  if (row.status === 'present' || row.status === 'absent') return 'late';
  const why = row.status === 'offered' ? whys.declined(at) : whys.withdrawn(at);
  put(bench, row, { status: 'withdrawn', offer_until: null, why, answer: answer.id });
  tell(bench, row, session, { kind: 'withdrawn', occasion: answer.id, reason: reasons.withdrawn });
  return 'withdrawn';
}

function newcomer(bench: Bench, session: Session, { answer, at }: Timed): Taken {
  const row = { ...blank, id: bench.nextId(), ...claimOf(answer), answered_at: at, answer: answer.id };
  const draft: Draft = { ...row, session: session.id, session_title: session.title, email: answer.email };
  addRow(bench, draft);
  return { outcome: admit(bench, draft, session, answer.id), row: draft };
}

function claimOf({ name, organisation, network, message }: Answer) {
  return { last_name: name, organisation, network, notes: message };
}

/** Someone who has a row: a repeated « oui » keeps the place, one after a « non » goes to the end. */
function returning(bench: Bench, session: Session, row: Draft, { answer, at }: Timed): Taken {
  switch (row.status) {
    case 'offered':
      put(bench, row, { status: 'registered', offer_until: null, why: whys.accepted(at), answer: answer.id });
      tell(bench, row, session, { kind: 'seat', occasion: answer.id });
      return { outcome: 'accepted', row };
    case 'withdrawn':
    case 'excused':
      put(bench, row, { answered_at: at, answer: answer.id });
      return { outcome: admit(bench, row, session, answer.id), row };
    case 'to_verify':
    case 'refused':
      put(bench, row, {
        answer: answer.id,
        organisation: answer.organisation ?? row.organisation,
        network: answer.network ?? row.network,
      });
      return { outcome: admit(bench, row, session, answer.id), row };
    case 'registered':
    case 'present':
    case 'absent':
    case 'waiting':
    case null:
      return { outcome: 'repeat', row };
  }
}

const blank = {
  member: null,
  first_name: null,
  role: null,
  status: 'waiting',
  signature: null,
  rank: null,
  repeats: null,
  offer_until: null,
  why: null,
  invitation: null,
  source_look: null,
  source_tab: null,
  source_row: null,
} as const;
