/** Call a booking off: its row stays, the place is free again. */
import * as z from 'zod';
import { defineCommand, refuse, wish } from '../command.ts';
import { french, frenchDate, quoted } from '../french.ts';
import { openTabs } from '../members/edits.ts';
import { tidy } from '../members/inputs.ts';
import { idText, shortText } from '../stays/inputs.ts';
import { bookingTable } from '../tables/booking.ts';

const input = z.object({ id: idText('RES'), notes: shortText.optional() });

/** « Annuler la réservation ». */
export const cancelBooking = defineCommand({
  name: 'cancel-booking',
  label: 'Annuler la réservation',
  purpose: 'Annule une réservation : le lieu est de nouveau libre.',
  input,
  reads: () => [bookingTable.tab],
  changes: () => [bookingTable.tab],
  decide: (state, { id, notes }, { today }) => {
    const edits = openTabs(state, [bookingTable]);
    if (edits.obstacle !== null) return refuse(edits.obstacle);
    const booking = edits.find(bookingTable, id);
    if (booking === null) return refuse(french`La réservation ${quoted(id)} n’est plus dans « Réservations ».`);
    const name = french`${booking.space ?? 'Lieu à préciser'}, ${booking.date === null ? 'sans date' : frenchDate(booking.date)}`;
    if (booking.status === 'cancelled')
      return wish({ summary: [french`${name} : cette réservation est déjà annulée.`] });
    if (booking.date !== null && booking.date < today)
      return refuse(
        french`${name} : cette réservation est passée. Si personne n’est venu, corrigez sa ligne dans « Réservations ».`,
      );
    const why = tidy(notes);
    edits.set(bookingTable, id, { status: 'cancelled', ...(why === null ? {} : { notes: why }) });
    return wish({
      ...edits.wished(),
      summary: [
        french`${name} : la réservation de ${quoted(booking.organisation ?? booking.person ?? '')} est annulée.`,
      ],
    });
  },
});
