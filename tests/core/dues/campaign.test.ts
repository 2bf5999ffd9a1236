import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { sendDuesCampaign } from '../../../src/core/commands/send-dues-campaign.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import type { OutboxRow } from '../../../src/core/outbox.ts';
import { changeTable } from '../../../src/core/records.ts';
import { checkTable } from '../../../src/core/tables/check.ts';
import { contactTable } from '../../../src/core/tables/contact.ts';
import { memberTable } from '../../../src/core/tables/member.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import type { WhyView } from '../../../src/core/views/why.ts';
import { whyView } from '../../../src/core/views/why.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { edited, run } from '../../support/adoption.ts';
import { blank } from '../../support/blank.ts';
import { duesWorkbook, fee, member } from '../../support/dues.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const send = (made: Workbook, step = 'first', today = '2023-01-10', test = false) => {
  const done = run(sendDuesCampaign, [], { made, input: { year: 2023, step, test }, today });
  const mails = changeTable(outboxTable, done.made[outboxTable.tab], { put: done.wish.outbox });
  return { ...done, made: done.wish.outbox.length > 0 ? { ...done.made, [outboxTable.tab]: mails } : done.made };
};
/** The same workbook once those mails have left. */
const left = (made: Workbook, mails: readonly OutboxRow[], day: string): Workbook => ({
  ...made,
  [outboxTable.tab]: changeTable(outboxTable, made[outboxTable.tab], {
    put: mails.map((mail) => ({ ...mail, status: 'sent', changed_on: day })),
  }),
});
const to = ({ wish }: ReturnType<typeof send>) => wish.outbox.map((mail) => mail.to);
const why = (made: Workbook, input: unknown, today = '2023-05-12') =>
  whyView.view(stateFrom([], made), input, { today, time: '10:00' }) as WhyView;

describe('sendDuesCampaign()', () => {
  it('writes to each member who owes, with the amount, why, and the reference', () => {
    const first = send(duesWorkbook());
    expect(first.wish.outbox).toHaveLength(5);
    const { subject, body } = first.wish.outbox[0] ?? {};
    expect(subject).toBe('Cotisation 2023 – Label Marée Basse');
    expect(body?.replaceAll('\u00A0', ' ')).toContain(
      '110 €. Échéance : 31/03/2023.\nCalcul – Bénéficiaire, tarif 2023 : 110 €.',
    );
    expect(body).toContain('COT-0001');
    expect(first.preview.effects).toHaveLength(5);
  });

  it('never writes the same mail twice', () => {
    const first = send(duesWorkbook());
    const again = send(first.made);
    expect(again.wish.outbox).toEqual([]);
    expect(again.preview.state).toBe('nothing');
  });

  it('stops with the payment, and reminds only who was written to some time ago', () => {
    const first = send(duesWorkbook());
    const sent = left(first.made, first.wish.outbox, '2023-01-10');
    expect(to(send(sent, 'reminder1', '2023-01-20'))).toEqual([]);
    const paid = run(recordPayment, [], {
      made: sent,
      input: { member: 'ADH-0001', amount: 11_000, date: '2023-01-21', method: 'cash' },
    }).made;
    const part = run(recordPayment, [], {
      made: paid,
      input: { member: 'ADH-0002', amount: 3000, date: '2023-01-22', method: 'cash' },
    }).made;
    const reminder = send(part, 'reminder1', '2023-02-01');
    expect(to(reminder)).toEqual([
      'contact2@structure.example',
      'contact3@structure.example',
      'contact4@structure.example',
      'contact5@structure.example',
    ]);
    expect(reminder.wish.outbox[0]?.body?.replaceAll('\u00A0', ' ')).toContain('il reste 80 €');
    expect(to(send(left(reminder.made, reminder.wish.outbox, '2023-02-01'), 'reminder2', '2023-03-01'))).toHaveLength(
      4,
    );
  });

  it('does not remind who never got the first mail', () => {
    expect(to(send(duesWorkbook(), 'reminder1', '2023-05-12'))).toEqual([]);
    const waiting = send(duesWorkbook()).made;
    expect(to(send(waiting, 'reminder1', '2023-05-12'))).toEqual([]);
  });

  it('never writes to who left, is excluded or merged, to a candidate, nor to a probable duplicate', () => {
    const members = [
      member(1, { left_on: '2022-12-31' }),
      member(2, { imposed_status: 'excluded' }),
      member(3, { merged_into: 'ADH-0005' }),
      member(4, { imposed_status: 'candidate' }),
      member(5),
    ];
    const check = blank(checkTable, { id: 'VER-0001', kind: 'duplicate_row', record: 'ADH-0005', state: 'open' });
    const made = duesWorkbook({ members });
    expect(to(send(made))).toEqual(['contact5@structure.example']);
    expect(to(send({ ...made, [checkTable.tab]: changeTable(checkTable, undefined, { put: [check] }) }))).toEqual([]);
  });

  it('writes to the main contact, and names who has no valid address', () => {
    const contacts = [
      blank(contactTable, { id: 'CON-0001', member: 'ADH-0001', name: 'Élodie', email: 'elodie@structure.example' }),
      blank(contactTable, {
        id: 'CON-0002',
        member: 'ADH-0001',
        name: 'Sam',
        email: 'sam@structure.example',
        main: true,
      }),
    ];
    const members = [member(1), member(2, { email: 'a@b.example ; c@d.example' }), member(3, { email: null })];
    const first = send(duesWorkbook({ members, contacts }));
    expect(to(first)).toEqual(['sam@structure.example']);
    expect(first.preview.problems.map(({ raw, kind }) => [raw, kind])).toEqual([
      ['ADH-0002', 'invalid_email'],
      ['ADH-0003', 'invalid_email'],
    ]);
  });

  it('asks nothing of whom nobody noted as paid or not', () => {
    const first = send(
      duesWorkbook({ fees: [fee(1, { paid: null }), fee(2, { waived: true }), fee(3, { paid: true })] }),
    );
    expect(to(first)).toEqual([]);
    expect(first.preview.problems.map(({ kind }) => kind)).toEqual(['fee_unknown']);
  });

  it.each([
    [memberTable.tab, 'Parti le', 'fin mars'],
    [memberTable.tab, 'État imposé', 'exclue'],
    [membershipFeeTable.tab, 'Dispensée', 'bureau'],
    [membershipFeeTable.tab, 'Montant dû', 'cent dix'],
    [membershipFeeTable.tab, 'Année', '2023 ?'],
    [membershipFeeTable.tab, 'Payée', 'peut-être'],
  ])('writes nothing where « %s », « %s » cannot be read, and says where and what to do', (tab, header, text) => {
    const made = duesWorkbook({
      members: [1, 2].map((number) => member(number, { left_on: '2030', imposed_status: 'active' })),
      fees: [fee(1, { waived: false }), fee(2, { waived: false })],
    });
    const first = send({ ...made, [tab]: edited(made[tab], 2, header, text) });
    expect(to(first)).toEqual(['contact2@structure.example']);
    const message = first.preview.problems[0]?.message.replaceAll('\u00A0', ' ');
    expect(message).toContain('Pas de message à « Label Marée Basse ». Onglet « ' + tab + ' », ligne 2');
    expect(message).toContain(`colonne « ${header} » : « ${text} »`);
  });

  it('counts what was mailed to a record that was merged since', () => {
    const first = send(duesWorkbook({ fees: [fee(1)] }));
    const sent = left(first.made, first.wish.outbox, '2023-01-10');
    const merged = {
      ...sent,
      [memberTable.tab]: changeTable(memberTable, sent[memberTable.tab], {
        put: [member(1, { merged_into: 'ADH-0002' })],
      }),
      [membershipFeeTable.tab]: changeTable(membershipFeeTable, sent[membershipFeeTable.tab], {
        put: [fee(1, { member: 'ADH-0002', organisation: 'Tournesol Booking' })],
      }),
    };
    expect(to(send(merged, 'first', '2023-02-20'))).toEqual([]);
    expect(to(send(merged, 'reminder1', '2023-02-20'))).toEqual(['contact2@structure.example']);
    expect(why(merged, { member: 'ADH-0002', year: 2023, step: 'first' }).verdict).toContain('est parti le 10/01/2023');
  });

  it('asks for all fees of the year together, whichever comes first', () => {
    const second = fee(6, { member: 'ADH-0001', organisation: 'Label Marée Basse', amount_due: 7000 });
    const both = send(duesWorkbook({ members: [member(1)], fees: [fee(1), second] }));
    const body = both.wish.outbox[0]?.body?.replaceAll('\u00A0', ' ');
    expect(body).toContain('180 €. Échéance');
    expect(body).toContain('COT-0001 et COT-0006');
    const one = send(duesWorkbook({ members: [member(1)], fees: [fee(1, { paid: true }), second] }));
    expect(one.wish.outbox[0]?.body?.replaceAll('\u00A0', ' ')).toContain('70 €. Échéance');
  });

  it('waits while a point says that one of two fees of a year may be too much', () => {
    const fees = [fee(1), fee(6, { member: 'ADH-0001' })];
    const check = blank(checkTable, { id: 'VER-0001', kind: 'fee_twice', record: 'COT-0001', state: 'open' });
    const made = duesWorkbook({ members: [member(1)], fees });
    const held = send({ ...made, [checkTable.tab]: changeTable(checkTable, undefined, { put: [check] }) });
    expect(to(held)).toEqual([]);
    expect(held.preview.problems.map(({ kind }) => kind)).toEqual(['fee_twice']);
  });

  it('sends an example to herself, and to nobody else', () => {
    const made = duesWorkbook();
    const test = send(made, 'first', '2023-01-10', true);
    expect(to(test)).toEqual(['moi']);
    expect(send(test.made).wish.outbox).toHaveLength(5);
  });
});

describe('whyView', () => {
  it('says which rule kept a mail from leaving, with its rows', () => {
    const paid = run(recordPayment, [], {
      made: duesWorkbook(),
      input: { member: 'ADH-0001', amount: 11_000, date: '2023-05-02', method: 'cash' },
    }).made;
    const view = why(paid, { member: 'ADH-0001', year: 2023, step: 'first' });
    expect(view.verdict.replaceAll('\u00A0', ' ')).toBe(
      'Aucun message. La cotisation 2023 est réglée le 02/05/2023 : la campagne s’arrête.',
    );
    expect(view.reasons.at(-1)).toMatchObject({
      pass: false,
      rows: [{ id: 'COT-0001', tab: 'Cotisations', cell: 'A2' }],
    });
  });

  it('says why a mail left, from its row of « Envois »', () => {
    const first = send(duesWorkbook());
    const made = left(first.made, first.wish.outbox, '2023-01-10');
    const view = why(made, { mail: 'ENV-0001' });
    expect(view.verdict).toBe('Le message est parti le 10/01/2023.');
    expect(view.mail?.why.replaceAll('\u00A0', ' ')).toContain('La cotisation 2023 (110 €) n’est pas réglée.');
    expect(view.mail?.rows.map(({ id }) => id)).toEqual(['ADH-0001', 'COT-0001']);
  });

  it('answers kindly about what is not there', () => {
    expect(why(duesWorkbook(), { mail: 'ENV-0009' }).verdict).toContain('n’est pas dans');
    expect(why(duesWorkbook(), 7).reasons).toEqual([]);
    expect(why(duesWorkbook(), { member: 'ADH-0099', year: 2023, step: 'first' }).verdict).toContain('ADH-0099');
  });
});
