/** A mail that waited is asked again before it leaves: whoever left, paid or was waived meanwhile gets nothing. */
import { sendMails } from '../../../src/core/catch-up.ts';
import type { MailAsk, MailReport } from '../../../src/core/catch-up.ts';
import { callRents } from '../../../src/core/commands/call-rents.ts';
import { cancelReceipt } from '../../../src/core/commands/cancel-receipt.ts';
import { issueReceipts } from '../../../src/core/commands/issue-receipts.ts';
import { holdMails, releaseMails } from '../../../src/core/commands/mail-states.ts';
import { noteFee } from '../../../src/core/commands/note-fee.ts';
import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { sendDuesCampaign } from '../../../src/core/commands/send-dues-campaign.ts';
import type { OutgoingMail } from '../../../src/core/mails/sending.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { changeTable } from '../../../src/core/records.ts';
import { drive } from '../../../src/core/shell.ts';
import type { Ask } from '../../../src/core/shell.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { rentChargeTable } from '../../../src/core/tables/rent-charge.ts';
import { settingTable } from '../../../src/core/tables/setting.ts';
import type { WhyView } from '../../../src/core/views/why.ts';
import { whyView } from '../../../src/core/views/why.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { edited, recordsIn, run } from '../../support/adoption.ts';
import type { Outcome } from '../../support/adoption.ts';
import { blank } from '../../support/blank.ts';
import { duesWorkbook, member } from '../../support/dues.ts';
import { localHost } from '../../support/local-host.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const plain = (text: string | null | undefined) => (text ?? '').replaceAll('\u00A0', ' ');
const withMails = ({ made, wish }: Outcome): Workbook => ({
  ...made,
  [outboxTable.tab]: changeTable(outboxTable, made[outboxTable.tab], { put: wish.outbox }),
});
/** « Mode brouillon » is on: all wait to be read. */
const careful = (made: Workbook): Workbook => ({
  ...made,
  [settingTable.tab]: edited(made[settingTable.tab], 4, 'Valeur', 'oui'),
});
const campaign = (made: Workbook, step = 'first') =>
  withMails(run(sendDuesCampaign, [], { made, input: { year: 2023, step }, today: '2023-05-10' }));
const mails = (made: Workbook) => recordsIn(outboxTable, made);
const release = (made: Workbook) => run(releaseMails, [], { made, input: { ids: mails(made).map(({ id }) => id) } });
const put = (made: Workbook, fields: Parameters<typeof member>[1], number = 1): Workbook => ({
  ...made,
  [memberTable.tab]: changeTable(memberTable, made[memberTable.tab], { put: [member(number, fields)] }),
});
const pay = (made: Workbook, amount = 11_000) =>
  run(recordPayment, [], {
    made,
    input: { member: 'ADH-0001', amount, date: '2023-05-11', method: 'cheque' },
  }).made;
const fateOf = (made: Workbook, index = 0) => [mails(made)[index]?.status, plain(mails(made)[index]?.error)];

describe('releaseMails() on a campaign that waited to be read', () => {
  const drafts = campaign(careful(duesWorkbook()));

  it('lets go what is still owed', () => {
    expect(mails(drafts).map(({ status }) => status)).toEqual(Array(5).fill('draft'));
    expect(mails(release(drafts).made).map(({ status }) => status)).toEqual(Array(5).fill('waiting'));
  });

  it.each([
    ['left', put(drafts, { left_on: '2023-05-11' }), 'n’est plus adhérent (parti le 11/05/2023)'],
    ['was excluded', put(drafts, { imposed_status: 'excluded' }), 'n’est plus adhérent (exclu)'],
    ['was merged into another', put(drafts, { merged_into: 'ADH-0002' }), 'fusionnée dans ADH-0002'],
    ['paid', pay(drafts), 'La cotisation 2023 est réglée le 11/05/2023'],
    [
      'was waived',
      run(noteFee, [], { made: drafts, input: { id: 'COT-0001', as: 'waived', reason: 'création' } }).made,
      'dispensé',
    ],
    ['paid a part, so that another sum is owed', pay(drafts, 5000), 'Il reste maintenant 60 € à régler'],
  ])('cancels the mail of a member who %s, and says why', (_, made, why) => {
    const done = release(made);
    expect(mails(done.made).map(({ status }) => status)).toEqual(['cancelled', ...Array<string>(4).fill('waiting')]);
    expect(fateOf(done.made)[1]).toContain(why);
    expect(plain(done.preview.summary.join(' '))).toContain(why);
    expect(done.preview.effects).toHaveLength(4);
    const view = whyView.view(stateFrom([], done.made), { mail: 'ENV-0001' }, { today: '2023-05-12', time: '10:00' });
    expect(plain((view as WhyView).verdict)).toContain(why);
  });

  it('cancels when all have paid, and prepares the mail again should the payment be taken back', () => {
    const paid = pay(campaign(careful(duesWorkbook({ members: [member(1)] }))));
    const done = release(paid);
    expect(done.preview.state).toBe('ready');
    expect(fateOf(done.made)[0]).toBe('cancelled');
    const unpaid = {
      ...done.made,
      [membershipFeeTable.tab]: duesWorkbook()[membershipFeeTable.tab] ?? [],
      Imputations: [],
    };
    expect(mails(campaign(unpaid)).map(({ status }) => status)).toEqual(['cancelled', 'draft']);
  });

  it('judges a cancelled mail again when she takes it back', () => {
    const cancelled = release(pay(drafts)).made;
    const held = run(holdMails, [], { made: cancelled, input: { ids: ['ENV-0001'] } }).made;
    expect(fateOf(held)[0]).toBe('draft');
    expect(fateOf(release(held).made)[0]).toBe('cancelled');
  });

  it('keeps a mail to be read while a cell cannot be read, with its place and its cure', () => {
    const made = { ...drafts, [memberTable.tab]: edited(drafts[memberTable.tab], 2, 'Parti le', 'hier') };
    const done = release(made);
    expect(fateOf(done.made)[0]).toBe('draft');
    expect(plain(done.preview.problems[0]?.message)).toContain('« Adhérents », ligne 2, colonne « Parti le »');
  });

  it('judges none when the tabs it needs are not there', () => {
    const made = Object.fromEntries(Object.entries(drafts).filter(([tab]) => tab !== memberTable.tab));
    const done = release(made);
    expect(done.preview.state).toBe('refused');
    expect(plain(done.preview.refusal)).toContain('« Adhérents » n’a pas été trouvé');
  });
});

describe('releaseMails() on other mails of rules', () => {
  const rent = blank(rentChargeTable, {
    id: 'RED-0001',
    month: '2023-05',
    occupancy: 'OCC-0001',
    space_name: 'B1',
    member: 'ADH-0001',
    organisation: 'Label Marée Basse',
    computation: '385 €, mois entier',
    amount: 38_500,
    due_on: '2023-05-31',
  });
  const withRent = (made: Workbook) => ({
    ...made,
    [rentChargeTable.tab]: changeTable(rentChargeTable, undefined, { put: [rent] }),
  });
  const called = withMails(run(callRents, [], { made: careful(withRent(duesWorkbook({ fees: [] }))) }));

  it('cancels the call of a rent that was paid meanwhile, or whose row is gone', () => {
    expect(fateOf(release(called).made)[0]).toBe('waiting');
    expect(fateOf(release(pay(called, 38_500)).made)).toEqual([
      'cancelled',
      'La redevance de mai 2023 (RED-0001) est déjà réglée, ou plus rien n’est dû.',
    ]);
    const gone = { ...called, [rentChargeTable.tab]: (called[rentChargeTable.tab] ?? []).slice(0, 1) };
    expect(fateOf(release(gone).made)[1]).toContain('n’est plus dans « Redevances »');
  });

  it('cancels the mail of a receipt that was cancelled', () => {
    const issued = withMails(
      run(issueReceipts, [], { made: pay(careful(duesWorkbook())), input: { fees: ['COT-0001'] } }),
    );
    const made = run(cancelReceipt, [], { made: issued, input: { id: '2023-001', reason: 'erreur' } }).made;
    expect(fateOf(release(made).made)).toEqual(['cancelled', 'Le reçu 2023-001 a été annulé le 12/05/2023.']);
  });
});

describe('sendMails()', () => {
  const sent = (made: Workbook) => {
    const host = localHost(made);
    const left: OutgoingMail[] = [];
    const reads: unknown[] = [];
    const perform = (ask: Ask | MailAsk): unknown => {
      if (ask.do === 'today') return '2023-05-12';
      if (ask.do === 'clock') return 0;
      if (ask.do === 'quota') return 100;
      if (ask.do === 'send') {
        left.push(ask.mail);
        return { outcome: 'sent' };
      }
      if (ask.do === 'locked') return { result: host.run(ask.steps) };
      throw new Error('Cannot read or write outside the lock');
    };
    host.before = (ask) => {
      if (ask.do === 'get') reads.push(ask);
    };
    const report: MailReport = drive(sendMails({ known: Object.keys(made), budget: 60_000 }), perform);
    return { report, to: left.map(({ to }) => to), made: host.workbook(), reads: reads.length };
  };
  const ready = campaign(duesWorkbook());

  it('asks again at the moment of sending: who paid since gets nothing', () => {
    const done = sent(pay(ready));
    expect(done.report).toMatchObject({ sent: 4, withdrawn: 1, left: 0, stopped: null });
    expect(done.to).not.toContain('contact1@structure.example');
    expect(fateOf(done.made)).toEqual(['cancelled', expect.stringContaining('est réglée le 11/05/2023')]);
  });

  it('puts back to be read what nobody can judge', () => {
    const made = { ...ready, [memberTable.tab]: edited(ready[memberTable.tab], 2, 'Parti le', 'hier') };
    const done = sent(made);
    expect(done.report).toMatchObject({ sent: 4, withdrawn: 1 });
    expect(fateOf(done.made)[0]).toBe('draft');
  });

  it('reads once more only while such mails are due', () => {
    const free = recordsIn(outboxTable, ready).map((row) => ({ ...row, key: `free/${row.id}`, template: 'free' }));
    const other = sent({ ...ready, [outboxTable.tab]: changeTable(outboxTable, undefined, { put: free }) });
    expect(other.to).toHaveLength(5);
    expect(sent(ready).reads).toBe(other.reads + 1);
  });
});
