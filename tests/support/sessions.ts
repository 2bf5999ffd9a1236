/** A small calendar for tests: programmes, sessions, people; and commands decided on it. */
import type { Command } from '../../src/core/command.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { blank } from '../../src/core/stays/desk.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import type { Member } from '../../src/core/tables/member.ts';
import { programmeTable } from '../../src/core/tables/programme.ts';
import type { Programme } from '../../src/core/tables/programme.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import type { Registration } from '../../src/core/tables/registration.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import type { Session } from '../../src/core/tables/session.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { stateFrom } from './workbook-of.ts';

/** What a calendar is made of: ids are given in order. */
export interface Calendar {
  readonly programmes?: readonly Partial<Programme>[];
  readonly sessions?: readonly Partial<Session>[];
  readonly people?: readonly Partial<Registration>[];
  readonly members?: readonly Partial<Member>[];
  readonly settings?: Readonly<Record<string, string>>;
}

const rows = <T extends Table>(table: T, records: readonly Partial<RecordOf<T>>[]) =>
  changeTable(table, undefined, {
    put: records.map((record, index) => ({
      ...blank(table, `${table.prefix}-${String(index + 1).padStart(4, '0')}`),
      ...record,
    })),
  });

/** The workbook of a calendar. */
export function calendarOf({
  programmes = [],
  sessions = [],
  people = [],
  members = [],
  settings = {},
}: Calendar): Workbook {
  return {
    [programmeTable.tab]: rows(programmeTable, programmes),
    [sessionTable.tab]: rows(sessionTable, sessions),
    [registrationTable.tab]: rows(registrationTable, people),
    [memberTable.tab]: rows(memberTable, members),
    [settingTable.tab]: rows(
      settingTable,
      Object.entries(settings).map(([key, value]) => ({ key, value })),
    ),
  };
}

/** The Club on the first Monday of each month. */
export const club: Partial<Programme> = {
  code: 'CLUB',
  name: 'Club MILA',
  mode: 'group',
  rhythm: 'monthly',
  month_rank: 'first',
  weekday: 'monday',
  start_time: '18:00',
  end_time: '20:00',
  place: 'Salle de réunion',
  capacity: 25,
  networks: ['MAP'],
  holiday_policy: 'next_same_weekday',
};

/** No break at all, so that every month has its day. */
export const NO_BREAKS = {
  summer_break_from: '01/01',
  summer_break_until: '01/01',
  winter_break_from: '31/12',
  winter_break_until: '31/12',
};

/** Decides a command and carries it out, mails included. */
export function carry(workbook: Workbook, command: Command, input: unknown, today = '2023-05-12') {
  const reads = command.reads(input);
  const seen = Object.fromEntries(Object.entries(workbook).filter(([tab]) => reads === 'all' || reads.includes(tab)));
  const decision = decide(command, stateFrom([], seen), { input, moment: { today, time: '10:00' } });
  const { outbox } = decision.wish;
  const after: Workbook = {
    ...workbook,
    ...afterPlan(seen, decision.plan),
    ...(outbox.length > 0
      ? { [outboxTable.tab]: changeTable(outboxTable, workbook[outboxTable.tab], { put: outbox }) }
      : {}),
  };
  return {
    ...decision,
    after,
    outbox,
    refusal: decision.wish.refusal,
    summary: decision.wish.summary.join('\n'),
    programmes: readTable(programmeTable, after[programmeTable.tab]).records,
    sessions: readTable(sessionTable, after[sessionTable.tab]).records,
    people: readTable(registrationTable, after[registrationTable.tab]).records,
  };
}
