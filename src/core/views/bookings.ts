/** « Réservations »: what is booked from today on, and what the free hours of the year are worth. */
import { bookingDesk, bookingTabs, minutesIn } from '../bookings/desk.ts';
import type { BookingDesk, Span } from '../bookings/desk.ts';
import { spanText } from '../bookings/words.ts';
import { euros, frenchDuration } from '../french.ts';
import { bookingTable } from '../tables/booking.ts';
import type { Booking } from '../tables/booking.ts';
import type { View } from '../view.ts';

/** A booking to come. */
export interface BookingItem {
  readonly id: string;
  readonly when: string;
  readonly who: string;
  readonly purpose: string | null;
  readonly free: boolean;
}

/** The free hours of a place in the year. */
export interface FreeHours {
  readonly space: string;
  /** « 12 h 30 ». */
  readonly hours: string;
  /** « 500 € »; null where an hour's value was not said. */
  readonly value: string | null;
}

/** The answer of the view « bookings ». */
export interface BookingsView {
  readonly tab: string;
  readonly spaces: readonly string[];
  readonly bookings: readonly BookingItem[];
  readonly year: string;
  readonly free: readonly FreeHours[];
  readonly members: readonly { readonly value: string; readonly label: string }[];
}

/** The view « bookings ». */
export const bookingsView: View = {
  name: 'bookings',
  reads: bookingTabs,
  view: (state, _input, { today }): BookingsView => {
    const desk = bookingDesk(state);
    const booked = desk.bookings.flatMap((booking) => {
      const span = spanOf(booking);
      return span === null || booking.status === 'cancelled' ? [] : [{ booking, span }];
    });
    const year = today.slice(0, 4);
    return {
      tab: bookingTable.tab,
      spaces: desk.spaces,
      bookings: booked
        .filter(({ span }) => span.date >= today)
        .sort((a, b) => `${a.span.date}${a.span.start}`.localeCompare(`${b.span.date}${b.span.start}`))
        .map(({ booking, span }) => ({
          id: booking.id,
          when: spanText(span),
          who: booking.organisation ?? booking.person ?? '',
          purpose: booking.purpose,
          free: booking.free === true,
        })),
      year,
      free: freeHours(
        desk,
        booked
          .filter(({ booking, span }) => booking.free === true && span.date.startsWith(year))
          .map(({ span }) => span),
      ),
      members: memberChoices(desk),
    };
  },
};

/** Members who are there, by name; those of the same name are told apart by their numbers. */
function memberChoices({ members }: BookingDesk): BookingsView['members'] {
  const present = members.filter(({ merged_into: merged, left_on: left }) => merged === null && left === null);
  const names = present.map(({ organisation }) => organisation);
  return present.map(({ id, organisation: name }) => ({
    value: id,
    label: name !== null && names.indexOf(name) === names.lastIndexOf(name) ? name : `${name ?? ''} (${id})`.trim(),
  }));
}

function spanOf({ space, date, start_time: start, end_time: end }: Booking): Span | null {
  if (space === null || date === null || start === null || end === null || end <= start) return null;
  return { space, date, start, end };
}

function freeHours({ hourValue }: BookingDesk, spans: readonly Span[]): FreeHours[] {
  const spaces = [...new Set(spans.map(({ space }) => space))];
  return spaces.map((space) => {
    const minutes = spans.filter((span) => span.space === space).reduce((sum, span) => sum + minutesIn(span), 0);
    const hour = hourValue(space);
    return {
      space,
      hours: frenchDuration(minutes),
      value: hour === null ? null : euros(Math.round((hour * minutes) / 60)),
    };
  });
}
