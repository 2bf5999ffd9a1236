/** Writing down what a run came to: rows of « Régie · agenda » and the answers of guests, in one batch under the lock. */
import type { Steps } from '../asks.ts';
import type { Moment, State } from '../command.ts';
import { french } from '../french.ts';
import { frenchDay } from '../day.ts';
import { journalTable } from '../journal.ts';
import { openTabs } from '../members/edits.ts';
import { planOf } from '../plan.ts';
import { readTabs, stateOf, titleOf } from '../read-tabs.ts';
import type { TabsReading } from '../read-tabs.ts';
import { holdsSeat } from '../registrations/seats.ts';
import { requestsOf, sheetIdOf } from '../requests.ts';
import { nextRevision } from '../revision.ts';
import { agendaTable, calendarRow } from '../tables/agenda.ts';
import type { AgendaRow } from '../tables/agenda.ts';
import { registrationTable } from '../tables/registration.ts';
import type { Registration } from '../tables/registration.ts';
import type { GuestAnswer } from './content.ts';
import type { RowFields } from './known.ts';
import { eventRows } from './wanted.ts';

/** An answer that came back from the calendar. */
export interface Answered {
  readonly registrations: readonly string[];
  readonly answer: GuestAnswer;
}

/** What is to be written down. */
export interface Outcome {
  /** By session. */
  readonly rows: ReadonlyMap<string, RowFields>;
  readonly answers: readonly Answered[];
  /** What changes in the row of the calendar itself. */
  readonly calendar: Partial<Pick<AgendaRow, 'event' | 'state' | 'token' | 'trouble'>>;
}

const TABS = [agendaTable.tab, registrationTable.tab];

/** Writes it on the workbook as it is by now; false when a tab lost a column, so that nothing can be written. */
export function* writeDown(record: Outcome, known: readonly string[] | null, moment: Moment): Steps<boolean> {
  const reading = yield* readTabs(TABS, false, known);
  const state = stateOf(reading, TABS);
  const edits = openTabs(state, [agendaTable, registrationTable]);
  if (edits.obstacle !== null || state.workbook[agendaTable.tab] === undefined) return false;
  const rows = edits.records(agendaTable);
  const calendar = calendarRow(rows);
  if (calendar === null) return true;
  const synced_at = `${moment.today} ${moment.time}`;
  edits.set(agendaTable, calendar.id, { ...record.calendar, synced_at });
  const bySession = eventRows(rows);
  for (const [session, fields] of record.rows) {
    const row = bySession.get(session);
    if (row === undefined) edits.add(agendaTable, { kind: 'event', session, token: null, synced_at, ...fields });
    else edits.set(agendaTable, row.id, fields);
  }
  for (const { registrations, answer } of record.answers)
    for (const id of registrations) {
      const found = edits.find(registrationTable, id);
      if (found !== null) edits.set(registrationTable, id, answerFields(found, answer, moment));
    }
  yield { do: 'batchUpdate', requests: batchOf(reading, state, edits.wished().tabs) };
  return true;
}

/** « Non » gives the seat back, if nothing else was noted since. */
function answerFields(row: Registration, answer: GuestAnswer, { today }: Moment): Partial<Registration> {
  const invitation = answer === 'needsAction' ? null : answer;
  if (answer !== 'declined' || !holdsSeat(row) || row.status === 'present' || row.status === 'absent')
    return { invitation };
  const why = french`A répondu « Non » à l’invitation de l’agenda (${frenchDay(today)}).`;
  return { invitation, status: 'withdrawn', why };
}

function batchOf(
  reading: TabsReading,
  { workbook }: State,
  tabs: ReturnType<ReturnType<typeof openTabs>['wished']>['tabs'],
) {
  const { snapshot } = reading;
  const titled = <T>(by: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(by).map(([tab, value]) => [titleOf(reading, tab), value]));
  const plan = planOf(titled(workbook), titled(tabs));
  const sheet = (tab: string) => snapshot.tabs.find(({ title }) => title === titleOf(reading, tab))?.sheetId;
  const mark = nextRevision(snapshot, sheet(journalTable.tab) ?? sheet(agendaTable.tab) ?? sheetIdOf(agendaTable.tab));
  return [...mark.before, ...requestsOf(snapshot, plan, {}), ...mark.after];
}
