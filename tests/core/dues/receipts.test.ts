import { buildAgeing } from '../../../src/core/commands/build-ageing.ts';
import { buildReceipt } from '../../../src/core/commands/build-receipt.ts';
import { cancelReceipt } from '../../../src/core/commands/cancel-receipt.ts';
import { correctPayment } from '../../../src/core/commands/correct-payment.ts';
import { issueReceipts } from '../../../src/core/commands/issue-receipts.ts';
import { noteFee } from '../../../src/core/commands/note-fee.ts';
import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { outboxTable } from '../../../src/core/outbox.ts';
import { changeTable } from '../../../src/core/records.ts';
import { paymentTable } from '../../../src/core/tables/payment.ts';
import { receiptTable } from '../../../src/core/tables/receipt.ts';
import type { DuesView } from '../../../src/core/views/dues.ts';
import { duesView } from '../../../src/core/views/dues.ts';
import { isFormula } from '../../../src/core/workbook.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { edited, moment, recordsIn, run } from '../../support/adoption.ts';
import { duesWorkbook, fee } from '../../support/dues.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const pay = (made: Workbook, number: number, amount = 11_000) =>
  run(recordPayment, [], {
    made,
    input: { member: `ADH-000${number}`, amount, date: '2023-05-10', method: 'bank_transfer' },
  }).made;
const issue = (made: Workbook, fees: readonly string[], today = '2023-05-12') =>
  run(issueReceipts, [], { made, input: { fees }, today });
const plain = (text: string | undefined | null) => text?.replaceAll('\u00A0', ' ') ?? '';

describe('issueReceipts()', () => {
  it('numbers receipts one after the other, and sends each', () => {
    const done = issue(pay(pay(duesWorkbook(), 1), 2), ['COT-0001', 'COT-0002']);
    expect(recordsIn(receiptTable, done.made).map(({ number, kind, amount }) => [number, kind, amount])).toEqual([
      ['2023-001', 'full', 11_000],
      ['2023-002', 'full', 11_000],
    ]);
    expect(plain(done.wish.outbox[0]?.body)).toContain(
      'Reçu n° 2023-001, émis le 12/05/2023.\nPaiement : virement de 110 € du 10/05/2023.\nLa cotisation est réglée en totalité.',
    );
  });

  it('gives a partial receipt for a part, then one for the rest, never the same money twice', () => {
    const half = issue(pay(duesWorkbook(), 1, 5000), ['COT-0001']);
    expect(plain(half.wish.outbox[0]?.body)).toContain('Reste à payer : 60 €.');
    const whole = run(recordPayment, [], {
      made: half.made,
      input: { member: 'ADH-0001', amount: 6000, date: '2023-05-11', method: 'cash' },
    }).made;
    const rest = issue(whole, ['COT-0001']);
    expect(recordsIn(receiptTable, rest.made).map(({ number, kind, amount }) => [number, kind, amount])).toEqual([
      ['2023-001', 'partial', 5000],
      ['2023-002', 'partial', 6000],
    ]);
    expect(issue(rest.made, ['COT-0001']).preview.state).toBe('nothing');
  });

  it('gives no second receipt for money that was noted as paid before it was recorded', () => {
    const noted = issue(duesWorkbook({ fees: [fee(1, { paid: true, amount: 5000 })] }), ['COT-0001']);
    expect(recordsIn(receiptTable, noted.made)).toMatchObject([{ amount: 5000, kind: 'partial', payments: [] }]);
    const rest = issue(pay(noted.made, 1, 6000), ['COT-0001']);
    expect(recordsIn(receiptTable, rest.made).map(({ amount, payments }) => [amount, payments])).toEqual([
      [5000, []],
      [6000, ['PAI-0002']],
    ]);
    expect(issue(rest.made, ['COT-0001']).preview.state).toBe('nothing');
    const same = run(noteFee, [], { made: noted.made, input: { id: 'COT-0001', as: 'unpaid' } }).made;
    expect(issue(pay(same, 1, 5000), ['COT-0001']).preview.state).toBe('nothing');
  });

  it('issues none while a sum cannot be read, and says where', () => {
    const made = pay(duesWorkbook(), 1);
    const doubtful = { ...made, [paymentTable.tab]: edited(made[paymentTable.tab], 2, 'Montant', 'cent dix') };
    const done = issue(doubtful, ['COT-0001']);
    expect(done.preview.state).toBe('nothing');
    expect(plain(done.preview.problems[0]?.message)).toContain('Onglet « Paiements », ligne 2, colonne « Montant »');
  });

  it('issues nothing for what is not paid, nor for what nobody knows', () => {
    const made = duesWorkbook({ fees: [fee(1), fee(2, { paid: null }), fee(3, { waived: true })] });
    expect(issue(made, ['COT-0001', 'COT-0002', 'COT-0003']).preview.state).toBe('nothing');
  });

  it('never gives a number again, though its row went, as long as its mail is in « Envois »', () => {
    const done = issue(pay(pay(duesWorkbook(), 1), 2), ['COT-0001']);
    const mails = changeTable(outboxTable, undefined, { put: done.wish.outbox });
    const gone = {
      ...done.made,
      [receiptTable.tab]: changeTable(receiptTable, done.made[receiptTable.tab], { remove: ['REC-0001'] }),
      [outboxTable.tab]: mails,
    };
    expect(recordsIn(receiptTable, issue(gone, ['COT-0002']).made)[0]?.number).toBe('2023-002');
  });

  it('starts again at 001 with the year', () => {
    const done = issue(pay(pay(duesWorkbook(), 1), 2), ['COT-0001']);
    expect(recordsIn(receiptTable, issue(done.made, ['COT-0002'], '2024-01-03').made)[1]?.number).toBe('2024-001');
  });

  it('protects a payment with a receipt; the receipt is cancelled first, and keeps its number', () => {
    const done = issue(pay(duesWorkbook(), 1), ['COT-0001']);
    const fix = (made: Workbook) => run(correctPayment, [], { made, input: { id: 'PAI-0001', amount: 5000 } });
    expect(fix(done.made).preview.refusal).toContain('annulez d’abord ce reçu');
    const cancelled = run(cancelReceipt, [], { made: done.made, input: { id: '2023-001', reason: 'montant faux' } });
    expect(recordsIn(receiptTable, cancelled.made)[0]).toMatchObject({
      number: '2023-001',
      cancelled_on: '2023-05-12',
    });
    const fixed = fix(cancelled.made);
    expect(recordsIn(receiptTable, issue(fixed.made, ['COT-0001']).made)[1]).toMatchObject({
      number: '2023-002',
      kind: 'partial',
      amount: 5000,
    });
  });
});

describe('buildReceipt()', () => {
  it('puts a receipt on a page; printed again, it is the same', () => {
    const done = issue(pay(duesWorkbook(), 1), ['COT-0001']);
    const page = run(buildReceipt, [], { made: done.made, input: { id: '2023-001' } });
    const text = JSON.stringify(page.made['Reçu']);
    expect(text).toContain('Reçu de cotisation n° 2023-001');
    expect(text).toContain('Label Marée Basse');
    expect(
      run(buildReceipt, [], { made: page.made, input: { id: '2023-001' }, today: '2023-11-30' }).preview.state,
    ).toBe('nothing');
  });
});

describe('buildAgeing()', () => {
  it('puts each open fee under its lateness, with totals as formulas', () => {
    const made = duesWorkbook({
      fees: [
        fee(1),
        fee(2, { due_on: '2023-01-31' }),
        fee(3, { due_on: '2023-06-30' }),
        fee(4, { paid: true }),
        fee(5, { paid: null }),
      ],
    });
    const done = run(buildAgeing, [], { made });
    const grid = done.made['Balance âgée'] ?? [];
    const rows = grid.slice(4, 7).map((row) => [row[0], row[4], ...row.slice(5, 10)]);
    expect(rows).toEqual([
      ['Tournesol Booking', 101, null, null, null, null, 110],
      ['Label Marée Basse', 42, null, null, 110, null, null],
      ['Polygone Vert Management', 0, 110, null, null, null, null],
    ]);
    expect(grid[7]?.slice(5).every((cell) => isFormula(cell ?? null))).toBe(true);
    expect(plain(done.preview.summary.join(' '))).toContain('330 € sont dus, dont 220 € en retard');
    expect(run(buildAgeing, [], { made: done.made }).preview.state).toBe('nothing');
  });
});

describe('duesView', () => {
  const view = (made: Workbook, input: object = {}) => duesView.view(stateFrom([], made), input, moment) as DuesView;

  it('lists who owes, the latest first, with totals', () => {
    const made = pay(
      duesWorkbook({ fees: [fee(1), fee(2, { due_on: '2023-01-31' }), fee(3), fee(4, { paid: null })] }),
      1,
      5000,
    );
    const shown = view(made);
    expect(shown.items.map(({ organisation, remaining, daysLate }) => [organisation, remaining, daysLate])).toEqual([
      ['Tournesol Booking', 11_000, 101],
      ['Label Marée Basse', 6000, 42],
      ['Polygone Vert Management', 11_000, 42],
    ]);
    expect(shown.totals).toEqual({ asked: 44_000, paid: 5000, open: 28_000 });
    expect(shown.counts).toMatchObject({ owing: 3, late30: 3, late60: 1, late90: 1, unknown: 1, paid: 0, all: 4 });
    expect(shown.items[1]?.payments.map(({ text }) => plain(text))).toEqual(['virement de 50 € du 10/05/2023']);
  });

  it('finds a member without accents, and counts who is still to be called', () => {
    const made = duesWorkbook({ fees: [fee(1)] });
    expect(view(made, { search: 'maree', filter: 'all' }).items.map(({ fee: id }) => id)).toEqual(['COT-0001']);
    expect(view(made).toCall).toBe(4);
    expect(view(made, { filter: 'n’importe' }).filter).toBe('owing');
  });
});
