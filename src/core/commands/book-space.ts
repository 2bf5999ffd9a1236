/** Book the meeting room or the studio: refused when it is taken, with three other ways. */
import * as z from 'zod';
import { alternatives } from '../bookings/alternatives.ts';
import { bookingDesk, bookingTabs, clashes, minutesIn } from '../bookings/desk.ts';
import type { BookingDesk, Span } from '../bookings/desk.ts';
import { spanText } from '../bookings/words.ts';
import { defineCommand, refuse, wish } from '../command.ts';
import type { Wish } from '../command.ts';
import type { Day } from '../day.ts';
import { enumeration, euros, french, frenchDuration, quoted } from '../french.ts';
import { openTabs } from '../members/edits.ts';
import { memberId, tidy } from '../members/inputs.ts';
import { fold } from '../reading/values/text.ts';
import { timeInput } from '../sessions/inputs.ts';
import { typedTimes } from '../sessions/times.ts';
import { neededDay, shortText, wrongDay } from '../stays/inputs.ts';
import { bookingTable } from '../tables/booking.ts';
import type { Booking } from '../tables/booking.ts';

const input = z.object({
  /** One of the places of « Réglages ». */
  space: z.string().max(80).meta({ format: 'bookable' }),
  date: neededDay,
  start_time: timeInput,
  end_time: timeInput,
  member: memberId.nullable().optional(),
  person: shortText.optional(),
  purpose: shortText.optional(),
  /** Free for members unless said otherwise. */
  free: z.boolean().nullable().optional(),
});
type Input = z.infer<typeof input>;

/** « Réserver »: a row in « Réservations »; its free hours count for account 87. */
export const bookSpace = defineCommand({
  name: 'book-space',
  label: 'Réserver une salle',
  purpose: 'Réserve la salle de réunion ou le studio, si ni une séance ni une autre réservation ne l’occupe.',
  input,
  reads: () => bookingTabs,
  changes: () => [bookingTable.tab],
  decide: (state, asked, { today }) => {
    const desk = bookingDesk(state);
    const edits = openTabs(state, [bookingTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const span = spanOf(asked, desk, today);
    if (typeof span === 'string') return refuse(span);
    const whom = whomOf(asked, desk);
    if (typeof whom === 'string') return refuse(whom);
    const taken = clashes(desk.occupied, span);
    if (taken.length > 0)
      return refusedFor(
        desk,
        span,
        taken.map(({ what }) => what),
      );
    const free = asked.free ?? whom.member !== null;
    const id = edits.add(bookingTable, {
      space: span.space,
      date: span.date,
      start_time: span.start,
      end_time: span.end,
      ...whom,
      purpose: tidy(asked.purpose),
      status: 'booked',
      free,
      notes: null,
    });
    return wish({
      ...edits.wished(),
      summary: [
        french`${spanText(span)} : réservé pour ${quoted(whom.organisation ?? whom.person ?? '')}.`,
        free ? valued(desk, span) : 'Elle n’est pas gratuite : le prix est à convenir et à facturer à part.',
      ],
      details: { id },
    });
  },
});

type Whom = Pick<Booking, 'member' | 'organisation' | 'person'>;

/** Who books, or what to correct. */
function whomOf({ member: id = null, person: name }: Input, { members }: BookingDesk): Whom | string {
  const person = tidy(name);
  if (id === null)
    return person === null ? 'Dites pour qui : un adhérent, ou un nom.' : { member: null, organisation: null, person };
  const member = members.find((one) => one.id === id);
  if (member === undefined) return french`L’adhérent ${quoted(id)} n’est plus dans « Adhérents ».`;
  return { member: member.id, organisation: member.organisation, person };
}

function spanOf({ space, date, start_time, end_time }: Input, { spaces }: BookingDesk, today: Day): Span | string {
  const place = spaces.find((name) => fold(name) === fold(space.trim()));
  if (place === undefined)
    return french`${quoted(space)} n’est pas un lieu à réserver. Choisissez ${enumeration(spaces.map(quoted))}, ou complétez « Lieux à réserver » dans « Réglages ».`;
  const wrong = wrongDay({ Jour: date });
  if (wrong !== null || date.trim() === '') return wrong ?? 'Choisissez le jour.';
  if (date < today) return 'Ce jour est passé : choisissez un jour à venir.';
  const times = typedTimes({ start_time, end_time });
  if (!times.ok) return times.message;
  const { start_time: start, end_time: end } = times.value;
  if (start === null || end === null) return 'Dites de quelle heure à quelle heure.';
  return { space: place, date, start, end };
}

function refusedFor(desk: BookingDesk, span: Span, reasons: readonly string[]): Wish {
  const others = alternatives(span, desk.spaces, desk.occupied);
  const instead = others.length === 0 ? '' : french` À la place : ${others.map(spanText).join(' ; ')}.`;
  return refuse(french`${spanText(span)} : ${enumeration([...new Set(reasons)])}.${instead}`, {
    details: { alternatives: others },
  });
}

function valued({ hourValue }: BookingDesk, span: Span): string {
  const hour = hourValue(span.space);
  const length = frenchDuration(minutesIn(span));
  return hour === null
    ? french`Gratuite : ${length} de mise à disposition. Dites dans « Réglages » ce que vaut une heure pour la valoriser (compte 87).`
    : french`Gratuite : ${length} de mise à disposition, soit ${euros(Math.round((hour * minutesIn(span)) / 60))} au compte 87.`;
}
