/** Reminders of sessions from the very bundle: the clock prepares them once a day, not at night. */
import { outboxTable } from '../../src/core/outbox.ts';
import { readTable } from '../../src/core/records.ts';
import { readBundle } from '../../src/local/apps-script/index.ts';
import { builtBundle } from '../support/built.ts';
import { INSTANT, scriptHost } from '../support/script.ts';
import { calendarOf } from '../support/sessions.ts';

const workbook = calendarOf({
  sessions: [{ title: 'JuriQuizz', date: '2023-05-19', start_time: '18:00', status: 'planned' }],
  people: [{ session: 'SEA-0001', first_name: 'Anna', email: 'anna@maree.example', status: 'registered' }],
  settings: { association: 'MILA', drafts_only: 'non' },
});

function office() {
  let passed = 0;
  const host = scriptHost(workbook, readBundle(builtBundle()), () => INSTANT + passed);
  const tick = () => host.script.run('tick', [{}], { by: 'trigger' });
  return { host, tick, wait: (hours: number) => void (passed += hours * 3_600_000) };
}

test('a week before, the clock prepares the reminder and sends it, once; the next day there is nothing new', () => {
  const { host, tick, wait } = office();
  tick();
  tick();
  expect(host.script.store().mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['anna@maree.example', 'Dans une semaine : JuriQuizz'],
  ]);
  wait(24);
  tick();
  expect(readTable(outboxTable, host.workbook()[outboxTable.tab]).records).toHaveLength(1);
});

test('before eight in the morning nobody is reminded', () => {
  const { host, tick, wait } = office();
  wait(-5);
  tick();
  expect(host.script.store().mails).toEqual([]);
});
