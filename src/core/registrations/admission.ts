/** From a wish to come to a seat, a place in the queue, or the reason why there is neither. */
import { fold } from '../reading/values/text.ts';
import type { AnswerOutcome } from '../tables/answer.ts';
import type { Session } from '../tables/session.ts';
import { freeSeats, put, rowsOf, tell } from './bench.ts';
import type { Bench, Draft } from './bench.ts';
import { offerDeadline } from './instant.ts';
import type { Instant } from './instant.ts';
import { holdsSeat, isWaiting } from './seats.ts';
import { startOf } from './sessions.ts';
import { reasons, whys } from './words.ts';

/** A seat or a place in the queue for someone who may have one; else the reason why not, which they are told. */
export function admit(bench: Bench, draft: Draft, session: Session, occasion: string): AnswerOutcome {
  const stop = obstacle(bench, draft, session);
  if (stop === null) return place(bench, draft, session, occasion);
  const { outcome, why, reason } = stop;
  put(bench, draft, { status: outcome === 'unknown' ? 'to_verify' : 'refused', offer_until: null, why });
  tell(bench, draft, session, { kind: 'refused', occasion, reason });
  return outcome;
}

function place(bench: Bench, draft: Draft, session: Session, occasion: string): AnswerOutcome {
  const left = freeSeats(bench, session);
  const at = draft.answered_at ?? bench.now;
  const isFree = left > 0;
  const why = isFree ? whys.seat(at, Number.isFinite(left) ? left : null) : whys.waiting(at, session.capacity);
  put(bench, draft, { status: isFree ? 'registered' : 'waiting', offer_until: null, why });
  tell(bench, draft, session, { kind: isFree ? 'seat' : 'waiting', occasion });
  return isFree ? 'seat' : 'waiting';
}

interface Obstacle {
  readonly outcome: AnswerOutcome;
  readonly why: string;
  readonly reason: string;
}

/** Why someone may have no seat, whatever is free; null when they may, with the member they were recognised as. */
function obstacle(bench: Bench, draft: Draft, session: Session): Obstacle | null {
  const typed = bench.identities.member(draft.member);
  const { member, hint } = typed === null ? bench.identities.find(draft) : { member: typed, hint: null };
  if (member !== null) {
    const { id, organisation } = member;
    if (draft.member !== id || draft.organisation !== organisation) put(bench, draft, { member: id, organisation });
  } else if (draft.network === null) {
    return { outcome: 'unknown', why: whys.unknown(hint), reason: reasons.unknown };
  } else if (!session.networks.some((network) => fold(network) === fold(draft.network ?? ''))) {
    return { outcome: 'network_closed', why: whys.networkClosed(draft.network), reason: reasons.networkClosed };
  }
  const others = rowsOf(bench, session).filter((row) => row !== draft && (holdsSeat(row) || isWaiting(row)));
  if (session.one_per_organisation === true && others.some((row) => isSameOrganisation(row, draft)))
    return { outcome: 'same_organisation', why: whys.sameOrganisation, reason: reasons.sameOrganisation };
  return null;
}

function isSameOrganisation(row: Draft, draft: Draft): boolean {
  if (draft.member !== null || row.member !== null) return row.member === draft.member;
  return row.organisation !== null && fold(row.organisation) === fold(draft.organisation ?? '');
}

/** Offers that nobody took in time: the seat is free again. */
export function lapseOffers(bench: Bench, session: Session, at: Instant): void {
  for (const row of rowsOf(bench, session)) {
    const until = row.offer_until;
    if (row.status !== 'offered' || until === null || at <= until) continue;
    put(bench, row, { status: 'withdrawn', why: whys.lapsed(until), offer_until: null });
    tell(bench, row, session, { kind: 'withdrawn', occasion: until, reason: reasons.lapsed });
  }
}

const OBSTACLES: readonly (AnswerOutcome | null)[] = ['unknown', 'network_closed', 'same_organisation'];

/** Those whose obstacle went are in the queue, at the place of their answer. */
export function reconsider(bench: Bench, session: Session): void {
  for (const row of rowsOf(bench, session)) {
    if (row.status !== 'to_verify' && row.status !== 'refused') continue;
    const outcome = row.answer === null ? null : (bench.outcomes.get(row.answer) ?? null);
    if (!OBSTACLES.includes(outcome) || obstacle(bench, row, session) !== null) continue;
    put(bench, row, { status: 'waiting', why: whys.waiting(row.answered_at ?? bench.now, session.capacity) });
    tell(bench, row, session, { kind: 'waiting', occasion: bench.now });
  }
}

/** Gives the free seats to whoever waits first, or offers them. */
export function promote(bench: Bench, session: Session, at: Instant): void {
  const queue = rowsOf(bench, session)
    .filter(({ status }) => status === 'waiting')
    .sort((a, b) => placeOf(a).localeCompare(placeOf(b)) || a.id.localeCompare(b.id));
  for (const next of queue.slice(0, Math.max(0, freeSeats(bench, session)))) {
    const wasTold = bench.told.has(next.id);
    const placed = next.answered_at ?? at;
    const { policy, offerHours } = bench.rules;
    const isOffer = policy === 'offer' && wasTold;
    const until = isOffer ? offerDeadline(bench.now, startOf(session), offerHours) : null;
    if (until === null) {
      put(bench, next, { status: 'registered', offer_until: null, why: whys.freed(at, placed) });
      tell(bench, next, session, { kind: wasTold ? 'freed' : 'seat', occasion: at });
    } else {
      put(bench, next, { status: 'offered', offer_until: until, why: whys.offered(placed, until) });
      tell(bench, next, session, { kind: 'offer', occasion: until });
    }
  }
}

/** Rows without an instant wait behind the others. */
function placeOf({ answered_at: at }: Draft): Instant {
  return at ?? '9999';
}
