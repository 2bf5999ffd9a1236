/** The outbox: a mail is claimed before it leaves, and a dead run leaves a question, never a second mail. */
import { CLAIM_SIZE, claimMails, strandedMails } from '../../src/core/outbox.ts';
import type { OutboxRow } from '../../src/core/outbox.ts';

function mail(number: number, status: OutboxRow['status']): OutboxRow {
  return {
    id: `ENV-${String(number).padStart(4, '0')}`,
    status,
    to: 'anna@maree.example',
    subject: 'Votre cotisation',
    body: 'Bonjour,',
    reason: 'cotisation 2023 non réglée',
    key: `dues-${number}`,
    changed_on: '2023-05-01',
    error: null,
  };
}

test('claimMails() takes only what waits, in order, and no more than one claim holds', () => {
  const rows = [
    mail(1, 'sent'),
    mail(2, 'draft'),
    ...Array.from({ length: 40 }, (_, index) => mail(index + 3, 'waiting')),
  ];
  const claimed = claimMails(rows, '2023-05-12');
  expect(claimed).toHaveLength(CLAIM_SIZE);
  expect(claimed[0]).toEqual({ ...mail(3, 'claimed'), changed_on: '2023-05-12' });
  const next = rows.map((row) => claimed.find(({ id }) => id === row.id) ?? row);
  expect(claimMails(next, '2023-05-12').map(({ id }) => id)).not.toContain('ENV-0003');
});

test('strandedMails() asks her about each mail that a dead run left at « envoi… », and about no other', () => {
  const stranded = strandedMails([mail(1, 'claimed'), mail(2, 'waiting'), mail(3, 'sent')], '2023-05-12');
  expect(stranded.map(({ id, status }) => [id, status])).toEqual([['ENV-0001', 'uncertain']]);
  expect(stranded[0]?.error).toContain('vérifiez vos messages envoyés');
  expect(claimMails(stranded, '2023-05-12')).toEqual([]);
});
