/** Making the calendar that she asked for, once: whoever makes it says so first. */
import type { Steps } from '../asks.ts';
import type { Moment } from '../command.ts';
import { readTabs, stateOf } from '../read-tabs.ts';
import { readTable } from '../records.ts';
import { agendaTable, calendarRow } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import type { CalendarSteps } from './asks.ts';
import { minutesSince } from './minutes.ts';
import { writeDown } from './record.ts';

const TAB = [agendaTable.tab];
/** After that long, a run that began to make the calendar did not live to say which. */
const PATIENCE = 15;
const DESCRIPTION = 'Les séances de l’association, tenues à jour par Régie.';

/** Makes the calendar and writes down which it is; false when another run is at it. */
export function* createCalendar(
  { title }: AgendaRow,
  known: readonly string[] | null,
  moment: Moment,
): CalendarSteps<boolean> {
  const claimed = (yield { do: 'locked', steps: claim(known, moment) }) as { readonly result: boolean } | null;
  if (claimed?.result !== true) return false;
  const answer = yield { do: 'createCalendar', title: title ?? 'Séances', description: DESCRIPTION };
  const { id } = (answer ?? {}) as { id?: unknown }; // Checked at once.
  if (typeof id !== 'string') throw new TypeError('Cannot keep the new calendar: it has no id, one is wanted');
  const record = { rows: new Map(), answers: [], calendar: { event: id, state: 'ready' as const, trouble: null } };
  for (let tries = 0; tries < 6; tries += 1)
    if ((yield { do: 'locked', steps: writeDown(record, known, moment) }) !== null) return true;
  return false;
}

/** Says that the calendar is being made; false when it is made, or another run began to a short while ago. */
function* claim(known: readonly string[] | null, moment: Moment): Steps<boolean> {
  const state = stateOf(yield* readTabs(TAB, false, known), TAB);
  const row = calendarRow(
    readTable(agendaTable, state.workbook[agendaTable.tab], state.shown[agendaTable.tab]).records,
  );
  if (row === null || row.event !== null) return false;
  if (row.state === 'creating' && minutesSince(row.synced_at, moment) < PATIENCE) return false;
  return yield* writeDown({ rows: new Map(), answers: [], calendar: { state: 'creating' } }, known, moment);
}
