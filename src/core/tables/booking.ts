/** « Réservations »: who has the meeting room or the studio, and when. */
import type { RecordOf, Table } from '../table.ts';

/** One row per booking; one that was called off stays. */
export const bookingTable = {
  name: 'booking',
  tab: 'Réservations',
  purpose: 'Une réservation de la salle de réunion ou du studio.',
  prefix: 'RES',
  columns: [
    { field: 'id', header: 'N°', type: 'id' },
    { field: 'space', header: 'Lieu', type: 'text', width: 150 },
    { field: 'date', header: 'Date', type: 'date' },
    { field: 'start_time', header: 'Début', type: 'time' },
    { field: 'end_time', header: 'Fin', type: 'time' },
    { field: 'member', header: 'N° d’adhérent', type: 'text', width: 100 },
    { field: 'organisation', header: 'Structure', type: 'text', width: 200 },
    { field: 'person', header: 'Pour qui', type: 'text', width: 160 },
    { field: 'purpose', header: 'Objet', type: 'text', width: 220 },
    {
      field: 'status',
      header: 'État',
      type: 'choice',
      width: 110,
      choices: { booked: 'réservée', cancelled: 'annulée' },
    },
    {
      field: 'free',
      header: 'Gratuite',
      type: 'yes_no',
      help: '« oui » : ses heures sont comptées comme une mise à disposition gratuite (compte 87).',
    },
    { field: 'notes', header: 'Remarques', type: 'text', width: 200 },
  ],
} as const satisfies Table;

/** A row of « Réservations ». */
export type Booking = RecordOf<typeof bookingTable>;
