/** The rows of « Inscriptions » under way: by session, with what changed and what is to be told. */
import { fold } from '../reading/values/text.ts';
import type { Answer, AnswerOutcome } from '../tables/answer.ts';
import type { Registration } from '../tables/registration.ts';
import type { Session } from '../tables/session.ts';
import type { Identities } from './identity.ts';
import type { Instant } from './instant.ts';
import { holdsSeat, isWaiting } from './seats.ts';
import type { SeatRules } from './rules.ts';
import { startOf } from './sessions.ts';

/** What a person is told; of several in one run, the last one only. */
export type NoticeKind = 'seat' | 'freed' | 'waiting' | 'offer' | 'withdrawn' | 'refused';

/** Something to tell to whoever answered. */
export interface Notice {
  readonly kind: NoticeKind;
  /** The registration concerned; null when there is none. */
  readonly registration: Registration | null;
  /** The session, or null when it is not to be found. */
  readonly session: Session | null;
  readonly email: string | null;
  readonly name: string | null;
  /** French: why, for a refusal. */
  readonly reason: string | null;
  /** Tells this notice from the others to the same person: the answer, or the instant of the offer. */
  readonly occasion: string;
}

/** What the queue starts from. */
export interface QueueParts {
  readonly sessions: readonly Session[];
  readonly registrations: readonly Registration[];
  /** Answers that were not taken into account yet, in any order. */
  readonly answers: readonly Answer[];
  /** What each answer of the past did, by its number. */
  readonly outcomes: ReadonlyMap<string, AnswerOutcome | null>;
  readonly identities: Identities;
  readonly rules: SeatRules;
  readonly now: Instant;
  /** The next free number of « Inscriptions ». */
  readonly nextId: () => string;
}

/** A registration that is being changed. */
export type Draft = { -readonly [Field in keyof Registration]: Registration[Field] };

/** The rows under way. */
export interface Bench extends Pick<QueueParts, 'identities' | 'rules' | 'now' | 'nextId'> {
  readonly outcomes: Map<string, AnswerOutcome | null>;
  readonly order: Draft[];
  readonly changed: Map<string, Draft>;
  readonly notices: Map<string, Notice>;
  readonly bySession: Map<string, Draft[]>;
  /** Whoever was told to wait before this run; the others never knew that the session was full. */
  readonly told: ReadonlySet<string>;
}

/** The bench as the workbook gives it. */
export function openBench(parts: QueueParts): Bench {
  const { identities, rules, now, nextId } = parts;
  const order: Draft[] = parts.registrations.map((registration) => ({ ...registration }));
  const bench: Bench = {
    ...{ identities, rules, now, nextId, order },
    outcomes: new Map(parts.outcomes),
    changed: new Map(),
    notices: new Map(),
    bySession: new Map(),
    told: new Set(order.filter(isWaiting).map(({ id }) => id)),
  };
  for (const draft of order) index(bench, draft);
  return bench;
}

/** The rows of a session. */
export function rowsOf({ bySession }: Bench, { id }: Session): readonly Draft[] {
  return bySession.get(id) ?? [];
}

/** Adds a row. */
export function addRow(bench: Bench, draft: Draft): void {
  bench.order.push(draft);
  index(bench, draft);
}

/** Sets fields of a row. */
export function put(bench: Bench, draft: Draft, fields: Partial<Draft>): void {
  Object.assign(draft, fields);
  bench.changed.set(draft.id, draft);
}

/** How many seats are neither held nor offered. */
export function freeSeats(bench: Bench, session: Session): number {
  if (session.capacity === null) return Number.POSITIVE_INFINITY;
  const taken = rowsOf(bench, session).filter((row) => holdsSeat(row) || row.status === 'offered').length;
  return session.capacity - taken;
}

/** Notes what the person of a row is to be told; nothing once the session has begun. */
export function tell(
  { notices, now }: Bench,
  draft: Draft,
  session: Session,
  { kind, occasion, reason = null }: Pick<Notice, 'kind' | 'occasion'> & { readonly reason?: string | null },
): void {
  if (now >= startOf(session)) return;
  const { email, last_name: name } = draft;
  notices.set(draft.id, { kind, registration: draft, session, email, name, reason, occasion });
}

/** True when the row is that of the person who answers: the same address; where none was typed, the same name. */
export function isSamePerson(row: Draft, { email, name }: Pick<Answer, 'email' | 'name'>): boolean {
  if (row.repeats !== null) return false;
  if (row.email !== null) return row.email.trim().toLowerCase() === email;
  const parts = [row.first_name, row.last_name].filter((part) => part !== null);
  const names = [parts, [...parts].reverse()].map((some) => nameKey(some.join(' ')));
  return name !== null && name.trim() !== '' && names.includes(nameKey(name));
}

/** A name of signs only is compared as it is. */
function nameKey(name: string): string {
  return fold(name) || name.trim();
}

function index({ bySession }: Bench, draft: Draft): void {
  if (draft.session === null) return;
  const rows = bySession.get(draft.session);
  if (rows) rows.push(draft);
  else bySession.set(draft.session, [draft]);
}
