/** The views of the sidebar, in order: the first is the one it opens on. */
import type { SidebarView } from '../view.ts';
import { bookings } from './bookings.ts';
import { budget } from './budget.ts';
import { grants } from './grants.ts';
import { calendar } from './calendar.ts';
import { checks } from './checks.ts';
import { dues } from './dues.ts';
import { directory } from './directory.ts';
import { departures } from './departures.ts';
import { headcount } from './headcount.ts';
import { home } from './home.ts';
import { journal } from './journal.ts';
import { outbox } from './outbox.ts';
import { members } from './members.ts';
import { spaces } from './spaces.ts';
import { settings } from './settings.ts';
import { why } from './why.ts';
import { personalData } from './personal-data.ts';
import { registrations } from './registrations.ts';
import { rents } from './rents.ts';
import { programmes } from './programmes.ts';
import { sessions } from './sessions.ts';
import { surveys } from './surveys.ts';

/** Every view. */
export const views: readonly SidebarView[] = [
  // One per line: the first ones have their tab, the others stand under « Plus ».
  home,
  members,
  spaces,
  sessions,
  programmes,
  registrations,
  dues,
  departures,
  rents,
  surveys,
  directory,
  headcount,
  checks,
  budget,
  grants,
  calendar,
  bookings,
  outbox,
  personalData,
  settings,
  journal,
  why,
];
