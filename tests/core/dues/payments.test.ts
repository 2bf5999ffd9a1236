import fc from 'fast-check';
import { buildAgeing } from '../../../src/core/commands/build-ageing.ts';
import { correctPayment } from '../../../src/core/commands/correct-payment.ts';
import { noteFee } from '../../../src/core/commands/note-fee.ts';
import { recordPayment } from '../../../src/core/commands/record-payment.ts';
import { useCredit } from '../../../src/core/commands/use-credit.ts';
import { chargesOf } from '../../../src/core/dues/charges.ts';
import { changeTable } from '../../../src/core/records.ts';
import { readRegister } from '../../../src/core/register.ts';
import { membershipFeeTable } from '../../../src/core/tables/membership-fee.ts';
import { allocationTable, paymentTable } from '../../../src/core/tables/payment.ts';
import { rentChargeTable } from '../../../src/core/tables/rent-charge.ts';
import { duesView } from '../../../src/core/views/dues.ts';
import type { DuesView } from '../../../src/core/views/dues.ts';
import { rentsView } from '../../../src/core/views/rents.ts';
import type { RentsView } from '../../../src/core/views/rents.ts';
import type { Workbook } from '../../../src/core/workbook.ts';
import { edited, moment, recordsIn, run } from '../../support/adoption.ts';
import { blank } from '../../support/blank.ts';
import { duesWorkbook, fee } from '../../support/dues.ts';
import { stateFrom } from '../../support/workbook-of.ts';

const transfer = { member: 'ADH-0001', amount: 11_000, date: '2023-05-10', method: 'bank_transfer' };
const pay = (made: Workbook, input: object = {}) => run(recordPayment, [], { made, input: { ...transfer, ...input } });
const feeIn = (made: Workbook, id = 'COT-0001') => recordsIn(membershipFeeTable, made).find((one) => one.id === id);
const plain = (texts: readonly string[]) => texts.join(' ').replaceAll('\u00A0', ' ');

describe('recordPayment()', () => {
  it('settles the fee and notes it as paid, with the day and the way', () => {
    const paid = pay(duesWorkbook());
    expect(feeIn(paid.made)).toMatchObject({
      paid: true,
      amount: 11_000,
      paid_on: '2023-05-10',
      method: 'bank_transfer',
    });
    expect(recordsIn(allocationTable, paid.made)).toMatchObject([
      { payment: 'PAI-0001', settles: 'COT-0001', amount: 11_000 },
    ]);
    expect(plain(paid.preview.summary)).toContain('110 € pour la cotisation 2023 de « Label Marée Basse » : réglée');
  });

  it('keeps number and bank of a cheque', () => {
    const paid = pay(duesWorkbook(), {
      method: 'cheque',
      reference: '0001234',
      bank: 'Crédit coopératif',
      deposited_on: '2023-05-11',
    });
    expect(recordsIn(paymentTable, paid.made)[0]).toMatchObject({
      reference: '0001234',
      bank: 'Crédit coopératif',
      deposited_on: '2023-05-11',
    });
  });

  it('takes several payments for one fee; it is paid with the last', () => {
    const half = pay(duesWorkbook(), { amount: 5000, date: '2023-04-01' });
    expect(feeIn(half.made)).toMatchObject({ paid: false, amount: 5000, paid_on: null });
    const whole = pay(half.made, { amount: 6000 });
    expect(feeIn(whole.made)).toMatchObject({ paid: true, amount: 11_000, paid_on: '2023-05-10' });
  });

  it('takes one payment for several fees, and for a rent', () => {
    const rent = blank(rentChargeTable, {
      id: 'RED-0001',
      month: '2023-05',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      amount: 38_500,
      due_on: '2023-05-01',
    });
    const made = { ...duesWorkbook(), [rentChargeTable.tab]: changeTable(rentChargeTable, undefined, { put: [rent] }) };
    const paid = pay(made, { amount: 60_500, charges: ['COT-0001', 'COT-0002', 'RED-0001'] });
    expect(recordsIn(allocationTable, paid.made).map(({ settles, amount }) => [settles, amount])).toEqual([
      ['COT-0001', 11_000],
      ['COT-0002', 11_000],
      ['RED-0001', 38_500],
    ]);
    expect(feeIn(paid.made, 'COT-0002')?.paid).toBe(true);
  });

  it('refuses what is too much, unless it is kept for later', () => {
    expect(plain([pay(duesWorkbook(), { amount: 15_000 }).preview.refusal ?? ''])).toContain('dépassent de 40 €');
    const kept = pay(duesWorkbook(), { amount: 15_000, excess: 'keep' });
    expect(plain(kept.preview.summary)).toContain('40 € gardés en avance');
    expect(feeIn(kept.made)).toMatchObject({ paid: true, amount: 11_000 });
  });

  it('does not record the same payment twice, unless she says that it is another', () => {
    const once = pay(duesWorkbook(), { amount: 5000 });
    const again = pay(once.made, { amount: 5000 });
    expect(again.preview.state).toBe('nothing');
    expect(again.preview.questions).toMatchObject([{ id: 'twin', answer: '1' }]);
    const other = pay(once.made, { amount: 5000, answers: { twin: '2' } });
    expect(recordsIn(paymentTable, other.made)).toHaveLength(2);
    expect(pay(other.made, { amount: 5000, answers: { twin: '2' } }).preview.state).toBe('nothing');
    const spaced = pay(duesWorkbook(), { amount: 5000, reference: ' 12345 ' });
    expect(pay(spaced.made, { amount: 5000, reference: ' 12345 ' }).preview.state).toBe('nothing');
    const blank = pay(duesWorkbook(), { amount: 5000, reference: ' ' });
    expect(pay(blank.made, { amount: 5000, reference: ' ' }).preview.state).toBe('nothing');
  });

  it('remembers what was noted as received before payments were recorded', () => {
    const made = duesWorkbook({ fees: [fee(1, { paid: true, amount: 5000, method: 'cheque' })] });
    const paid = pay(made, { amount: 6000 });
    expect(recordsIn(paymentTable, paid.made).map(({ amount, notes }) => [amount, notes])).toEqual([
      [5000, 'Déjà noté dans « Cotisations ».'],
      [6000, null],
    ]);
    expect(feeIn(paid.made)).toMatchObject({ paid: true, amount: 11_000 });
  });

  it.each([
    [{ member: 'ADH-0099' }, 'n’est pas dans « Adhérents »'],
    [{ charges: ['COT-0099'] }, 'n’est ni une cotisation ni une redevance'],
    [{ date: '2023-06-01' }, 'dans l’avenir'],
    [{ date: '1023-05-10' }, 'Date du paiement : 10/05/1023 est une date trop ancienne'],
    [{ date: '2023-02-31' }, '« 2023-02-31 » n’est pas une date'],
    [{ deposited_on: '2203-05-11' }, 'Remise en banque : 11/05/2203 est dans plus d’un an'],
    [{ deposited_on: '1899-12-30' }, 'Remise en banque : 30/12/1899 est une date trop ancienne'],
  ])('refuses %j', (input, why) => {
    expect(plain([pay(duesWorkbook(), input).preview.refusal ?? ''])).toContain(why);
  });

  it.each([
    ['Montant dû', 'cent dix'],
    ['Dispensée', 'bureau'],
    ['Montant payé', '50 € ?'],
  ])('moves no money, and overwrites nothing, while « %s » cannot be read', (header, text) => {
    const made = duesWorkbook({ fees: [fee(1, { waived: false })] });
    const doubtful = { ...made, [membershipFeeTable.tab]: edited(made[membershipFeeTable.tab], 2, header, text) };
    const { preview } = pay(doubtful);
    expect(plain([preview.refusal ?? ''])).toContain(
      `Rien n’est enregistré. Onglet « Cotisations », ligne 2, colonne « ${header} »`,
    );
  });

  it('refuses on a tab whose column was removed', () => {
    const made = duesWorkbook();
    const broken = (made[membershipFeeTable.tab] ?? []).map((row, index) =>
      index === 0 ? row.map((cell) => (cell === 'Payée' ? null : cell)) : row,
    );
    expect(pay({ ...made, [membershipFeeTable.tab]: broken }).preview.state).toBe('refused');
  });

  it('never settles more than a payment, nor more than a fee, whatever is paid in whatever order', () => {
    const payments = fc.array(
      fc.record({
        amount: fc.integer({ min: 1, max: 30_000 }),
        charges: fc.option(fc.subarray(['COT-0001', 'COT-0002', 'COT-0003']), { nil: undefined }),
        member: fc.constantFrom('ADH-0001', 'ADH-0002'),
        day: fc.integer({ min: 1, max: 12 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(payments, (list) => {
        let made = duesWorkbook();
        for (const { day, ...one } of list) {
          made = pay(made, { ...one, date: `2023-05-${String(day).padStart(2, '0')}`, excess: 'keep' }).made;
        }
        const shares = recordsIn(allocationTable, made);
        for (const payment of recordsIn(paymentTable, made)) {
          const used = shares
            .filter((share) => share.payment === payment.id)
            .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
          expect(used).toBeLessThanOrEqual(payment.amount ?? 0);
        }
        for (const { id, amount, paid } of recordsIn(membershipFeeTable, made)) {
          const got = shares
            .filter(({ settles }) => settles === id)
            .reduce((sum, share) => sum + (share.amount ?? 0), 0);
          expect(got).toBeLessThanOrEqual(11_000);
          expect([amount ?? 0, paid]).toEqual([got, got === 11_000]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('correctPayment()', () => {
  it('changes the amount, and the fee follows', () => {
    const paid = pay(duesWorkbook()).made;
    const less = run(correctPayment, [], { made: paid, input: { id: 'PAI-0001', amount: 4000 } });
    expect(feeIn(less.made)).toMatchObject({ paid: false, amount: 4000, paid_on: null });
  });

  it('moves a payment to the fee it was meant for', () => {
    const paid = pay(duesWorkbook()).made;
    const moved = run(correctPayment, [], { made: paid, input: { id: 'PAI-0001', charges: ['COT-0002'] } });
    expect(feeIn(moved.made)).toMatchObject({ paid: false, amount: null, paid_on: null, method: null });
    expect(feeIn(moved.made, 'COT-0002')).toMatchObject({ paid: true, amount: 11_000 });
  });

  it('takes a payment away, and its fee is owed again', () => {
    const paid = pay(duesWorkbook()).made;
    const gone = run(correctPayment, [], { made: paid, input: { id: 'PAI-0001', remove: true } });
    expect(recordsIn(paymentTable, gone.made)).toEqual([]);
    expect(recordsIn(allocationTable, gone.made)).toEqual([]);
    expect(feeIn(gone.made)).toMatchObject({ paid: false, amount: null });
    expect(run(correctPayment, [], { made: gone.made, input: { id: 'PAI-0001', remove: true } }).preview.state).toBe(
      'nothing',
    );
  });

  it('corrects a reference without touching the money', () => {
    const paid = pay(duesWorkbook()).made;
    const done = run(correctPayment, [], { made: paid, input: { id: 'PAI-0001', reference: 'VIR 42' } });
    expect(done.plan.tabs.map(({ tab }) => tab)).toEqual([paymentTable.tab]);
  });
});

describe('correctPayment() of a day or a way', () => {
  it('is also told by the fee that it settles', () => {
    const paid = pay(duesWorkbook()).made;
    const done = run(correctPayment, [], {
      made: paid,
      input: { id: 'PAI-0001', date: '2023-05-02', method: 'cheque' },
    });
    expect(feeIn(done.made)).toMatchObject({ paid: true, amount: 11_000, paid_on: '2023-05-02', method: 'cheque' });
    expect(plain(done.preview.summary)).toContain('suivent dans « Cotisations »');
  });

  it('cannot be a day long gone', () => {
    const { preview } = run(correctPayment, [], {
      made: pay(duesWorkbook()).made,
      input: { id: 'PAI-0001', date: '0202-05-02' },
    });
    expect(plain([preview.refusal ?? ''])).toContain('trop ancienne');
  });
});

describe('a correction of a rent in the occupant’s favour', () => {
  const rent = (number: number, fields: object) =>
    blank(rentChargeTable, {
      id: `RED-000${number}`,
      month: '2023-05',
      occupancy: 'OCC-0001',
      member: 'ADH-0001',
      organisation: 'Label Marée Basse',
      amount: 38_500,
      due_on: '2023-05-05',
      called_on: '2023-05-01',
      computation: '385 €, mois entier',
      ...fields,
    });
  const correction = rent(2, { amount: -13_661, computation: 'correction : 248,39 € dus − 385 € appelés' });
  const june = rent(3, { month: '2023-06', due_on: '2023-06-05' });
  const withRents = (...rents: ReturnType<typeof rent>[]): Workbook => ({
    ...duesWorkbook({ fees: [] }),
    [rentChargeTable.tab]: changeTable(rentChargeTable, undefined, { put: rents }),
  });
  const openIn = (made: Workbook) =>
    chargesOf(readRegister(stateFrom([], made)), '2023-05-12').map(({ id, open }) => [id, open]);
  const statesIn = (made: Workbook, month = '2023-05') =>
    (rentsView.view(stateFrom([], made), { month }, moment) as RentsView).items.map(({ state }) => plain([state]));

  it('reduces what is owed for that month', () => {
    const made = withRents(rent(1, {}), correction);
    expect(openIn(made)).toEqual([
      ['RED-0001', 24_839],
      ['RED-0002', 0],
    ]);
    expect(statesIn(made)).toEqual(['appelée le 01/05/2023, 136,61 € déduits', 'appelée le 01/05/2023, déduite']);
    const paid = pay(made, { amount: 24_839 });
    expect(plain(paid.preview.summary)).toContain('redevance de mai 2023 de « Label Marée Basse » : réglée');
    expect(statesIn(paid.made)[0]).toBe('réglée, 136,61 € déduits');
    expect(plain([pay(made, { amount: 38_500 }).preview.refusal ?? ''])).toContain('dépassent de 136,61 €');
  });

  it('is deducted from what comes next when the month was paid already, once', () => {
    const paid = pay(withRents(rent(1, {}), correction), { amount: 24_839 }).made;
    expect(openIn(paid)).toEqual([
      ['RED-0001', 0],
      ['RED-0002', 0],
    ]);
    const before = pay(withRents(rent(1, {})), { amount: 38_500 }).made;
    const put = (made: Workbook, ...rents: ReturnType<typeof rent>[]) => ({
      ...made,
      [rentChargeTable.tab]: changeTable(rentChargeTable, made[rentChargeTable.tab], { put: rents }),
    });
    const after = put(before, correction);
    expect(openIn(after)).toEqual([
      ['RED-0001', 0],
      ['RED-0002', -13_661],
    ]);
    expect(statesIn(after)[1]).toBe('appelée le 01/05/2023, reste 136,61 € à déduire');
    const next = put(after, june);
    expect(openIn(next)).toEqual([
      ['RED-0001', 0],
      ['RED-0002', 0],
      ['RED-0003', 24_839],
    ]);
    expect(openIn(pay(next, { amount: 24_839 }).made).map(([, open]) => open)).toEqual([0, 0, 0]);
  });

  it('is in the ageing balance, and lowers its total', () => {
    const made = withRents(rent(1, { member: 'ADH-0002', occupancy: 'OCC-0002' }), correction);
    const done = run(buildAgeing, [], { made });
    expect(plain(done.preview.summary)).toContain('248,39 € sont dus, dont 385 € en retard');
    expect(plain(done.preview.summary)).toContain('136,61 € de corrections');
    expect(done.made['Balance âgée']?.slice(4, 6).map((row) => [row[2], row[4], ...row.slice(5, 7)])).toEqual([
      ['RED-0001', 7, null, 385],
      ['RED-0002', 0, -136.61, null],
    ]);
  });
});

describe('useCredit()', () => {
  it('settles what is owed with what was paid in advance', () => {
    const before = pay(duesWorkbook({ fees: [fee(1)] }), { amount: 15_000, excess: 'keep' }).made;
    const next = fee(2, { member: 'ADH-0001', organisation: 'Label Marée Basse', year: 2024 });
    const made = {
      ...before,
      [membershipFeeTable.tab]: changeTable(membershipFeeTable, before[membershipFeeTable.tab], { put: [next] }),
    };
    const used = run(useCredit, [], { made, input: { member: 'ADH-0001' } });
    expect(feeIn(used.made, 'COT-0002')).toMatchObject({ amount: 4000, paid: false });
    expect(run(useCredit, [], { made: used.made, input: { member: 'ADH-0001' } }).preview.state).toBe('nothing');
  });
});

describe('noteFee()', () => {
  const note = (as: string, made: Workbook, reason = '') =>
    run(noteFee, [], { made, input: { id: 'COT-0001', as, reason } });

  it('notes what nobody knew', () => {
    const made = duesWorkbook({ fees: [fee(1, { paid: null })] });
    expect(feeIn(note('paid', made).made)?.paid).toBe(true);
    expect(feeIn(note('unpaid', made).made)?.paid).toBe(false);
  });

  it('waives a fee with its reason, and asks for it again', () => {
    const made = duesWorkbook();
    expect(note('waived', made).preview.refusal).toContain('Dites pourquoi');
    const waived = note('waived', made, 'année de création');
    expect(feeIn(waived.made)).toMatchObject({ waived: true });
    expect(feeIn(waived.made)?.notes).toContain('année de création');
    expect(feeIn(note('asked', waived.made).made)?.waived).toBe(false);
  });

  it('notes as paid in full what was noted as paid in part', () => {
    for (const paid of [true, false]) {
      const made = duesWorkbook({ fees: [fee(1, { paid, amount: 5000 })] });
      const done = note('paid', made);
      expect(feeIn(done.made)).toMatchObject({ paid: true, amount: 11_000 });
      expect(plain(done.preview.summary)).toContain('« Montant payé » passe de 50 € à 110 €');
      expect(note('paid', done.made).preview.state).toBe('nothing');
      expect(feeIn(note('unpaid', done.made).made)).toMatchObject({ paid: false, amount: null });
    }
  });

  it('does not waive a fee of which a part was received: that money would be seen nowhere', () => {
    const paid = pay(duesWorkbook(), { amount: 5000 }).made;
    const refused = plain([note('waived', paid, 'difficultés').preview.refusal ?? '']);
    expect(refused).toContain('a déjà réglé 50 € de cette cotisation');
    expect(refused).toContain('écrivez 50 € dans « Montant dû »');
    const typed = duesWorkbook({ fees: [fee(1, { waived: true, paid: true, amount: 5000 })] });
    const view = duesView.view(stateFrom([], typed), { filter: 'all' }, moment) as DuesView;
    expect(view.totals.paid).toBe(5000);
  });

  it('leaves a fee with payments to its payments', () => {
    expect(note('unpaid', pay(duesWorkbook()).made).preview.refusal).toContain('corrigez-les');
  });
});
