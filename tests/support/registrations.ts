/** Sessions, members and answers as tests about registrations want them. */
import { emptyValue } from '../../src/core/cells.ts';
import { recordAnswers } from '../../src/core/commands/record-answers.ts';
import type { Command, Moment } from '../../src/core/command.ts';
import { afterPlan } from '../../src/core/plan.ts';
import { decide } from '../../src/core/preview.ts';
import type { Decision } from '../../src/core/preview.ts';
import { changeTable, readTable } from '../../src/core/records.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';
import type { AnswerInput } from '../../src/core/registrations/answers.ts';
import type { RecordOf, Table } from '../../src/core/table.ts';
import { memberTable } from '../../src/core/tables/member.ts';
import { registrationTable } from '../../src/core/tables/registration.ts';
import type { Registration } from '../../src/core/tables/registration.ts';
import { sessionTable } from '../../src/core/tables/session.ts';
import type { Session } from '../../src/core/tables/session.ts';
import { settingTable } from '../../src/core/tables/setting.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { stateFrom } from './workbook-of.ts';

/** A record with nothing in it but those fields. */
export function recordWith<T extends Table>(table: T, fields: Partial<RecordOf<T>>): RecordOf<T> {
  const empty = Object.fromEntries(table.columns.map((column) => [column.field, emptyValue(column)]));
  return { ...empty, ...fields } as RecordOf<T>;
}

/** The club of 15 May 2023, of two seats. */
export const club: Partial<Session> = {
  id: 'SEA-0001',
  date: '2023-05-15',
  start_time: '18:00',
  title: 'Club MILA',
  place: 'salle de réunion',
  status: 'planned',
  capacity: 2,
};

/** Members A, B, C… with the address « a@a.example ». */
export const memberNames = ['Alto', 'Basse', 'Caisse', 'Diapason', 'Écho'];

/** A workbook with those sessions, five members and settings by key; mails leave without being read. */
export function registrationWorkbook(
  sessions: readonly Partial<Session>[] = [club],
  settings: Readonly<Record<string, string>> = {},
): Workbook {
  const members = memberNames.map((organisation, index) =>
    recordWith(memberTable, {
      id: `ADH-000${String(index + 1)}`,
      organisation,
      email: addressOf(organisation),
    }),
  );
  const rules = Object.entries({ association: 'MILA', drafts_only: 'non', ...settings }).map(([key, value], index) =>
    recordWith(settingTable, { id: `REG-000${String(index + 1)}`, label: key, key, value }),
  );
  return {
    [memberTable.tab]: changeTable(memberTable, undefined, { put: members }),
    [sessionTable.tab]: changeTable(sessionTable, undefined, {
      put: sessions.map((session) => recordWith(sessionTable, session)),
    }),
    [settingTable.tab]: changeTable(settingTable, undefined, { put: rules }),
  };
}

/** The address of a member of `registrationWorkbook`. */
export function addressOf(organisation: string): string {
  const name = organisation
    .normalize('NFD')
    .replace(/[^a-z]/giu, '')
    .toLowerCase();
  return `${name}@${name}.example`;
}

let count = 0;

/** « oui » or « non » of a member to the club, at that time of 10 May 2023; anything else as told. */
export function answer(who: string, wish: 'oui' | 'non', time: string, parts: Partial<AnswerInput> = {}): AnswerInput {
  count += 1;
  return {
    response: `r${String(count)}`,
    submitted_at: `2023-05-10T${time}:00.000Z`,
    at: `2023-05-10 ${time}:00`,
    session: 'SEA-0001 · Club MILA · 2 places',
    wish: wish === 'oui' ? 'Oui, je viens' : 'Non, je ne peux pas / plus venir',
    name: `Claude ${who}`,
    email: addressOf(who),
    organisation: who,
    network: '',
    message: '',
    ...parts,
  };
}

/** A decision with the workbook once it is carried out, mails included. */
export interface Ran extends Decision {
  readonly after: Workbook;
  readonly mails: readonly OutboxRow[];
}

/** Carries out a command, 10 May 2023 at noon unless told. */
export function carryOut(
  command: Command,
  workbook: Workbook,
  input: unknown,
  moment: Moment = { today: '2023-05-10', time: '12:00' },
): Ran {
  const state = stateFrom([], workbook);
  const decision = decide(command, state, { input, moment });
  const planned = afterPlan(state.workbook, decision.plan);
  const mails = decision.wish.outbox;
  const outbox = changeTable(outboxTable, planned[outboxTable.tab], { put: mails });
  return { ...decision, mails, after: mails.length > 0 ? { ...planned, [outboxTable.tab]: outbox } : planned };
}

/** Takes answers in. */
export function received(workbook: Workbook, answers: readonly AnswerInput[], moment?: Moment): Ran {
  return carryOut(recordAnswers, workbook, { responses: answers }, moment);
}

/** The registrations of a workbook. */
export function registrationsIn(workbook: Workbook): readonly Registration[] {
  return readTable(registrationTable, workbook[registrationTable.tab]).records;
}

/** « Alto : inscrit·e » of each registration, in the order of the tab. */
export function standings(workbook: Workbook): string[] {
  return registrationsIn(workbook).map(({ organisation, status }) => `${organisation ?? '?'} ${status ?? '?'}`);
}
