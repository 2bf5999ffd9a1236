/** The list of views that the sidebar can ask for. */
import type { View } from '../view.ts';
import { bookingsView } from './bookings.ts';
import { budgetView } from './budget.ts';
import { grantsView } from './grants.ts';
import { calendarView } from './calendar.ts';
import { checksView } from './checks.ts';
import { dossierView } from './dossier.ts';
import { duesView } from './dues.ts';
import { directoryView } from './directory.ts';
import { departuresView } from './departures.ts';
import { headcountView } from './headcount.ts';
import { homeView } from './home.ts';
import { journalView } from './journal.ts';
import { outboxView } from './outbox.ts';
import { membersView } from './members.ts';
import { personalDataView } from './personal-data.ts';
import { recordView } from './record.ts';
import { registrationsView } from './registrations.ts';
import { settingsView } from './settings.ts';
import { spacesView } from './spaces.ts';
import { whyView } from './why.ts';
import { rentsView } from './rents.ts';
import { programmesView } from './programmes.ts';
import { sessionsView } from './sessions.ts';
import { surveysView } from './surveys.ts';

/** Every view. */
export const views: readonly View[] = [
  // One per line: capabilities add theirs without touching each other’s.
  homeView,
  membersView,
  directoryView,
  headcountView,
  checksView,
  duesView,
  whyView,
  journalView,
  recordView,
  settingsView,
  spacesView,
  budgetView,
  grantsView,
  calendarView,
  bookingsView,
  outboxView,
  departuresView,
  rentsView,
  surveysView,
  sessionsView,
  programmesView,
  registrationsView,
  personalDataView,
  dossierView,
];

/** The view of that name, or null. */
export function viewNamed(name: string): View | null {
  return views.find((view) => view.name === name) ?? null;
}
