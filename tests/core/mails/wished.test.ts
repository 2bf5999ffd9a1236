/** The mails that a command wishes: each key once, drafts by the settings, and what cannot be prepared is said. */
import type { State } from '../../../src/core/command.ts';
import { freeMail } from '../../../src/core/mails/free.ts';
import { mailsToAdd, mailTabs, mailWish } from '../../../src/core/mails/wished.ts';
import type { MailWish } from '../../../src/core/mails/wished.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { changeTable } from '../../../src/core/records.ts';
import { templateTable } from '../../../src/core/tables/template.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { mailWorkbook, outboxRow } from '../../support/mails.ts';

const moment = { today: '2023-05-12', time: '10:00' };
const stateOf = (workbook: Workbook): State => ({ workbook, shown: {}, tabs: Object.keys(workbook), sources: [] });

function mail(number: number, change: Partial<MailWish> = {}): MailWish {
  const values = { subject: `Bonjour ${number}`, body: 'Un mot.', association: 'MILA' };
  return mailWish(freeMail, values, {
    key: `fermeture/${number}`,
    to: `membre${number}@maree.example`,
    reason: 'Message libre.',
    records: [],
    ...change,
  });
}

test('a new mail is « à relire » until she says otherwise', () => {
  const statuses = (settings: Record<string, string>) =>
    mailsToAdd(stateOf(mailWorkbook([], settings)), [mail(1)], moment).outbox.map(({ status }) => status);
  expect(statuses({})).toEqual(['draft']);
  expect(statuses({ drafts_only: 'oui' })).toEqual(['draft']);
  expect(statuses({ drafts_only: 'peut-être' })).toEqual(['draft']);
  expect(statuses({ drafts_only: 'non' })).toEqual(['waiting']);
  expect(statuses({ drafts_only: '12/05/2023' })).toEqual(['draft']);
  expect(statuses({ drafts_only: '11/05/2023' })).toEqual(['waiting']);
  expect(statuses({ drafts_only: '45057' })).toEqual(['waiting']);
});

test('mailsToAdd() numbers the rows after those in use, and tells who will be written to', () => {
  const { outbox, effects, problems } = mailsToAdd(stateOf(mailWorkbook([outboxRow(7, 'sent')])), [mail(1)], moment);
  expect(problems).toEqual([]);
  expect(outbox).toMatchObject([
    { id: 'ENV-0008', to: 'membre1@maree.example', subject: 'Bonjour 1', body: 'Un mot.\n\nMILA', template: 'free' },
  ]);
  expect(effects).toMatchObject([{ kind: 'mail', to: 'membre1@maree.example', summary: 'Bonjour 1' }]);
  expect(effects[0]?.text).toBe(outbox[0]?.body);
});

test('a key that is in « Envois », whatever became of it, is not added again; nor twice in one wish', () => {
  const before = mailWorkbook([{ ...outboxRow(1, 'cancelled'), key: 'fermeture/1' }]);
  const { outbox, known } = mailsToAdd(stateOf(before), [mail(1), mail(2), mail(2)], moment);
  expect(outbox.map(({ key }) => key)).toEqual(['fermeture/2']);
  expect(known).toBe(2);
  const after = { ...before, [outboxTable.tab]: changeTable(outboxTable, before[outboxTable.tab], { put: outbox }) };
  expect(mailsToAdd(stateOf(after), [mail(1), mail(2)], moment).outbox).toEqual([]);
});

test('a wrong address, a hole, an inactive template: said, and the others are prepared', () => {
  const empty = mailWish(freeMail, { subject: 'Bonjour', body: '', association: 'MILA' }, mail(3));
  const { outbox, problems } = mailsToAdd(stateOf({}), [mail(1, { to: 'anna, bob' }), mail(2), empty], moment);
  expect(outbox.map(({ key }) => key)).toEqual(['fermeture/2']);
  expect(problems.map(({ kind }) => kind)).toEqual(['mail_address_invalid', 'template_field_empty']);
  const row = { id: 'MOD-0001', name: null, subject: null, body: null, fields: [], purpose: null, active: false };
  const off = { [templateTable.tab]: changeTable(templateTable, undefined, { put: [{ ...row, key: 'free' }] }) };
  const none = mailsToAdd(stateOf(off), [mail(1), mail(2)], moment);
  expect(none.outbox).toEqual([]);
  expect(none.problems).toHaveLength(1);
  expect(none.problems[0]?.message).toContain('inactif');
});

test('without the column of keys nothing is prepared: a mail could leave twice', () => {
  const grid = (mailWorkbook([outboxRow(1, 'sent')])[outboxTable.tab] ?? []).map((row) =>
    row.map((cell) => (cell === 'Clé' ? 'Autre' : cell)),
  );
  const { outbox, refusal } = mailsToAdd(stateOf({ [outboxTable.tab]: grid }), [mail(1)], moment);
  expect(outbox).toEqual([]);
  expect(refusal).toContain('« Clé »'.replace(/ /gu, '\u00A0'));
});

test('a mail that must be read first is, whatever the settings', () => {
  const direct = stateOf(mailWorkbook([], { drafts_only: 'non' }));
  expect(mailsToAdd(direct, [mail(1, { review: true }), mail(2)], moment)).toMatchObject({
    drafts: true,
    outbox: [{ status: 'draft' }, { status: 'waiting' }],
  });
  expect(mailTabs).toContain(outboxTable.tab);
});
