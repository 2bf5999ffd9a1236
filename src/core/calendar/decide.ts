/**
 * What to do about one session: three values are compared, what « Séances » wants, what the calendar has, and what was last
 * agreed. Whatever was changed by hand in the calendar is never overwritten before she chose.
 */
import type { Day } from '../day.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import { callJson, eventId, eventJson, guestsJson, slotJson, textJson, textMark } from './content.ts';
import type { Content, EventJson, Guest } from './content.ts';
import { guestsIn, rowFields } from './known.ts';
import type { Known, RowFields, Standing } from './known.ts';
import { agreedSlot, slotMark } from './slot.ts';
import type { Slot } from './slot.ts';
import type { Wanted } from './wanted.ts';

/** One call to make, or none, with what the row of the session then says (null: no row is needed). */
export type Step =
  | { readonly do: 'nothing'; readonly row: RowFields | null }
  | { readonly do: 'insert'; readonly event: EventJson }
  | { readonly do: 'revive'; readonly event: EventJson }
  | { readonly do: 'patch'; readonly changes: EventJson; readonly etag: string; readonly tell: boolean }
  | { readonly do: 'delete'; readonly etag: string; readonly row: RowFields };

/** What a decision is made on. */
export interface Case {
  readonly wanted: Wanted;
  readonly row: AgendaRow | null;
  readonly known: Known | null;
  readonly today: Day;
}

/** In « Choix » of a row whose event or session is gone: do what « Séances » says. */
export const SHEET_WINS = 'séances';

/** The next step for a session; taken again on Google's answer, it ends in "nothing". */
export function stepFor(one: Case): Step {
  const { wanted, known } = one;
  if (wanted.event === 'as_is') return { do: 'nothing', row: null };
  if (wanted.event === 'absent' || wanted.event === 'gone') return leaving(one, wanted.event);
  const { event: content } = wanted;
  if (known === null)
    return {
      do: 'insert',
      event: eventJson(wanted.session, content, guestsWanted(wanted, { guests: [], byHand: [] })),
    };
  if (known.cancelled) return comingBack(one, known, content);
  return changing(one, known, content);
}

function leaving({ row, known, today, wanted }: Case, why: 'absent' | 'gone'): Step {
  if (known === null) return { do: 'nothing', row: null };
  const standing = { ...standingOf({ row, known, wanted }), pending: null, chosen: null, trouble: null };
  const left = rowFields({ ...known, guests: [] }, { ...standing, state: 'cancelled', byHand: [] });
  if (known.cancelled) return { do: 'nothing', row: left };
  if (known.slot !== null && known.slot.until < today) return { do: 'nothing', row: null };
  // A row that went may have been cut to be pasted elsewhere: nobody is told before she says so.
  if (why === 'gone' && known.guests.length > 0 && row?.chosen !== SHEET_WINS)
    return { do: 'nothing', row: rowFields(known, { ...standing, state: 'orphan' }) };
  return { do: 'delete', etag: known.etag, row: left };
}

/** The event was deleted: by Régie, and it comes back; by hand, and she is asked. */
function comingBack({ wanted, row }: Case, known: Known, content: Content): Step {
  const byUs = row === null || row.state === 'cancelled' || row.chosen === SHEET_WINS;
  if (byUs) {
    const guests = guestsWanted(wanted, { guests: [], byHand: [] });
    return { do: 'revive', event: eventJson(wanted.session, content, guests) };
  }
  const standing = { ...standingOf({ row, known, wanted }), pending: null, chosen: null, trouble: null };
  return { do: 'nothing', row: rowFields({ ...known, guests: [] }, { ...standing, state: 'deleted', byHand: [] }) };
}

function changing({ wanted, row }: Case, known: Known, content: Content): Step {
  const has = known.slot === null ? null : slotMark(known.slot);
  const agrees = has === slotMark(content.slot);
  const moved = has !== null && known.sent !== null && has !== known.sent;
  const pending = moved && !agrees && row?.chosen !== has;
  const standing = standingOf({ row, known, wanted });
  const moving = !agrees && !pending;
  const guests = guestsWanted(wanted, { guests: known.guests, byHand: standing.byHand });
  const changes: EventJson = {
    ...changesOf({ session: wanted.session, known, content }, { agrees, moving }),
    ...(sameGuests(guests, known.guests) ? {} : { attendees: guestsJson(guests) }),
  };
  if (Object.keys(changes).length > 0) return { do: 'patch', changes, etag: known.etag, tell: moving };
  return {
    do: 'nothing',
    row: rowFields(known, {
      ...standing,
      state: pending ? 'moved' : 'sent',
      title: content.title,
      agreed: agrees ? content.slot : standing.agreed,
      pending: pending ? known.slot : null,
      chosen: null,
      trouble: null,
    }),
  };
}

interface Compared {
  readonly session: string;
  readonly known: Known;
  readonly content: Content;
}

/** The fields that differ, guests apart, with the marks of what is sent. */
function changesOf(
  { session, known, content }: Compared,
  { agrees, moving }: Record<'agrees' | 'moving', boolean>,
): EventJson {
  const [slot, text] = [slotMark(content.slot), textMark(content)];
  const isNoted = known.sent === slot || !(moving || agrees);
  const marks = { ...(isNoted ? {} : { sent: slot }), ...(text === known.text ? {} : { text }) };
  return {
    ...(moving ? slotJson(content.slot, true) : {}),
    ...('text' in marks ? textJson(content) : {}),
    ...('text' in marks && content.call && known.link === null ? callJson(session) : {}),
    ...(Object.keys(marks).length > 0 ? { extendedProperties: { private: marks } } : {}),
  };
}

/** What is remembered of the session, whatever comes next. */
export function standingOf({ row, known, wanted }: Pick<Case, 'row' | 'wanted'> & { known: Known }): Standing {
  const agreed = row === null ? null : agreedSlot(row);
  return {
    state: row?.state ?? 'sent',
    event: eventId(wanted.session),
    title: row?.title ?? (typeof wanted.event === 'object' ? wanted.event.title : ''),
    agreed: agreed ?? sentSlot(wanted, known) ?? known.slot,
    pending: null,
    byHand: byHandIn(row, known, wanted),
    chosen: row?.chosen ?? null,
    trouble: row?.trouble ?? null,
  };
}

/** Where nothing is remembered: what « Séances » says, if the event says that this is what was sent. */
function sentSlot({ event }: Wanted, { sent }: Known): Slot | null {
  return typeof event === 'object' && slotMark(event.slot) === sent ? event.slot : null;
}

/** Guests whom she added in the calendar itself: they stay. Where nothing is remembered, all guests are ours. */
function byHandIn(row: AgendaRow | null, { guests }: Known, wanted: Wanted): readonly string[] {
  if (row === null) return [];
  const invited = new Set(guestsIn(row).map(({ email }) => email));
  // Of whoever was erased nobody knows the address any more: whoever is new then may be that person.
  const isWhole = !invited.has('');
  return guests
    .map(({ email }) => email)
    .filter((email) => email !== '' && !wanted.guests.has(email))
    .filter((email) => row.by_hand.includes(email) || (isWhole && !invited.has(email)));
}

function guestsWanted(
  wanted: Wanted,
  { guests, byHand }: { readonly guests: readonly Guest[]; readonly byHand: readonly string[] },
): readonly Guest[] {
  const answers = new Map(guests.map(({ email, answer }) => [email, answer]));
  return [...wanted.guests.keys(), ...byHand].map((email) => ({ email, answer: answers.get(email) ?? 'needsAction' }));
}

function sameGuests(a: readonly Guest[], b: readonly Guest[]): boolean {
  const emails = new Set(a.map(({ email }) => email));
  return emails.size === b.length && b.every(({ email }) => emails.has(email));
}
