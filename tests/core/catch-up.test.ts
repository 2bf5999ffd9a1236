/** Sending « Envois »: killed anywhere and run again, each mail leaves at most once and none is silently lost. */
import { sendMails } from '../../src/core/catch-up.ts';
import type { MailAsk, MailReport, Sent } from '../../src/core/catch-up.ts';
import { outboxTable } from '../../src/core/outbox.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';
import { readTable } from '../../src/core/records.ts';
import { drive, GoogleRefused } from '../../src/core/shell.ts';
import type { Ask } from '../../src/core/shell.ts';
import type { OutgoingMail } from '../../src/core/mails/sending.ts';
import { localHost } from '../support/local-host.ts';
import { mailWorkbook, outboxRow } from '../support/mails.ts';

const START = Date.parse('2023-05-12T08:30:00Z');

class Killed extends Error {}

/** An office that sends: its mails, its clock, its quota, and what may go wrong around each call. */
function office(rows: readonly OutboxRow[], settings: Record<string, string> = { mail_reserve: '0' }) {
  const host = localHost(mailWorkbook(rows, settings));
  const it = {
    host,
    sent: [] as OutgoingMail[],
    now: START,
    quota: 1000,
    /** Counts calls of services; may throw. */
    around: (_when: 'before' | 'after', _call: string): void => undefined,
    answer: (_mail: OutgoingMail): Sent => ({ outcome: 'sent' }),
    locked: false,
    run: (budget = 270_000): MailReport => drive(sendMails({ known: null, budget }), perform),
    rows: () => readTable(outboxTable, host.workbook()[outboxTable.tab]).records,
    statuses: () => it.rows().map(({ status }) => status),
  };
  const call = <T>(name: string, work: () => T): T => {
    it.around('before', name);
    const result = work();
    it.around('after', name);
    return result;
  };
  const perform = (ask: Ask | MailAsk): unknown => {
    switch (ask.do) {
      case 'today':
        return '2023-05-12';
      case 'clock':
        return it.now;
      case 'quota':
        return call('quota', () => it.quota);
      case 'send':
        return call('send', () => {
          const sent = it.answer(ask.mail);
          if (sent.outcome === 'sent') it.sent.push(ask.mail);
          return sent;
        });
      case 'locked':
        if (it.locked) return null;
        return {
          result: host.run(
            (function* () {
              const steps = ask.steps;
              let step = steps.next();
              while (!step.done) {
                const asked = step.value;
                it.around('before', asked.do);
                let answer: unknown;
                try {
                  answer = yield asked;
                } catch (error) {
                  step = steps.throw(error);
                  continue;
                }
                it.around('after', asked.do);
                step = steps.next(answer);
              }
              return step.value;
            })(),
          ),
        };
      case 'get':
      case 'batchUpdate':
        throw new Error('Cannot read or write outside the lock');
    }
  };
  return it;
}

const waiting = (count: number) => Array.from({ length: count }, (_, index) => outboxRow(index + 1, 'waiting'));

test('what waits is sent once, in order, with the association as its sender, and nothing else', () => {
  const it = office([outboxRow(1, 'draft'), outboxRow(2, 'waiting'), outboxRow(3, 'sent'), outboxRow(4, 'waiting')], {
    association: 'MILA',
    reply_to: 'bonjour@mila.example',
  });
  expect(it.run()).toEqual({ sent: 2, refused: 0, uncertain: 0, withdrawn: 0, left: 0, stopped: null });
  expect(it.sent).toMatchObject([
    { to: 'membre2@maree.example', subject: 'Votre cotisation 2', senderName: 'MILA', replyTo: 'bonjour@mila.example' },
    { to: 'membre4@maree.example' },
  ]);
  expect(it.sent[0]?.html).toContain('n’est pas réglée');
  expect(it.statuses()).toEqual(['draft', 'sent', 'sent', 'sent']);
  expect(it.run()).toMatchObject({ sent: 0, left: 0 });
  expect(it.sent).toHaveLength(2);
});

test('120 mails are claimed in groups: three calls for each group besides the sendings', () => {
  const it = office(waiting(120));
  const calls: string[] = [];
  it.around = (when, name) => {
    if (when === 'before' && name !== 'send') calls.push(name);
  };
  expect(it.run()).toMatchObject({ sent: 120, left: 0 });
  expect(calls.filter((name) => name === 'batchUpdate')).toHaveLength(4);
  expect(new Set(it.sent.map(({ to }) => to)).size).toBe(120);
});

test('killed before or after any call, then run again: at most once, and none is silently lost', () => {
  const total = countCalls();
  for (let at = 1; at <= total; at += 1) {
    for (const when of ['before', 'after'] as const) {
      const it = office([...waiting(3), { ...outboxRow(4, 'waiting'), to: 'personne' }]);
      let calls = 0;
      it.around = (moment) => {
        if (moment === 'before') calls += 1;
        // A dead run does nothing more, whatever it would catch.
        if (calls > at || (moment === when && calls === at)) throw new Killed();
      };
      expect(() => it.run()).toThrow(Killed);
      it.around = () => undefined;
      // At once, another run leaves alone what may still be at work; ten minutes later it is told apart.
      it.run();
      it.now += 11 * 60_000;
      it.run();
      const counts = new Map<string, number>();
      for (const { to } of it.sent) counts.set(to, (counts.get(to) ?? 0) + 1);
      for (const row of it.rows().slice(0, 3)) {
        const left = counts.get(row.to ?? '') ?? 0;
        expect([when, at, row.id, left <= 1]).toEqual([when, at, row.id, true]);
        expect(row.status === 'sent' ? left === 1 : row.status === 'uncertain').toBe(true);
      }
      expect(it.rows()[3]?.status).toBe('refused');
    }
  }
});

function countCalls(): number {
  const it = office([...waiting(3), { ...outboxRow(4, 'waiting'), to: 'personne' }]);
  let calls = 0;
  it.around = (when) => {
    if (when === 'before') calls += 1;
  };
  it.run();
  return calls;
}

test('a second run that starts while the first one sends takes nothing of it', () => {
  const it = office(waiting(60));
  let nested: MailReport | null = null;
  it.answer = () => {
    if (it.sent.length === 5 && nested === null) {
      nested = { sent: 0, refused: 0, uncertain: 0, withdrawn: 0, left: 0, stopped: null };
      nested = it.run();
    }
    return { outcome: 'sent' };
  };
  const first = it.run();
  expect(nested).toMatchObject({ sent: 10 });
  expect(first.sent).toBe(50);
  expect(new Set(it.sent.map(({ to }) => to)).size).toBe(60);
  expect(it.sent).toHaveLength(60);
  expect(new Set(it.statuses())).toEqual(new Set(['sent']));
});

test('the day’s quota, its reserve kept: the rest waits and she is told', () => {
  const it = office(waiting(30), { mail_reserve: '10' });
  it.quota = 25;
  expect(it.run()).toEqual({ sent: 15, refused: 0, uncertain: 0, withdrawn: 0, left: 15, stopped: 'quota' });
  it.quota = 10;
  expect(it.run()).toMatchObject({ sent: 0, left: 15, stopped: 'quota' });
  it.quota = 100;
  expect(it.run()).toMatchObject({ sent: 15, left: 0, stopped: null });
});

test('Google says that the day is over in the middle: what was not tried waits, nothing is lost', () => {
  const it = office(waiting(5));
  it.answer = () =>
    it.sent.length < 2 ? { outcome: 'sent' } : { outcome: 'untried', reason: 'demain', stop: 'quota' };
  expect(it.run()).toMatchObject({ sent: 2, left: 3, stopped: 'quota' });
  expect(it.statuses()).toEqual(['sent', 'sent', 'waiting', 'waiting', 'waiting']);
});

test('time is over: what is claimed and not sent waits again', () => {
  const it = office(waiting(10));
  it.answer = () => {
    it.now += 20_000;
    return { outcome: 'sent' };
  };
  expect(it.run(60_000)).toMatchObject({ sent: 3, left: 7, stopped: 'time' });
  expect(it.run()).toMatchObject({ sent: 7, left: 0, stopped: null });
  expect(new Set(it.sent.map(({ to }) => to)).size).toBe(10);
});

test('one wrong address does not keep the others; no answer asks her, and three in a row stop the run', () => {
  const it = office(waiting(6));
  it.answer = ({ to }) =>
    to.startsWith('membre1') ? { outcome: 'refused', reason: 'inconnue' } : { outcome: 'uncertain', reason: '?' };
  expect(it.run()).toMatchObject({ sent: 0, refused: 1, uncertain: 3, left: 2, stopped: 'trouble' });
  expect(it.statuses()).toEqual(['refused', 'uncertain', 'uncertain', 'uncertain', 'waiting', 'waiting']);
});

test('another action of Régie holds on: nothing is taken', () => {
  const it = office(waiting(2));
  it.locked = true;
  expect(it.run()).toMatchObject({ sent: 0, stopped: 'busy' });
  expect(it.statuses()).toEqual(['waiting', 'waiting']);
});

test('a batch whose answer is lost is read back: its claims are sent, once', () => {
  const it = office(waiting(3));
  let lost = 0;
  it.host.after = (ask) => {
    if (ask.do === 'batchUpdate' && (lost += 1) % 2 === 1) throw new Error('Empty response');
  };
  expect(it.run()).toMatchObject({ sent: 3, left: 0 });
  expect(it.sent).toHaveLength(3);
  expect(it.statuses()).toEqual(['sent', 'sent', 'sent']);
});

test('a batch refused because someone wrote meanwhile is computed again', () => {
  const it = office(waiting(3));
  let refused = false;
  it.host.before = (ask) => {
    if (ask.do !== 'batchUpdate' || refused) return;
    refused = true;
    throw new GoogleRefused(400, 'No named range with id: regie_rev_1');
  };
  expect(it.run()).toMatchObject({ sent: 3, left: 0 });
});

test('rows that she sorts while mails leave find their own fate', () => {
  const it = office(waiting(4));
  it.answer = ({ to }) => {
    if (it.sent.length === 1) {
      const grid = it.host.workbook()[outboxTable.tab] ?? [];
      const sheetId = it.host.snapshot().tabs.find(({ title }) => title === outboxTable.tab)?.sheetId;
      const range = { sheetId, startRowIndex: 1, endRowIndex: grid.length, startColumnIndex: 0, endColumnIndex: 16 };
      const values = [...grid.slice(1)].reverse().map((row) => ({
        values: row.map((cell) => ({
          userEnteredValue:
            typeof cell === 'number' ? { numberValue: cell } : typeof cell === 'string' ? { stringValue: cell } : {},
        })),
      }));
      it.host.edit([{ updateCells: { range, rows: values, fields: 'userEnteredValue' } }]);
    }
    return to.startsWith('membre3') ? { outcome: 'refused', reason: 'inconnue' } : { outcome: 'sent' };
  };
  it.run();
  expect(it.rows().find(({ id }) => id === 'ENV-0003')?.status).toBe('refused');
  expect(it.rows().filter(({ status }) => status === 'sent')).toHaveLength(3);
});

test('« Envois » without its columns: nothing leaves', () => {
  const it = office(waiting(2));
  const sheetId = it.host.snapshot().tabs.find(({ title }) => title === outboxTable.tab)?.sheetId;
  const range = { sheetId, dimension: 'COLUMNS', startIndex: 13, endIndex: 14 };
  it.host.edit([{ deleteDimension: { range } }]);
  expect(it.run()).toMatchObject({ sent: 0, stopped: 'tab' });
});
