/** Mails from the very bundle: their calls, the clock, and what a kill at any call leaves. */
import { outboxTable } from '../../src/core/outbox.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';
import { readTable } from '../../src/core/records.ts';
import { killed, readBundle, ServiceError } from '../../src/local/apps-script/index.ts';
import { builtBundle } from '../support/built.ts';
import { mailWorkbook, outboxRow } from '../support/mails.ts';
import { INSTANT, scriptHost } from '../support/script.ts';
import type { ScriptHost } from '../support/script.ts';

const waiting = (count: number): OutboxRow[] =>
  Array.from({ length: count }, (_, index) => outboxRow(index + 1, 'waiting'));
const settings = { association: 'MILA', drafts_only: 'non', mail_reserve: '0' };

function office(rows: readonly OutboxRow[]) {
  let passed = 0;
  const host = scriptHost(mailWorkbook(rows, settings), readBundle(builtBundle()), () => INSTANT + passed);
  return { host, wait: (minutes: number) => void (passed += minutes * 60_000) };
}
const rowsOf = (host: ScriptHost) => readTable(outboxTable, host.workbook()[outboxTable.tab]).records;
const sentTo = (host: ScriptHost) => host.script.store().mails.map(({ to }) => to);
const catchUp = (host: ScriptHost) => host.ask('catchUp', { known: null, seconds: 60 });

test('a message of hers is read by her, released, sent as text and HTML, and noted', () => {
  const { host } = office([]);
  const input = { to: ['anna@maree.example'], subject: 'Fermeture', body: 'Voir https://mila.example/fermeture.' };
  const applied = host.apply(host.show('write-mail', input), input);
  expect(applied).toMatchObject({ outcome: 'applied', mails: { waiting: 1, drafts: 0 } });
  expect(catchUp(host)).toMatchObject({ sent: 1, left: 0 });
  expect(host.script.store().mails).toMatchObject([
    {
      to: 'anna@maree.example',
      subject: 'Fermeture',
      name: 'MILA',
      body: 'Voir https://mila.example/fermeture.\n\nMILA',
    },
  ]);
  expect(host.script.store().mails[0]?.htmlBody).toContain('<a href="https://mila.example/fermeture">');
  expect(rowsOf(host)).toMatchObject([{ status: 'sent', action: 'J-0001', attempts: 1, changed_on: '2023-05-12' }]);
  const again = host.show('write-mail', input);
  expect(again.preview.state).toBe('refused');
});

test('a test goes to whoever asks, and to nobody else', () => {
  const { host } = office([]);
  const input = { key: 'free' };
  host.apply(host.show('test-mail', input), input);
  catchUp(host);
  expect(host.script.store().mails).toMatchObject([
    { to: 'ana@incubateur.example', subject: '[Essai] Fermeture des bureaux' },
  ]);
});

test('the clock is installed once, and sends what waits', () => {
  const { host } = office(waiting(2));
  catchUp(host);
  catchUp(host);
  const clocks = host.script.store().triggers;
  expect(clocks).toMatchObject([{ handler: 'tick', source: 'CLOCK', everyMinutes: 10 }]);
  const other = office(waiting(2)).host;
  other.script.run('tick', [{}], { by: 'trigger' });
  expect(sentTo(other)).toHaveLength(2);
});

test('the calls of twelve mails: one per mail, three per group, a few around', () => {
  const { host } = office(waiting(12));
  host.script.run('tick', [{}], { by: 'trigger' });
  const calls = host.script.calls();
  expect(calls).toMatchObject({ 'MailApp.sendEmail': 12, 'Lock.tryLock': 2, 'Sheets.Spreadsheets.batchUpdate': 2 });
  // The clock also looks for answers, at the calendar, and once a day for reminders: four calls each where tabs are missing.
  const others = 3 * 4;
  expect(Object.values(calls).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(12 + 3 * 2 + 10 + others);
});

function attempt(work: () => unknown): string {
  try {
    work();
    return 'alive';
  } catch {
    return 'dead';
  }
}

test('killed before or after any service call, then run again: at most once, none silently lost', () => {
  const rehearsal = office(waiting(2)).host;
  rehearsal.script.run('tick', [{}], { by: 'trigger' });
  const total = Object.values(rehearsal.script.calls()).reduce((sum, count) => sum + count, 0);
  for (let at = 1; at <= total; at += 1) {
    for (const when of ['beforeCall', 'afterCall'] as const) {
      const { host, wait } = office(waiting(2));
      host.script.setFaults({
        [when]: ({ n }: { n: number }) => {
          if (n === at) throw killed();
        },
      });
      // A call that Google refuses has no « after »: such a run goes through.
      if (attempt(() => host.script.run('tick', [{}], { by: 'trigger' })) === 'alive') continue;
      host.script.setFaults({});
      wait(11);
      host.script.run('tick', [{}], { by: 'trigger' });
      for (const row of rowsOf(host)) {
        const count = sentTo(host).filter((to) => to === row.to).length;
        expect([when, at, row.status, count]).toEqual([
          when,
          at,
          count === 0 ? 'uncertain' : row.status,
          row.status === 'sent' ? 1 : Math.min(count, 1),
        ]);
        expect(['sent', 'uncertain']).toContain(row.status);
      }
    }
  }
});

test.each([
  ['Invalid email: x', 'refused', null],
  ['Adresse e-mail incorrecte : x', 'refused', null],
  ['Limit Exceeded: Email Body Size.', 'refused', null],
  ['Service invoked too many times for one day: email.', 'waiting', 'quota'],
  ['Authorization is required to perform that action.', 'waiting', 'rights'],
  ['We’re sorry, a server error occurred.', 'uncertain', null],
] as const)('Google says « %s »: the mail is %s', (message, status, stopped) => {
  const { host } = office(waiting(1));
  host.script.setFaults({
    beforeCall: ({ name }) => {
      if (name === 'MailApp.sendEmail') throw new ServiceError(message);
      return undefined;
    },
  });
  expect(catchUp(host).stopped).toBe(stopped);
  expect(rowsOf(host)).toMatchObject([{ status }]);
});

test('undo holds back what has not left, and the action can be done again', () => {
  const { host } = office([]);
  const input = { to: ['anna@maree.example'], subject: 'Fermeture', body: 'Un mot.' };
  const { journalId } = host.apply(host.show('write-mail', input), input);
  const undoing = { id: journalId };
  expect(host.apply(host.show('undo', undoing), undoing).outcome).toBe('applied');
  expect(catchUp(host)).toMatchObject({ sent: 0 });
  expect(rowsOf(host)).toMatchObject([{ status: 'cancelled', key: null }]);
  expect(host.show('write-mail', input).preview.state).toBe('ready');
});
