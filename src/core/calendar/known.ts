/** What the calendar has of a session: as it was just listed, else as « Régie · agenda » remembers it. */
import type { AgendaRow } from '../tables/agenda.ts';
import type { Guest } from './content.ts';
import { isAnswer } from './found.ts';
import type { FoundEvent } from './found.ts';
import { agreedSlot, foundSlot, slotMark } from './slot.ts';
import type { Slot } from './slot.ts';

/** An event as far as it is known. */
export type Known = Omit<FoundEvent, 'id' | 'session'>;

/** The event as the row remembers it; null when there was none. */
export function remembered(row: AgendaRow | null): Known | null {
  if (row === null || row.event === null || row.state === null) return null;
  const agreed = agreedSlot(row);
  return {
    cancelled: row.state === 'cancelled' || row.state === 'deleted',
    etag: row.etag ?? '',
    slot: foundSlot(row) ?? agreed,
    sent: agreed === null ? null : slotMark(agreed),
    text: row.text,
    guests: guestsIn(row),
    link: row.link,
  };
}

/** The guests that a row remembers; one whose address was erased stands under no address, and so is taken off the event. */
export function guestsIn({ guests }: Pick<AgendaRow, 'guests'>): readonly Guest[] {
  return guests.map((item) => {
    const [answer = '', email = ''] = item.split(' ');
    return isAnswer(answer) && email.includes('@') ? { email, answer } : { email: '', answer: 'needsAction' };
  });
}

/** The fields of a row that say where a session stands in the calendar. */
export type RowFields = Omit<AgendaRow, 'id' | 'kind' | 'session' | 'token' | 'synced_at'>;

/** What became of the session, besides what is known of its event. */
export interface Standing {
  readonly state: NonNullable<AgendaRow['state']>;
  readonly event: string;
  readonly title: string;
  readonly agreed: Slot | null;
  readonly pending: Slot | null;
  readonly byHand: readonly string[];
  readonly chosen: string | null;
  readonly trouble: string | null;
}

/** The fields of the row of a session that stands so. */
export function rowFields(known: Known, standing: Standing): RowFields {
  const { agreed, pending } = standing;
  return {
    event: standing.event,
    state: standing.state,
    title: standing.title,
    ...(agreed === null ? noAgreement : agreedFields(agreed)),
    text: known.text,
    etag: known.etag,
    guests: known.guests.map(({ email, answer }) => `${answer} ${email}`),
    by_hand: standing.byHand,
    link: known.link,
    ...(pending === null ? nothingFound : foundFields(pending)),
    chosen: standing.chosen,
    trouble: standing.trouble,
  };
}

const noAgreement = { date: null, until: null, start_time: null, end_time: null, place: null };
const nothingFound = { found_date: null, found_until: null, found_start: null, found_end: null, found_place: null };

function agreedFields({ date, until, start, end, place }: Slot) {
  return { date, until, start_time: start, end_time: end, place };
}

function foundFields({ date, until, start, end, place }: Slot) {
  return { found_date: date, found_until: until, found_start: start, found_end: end, found_place: place };
}

/** True when the row says just that already. */
export function saysAlready(row: AgendaRow | null, fields: RowFields): boolean {
  if (row === null) return false;
  return Object.entries(fields).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(row[field as keyof AgendaRow]),
  );
}
