/** The sixty answers of the fixture end in the right seats, queue and mails, at once or one by one. */
import { readFileSync } from 'node:fs';
import { recordAnswers } from '../../../src/core/commands/record-answers.ts';
import { changeTable, readTable } from '../../../src/core/records.ts';
import type { AnswerInput } from '../../../src/core/registrations/answers.ts';
import { holdsSeat } from '../../../src/core/registrations/seats.ts';
import { answerTable } from '../../../src/core/tables/answer.ts';
import type { Registration } from '../../../src/core/tables/registration.ts';
import { sessionTable } from '../../../src/core/tables/session.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { adopted } from '../../support/adoption.ts';
import { carryOut, recordWith, registrationsIn } from '../../support/registrations.ts';
import { sourceFromXlsx } from '../../support/source-from-xlsx.ts';

interface Fixture {
  readonly sessions: readonly {
    readonly id: string;
    readonly programme: string;
    readonly title: string;
    readonly starts_at: string;
    readonly capacity: number;
    readonly open_to_networks: readonly string[];
    readonly one_per_organisation: boolean;
  }[];
  readonly responses: readonly {
    readonly id: string;
    readonly submitted_at: string;
    readonly session: string;
    readonly answers: Readonly<Record<string, string>>;
  }[];
  readonly expected: {
    readonly by_session: Readonly<Record<string, Readonly<Record<string, readonly string[] | number>>>>;
    readonly by_answer: Readonly<Record<string, { readonly organisation: string | null; readonly result: string }>>;
  };
}

const fixture = JSON.parse(readFileSync('tests/fixtures/rsvps.json', 'utf8')) as Fixture;
const FIRST = 901;
const idOf = (session: string) => `SEA-0${String(FIRST + Number(session.slice(1)))}`;
const moment = { today: '2023-05-11', time: '18:00' };
let workbook: Workbook;

beforeAll(async () => {
  const { made } = adopted(await sourceFromXlsx('src/local/sample/mila-2023.xlsx'));
  const sessions = fixture.sessions.map((session) =>
    recordWith(sessionTable, {
      ...{ id: idOf(session.id), programme: session.programme, title: session.title, status: 'planned' },
      ...{ date: session.starts_at.slice(0, 10), start_time: session.starts_at.slice(11, 16) },
      ...{ capacity: session.capacity, networks: session.open_to_networks },
      one_per_organisation: session.one_per_organisation,
    }),
  );
  workbook = {
    ...made,
    [sessionTable.tab]: changeTable(sessionTable, made[sessionTable.tab], { put: sessions }),
    Réglages: (made['Réglages'] ?? []).map((row) => row.map((cell) => cell)),
  };
}, 60_000);

function inputOf({ id, submitted_at: at, session, answers }: Fixture['responses'][number]): AnswerInput {
  const said = (title: string) => answers[title] ?? '';
  return {
    ...{ response: id, submitted_at: at, at: at.slice(0, 19).replace('T', ' ') },
    ...{ session: `${idOf(session)} · autre texte`, wish: said('Je participe'), name: said('Nom et prénom') },
    ...{ email: said('E-mail'), organisation: said('Structure'), network: said('Réseau (si non adhérent)') },
    message: said('Message'),
  };
}

/** What the fixture calls each set, from what the workbook holds. */
function outcomeOf(after: Workbook, session: string): Record<string, readonly string[]> {
  const responses = new Map(readTable(answerTable, after[answerTable.tab]).records.map((one) => [one.id, one]));
  const rows = registrationsIn(after).filter((row) => row.session === idOf(session));
  const answersOf = (some: readonly Registration[]) =>
    some.map(({ answer }) => responses.get(answer ?? '')?.response ?? '').sort();
  const outcome = (name: string) =>
    rows.filter((row) => responses.get(row.answer ?? '')?.outcome === name && !holdsSeat(row));
  return {
    confirmed: answersOf(rows.filter(holdsSeat)),
    waitlisted: answersOf(rows.filter(({ status }) => status === 'waiting')),
    declined: answersOf(rows.filter(({ status }) => status === 'withdrawn')),
    to_verify: answersOf(rows.filter(({ status }) => status === 'to_verify')),
    not_eligible: answersOf(outcome('network_closed')),
    same_organisation: answersOf(outcome('same_organisation')),
    late: [...responses.values()]
      .filter((one) => one.outcome === 'late' && one.session === idOf(session))
      .map(({ response }) => response ?? ''),
  };
}

function expectFixture(after: Workbook): void {
  for (const { id } of fixture.sessions) {
    const expected = fixture.expected.by_session[id] ?? {};
    const found = outcomeOf(after, id);
    expect({ id, ...found }).toEqual({
      id,
      ...Object.fromEntries(Object.keys(found).map((key) => [key, expected[key]])),
    });
  }
}

test('all at once, in any order of delivery', () => {
  const answers = [...fixture.responses].reverse().map(inputOf);
  const ran = carryOut(recordAnswers, workbook, { responses: answers }, moment);
  expectFixture(ran.after);
  const responses = readTable(answerTable, ran.after[answerTable.tab]).records;
  const organisations = registrationsIn(ran.after).flatMap(({ answer, organisation, member }) => {
    const response = responses.find(({ id }) => id === answer)?.response;
    return response === undefined || response === null || member === null ? [] : [[response, organisation] as const];
  });
  for (const [response, organisation] of organisations)
    expect([response, organisation]).toEqual([response, fixture.expected.by_answer[response]?.organisation]);
  // Each person is told where they stand, once per session.
  expect(new Set(ran.mails.map(({ key }) => key)).size).toBe(ran.mails.length);
  const told = (template: string) => ran.mails.filter((mail) => mail.template === template).length;
  expect({
    seat: told('registration-seat') + told('registration-freed'),
    waiting: told('registration-waiting'),
    withdrawn: told('registration-withdrawn'),
    refused: told('registration-refused'),
  }).toEqual({ seat: 40, waiting: 6, withdrawn: 2, refused: 4 });
});

test('one by one, each delivered twice', () => {
  let now = workbook;
  for (const response of fixture.responses) {
    const [today = '', time = ''] = response.submitted_at.slice(0, 16).split('T');
    const input = { responses: [inputOf(response)] };
    now = carryOut(recordAnswers, now, input, { today, time }).after;
    const again = carryOut(recordAnswers, now, input, { today, time });
    expect(again.preview.state).toBe('nothing');
  }
  expectFixture(now);
});
