/** The dates that the calendar of a year proposes, beside what is planned already: nothing twice, nothing overwritten. */
import { firstDayOf, isDay, lastDayOf } from '../day.ts';
import type { Day } from '../day.ts';
import { emptySession } from './blank.ts';
import { minutesOf, programmesOf } from './read.ts';
import type { Programme } from '../tables/programme.ts';
import type { Session } from '../tables/session.ts';
import type { Break } from './settings.ts';
import { slotsOf } from './year-plan.ts';
import type { Slot } from './year-plan.ts';

/** A slot without a session, and why. */
export interface Unheld {
  readonly programme: Programme;
  readonly slot: Slot;
}

/** What the calendar of a year gives for some programmes. */
export interface YearProposals {
  /** New sessions, without a number yet, by date. */
  readonly fresh: readonly Session[];
  readonly unheld: readonly Unheld[];
  /** How many slots have a session already. */
  readonly known: number;
}

interface Asked {
  readonly year: number;
  readonly today: Day;
  readonly breaks: readonly Break[];
  readonly sessions: readonly Session[];
}

/** Proposals for what is still ahead; a slot that has a session, planned, moved, cancelled or set aside, gets none. */
export function yearProposals(programmes: readonly Programme[], asked: Asked): YearProposals {
  const fresh: Session[] = [];
  const unheld: Unheld[] = [];
  let known = 0;
  for (const programme of programmes) {
    const { free, taken } = freeSlots(programme, asked);
    known += taken;
    const dated = free.filter(({ date }) => date !== null && lastDayOf(date) >= asked.today);
    unheld.push(
      ...free.flatMap((slot) => (slot.date === null && slot.until >= asked.today ? [{ programme, slot }] : [])),
    );
    fresh.push(...sessionsFor(programme, dated, asked.sessions));
  }
  return { fresh: fresh.sort((a, b) => dateKey(a).localeCompare(dateKey(b))), unheld, known };
}

function dateKey({ date }: Session): string {
  return date ?? '';
}

/** The slots of the year that no session of the programme fills; each session fills one. */
function freeSlots(
  programme: Programme,
  { year, breaks, sessions }: Asked,
): { readonly free: readonly Slot[]; readonly taken: number } {
  const open = new Set(sessions.filter((session) => programmesOf(session).includes(programme.code ?? '')));
  const take = (fills: (session: Session) => boolean): boolean => {
    const found = [...open].find(fills);
    if (found !== undefined) open.delete(found);
    return found !== undefined;
  };
  const slots = slotsOf(programme, year, breaks);
  // What the calendar itself proposed is matched first, wherever she moved it; then the very day, then the month.
  const rules: readonly ((slot: Slot) => (session: Session) => boolean)[] = [
    (slot) => (session) => isOccurrence(session, programme, slot),
    (slot) => (session) => ownRule(session, programme) === null && session.date !== null && session.date === slot.date,
    (slot) => (session) => ownRule(session, programme) === null && meets(session.date, slot),
  ];
  let free = slots;
  for (const rule of rules) free = free.filter((slot) => !take(rule(slot)));
  return { free, taken: slots.length - free.length };
}

/** The day of the rhythm that a session stands for in this programme; null when the calendar did not propose it. */
function ownRule({ occurrence }: Session, { code }: Programme): string | null {
  const [of, rule] = occurrence?.split('/') ?? [];
  return of === code && rule !== undefined ? rule : null;
}

function isOccurrence(session: Session, programme: Programme, slot: Slot): boolean {
  return meets(ownRule(session, programme), slot);
}

function meets(date: string | null, { from, until }: Slot): boolean {
  return date !== null && firstDayOf(date) <= until && lastDayOf(date) >= from;
}

function sessionsFor(programme: Programme, slots: readonly Slot[], sessions: readonly Session[]): Session[] {
  const own = sessions.filter(
    (session) => programmesOf(session).includes(programme.code ?? '') && session.status !== 'cancelled',
  );
  const made: Session[] = [];
  for (const slot of slots) {
    const variant = variantAfter(programme, latestBefore([...own, ...made], slot.date ?? slot.rule));
    made.push(sessionOf(programme, slot, variant));
  }
  return made;
}

function latestBefore(sessions: readonly Session[], date: string): Session | null {
  const before = sessions.filter(({ date: own, variant }) => own !== null && own < date && variant !== null);
  return before.sort((a, b) => dateKey(a).localeCompare(dateKey(b))).at(-1) ?? null;
}

/** The type that follows that of the last session: the alternation goes on by type, whatever months were skipped (domain: A6-20). */
function variantAfter({ variants, alternate }: Programme, last: Session | null): string | null {
  if (alternate !== true || variants.length === 0) return null;
  const place = last?.variant === undefined || last.variant === null ? -1 : variants.indexOf(last.variant);
  return variants[(place + 1) % variants.length] ?? null;
}

function sessionOf(programme: Programme, { rule, date, why }: Slot, variant: string | null): Session {
  const times = { start_time: programme.start_time, end_time: programme.end_time };
  return {
    ...emptySession(''),
    ...times,
    date,
    title: programme.name,
    programme: programme.code,
    place: programme.place,
    status: 'proposed',
    duration: minutesOf(times),
    variant,
    capacity: programme.capacity,
    networks: programme.networks,
    one_per_organisation: programme.one_per_organisation,
    reason: why,
    occurrence: `${programme.code ?? ''}/${rule}`,
  };
}

/** Why a proposal cannot be confirmed as it is, in French; null when its date stands. */
export function undecided({ date, status, reason }: Session): string | null {
  if (status !== 'proposed') return null;
  if (date === null || !isDay(date)) return 'choisissez d’abord un jour';
  return reason?.endsWith('date à choisir') === true ? reason : null;
}
