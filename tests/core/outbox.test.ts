/** What becomes of the rows of « Envois »: a mail is claimed before it leaves, a dead run leaves a question, never a second mail. */
import { claimMails, settleMails, strandedMails } from '../../src/core/mails/sending.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';
import { outboxRow } from '../support/mails.ts';

const at = { today: '2023-05-12', milliseconds: Date.parse('2023-05-12T08:30:00Z') };
const minutesAgo = (minutes: number) => new Date(at.milliseconds - minutes * 60_000).toISOString();
const fates = (rows: readonly OutboxRow[]) => rows.map(({ id, status }) => [id, status]);

test('claimMails() takes only what waits, in order, and no more than it may', () => {
  const rows = [
    outboxRow(1, 'sent'),
    outboxRow(2, 'draft'),
    outboxRow(3, 'cancelled'),
    ...Array.from({ length: 40 }, (_, index) => outboxRow(index + 4, 'waiting')),
  ];
  const { claimed, setAside } = claimMails(rows, at, 25);
  expect(setAside).toEqual([]);
  expect(claimed).toHaveLength(25);
  expect(claimed[0]).toMatchObject({ id: 'ENV-0004', status: 'claimed', changed_on: '2023-05-12', attempts: 1 });
  const next = rows.map((row) => claimed.find(({ id }) => id === row.id) ?? row);
  expect(claimMails(next, at, 25).claimed.map(({ id }) => id)).not.toContain('ENV-0004');
});

test('a mail with « Pas avant le » waits for its day', () => {
  const tomorrow = { ...outboxRow(1, 'waiting'), not_before: '2023-05-13' };
  expect(claimMails([tomorrow], at, 25).claimed).toEqual([]);
  expect(claimMails([tomorrow], { ...at, today: '2023-05-13' }, 25).claimed).toHaveLength(1);
});

test('a row that she copied is the same mail: it is refused, whether the first one left or still waits', () => {
  const first = outboxRow(1, 'waiting');
  const copy = { ...outboxRow(2, 'waiting'), key: first.key };
  const { claimed, setAside } = claimMails([first, copy], at, 25);
  expect(fates(claimed)).toEqual([['ENV-0001', 'claimed']]);
  expect(fates(setAside)).toEqual([['ENV-0002', 'refused']]);
  expect(setAside[0]?.error).toContain('ENV-0001');
  expect(fates(claimMails([{ ...first, status: 'sent' }, copy], at, 25).setAside)).toEqual([['ENV-0002', 'refused']]);
  expect(claimMails([{ ...first, status: 'cancelled' }, copy], at, 25).claimed).toHaveLength(1);
});

test.each([
  ['deux adresses', { to: 'anna@maree.example, bob@maree.example' }, 'n’est pas une adresse'],
  ['pas d’adresse', { to: null }, 'n’est pas une adresse'],
  ['un objet vide', { subject: ' \r\n ' }, 'objet est vide'],
  ['un message vide', { body: null }, 'message est vide'],
])('%s: the mail is refused with its cure, and the others are sent', (_, change, words) => {
  const { claimed, setAside } = claimMails(
    [{ ...outboxRow(1, 'waiting'), ...change }, outboxRow(2, 'waiting')],
    at,
    25,
  );
  expect(fates(claimed)).toEqual([['ENV-0002', 'claimed']]);
  expect(fates(setAside)).toEqual([['ENV-0001', 'refused']]);
  expect(setAside[0]?.error).toContain(words);
});

test('strandedMails() asks her about each mail that a dead run left at « envoi… », not about a run at work', () => {
  const claimed = (number: number, since: string | null) => ({ ...outboxRow(number, 'claimed'), claimed_at: since });
  const rows = [
    claimed(1, minutesAgo(11)),
    claimed(2, minutesAgo(2)),
    claimed(3, null),
    claimed(4, 'hier'),
    claimed(5, minutesAgo(-60)),
    outboxRow(6, 'waiting'),
    outboxRow(7, 'sent'),
  ];
  const stranded = strandedMails(rows, at);
  expect(fates(stranded)).toEqual([
    ['ENV-0001', 'uncertain'],
    ['ENV-0003', 'uncertain'],
    ['ENV-0004', 'uncertain'],
    ['ENV-0005', 'uncertain'],
  ]);
  expect(stranded[0]?.error).toContain('Regardez dans vos messages envoyés');
  expect(claimMails(stranded, at, 25).claimed).toEqual([]);
});

test('settleMails() writes down what left, gives back what was not tried, and respects what she decided meanwhile', () => {
  const rows = [1, 2, 3, 4].map((number) => outboxRow(number, 'claimed')).concat(outboxRow(5, 'cancelled'));
  const settled = settleMails(
    rows,
    new Map([
      ['ENV-0001', { outcome: 'sent' }],
      ['ENV-0002', { outcome: 'refused', reason: 'adresse inconnue' }],
      ['ENV-0003', { outcome: 'untried', reason: null }],
      ['ENV-0005', { outcome: 'untried', reason: null }],
      ['ENV-0009', { outcome: 'sent' }],
    ]),
    '2023-05-12',
  );
  expect(fates(settled)).toEqual([
    ['ENV-0001', 'sent'],
    ['ENV-0002', 'refused'],
    ['ENV-0003', 'waiting'],
  ]);
});
