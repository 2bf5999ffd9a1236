/** The bundle that clasp pushes keeps the calendar: from the sidebar and from the clock, in few calls. */
import { sessionTable } from '../../src/core/tables/session.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { killed } from '../../src/local/apps-script/index.ts';
import { answerInvitation } from '../../src/local/google/calendar/index.ts';
import { calendarWorkbook, seat, session } from '../support/calendar.ts';
import { scriptHost } from '../support/script.ts';
import type { ScriptHost } from '../support/script.ts';

jest.setTimeout(60_000);

const keep = ({ ask }: ScriptHost) => ask('keepCalendar', { known: null, seconds: 60 });
const tick = ({ script }: ScriptHost) => script.run('tick', [{}], { by: 'trigger' });
const started = () => scriptHost(calendarWorkbook([session(5)], [seat(1, 'SEA-0005')]));
const events = ({ google }: ScriptHost) =>
  google.calendars().calendars.flatMap(({ events: all }) => Object.values(all).map(({ resource }) => resource));

test('the calendar is made, then filled; what a guest answers comes back with the clock', () => {
  const host = started();
  expect(keep(host)).toMatchObject({ created: true, again: true });
  expect(keep(host)).toMatchObject({ added: 1, again: false, stopped: null });
  const [event] = events(host);
  expect(event).toMatchObject({ summary: 'Club 5', attendees: [{ email: 'p1@musique.example' }] });
  const place = { calendarId: host.google.calendars().calendars[0]?.id ?? '', eventId: event?.id ?? '' };
  const answer = { email: 'p1@musique.example', answer: 'declined' } as const;
  answerInvitation(host.google.calendars(), place, answer, Date.parse('2023-05-12T09:00:00Z'));
  tick(host);
  expect(readTable(registrationTable, host.workbook()[registrationTable.tab]).records).toMatchObject([
    { status: 'withdrawn', invitation: 'declined' },
  ]);
  expect(events(host)).toMatchObject([{ attendees: [] }]);
});

test('60 sessions of 10 guests, nothing changed, one guest more in 30 of them: few calls', () => {
  const sessions = Array.from({ length: 60 }, (_, index) => session(index + 1));
  const seats = sessions.flatMap(({ id }, index) =>
    Array.from({ length: 10 }, (_, guest) => seat(index * 10 + guest + 1, id)),
  );
  const host = scriptHost(calendarWorkbook(sessions, seats));
  expect(keep(host)).toMatchObject({ created: true });
  expect(host.script.store().triggers).toMatchObject([{ handler: 'tick', everyMinutes: 10 }]);
  const cost = (): number => {
    host.script.resetCalls();
    keep(host);
    return Object.values(host.script.calls()).reduce((sum, count) => sum + count, 0);
  };
  expect(cost()).toBeLessThanOrEqual(66);
  expect(cost()).toBeLessThanOrEqual(3);
  const more = sessions.slice(0, 30).map(({ id }, index) => seat(900 + index, id));
  const grid = changeTable(registrationTable, host.workbook()[registrationTable.tab], { put: more });
  const sheetId = host.snapshot().tabs.find(({ title }) => title === registrationTable.tab)?.sheetId;
  const rows = grid.slice(-30).map((row) => ({
    values: row.map((cell) => (typeof cell === 'string' ? { userEnteredValue: { stringValue: cell } } : {})),
  }));
  host.edit([{ appendCells: { sheetId, rows, fields: 'userEnteredValue' } }]);
  expect(cost()).toBeLessThanOrEqual(36);
  expect(events(host).filter(({ attendees }) => attendees?.length === 11)).toHaveLength(30);
});

test('killed at any call of the clock, then run again: one event, one invitation', () => {
  for (let at = 1; at <= 12; at += 2) {
    const host = started();
    keep(host);
    host.script.setFaults({
      afterCall: ({ n }) => {
        if (n === at) throw killed();
        return undefined;
      },
    });
    try {
      tick(host);
    } catch {
      // Killed: nothing of it is told.
    }
    host.script.setFaults({});
    tick(host);
    tick(host);
    expect([at, events(host).length]).toEqual([at, 1]);
    expect([at, host.google.calendars().notices.map(({ kind, to }) => `${kind} ${to}`)]).toEqual([
      at,
      ['invitation p1@musique.example'],
    ]);
  }
});

test('the sheet is left as it was', () => {
  const host = started();
  const before = host.workbook()[sessionTable.tab];
  keep(host);
  keep(host);
  expect(host.workbook()[sessionTable.tab]).toEqual(before);
});
